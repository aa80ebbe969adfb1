"""Who holds which office, as the article itself states it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.cast import Cast
from kg.gazetteer import Gazetteer
from kg.model import Mention
from kg.passages import Passage
from kg.words.nouns import Noun, Sentence
from kg.words.offices import OfficePhrase

_SITTING = frozenset(("sits", "sit", "represents", "represent", "represented", "holds"))
_SEATED = frozenset(("MP",))
_REMOVING = frozenset(
    (
        *("remove", "removing", "oust", "ousting", "topple", "toppling", "unseat", "unseating"),
        *("replace", "replacing", "depose", "deposing", "dislodge", "challenge", "challenging"),
    )
)
_LINKING = (",", "is", "became")
_MANY = frozenset(
    (
        *("mp", "msp", "ms", "am", "td", "mep", "mla", "mna", "mpp", "mhk", "mhp", "senator"),
        *("member", "congressman", "congresswoman", "representative", "legislator", "lawmaker"),
        *("councillor", "councilor", "councilman", "councilwoman", "councilmember", "alderman"),
        *("assemblyman", "assemblywoman", "assemblymember", "delegate", "deputy", "peer"),
        *("minister", "secretary", "spokesman", "spokeswoman", "spokesperson", "commissioner"),
        *("candidate", "nominee", "supervisor", "selectman", "trustee", "freeholder"),
    )
)
_LONE = frozenset(("prime", "first", "chief", "general", "taoiseach"))


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds which office: ``named`` by the office and its place or body ("" for none).

    ``by_label`` has everybody to whom the article gives an office of that name, ``former`` those
    of them who held it once.
    """

    named: Mapping[tuple[str, str], Mention]
    by_label: Mapping[str, frozenset[Mention]]
    former: Mapping[str, frozenset[Mention]]

    def only(self, office: OfficePhrase) -> Mention | None:
        """Who holds the office, if the article gives it to one person only.

        Of several the one who held it once is meant by "the former mayor", and not by "the mayor".
        """
        former = self.former.get(office.label, frozenset())
        holding = self.by_label.get(office.label, frozenset())
        found = (former or holding) if office.status == "former" else holding - former
        return next(iter(found)) if len(found) == 1 else None

    def holds(self, one: Mention, office: OfficePhrase) -> bool:
        """Whether the article gives somebody an office of that name."""
        return one in self.by_label.get(office.label, frozenset())


def office_holders(passages: Sequence[Passage], cast: Cast) -> Holders:
    """The person for each office and its place or body, the first one named."""
    holders: dict[tuple[str, str], Mention] = {}
    by_label: dict[str, set[Mention]] = {}
    former: dict[str, set[Mention]] = {}
    for passage in passages:
        for noun in passage.sentence.nouns:
            member = cast.member(noun) if noun.kind == "person" else None
            if member is None:
                continue
            for office in _offices_of(passage.sentence, noun):
                holders.setdefault((office.label, office.place or office.organisation), member)
                by_label.setdefault(office.label, set()).add(member)
                if office.status == "former":
                    former.setdefault(office.label, set()).add(member)
            seat = _seat_after(passage.sentence, noun.last)
            if seat:
                holders.setdefault(("MP", seat), member)
                by_label.setdefault("MP", set()).add(member)
        for noun, office in _to_lose(passage.sentence):
            member = cast.member(noun)
            if member is not None:
                holders.setdefault((office.label, office.place or office.organisation), member)
                by_label.setdefault(office.label, set()).add(member)
    return Holders(holders, _frozen(by_label), _frozen(former))


def _to_lose(sentence: Sentence) -> Iterator[tuple[Noun, OfficePhrase]]:
    """X in "a bid to remove X as leader", who is leader; "her" is the one person before it."""
    for at, word in enumerate(sentence.folds):
        whom = sentence.noun(at + 1) if word in _REMOVING else None
        if whom is None or sentence.folds[whom.last : whom.last + 1] != ["as"]:
            continue
        people = [noun for noun in sentence.nouns if noun.kind == "person"]
        held = whom if whom.kind == "person" else people[0] if len(people) == 1 else None
        following = (noun for noun in sentence.nouns if noun.first > whom.last)
        for office in following:
            if held is None or office.kind != "office":
                break
            yield from ((held, one) for one in office.offices)


def seated(
    office: OfficePhrase, gazetteer: Gazetteer, day: date | None, cast: Cast
) -> Mention | None:
    """The member for the seat on the article's day, if the article names that person."""
    if day is None or office.label not in _SEATED or not office.place:
        return None
    member = gazetteer.member_for(office.place, day)
    return cast.named(member.name) if member is not None else None


def _frozen(held: Mapping[str, set[Mention]]) -> dict[str, frozenset[Mention]]:
    return {label: frozenset(members) for label, members in held.items()}


def _offices_of(sentence: Sentence, noun: Noun) -> tuple[OfficePhrase, ...]:
    """The offices of a person, with the one that an apposition gives: "the whip, X", "X, whip"."""
    behind = noun.last + 1
    behind += behind < len(sentence.kinds) and sentence.kinds[behind] == "determiner"
    beside = (sentence.noun(noun.first - 2), sentence.noun(behind))
    marks = (sentence.folds[noun.first - 1] if noun.first else "", "")
    after = sentence.folds[noun.last] if noun.last < len(sentence.folds) else ""
    found = noun.offices
    for other, mark in zip(beside, (marks[0], after), strict=True):
        if other is None or sentence.kinds[other.last : other.last + 1] == ["speech"]:
            continue  # "backs X, an aide said"
        if other.kind == "office" and mark in _LINKING:
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


def holding(holders: Holders, office: OfficePhrase) -> frozenset[Mention]:
    """Those to whom the article gives an office of that name."""
    return holders.by_label.get(office.label, frozenset())


def is_lone(office: OfficePhrase) -> bool:
    """Whether one person at a time holds the office: "the president", but "the former mayor"."""
    words = office.label.lower().split()
    many = words[-1] in _MANY and _LONE.isdisjoint(words)
    return not many and office.status != "former"


def sits_elsewhere(holders: Holders, office: OfficePhrase, one: Mention) -> bool:
    """Whether the article gives somebody the same office of another place or body."""
    where = office.place or office.organisation
    places = [
        of for (label, of), who in holders.named.items() if label == office.label and who == one
    ]
    return bool(where) and any(place and where not in place for place in places)


def holds_another(holders: Holders, office: OfficePhrase, one: Mention) -> bool:
    """Whether the article gives somebody an office of that kind for something else.

    The health secretary is not the finance secretary.
    """
    label = office.label
    kind = label.rpartition(" ")
    others = (other for other, who in holders.by_label.items() if one in who and other != label)
    return bool(kind[0]) and any(other.rpartition(" ")[1:] == kind[1:] for other in others)
