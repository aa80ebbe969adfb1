"""Where in a sentence the date of a clause may stand, and where it is that of something else.

A sentence may hold the dates of other things: of the vote ahead of which somebody was backed, of
somebody's own election. So a date belongs to a clause only where an unbroken chain of words that
say nothing of another event leads to it: behind the clause, before its verb, at its opening, or
beside the verb of speech by which the doer says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.dates import Spot
from kg.frames import Actor
from kg.model import Mention
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Noun, Sentence

_LINKS = frozenset(
    ("for", "as", "in", "at", "with", "via", "through", "on", "by", "to", "of", "from", "be", "her")
)
_SMALL = frozenset(("determiner", "possessive", "adverb"))
_GROUP = frozenset(("have", "be", "modal", "do", "adverb"))
_NAMED = ("place", "organisation", "office")
_OPENING = frozenset(('"', "-", ";", ":", "(", "and", "but"))
_ENTRY = frozenset((":", "-", ")"))  # "12 June: X backs Y"
_SAID = frozenset(("that", ",", '"', ":", "'"))
_BREAKS = frozenset(("before", "after", "when", "while", "since", "if", "because", "had", "until"))
_OWN = frozenset(("'s", "'"))
_LOOSE = frozenset(("year", "month"))  # said with "in"; a bare "2015" says what, and not when
_LED = {"day": "on", "weekday": "on", "numeric": "on", "year": "in", "month": "in"}
_WHEN_EXACTLY = frozenset(("late", "early", "later", "earlier"))
_AS_OF = ("as", "of")
_DECIDING = frozenset(("voted", "agreed", "decided", "chose", "opted", "moved", "resolved"))
_CLOCK = frozenset(("am", "pm", "noon", "midnight"))
_FAR = 25

Way = Literal["said", "opening", "before", "behind"]
WAYS: frozenset[Way] = frozenset(("said", "opening", "before", "behind"))


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be dated: tokens ``first`` up to ``last`` with their ``cue``, and who acts.

    ``nouns`` fill the places of the clause, ``doers`` are those who act. ``ahead``: it is still to
    come. ``ways`` are the places where its date may stand. ``counted``: a number, which holds "as
    of" a day.
    """

    first: int
    cue: int
    last: int
    nouns: tuple[Noun, ...]
    doers: frozenset[Mention]
    ahead: bool = False
    ways: frozenset[Way] = WAYS
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """A clause in its sentence: passage ``at`` of the discourse."""

    discourse: Discourse
    at: int
    told: Told

    @property
    def sentence(self) -> Sentence:
        """The sentence of the clause."""
        return self.discourse.passages[self.at].sentence

    def fold(self, at: int) -> str:
        """The word at ``at``, "" outside the sentence."""
        folds = self.sentence.folds
        return folds[at] if 0 <= at < len(folds) else ""

    def is_occasion(self, at: int) -> bool:
        """Whether the word at ``at`` says where or how, and of nobody's office or candidacy."""
        noun = self.sentence.noun(at)
        known = self.discourse.calendar.lexicon.occasions
        return (noun is None or noun.kind != "office") and known.get(self.fold(at)) != "post"

    def passes(self, at: int) -> bool:
        """Whether the word at ``at`` says of no other event, so that a date may stand behind it."""
        sentence, fold = self.sentence, self.fold(at)
        if fold in _BREAKS:
            return False
        noun = sentence.noun(at)
        if noun is not None and (noun.kind in _NAMED or noun in self.told.nouns):
            return True
        if fold in _CLOCK or (fold[0].isdigit() and self.fold(at + 1)[:2] in _CLOCK):
            return True  # "at 5 pm on Monday"
        known = self.discourse.calendar.lexicon.occasions
        return fold in known or fold in _LINKS or sentence.kinds[at] in _SMALL


