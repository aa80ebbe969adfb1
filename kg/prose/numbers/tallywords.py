"""What the words of a sentence say of the numbers in it: support, thresholds, ballots, hearsay."""

from __future__ import annotations

from collections.abc import Sequence

from kg.frames import Frame
from kg.frames.coordination.chains import chain_left
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence
from kg.words.once import once_knowing
from kg.words.units import SUPPORT_UNIT

_CROWDS = frozenset((SUPPORT_UNIT, "people", "members", "voters"))
_VOTES = frozenset(("vote", "votes"))
_CLAUSE_ENDS = frozenset((",", ";", ":", ".", "-"))
_SET_OFF = frozenset((",", "-", "–", "—", "("))
_TELLING = frozenset(("which", "that", "with", "whose", "having", "representing"))
_OWN_REACH = 4
_SHORT = 10
_MANY = 1000
_HOW_MANY = frozenset((("how", "many"), ("number", "of")))
_EACH = frozenset(("each", "they", "candidate", "candidates", "contender", "contenders", "rivals"))


@once_knowing
def tally_words(sentence: Sentence, lexicon: Lexicon) -> tuple[tuple[int, str], ...]:
    """The words about numbers in the sentence: the token of each, and its kind."""
    found = lexicon.tally_words.found(sentence.folds)
    return tuple((index, match.value) for index, match in found)


