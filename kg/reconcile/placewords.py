"""Takes a printed place apart: the name itself, and the words that tell the kind of its council."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.gazetteer import Council, Gazetteer, KindPhrase, fold_place

PARISH: Final = "parish"
WARD: Final = "ward"
SEAT: Final = "constituency"
# What counties and cities of other countries are called as well.
_OF_PLACES = frozenset({"the", "city", "county"})
_INITIALS = re.compile(r"\b\w(?: \w\b)+")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """A folded place. ``forms`` are the readings of its name, the fullest first.

    ``phrases`` are the kind words beside the name: "city council".
    """

    folded: str
    forms: tuple[str, ...]
    phrases: tuple[KindPhrase, ...]

    @property
    def bare(self) -> str:
        """The name without any kind word."""
        return self.forms[-1] if self.forms else ""

    @property
    def is_no_council(self) -> bool:
        """Whether the kind words are of a body that is no principal council."""
        return any(not phrase.fits for phrase in self.phrases)

    @property
    def is_body(self) -> bool:
        """Whether kind words follow or precede the name at all: it is a body, not just a place."""
        return any(phrase.phrase != "the" for phrase in self.phrases)

    @property
    def may_be_abroad(self) -> bool:
        """Whether the kind words, if any, are no more than places elsewhere are called by."""
        return all(phrase.phrase in _OF_PLACES for phrase in self.phrases)

    @property
    def words(self) -> frozenset[str]:
        """The telling words of the phrases: "city", "county", "county or city"."""
        return frozenset(phrase.word for phrase in self.phrases if phrase.word)

    def fits(self, council: Council) -> bool:
        """Whether every kind word can be said of ``council``."""
        return all(council.kind in phrase.fits for phrase in self.phrases)

    def speaks_of(self, council: Council) -> bool:
        """Whether the telling kind words all occur in some name or in the kind of ``council``."""
        own = {word for name in council.names for word in fold_place(name).split()}
        own.update(council.kind.split("-"))
        return all(
            any(own.issuperset(one.split()) for one in word.split(" or ")) for word in self.words
        )


def take_apart(gazetteer: Gazetteer, printed: str) -> PlaceWords:
    """The words of ``printed``. Kind words are never taken from a name that has nothing else."""
    folded = fold_place(printed)
    forms = {folded: None} if folded else {}
    phrases: list[KindPhrase] = []
    name = folded
    for before in (False, True):
        while (phrase := _phrase_at(gazetteer, name, before=before)) is not None:
            cut = len(phrase.phrase) + 1
            name = name[cut:] if before else name[:-cut]
            forms[name] = None
            phrases.append(phrase)
    return PlaceWords(folded, tuple(forms), tuple(phrases))


def written_out(gazetteer: Gazetteer, words: PlaceWords) -> tuple[str, ...]:
    """What the name may be with its abbreviations written out; nothing if there is none in it."""
    joined = _INITIALS.sub(lambda run: run[0].replace(" ", ""), words.folded)
    if joined != words.folded:
        # "L.B. Camden" is "LB Camden", but "E. N. Ayrshire" need not be one abbreviation.
        again = take_apart(gazetteer, joined)
        return written_out(gazetteer, again) or (joined, *_word_by_word(gazetteer, words))
    for form in words.forms:
        if form in gazetteer.whole_abbreviations:
            longs = gazetteer.whole_abbreviations[form]
            around = f" {words.folded} "
            return tuple(around.replace(f" {form} ", f" {one} ", 1).strip() for one in longs)
    return _word_by_word(gazetteer, words)


def _word_by_word(gazetteer: Gazetteer, words: PlaceWords) -> tuple[str, ...]:
    """The name with every word that is an abbreviation written out."""
    long = " ".join(gazetteer.word_abbreviations.get(part, part) for part in words.folded.split())
    return () if long == words.folded else (long,)


def _phrase_at(gazetteer: Gazetteer, folded: str, *, before: bool) -> KindPhrase | None:
    """The longest kind phrase at that end of ``folded``."""
    for phrase in gazetteer.kind_phrases:
        if phrase.before != before:
            continue
        beside = f"{phrase.phrase} " if before else f" {phrase.phrase}"
        if folded.startswith(beside) if before else folded.endswith(beside):
            return phrase
    return None
