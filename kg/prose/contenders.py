"""Who seems to stand in the article's contest, by the evidence of its own words.

A pronoun or a description that is the object of support nearly always means one of them. No single
sign decides: to be called a candidate, to be supported by name and to have a bid count for
somebody, to be said to support another counts against.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.cast import Cast
from kg.frames import Actor, Frame
from kg.lexicon import Lexicon
from kg.model import Candidacy, Mention
from kg.nouns import Noun, Sentence
from kg.passages import Passage
from kg.text import fold

_STANDS = 2  # points that make somebody a contender
_TITLED = {"mr": "man", "sir": "man", "lord": "man", "mrs": "woman", "ms": "woman"} | {
    "miss": "woman",
    "dame": "woman",
    "lady": "woman",
    "baroness": "woman",
}
_OF_GENDER = {
    **dict.fromkeys(("he", "him", "his"), "man"),
    **dict.fromkeys(("she", "her", "hers"), "woman"),
}
_OF_CONTESTS = frozenset(("endorse", "vote", "lean", "switch"))
_RIVALS = frozenset(("rival", "rivals", "opponent", "opponents", "challenger", "challengers"))
_FACING = frozenset(("faces", "facing", "versus", "challenging", "challenges"))
_AGAINST = frozenset(("against", "beat", "defeat"))
_HOPES = frozenset(("hopes", "ambitions", "chances", "prospects", "attempt", "push", "quest"))


@dataclass(frozen=True, slots=True)
class Contenders:
    """The people who seem to stand, those who support them, and who is a woman or a man."""

    people: frozenset[Mention] = frozenset()
    backers: frozenset[Mention] = frozenset()
    genders: Mapping[Mention, str] = field(default_factory=dict)

    def fitting(self, pronoun: str, apart: Collection[Mention]) -> frozenset[Mention]:
        """Those whom a pronoun can mean: not those ``apart``, nor those of the other gender.

        Any other word fits them all.
        """
        wanted = _OF_GENDER.get(pronoun, "")
        return frozenset(
            one
            for one in self.people
            if one not in apart and (not wanted or self.genders.get(one, wanted) == wanted)
        )

    def can_be(self, one: Mention, pronoun: str) -> bool:
        """Whether nothing known of somebody, standing or not, speaks against the pronoun."""
        wanted = _OF_GENDER.get(pronoun, "")
        return self.genders.get(one, wanted) == wanted

    def can_be_titled(self, one: Mention, title: str) -> bool:
        """Whether somebody stands and a title can be that person's."""
        gender = _TITLED.get(fold(title), "") if title else ""
        return one in self.people and (not gender or self.genders.get(one, gender) == gender)


NOBODY = Contenders()


def contenders(
    passages: Sequence[Passage],
    cast: Cast,
    frames: Sequence[Sequence[Frame]],
    candidacies: Sequence[Candidacy],
    called: Collection[Mention],
    lexicon: Lexicon,
) -> Contenders:
    """The people with enough evidence; ``called`` are those whom the text calls candidates."""
    points: Counter[Mention] = Counter()
    for candidacy in candidacies:
        points[candidacy.person] += -_STANDS if candidacy.status == "withdrawn" else _STANDS
    for one in called:
        points[one] += _STANDS
    for at, passage in enumerate(passages):
        for frame in frames[at]:
            _weigh_frame(points, frame, cast)
        points.update(_rivals(passage.sentence, cast))
    people = frozenset(one for one, sum_ in points.items() if sum_ >= _STANDS)
    backers = frozenset(one for one, sum_ in points.items() if sum_ <= -_STANDS)
    return Contenders(people, backers, _genders(passages, cast, lexicon))


def _weigh_frame(points: Counter[Mention], frame: Frame, cast: Cast) -> None:
    """Counts, in place, for those whom a clause says to be supported, against its supporters."""
    worth = _STANDS if frame.kind in _OF_CONTESTS or frame.rule != "prose.active" else 1
    for one in _named(frame.candidates, cast):
        points[one] += worth
    if frame.polarity == "supports" and not frame.hedge:
        for one in _named(frame.endorsers, cast):
            points[one] -= _STANDS


def _named(actors: Sequence[Actor], cast: Cast) -> Iterator[Mention]:
    for actor in actors:
        noun = actor.noun
        member = cast.member(noun) if noun.kind == "person" else None
        if member is not None:
            yield member


def _rivals(sentence: Sentence, cast: Cast) -> Counter[Mention]:
    """Points for "his rival, Y", "faces Y", "Y's hopes"."""
    found: Counter[Mention] = Counter()
    for noun in sentence.nouns:
        if noun.kind != "person":
            continue
        before = noun.first - 1
        before -= before > 0 and sentence.folds[before] == ","
        behind = sentence.folds[noun.last : noun.last + 2]
        rival = noun.first and sentence.folds[before] in _RIVALS
        hopes = behind[:1] in (["'s"], ["'"]) and not _HOPES.isdisjoint(behind)
        faced = noun.first and sentence.folds[before] in _FACING
        fought = noun.first and sentence.folds[before] in _AGAINST
        member = cast.member(noun) if rival or hopes or faced or fought else None
        if member is not None:
            found[member] += 1 if fought else _STANDS
    return found


def _genders(passages: Sequence[Passage], cast: Cast, lexicon: Lexicon) -> dict[Mention, str]:
    """Who is a woman and who a man, by a title first, else by the given name."""
    found: dict[Mention, str] = {}
    for passage in passages:
        for noun in passage.sentence.nouns:
            member = cast.member(noun) if noun.kind == "person" else None
            if member is None:
                continue
            gender = _by_title(noun)
            if gender:
                found[member] = gender
            elif member not in found:
                named = lexicon.name_genders.get(fold(member.name).partition(" ")[0], "")
                if named:
                    found[member] = named
    return found


def _by_title(noun: Noun) -> str:
    title = _TITLED.get(fold(noun.title), "") if noun.title else ""
    if title:
        return title
    gendered = [office.label for office in noun.offices if office.label.lower().endswith("woman")]
    return "woman" if gendered else ""
