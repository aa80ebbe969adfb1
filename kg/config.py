"""The few settings of kg: base IRI, store and limits, from ``kg.toml`` and the environment.

    base = "https://example.org/kg/"     # every IRI of the graph begins with it
    store = ".kg"                        # a folder, "memory:" or the URL of a SPARQL endpoint
    decisions = "data/decisions"         # the folder of the match decisions

    [limits]
    query_seconds = 10.0                 # a query that runs longer is stopped
    query_rows = 10000                   # more rows than this are cut off, and that is said

``KG_STORE`` in the environment goes before the file, an option of a command before both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from kg.errors import UsageError
from kg.iris import DEFAULT_BASE

DEFAULT_FILE = "kg.toml"
DEFAULT_STORE = ".kg"
DEFAULT_DECISIONS = "data/decisions"
_BASE = r"https?://[^\s<>\"{}|\\^`#?\x00-\x20\x7f-\x9f]+/"


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set: one value each, checked when loaded.

    ``base`` is an absolute http(s) IRI that ends in ``/``; ``decisions`` is None when nobody named
    a folder: it is then ``DEFAULT_DECISIONS``, which need not be there. ``query_seconds`` and
    ``query_rows`` bound a query that a user writes.
    """

    base: str = DEFAULT_BASE
    store: str = DEFAULT_STORE
    decisions: str | None = None
    query_seconds: float = 10.0
    query_rows: int = 10_000


_LIMITS = frozenset({"query_seconds", "query_rows"})
_TOP = frozenset(f.name for f in fields(Settings)) - _LIMITS | {"limits"}


def load_settings(config: Path | None, env: Mapping[str, str]) -> Settings:
    """The settings of ``config`` (None: ``kg.toml`` here, if there is one) and of ``env``.

    Raises ``UsageError`` when the file is missing, is not TOML, names an unknown setting or
    gives one a value that cannot be used.
    """
    settings = Settings()
    file = config or Path(DEFAULT_FILE)
    if config is not None or file.is_file():
        settings = _from_table(_read_toml(file), str(file))
    if env.get("KG_STORE"):
        settings = replace(settings, store=env["KG_STORE"])
    return settings


def _read_toml(file: Path) -> Mapping[str, object]:
    import tomllib  # here: most runs have no file, and start-up time is promised

    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"the settings cannot be read: {error}", where=str(file), todo="see --config"
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"not valid TOML: {error}", where=str(file)) from error


def _from_table(table: Mapping[str, object], where: str) -> Settings:
    limits = table.get("limits", {})
    if not isinstance(limits, dict):
        raise UsageError("'limits' must be a table: [limits]", where=where)
    _refuse_unknown(table, _TOP, where)
    _refuse_unknown(limits, _LIMITS, where)
    default = Settings()
    return Settings(
        base=_base(table.get("base", default.base), where),
        store=_store(table.get("store", default.store), where),
        decisions=_decisions(table.get("decisions"), where),
        query_seconds=_positive(limits, "query_seconds", default.query_seconds, where),
        query_rows=int(_positive(limits, "query_rows", default.query_rows, where)),
    )


def _refuse_unknown(table: Mapping[str, object], known: frozenset[str], where: str) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        raise UsageError(
            f"unknown setting '{unknown[0]}'",
            where=where,
            todo=f"the settings are {', '.join(sorted(known))}",
        )


def _base(value: object, where: str) -> str:
    if isinstance(value, str) and re.fullmatch(_BASE, value):
        return value
    raise UsageError(
        f"the base must be an http or https IRI that ends in '/', not {value!r}", where=where
    )


def _store(value: object, where: str) -> str:
    if isinstance(value, str) and value:
        return value
    raise UsageError(f"the store must be a folder or a URL, not {value!r}", where=where)


def _decisions(value: object, where: str) -> str | None:
    if value is None or (isinstance(value, str) and value):
        return value
    raise UsageError(f"the decisions must be a folder, not {value!r}", where=where)


def _positive(limits: Mapping[str, object], name: str, default: float, where: str) -> float:
    value = limits.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e9:
        raise UsageError(f"'{name}' must be a number above 0, not {value!r}", where=where)
    if isinstance(default, int) and value != int(value):
        raise UsageError(f"'{name}' must be a whole number, not {value!r}", where=where)
    return value
