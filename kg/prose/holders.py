"""Who holds which office, as the article itself states it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.cast import Cast
from kg.model import Mention
from kg.nouns import Noun, Sentence
from kg.offices import OfficePhrase
from kg.passages import Passage

_SITTING = frozenset(("sits", "sit", "represents", "represent", "represented", "holds"))


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds which office: ``named`` by the office and its place or body ("" for none).

    ``by_label`` has everybody to whom the article gives an office of that name.
    """

    named: Mapping[tuple[str, str], Mention]
    by_label: Mapping[str, frozenset[Mention]]

    def only(self, label: str) -> Mention | None:
        """Who holds the office, if the article gives it to one person only."""
        found = self.by_label.get(label, frozenset())
        return next(iter(found)) if len(found) == 1 else None


def office_holders(passages: Sequence[Passage], cast: Cast) -> Holders:
    """The person for each office and its place or body, the first one named."""
    holders: dict[tuple[str, str], Mention] = {}
    for passage in passages:
        for noun in passage.sentence.nouns:
            member = cast.member(noun) if noun.kind == "person" else None
            for office in _offices_of(passage.sentence, noun) if member else ():
                if member:
                    key = (office.label, office.place or office.organisation)
                    holders.setdefault(key, member)
            if member:
                seat = _seat_after(passage.sentence, noun.last)
                if seat:
                    holders.setdefault(("MP", seat), member)
    by_label: dict[str, set[Mention]] = {}
    for (label, _), member in holders.items():
        by_label.setdefault(label, set()).add(member)
    return Holders(holders, {label: frozenset(held) for label, held in by_label.items()})


def _offices_of(sentence: Sentence, noun: Noun) -> tuple[OfficePhrase, ...]:
    """The offices of a person, with the one that an apposition gives: "the whip, X", "X, whip"."""
    beside = (sentence.noun(noun.first - 2), sentence.noun(noun.last + 1))
    marks = (sentence.folds[noun.first - 1] if noun.first else "", "")
    after = sentence.folds[noun.last] if noun.last < len(sentence.folds) else ""
    found = noun.offices
    for other, mark in zip(beside, (marks[0], after), strict=True):
        if other is not None and other.kind == "office" and mark == ",":
            found = (*found, *other.offices)
    return found


def _seat_after(sentence: Sentence, index: int) -> str:
    """The place in "X, who sits for Slough": whose seat it is."""
    sitting = index
    while sitting < min(index + 3, len(sentence.folds)):
        if sentence.folds[sitting] in _SITTING:
            for at in range(sitting + 1, min(sitting + 4, len(sentence.folds))):
                noun = sentence.noun(at)
                if noun is not None:
                    return noun.name if noun.kind == "place" else ""
        sitting += 1
    return ""
