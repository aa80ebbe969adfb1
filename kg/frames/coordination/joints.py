"""What joins two noun phrases: commas, "and", "along with", and what stands beside a name."""

from __future__ import annotations

from kg.frames.clause.clauses import opens_clause
from kg.frames.coordination.districts import past_seat
from kg.frames.coordination.grouped import names_behind
from kg.frames.coordination.whence import (
    describes,
    is_whence,
)
from kg.words.nouns import Noun, Sentence

CONJUNCTIONS = frozenset(("and", "&", "/", "plus", "well", "with"))
JOINTS = frozenset((",", "and", "&", "/", "plus", "the", "both", ";", "a", "an", "["))
JOINTS_WITH = frozenset(
    ("along", "together", "with", "]", '"', "as", "well", "by", "from", "on", "of", "also")
)
_MAX_DESCRIPTION = 9
_MAX_ASIDE = 14
_DESCRIBING = 3
_DATING = frozenset(("last", "this"))
_DATED = _DATING | {"year", "'s"}
_RELATIVES = frozenset(("who", "whose", "which"))
_OWNED = frozenset(("'s", "'"))
_CLOSING_SEAT = ([","], [";"], ["and"], ["&"])
_PLAIN = frozenset(("", "relation", "preposition", "determiner", "body", "adverb"))
_ENDS = frozenset((".", ";", ":"))
OPENERS = ("determiner", "possessive")


def past_aside(sentence: Sentence, at: int) -> int | None:
    """Past what is set off by commas between two of a series, to the mark that closes it.

    It says who somebody is, "A, who chairs the club, B", or is one of them without a name, "A, the
    state's largest union, B". None when no aside begins at the comma ``at``.
    """
    if sentence.folds[at] != "," or at + 2 >= len(sentence.folds):
        return None
    if sentence.folds[at + 1].isdigit() and sentence.folds[at + 2] == ",":
        return at + 2  # "A, 44, B"
    seated = past_seat(sentence, at + 1)
    if seated is not None and sentence.folds[seated : seated + 1] in _CLOSING_SEAT:
        return seated  # "A, District 1, and B"
    related = _is_related(sentence, at)
    owned = sentence.folds[at + 1] == "her" and sentence.noun(at + 2) is None
    if not (related or owned or sentence.kinds[at + 1] in OPENERS):
        return None
    for index in range(at + 2, min(at + _MAX_ASIDE, len(sentence.folds))):
        if sentence.folds[index] == "," or (sentence.folds[index] == "and" and not related):
            return None if _is_name(sentence.noun(index - 1)) else index
        if sentence.folds[index] in _ENDS:
            closed = sentence.folds[index] == (";" if related else ".")
            return index if closed else None  # "A, who beat B; C"
        inner = sentence.noun(index) if index > at + 2 else None
        if inner is not None and inner.kind == "office" and inner.first > at + 2:
            continue  # "the state's longest-serving congressman"
        if not related and not _is_plain(sentence, index):
            return None
    return None


def is_joint(sentence: Sentence, at: int) -> bool:
    """Whether the word may stand between two phrases that share a place."""
    return sentence.folds[at] in JOINTS or sentence.folds[at] in JOINTS_WITH


def leads(sentence: Sentence, at: int) -> bool:
    """Whether the word describes the person named behind it: "the singer X", "activist X".

    Without a determiner only a word that is known to describe people does, or what several are
    called: "newcomers X and Y".
    """
    if names_behind(sentence, at) is not None:
        return sentence.noun(at) is None
    if sentence.kinds[at] not in ("", "relation") or not describes(sentence.tokens[at].text):
        return False
    end = at + 1
    while end < at + _DESCRIBING and sentence.kinds[end : end + 1] == ["relation"]:
        end += 1
    named = sentence.noun(end)
    if named is None or named.kind != "person" or named.first != end:
        return False
    return (
        sentence.kinds[at] == "relation"
        or sentence.kinds[at - 1] in OPENERS
        or names_candidate(sentence, at)
    )


def owns_next(sentence: Sentence, at: int) -> bool:
    """Whether "her" at ``at`` says whose the person named behind it is: "X and her husband Z"."""
    owner = sentence.kinds[at] == "possessive" or sentence.folds[at] == "her"
    return owner and at + 1 < len(sentence.folds) and leads(sentence, at + 1)


