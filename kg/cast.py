"""The cast of an article: which of its noun phrases name one and the same person or body.

A surname, a title with a surname and a misspelt name lead to the fullest form that the article
gives. Identity across articles is not decided here but in ``kg.reconcile``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kg.aliases import (
    JUNIORS,
    join_begun,
    join_lettered,
    join_middle,
    join_nicknamed,
    join_numbered,
    join_short,
    join_titled,
)
from kg.model import Mention
from kg.text import fold, near
from kg.words.nouns import Noun, Sentence

_OFTEN = 3  # so often a surname alone is somebody whom the article takes for known
_QUOTES = "\"“‘'"
_PAIR = 2
_WITH_GIVEN = frozenset(("", "sir", "dame"))  # what may stand before a given name alone


@dataclass(frozen=True, slots=True)
class Cast:
    """Look-ups from printed names (folded) to members of the cast.

    ``bodies`` leads from the key of a known body to the fullest name that the article gives it,
    ``longer`` from the last word of a body's name to that name, if no other body has it, and
    ``titled`` from members to the titles that stand before their full names.
    """

    by_name: Mapping[str, Mention]
    by_surname: Mapping[str, tuple[Mention, ...]]
    by_given: Mapping[str, tuple[Mention, ...]]
    bodies: Mapping[str, str]
    longer: Mapping[str, str]
    titled: Mapping[Mention, frozenset[str]] = field(default_factory=dict)

    def member(self, noun: Noun, recent: Sequence[Mention] = ()) -> Mention | None:
        """Who a person or organisation phrase means; ``recent`` settles a shared surname.

        ``recent`` holds members in the order in which the article named them last.
        """
        if noun.kind == "organisation":
            return self._body(noun)
        if noun.kind not in ("person", "place") or not noun.name:
            return None
        key = _key(noun)
        if key in self.by_name:
            return self.by_name[key]
        if noun.kind == "person" and " " in noun.name:
            return Mention("person", noun.name)
        return self._by_one_name(fold(noun.name), recent, noun)

    def _body(self, noun: Noun) -> Mention:
        known = noun.body.slug if noun.body else ""
        if known in self.bodies:
            return Mention("organisation", self.bodies[known])
        return Mention("organisation", self.longer.get(_folded(noun.name), noun.name))

    def named(self, name: str) -> Mention | None:
        """The member with this full name or, when only that is given, this surname."""
        words = fold(name).split()
        found = self.by_name.get(" ".join(words))
        if found:
            return found
        sharing = self.by_surname.get(words[-1], ())
        if len(sharing) == 1 and fold(sharing[0].name).split()[0][:3] == words[0][:3]:
            return sharing[0]
        return None

    def joined(self, noun: Noun) -> tuple[Mention, ...]:
        """The two whose surnames a hyphen joins, "the Doe-Roe ticket", if nobody is called so."""
        parts = fold(noun.name).split("-")
        found = tuple(self._by_one_name(part, (), replace(noun, title="")) for part in parts)
        two = len(parts) == _PAIR and found[0] != found[1]
        return tuple(one for one in found if one is not None) if two and None not in found else ()

    def sharing(self, noun: Noun) -> tuple[Mention, ...]:
        """The members of the surname that a person phrase gives alone."""
        return self.by_surname.get(fold(noun.name), ())

    def _by_one_name(self, word: str, recent: Sequence[Mention], noun: Noun) -> Mention | None:
        sharing = self.by_surname.get(word, ())
        if not sharing and fold(noun.title) in _WITH_GIVEN:
            sharing = self.by_given.get(word, ())
        if not sharing and noun.kind == "person":
            sharing = self._by_middle(word)
        if len(sharing) == 1:
            return sharing[0]
        styles = _styles(noun)
        alike = [one for one in sharing if styles & self.titled.get(one, frozenset())]
        if len(alike) == 1:
            return alike[0]  # "Dr Doe" is not Jane Doe where John Doe is the doctor
        return next((member for member in reversed(recent) if member in sharing), None)

    def _by_middle(self, word: str) -> tuple[Mention, ...]:
        """The one person in whose name the word stands inside: "Osei" of Jane Osei Doe."""
        inside = f" {word} "
        held = {one for key, one in self.by_name.items() if inside in key}
        return tuple(held) if len(held) == 1 else ()


def assemble(
    sentences: Iterable[Sentence],
    known: Collection[str] = (),
    short: Mapping[str, Collection[str]] | None = None,
) -> Cast:
    """The cast of an article from all its sentences, headings and list leads included.

    ``known`` are the surnames (folded) that the article takes for known, ``short`` leads from
    short given names (folded) to those that they stand for.
    """
    counts: Counter[str] = Counter()
    printed: dict[str, Noun] = {}
    single: dict[str, Noun] = {}
    alone: dict[str, list[Noun]] = {}
    honours: dict[str, set[str]] = {}
    bodies: dict[str, str] = {}
    last_words: dict[str, dict[str, None]] = {}
    for sentence in sentences:
        for noun in sentence.nouns:
            if noun.kind == "organisation":
                _keep_longest(bodies, noun)
                _keep_last_word(last_words, noun)
            if noun.kind != "person":
                continue
            key = _key(noun)
            if " " in noun.name or noun.title_keeps:
                counts[key] += 1
                if key not in printed or printed[key].name.isupper():
                    printed[key] = noun  # a headline's capitals are nobody's spelling
                honours.setdefault(key, set()).update(_styles(noun))
            elif noun.title or noun.offices:
                single.setdefault(key, noun)
            else:
                alone.setdefault(key, []).append(noun)
    often = {key: named[0] for key, named in alone.items() if key in known or _is_surname(named)}
    single = often | single
    members = {key: _member(noun) for key, noun in printed.items()}
    spellings = _spellings(counts)
    names = {key: members[spellings[key]] for key in members}
    join_titled(names)
    _join_double(names, printed)
    join_lettered(names)
    join_nicknamed(names)
    join_short(names, short or {})
    join_numbered(names)
    join_begun(names)
    join_middle(names)
    by_given = _group_by(names, 0, titled=False)
    surnames = _group_by(names, -1, titled=True).keys()
    for key in sorted(single.keys() - surnames - by_given.keys()):
        if "-" in key and set(key.split("-")) <= surnames:
            continue  # "Doe-Roe", who run together
        names[key] = _member(single[key])  # "Mr Osei", whom the article never names in full
    longer = {word: next(iter(named)) for word, named in last_words.items() if len(named) == 1}
    titled = {names[key]: frozenset(titles) for key, titles in honours.items()}
    return Cast(names, _group_by(names, -1, titled=True), by_given, bodies, longer, titled)


def _styles(noun: Noun) -> set[str]:
    """The title and the offices that stand before a name: "Dr Doe", "President Doe"."""
    before = {o.label.lower() for o in noun.offices if o.first < noun.name_first}
    return before | ({_folded(noun.title)} if noun.title else set())


def _is_surname(alone: Sequence[Noun]) -> bool:
    """Whether a word that stands alone is somebody: it comes often, and not only at beginnings.

    The capital of "Full list of supporters" is that of its sentence.
    """
    return len(alone) >= _OFTEN and any(noun.first for noun in alone)


def _keep_last_word(last_words: dict[str, dict[str, None]], noun: Noun) -> None:
    """Keeps the last word of a body's longer name, in place."""
    if " " in noun.name:
        last_words.setdefault(_folded(noun.name).split()[-1], {})[noun.name] = None


