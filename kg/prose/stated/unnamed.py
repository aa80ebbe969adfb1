"""Offices without a name beside them: "the former minister", told by what stands before."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames import Actor
from kg.frames.clause.clauses import opens_clause
from kg.model import Mention
from kg.posts import Post, is_verbless
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Noun, Sentence

_BACK = 3
_LONGEST_HEADING = 8
# News names these without saying who holds them.
_KNOWN_TO_ALL = frozenset(
    (
        *("Prime Minister", "Deputy Prime Minister", "First Minister", "Deputy First Minister"),
        *("Chief Minister", "Chief Executive", "Vice President", "Home Secretary"),
        *("Foreign Secretary", "Health Secretary", "General Secretary", "Secretary of State"),
    )
)
_DESCRIBING = frozenset(("incumbent", "former", "current", "sitting", "outgoing", "ex"))


def described(discourse: Discourse, at: int, told: set[int]) -> Iterator[tuple[Mention, Post]]:
    """Whom the offices without a name in passage ``at`` mean, each with the post.

    ``told`` are the first tokens of those of which the sentence says itself whose they are.
    """
    sentence = discourse.passages[at].sentence
    profiled = _profiled(discourse, at)
    for noun in sentence.nouns:
        if noun.kind == "person" and noun.last < len(sentence.folds):
            if sentence.folds[noun.last] != ":":
                profiled = None  # from here on the sentence may be about somebody else
        elif noun.kind == "office" and noun.first not in told:
            holder = _holder(discourse, at, noun, profiled)
            profiled = None
            if holder is not None and holder.kind == "person":
                for office in noun.offices:
                    yield holder, Post(noun, office, noun.first, noun.last)


def _holder(discourse: Discourse, at: int, noun: Noun, profiled: Mention | None) -> Mention | None:
    sentence = discourse.passages[at].sentence
    named = noun.first > 0 and sentence.folds[noun.first - 1] == "the"
    if profiled is not None and named and _tells(noun):
        return None if discourse.passages[at].in_quotation(noun.first) else profiled
    if not opens_clause(sentence, noun) or _is_known(noun):
        return None
    if any(office.complement and not office.label.isupper() for office in noun.offices):
        return None  # its holder need not be one of whom the article has spoken
    found = discourse.mentions(Actor(noun), at)
    return found[0] if len(found) == 1 else None


def _tells(noun: Noun) -> bool:
    """Whether an office says enough to be meant of the one whom a paragraph is about."""
    if not noun.offices:
        return False
    office = noun.offices[0]
    if office.label in _KNOWN_TO_ALL:
        return office.status == "former"
    bare = " " not in office.label and not (office.organisation or office.place)
    return office.status == "former" or not bare


def _is_known(noun: Noun) -> bool:
    return any(o.label in _KNOWN_TO_ALL and o.status == "current" for o in noun.offices)


def _profiled(discourse: Discourse, at: int) -> Mention | None:
    """Whom a paragraph is about, by the heading above it or by the name that opens it.

    Between a heading and its paragraph may stand the credit of a picture, in brackets.
    """
    passages = discourse.passages
    own = _opened_by(passages[at].sentence)
    if own is not None:
        return discourse.cast.member(own)
    if at and passages[at - 1].paragraph == passages[at].paragraph:
        return None
    for back in range(at - 1, max(-1, at - 1 - _BACK), -1):
        heading = passages[back].sentence
        if heading.folds[0] == "(":
            continue
        name = heading.noun(0)
        short = len(heading.tokens) <= _LONGEST_HEADING and is_verbless(heading)
        if name is None or name.kind != "person" or not short:
            return None
        return discourse.cast.member(name)
    return None


def _opened_by(sentence: Sentence) -> Noun | None:
    """The name in "X: The incumbent mayor has"; a headline's "X: The mayor must go" is none."""
    name = sentence.noun(0)
    if name is None or name.kind != "person" or sentence.folds[name.last : name.last + 1] != [":"]:
        return None
    words = sentence.folds[name.last + 1 : name.last + 3]
    return name if words[:1] == ["the"] and words[1:2] and words[1] in _DESCRIBING else None
