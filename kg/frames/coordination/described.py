"""Noun phrases that only a clause shows to be one: "the leftwinger", "the committee of X"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.words.nouns import Noun, Sentence

_TRADES = 9  # tokens of "the author and Guardian columnist"
PARTS = frozenset(
    (
        *("committee", "board", "council", "executive", "conference", "branch", "caucus"),
        *("chapter", "affiliate", "arm", "lodge", "section", "pac", "panel"),
    )
)
_LEADING = frozenset(
    ("leaders", "leadership", "membership", "hierarchy", "management", "bosses", "chiefs")
)
_DESCRIBING = frozenset(("", "relation", "adverb", "preposition", "body", "number", "possessive"))
_LONGEST_DESCRIPTION = 10
_LONGEST = 5  # words before the "of" of a part


def part_of_body(sentence: Sentence, of: int, body: Noun) -> Noun | None:
    """The part of an organisation that acts for it: "the executive committee of X".

    ``of`` is the token of the "of" before ``body``. Members of a body are no part of it.
    """
    if body.kind != "organisation" or not of:
        return None
    if sentence.folds[of - 1] in _LEADING:
        return _led(sentence, of - 1, body)
    if sentence.folds[of - 1] not in PARTS:
        return None
    first = of - 1
    while first > 0 and _is_plain(sentence, first - 1):
        first -= 1
    place = sentence.noun(first - 1)
    if place is not None and place.kind in ("person", "place", "group") and place.last == first:
        first = place.first  # "the Anytown branch of X"
    if body.body is not None and body.body.kind == "media":
        return replace(body, first=first)  # the board of a paper speaks as the paper
    return replace(body, first=first, name=_printed(sentence, first, body.last), body=None)


def _led(sentence: Sentence, at: int, body: Noun) -> Noun | None:
    """The body for which those speak who lead it, if all of them do: "the leaders of X"."""
    opens = at == 0 or sentence.folds[at - 1] in ("the", ",", "and", "by", "that")
    return replace(body, first=at) if opens else None


def leading(sentence: Sentence, chain: list[Noun]) -> list[Noun] | None:
    """The bodies of a chain for which those speak who lead them: "the leaders of X, Y and Z"."""
    of = chain[0].first - 1 - (sentence.folds[chain[0].first - 1] == "the")
    bodies = len(chain) > 1 and all(noun.kind == "organisation" for noun in chain)
    if not bodies or of < 1 or sentence.folds[of] != "of" or sentence.folds[of - 1] not in _LEADING:
        return None
    first = _led(sentence, of - 1, chain[0])
    return [first, *chain[1:]] if first is not None else None


def part_from(sentence: Sentence, index: int) -> Noun | None:
    """The part of a body that the words from ``index`` on name: "(the) Anytown chapter of X"."""
    at = index
    while at < min(index + _LONGEST, len(sentence.folds) - 2):
        if sentence.folds[at] in PARTS | _LEADING and sentence.folds[at + 1] == "of":
            behind = at + 2 + (sentence.kinds[at + 2 : at + 3] == ["determiner"])
            body = sentence.noun(behind)
            return part_of_body(sentence, at + 1, body) if body is not None else None
        noun = sentence.noun(at)
        named = noun is not None and noun.kind in ("person", "place", "group")
        if not (named or (noun is None and sentence.kinds[at] in ("", "relation"))):
            return None
        at += 1
    return None


def apposed(sentence: Sentence, at: int) -> Noun | None:
    """The body behind words that only say what it is: "the city's biggest union, X"."""
    if sentence.kinds[at : at + 1] not in (["determiner"], ["possessive"]):
        return None
    for index in range(at + 1, min(at + _LONGEST_DESCRIPTION, len(sentence.folds) - 1)):
        if sentence.folds[index] == ",":
            behind = index + 1 + (sentence.kinds[index + 1] == "determiner")
            body = sentence.noun(behind)
            named = body is not None and body.kind == "organisation" and index > at + 1
            return body if named else None
        noun = sentence.noun(index)
        named = noun is not None and noun.kind in ("person", "organisation", "office", "pronoun")
        plain = sentence.kinds[index] in _DESCRIBING and sentence.tokens[index].text.islower()
        if named or not (plain or noun is not None or sentence.folds[index] == "'s"):
            return None
    return None


def body_of_part(sentence: Sentence, at: int) -> Noun | None:
    """The organisation whose part the word at ``at`` is: "X's editorial board", "X editors"."""
    if sentence.folds[at] not in PARTS:
        return None
    while at > 0 and (_is_plain(sentence, at - 1) or sentence.kinds[at - 1] == "document"):
        at -= 1
    own = sentence.is_owning(at - 1)
    at -= own
    body = sentence.noun(at - 1)
    if body is None and sentence.folds[at - 2 : at - 1] == ["the"] and at > 1:
        return Noun("office", at - 1, at, definite=True)  # "the union's board"
    if body is None or body.last != at:
        return None
    unnamed = own and body.kind == "group" and body.definite  # "the union's board"
    return body if body.kind == "organisation" or unnamed else None


def _printed(sentence: Sentence, first: int, last: int) -> str:
    """The words of a phrase as the text sets them, white space made single."""
    tokens = sentence.tokens[first:last]
    text = tokens[0].text
    for before, token in pairwise(tokens):
        text += token.text if token.start == before.end else f" {token.text}"
    return text


def _is_plain(sentence: Sentence, at: int) -> bool:
    """Whether a word in small letters, with no other work in the clause, stands at ``at``."""
    plain = not sentence.kinds[at] and sentence.noun(at) is None
    return plain and sentence.tokens[at].text[0].islower()


def two_trades(sentence: Sentence, start: int) -> Noun | None:
    """X in "the author and Guardian columnist X", "the actor and former councillor X".

    Two words for what one person does stand between the article at ``start`` and the name.
    """
    if sentence.kinds[start : start + 1] != ["determiner"]:
        return None
    words = [0]  # those of each trade
    for at in range(start + 1, min(start + _TRADES, len(sentence.folds))):
        noun = sentence.noun(at)
        if noun is not None and noun.kind == "person":
            told = words[-1] or noun.offices
            return noun if len(words) > 1 and words[0] and told and noun.first <= at else None
        if sentence.kinds[at] == "and":
            words.append(0)
        elif noun is None and _is_trade(sentence, at):
            words[-1] += 1
        elif noun is None or noun.kind not in ("organisation", "place", "office"):
            return None
    return None


def _is_trade(sentence: Sentence, at: int) -> bool:
    """Whether the word may say what one person is or does: no plural, no past form."""
    word = sentence.tokens[at].text
    plain = sentence.kinds[at] in ("", "relation") and word[0].islower()
    return (plain and not word.endswith(("ed", "s"))) or word.endswith("ss")


def described_by(sentence: Sentence, at: int) -> Noun | None:
    """A phrase like "the leftwinger": definite, without a name; the discourse resolves it."""
    for start in range(at, max(-1, at - 3), -1):
        if sentence.folds[start] == "the":
            return Noun("office", start, at + 1, definite=True)
        if (
            sentence.kinds[start] not in ("", "relation", "body")
            or not sentence.tokens[start].text[0].isalpha()
        ):
            return None
    return None


def says_whose(sentence: Sentence, noun: Noun) -> bool:
    """Whether "her" is no object but says whose something is: "her husband"."""
    if noun.kind != "pronoun" or sentence.folds[noun.first] != "her":
        return False
    at = noun.last
    if at >= len(sentence.tokens):
        return False
    following = sentence.noun(at)
    if following is not None:
        return following.kind in ("office", "group")
    plain = sentence.kinds[at] in ("", "relation", "matter", "document")
    return plain and sentence.tokens[at].text[0].islower()
