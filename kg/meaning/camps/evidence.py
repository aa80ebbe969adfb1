"""Whether the groups of a page are of supporters: evidence weighed, for it and against it.

No single word decides. What heads the groups, whether those people stand, what the words above
speak of, what the article is about and whether its numbers agree each add to it; words of other
lists take away. Two things must be told in some way: that there is a contest, and that people
choose in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from kg.frames.support import speaks_in_favour
from kg.lexicon import Lexicon
from kg.meaning.camps.groups import Camp
from kg.meaning.camps.heads import Head
from kg.meaning.leads.subjects import subjects, told_by
from kg.model import Mention
from kg.text import fold
from kg.words.nouns import Sentence

_ENOUGH = 6
_MANY = 8
_TOLD = {
    "count": "the words above only count",
    "denied": "the words above deny it",
    "other": "the words above are of something else",
    "own matter": "the words above have a matter of their own",
    "nothing": "the words above say nothing of it",
}

_WEIGHTS = {
    "the heads speak of support": 5,
    "the heads speak of sides": 3,
    "the heads count people of one kind": 1,
    "all heads stand": 4,
    "several of the heads stand": 3,
    "one of the heads stands": 2,
    "the words above speak of support, and of the heads": 3,
    "the numbers of the heads are right": 2,
    "many are counted, and rightly": 3,
    "candidates are among their own": 2,
    "seats stand above the heads": 2,
    "the words above speak of support": 4,
    "the words above speak of a choice": 4,
    "words before those above speak of a choice": 3,
    "the words above only count": 1,
    "the words above name who chooses": 1,
    "the article begins with support": 3,
    "the article begins with a choice": 2,
    "the article speaks of support": 1,
    "the article is about a contest": 2,
    "the article is a tally of a contest": 1,
    "the article speaks of a contest": 1,
    "another list is of supporters": 2,
    "the words above are of something else": -8,
    "the article begins with something else": -3,
    "the words above have a matter of their own": -6,
    "the words above say nothing of it": -1,
    "the words above deny it": -20,
    "those below share the name above": -6,
    "the heads are hardly people": -8,
    "the heads are words with numbers": -20,
    "hardly anything sets the heads apart": -4,
    "one head stands alone": -4,
}
_CONTEST = frozenset(
    (
        "the words above speak of support, and of the heads",
        "all heads stand",
        "several of the heads stand",
        "one of the heads stands",
        "seats stand above the heads",
        "the article is about a contest",
        "the article speaks of a contest",
    )
)
_CHOICE = frozenset(
    (
        "the heads speak of support",
        "the heads speak of sides",
        "many are counted, and rightly",
        "the article is a tally of a contest",
        "candidates are among their own",
        "the words above speak of support",
        "the words above speak of a choice",
        "words before those above speak of a choice",
        "the words above only count",
        "the article begins with support",
        "the article begins with a choice",
        "another list is of supporters",
    )
)
_COUNTED = "many are counted, and rightly"
_CHOSEN = frozenset(("the words above speak of support", "the words above speak of a choice"))
_CHOOSERS = frozenset(("the words above name who chooses", "candidates are among their own"))


@dataclass(frozen=True, slots=True)
class Page:
    """What stands around the groups: the first sentences, those directly above, all the others.

    ``standing`` are those of whom the article says that they stand; ``understood``: another list
    of the article is one of supporters; ``seats``: lines that name a seat each part the groups.
    """

    opening: Sequence[Sentence]
    above: Sequence[Sentence]
    others: Sequence[Sentence]
    standing: frozenset[Mention]
    understood: bool
    seats: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the groups are of supporters, and the reasons for it and against it."""

    reasons: tuple[str, ...]

    @property
    def weight(self) -> int:
        """The sum of the reasons' weights."""
        return sum(_WEIGHTS[reason] for reason in self.reasons)

    @property
    def has_heads(self) -> bool:
        """Whether the groups are told from a list without heads at all."""
        return "hardly anything sets the heads apart" not in self.reasons

    @property
    def against(self) -> str:
        """The strongest reason against it, or that too little is told."""
        worst = min(self.reasons, key=lambda reason: _WEIGHTS[reason], default="")
        return worst if worst and _WEIGHTS[worst] < 0 else "too little is told of them"

    @property
    def holds(self) -> bool:
        """Whether a contest and a choice are told, and enough speaks for it."""
        contested = not _CONTEST.isdisjoint(self.reasons) or self._shows_contest
        return contested and not _CHOICE.isdisjoint(self.reasons) and self.weight >= _ENOUGH

    @property
    def _shows_contest(self) -> bool:
        """Whether the groups show the contest that no word tells: people choose, all are counted.

        Either it is told who chooses, or those at the head are among those who choose.
        """
        chosen = not _CHOSEN.isdisjoint(self.reasons)
        return chosen and _COUNTED in self.reasons and not _CHOOSERS.isdisjoint(self.reasons)


def decide(camps: Sequence[Camp], page: Page, lexicon: Lexicon) -> Decision:
    """The decision on the groups of a page, with its reasons."""
    return Decision(
        (
            *_of_heads(camps, page, lexicon),
            *_of_numbers(camps),
            *_of_words_above(camps, page, lexicon),
            *_of_article(page, lexicon),
        )
    )


