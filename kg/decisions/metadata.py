"""The metadata block of an SSSOM file: lines that begin with ``#``, in YAML.

PyYAML parses, since a block may be written in any of YAML's many ways; what SSSOM forbids there
(anchors, aliases, tags, directives) is refused before anything is built of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.decisions.curies import Prefixes, prefix_fault
from kg.decisions.sssom import BUILT_IN, DATE, OWN_PREFIX
from kg.errors import InputError

_MOST_CHARACTERS = 100_000
_DEEPEST = 6
_FORMAT = "see the metadata block in docs/manual.md, or leave it out"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of all its rows. ``day`` is the text of ``mapping_date``, on ``line``."""

    prefixes: Prefixes
    day: str = ""
    line: int = 1


def read_metadata(lines: Sequence[str], file: str, base: str) -> Metadata:
    """What the block says; ``lines`` are the first ones of ``file``, each with its ``#``.

    Raises ``InputError`` for what is not YAML, what SSSOM forbids, and prefixes that are bound
    twice, to no IRI, or otherwise than they must be.
    """
    own = {**BUILT_IN, OWN_PREFIX: base}
    declared: dict[str, str] = {}
    day, day_line = "", 1
    for key, line, value in _top(lines, file):
        if key == "curie_map":
            declared = _curie_map(value, own, file)
        elif key == DATE:
            day, day_line = _scalar(value, key, f"{file}:{line}"), line
    return Metadata(Prefixes({**own, **declared}), day, day_line)


def _top(lines: Sequence[str], file: str) -> Iterator[tuple[str, int, object]]:
    """The keys of the block, each with its line in the file and the node of its value."""
    # A spreadsheet fills short lines with tabs.
    text = "\n".join(line[1:].rstrip("\t\r") for line in lines)
    if not text.strip():
        return
    if len(text) > _MOST_CHARACTERS:
        raise InputError(
            f"the metadata block has more than {_MOST_CHARACTERS:,} characters",
            where=f"{file}:1",
            todo="shorten it",
        )
    yield from _pairs(_composed(text, file), file)


def _composed(text: str, file: str) -> object:
    import yaml  # here: only a file of decisions needs it

    try:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            _refuse_forbidden(event, depth, file)
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise InputError(
            f"the metadata block is no YAML: {error.problem}", where=f"{file}:{line}", todo=_FORMAT
        ) from error
    except yaml.YAMLError as error:
        raise InputError(
            f"the metadata block is no YAML: {error}", where=f"{file}:1", todo=_FORMAT
        ) from error


def _refuse_forbidden(event: object, depth: int, file: str) -> None:
    import yaml  # here: as above

    if not isinstance(event, yaml.Event):
        return
    line = event.start_mark.line + 1 if event.start_mark else 1
    tagged = getattr(event, "tag", None) is not None
    anchored = getattr(event, "anchor", None) is not None
    directed = bool(getattr(event, "version", None) or getattr(event, "tags", None))
    if tagged or anchored or directed:
        raise InputError(
            "the metadata block has an anchor, an alias, a tag or a directive of YAML, which "
            "SSSOM forbids",
            where=f"{file}:{line}",
            todo="write the value out",
        )
    if depth > _DEEPEST:
        raise InputError(
            "the metadata block is nested too deeply", where=f"{file}:{line}", todo=_FORMAT
        )


def _pairs(node: object, file: str) -> Iterator[tuple[str, int, object]]:
    """The keys of a mapping, each once, with their lines and the nodes of their values."""
    import yaml  # here: as above

    if not isinstance(node, yaml.MappingNode):
        line = node.start_mark.line + 1 if isinstance(node, yaml.Node) else 1
        raise InputError(
            "'key: value' is expected in the metadata block", where=f"{file}:{line}", todo=_FORMAT
        )
    seen: set[str] = set()
    for key, value in node.value:
        line = key.start_mark.line + 1
        name = _scalar(key, "a key", f"{file}:{line}")
        if name in seen:
            raise InputError(
                f"'{name}' stands twice in the metadata block",
                where=f"{file}:{line}",
                todo="remove one of the two",
            )
        seen.add(name)
        yield name, line, value


def _scalar(node: object, name: str, where: str) -> str:
    import yaml  # here: as above

    if isinstance(node, yaml.ScalarNode) and isinstance(node.value, str):
        return node.value
    raise InputError(
        f"a single value is expected for '{name}' in the metadata block", where=where, todo=_FORMAT
    )


def _curie_map(node: object, own: dict[str, str], file: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for prefix, line, value in _pairs(node, file):
        where = f"{file}:{line}"
        iri = _scalar(value, prefix, where)
        fault = prefix_fault(prefix, iri)
        if fault:
            raise InputError(f"{fault}, in the curie_map", where=where, todo="write a whole IRI")
        if own.get(prefix, iri) != iri:
            raise InputError(
                f"the prefix '{prefix}' is bound to '{iri}', but stands for '{own[prefix]}'",
                where=where,
                todo="correct the line or remove it"
                + (", or set 'base' in kg.toml" if prefix == OWN_PREFIX else ""),
            )
        found[prefix] = iri
    return found
