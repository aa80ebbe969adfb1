"""Numbers that names spell out: "leads with three: A, B and C", "two unions back Y - A and B".

A count is somebody's supporters; where as many names are set off behind it, they are those counted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.frames.coordination.apposition import actors
from kg.frames.coordination.spelled import spelled_names
from kg.frames.making import make_frame
from kg.model import Claim, Endorsement
from kg.prose.reference.discourse import Discourse
from kg.prose.wordings.endorsements import endorsements_of

_RULE = "prose.spelled-count"


def read_spelled(discourse: Discourse, claims: Sequence[Claim]) -> Iterator[Endorsement]:
    """The endorsements of those whose names spell out the number of a claim of the prose."""
    starts = [passage.sentence.span.start for passage in discourse.passages]
    for claim in claims:
        span = claim.evidence[0].span
        at = bisect_right(starts, span.start) - 1
        sentence = discourse.passages[at].sentence
        for noun in sentence.nouns:
            if noun.count != claim.count or sentence.tokens[noun.first].start < span.start:
                continue
            names = spelled_names(sentence, noun)
            if names:
                where = noun.first, noun.last
                frame = make_frame(_RULE, "supports", actors(sentence, names), (), "", where)
                made, _ = endorsements_of(discourse, at, frame, claim.contest, [claim.candidate])
                yield from made
                break
