"""Lists of people with paragraphs about each between them, and what they are lists of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.lists import Candidates, Region, read_list
from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.meaning.claims import ReadList
from kg.meaning.leads import Flow, find_meaning, opposed
from kg.model import Contest, Mention
from kg.prose import ProseReading
from kg.prose.reference.discourse import Discourse

_ABOVE = 4  # lines above the first one in which it is told what the list is of


def read_paragraphed(
    groups: Sequence[Mapping[int, Line]],
    talk: Discourse,
    said: ProseReading,
    contest: Contest,
    knowledge: Knowledge,
    known: Candidates,
    denied: frozenset[Mention],
) -> Iterator[ReadList]:
    """What each such list says, item by item; nothing where no line says whom it is about.

    ``groups`` are the items by the indexes of their lines. Whoever is among the ``denied`` is
    left out.
    """
    paragraphs = [passage.paragraph for passage in talk.passages]
    for group in groups:
        first, last = min(group), max(group)
        before = range(bisect_left(paragraphs, first - _ABOVE), bisect_left(paragraphs, first))
        led = find_meaning(before, talk, said, knowledge.lexicon, Flow(None, None))
        if led.meaning is None or led.meaning.candidate is None:
            led = opposed(before, talk, said, knowledge.lexicon)
        if led.meaning is None or led.meaning.candidate is None:
            continue
        items = Region(first, last + 1, tuple(group.values()))
        reading = read_list(items, led.meaning, contest, knowledge, known)
        for at, line in group.items():
            own = tuple(
                one
                for one in reading.statements
                if line.whole.covers(one.evidence[0].span)
                and not (one.kind == "endorsement" and one.endorser in denied)
            )
            made = replace(reading, statements=own, leftovers=(), counts=())
            yield ReadList(Region(at, at + 1, (line,)), led, made)
