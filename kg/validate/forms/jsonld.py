"""JSON-LD: read strictly and without fetching anything, every value at its JSON pointer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

import pyoxigraph as ox

from kg.validate.forms.aligning import align
from kg.validate.forms.blanks import steady
from kg.validate.forms.jsonldcontext import OWN_CONTEXT
from kg.validate.forms.jsonldwalk import Walk, walk
from kg.validate.forms.jsontext import Json, JsonError, read_json, repeated, step
from kg.validate.forms.model import Placer, Reading, Source, refused
from kg.validate.forms.text import decoded, too_deep
from kg.validate.positions import Marks, Position, lines_and_columns
from kg.validate.report import Finding
from kg.validate.terms import unsafe
from kg.vocab import PREFIXES

_SYNTAX = "Mend the syntax at this place; nothing is judged until the whole file can be read."


def read_jsonld(source: Source) -> Reading:
    """The statements of a document whose contexts are all in it.

    Raises ``MemoryError`` for a single token beyond the parser's 16 MiB.
    """
    text = decoded(source)
    if isinstance(text, Finding):
        return refused(text)
    at = lines_and_columns(text)
    try:
        root = read_json(text, source.limits.nesting)
    except JsonError as error:
        place = at(error.offset)
        if error.deep:
            return refused(too_deep(source, place))
        what = f"This cannot be read from here on: {error.what}."
        return refused(source.fault("syntax", what, _SYNTAX, place))
    faults = (*_doubled(root, source, at), *_remote(root, source, at))
    if faults:
        return refused(*faults)
    return _read(text, root, source, at)


def _read(text: str, root: Json, source: Source, at: Callable[[int], Position]) -> Reading:
    local = _with_own_context(text, root)
    try:
        quads = steady(list(ox.parse(local.encode(), format=ox.RdfFormat.JSON_LD)), text)
    except SyntaxError as error:
        offset, pointer = _guilty(local, read_json(local, source.limits.nesting))
        place = Position(pointer=pointer) if local != text else _pointed(at(offset), pointer)
        what = f"This cannot be read as JSON-LD: {error.msg}."
        return refused(source.fault("syntax", what, _SYNTAX, place))
    walked = walk(root)
    marks, left = align(quads, walked.records)

    def place_of(mark: int) -> Position:
        offset, pointer = walked.spots[mark]
        return _pointed(at(offset), pointer)

    placer = Placer(quads, lambda: marks, place_of)
    amiss = [
        (n, found) for n, quad in enumerate(quads) for found in unsafe(quad, source.name, None)
    ]
    # With statements that nothing was expected for, what is left over is a matter of names only.
    unsaid = [record.marks for record in left] if walked.whole and None not in marks else []
    lost = tuple(_lost(walked, unsaid, source, place_of))
    return Reading(tuple(quads), tuple(placer.of_statements(amiss)), placer, lost)


def _pointed(place: Position, pointer: str) -> Position:
    return Position(place.line, place.column, pointer)


def _lost(
    walked: Walk, left: Sequence[Marks], source: Source, place: Callable[[int], Position]
) -> Iterator[Finding]:
    """What the document says to no effect: the parser drops it without a word."""
    told = set()
    for silent in walked.silent:
        told.add(silent.spot)
        yield source.fault(
            "dropped",
            f"{silent.what}, so what stands here is not read.",
            "Write whole IRIs, or words and prefixes that the @context explains.",
            place(silent.spot),
            shape="content",
            severity="violation" if silent.grave else "warning",
        )
    for marks in left:
        if not told & {marks[0], marks[2]}:
            yield source.fault(
                "dropped",
                "Nothing came of this value.",
                "Write it in a plainer way: one property, one value.",
                place(marks[2]),
                shape="content",
                severity="warning",
            )


def _doubled(root: Json, source: Source, at: Callable[[int], Position]) -> Iterator[Finding]:
    for pointer, offset, key in repeated(root):
        yield source.fault(
            "duplicateKey",
            f"The key “{key[:100]}” stands a second time in the same object.",
            "Join the two: several values of one key are written as an array.",
            _pointed(at(offset), pointer),
        )


def _remote(
    value: Json, source: Source, at: Callable[[int], Position], pointer: str = ""
) -> Iterator[Finding]:
    """A finding for each context that is named and not written out."""
    for member in value.members:
        where = pointer + step(member.key)
        named = []
        if member.key == "@context":
            named = [n for n in _named(member.value, where) if n[0].value != OWN_CONTEXT]
        elif member.key == "@import":
            named = [(member.value, where)]
        for one, place in named:
            yield source.fault(
                "context",
                "This names a context that would have to be fetched; kg fetches nothing.",
                f"Write the context out here, or name {OWN_CONTEXT}.",
                _pointed(at(one.start), place),
            )
        yield from _remote(member.value, source, at, where)
    if isinstance(value.value, list):
        for number, item in enumerate(value.value):
            yield from _remote(item, source, at, pointer + step(number))


def _named(value: Json, where: str) -> Iterator[tuple[Json, str]]:
    if isinstance(value.value, str):
        yield value, where
    elif isinstance(value.value, list):
        for number, item in enumerate(value.value):
            yield from _named(item, where + step(number))


def _with_own_context(text: str, root: Json) -> str:
    """The text with kg's own context written out where it is named."""
    for value in sorted(_own(root), key=lambda v: -v.start):
        text = text[: value.start] + json.dumps(dict(PREFIXES)) + text[value.end :]
    return text


def _own(value: Json) -> Iterator[Json]:
    for member in value.members:
        if member.key == "@context":
            yield from (named for named, _ in _named(member.value, ""))
        yield from _own(member.value)
    for item in value.value if isinstance(value.value, list) else ():
        yield from _own(item)


def _guilty(text: str, root: Json) -> tuple[int, str]:
    """Where a fault is that the parser gives no place for: the smallest part that still has it."""
    value, pointer, before, after = root, "", "", ""
    while True:
        context = value.get("@context")
        head = "" if context is None else f'"@context":{text[context.start : context.end]},'
        for key, item in _parts(value):
            if key is None:
                inner = (before + "[", "]" + after)
            else:
                inner = (f"{before}{{{head}{json.dumps(key)}:", "}" + after)
            if not _reads(inner[0] + text[item.start : item.end] + inner[1]):
                number = value.value.index(item) if isinstance(value.value, list) else 0
                pointer += step(number if key is None else key)
                value, before, after = item, *inner
                break
        else:
            return value.start, pointer


def _parts(value: Json) -> Iterator[tuple[str | None, Json]]:
    yield from ((m.key, m.value) for m in value.members if m.key != "@context")
    if isinstance(value.value, list):
        yield from ((None, item) for item in value.value)


def _reads(text: str) -> bool:
    try:
        for _ in ox.parse(text.encode(), format=ox.RdfFormat.JSON_LD):
            pass
    except SyntaxError:
        return False
    return True
