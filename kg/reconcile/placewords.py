"""Takes a printed place apart: the name itself, and the words that tell the kind of its council."""

from __future__ import annotations

from dataclasses import dataclass

from kg.gazetteer import Council, Gazetteer, KindPhrase, fold_place

PARISH = "parish"


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
    def is_parish(self) -> bool:
        """Whether the kind words are those of a parish, town or community council."""
        return any(phrase.word == PARISH for phrase in self.phrases)

    @property
    def is_no_council(self) -> bool:
        """Whether the kind words are of a body that is no principal council."""
        return any(not phrase.fits for phrase in self.phrases)

    @property
    def is_body(self) -> bool:
        """Whether kind words follow or precede the name at all: it is a body, not just a place."""
        return any(phrase.phrase != "the" for phrase in self.phrases)

    @property
    def words(self) -> frozenset[str]:
        """The telling words of the phrases: "city", "county"."""
        return frozenset(phrase.word for phrase in self.phrases if phrase.word)

    def fits(self, council: Council) -> bool:
        """Whether every kind word can be said of ``council``."""
        return all(council.kind in phrase.fits for phrase in self.phrases)


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


def written_out(gazetteer: Gazetteer, words: PlaceWords) -> str | None:
    """The name with its abbreviations written out, or None when there is none to write out."""
    for form in words.forms:
        if form in gazetteer.whole_abbreviations:
            long = gazetteer.whole_abbreviations[form]
            return f" {words.folded} ".replace(f" {form} ", f" {long} ", 1).strip()
    parts = words.folded.split()
    long = " ".join(gazetteer.word_abbreviations.get(part, part) for part in parts)
    return None if long == words.folded else long


def _phrase_at(gazetteer: Gazetteer, folded: str, *, before: bool) -> KindPhrase | None:
    """The longest kind phrase at that end of ``folded``."""
    for phrase in gazetteer.kind_phrases:
        if phrase.before != before:
            continue
        beside = f"{phrase.phrase} " if before else f" {phrase.phrase}"
        if folded.startswith(beside) if before else folded.endswith(beside):
            return phrase
    return None
