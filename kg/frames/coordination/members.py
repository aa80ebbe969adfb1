"""Members of a group: the few whom a sentence names of the many who do something."""

from __future__ import annotations

from collections.abc import Sequence

from kg.frames.coordination.apposition import SUCH
from kg.frames.coordination.chains import (
    chain_left,
    chain_right,
    noun_from,
    object_chain,
    subject_chain,
)
from kg.frames.coordination.whence import beside_place
from kg.words.nouns import Noun, Sentence

_MANY_REACH = 12
_ENDING = frozenset(("verb", "relative", "contrast", "speech", "be", "have"))
_NAMED = ("person", "organisation", "office")
_COMPARED = frozenset(("more", "fewer", "less"))
_ONE_OF = (("one", "of"), ("among", "them"), ("among", "those"))
_LEADING = frozenset(("of", "in", "at", "on"))
_FOR_ONE = (["for", "one"], ["for", "example"], ["for", "instance"])


def with_members(sentence: Sentence, chain: list[Noun]) -> list[Noun]:
    """The chain with those whom a group at its end names: "23 MPs, including A and B".

    Or "23 MPs, A and B among them".
    """
    last = chain[-1]
    if last.kind != "group":
        return chain
    at = last.last
    while at < len(sentence.folds) and _passes_place(sentence, at):
        at += 1
    behind = _past_such(sentence, at)
    if behind == at:
        return [*chain, *followed_by_among(sentence, last.last, at)]
    at = behind + (sentence.folds[at : at + 2] == ["among", "them"])
    named = member_from(sentence, at)
    if named is None or named.kind not in ("person", "organisation", "office"):
        return chain
    return [*chain, *chain_right(sentence, named)]


def _past_such(sentence: Sentence, at: int) -> int:
    """Past the "including" or "such as" at token ``at``; ``at`` itself when there is none."""
    if sentence.folds[at : at + 2] == ["such", "as"]:
        return at + 2
    return at + 1 if sentence.folds[at : at + 1] and sentence.folds[at] in SUCH else at


def member_from(sentence: Sentence, at: int) -> Noun | None:
    """The phrase at ``at``, or the first name behind what all of them are: "former MPs A and B"."""
    named = noun_from(sentence, at)
    if named is None or named.kind != "group" or named.count is not None:
        return named
    beside = sentence.noun(named.last)
    return beside if beside is not None and beside.kind == "person" else named


def followed_by_among(sentence: Sentence, end: int, at: int) -> list[Noun]:
    """A and B in "23 MPs, A and B among them", if a name stands at ``at``, past ``end``.

    So are they in "23 MPs, A and B included".
    """
    named = noun_from(sentence, at) if at > end else None
    if named is None or named.kind not in ("person", "organisation"):
        return []
    some = chain_right(sentence, named)
    return some if _closes_among(sentence, some[-1].last) else []


def _closes_among(sentence: Sentence, at: int) -> bool:
    """Whether the words at ``at`` make those before them some of many: "among them", "included"."""
    words = sentence.folds[at : at + 2]
    return words == ["among", "them"] or words[:1] == ["included"]


def _passes_place(sentence: Sentence, at: int) -> bool:
    """Whether the word is a comma or part of "in Kent", so that members may follow it."""
    noun = sentence.noun(at)
    return (
        sentence.folds[at] == ","
        or beside_place(sentence, at)
        or (noun is not None and noun.kind == "place")
    )


def some_named(sentence: Sentence, at: int) -> list[Noun]:
    """Those named at ``at`` as some of many: "including A and B", "among them A and B"."""
    named = first_of_some(sentence, at)
    return object_chain(sentence, named) if named is not None else []


def first_of_some(sentence: Sentence, at: int) -> Noun | None:
    """The first of those named at ``at`` as some of many."""
    words = sentence.folds[at : at + 2]
    if words[:1] == ["among"] and words[1:] in (["them"], ["those"]):
        at += 2
    elif (behind := _past_such(sentence, at)) > at:
        at = behind
    else:
        return None
    if sentence.folds[at : at + 2] in (["those", "of"], ["that", "of"], ["those", "from"]):
        at += 2  # "20 nominations, including those of A and B"
    named = member_from(sentence, at)
    return named if named is not None and named.kind in _NAMED else None


def one_of_them(sentence: Sentence, at: int) -> list[Noun]:
    """Those named at ``at`` by one word for each: "one being A", "the biggest of them A"."""
    if sentence.folds[at] == "being" and sentence.folds[at - 1] in ("one", "another"):
        start = at + 1
    elif sentence.folds[at] == "of" and sentence.folds[at + 1] in ("them", "whom"):
        start = at + 2
        start += sentence.folds[start : start + 1] in ([","], ["is"], ["being"])
    else:
        return _before_among(sentence, at) or _counted_in(sentence, at)
    named = noun_from(sentence, start)
    return object_chain(sentence, named) if named is not None and named.kind in _NAMED else []


