"""Who seems to stand in the article's contest, by the evidence of its own words.

A pronoun or a description that is the object of support nearly always means one of them. No single
sign decides: to be called a candidate, to be supported by name and to have a bid count for
somebody, to be said to support another counts against.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.cast import Cast
from kg.frames import Actor, Frame
from kg.frames.coordination.chains import chain_left
from kg.lexicon import Lexicon
from kg.model import Candidacy, Mention
from kg.passages import Passage
from kg.prose.reference.contests import is_contest
from kg.prose.reference.genders import TITLED, known_genders
from kg.prose.reference.ofsupport import is_of
from kg.prose.reference.running import runs
from kg.text import fold
from kg.words.nouns import Noun, Sentence

_STANDS = 2  # points that make somebody a contender
_OF_GENDER = {
    **dict.fromkeys(("he", "him", "his"), "man"),
    **dict.fromkeys(("she", "her", "hers"), "woman"),
}
_OF_CONTESTS = frozenset(("endorse", "vote", "lean", "switch"))
_TURNED = frozenset(("prose.passive", "prose.receiving", "prose.having", "prose.backers"))
_RIVALS = frozenset(("rival", "rivals", "opponent", "opponents", "challenger", "challengers"))
_FACING = frozenset(("faces", "facing", "versus", "challenging", "challenges"))
_UNSEATING = frozenset(("unseat", "unseating", "unseated", "dethrone", "dislodge", "primarying"))
_AGAINST = frozenset(("against", "beat", "defeat"))
_HOPES = frozenset(("hopes", "chances", "prospects", "attempt", "backers", "supporters")) | {
    "favour",
    "favor",
    "nominations",
    "tally",
    "pitch",
    "manifesto",
}
_PLACED = frozenset(("ahead", "trails", "trailing", "frontrunner", "front-runner", "favourite"))
_RUNNING = frozenset(("standing", "running")) | _FACING
_BESIDE = frozenset(("by", "with", "behind", "up", "down", "alongside", "firm"))
_BIDS_REACH = 3
_RUNS_REACH = 5
_PAIR = 2
_RIVAL_REACH = 12  # words of "her main rival for the leadership is"
_VERSUS = (["against"], ["versus"], ["vs"], ["vs", "."], ["v"], ["v", "."])
_PARAGRAPH = 10  # words that make a paragraph and no item
_SENTENCE = 6  # and those of a sentence with its stop


@dataclass(frozen=True, slots=True)
class Contenders:
    """The people who seem to stand, those who support them, and who is a woman or a man."""

    people: frozenset[Mention] = frozenset()
    backers: frozenset[Mention] = frozenset()
    genders: Mapping[Mention, str] = field(default_factory=dict)
    named: frozenset[Mention] = frozenset()  # those whose given name or title shows a person

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
        return not wanted or self.genders.get(one, wanted) == wanted

    def can_be_titled(self, one: Mention, title: str) -> bool:
        """Whether somebody stands and a title can be that person's."""
        gender = TITLED.get(fold(title), "") if title else ""
        return one in self.people and (not gender or self.genders.get(one, gender) == gender)


def nobody_yet(passages: Sequence[Passage], cast: Cast, lexicon: Lexicon) -> Contenders:
    """No contenders: only who is a woman and who a man is known before the prose is read."""
    return Contenders(genders=known_genders(passages, cast, lexicon))


