"""Endorsements, claims, candidacies and offices that came, went or changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kg.diff.account import CANDIDACIES, CLAIMS, ENDORSEMENTS, IDENTITY, OFFICES, Account
from kg.diff.facts import Facts
from kg.diff.pairing import pairs
from kg.diff.places import tell_place
from kg.text import fold
from kg.vocab import KGO, ORG, PROV
from kg.why.wording import Values

_NO_LONGER: Mapping[str, str] = MappingProxyType(
    {
        "Supports": "no longer supports",
        "Opposes": "no longer opposes",
        "Withdrawn": "is no longer said to have withdrawn support from",
        "Expected": "is no longer expected to support",
    }
)


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as one of the graphs has it: its values in words, the words that say it."""

    node: str
    parts: Values
    words: frozenset[str]
    sentence: str

    def part(self, *names: str) -> tuple[str, ...]:
        """The values of these properties, folded, to be compared."""
        return tuple(fold(" or ".join(self.parts.get(name, ()))) for name in names)

    def text(self, name: str) -> str:
        """The values of a property for people."""
        return " or ".join(self.parts.get(name, ()))


Way = Callable[[Said], Iterator[Hashable]]


def _by_words(*names: str) -> Way:
    """One statement becomes another that the same words say, with these parts unchanged."""

    def keys(said: Said) -> Iterator[Hashable]:
        part = said.part(*names)
        yield from ((words, part) for words in sorted(said.words))

    return keys


def _by_parts(*names: str) -> Way:
    """One statement becomes another with these parts unchanged, whatever says it."""

    def keys(said: Said) -> Iterator[Hashable]:
        yield said.part(*names)

    return keys


_NUMBER = (KGO.regarding, KGO.contest, KGO.unit, PROV.wasAttributedTo)
_WAYS: Mapping[str, Sequence[Way]] = MappingProxyType(
    {
        "endorsement": (
            _by_words(KGO.endorser, KGO.endorses, KGO.contest, KGO.polarity),
            _by_words(KGO.endorser),
            _by_words(KGO.endorses, KGO.contest, KGO.polarity),
            _by_parts(KGO.endorser, KGO.endorses, KGO.contest, KGO.polarity),
            _by_parts(KGO.endorser, KGO.contest),
        ),
        "claim": (
            _by_words(*_NUMBER, KGO.count, KGO.comparator),
            _by_words(KGO.regarding, KGO.contest),
            _by_parts(*_NUMBER, KGO.count, KGO.comparator),
            _by_parts(*_NUMBER),
        ),
        "candidacy": (_by_parts(KGO.candidate, KGO.contest), _by_words(KGO.candidate)),
        "office": (
            _by_words(ORG.member, ORG.role),
            _by_words(ORG.member),
            _by_parts(ORG.member, ORG.role),
        ),
    }
)
_GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "endorsement": ENDORSEMENTS,
        "claim": CLAIMS,
        "candidacy": CANDIDACIES,
        "office": OFFICES,
    }
)
KINDS = tuple(_GROUPS)
"""What articles say, by kind."""


def tell_statements(account: Account) -> None:
    """All that came and went: what became of what, then what is left on either side."""
    for kind in KINDS:
        went = [_said(account.old, n) for n in account.left(account.touched.went, kind)]
        came = [_said(account.new, n) for n in account.left(account.touched.came, kind)]
        found, gone, new = pairs(went, came, _WAYS[kind])
        for one, other in found:
            _tell_pair(account, kind, one, other)
        for said in gone:
            account.tell(_GROUPS[kind], "withdrawn", _withdrawn(kind, said), said.node)
        for said in new:
            account.tell(_GROUPS[kind], "added", said.sentence, said.node)


def _said(facts: Facts, node: str) -> Said:
    return Said(node, facts.in_words(node), facts.words(node), facts.sentence(node))


def _tell_pair(account: Account, kind: str, one: Said, other: Said) -> None:
    nodes = (one.node, other.node)
    if kind == "office" and tell_place(account, *nodes):
        pass
    elif one.sentence != other.sentence:
        account.tell(_GROUPS[kind], "changed", _became(kind, one, other), *nodes)
    account.done.update(nodes)
    _tell_renamed(account, kind, *nodes)


_WHO: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "endorsement": (KGO.endorser, KGO.endorses),
        "claim": (KGO.regarding, PROV.wasAttributedTo),
        "candidacy": (KGO.candidate, KGO.contest),
        "office": (ORG.member,),
    }
)


def _tell_renamed(account: Account, kind: str, one: str, other: str) -> None:
    """People and bodies of one name whose IRI is another now, which no match decision says."""
    for predicate in _WHO[kind]:
        olds, news = account.old.values(one, predicate), account.new.values(other, predicate)
        if len(olds) != 1 or len(news) != 1 or olds == news:
            continue
        before, after = olds[0], news[0]
        gone = account.touched.went.get(before)
        if gone is None or after not in account.touched.came or gone in KINDS:
            continue
        if before in account.done or account.old.name(before) != account.new.name(after):
            continue
        now = account.new.shown(after)
        text = f"{account.new.name(after)}: {account.old.shown(before)} is now {now}"
        account.tell(IDENTITY, "changed", text, before, after)


def _became(kind: str, one: Said, other: Said) -> str:
    """How a statement changed, in a sentence."""
    contest = f" ({other.text(KGO.contest)})" if KGO.contest in other.parts else ""
    if kind == "claim" and one.part(*_NUMBER) == other.part(*_NUMBER):
        return count_changed(one.parts, other.parts)
    same = one.part(KGO.endorser, KGO.polarity) == other.part(KGO.endorser, KGO.polarity)
    if kind == "endorsement" and same and other.parts.get(KGO.polarity) == ("Supports",):
        now, before = other.text(KGO.endorses), one.text(KGO.endorses)
        return f"{other.text(KGO.endorser)} now supports {now}, no longer {before}{contest}"
    return f"{other.sentence}; before: {one.sentence}"


def count_changed(old: Values, new: Values) -> str:
    """That the number of a claim is another one."""
    before, after = (f"{_bound(parts)}{_number(parts)}" for parts in (old, new))
    about = " or ".join(new.get(KGO.regarding, ()))
    contest = "".join(f" ({name})" for name in new.get(KGO.contest, ()))
    unit = " or ".join(new.get(KGO.unit, ()))
    return f"count of {unit} stated for {about} changed {before} → {after}{contest}"


def _number(parts: Values) -> str:
    return " or ".join(parts.get(KGO.count, ()))


def _bound(parts: Values) -> str:
    words = {"MoreThan": "over ", "AtLeast": "at least ", "About": "about "}
    return "".join(words.get(name, "") for name in parts.get(KGO.comparator, ()))


def _withdrawn(kind: str, said: Said) -> str:
    if kind == "endorsement":
        stance = " or ".join(_NO_LONGER.get(p, p) for p in said.parts.get(KGO.polarity, ()))
        contest = f" ({said.text(KGO.contest)})" if KGO.contest in said.parts else ""
        return f"{said.text(KGO.endorser)} {stance} {said.text(KGO.endorses)}{contest}"
    return f"no longer: {said.sentence}"
