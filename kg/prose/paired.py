"""Endorsements of one who acts in a sentence with one candidate, where no wording is known.

A verb with its object is only the most common way to say it: "would do all she could to see him
elected", "his vote is hers to lose". So it is weighed (``kg.prose.pairsigns``), after everything
that wordings and lists tell, and only of those of whom nothing else is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kg.frames import Frame
from kg.lexicon import Lexicon
from kg.model import Contest, Endorsement, Evidence, Mention, Statement
from kg.prose.discourse import Discourse
from kg.prose.pairings import Pairing, pairings
from kg.prose.pairsigns import is_supporter
from kg.prose.supporters import supports
from kg.rules import confidence

_RULE = "prose.paired"


def read_paired(
    discourse: Discourse,
    frames: Sequence[Sequence[Frame]],
    contest: Contest,
    statements: Sequence[Statement],
    lexicon: Lexicon,
) -> Iterator[Endorsement]:
    """The endorsements of those who act beside a candidate, of whom ``statements`` tell nothing.

    ``frames[i]`` are those of passage ``i``.
    """
    told = [one for one in statements if one.kind == "endorsement"]
    supported = {one.candidate for one in told if one.polarity == "supports"}
    standing = discourse.contenders.people | supported
    standing |= {one.person for one in statements if one.kind == "candidacy"}
    known = {one.endorser for one in told}
    for one in pairings(discourse, standing, lexicon):
        alike = one.candidate in supported
        if is_supporter(one, frames[one.at], lexicon, supported=alike):
            yield from _endorsements(one, contest, known)


def _endorsements(
    one: Pairing, contest: Contest, known: Collection[Mention]
) -> Iterator[Endorsement]:
    """An endorsement by each who acts and is not ``known`` to support somebody."""
    for noun, member in one.acting:
        if member not in known:
            printed = member.name
            evidence = Evidence(one.sentence.span, _RULE, confidence(_RULE), printed_name=printed)
            yield supports(noun, (member, one.candidate), contest, evidence)
