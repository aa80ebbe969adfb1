"""The type of a post, and how the words between two noun phrases are read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.frames.clauses import VERBAL
from kg.model import RoleStatus
from kg.nouns import Noun, Sentence
from kg.offices import OfficePhrase

JOINTS = frozenset((",", "and", "&", "(", ")", "[", "]", "-", "–", "—", ":", "/", ";", "plus"))
DASHES = frozenset(("-", "–", "—"))
AND = frozenset(("and", "&", "plus"))
_PASSED = frozenset(("also", "both", "currently", "now", "at", "present"))
_PLACING = frozenset(("of", "from", "in", "for"))


@dataclass(frozen=True, slots=True)
class Post:
    """An office said of ``holder``; tokens ``first`` up to ``last`` of the sentence say it.

    ``others`` share the clause and are not the holder: "they made her chair" is not of them.
    """

    holder: Noun
    office: OfficePhrase
    first: int
    last: int
    others: tuple[Noun, ...] = ()


def post(
    holder: Noun,
    office: OfficePhrase,
    status: RoleStatus | None = None,
    others: tuple[Noun, ...] = (),
) -> Post:
    """The post with the extent of both phrases; a ``status`` given overrides a current one."""
    if status is not None and office.status == "current":
        office = replace(office, status=status)
    return Post(
        holder, office, min(holder.first, office.first), max(holder.last, office.last), others
    )


def gap(sentence: Sentence, start: int, end: int) -> list[str] | None:
    """The joints between two phrases; None when words stand there that do not just join.

    Articles, an age or place set beside a name, and whose office it is ("her husband's") are
    passed over.
    """
    joints: list[str] = []
    at = start
    while at < end:
        noun = sentence.noun(at)
        if noun is not None:
            if noun.last >= end or not _is_aside(sentence, noun):
                return None
            at = noun.last
            continue
        word = sentence.folds[at]
        if word in JOINTS:
            joints.append(word)
        elif not _passes(sentence, at):
            return None
        at += 1
    return joints


def _is_aside(sentence: Sentence, noun: Noun) -> bool:
    owner = sentence.folds[noun.last] in ("'s", "'")
    return owner or noun.kind in ("number", "place")


def _passes(sentence: Sentence, at: int) -> bool:
    if sentence.kinds[at] in ("determiner", "possessive") or sentence.folds[at] in _PASSED:
        return True
    if sentence.folds[at] in ("'s", "'"):
        return True
    after = sentence.noun(at + 1)
    return sentence.folds[at] in _PLACING and after is not None and after.kind == "place"


def is_verbless(sentence: Sentence) -> bool:
    """Whether the line has no verb that the reader knows: a label and what it labels."""
    return VERBAL.isdisjoint(sentence.kinds)


def joined_offices(sentence: Sentence, first: Noun) -> list[OfficePhrase]:
    """The offices of a phrase and of those joined to it: "mayor of X and chair of Y"."""
    found = list(first.offices)
    last = first
    for noun in sentence.nouns[sentence.noun_at[first.first] + 1 :]:
        joints = gap(sentence, last.last, noun.first) if noun.kind == "office" else None
        if not joints or not set(joints) <= AND | {","}:
            break
        found.extend(noun.offices)
        last = noun
    return found
