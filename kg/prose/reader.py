"""Reads all the prose of an article, concern by concern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.frames import Frame, read_frames
from kg.lexicon import Lexicon
from kg.model import Contest, Endorsement, Leftover, Statement
from kg.prose.numbers.counts import read_counts
from kg.prose.numbers.spelled import read_spelled
from kg.prose.quoted.testimony import read_testimony
from kg.prose.quoted.witnesses import read_witnesses
from kg.prose.reference.contenders import contenders
from kg.prose.reference.discourse import Discourse
from kg.prose.stated.candidacies import HOPING, read_candidacies
from kg.prose.stated.roles import read_roles
from kg.prose.wordings.choosers import with_choosers
from kg.prose.wordings.endorsements import read_endorsements
from kg.prose.wordings.givers import with_givers
from kg.prose.wordings.sidechanges import with_groups_turned
from kg.prose.wordings.standing import called_candidates, speaks_of_contest
from kg.prose.wordings.turned import turned


@dataclass(frozen=True, slots=True)
class ProseReading:
    """What the prose says: statements in the order of the text, leftovers, and the frames.

    ``discourse`` is the one that was read, with who seems to stand.

    ``frames[i]`` are the frames of passage ``i``: a list that follows the passage reads in them
    what it is a list of.
    """

    statements: tuple[Statement, ...]
    leftovers: tuple[Leftover, ...]
    frames: tuple[tuple[Frame, ...], ...]
    discourse: Discourse


def read_prose(discourse: Discourse, contest: Contest, lexicon: Lexicon) -> ProseReading:
    """The statements of every passage of ``discourse``; ``contest`` is the article's own."""
    frames = tuple(tuple(read_frames(p.sentence, lexicon)) for p in discourse.passages)
    frames = with_choosers(frames, discourse, lexicon)
    frames = with_givers(frames, discourse, lexicon)
    candidacies = read_candidacies(discourse, contest, lexicon)
    discourse = replace(
        discourse,
        contenders=contenders(
            discourse.passages,
            discourse.cast,
            frames,
            candidacies,
            called_candidates(discourse),
            discourse.contenders.genders,
            lexicon,
        ),
    )
    frames = with_groups_turned(discourse, turned(discourse, frames))
    contested = speaks_of_contest(discourse, frames, candidacies, lexicon)
    endorsements, leftovers = read_endorsements(
        discourse, frames, contest, lexicon, candidacies, contested=contested
    )
    stand = {one.candidate for one in endorsements if one.polarity == "supports"}
    stand.update(one.person for one in candidacies)
    claims = read_counts(discourse, frames, contest, lexicon, stand)
    weighed: Sequence[Endorsement] = (
        *read_witnesses(discourse, frames, contest, endorsements, candidacies),
        *read_testimony(discourse, frames, contest, endorsements, candidacies, lexicon),
        *read_spelled(discourse, claims),
    )
    statements: Sequence[Statement] = (
        *endorsements,
        *(one for one in weighed if contested or one.candidate.kind == "organisation"),
        *claims,
        *read_roles(discourse, lexicon),
        *(one for one in candidacies if one.evidence[0].rule != HOPING),
    )
    return ProseReading(tuple(statements), tuple(leftovers), frames, discourse)
