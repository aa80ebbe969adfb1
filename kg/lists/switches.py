"""Items that say whom their endorser supported before: "Jane Doe (switched from Roe)"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kg.lists.fields import Knowledge
from kg.lists.layout import Reading
from kg.model import Mention, Statement

_LEAVING = "leave"
_TO = "to"


def with_switches(
    made: Sequence[Statement],
    reading: Reading,
    known: Callable[[str], Mention | None],
    knowledge: Knowledge,
) -> list[Statement]:
    """The statements of an item, and for whom they left the same people's support withdrawn."""
    left = list(dict.fromkeys(_left(reading, known, knowledge)))
    withdrawn = [
        replace(one, candidate=candidate, polarity="withdrawn")
        for one in made
        if one.kind == "endorsement" and one.polarity == "supports"
        for candidate in left
        if candidate != one.candidate
    ]
    return [*made, *withdrawn]


def _left(
    reading: Reading, known: Callable[[str], Mention | None], knowledge: Knowledge
) -> Iterator[Mention]:
    for field in reading.fields:
        if field.kind == "name":
            continue
        looked = knowledge.look(field.segment.tokens)
        for at, word in enumerate(looked.folds):
            cue = looked.lexicon.cues.at(looked.folds, at) if word in looked.lexicon.cues else None
            if cue is None or cue.value.frame != _LEAVING or not looked.capital(at + cue.length):
                continue
            start = at + cue.length
            rest = looked.folds[start:]
            end = start + rest.index(_TO) if _TO in rest else len(looked.folds)
            name = looked.slice(start, end)
            yield known(name) or Mention("person", name)
