"""Places that take sides: countries in a body of states, and places in a party or a state.

In a contest for a post of a body of states, or of federations, "Kenya and Ghana back X" names two
bodies; where the provinces, branches or councils of something nominate, so does "Kent backs X". A
place is a body where it acts, or where what it gives is told: "nominated by Kenya", "the backing
of Ghana". Elsewhere it remains a place. Places that are no countries do much else than take sides,
so of them the verb must say that they do.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from kg.lexicon import Body, Lexicon
from kg.words.nouns import Noun, Sentence

_NATIONS = frozenset(("country", "region"))
_JOINTS = ([","], ["and"], [",", "and"], ["&"], [",", "the"], ["and", "the"], ["as", "well", "as"])
_GIVING = frozenset(("of", "from"))
_SOME = frozenset(("including", "like", "namely"))
_LISTING = frozenset(("are", "is", "were", "include", "includes", "included"))
_AGENTS = frozenset(("by", "behind", "counts", "count", "has", "have"))
_OWN_CLAUSE = ["adverb", "verb"]  # "backed by Kenya, and Ghana also endorsed him"
_COUNTING = frozenset(("count", "counts", "counting", "rely", "relies"))
_CAME = frozenset(
    ("came", "come", "comes", "coming", "boost", "word", "letter", "nod", "blessing", "turn")
)
_ACTING = frozenset(("be", "have", "do", "modal", "speech", "adverb", "tentative", "verb"))
_RELATIVE = frozenset(("that", "which", "who"))
_DETERMINERS = frozenset(("the", "both"))
_AUXILIARY = frozenset(("be", "have", "do", "modal", "adverb", "tentative", "time"))
_SIDING = frozenset(("act", "against", "leave", "switch", "lean", "give", "wish", "oust"))
_NOMINATING = frozenset(
    ("nominate", "nominates", "nominated", "nominating", "nomination", "nominations")
)
_DECIDING = frozenset(("voted", "agreed", "decided", "opted", "resolved", "expected", "set"))
_DOING = ("have", "be", "do")
_OPENING = 3  # words at the head of a sentence that a participle may stand among
_BESIDE = 4  # words between a word for support and whose it is
_BEFORE_VERB = 5  # words between a place and the verb that says that it takes sides


def siding_places(sentences: Sequence[Sentence], lexicon: Lexicon) -> frozenset[str]:
    """The kinds of places that take sides in an article of these ``sentences``, often none.

    "league": countries, where a body is named whose members they are. "part": any places, where
    the parts of a party or the councils of a state are told to choose; "chooser", where a sentence
    says that such nominate.
    """
    told = [{match.value for _, match in lexicon.state_words.found(one.folds)} for one in sentences]
    kinds = frozenset(kind for here in told for kind in here) & {"league", "part"}
    for one, here in zip(sentences, told, strict=True):
        if ("part" in kinds or "nominator" in here) and not _NOMINATING.isdisjoint(one.folds):
            return kinds | {"part", "chooser"}
    return kinds


def with_siding_places(sentence: Sentence, siding: Set[str], lexicon: Lexicon) -> Sentence:
    """The sentence with each place that takes sides as a body; ``siding`` are kinds of them."""
    nouns = list(sentence.nouns)
    changed = False
    for first, last in reversed(_series(sentence, siding, lexicon)):
        several = nouns[first:last]
        nations = all(_is_nation(sentence, noun, lexicon) for noun in several)
        members = nations and "league" in siding
        free = members or (len(several) > 1 and "chooser" in siding)
        sides = _takes_sides if free else _plainly_sides
        chosen = "chooser" in siding and _chooses(sentence, several)
        chosen = chosen or (free and len(several) > 1 and _are_had(sentence, several, lexicon))
        if not (chosen or sides(sentence, several, lexicon)):
            continue
        states = [_state(sentence, noun) for noun in several]
        shared = _is_shared(sentence, nouns[first - 1], several[0]) if first else False
        if shared:
            states[0] = replace(states[0], first=nouns[first - 1].first)
        nouns[first - shared : last] = states
        changed = True
    return _covered(sentence, nouns) if changed else sentence


def _series(sentence: Sentence, siding: Set[str], lexicon: Lexicon) -> list[tuple[int, int]]:
    """The places that stand alone or side by side, as indexes of the sentence's nouns.

    What may be a person's name too is a place only beside others.
    """
    found: list[tuple[int, int]] = []
    sure = False
    for at, noun in enumerate(sentence.nouns):
        named = _kind(sentence, noun, siding, lexicon)
        if not named:
            continue
        joined = bool(found) and found[-1][1] == at and _joined(sentence, at)
        if not joined and found and not sure:
            found.pop()
        sure = named == "place" or (joined and (sure or "chooser" in siding))
        found[-1:] = [(found[-1][0], at + 1)] if joined else [*found[-1:], (at, at + 1)]
    return found if sure else found[:-1]


def _joined(sentence: Sentence, at: int) -> bool:
    before, noun = sentence.nouns[at - 1], sentence.nouns[at]
    between = sentence.folds[before.last : noun.first]
    own = between == [",", "and"] and sentence.kinds[noun.last : noun.last + 2] == _OWN_CLAUSE
    return between in _JOINTS and not own


def _kind(sentence: Sentence, noun: Noun, siding: Set[str], lexicon: Lexicon) -> str:
    """What the phrase may be: a "place" that sides, a "name" like one, or nothing of both: ""."""
    if noun.title or noun.offices or noun.kind not in ("place", "person", "organisation"):
        return ""
    if _is_nation(sentence, noun, lexicon) or ("part" in siding and noun.kind == "place"):
        return "place"
    words = _words(sentence, noun)
    if "chooser" in siding and len(words) > 1 and words[0] not in lexicon.given_names:
        return "name" if noun.kind == "person" else ""  # "Carlow and South Anytown"
    if lexicon.state_words.whole(words) != "name":
        return ""
    return "place" if sentence.tokens[noun.last - 1].text.isupper() else "name"  # "the UK"


def _words(sentence: Sentence, noun: Noun) -> Sequence[str]:
    words = sentence.folds[noun.first : noun.last]
    return words[1:] if words[0] == "the" else words


def _is_nation(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    return lexicon.regions.whole(_words(sentence, noun)) in _NATIONS


def _plainly_sides(sentence: Sentence, several: Sequence[Noun], lexicon: Lexicon) -> bool:
    """Whether places are told to take sides by a verb for it, or their support is told of."""
    before = several[0].first
    before -= before > 0 and sentence.folds[before - 1] in _DETERMINERS
    if before and sentence.folds[before - 1] in _GIVING:
        return _is_given(sentence, before - 1, lexicon)
    if before > 1 and sentence.folds[before - 1] == "by":
        return _is_siding(sentence, before - 2, lexicon)
    if sentence.kinds[before - 1 : before] == ["preposition"]:
        return False
    for at in range(several[-1].last, min(several[-1].last + _BEFORE_VERB, len(sentence.folds))):
        if _is_siding(sentence, at, lexicon):
            return True
        if sentence.kinds[at] not in _AUXILIARY:
            return False
    return False


def _is_siding(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether the word at ``at`` is a verb that says that somebody takes sides."""
    found = lexicon.cues.at(sentence.folds, at)
    return found is not None and found.value.frame in _SIDING


