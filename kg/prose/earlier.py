"""What was said last, to which "did the same", "them" and "him" lead back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.frames import Frame
from kg.model import Mention, Polarity

_REACH = 2  # sentences over which an echo leads back
SIDE_REACH = 6  # sentences over which "her corner" leads back, quotations among them
LETTER_REACH = 10  # sentences over which signers lead back to their letter
_ONE_WAY = frozenset(("prose.passive", "prose.receiving", "prose.having", "prose.won-over"))


@dataclass(frozen=True, slots=True)
class Earlier:
    """The clause of support read last: its passage, rule and polarity, and who fills its places.

    ``chosen`` are those whom it is about, ``acting`` those who support them, if they are named.
    """

    at: int
    rule: str
    polarity: Polarity
    chosen: tuple[Mention, ...]
    acting: frozenset[Mention]

    def seen_from(self, at: int, reach: int = _REACH) -> Earlier:
        """Itself, or nothing when it stands more than ``reach`` sentences before passage ``at``."""
        return self if at - self.at <= reach else NOTHING

    def repeated(self, echoed: str, at: int) -> Sequence[Mention]:
        """Whom somebody in passage ``at`` supports who did the same, or who is one "among them".

        What is ``echoed`` is a "deed", those "among" its doers, or those of the "next" sentence.
        Nobody can tell what it is to do the same after "X was backed by Y", or after a sentence
        about something else.
        """
        if echoed == "next" and at - self.at > 1:
            return []
        untold = self.rule in _ONE_WAY or at - self.at > 1
        if self.polarity != "supports" or (echoed == "deed" and untold):
            return []
        return list(dict.fromkeys(self.chosen))


NOTHING = Earlier(-9, "", "supports", (), frozenset())


@dataclass(frozen=True, slots=True)
class Scene:
    """What one frame is read beside: the frames of its sentence, what was said, who stands.

    ``opposed`` is the one person whom the article says that people are against, if there is one.
    """

    frames: Sequence[Frame]
    earlier: Earlier
    letter: Earlier
    standing: set[Mention]
    latest: Earlier = NOTHING
    opposed: Mention | None = None
