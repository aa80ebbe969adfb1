"""The types of frames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.model import Polarity
from kg.words.nouns import Noun
from kg.words.offices import OfficePhrase

HEADED = "headed"  # the pronoun left out: whoever's name stands above the line
LABELLED = "labelled"  # the same, where a label stands inside a paragraph: "Backed by: X"
ADVISER = "adviser"  # whoever speaks or writes, when voters are told what to do
EDITOR = "editor"  # the paper whose leader it is, when it commends a candidate
YOU = "you"  # whom a letter or a quotation addresses
CHOOSER = "chooser"  # the body whose choices the article tells of: "its picks"
Hedge = Literal["", "negated", "ended", "expected", "conditional"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A noun phrase in a place of a frame, with the offices that an apposition adds to it.

    ``lead`` is the token at which a group before the name begins that gives it its office, or -1.
    """

    noun: Noun
    offices: tuple[OfficePhrase, ...] = ()
    lead: int = -1


@dataclass(frozen=True, slots=True)
class Frame:
    """One cue with its places filled: tokens ``first`` to ``last`` of the sentence say it.

    ``endorsers`` may be empty ("Cooper's list of backers:") or a counted group. ``hedge`` says
    what weakens the statement; ``rule`` names the construction, and ``kind`` is the force or frame
    of the cue in ``cues.tsv`` ("endorse", "switch"), where there is one.
    """

    rule: str
    polarity: Polarity
    endorsers: tuple[Actor, ...]
    candidates: tuple[Actor, ...]
    hedge: Hedge
    first: int
    last: int
    cue: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """The noun phrases before a verb, whether the verb is passive, and its hedge."""

    chain: tuple[Noun, ...]
    passive: bool
    hedge: Hedge


NOBODY = Subject((), False, "")