def contenders(
    passages: Sequence[Passage],
    cast: Cast,
    frames: Sequence[Sequence[Frame]],
    candidacies: Sequence[Candidacy],
    called: Collection[Mention],
    genders: Mapping[Mention, str],
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
            _weigh_frame(points, frame, passage.sentence, cast, lexicon)
        points.update(_signs(passage.sentence, cast, lexicon))
    for one in _heading(passages, cast):
        points[one] += _STANDS
    if passages:
        titled = [n for n in passages[0].sentence.nouns if n.kind == "person"]
        points.update({one for one in map(cast.member, titled) if one is not None} & points.keys())
    people = frozenset(one for one, sum_ in points.items() if sum_ >= _STANDS)
    backers = frozenset(one for one, sum_ in points.items() if sum_ <= -_STANDS)
    named = frozenset(one for one in _cast_of(passages, cast) if _is_given(one, lexicon))
    return Contenders(people, backers, genders, named | genders.keys())


def _heading(passages: Sequence[Passage], cast: Cast) -> set[Mention]:
    """Those whose names alone head paragraphs: the profiles of several who stand."""
    found = set()
    for head, body in pairwise(passages):
        nouns, words = head.sentence.nouns, body.sentence.folds
        long = len(words) >= (_SENTENCE if words[-1] == "." else _PARAGRAPH)
        if long and len(nouns) == 1 and body.paragraph > head.paragraph:
            closed = head.sentence.folds[-1] == ":"
            whole = nouns[0].last - nouns[0].first == len(head.sentence.folds) - closed
            person = nouns[0].kind == "person" and " " in nouns[0].name and not nouns[0].offices
            member = cast.member(nouns[0]) if whole and person else None
            found |= {member} if member is not None else set()
    return found if len(found) > 1 else set()


def _cast_of(passages: Sequence[Passage], cast: Cast) -> set[Mention]:
    """Everybody whom the passages name."""
    nouns = (noun for passage in passages for noun in passage.sentence.nouns)
    return {one for noun in nouns if noun.kind == "person" and (one := cast.member(noun))}


def _is_given(one: Mention, lexicon: Lexicon) -> bool:
    return fold(one.name).partition(" ")[0] in lexicon.given_names


def _weigh_frame(
    points: Counter[Mention], frame: Frame, sentence: Sentence, cast: Cast, lexicon: Lexicon
) -> None:
    """Counts, in place, for those whom a clause says to be supported, against its supporters.

    Who gives "the endorsement of" somebody is open: whoever receives one may announce it, too.
    """
    if frame.rule == "prose.giving" and is_of(sentence, frame):
        return
    worth = _STANDS if frame.kind in _OF_CONTESTS or frame.rule in _TURNED else 1
    if frame.kind == "choose":
        worth = 0  # teams and posts are chosen too
    led = sentence.folds[frame.last : frame.last + 1] in (["for"], ["in"], ["as"])
    if led and is_contest(sentence, frame.last + 1, lexicon):
        worth = _STANDS
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


def _signs(sentence: Sentence, cast: Cast, lexicon: Lexicon) -> Counter[Mention]:
    """Points for "his rival, Y", "faces Y", "Y's bid", "Y, who is running"."""
    found: Counter[Mention] = Counter()
    for noun in sentence.nouns:
        worth = _worth(sentence, noun, lexicon) if noun.kind == "person" else 0
        for one in _together(sentence, noun) if worth else ():
            member = cast.member(one) if one.kind == "person" else None
            if member is not None:
                found[member] += worth
    return found


def _together(sentence: Sentence, noun: Noun) -> Sequence[Noun]:
    """Those of whom the same is said: X and Y in "X, a teacher, and Y are on the May ballot"."""
    several = sentence.folds[noun.last : noun.last + 1] in (["are"], ["were"])
    return chain_left(sentence, noun) if several else (noun,)


def _worth(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> int:
    """What the words beside a name say for its standing."""
    beside = _word_before(sentence, noun)
    named = _is_named_rival(sentence, noun)
    if named or beside in _RIVALS | _FACING | _UNSEATING or _owns_bid(sentence, noun, lexicon):
        return _STANDS
    if _runs(sentence, noun) or runs(sentence, noun, lexicon) or _is_tallied(sentence, noun):
        return _STANDS
    if sentence.folds[noun.last : noun.last + 1] == ["against"] and len(sentence.nouns) == _PAIR:
        return _STANDS  # "X against Y", and nothing else
    return _STANDS if _is_second(sentence, noun) else beside in _AGAINST


def _word_before(sentence: Sentence, noun: Noun) -> str:
    """The word before a name, its comma, and whose man he is: "faces Labour's Y"."""
    before = noun.first - 1
    before -= before > 0 and sentence.folds[before] == ","
    if before > 0 and sentence.is_owning(before):
        party = sentence.noun(before - 1)
        before = party.first - 1 if party is not None and party.kind == "organisation" else before
    return sentence.folds[before] if before >= 0 else ""


def _is_named_rival(sentence: Sentence, noun: Noun) -> bool:
    """Whether somebody's rival is said to be this one: "her rival for the job is Y"."""
    being = sentence.folds[noun.first - 1 : noun.first] in (["is"], ["was"], ["be"])
    opening = sentence.folds[max(0, noun.first - _RIVAL_REACH) : noun.first]
    people = (other for other in sentence.nouns if other.kind == "person")
    full = (other for other in people if " " in other.name or other is noun)  # not "Nov. 3"
    return being and not _RIVALS.isdisjoint(opening) and next(full) is noun


def _is_second(sentence: Sentence, noun: Noun) -> bool:
    """Whether a line says no more than that two stand against each other: "X against Y"."""
    alone = len(sentence.nouns) == _PAIR and sentence.nouns[0].kind == "person"
    return alone and sentence.folds[sentence.nouns[0].last : noun.first] in _VERSUS


def _owns_bid(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether a bid, or hopes, are somebody's: "Y's second bid"."""
    if not sentence.is_owning(noun.last):
        return False
    behind = sentence.folds[noun.last + 1 : noun.last + 1 + _BIDS_REACH]
    sides = lexicon.tally_words.at(sentence.folds, noun.last + 1) if behind else None
    if sides is not None and sides.value == "side":
        return True
    return any(word in _HOPES or word in lexicon.bid_words for word in behind)


def _is_tallied(sentence: Sentence, noun: Noun) -> bool:
    """Whether the name and others beside it have a number of supporters: "X (68 nominations)"."""
    opened = [
        at + 1
        for at, word in enumerate(sentence.folds)
        if word == "("
        and (number := sentence.noun(at + 1)) is not None
        and number.count is not None
    ]
    return len(opened) > 1 and noun.last + 1 in opened


def _runs(sentence: Sentence, noun: Noun) -> bool:
    """Whether "who is (also) running" or "is challenging" follows a name."""
    for at in range(noun.last, min(noun.last + _RUNS_REACH, len(sentence.folds))):
        if sentence.folds[at] in _PLACED:
            return True
        if sentence.folds[at] in _RUNNING:
            after = sentence.folds[at + 1 : at + 2]
            return not after or after[0] not in _BESIDE
        plain = sentence.kinds[at] in ("be", "relative", "adverb") or sentence.folds[at] == ","
        if not plain:
            return False
    return False
