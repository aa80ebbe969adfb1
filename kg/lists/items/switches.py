"""Items that say whom else their endorser supported: "Jane Doe (switched from Roe)".

Before, "(previously backed Roe, then Moe)", which is over; or since, "(later endorsed Poe)".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kg.lists.segments.fields import Knowledge
from kg.lists.segments.layout import Reading
from kg.model import Mention, Polarity, Statement
from kg.words.scan import Scan

_LEAVING = "leave"
_ACTING = "act"
_TO = "to"
_SINCE = frozenset(("subsequently", "later", "then", "now", "since", "also", "afterwards"))
_BEFORE = frozenset(("previously", "formerly", "initially", "originally", "first", "earlier"))
_PARTS = frozenset((",", "and", "then", "&", ";"))
_MOST = 4  # words of a name

Known = Callable[[str], Mention | None]


def with_switches(
    made: Sequence[Statement], reading: Reading, known: Known, knowledge: Knowledge
) -> list[Statement]:
    """The statements of an item, with those of the same people about others whom it names."""
    others = list(dict.fromkeys(_others(reading, known, knowledge)))
    told = [one for one in made if one.kind == "endorsement" and one.polarity == "supports"]
    more = [
        replace(one, candidate=candidate, polarity=polarity)
        for one in told
        for candidate, polarity in others
        if candidate not in (one.candidate, one.endorser)
    ]
    return [*made, *more]


def _others(
    reading: Reading, known: Known, knowledge: Knowledge
) -> Iterator[tuple[Mention, Polarity]]:
    goes_on: Polarity | None = None
    for field in reading.fields:
        if field.kind == "name":
            continue
        looked = knowledge.look(field.segment.tokens)
        if goes_on and looked.folds[0] == "then":
            yield from ((one, goes_on) for one in _named(looked, 1, known))
        goes_on = None
        for at, word in enumerate(looked.folds):
            cue = looked.lexicon.cues.at(looked.folds, at) if word in looked.lexicon.cues else None
            start = at + cue.length if cue else 0
            if cue is None or not looked.capital(start):
                continue
            before = looked.folds[at - 1] if at else ""
            if cue.value.frame == _LEAVING:
                yield from ((one, "withdrawn") for one in _named(looked, start, known)[:1])
            elif cue.value.frame == _ACTING and before in _BEFORE:
                goes_on = "withdrawn"
                yield from ((one, "withdrawn") for one in _named(looked, start, known))
            elif cue.value.frame == _ACTING and before in _SINCE:
                goes_on = "supports"
                yield from ((one, "supports") for one in _named(looked, start, known))


def _named(looked: Scan, start: int, known: Known) -> list[Mention]:
    """The people named from token ``start`` on, parted by commas or "then"."""
    found: list[Mention] = []
    at = start
    while at < len(looked.folds) and looked.folds[at] != _TO:
        end = at
        while looked.capital(end) and end - at < _MOST:
            end += 1
        if end > at:
            name = looked.slice(at, end)
            found.append(known(name) or Mention("person", name))
        elif looked.folds[at] not in _PARTS:
            break
        at = max(end, at + 1)
    return found