def _takes_sides(sentence: Sentence, several: Sequence[Noun], lexicon: Lexicon) -> bool:
    """Whether countries do something, or what they give or have done is told."""
    first, last = _first_beside(sentence, several[0]), several[-1].last
    before = first - (first > 0 and sentence.folds[first - 1] in _DETERMINERS)
    word = sentence.folds[before - 1] if before else ""
    if word in _GIVING:
        return _is_given(sentence, before - 1, lexicon)
    if word == "on" and sentence.folds[before - 2] in _COUNTING:
        return True
    if word in _SOME or (word == "as" and sentence.folds[before - 2] == "such"):
        return True  # "three countries, such as Kenya and Ghana"
    if word in _LISTING and _tells_support(sentence, before - 1, lexicon):
        return True
    if word in _AGENTS or (word in (",", ":") and _are_told_of(sentence, before, lexicon)):
        return True
    return sentence.kinds[before - 1 : before] != ["preposition"] and _acts(sentence, last, lexicon)


def _first_beside(sentence: Sentence, state: Noun) -> int:
    """Where the series of bodies begins that ``state`` goes on: "the African Union and Japan"."""
    first = state.first
    for noun in reversed(sentence.nouns):
        if noun.last > first or noun.kind != "organisation":
            continue
        if sentence.folds[noun.last : first] not in _JOINTS:
            break
        first = noun.first
    return first


