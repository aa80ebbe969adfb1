"""Constructions: wordings with places for who supports and whom, each a row of a table.

A row is a line of elements parted by blanks:

    E, C          a phrase for who supports (one or several), for whom; also for the latter's bid
    B             an E that is a body: a union, a paper, a branch
    J             a phrase for who does it together with E, or, without C, was told of before
    E's, C's      the same as the owner of what follows: "Y's", "his"
    word          the word; a/b one of several; a/b? the same or nothing
    @name         one of the words of a family of ``construction-words.tsv``; @name+ any form of
                  them, @name/word one of them or another
    verb+         any form of the verb; verb/verbs the present only
    ~             up to three words that name nobody
    ^ $           the beginning and the end of a clause

A row "E verb+ ... C" is also read with its subject last: "signing on with C are E". Adverbs may
stand anywhere between, and "C's campaign" may be "the campaign of C". A subject directly before a
verb is looked for as that of any verb is: "E, who has long known him, chairs C's campaign".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from kg.lexicon.verbs import Forms, inflections

ElementKind = Literal["word", "slot", "owner", "gap", "begin", "end"]
_SLOTS = {"E": "E", "C": "C", "B": "E", "J": "J"}
_OWNERS = {"E's": "E", "C's": "C", "B's": "E"}
_EXAMPLES = ("as", "like", "including")  # "such as A and B"
_LISTING = "is/are/was/were"
_OWNED = 3  # parts behind an owner, as in "C's mayoral campaign"
_AUXILIARY = frozenset(("is", "has", "does"))  # forms that tell "be", "have" and "do"


class Element(NamedTuple):
    """One place of a construction: the words that may stand there, or the slot "E", "C" or "J".

    The words of "C" are those for a bid: what is done for Y's bid is done for Y. Those of "E" stand
    before its names without a verb: "Y supporters A and B".
    """

    kind: ElementKind
    words: frozenset[str] = frozenset()
    slot: str = ""
    optional: bool = False
    verb: bool = False
    body: bool = False


class Construction(NamedTuple):
    """A wording: what stands before its anchor word, from right to left, and what behind it.

    ``needed`` are the words that it has beside the anchor: of each set one. ``row`` tells where
    in the table it stands: of two that match the first one counts.
    """

    before: tuple[Element, ...]
    anchor: Element
    after: tuple[Element, ...]
    frame: str
    force: str
    needed: tuple[frozenset[str], ...]
    row: int


class Anchored:
    """The constructions of one anchor word, found by a second word that they need.

    A table has hundreds of rows for "say" and "want", and a sentence hardly any of their words.
    """

    __slots__ = ("_alone", "_by_second", "_seconds")

    def __init__(self, several: Sequence[Construction]) -> None:
        self._alone = [one for one in several if not one.needed]
        self._by_second: dict[str, list[Construction]] = {}
        for one in several:
            for word in max(one.needed, key=_tells, default=()):
                self._by_second.setdefault(word, []).append(one)
        self._seconds = frozenset(self._by_second)

    def standing_in(self, words: frozenset[str]) -> list[Construction]:
        """Those that need no other words than the folded ``words`` of a sentence, in order."""
        if self._seconds.isdisjoint(words):
            return self._alone  # most anchors
        seconds = words & self._seconds
        near = {one.row: one for second in seconds for one in self._by_second[second]}
        needing = [one for one in near.values() if not any(map(words.isdisjoint, one.needed))]
        return sorted([*self._alone, *needing], key=lambda one: one.row)


def _tells(words: frozenset[str]) -> tuple[int, int]:
    """How much a set of words tells of which one is needed: long words are rarer than short."""
    return min(map(len, words)), -len(words)


def constructions(
    rows: Iterator[Sequence[str]],
    families: Mapping[str, Sequence[str]],
    irregular: Mapping[str, Forms],
) -> dict[str, Anchored]:
    """The constructions of a table's rows (pattern, frame, force) by each form of their anchor.

    ``families`` are the words that "@name" stands for. Raises ``KeyError`` for a family unknown,
    ``ValueError`` for a row without a word to find it by, or with a slot given twice.
    """
    found: dict[str, list[Construction]] = {}
    printed = list(rows)
    printed.extend([one for row in printed for one in _spelled_out(row)])
    turned = [one for row in printed for one in _turned_round(row, families, irregular)]
    for row, (pattern, frame, force) in enumerate((*printed, *turned)):
        elements = [_element(part, families, irregular) for part in pattern.split()]
        slots = [one.slot for one in elements if one.slot]
        if len(set(slots)) != len(slots) or "E" not in slots:
            raise ValueError(f"{pattern!r} needs one E and at most one C")
        at = _anchor(elements)
        if at is None:
            raise ValueError(f"{pattern!r} has no word to find it by")
        before, anchor, after = elements[:at], elements[at], elements[at + 1 :]
        needed = tuple(
            one.words for one in (*after, *before) if one.kind == "word" and not one.optional
        )
        one = Construction(tuple(reversed(before)), anchor, tuple(after), frame, force, needed, row)
        for word in anchor.words:
            found.setdefault(word, []).append(one)
    return {word: Anchored(several) for word, several in found.items()}


def _spelled_out(row: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """The row that says "the campaign of C" where the table has "C's campaign" at its end."""
    pattern, frame, force = row
    parts = pattern.split()
    at = parts.index("C's") if "C's" in parts else len(parts)
    owned = parts[at + 1 :]
    if at and 0 < len(owned) <= _OWNED and _SLOTS.keys().isdisjoint(owned):
        yield " ".join((*parts[:at], "the", *owned, "of", "C")), frame, force


def _turned_round(
    row: Sequence[str],
    families: Mapping[str, Sequence[str]],
    irregular: Mapping[str, Forms],
) -> Iterator[tuple[str, str, str]]:
    """The row that says the same with its subject last: "going to bat for C are E"."""
    pattern, frame, force = row
    subject, verb, *rest = pattern.split()
    told = [part for part in rest if part != "$"]
    whom = {"C", "C's"} & set(told)
    if subject != "E" or not verb.endswith("+") or not whom or frame != "act":
        return
    words = [word for name in verb.split("/") for word in _family(name, families)]
    doing = (_doing(word, irregular) for word in words if word.endswith("+") and word != "be+")
    opening = "/".join(one for one in doing if one)
    if opening or verb == "be+":
        yield " ".join(("^", opening, *told, "~", _LISTING, "E")), frame, force


def _doing(word: str, irregular: Mapping[str, Forms]) -> str:
    forms = {name: form for form, name in inflections(word.removesuffix("+"), irregular)}
    return forms["ing"]


def _element(
    part: str, families: Mapping[str, Sequence[str]], irregular: Mapping[str, Forms]
) -> Element:
    if part in _SLOTS:
        named = families["bid"] if part == "C" else (*families["backers"], *_EXAMPLES)
        return Element("slot", frozenset(named), _SLOTS[part], body=part == "B")
    if part in _OWNERS:
        return Element("owner", slot=_OWNERS[part], body=part[0] == "B")
    if part in ("~", "^", "$"):
        kinds: dict[str, ElementKind] = {"~": "gap", "^": "begin", "$": "end"}
        return Element(kinds[part])
    optional = part.endswith("?") and len(part) > 1
    named = part.removesuffix("?").split("/") if optional else part.split("/")
    words = [word for name in named for word in _family(name, families)]
    verb = any(word.endswith("+") or word + "s" in words for word in words)
    forms = frozenset(form for word in words for form in _forms(word, irregular))
    return Element("word", forms, optional=optional, verb=verb)


def _family(name: str, families: Mapping[str, Sequence[str]]) -> Iterator[str]:
    if not name.startswith("@"):
        yield name
        return
    plus = "+" if name.endswith("+") else ""
    for word in families[name.strip("@+")]:
        yield word + plus


def _forms(word: str, irregular: Mapping[str, Forms]) -> Iterator[str]:
    if not word.endswith("+"):
        yield word
        return
    for form, _ in inflections(word.removesuffix("+"), irregular):
        yield form


def _anchor(elements: Sequence[Element]) -> int | None:
    """Which element a construction is found by: its first verb, else its longest word."""
    words = [at for at, one in enumerate(elements) if one.kind == "word" and not one.optional]
    verbs = [at for at in words if elements[at].verb and elements[at].words.isdisjoint(_AUXILIARY)]
    if verbs:
        return verbs[0]
    return max(words, key=lambda at: min(map(len, elements[at].words)), default=None)
