"""On whose side people are said to be: "in Y's corner", "behind Y", "Y has A and B on side".

The phrase is what counts (``stance-phrases.tsv``); those who are on that side are looked for
in the whole clause: behind "are", before the verb, or as what the candidate has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.frames.coordination.apposition import actors
from kg.frames.coordination.chains import chain_left, noun_from
from kg.frames.coordination.loose import clause_end, names_within
from kg.frames.coordination.members import followed_by_among, some_named
from kg.frames.coordination.spelled import are_counted
from kg.frames.making import make_frame
from kg.frames.model import Actor, Frame, Hedge
from kg.frames.places.bids import past_bid
from kg.frames.places.objects import is_setting
from kg.frames.places.subject import find_subject
from kg.frames.sides.ranking import follows, ranks
from kg.frames.sides.whereabouts import names_somebody, were_there
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence
from kg.words.pronouns import NAMELESS

_OWN = frozenset(("his", "her", "him", "them", "their"))
_HAVING = frozenset(("has", "have", "had", "having", "got", "gets"))
_BEING = frozenset(("are", "is", "were", "was", "include", "includes", "included", "come", "came"))
_STANDING = frozenset(
    (
        "be", "been", "is", "are", "was", "were", "being", "'re", "'s", "stand", "stands",
        "stood", "standing", "line", "lines", "lined", "lining", "fall", "falls", "fell",
        "fallen", "falling", "come", "comes", "came", "coming", "get", "gets", "got", "getting",
        "swing", "swings", "swung", "row", "rowed", "rowing", "go", "goes", "went", "gone",
        "throw", "sit", "sits", "sat", "remain", "remains", "remained", "stay", "stays",
        "stayed", "unite", "united", "move", "moves", "moved", "jump", "jumped", "jumps",
        "climb", "climbed", "cross", "crossed",
    )
)  # fmt: skip
_GROUPS = (["group"], ["page"], ["event"], ["rally"], ["badge"], ["meeting"], ["website"])
_TO_BE = frozenset(("is", "are", "was", "were", "be", "been", "'re"))
_ABOUT = (["on"], ["over"])
_PARTICLES = frozenset(
    ('"', "“", "up", "in", "out", "over", "down", "all", "both", "too", "very", "much")
)
_BREAKS = frozenset((";", ":", "who", "which", "while", "whereas", "but", "because", "if"))
_OPENING = frozenset(
    (
        *("those", "others", "also", "already", "among", "mps", "members", "most", "the", "who"),
        *("all", "people", "names", "others", "currently", "now"),
    )
)
_AFTER_WEAK = frozenset(
    (",", ".", ";", ":", "too", "and", "as", "in", "on", "already", "now", "!", "this")
)
_NAMED = ("person", "organisation")
_PRESENTING = frozenset(("is", "'s", "puts", "put", "leaves", "left", "places", "placed", "was"))
_POINTING = frozenset(("it", "that", "this", "there", "which"))
_DENYING = ("negation", "refusal")
_TRAILING = frozenset(("well", "far", "close", "just", "narrowly", "way", "slightly", "still"))
_ADVERBS = 4
_BE_REACH = 14


class _Side(NamedTuple):
    """A stance phrase: its tokens, and the phrase for the candidate inside or behind it."""

    first: int
    last: int
    owner: Noun
    weak: bool


def read_stances(sentence: Sentence, taken: set[int], lexicon: Lexicon) -> Iterator[Frame]:
    """The frames of the stance phrases whose tokens no other frame has ``taken``."""
    if lexicon.stance_openers.keys().isdisjoint(sentence.folds):
        return
    for side in _sides(sentence, lexicon):
        if taken & set(range(side.first, side.last)) or _names_group(sentence, side):
            continue
        if sentence.folds[side.last : side.last + 1] in _ABOUT and not is_setting(
            sentence, side.last + 1, lexicon
        ):
            continue  # "is with Y on housing"
        for told in (_held, _inverted, _leading, _said_of_subject, _presented):
            frame = told(sentence, side)
            if frame is not None:
                yield frame
                break


def _names_group(sentence: Sentence, side: _Side) -> bool:
    """Whether "for Y" is in the name of a group or a page: "a Greens for Y group"."""
    return side.weak and sentence.folds[side.last : side.last + 1] in _GROUPS


def _sides(sentence: Sentence, lexicon: Lexicon) -> Iterator[_Side]:
    for owner in _owners(sentence):
        bid = past_bid(sentence, owner, lexicon.bid_words)
        side = _side(sentence, owner, owner.first, bid, lexicon)
        if side is None and bid and sentence.folds[owner.first - 1 : owner.first] == ["the"]:
            side = _side(sentence, owner, owner.first - 1, bid, lexicon)  # "with the Y campaign"
        if side is not None:
            yield side


def _side(sentence: Sentence, owner: Noun, opened: int, bid: int, lexicon: Lexicon) -> _Side | None:
    """The phrase around the candidate, whose own words begin at token ``opened``."""
    opened -= sentence.folds[opened - 1 : opened] in (['"'], ["”"])  # 'is "fully behind" Y'
    opener = sentence.folds[opened - 1] if opened else ""
    for before, after, weak in lexicon.stance_openers.get(opener, ()):
        first = opened - len(before)
        if first < 0 or tuple(sentence.folds[first:opened]) != before:
            continue
        last = _past_phrase(sentence, owner, after, bid)
        if (opened == owner.first or not after) and last and _is_whole(sentence, last):
            return _Side(first, last, owner, weak)
    return None


def _past_phrase(sentence: Sentence, owner: Noun, after: tuple[str, ...], bid: int) -> int:
    """Past what stands behind the candidate in a phrase; 0 when it does not stand there.

    A phrase that ends with the candidate is said of a bid, too: "behind Y's campaign".
    """
    if not after:
        own = owner.name in ("his", "their") or owner.kind == "place"
        return bid or (0 if own else owner.last)
    rest = after[1:] if after[0] == "'s" and owner.name in _OWN else after
    last = owner.last + len(rest)
    printed = sentence.folds[owner.last : last]
    if printed[:1] == ["'"] and rest[0] == "'s":
        printed = ["'s", *printed[1:]]
    return last if tuple(printed) == rest else 0


def _owners(sentence: Sentence) -> Iterator[Noun]:
    """Whoever can be the candidate of a phrase: a person, an office, "him", "the former nurse".

    A surname behind "in" looks like a place: "in Pike's corner".
    """
    for noun in sentence.nouns:
        own = noun.kind == "pronoun" and (noun.name in _OWN or noun.name in NAMELESS)
        if own or noun.kind in ("person", "office", "place"):
            yield noun
    for at, word in enumerate(sentence.folds):
        if word in ("his", "her") and sentence.noun(at) is None:
            yield Noun("pronoun", at, at + 1, name=word)


def _is_whole(sentence: Sentence, last: int) -> bool:
    """Whether the candidate is no mere owner of what follows: "behind Y's plan", "for her name"."""
    if sentence.is_owning(last):
        return False
    owned = sentence.folds[last - 1] in ("her", "his") and last < len(sentence.folds)
    return not owned or bool(sentence.kinds[last]) or not sentence.folds[last][0].isalpha()


def _held(sentence: Sentence, side: _Side) -> Frame | None:
    """A and B in "Y has A and B behind him", "he already had behind him A and B"."""
    if side.owner.name not in _OWN or side.weak:
        return None
    for at in range(side.first - 1, -1, -1):
        word = sentence.folds[at]
        if word in _BREAKS:
            return None
        if word in _HAVING:
            break
    else:
        return None
    subject = find_subject(sentence, at)
    if not subject.chain or len(subject.chain) > 1:
        return None
    who = names_within(sentence, at + 1, side.first)
    if not who and all(_is_between(sentence, before) for before in range(at + 1, side.first)):
        who = names_within(sentence, side.last, clause_end(sentence, side.last))
    return _frame(sentence, side, who, actors(sentence, list(subject.chain)), subject.hedge)


def _inverted(sentence: Sentence, side: _Side) -> Frame | None:
    """A and B in "In Y's corner are A and B", "the members behind her include A and B"."""
    if side.weak or not {*_DENYING}.isdisjoint(sentence.kinds[: side.first]):
        return None
    if ranks(sentence, side.last) or follows(sentence, side.first, side.last):
        return None
    for at in range(side.last, min(side.last + _BE_REACH, len(sentence.folds))):
        if sentence.folds[at] in _BEING:
            break
        if sentence.folds[at] in _BREAKS or names_somebody(sentence, side.last, at):
            return None
    else:
        return None
    before = names_within(sentence, 0, side.first)
    opening = not sentence.nouns or side.first == 0 or not before
    if not opening and not _OPENING & set(sentence.folds[: side.first]):
        return None
    if sentence.folds[at + 1 : at + 3] == ["the", "following"]:
        cue = (side.first, side.last)  # whom, the list below says
        return make_frame("prose.stance", "supports", (), actors(sentence, [side.owner]), "", cue)
    if noun_from(sentence, at + 1) is None:
        return None
    who = names_within(sentence, at + 1, clause_end(sentence, at + 1))
    return _frame(sentence, side, who, actors(sentence, [side.owner]), "")


def _leading(sentence: Sentence, side: _Side) -> Frame | None:
    """Nobody yet in "Others who are on Y's side:", "Also in Y's camp are:": a list follows."""
    end = len(sentence.folds)
    colon = end - (sentence.folds[-1] == ":")
    being = sentence.folds[side.last : side.last + 1]
    behind = side.last + (being != [] and being[0] in _BEING)
    if behind != colon or (colon == end and behind == side.last) or side.weak:
        return None
    named = names_within(sentence, 0, side.first)
    opened = not side.first or bool(_OPENING & set(sentence.folds[: side.first]))
    if named or not opened:
        return None
    made = actors(sentence, [side.owner])
    cue = (side.first, side.last)
    return make_frame("prose.stance", "supports", (), made, "", cue, "stance")


def _said_of_subject(sentence: Sentence, side: _Side) -> Frame | None:
    """A and B in "A and B are firmly in Y's camp", "are all for Y"."""
    verb = side.first - 1
    while verb >= 0 and side.first - verb <= _ADVERBS and _is_between(sentence, verb):
        verb -= 1
    if verb < 0 or sentence.folds[verb] not in (_TO_BE if side.weak else _STANDING):
        return None
    after = sentence.folds[side.last : side.last + 1]
    if side.weak and after and after[0] not in _AFTER_WEAK:
        return None
    if _TRAILING & set(sentence.folds[verb + 1 : side.first]) or were_there(
        sentence, verb, side.first, side.last
    ):
        return None
    subject = find_subject(sentence, verb)
    chain = [noun for noun in subject.chain if noun.kind not in ("number", "group", "place")]
    if subject.chain and not chain:  # "30 MPs are with Y, including A and B"
        behind = side.last + (sentence.folds[side.last : side.last + 1] == [","])
        named = some_named(sentence, behind) or followed_by_among(sentence, side.last, behind)
        turned = "now" in sentence.folds[verb : side.first]
        chain = [*subject.chain, *named] if named or turned else []
    told = side.owner.kind != "pronoun" or any(noun.kind != "pronoun" for noun in chain)
    passive = subject.passive and sentence.folds[verb] != "be"  # "is said to be in Y's camp"
    if not chain or passive or (side.weak and not told):
        return None
    found = _frame(sentence, side, chain, actors(sentence, [side.owner]), subject.hedge)
    past = sentence.folds[max(0, verb - 1) : verb + 1] == ["had", "been"]
    return replace(found, polarity="withdrawn") if found and past else found


def _presented(sentence: Sentence, side: _Side) -> Frame | None:
    """A and B in "it is A and B behind Y", "that puts A and B in Y's column"."""
    named = sentence.noun(side.first - 1)
    if named is None or named.kind not in _NAMED or named.last != side.first:
        return None
    chain = chain_left(sentence, named)
    verb = chain[0].first - 1
    verb -= verb > 0 and sentence.kinds[verb] == "determiner"
    if verb < 1 or sentence.folds[verb] not in _PRESENTING:
        return None
    if sentence.folds[verb - 1] not in _POINTING:
        return None
    return _frame(sentence, side, chain, actors(sentence, [side.owner]), "")


def _is_between(sentence: Sentence, at: int) -> bool:
    word = sentence.folds[at]
    return sentence.noun(at) is None and (
        sentence.kinds[at] in ("adverb", "time") or word in _PARTICLES or word.endswith("ly")
    )


def _frame(
    sentence: Sentence,
    side: _Side,
    who: Sequence[Noun],
    candidates: tuple[Actor, ...],
    hedge: Hedge,
) -> Frame | None:
    if not who or are_counted(sentence, who):
        return None
    cue = (side.first, side.last)
    return make_frame(
        "prose.stance", "supports", actors(sentence, list(who)), candidates, hedge, cue, "stance"
    )
