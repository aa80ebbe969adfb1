"""Endorsements of those whom a sentence tells together, where no wording is known that says so.

English has more ways to say who supports whom than any table of wordings holds, and most of them
string several names together: nobody has to know the verb to see that a sentence with a word for
support, one candidate and four other names is of supporters. So it is weighed
(``kg.prose.weighed.gathersigns``), after everything that wordings and lists tell.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from kg.frames import Frame
from kg.lexicon import Lexicon
from kg.model import Claim, Contest, Endorsement, Evidence, Mention, Span, Statement
from kg.prose.reference.discourse import Discourse
from kg.prose.weighed.gatherings import Gathering, gatherings
from kg.prose.weighed.gathersigns import are_supporters
from kg.rules import confidence
from kg.words.nouns import Noun

_RULE = "prose.gathered"


def read_gathered(
    discourse: Discourse,
    frames: Sequence[Sequence[Frame]],
    contest: Contest,
    statements: Sequence[Statement],
    lists: Collection[Span],
    lexicon: Lexicon,
) -> Iterator[Endorsement]:
    """The endorsements of those told together, beside what ``statements`` already tell.

    ``frames[i]`` are those of passage ``i``; runs of names inside the ``lists`` are left alone.
    """
    supported = list(_of_support(statements))
    standing = discourse.contenders.people | {one.candidate for one in supported}
    standing |= {one.person for one in statements if one.kind == "candidacy"}
    standing |= _of_writers(discourse, frames)
    backing = _backing(supported)
    told = _told(discourse, frames, supported, standing)
    for one in gatherings(discourse, standing, told) if standing else ():
        span = one.sentence.text_span(one.first, max(one.end, one.first + 1))
        if any(span.start < other.end and other.start < span.end for other in lists):
            continue
        if are_supporters(discourse, one, frames[one.at], backing, lexicon):
            yield from _endorsements(one, contest, span, backing)


def _of_writers(discourse: Discourse, frames: Sequence[Sequence[Frame]]) -> set[Mention]:
    """Whom the writers of a letter support who say "we", before anybody knows who they are."""
    return {
        one
        for at, several in enumerate(frames)
        for frame in several
        if frame.polarity == "supports" and not frame.hedge
        if frame.endorsers and all(actor.noun.name == "we" for actor in frame.endorsers)
        for actor in frame.candidates
        for one in discourse.objects(actor, at, ())
        if one.kind == "person"
    }


def _of_support(statements: Sequence[Statement]) -> Iterator[Endorsement | Claim]:
    for one in statements:
        if one.kind == "claim" or (one.kind == "endorsement" and one.polarity == "supports"):
            yield one


def _backing(
    said: Sequence[Endorsement | Claim],
) -> Mapping[Mention, frozenset[Mention]]:
    """Whom each endorser supports."""
    found: dict[Mention, set[Mention]] = defaultdict(set)
    for one in said:
        if one.kind == "endorsement":
            found[one.endorser].add(one.candidate)
    return {endorser: frozenset(whom) for endorser, whom in found.items()}


def _told(
    discourse: Discourse,
    frames: Sequence[Sequence[Frame]],
    said: Sequence[Endorsement | Claim],
    standing: Collection[Mention],
) -> Mapping[int, Sequence[Mention]]:
    """The candidates whom each passage says to be supported, be it by nobody in particular."""
    starts = [passage.sentence.span.start for passage in discourse.passages]
    found: dict[int, dict[Mention, None]] = defaultdict(dict)
    for one in said:
        for evidence in one.evidence:
            found[bisect_right(starts, evidence.span.start) - 1][one.candidate] = None
    for at, several in enumerate(frames):
        for frame in several:
            if frame.polarity != "supports" or frame.hedge:
                continue
            about = (m for actor in frame.candidates for m in discourse.objects(actor, at, ()))
            found[at].update(dict.fromkeys(one for one in about if one in standing))
    return {at: tuple(candidates) for at, candidates in found.items()}


def _endorsements(
    one: Gathering, contest: Contest, span: Span, backing: Mapping[Mention, frozenset[Mention]]
) -> Iterator[Endorsement]:
    """An endorsement by each of whom nothing else says one, with the words that tell them."""
    known = any(member in backing for _, member in one.names)
    for noun, member in one.names:
        if member == one.candidate or member in backing:
            continue
        if known and noun.kind != "person":
            continue  # the wording that found the others left it out: "of the council"
        printed = " ".join(t.text for t in one.sentence.tokens[noun.first : noun.last])
        evidence = Evidence(span, _RULE, confidence(_RULE), printed_name=printed)
        yield _supports(noun, (member, one.candidate), contest, evidence)


def _supports(
    noun: Noun, pair: tuple[Mention, Mention], contest: Contest, evidence: Evidence
) -> Endorsement:
    """That the first of ``pair``, whom ``noun`` names, supports the second.

    Of several offices the one that is held goes before those that were.
    """
    current = (office for office in noun.offices if office.status != "former")
    office = next(current, None) or next(iter(noun.offices), None)
    place = Mention("place", office.place, office.label) if office and office.place else None
    role = office.label if office else None
    return Endorsement(*pair, contest, "supports", (evidence,), role=role, place=place)
