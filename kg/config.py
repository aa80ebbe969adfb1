"""The few settings of kg: base IRI, store and limits, from ``kg.toml`` and the environment.

    base = "https://example.org/kg/"     # every IRI of the graph begins with it
    store = ".kg"                        # a folder, "memory:" or the URL of a SPARQL endpoint
    decisions = "data/decisions"         # the folder of the match decisions

    [limits]
    query_seconds = 10.0                 # a query that runs longer is stopped
    query_rows = 10000                   # more rows than this are cut off, and that is said

    [endpoint]
    plain_http = false                   # true: endpoints of other machines by http, too
    seconds = 60.0                       # an endpoint that takes longer is given up

``KG_STORE`` and ``KG_PLAIN_HTTP`` in the environment go before the file, an option of a command
before both. Who asks an endpoint is said in the environment only: ``kg.endpoint.access``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
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
    ``query_rows`` bound a query that a user writes, ``endpoint_seconds`` any other that goes to an
    endpoint. ``plain_http`` allows http to other machines.
    """

    base: str = DEFAULT_BASE
    store: str = DEFAULT_STORE
    decisions: str | None = None
    query_seconds: float = 10.0
    query_rows: int = 10_000
    plain_http: bool = False
    endpoint_seconds: float = 60.0


_LIMITS = frozenset({"query_seconds", "query_rows"})
_ENDPOINT = frozenset({"plain_http", "seconds"})
_TOP = frozenset({"base", "store", "decisions", "limits", "endpoint"})


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
    if env.get("KG_PLAIN_HTTP"):
        settings = replace(settings, plain_http=_switch(env["KG_PLAIN_HTTP"]))
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
    _refuse_unknown(table, _TOP, where)
    limits = _inner(table, "limits", _LIMITS, where)
    endpoint = _inner(table, "endpoint", _ENDPOINT, where)
    default = Settings()
    return Settings(
        base=_base(table.get("base", default.base), where),
        store=_store(table.get("store", default.store), where),
        decisions=_decisions(table.get("decisions"), where),
        query_seconds=_positive(limits, "query_seconds", default.query_seconds, where),
        query_rows=int(_positive(limits, "query_rows", default.query_rows, where)),
        plain_http=_truth(endpoint, "plain_http", where),
        endpoint_seconds=_positive(endpoint, "seconds", default.endpoint_seconds, where),
    )


def _inner(
    table: Mapping[str, object], name: str, known: frozenset[str], where: str
) -> Mapping[str, object]:
    """The table ``name`` inside the settings."""
    inner = table.get(name, {})
    if not isinstance(inner, dict):
        raise UsageError(f"'{name}' must be a table: [{name}]", where=where)
    _refuse_unknown(inner, known, where)
    return inner


def _truth(table: Mapping[str, object], name: str, where: str) -> bool:
    value = table.get(name, False)
    if not isinstance(value, bool):
        raise UsageError(f"'{name}' must be true or false, not {value!r}", where=where)
    return value


def _switch(word: str) -> bool:
    if word not in ("0", "1"):
        raise UsageError("KG_PLAIN_HTTP must be 0 or 1")
    return word == "1"


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
