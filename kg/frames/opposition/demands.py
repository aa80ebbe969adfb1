"""Who demands something: the subject of "demands", or who joins, backs or repeats a demand."""

from __future__ import annotations

from kg.frames.clause.clauses import subjects_before
from kg.frames.coordination.chains import noun_from, object_chain, subject_chain
from kg.frames.model import Subject
from kg.frames.places.subject import find_subject
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_NOUNS = frozenset(
    ("call", "calls", "demand", "demands", "appeal", "appeals", "plea", "pleas", "clamour")
)
DEMANDING = ("demand", "tell")
_JOINING = ("join", "declare")
_REACH = 10
_AGENTS = ("from", "by")
_COMING = ("be", "have", "adverb", "time", "means")
_COME = frozenset(("come", "came", "made", "led", "issued", "voiced", "echoed", "joined"))
_LEADING = ("determiner", "possessive", "preposition", "and")


def demanders(sentence: Sentence, head: int, lexicon: Lexicon) -> Subject | None:
    """Who demands what follows the verb or noun at token ``head``; None when nobody named does.

    "X called on Y", "X joined the calls on Y"; not "calls on Y grew".
    """
    if head < 1 or lexicon.opposing_verbs.get(sentence.folds[head]) not in DEMANDING:
        return None
    verb: int | None = head
    if sentence.kinds[head - 1] == "matter" or (
        sentence.folds[head] in _NOUNS and _is_noun(sentence, head, lexicon)
    ):  # "voted for a motion calling on Y to go"
        verb = _joining(sentence, head, lexicon)
    if verb is None:
        return None
    subject = find_subject(sentence, verb)
    if not subject.chain and sentence.folds[verb].endswith("ing"):
        subject = _writer(sentence, verb)
    passive = subject.passive and not sentence.folds[verb].endswith("ing")
    return None if passive else subject


def called_by(sentence: Sentence, head: int, end: int) -> list[Noun]:
    """A and B in "calls for Y to go have come from A and B", "were led by A".

    The noun stands at token ``head``, and what is called for ends before ``end``.
    """
    if sentence.folds[head] not in _NOUNS:
        return []
    for at in range(end, min(end + _REACH, len(sentence.folds) - 1)):
        if sentence.folds[at] in _AGENTS:
            named = noun_from(sentence, at + 1)
            return object_chain(sentence, named) if named is not None else []
        if sentence.kinds[at] not in _COMING and sentence.folds[at] not in _COME:
            return []
    return []


def _is_noun(sentence: Sentence, head: int, lexicon: Lexicon) -> bool:
    """Whether "calls" is no verb here: no subject stands before it."""
    before = head - 1
    if sentence.folds[before] == "to" and not sentence.folds[head].endswith("s"):
        return False
    if sentence.folds[before] == "and" and sentence.folds[head : head + 2] == ["call", "on"]:
        return False  # "have no confidence in Y and call on him to go"
    joins = lexicon.opposing_verbs.get(sentence.folds[before]) in _JOINING
    plain = sentence.noun(before) is None and not sentence.kinds[before]
    return joins or plain or sentence.kinds[before] in _LEADING


def _joining(sentence: Sentence, head: int, lexicon: Lexicon) -> int | None:
    """The verb that makes a demand somebody's own: "joined the calls", "added his voice to"."""
    for at in range(head - 1, max(-1, head - 1 - _REACH), -1):
        if lexicon.opposing_verbs.get(sentence.folds[at]) in _JOINING:
            return at
        noun = sentence.noun(at)
        if noun is not None and noun.kind != "number":
            return None  # "supports Y despite the calls": the verb has another object
        if sentence.folds[at] in (",", ";", ":") or sentence.kinds[at] in ("relative", "be"):
            return None
    return None


def _writer(sentence: Sentence, verb: int) -> Subject:
    """X in "X has written to Y asking him to go", who did what the clause before tells."""
    nearest = next(subjects_before(sentence, verb), None)
    chain = tuple(subject_chain(sentence, nearest)) if nearest is not None else ()
    return Subject(chain, False, "")