def _keep_longest(bodies: dict[str, str], noun: Noun) -> None:
    """Keeps the fullest printed name of a body that has a key, in place."""
    if noun.body and noun.body.slug and len(noun.name) > len(bodies.get(noun.body.slug, "")):
        bodies[noun.body.slug] = noun.name


_folded = lru_cache(maxsize=65536)(fold)  # the same few names come again and again


def _key(noun: Noun) -> str:
    name = _folded(noun.name)
    return f"{_folded(noun.title)} {name}" if noun.title_keeps and " " not in noun.name else name


def _member(noun: Noun) -> Mention:
    if noun.title_keeps:
        return Mention("person", f"{noun.title} {noun.name}", title=noun.title)
    return Mention("person", noun.name)


def _spellings(counts: Counter[str]) -> dict[str, str]:
    """For each name the spelling that the article uses most among those one slip away from it.

    Two names are one only when all words but one are equal, so that brothers stay two people.
    Names meet only where they share those words and what one slip leaves of the other, so that
    the cost grows with the number of names and not with its square.
    """
    alike: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for key in counts:
        words = key.split()
        for at, word in enumerate(words):
            alike.setdefault((*words[:at], "", *words[at + 1 :]), []).append((key, word))
    best = {key: key for key in counts}
    for sharing in alike.values():
        for group in _by_slip(sharing) if len(sharing) > 1 else ():
            _prefer_common(best, group, counts)
    return best


def _by_slip(names: Sequence[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """The names, each with its one other word, whose other words may be a slip apart."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for key, word in names:
        for trace in _slip_traces(word):
            groups.setdefault(trace, []).append((key, word))
    return (group for group in groups.values() if len(group) > 1)


def _slip_traces(word: str) -> set[str]:
    """The word itself and without each one of its letters: words one slip apart share one."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _prefer_common(
    best: dict[str, str], sharing: Sequence[tuple[str, str]], counts: Counter[str]
) -> None:
    """Leads each name of a group, in place, to the commonest other that is near it."""
    ranked = sorted(sharing, key=lambda one: (-counts[one[0]], one[0]))
    for key, word in ranked:
        for other, beside in ranked:
            if counts[other] <= counts[best[key]]:
                break
            if near(word, beside):
                best[key] = other
                break


def _join_double(names: dict[str, Mention], printed: Mapping[str, Noun]) -> None:
    """Leads two words, "Ms Holt Carey" or "Holt Carey", to the one full name that ends so."""
    double = [key for key in printed if key.count(" ") == 1]
    endings: dict[str, set[Mention]] = {}
    for name, member in names.items() if double else ():
        behind = [word for word in name.split()[1:] if word[0] not in _QUOTES]
        endings.setdefault(" ".join(behind), set()).add(member)
    for key in double:
        longer = endings.get(key, set())
        if len(longer) == 1:
            names[key] = next(iter(longer))


def _group_by(
    names: Mapping[str, Mention], position: int, *, titled: bool
) -> dict[str, tuple[Mention, ...]]:
    grouped: dict[str, dict[Mention, None]] = {}
    for key, member in names.items():
        if titled or not member.title:
            words = key.split()
            last = position - (position < 0 and len(words) > 2 and words[-1] in JUNIORS)
            grouped.setdefault(words[last], {})[member] = None
    return {word: tuple(group) for word, group in grouped.items()}
