"""A statement in a sentence, and names of IRIs that people can read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from kg.vocab import KGO, ORG, PREFIXES, PROV, SKOS

Values = Mapping[str, tuple[str, ...]]
"""Property IRI → its values in words, sorted."""

_STANCES = {
    "Supports": "supports",
    "Opposes": "opposes",
    "Withdrawn": "has withdrawn support from",
    "Expected": "is expected to support",
}
_BOUNDS = {
    "Exactly": "",
    "MoreThan": "over ",
    "AtLeast": "at least ",
    "About": "about ",
    "Indefinite": "roughly ",
}
_HELD = {"Current": "is", "Former": "was", "Interim": "is for the time being"}
_STANDS = {"Withdrawn": "withdrew from"}
_NAMES = {SKOS.altLabel: "also called", SKOS.closeMatch: "may be the same as"}
_CAPITAL = re.compile(r"(?<=[a-z])([A-Z])")


def short(text: str) -> str:
    """The last part of an IRI of a vocabulary in words; any other text as it is."""
    for space in PREFIXES.values():
        if text.startswith(space) and "/" not in text[len(space) :]:
            return text[len(space) :] or text
    return text


def in_words(name: str) -> str:
    """The name of a property in words: ``in capacity`` for ``kgo:inCapacity``."""
    return _NAMES.get(name) or _CAPITAL.sub(r" \1", short(name)).lower()


def sentence(kind: str, values: Values) -> str:
    """What a statement of this kind says; ``values`` are in words, by property."""
    return _SENTENCES.get(kind, _nothing)(values)


def _endorsement(values: Values) -> str:
    stance = _word(values, KGO.polarity, _STANCES)
    text = f"{_join(values, KGO.endorser)} {stance} {_join(values, KGO.endorses)}"
    return f"{text}{_in_brackets(values, KGO.contest)}"


def _claim(values: Values) -> str:
    bound = _word(values, KGO.comparator, _BOUNDS)
    number = f"{bound}{_join(values, KGO.count)} {_join(values, KGO.unit)}"
    source = (
        f"{_join(values, PROV.wasAttributedTo)} says: " if PROV.wasAttributedTo in values else ""
    )
    return f"{source}{number} for {_join(values, KGO.regarding)}{_in_brackets(values, KGO.contest)}"


def _office(values: Values) -> str:
    places = [_join(values, name) for name in (ORG.organization, KGO.represents) if name in values]
    person, where = _join(values, ORG.member), "; ".join(places)
    if ORG.role not in values:
        return f"{person} is named with {where}"
    held = f"{person} {_word(values, KGO.status, _HELD)} {_join(values, ORG.role)}"
    return f"{held} ({where})" if where else held


def _candidacy(values: Values) -> str:
    stands = _STANDS.get(_join(values, KGO.status), "stands in")
    return f"{_join(values, KGO.candidate)} {stands} {_join(values, KGO.contest)}"


def _nothing(_values: Values) -> str:
    return ""


_SENTENCES: Mapping[str, Callable[[Values], str]] = MappingProxyType(
    {"endorsement": _endorsement, "claim": _claim, "office": _office, "candidacy": _candidacy}
)


def _join(values: Values, name: str) -> str:
    return " or ".join(values.get(name, ()))


def _word(values: Values, name: str, words: Mapping[str, str]) -> str:
    return " or ".join(words.get(value, value) for value in values.get(name, ()))


def _in_brackets(values: Values, name: str) -> str:
    return f" ({_join(values, name)})" if name in values else ""