def _chooses(sentence: Sentence, several: Sequence[Noun]) -> bool:
    """Whether places are said to vote for somebody or for a nomination, or to do the same."""
    before = several[0].first
    before -= before > 0 and sentence.folds[before - 1] in _DETERMINERS
    led = sentence.folds[max(0, before - 2) : before]
    if len(led) > 1 and led[0] in ("so", "as") and sentence.kinds[before - 1] in _DOING:
        return True
    if sentence.kinds[before - 1 : before] == ["preposition"]:
        return False
    return _votes(sentence, several[-1].last)


def _votes(sentence: Sentence, at: int) -> bool:
    """Whether what is said at token ``at`` is a vote for, or that a nomination is decided on."""
    while at < len(sentence.folds) and sentence.kinds[at] in _AUXILIARY:
        at += 1
    ahead = sentence.folds[at : at + 3]
    if ahead[:2] in (["voted", "for"], ["vote", "for"]):
        return True
    deciding = ahead[:1] != [] and ahead[0] in _DECIDING
    return deciding and ahead[1:2] == ["to"] and ahead[-1] in _NOMINATING | {"back", "support"}


def _are_had(sentence: Sentence, several: Sequence[Noun], lexicon: Lexicon) -> bool:
    """Whether places told together, where such nominate, are what somebody has, or stand apart."""
    before, last = several[0].first, several[-1].last
    if before and sentence.folds[before - 1] in (":", "-"):
        return True
    if sentence.folds[last : last + 1] == [","] and _votes(sentence, last + 1):
        return True  # "no more than two of them, Anytown and Newtown, voted for"
    opened = sentence.folds[before - 1] if before else ""
    if opened in _LISTING and sentence.folds[0] in ("behind", "with", "for"):
        return True
    got = lexicon.cues.at(sentence.folds, before - 1) if before else None
    return got is not None and got.value.frame == "get"


def _tells_support(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether the words before token ``at`` open the sentence with a stance: "Backing X are"."""
    return any(lexicon.cues.at(sentence.folds, opening) for opening in range(min(at, _OPENING)))


def _is_given(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether "of" or "from" leads from support, or from what members are called, to countries."""
    for back in range(at - 1, max(-1, at - 1 - _BESIDE), -1):
        word = sentence.folds[back]
        known = word in lexicon.support_nouns or word in _CAME
        if known or lexicon.state_words.whole([word]) == "member":
            return True
        if sentence.noun(back) is not None or sentence.kinds[back] == "preposition":
            return False
    return False


def _are_told_of(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a word for the members stands right before the mark: "six federations, A and B"."""
    before = sentence.folds[at - 2 : at - 1]
    return bool(before) and lexicon.state_words.whole(before) == "member"


def _acts(sentence: Sentence, last: int, lexicon: Lexicon) -> bool:
    """Whether a verb follows at token ``last``; the members may stand between: "Y's federation"."""
    at = last
    if sentence.folds[at : at + 1] == [","] and sentence.folds[at + 1 : at + 2] == ["which"]:
        return True  # "Kenya, which backed X, is with Y"
    while at < len(sentence.folds) and (
        sentence.folds[at] in _RELATIVE or sentence.kinds[at] in ("adverb", "time")
    ):
        at += 1
    if at >= len(sentence.folds):
        return False
    return sentence.kinds[at] in _ACTING or sentence.folds[at] in lexicon.cues


def _is_shared(sentence: Sentence, head: Noun, state: Noun) -> bool:
    """Whether a word for what they are begins the names: "the federations of A and B"."""
    between = sentence.folds[head.last : state.first]
    return (
        head.kind == "group"
        and head.count is None
        and between in (["of"], ["of", "the"], ["of", "both"])
    )


def _state(sentence: Sentence, noun: Noun) -> Noun:
    name = " ".join(token.text for token in sentence.tokens[noun.first : noun.last])
    name = name.removeprefix("the ").removeprefix("The ")
    return Noun(
        "organisation",
        noun.first,
        noun.last,
        name=name,
        body=Body(name, "", "body"),
        name_first=noun.first,
    )


def _covered(sentence: Sentence, nouns: list[Noun]) -> Sentence:
    noun_at = [-1] * len(sentence.tokens)
    for index, noun in enumerate(nouns):
        noun_at[noun.first : noun.last] = [index] * (noun.last - noun.first)
    return replace(sentence, nouns=nouns, noun_at=noun_at)
