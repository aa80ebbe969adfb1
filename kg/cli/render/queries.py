"""Saved queries as people and programs read them: the list of all, and what one reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from kg.cli.names import unknown
from kg.errors import UsageError
from kg.plain import clean

if TYPE_CHECKING:
    from kg.queries import Outline, Parameter, SavedQuery
    from kg.queries.explaining import Explanation, Part, Use

Told = TypeVar("Told", "Outline", "SavedQuery")

COLUMNS = ("query", "parameters", "answers", "tags")
_KINDS = (
    ("class", "things of these kinds"),
    ("property", "what is said of them"),
    ("value", "these fixed values"),
)

_TYPES = {
    "string": "a text",
    "en": "an English text",
    "iri": "an IRI",
    "integer": "a whole number",
    "number": "a number",
    "date": "a day",
}


def tagged(every: Iterable[Told], tag: str) -> list[Told]:
    """Those with ``tag``. Raises ``UsageError`` if none has it."""
    known = list(every)
    found = [one for one in known if tag in one.header.tags]
    if not found:
        raise UsageError(
            unknown("tag", tag, sorted({one for each in known for one in each.header.tags}))
        )
    return found


def led_by(outlines: Iterable[Outline], tag: str) -> list[Outline]:
    """The same with ``tag`` as the first of each, under which a list shows them then."""
    return [
        one._replace(header=replace(one.header, tags=tuple(dict.fromkeys((tag, *one.header.tags)))))
        for one in outlines
    ]


def by_tag(outlines: Sequence[Outline]) -> list[Outline]:
    """The queries by their first tag and then by name, as a list shows them."""
    return sorted(outlines, key=lambda one: (one.header.tags[:1], one.name))


def as_rows(outlines: Sequence[Outline], base: str) -> list[tuple[str, ...]]:
    """A row a query: name, parameters, what it answers, tags."""
    return [
        (one.name, parameters(one, base), one.header.summary, ", ".join(one.header.tags))
        for one in by_tag(outlines)
    ]


def as_text(outlines: Sequence[Outline], base: str) -> str:
    """A line a query, under the tag that it has first; its parameters behind its name."""
    lines: list[str] = []
    heading: tuple[str, ...] | None = None
    named = {one.name: f"{one.name} {parameters(one, base)}".strip() for one in outlines}
    width = min(40, max(map(len, named.values()), default=0))
    for one in by_tag(outlines):
        if one.header.tags[:1] != heading:
            heading = one.header.tags[:1]
            lines += ["", *heading] if lines else [*heading]
        lines.append(f"  {named[one.name]:{width}}  {one.header.summary}")
    return "".join(f"{clean(line)}\n" for line in lines)


def as_objects(outlines: Sequence[Outline]) -> list[dict[str, Any]]:
    """An object a query, with everything that its header says."""
    return [
        {
            "query": one.name,
            "answers": one.header.summary,
            "description": one.header.description,
            "tags": list(one.header.tags),
            "parameters": [_parameter(parameter) for parameter in one.parameters],
        }
        for one in by_tag(outlines)
    ]


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "type": parameter.kind,
        "kind": parameter.sort,
        "required": parameter.required,
        "default": parameter.default,
        "values": list(parameter.choices),
    }


def parameters(outline: Outline, base: str) -> str:
    """The parameters as they are given: ``name=default``, optional ones in brackets."""
    shown = []
    for parameter in outline.parameters:
        text = f"{parameter.name}={_short(parameter.default, base)}"
        shown.append(text if parameter.required else f"[{text}]")
    return " ".join(shown)


def _short(value: str | None, base: str) -> str:
    return (value or "").removeprefix(f"{base}id/")


def explained(found: Explanation, base: str) -> str:
    """What a query reads, in words."""
    lines = [f"{found.name}: {found.summary}", found.description, ""]
    lines += [f"It reads {_graph(found)}:"]
    for kind, words in _KINDS:
        parts = [part for part in found.parts if part.kind == kind]
        if parts:
            lines += [f"  {words}", *map(_part, parts)]
    lines += ["", *(_parameter_lines(found, base) or ["It has no parameters."])]
    what = "statements" if found.triples else f"rows of {', '.join(found.columns)}"
    lines += ["", f"It answers with {what}."]
    return "".join(f"{clean(line)}\n" for line in lines)


def _graph(found: Explanation) -> str:
    if found.graphs:
        return "some graphs by name, each that of an article or a submission"
    return "the whole graph, what all articles and submissions say together; no graph by name"


def _part(part: Part) -> str:
    return f"    {part.name}: {part.told}"


def _parameter_lines(found: Explanation, base: str) -> list[str]:
    lines = []
    for use in found.uses:
        lines.append(f"Parameter {use.parameter.name}: {_value(use.parameter, base)}")
        lines.append(f"  {_effect(use)}")
    return lines


def takes(parameter: Parameter) -> str:
    """What may be given for a parameter, in words."""
    if parameter.sort:
        article = "an" if parameter.sort[0] in "aeiou" else "a"
        return f"{article} {parameter.sort}, by name or IRI"
    if parameter.choices:
        return f"one of {', '.join(parameter.choices)}"
    return _TYPES[parameter.kind]


def _value(parameter: Parameter, base: str) -> str:
    what = takes(parameter)
    if parameter.default:
        return f"{what}; {_short(parameter.default, base)} unless another is given"
    return f"{what}; may be left out" if not parameter.required else f"{what}; must be given"


def _effect(use: Use) -> str:
    """How a parameter restricts what is read."""
    where = [f"as a value of {name}" for name in use.properties]
    where += ["in a test"] if use.in_test else []
    told = f"restricts the answer {' and '.join(where) or 'to what is said of it'}"
    return told if use.parameter.required else f"{told}; without it nothing is left out"


def explained_object(found: Explanation) -> dict[str, Any]:
    """The same for programs."""
    return {
        "query": found.name,
        "answers": found.summary,
        "description": found.description,
        "graphs": "named" if found.graphs else "union",
        "reads": [
            {"kind": part.kind, "name": part.name, "iri": part.iri, "told": part.told}
            for part in found.parts
        ],
        "parameters": [
            {
                **_parameter(use.parameter),
                "restricts": list(use.properties),
                "in_test": use.in_test,
            }
            for use in found.uses
        ],
        "columns": list(found.columns),
        "statements": found.triples,
    }