def opening(setting: Setting, spot: Spot) -> int | None:
    """Where the words begin that say when, with their preposition; None when they say what.

    "In 2015" says when and "the 2015 race" does not, nor does "Monday's vote".
    """
    spanning = setting.fold(spot.last) == "-" and setting.fold(spot.last + 1)[:1].isdigit()
    if spanning or setting.fold(spot.last) in _OWN or _is_name(setting.sentence, spot):
        return None
    before = spot.first - 1
    if spot.form in _LED and setting.fold(before) in _WHEN_EXACTLY:
        before -= 1
    if spot.form in _LED and setting.fold(before) == _LED[spot.form]:
        exactly = setting.fold(before - 1) in (*_WHEN_EXACTLY, "back")
        return before - exactly
    if setting.told.counted and (setting.fold(before - 1), setting.fold(before)) == _AS_OF:
        return before - 1
    bare = spot.form not in _LOOSE and setting.fold(spot.first - 1) not in _LINKS
    return spot.first if bare else None  # not "by Monday"


def _is_name(sentence: Sentence, spot: Spot) -> bool:
    """Whether the words are part of a name: a Sunday paper, "the Today programme"."""
    if any(
        (noun := sentence.noun(i)) is not None
        and noun.kind != "number"
        and not (spot.first <= noun.first and noun.last <= spot.last)  # June is a name, too
        for i in range(spot.first, spot.last)
    ):
        return True
    if spot.last >= len(sentence.tokens):
        return False
    behind = sentence.tokens[spot.last].text[0]
    capital = sentence.tokens[spot.first].text[0].isupper()
    if spot.form == "days" and spot.first and capital:
        return True
    if not behind.isalpha() or sentence.noun(spot.last) is not None:
        return False
    led = spot.first > 0 and sentence.folds[spot.first - 1] in ("on", "in")
    return behind.isupper() or not (led or sentence.kinds[spot.last])  # "the June 12 primary"


def place_of(setting: Setting, spot: Spot, first: int) -> Way | None:
    """Where words of time that begin at token ``first`` date the clause, None if they do not."""
    told = setting.told
    places: tuple[tuple[Way, bool], ...]
    if first > told.cue:
        places = ("behind", _behind(setting, first)), ("said", _told_behind(setting, first))
    elif spot.last > told.first:
        places = (("before", _before_verb(setting, spot, first)),)
    else:
        places = (
            ("opening", _at_opening(setting, spot, first)),
            ("said", _told_before(setting, spot, first)),
        )
    return next((way for way, fits in places if fits and way in told.ways), None)


def _behind(setting: Setting, first: int) -> bool:
    """X backed Y for mayor on Monday; X endorsed on Monday Y; X backed Y, a senator, on Monday."""
    told = setting.told
    named = min((n.first for n in told.nouns if n.first > told.cue), default=told.last)
    commas = 0
    for at in range(told.cue + 1, first):
        fold, kind = setting.fold(at), setting.sentence.kinds[at]
        if kind == "relative" or fold in _BREAKS:
            return False
        commas += fold == ","
        inside = at < min(named, told.last)
        joined = fold == "," or (at < told.last and kind in ("and", "or"))
        if not (inside or joined or setting.passes(at)):
            return False
    return commas == 0 or first < told.last or setting.fold(first - 1) == ","


def _before_verb(setting: Setting, spot: Spot, first: int) -> bool:
    """X on Monday backed Y; X, speaking on Monday, backed Y; X has today backed Y."""
    told, kinds = setting.told, setting.sentence.kinds
    commas = 0
    for at in range(spot.last, told.cue):
        commas += setting.fold(at) == ","
        if setting.fold(at) not in (",", "to") and kinds[at] not in _GROUP:
            return False
    before = _set_off(setting, spot, first) if commas else first - 1
    if commas > 1 or before is None:
        return False
    at = before
    if setting.fold(told.cue - 1) == "to" and setting.fold(at) in _DECIDING:
        at -= 1
    while at >= 0 and kinds[at] in _GROUP and setting.sentence.noun(at) is None:
        at -= 1
    if at > 0 and kinds[at] == "relative":
        return True  # "X, who on Monday backed Y"
    return any(noun.last == at + 1 for noun in told.nouns)


