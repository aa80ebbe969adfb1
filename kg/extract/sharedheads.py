"""Bodies that share the word for what they are: "Leeds and York CLPs", "the councils of A and B".

Each is called by its place alone, and the place is then a body's name and nobody's seat.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon import Body, Lexicon
from kg.words.nouns import Noun, Sentence

_BODIES = frozenset(("CLPs", "branches", "councils", "regional councils"))
_TIERS = frozenset(("county", "city", "district", "borough", "regional", "town", "local"))
_TIES = frozenset(("of", "on", "in", "for", "at", "from", "with"))
_JOINTS = ([","], ["and"], [",", "and"], ["&"], ["the"], [",", "the"], ["and", "the"])
_THEIRS = frozenset(("turn", "choice", "count", "rely", "favourite", "favorite", "nominee"))
_LEAST = 2


def with_shared_heads(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """The sentence with each of several bodies as a noun phrase of its own."""
    for at, noun in enumerate(sentence.nouns):
        if noun.kind not in ("group", "organisation") or noun.count is not None:
            continue
        head = _head(sentence, noun, lexicon)
        if head is None:
            continue
        found = _behind(sentence, at, lexicon) or _before(sentence, at, head, lexicon)
        if found:
            return _changed(sentence, found)
    return sentence


def _head(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> int | None:
    """Where the words for what several bodies are begin; the phrase ends with them."""
    unit = lexicon.units.at(sentence.folds, noun.last - 1)
    if (
        unit is None
        or unit.value.unit not in _BODIES
        or not sentence.folds[noun.last - 1].endswith("s")
    ):
        return None
    head = noun.last - 1
    while head > noun.first and sentence.folds[head - 1] in _TIERS:
        head -= 1
    return head


def _before(sentence: Sentence, at: int, head: int, lexicon: Lexicon) -> list[Noun]:
    """A, B and C in "A, B and C county councils", the last of them with what all are."""
    whole = sentence.nouns[at]
    inside = _parts(sentence, whole.first, head)
    named = [_body(sentence, first, last) for first, last in inside]
    start = whole.first
    for noun in reversed(sentence.nouns[:at]):
        first = named[0].first if named else head
        parted = sentence.folds[noun.last : first]
        if not _is_bare(sentence, noun, lexicon) or (parted not in _JOINTS and (named or parted)):
            break
        named.insert(0, _body(sentence, noun.first, noun.last))
        start = noun.first
    joined = "and" in sentence.folds[start:head] or "&" in sentence.folds[start:head]
    if len(named) < _LEAST or not joined or _is_of_others(sentence, start, lexicon):
        return []
    return [*named[:-1], replace(named[-1], last=whole.last)]


def _parts(sentence: Sentence, first: int, head: int) -> list[tuple[int, int]]:
    """The names inside "A and B County Councils", as their first and end tokens."""
    parts = []
    start = first
    for index in range(first, head + 1):
        if index == head or sentence.folds[index] in ("and", "&", ","):
            if index > start:
                parts.append((start, index))
            start = index + 1
    return parts


def _behind(sentence: Sentence, at: int, lexicon: Lexicon) -> list[Noun]:
    """A, B and C in "the county councils of A, B and C"; the first begins with what all are."""
    head = sentence.nouns[at]
    if head.kind != "group" or sentence.folds[head.last : head.last + 1] != ["of"]:
        return []
    named: list[Noun] = []
    end = head.last + 1
    for noun in sentence.nouns[at + 1 :]:
        parted = sentence.folds[end : noun.first]
        if not _is_bare(sentence, noun, lexicon) or parted not in (
            _JOINTS if named else ([], ["the"])
        ):
            break
        named.append(_body(sentence, noun.first, noun.last))
        end = noun.last
    if len(named) < _LEAST or "and" not in sentence.folds[head.last : end]:
        return []
    return [replace(named[0], first=head.first), *named[1:]]


def _is_bare(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether a phrase is nothing but a name that a place may have."""
    if noun.kind == "place":
        return True
    whole = " " in noun.name and sentence.folds[noun.first] in lexicon.given_names
    return noun.kind == "person" and not (noun.title or noun.offices or whole)


def _body(sentence: Sentence, first: int, last: int) -> Noun:
    name = " ".join(token.text for token in sentence.tokens[first:last])
    body = Body(name, "", "local party")
    return Noun("organisation", first, last, name=name, body=body, name_first=first)


def _is_of_others(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """Whether the bodies only say which people are meant: "the leaders of A and B councils"."""
    before = first - 1
    before -= before >= 0 and sentence.kinds[before] == "determiner"
    if before < 1 or sentence.folds[before] not in _TIES:
        return False
    word = sentence.folds[before - 1]
    return word not in lexicon.support_nouns and word not in _THEIRS


def _changed(sentence: Sentence, found: Sequence[Noun]) -> Sentence:
    """The sentence with ``found`` in the place of the phrases they overlap."""
    first, last = found[0].first, found[-1].last
    kept = [noun for noun in sentence.nouns if noun.last <= first or noun.first >= last]
    nouns = sorted((*kept, *found), key=lambda noun: noun.first)
    noun_at = [-1] * len(sentence.tokens)
    for index, noun in enumerate(nouns):
        noun_at[noun.first : noun.last] = [index] * (noun.last - noun.first)
    return replace(sentence, nouns=nouns, noun_at=noun_at)
