"""What a list is a list of: whom those on it support, as the words above it say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.frames import Frame
from kg.model import Mention, Polarity


@dataclass(frozen=True, slots=True)
class Meaning:
    """Those on the list hold ``polarity`` towards ``candidate``; ``role`` is what all of them are.

    ``candidate`` is None when only headings inside the list name candidates.
    """

    candidate: Mention | None
    polarity: Polarity
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """The sentence above a list: its frames, and whom each one's candidate is."""

    frames: Sequence[tuple[Frame, Mention]]


def read_meaning(lead: Lead) -> Meaning | None:
    """The meaning that the lead gives the list, or None when it gives none.

    A frame gives it when its endorsers' place is open or filled by a group: a sentence in which
    somebody named supports somebody says nothing of the list below.
    """
    for frame, candidate in reversed(lead.frames):
        if frame.hedge:
            continue
        kinds = {actor.noun.kind for actor in frame.endorsers}
        if kinds & {"person", "organisation", "office"}:
            continue
        roles = [actor.noun.unit_role for actor in frame.endorsers if actor.noun.unit_role]
        return Meaning(candidate, frame.polarity, roles[0] if roles else None)
    return None
