"""What was said last, to which "did the same", "them" and "him" lead back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.frames import Frame
from kg.model import Mention, Polarity
from kg.words.nouns import Sentence

_REACH = 2  # sentences over which an echo leads back
SIDE_REACH = 6  # sentences over which "her corner" leads back, quotations among them
LETTER_REACH = 10  # sentences over which signers lead back to their letter
ECHOING = ("deed", "among", "next")  # what says of others the same as the sentence before
_MATTERS = frozenset(
    (
        *("on", "about", "over", "against", "of", "that", "which", "demanding", "regarding"),
        *("concerning", "opposing", "calling", "urging", "asking", "saying", "warning"),
        *("supporting", "backing", "endorsing", "criticising", "criticizing"),
    )
)
_ONE = frozenset(("a", "an", "another"))
_BEFORE_LETTER = 3
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
        """Of whom somebody in passage ``at`` says the same, or who is one "among them".

        What is ``echoed`` is a "deed", those "among" its doers, or those of the "next" sentence.
        Nobody can tell what it is to do the same after "X was backed by Y", or after a sentence
        about something else; whoever is named behind the choices of a body is one more of them.
        """
        if echoed == "next" and (at - self.at > 1 or self._is_slate()):
            return []
        untold = self.rule in _ONE_WAY or at - self.at > 1
        turned = self.polarity in ("withdrawn", "expected")  # not every one of those told of did so
        if untold if echoed == "deed" else turned:
            return []
        return list(dict.fromkeys(self.chosen))

    def _is_slate(self) -> bool:
        """Whether it tells of several whom one body supports."""
        bodies = [one for one in self.acting if one.kind == "organisation"]
        return len(set(self.chosen)) > 1 and len(self.acting) == len(bodies) == 1


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


def opens_letter(sentence: Sentence) -> bool:
    """Whether a sentence tells of another letter and its matter: "a joint letter on housing"."""
    return any(
        sentence.kinds[at] == "document"
        and sentence.folds[at + 1] in _MATTERS
        and not _ONE.isdisjoint(sentence.folds[max(0, at - _BEFORE_LETTER) : at])
        for at in range(len(sentence.folds) - 1)
    )


def asks_who(sentence: Sentence, frame: Frame) -> bool:
    """Whether a sentence asks who supports somebody, which those behind it answer."""
    return sentence.folds[0] == "who" and not frame.endorsers


def as_before(frame: Frame, scene: Scene) -> Frame:
    """The frame, which takes its side from the letter or the sentence before that it leads to."""
    if frame.kind == "signed":
        return replace(frame, polarity=scene.letter.polarity)
    return replace(frame, polarity=scene.earlier.polarity) if frame.kind in ECHOING else frame
