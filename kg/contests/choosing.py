"""Which of the contests that an article names it is about: weighed over all its sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from kg.contests.naming import Named, held_offices, named_contests
from kg.lexicon import Lexicon, folded
from kg.words.nouns import Sentence

_HEADING = 3  # sentences with which an article begins
_AT_HEAD = 3  # how much more they weigh
_PART = 3  # a party's part needs a third of the party's weight: "X Labour" beside "Labour"
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Weighed:
    """The offices of an article by weight, and what is said of each.

    ``bodies`` and ``years`` are those printed with them, ``headed`` the first years with
    which the article begins; ``parties`` and ``unions`` are those named anywhere.
    """

    offices: Counter[str] = field(default_factory=Counter)
    bodies: dict[str, Counter[str]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    years: dict[str, Counter[int]] = field(default_factory=dict)
    headed: dict[str, int] = field(default_factory=dict)
    parties: Counter[str] = field(default_factory=Counter)
    unions: Counter[str] = field(default_factory=Counter)


def weigh(sentences: Sequence[Sentence], lexicon: Lexicon) -> Weighed:
    """What the sentences of an article say of contests."""
    found = Weighed()
    for at, sentence in enumerate(sentences):
        share = _AT_HEAD if at < _HEADING else 1
        spoken = list(named_contests(sentence, lexicon))
        for one in spoken:
            _add(found, one, one.weight * share)
            if one.year:
                found.years.setdefault(one.office, Counter())[one.year] += 1
                if at < _HEADING:
                    found.headed.setdefault(one.office, one.year)
        for one in held_offices(sentence, lexicon):
            found.bodies.setdefault(one.office, Counter())[one.body] += 1
        _count_bodies(found, sentence, 3 * share if spoken else share, lexicon)
    return found


def _add(found: Weighed, one: Named, weight: int) -> None:
    found.offices[one.office] += weight
    found.kinds.setdefault(one.office, one.of)
    if one.body:
        found.bodies.setdefault(one.office, Counter())[one.body] += weight


def _count_bodies(found: Weighed, sentence: Sentence, weight: int, lexicon: Lexicon) -> None:
    for noun in sentence.nouns:
        if noun.body and noun.body.kind == "party":
            found.parties[noun.body.name] += weight
        elif noun.body and noun.body.kind == "union":
            found.unions[noun.body.name] += weight
        elif noun.kind == "group":
            found.parties.update(
                dict.fromkeys(_party_words(sentence, noun.first, noun.last, lexicon), weight)
            )
        for office in noun.offices:
            party = (
                lexicon.parties.whole(folded(office.organisation)) if office.organisation else None
            )
            if party:
                found.parties[party.name] += 1


def _party_words(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> list[str]:
    """Parties named inside other noun phrases: "230 Labour councillors"."""
    at = (lexicon.parties.at(sentence.folds, index) for index in range(first, last))
    return [party.value.name for party in at if party]


def most(counter: Counter[Item]) -> Item | None:
    """What weighs most; of equal weights the first in order of its text."""
    ranked = sorted(counter.items(), key=lambda item: (-item[1], str(item[0])))
    return ranked[0][0] if ranked else None


def office_of(found: Weighed) -> str | None:
    """The office that the article speaks of most, of equal ones the first; None if of none."""
    return max(found.offices, key=found.offices.__getitem__, default=None)


def body_of(found: Weighed, office: str, lexicon: Lexicon) -> str | None:
    """Whose the office is: what its own phrases say, else the party or union named most."""
    kind = found.kinds[office]
    said = found.bodies.get(office)
    if said:
        return _with_part(said)
    if kind == "party":
        return _with_part(found.parties)
    if kind == "body":
        return most(found.unions)
    if kind in ("country", "any") and office in ("president", "general election"):
        return _country(found.parties, lexicon)
    return None


def _with_part(said: Counter[str]) -> str | None:
    """The body said most; the part of a party if that is said a good deal: "Welsh Labour"."""
    body = most(said)
    parts = (
        (weight, name)
        for name, weight in said.items()
        if body and name != body and name.endswith(f" {body}") and weight * _PART >= said[body]
    )
    return max(parts, default=(0, body))[1]


def _country(parties: Iterable[str], lexicon: Lexicon) -> str | None:
    """The country of the parties named, if they have one in common."""
    countries = lexicon.identity.party_countries
    found = {countries[party] for party in parties if party in countries}
    return found.pop() if len(found) == 1 else None
