"""Who somebody is that is only described: named at the head of the next sentence.

"A former leader has endorsed her. Jane Doe said that": whoever opens the next sentence and was not
named before is the one described, unless the article gives that person something else to do.
"""

from __future__ import annotations

from kg.frames import Actor
from kg.frames.clause.clauses import has_predicate
from kg.model import Mention
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Noun, Sentence
from kg.words.wordkinds import DENYING

_SAYING = ("speech", "relative")
_THANKING = frozenset(
    ("delighted", "honoured", "honored", "grateful", "thrilled", "pleased", "welcomed", "thanked")
)


def named_next(discourse: Discourse, noun: Noun, at: int) -> tuple[Mention, ...]:
    """The person whom an office without a name in passage ``at`` means, by the sentence behind."""
    if noun.kind != "office" or not noun.offices or at + 1 >= len(discourse.passages):
        return ()
    passage, following = discourse.passages[at], discourse.passages[at + 1]
    heading = passage.sentence.tokens[-1].text not in (".", "!", "?")
    if (following.paragraph != passage.paragraph and not heading) or following.quoted:
        return ()
    named = _opening(following.sentence)
    if named is None or not _fits(noun, named) or _is_other(following.sentence):
        return ()
    found = discourse.mentions(Actor(named), at + 1)
    stands = not discourse.contenders.people.isdisjoint(found)
    told = stands or any(_is_known(discourse, one, at) for one in found)
    return () if told or len(found) != 1 else found


def _opening(sentence: Sentence) -> Noun | None:
    """Who opens a sentence in full and says something in it, or is told more of."""
    first = sentence.nouns[0] if sentence.nouns else None
    if first is None or first.first or first.kind != "person" or " " not in first.name:
        return None
    behind = sentence.kinds[first.last : first.last + 2]
    told = any(kind in _SAYING for kind in behind)
    return first if told or (has_predicate(sentence, first) and "speech" in behind) else None


def _is_other(sentence: Sentence) -> bool:
    """Whether a sentence doubts, or is one of thanks, which those who are backed say."""
    return not (DENYING.isdisjoint(sentence.kinds) and _THANKING.isdisjoint(sentence.folds))


def _fits(noun: Noun, named: Noun) -> bool:
    """Whether the offices before the name, if there are any, are those of the description."""
    labels = {office.label for office in noun.offices}
    return not named.offices or not labels.isdisjoint(office.label for office in named.offices)


def _is_known(discourse: Discourse, one: Mention, at: int) -> bool:
    """Whether somebody is named in passage ``at`` or before it."""
    nouns = (n for p in discourse.passages[: at + 1] for n in p.sentence.nouns)
    return any(n.kind == "person" and discourse.cast.member(n) == one for n in nouns)
