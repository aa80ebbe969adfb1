"""What a clause tells of who supports somebody: the office held now, and whence they are."""

from __future__ import annotations

from kg.model import Mention
from kg.words.nouns import Noun, Sentence
from kg.words.offices import OfficePhrase


def whence(sentence: Sentence, noun: Noun) -> Mention | None:
    """Where the text says that somebody is from: "Jane Doe of Highwood"."""
    where = sentence.noun(noun.last + 1)
    behind = sentence.folds[noun.last : noun.last + 1] == ["of"]
    if not behind or where is None or where.kind != "place":
        return None
    return Mention("place", where.name)


def first_current(offices: tuple[OfficePhrase, ...]) -> OfficePhrase | None:
    """The first office that is held still, else the first of all."""
    return next((office for office in offices if office.status != "former"), None) or next(
        iter(offices), None
    )