def dates_next(sentence: Sentence, at: int) -> bool:
    """Whether the word is one of "last year's" in "last year's leadership candidate X"."""
    if sentence.folds[at] not in _DATED:
        return False
    for start in range(max(0, at - 2), at + 1):
        first, *rest = sentence.folds[start : start + 3]
        if first in _DATING and rest == ["year", "'s"]:
            return leads(sentence, start + 3)
    return False


def names_candidate(sentence: Sentence, at: int) -> bool:
    """Whether the word says for what the person behind it stands: "mayoral candidate X"."""
    named = sentence.noun(at + 2)
    if sentence.kinds[at] or sentence.noun(at) is not None or named is None:
        return False
    return sentence.kinds[at + 1] == "relation" and named.kind == "person"


def before_aside(sentence: Sentence, at: int) -> int | None:
    """The comma at which words that say who the subject is begin, if they close at ``at``."""
    if sentence.folds[at] != ",":
        return None
    for index in range(at - 2, max(0, at - _MAX_ASIDE), -1):
        if sentence.folds[index] != ",":
            continue
        noun = sentence.noun(index - 1)
        if noun is None or not opens_clause(sentence, noun):
            return None
        return index if past_aside(sentence, index) == at else None
    return None


def past_description(sentence: Sentence, at: int) -> int | None:
    """Past words that describe the person set behind them: "and his counterpart in Kent, X".

    ``at`` is the word that opens them; the comma before the name is given. An office alone is read
    by itself.
    """
    if not _opens(sentence, at) or sentence.folds[at - 1] not in ("and", "&", ","):
        return None
    for index in range(at + 1, min(at + _MAX_DESCRIPTION, len(sentence.folds) - 1)):
        if sentence.folds[index] == ",":
            named = sentence.noun(index + 1)
            return index if named is not None and named.kind == "person" else None
        if not _is_plain(sentence, index):
            return None
    return None


def _opens(sentence: Sentence, at: int) -> bool:
    """Whether the word may open a description: "the", "his", "her"."""
    return sentence.kinds[at] in OPENERS or sentence.folds[at] == "her"


def before_description(sentence: Sentence, at: int) -> int | None:
    """The word before those that describe the person behind the comma ``at``, if there are any."""
    if sentence.folds[at] != ",":
        return None
    for index in range(at - 1, max(0, at - _MAX_DESCRIPTION), -1):
        if _opens(sentence, index) and sentence.folds[index - 1] in ("and", "&", ","):
            return index - 1 if past_description(sentence, index) == at else None
        if not (_is_plain(sentence, index) or sentence.kinds[index] in OPENERS):
            return None
    return None


def _is_related(sentence: Sentence, comma: int) -> bool:
    return sentence.folds[comma + 1] in _RELATIVES


def _is_plain(sentence: Sentence, index: int) -> bool:
    """Whether a word belongs to a phrase that names nobody: no verb and no name.

    An office alone is read by itself; in "the group's whip" it belongs to the phrase.
    """
    noun = sentence.noun(index)
    if noun is not None and noun.kind == "office":
        return sentence.is_owning(noun.first - 1)
    if noun is not None:
        return noun.kind in ("group", "place", "number")
    return sentence.kinds[index] in _PLAIN or sentence.is_owning(index)


def _is_name(noun: Noun | None) -> bool:
    return noun is not None and noun.kind in ("person", "organisation")


def owns_person(sentence: Sentence, at: int) -> bool:
    """Whether the mark at ``at`` ties a party or a place to somebody: "the Greens' A"."""
    if not sentence.is_owning(at):
        return False
    owner, member = sentence.noun(at - 1), sentence.noun(at + 1)
    if owner is None or member is None or member.kind != "person":
        return False
    return owner.kind == "place" or is_party(owner) or is_whence(owner, member)


def is_party(noun: Noun) -> bool:
    """Whether the phrase names a party."""
    return noun.body is not None and noun.body.kind == "party"


def owns_holder(sentence: Sentence, at: int) -> bool:
    """Whether the word is of "party's" in "the party's deputy leader A"."""
    beside = sentence.folds[at : at + 2]
    if _OWNED.isdisjoint(beside) or (not at and beside[0] in _OWNED):
        return False
    mark = at if beside[0] in _OWNED else at + 1
    owner, holder = sentence.noun(mark - 1), sentence.noun(mark + 1)
    first = owner.first if owner is not None else mark - 1
    held = holder is not None and holder.kind == "person" and bool(holder.offices)
    small = sentence.tokens[mark - 1].text[0].islower()
    return held and small and sentence.kinds[first - 1] in OPENERS
