"""Puts a frame together from the phrases that fill its places."""

from __future__ import annotations

from kg.frames.model import Actor, Frame, Hedge
from kg.model import Polarity


def make_frame(
    rule: str,
    polarity: Polarity,
    endorsers: tuple[Actor, ...],
    candidates: tuple[Actor, ...],
    hedge: Hedge,
    cue: tuple[int, int],
    kind: str = "",
) -> Frame:
    """A frame over all the tokens from its first actor to its last; ``cue`` is first and end.

    ``kind`` is the frame of the cue as ``cues.tsv`` names it, for those that say more than
    support.
    """
    nouns = [actor.noun for actor in (*endorsers, *candidates)]
    leads = [actor.lead for actor in endorsers if actor.lead >= 0]
    first = min([cue[0], *leads, *(n.first for n in nouns)])
    last = max([cue[1], *(n.last for n in nouns)])
    return Frame(rule, polarity, endorsers, candidates, hedge, first, last, cue[0], kind)