def _before_among(sentence: Sentence, at: int) -> list[Noun]:
    """A and B in "..., A and B among them", "..., A and B included", "..., A for one"."""
    if not _closes_among(sentence, at) and sentence.folds[at : at + 2] not in _FOR_ONE:
        return []
    noun = sentence.noun(at - 1)
    if noun is None or noun.kind not in _NAMED:
        return []
    return [one for one in chain_left(sentence, noun) if one.kind != "group"]


def _counted_in(sentence: Sentence, at: int) -> list[Noun]:
    """A and B in "and A and B are among them", "A is one of them": the verb stands at ``at``."""
    if sentence.kinds[at] != "be" or tuple(sentence.folds[at + 1 : at + 3]) not in _ONE_OF:
        return []
    noun = sentence.noun(at - 1)
    if noun is not None and noun.kind == "place" and sentence.folds[noun.first - 1] == "of":
        noun = sentence.noun(noun.first - 2)  # "A of Anytown is one of them"
    if noun is None or noun.kind not in _NAMED:
        return []
    return subject_chain(sentence, noun)


def of_unnamed(sentence: Sentence, at: int) -> list[Noun]:
    """Those named of many without a name: "a string of figures, among them A and B".

    ``at`` is the token behind a preposition; one that it joins counts: "by many and by A".
    """
    for index in range(at, min(at + _MANY_REACH, len(sentence.folds))):
        noun = sentence.noun(index)
        if (
            noun is not None
            and noun.kind in _NAMED
            and not sentence.is_owning(noun.last)
            and not (index > at and _is_whole(sentence, noun))
        ):
            return _of_plural(sentence, noun, at)
        named = some_named(sentence, index) if index > at else []
        if named:
            return named
        again = index > at and sentence.folds[index] == sentence.folds[at - 1]
        if again and sentence.kinds[index - 1] == "and":
            joined = noun_from(sentence, index + 1)
            return object_chain(sentence, joined) if joined is not None else []
        leading = _past_such(sentence, index + 1) > index + 1  # "big names such as A"
        if sentence.folds[index] in (".", ";") or (_ends(sentence, index) and not leading):
            return []
    return []


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether the word ends a phrase for many: not in "more than half of the party's group"."""
    compared = sentence.folds[at] == "than" and sentence.folds[at - 1] in _COMPARED
    owned = sentence.is_owning(at)
    return sentence.kinds[at] in _ENDING and not compared and not owned


def _is_whole(sentence: Sentence, body: Noun) -> bool:
    """Whether a body is what many are of or sit in: "half of Labour's MPs", "most in the A"."""
    at = body.first - 1
    at -= at > 0 and sentence.kinds[at] == "determiner"
    many = body.kind == "organisation" and at > 0 and sentence.folds[at] in _LEADING
    return many and sentence.folds[at - 1] != "likes"


def _of_plural(sentence: Sentence, noun: Noun, first: int) -> list[Noun]:
    """A and B in "the heavyweights A and B", "the likes of A and B", "everyone from A to B"."""
    before = noun.first - 1
    if before < first or noun.kind == "office":
        return []
    word = sentence.folds[before]
    chain = object_chain(sentence, noun)
    if word == "from":
        last = chain[-1].last
        other = noun_from(sentence, last + 1) if sentence.folds[last : last + 1] == ["to"] else None
        return [*chain, *object_chain(sentence, other)] if other is not None else []
    if word == "of":
        return chain if sentence.folds[before - 1 : before] == ["likes"] else []
    plural = word.endswith("s") and not word.endswith("ss") and not sentence.kinds[before]
    return chain if plural and sentence.tokens[before].text.islower() else []


def with_those_before(sentence: Sentence, chain: Sequence[Noun]) -> list[Noun]:
    """The chain with those joined to the group it is named of: "A, B and several others like C"."""
    at = chain[0].first - 1
    if at < 1 or sentence.folds[at] not in SUCH:
        return list(chain)
    for index in range(at - 1, max(0, at - 1 - _MANY_REACH), -1):
        noun = sentence.noun(index)
        if sentence.folds[index] == "and":
            joined = sentence.noun(index - 1)
            return [*_listed_before(sentence, joined), *chain]
        if noun is not None and " " in noun.name:
            break
    return list(chain)


def _listed_before(sentence: Sentence, last: Noun | None) -> list[Noun]:
    """The names parted by commas up to ``last``, of a chain that goes on behind it."""
    found: list[Noun] = []
    while last is not None and last.kind in _NAMED:
        found.insert(0, last)
        at = last.first - 1
        at -= at > 0 and sentence.kinds[at] == "determiner"
        last = sentence.noun(at - 1) if at > 0 and sentence.folds[at] == "," else None
    return found