def _of_heads(camps: Sequence[Camp], page: Page, lexicon: Lexicon) -> Iterator[str]:
    heads = [camp.head for camp in camps]
    if sum(head.favours for head in heads) * 2 >= len(heads):
        yield "the heads speak of support"
    elif sum(head.sides for head in heads) * 2 >= len(heads):
        yield "the heads speak of sides"
    if any(one.unit for head in heads for one in head.counts):
        yield "the heads count people of one kind"
    named = {head.name for head in heads}
    stand = named & {mention.name for mention in page.standing}
    if len(stand) > 1 and stand == named:
        yield "all heads stand"
    elif stand:
        yield "several of the heads stand" if len(stand) > 1 else "one of the heads stands"
    yield from _of_doubts(camps, stand, lexicon)
    own = {camp.head.name for camp in camps if _is_among(camp)}
    if own:
        yield "candidates are among their own"
    if _are_relatives(camps):
        yield "those below share the name above"


def _of_doubts(camps: Sequence[Camp], stand: Set[str], lexicon: Lexicon) -> Iterator[str]:
    """What speaks against the lines at the head of the groups being heads, or people."""
    if sum(camp.apart or camp.head.name in stand for camp in camps) * 2 < len(camps):
        yield "hardly anything sets the heads apart"
    if len({camp.head.name for camp in camps}) == 1:
        yield "one head stands alone"
    words = [camp for camp in camps if " " not in camp.head.name and camp.head.name not in stand]
    if sum(not _is_told(camp) for camp in words) * 2 > len(camps):
        yield "the heads are words with numbers"
    elif _are_strange([camp.head for camp in camps if not _is_told(camp)], stand, lexicon):
        yield "the heads are hardly people"


def _are_strange(heads: Sequence[Head], stand: Set[str], lexicon: Lexicon) -> bool:
    """Whether more than half begin with no given name and are nobody who stands."""
    strange = [
        head
        for head in heads
        if head.name not in stand and fold(head.name).split()[0] not in lexicon.given_names
    ]
    return len(strange) * 2 > len(heads)


def _is_told(camp: Camp) -> bool:
    """Whether a head of one word, a surname, counts rightly, says it all or comes with each."""
    told = camp.is_right or camp.head.sides or camp.head.favours or camp.head.beside
    return told and " " not in camp.head.name


def _is_among(camp: Camp) -> bool:
    """Whether the head of a group stands on its list, too."""
    return any(item.startswith(fold(camp.head.name)) for item in camp.items)


def _are_relatives(camps: Sequence[Camp]) -> bool:
    """Whether those below a head bear its surname."""
    items = [(fold(camp.head.name).split()[-1], item) for camp in camps for item in camp.items]
    return sum(surname in item.split() for surname, item in items) * 2 > len(items)


def _of_numbers(camps: Sequence[Camp]) -> Iterator[str]:
    counted = [camp for camp in camps if camp.head.counts]
    right = [camp.head.counts[0].number for camp in counted if camp.is_right]
    if len(right) > 1 and len(right) * 3 >= len(counted) * 2:
        many = sum(right) >= _MANY
        yield "many are counted, and rightly" if many else "the numbers of the heads are right"


def _of_words_above(camps: Sequence[Camp], page: Page, lexicon: Lexicon) -> Iterator[str]:
    if not page.above:
        return
    favouring = [one.folds for one in page.above if speaks_in_favour(one.folds, lexicon)]
    if favouring:
        yield "the words above speak of support"
        surnames = {fold(camp.head.name).split()[-1] for camp in camps}
        if any(len(surnames.intersection(folds)) > 1 for folds in favouring):
            yield "the words above speak of support, and of the heads"
    elif "choosing" in subjects(page.above[-1], lexicon):
        yield "the words above speak of a choice"
    elif any("choosing" in subjects(one, lexicon) for one in page.above):
        yield "words before those above speak of a choice"
    if any(noun.kind == "group" and noun.unit_role for one in page.above for noun in one.nouns):
        yield "the words above name who chooses"
    told = told_by(page.above[-1], lexicon)
    if told in _TOLD and not (page.seats and told in ("own matter", "nothing")):
        yield _TOLD[told]


def _of_article(page: Page, lexicon: Lexicon) -> Iterator[str]:
    kinds = set().union(*(subjects(one, lexicon) for one in page.opening))
    favour = any(speaks_in_favour(one.folds, lexicon) for one in page.opening)
    if favour:
        yield "the article begins with support"
    elif "choosing" in kinds:
        yield "the article begins with a choice"
    elif any(speaks_in_favour(one.folds, lexicon) for one in page.others):
        yield "the article speaks of support"
    if "other" in kinds and not favour:
        yield "the article begins with something else"
    if page.seats:
        yield "seats stand above the heads"
    if page.understood:
        yield "another list is of supporters"
    yield from _of_contest(page, kinds, lexicon)


def _of_contest(page: Page, kinds: Set[str], lexicon: Lexicon) -> Iterator[str]:
    title = subjects(page.opening[0], lexicon) if page.opening else set()
    office = bool(page.opening) and any(one.kind == "office" for one in page.opening[0].nouns)
    above = any("contest" in subjects(one, lexicon) for one in page.above)
    if above or "contest" in kinds:
        yield "the article is about a contest"
    elif office or any("contest" in subjects(one, lexicon) for one in page.others):
        yield "the article speaks of a contest"
    if "tally" in title and (office or "contest" in title):
        yield "the article is a tally of a contest"