@once_knowing
def names_support(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the sentence has a word for support; votes are cast in secret and are none."""
    if any(
        is_support_noun(sentence, index, lexicon)
        for index, word in enumerate(sentence.folds)
        if word in lexicon.support_nouns and word not in _VOTES
    ):
        return True
    return any(kind == "support" for _, kind in tally_words(sentence, lexicon))


def is_support_noun(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a word for support or for one who gives it stands at token ``at``."""
    found = lexicon.support_nouns.at(sentence.folds, at)
    return found is not None and found.value.frame in ("support", "backer")


def takes_sides(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the sentence has a word for support, a verb of it, or shares out those who choose."""
    if names_support(sentence, lexicon) or _shares_out(sentence):
        return True
    return any(
        cue.value.frame == "act" and not cue.value.narrow
        for _, cue in lexicon.cues.found(sentence.folds)
    )


def _shares_out(sentence: Sentence) -> bool:
    """Whether the sentence asks or tells how many of those who choose somebody has.

    "How many MPs does each of the candidates have?", "the number of branches each has", "MPs
    declared so far".
    """
    for noun in sentence.nouns:
        ahead = sentence.folds[noun.last : noun.last + 2]
        if noun.kind == "group" and ahead in (["declared"], ["declared", ":"], ["declared", "so"]):
            return True
        asked = tuple(sentence.folds[max(0, noun.first - 2) : noun.first]) in _HOW_MANY
        if asked and noun.kind == "group" and "have" in sentence.kinds[noun.last :]:
            return not _EACH.isdisjoint(sentence.folds[noun.last :])
    return False


def is_gated(sentence: Sentence, number: Noun, lexicon: Lexicon) -> bool:
    """Whether the number is a threshold, the outcome of a secret ballot, or a poll's."""
    if _counts_votes(sentence, number):
        return True
    for at, kind in tally_words(sentence, lexicon):
        if kind == "threshold" and _is_wanted(sentence, at, number):
            return True
        if kind == "open" and _nearest(sentence, at, number):
            return True
        if kind == "crowd" and number.unit in _CROWDS:
            return True
        if kind == "ballot" and not _apart(sentence, at, number):
            return True
        if kind == "poll" and not (number.unit == SUPPORT_UNIT and _apart(sentence, at, number)):
            return True
    return False


def _is_wanted(sentence: Sentence, at: int, number: Noun) -> bool:
    """Whether the word for a threshold at token ``at`` is said of the number.

    Not of that of "has 40 MPs and needs 60", nor of the first of "has 40 of the 60 MPs it needs".
    """
    if not same_clause(sentence, at, number) or _is_met(sentence, at, number):
        return False
    had = number.last <= at
    whole = had and any(
        sentence.folds[index] == "of" and sentence.folds[index + 1] == "the"
        for index in range(number.first, number.last - 1)
    )
    return not whole and not (had and "and" in sentence.kinds[number.last : at])


def _is_met(sentence: Sentence, at: int, number: Noun) -> bool:
    """Whether so many are there: "past the threshold with 40", "has the 40 that are required"."""
    before = sentence.folds[number.first - 1] if number.first else ""
    if at < number.first:
        plain = "relative" not in sentence.kinds[: number.first]
        return plain and before in ("with", "on") and number.unit == SUPPORT_UNIT
    had = sentence.kinds[max(0, number.first - 2) : number.first] == ["have", "determiner"]
    return had and number.last == at


def renaming(sentence: Sentence, frames: Sequence[Frame]) -> set[int]:
    """Where the groups begin that only rename the people before them, who support nobody."""
    if any(frame.endorsers and frame.candidates for frame in frames):
        return set()
    return {noun.first for noun in sentence.nouns if renames(sentence, noun)}


def renames(sentence: Sentence, number: Noun) -> bool:
    """Whether a group set off is the people named before it: "A, B and C - three other MPs -"."""
    mark = number.first - 1
    if number.kind != "group" or mark < 1 or sentence.folds[mark] not in _SET_OFF:
        return False
    last = sentence.noun(mark - 1)
    if last is None or last.kind not in ("person", "organisation"):
        return False
    named = chain_left(sentence, last)
    return len(named) > 1 and len(named) == number.count


def _nearest(sentence: Sentence, at: int, number: Noun) -> bool:
    """Whether no other number stands between the number and the word at a token."""
    first, last = min(at, number.first), max(at, number.last)
    others = (n for n in sentence.nouns if n.count is not None and n is not number)
    return same_clause(sentence, at, number) and not any(
        first <= one.first < last for one in others
    )


def _counts_votes(sentence: Sentence, number: Noun) -> bool:
    """Whether the number is one of votes, said of it or of another: "1,204 votes to Y's 877".

    A caucus of few votes in the open, a public of thousands does not.
    """
    if _VOTES.isdisjoint(sentence.folds) or (number.unit and number.unit != SUPPORT_UNIT):
        return False
    return any(
        (one.count or 0) >= _MANY
        and not _VOTES.isdisjoint(sentence.folds[one.last - 1 : one.last + 1])
        for one in sentence.nouns
    )


def _apart(sentence: Sentence, at: int, number: Noun) -> bool:
    """Whether backers are counted beside votes: "56 backers and 88 votes in the ballot"."""
    if number.kind != "group":
        return False
    first, last = min(at, number.first), max(at, number.last)
    return "and" in sentence.kinds[first:last] or not same_clause(sentence, at, number)


def counts_otherwise(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the sentence speaks of votes, a ballot or a poll: their numbers name nobody."""
    if not _VOTES.isdisjoint(sentence.folds) and not names_support(sentence, lexicon):
        return True
    return any(kind in ("ballot", "poll") for _, kind in tally_words(sentence, lexicon))


def is_tally(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a short line announces counts: "The current tally is:"."""
    short = len(sentence.tokens) <= _SHORT
    return short and any(kind == "tally" for _, kind in tally_words(sentence, lexicon))


def stands_in_race(sentence: Sentence, number: Noun, lexicon: Lexicon) -> bool:
    """Whether words before the number say where somebody stands: "leads with", "close behind"."""
    return any(
        kind == "standing" and at < number.first and same_clause(sentence, at, number)
        for at, kind in tally_words(sentence, lexicon)
    )


def is_support_at(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether words at token ``at`` make those before them supporters: "40 MPs on board"."""
    found = lexicon.tally_words.at(sentence.folds, at) if at < len(sentence.folds) else None
    return found is not None and found.value == "support"


def shows(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether somebody shows with the verb at token ``at`` what they have: "announced"."""
    found = lexicon.tally_words.at(sentence.folds, at)
    return found is not None and found.value == "showing"


def is_believed(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether what tokens ``first`` to ``last`` say is believed to be so now, not to come."""
    coming = False
    believed = False
    for _, kind in tally_words(sentence, lexicon):
        believed = believed or kind == "belief"
    for at in range(first, last):
        word = sentence.folds[at]
        coming = coming or sentence.kinds[at] in ("modal", "tentative") or word == "expected"
    return believed and not coming


def is_side(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether "'s side" or "'s supporters" follows at token ``at``, or "camp" directly."""
    if not sentence.is_owning(at):
        named = lexicon.tally_words.at(sentence.folds, at) if at < len(sentence.folds) else None
        return named is not None and named.value == "side"
    for index in range(at + 1, min(at + _OWN_REACH, len(sentence.folds))):
        found = lexicon.tally_words.at(sentence.folds, index)
        if found and found.value in ("side", "tally"):
            return True
        if sentence.folds[index] in lexicon.bid_words:
            return True
        if lexicon.support_nouns.at(sentence.folds, index):
            return True
    return False


def same_clause(sentence: Sentence, index: int, number: Noun) -> bool:
    """Whether no mark and no "but" stands between a token and the number."""
    first, last = min(index, number.first), max(index, number.last)
    return not any(
        sentence.folds[at] in _CLAUSE_ENDS or sentence.kinds[at] == "contrast"
        for at in range(first, last)
        if sentence.noun(at) is None
    )


def is_size(sentence: Sentence, number: Noun) -> bool:
    """Whether a number tells how big a body is: "the ABC, which has 31 MPs", "X, with 4 MPs,".

    So does that of unnamed bodies: "the unions, which between them hold 18 votes".
    """
    at = number.first - 1
    while at > 0 and sentence.folds[at] != ",":
        at -= 1
    if at < 1 or sentence.folds[at + 1] not in _TELLING:
        return False
    before = at - 1
    if sentence.folds[before] == ")":
        before -= 3  # "the ABC Party (ABC), with"
    body = sentence.noun(before)
    if body is None or number.unit == SUPPORT_UNIT:
        return False
    several = body.kind == "group" and body.unit != SUPPORT_UNIT
    return body.kind == "organisation" or (several and sentence.folds[at + 1] == "which")