def _set_off(setting: Setting, spot: Spot, first: int) -> int | None:
    """The word before the comma that sets off a date: "X, on Monday,", "X, in a speech today,".

    What else is set off belongs to the person: "X, mayor in 2010,", "X, 12 June 1960,".
    """
    occasions = setting.discourse.calendar.lexicon.occasions
    at = first - 1
    while at > 0 and setting.fold(at) != ",":
        occasion = occasions.get(setting.fold(at)) == "occasion"
        small = setting.fold(at) in _LINKS or setting.sentence.kinds[at] in _SMALL
        if not (occasion or small):
            return None
        at -= 1
    told = first < spot.first or first - 1 > at or spot.form == "days"
    return at - 1 if told else None


def _at_opening(setting: Setting, spot: Spot, first: int) -> bool:
    """On Monday, X backed Y; in a speech on Monday X backed Y; on Monday X left and backed Y."""
    told = setting.told
    start = first
    while start > 0 and setting.fold(start - 1) not in _OPENING:
        start -= 1
        if not (setting.passes(start) and setting.is_occasion(start)):
            return False  # "mayor in 2010, X backed Y"
    heads = start == 0 or (start == 1 and setting.fold(0) == "(")
    after = spot.last + (heads and setting.fold(spot.last) in _ENTRY)
    for at in range(after, told.first):
        having = told.counted and setting.sentence.kinds[at] == "have"
        named = told.counted and setting.sentence.noun(at) is not None
        if not (setting.fold(at) == "," or having or named or setting.passes(at)):
            return False
    if told.counted:
        return True
    between = range(told.first, told.cue)
    return len(between) <= _FAR and not any(
        setting.sentence.kinds[at] == "relative" or setting.fold(at) in _BREAKS for at in between
    )


def _told_before(setting: Setting, spot: Spot, first: int) -> bool:
    """X said on Monday that she was backing Y; of what another says X did there is no date."""
    told = setting.told
    for at in range(spot.last, told.first):
        if setting.fold(at) not in _SAID and setting.sentence.kinds[at] not in _SMALL:
            return False
    said = _speech_before(setting, first)
    if said is None or "had" in setting.sentence.folds[told.first : told.cue]:
        return False
    return _speaks(setting, setting.sentence.noun(said - 1))


def _told_behind(setting: Setting, first: int) -> bool:
    """Whether the doer says so behind the clause: "I am backing Y", X said on Monday."""
    told = setting.told
    said = _speech_before(setting, first)
    if said is None or said < told.last or "had" in setting.sentence.folds[told.first : told.cue]:
        return False
    doer = setting.sentence.noun(said - 1) or setting.sentence.noun(said + 1)
    if doer is None:
        return False
    between = range(told.last, min(said, doer.first))
    marks = all(setting.fold(at) in _SAID for at in between)
    return marks and len(between) > 0 and _speaks(setting, doer)


def _speech_before(setting: Setting, first: int) -> int | None:
    """The verb of speech that words lead to from ``first``: "told the Gazette in Anytown"."""
    at = first - 1
    while at >= 0:
        if setting.sentence.kinds[at] == "speech":
            return at
        noun = setting.sentence.noun(at)
        if not (setting.passes(at) or (noun is not None and noun.kind != "person")):
            return _said_by(setting, at)
        at -= 1
    return None


def _said_by(setting: Setting, at: int) -> int | None:
    """The verb before its speaker: "said X on Monday"."""
    noun = setting.sentence.noun(at)
    if noun is None or noun.first == 0 or setting.sentence.kinds[noun.first - 1] != "speech":
        return None
    return noun.first - 1


def _speaks(setting: Setting, noun: Noun | None) -> bool:
    """Whether the speaker is who acts."""
    if noun is None:
        return False
    if noun in setting.told.nouns:
        return True
    meant = setting.discourse.mentions(Actor(noun), setting.at)
    return bool(meant) and setting.told.doers.issuperset(meant)
