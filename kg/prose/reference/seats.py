"""Seats without a name: "the Anytown MP" is the one whom the sentence before was about."""

from __future__ import annotations

from kg.frames.clause.clauses import opens_clause
from kg.model import Mention
from kg.prose.reference.antecedents import Antecedents
from kg.prose.reference.holders import Holders
from kg.words.nouns import Noun, Sentence
from kg.words.offices import OfficePhrase

_SEATS = frozenset(
    ("Senator", "U.S. Senator", "Congressman", "Congresswoman", "Assemblyman", "Assemblywoman")
)
_SAID = ["speech", "determiner"]


def of_seat(said: Antecedents, holders: Holders, noun: Noun, at: int) -> Mention | None:
    """Whom a seat in passage ``at`` means before whom the sentence names nobody.

    It is the one whom the sentence before was about or who alone was named there, outside
    quotations, and nobody who is known to sit elsewhere.
    """
    office = noun.offices[0]
    seat = office.place and (office.label.isupper() or office.label in _SEATS)
    if not seat or len(noun.offices) > 1 or not _begins(said.passages[at].sentence, noun):
        return None
    last = _spoken_of(said, at - 1) if at else None
    if last is None or (
        last in holders.by_label.get(office.label, ()) and _sits(holders, last, office)
    ):
        return None
    return last


def _begins(sentence: Sentence, noun: Noun) -> bool:
    """Whether the seat stands for who acts or speaks, and nobody is named before it."""
    if any(one.kind in ("person", "pronoun") for one in sentence.nouns if one.first < noun.first):
        return False
    spoken = sentence.kinds[max(0, noun.first - 2) : noun.first] == _SAID
    return spoken or opens_clause(sentence, noun)


def _spoken_of(said: Antecedents, at: int) -> Mention | None:
    passage = said.passages[at]
    people = [one for one in passage.sentence.nouns if one.kind == "person"]
    if any(passage.in_quotation(one.first) for one in people):
        return None
    named = {said.member(one, at) for one in people}
    only = next(iter(named)) if len(named) == 1 else None
    return said.subject(at, alone=True) or only


def _sits(holders: Holders, one: Mention, office: OfficePhrase) -> bool:
    """Whether the article gives somebody that office in a place, and not only "X MP"."""
    return any(
        place and label == office.label and who == one
        for (label, place), who in holders.named.items()
    )
