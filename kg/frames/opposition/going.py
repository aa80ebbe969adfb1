"""Telling somebody to go: "X called on Y to resign", "Y must go, said X", "calls for Y to quit"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from kg.frames.coordination.chains import actors, chain_left, noun_from, object_chain
from kg.frames.making import make_frame
from kg.frames.model import YOU, Frame, Hedge
from kg.frames.opposition.demands import DEMANDING, called_by, demanders
from kg.frames.places.inversion import BEING, doers
from kg.frames.places.speaking import speakers_of
from kg.frames.places.subject import find_subject
from kg.lexicon import Cue, Lexicon
from kg.phrases import Match
from kg.words.nouns import Noun, Sentence

_TARGETS = frozenset(("person", "office", "pronoun"))
_MUST = frozenset(("should", "must", "shall"))
_HAS_TO = frozenset(("has", "have", "had", "needs", "need", "needed", "ought", "got"))
_CLOSING = frozenset((",", ".", "!", ";", ":", ")", '"', "”"))
_WHEN = frozenset(("now", "immediately", "today", "soon", "before", "after", "because", "as"))
_WHERE_TO = frozenset(("to", "for", "on", "into", "through", "with"))
_TIME = frozenset(
    (
        *("time", "moment", "best", "better", "right", "wise", "proper", "appropriate"),
        *("necessary", "essential", "imperative", "sensible", "honourable", "honorable"),
    )
)
_COME = (["has", "come"], ["had", "come"], ["'s", "come"])
_AGENTS = ("by", "from")
_AGENT_REACH = 7
_LONGEST_TIME = 5  # words of "several long months ago"
_OBJECTS = {"he": "him", "she": "her"}


class _Told(NamedTuple):
    """Who is to go: the chain of phrases, and the token of the word before the first of them."""

    chain: list[Noun]
    head: int


def read_going(
    sentence: Sentence, index: int, match: Match[Cue], lexicon: Lexicon
) -> Iterator[Frame]:
    """The frame of a verb of going at token ``index``: who wants whom to go."""
    end = index + match.length
    if match.value.form != "base" or not _is_closed(sentence, index, end):
        return
    at = _past_adverbs(sentence, index - 1)
    word = sentence.folds[at] if at > 0 else ""
    if word in _MUST:
        yield from _said(sentence, _target(sentence, at), (index, end), lexicon)
    elif word == "to" and sentence.folds[at - 1] in _HAS_TO:
        yield from _said(sentence, _target(sentence, at - 1), (index, end), lexicon)
    elif word == "to":
        yield from _to_go(sentence, at, (index, end), lexicon)
    elif _target(sentence, at + 1) is not None:
        yield from _that_he_go(sentence, _target(sentence, at + 1), (index, end), lexicon)


def _is_closed(sentence: Sentence, index: int, end: int) -> bool:
    """Whether the clause ends with its verb, or goes on with when and from what; not where to.

    "Go" needs an end or a time: "must go further" and "should go and see" tell nobody to go.
    """
    if end >= len(sentence.folds) or sentence.folds[end] in _CLOSING | BEING:
        return True
    word, kind = sentence.folds[end], sentence.kinds[end]
    if sentence.folds[end - 1] == "of":
        return True  # "withdraw in favour of"
    if sentence.folds[index] == "go" and end == index + 1:
        return kind in ("time", "condition") or word in _WHEN or word in _AGENTS
    if word in _WHERE_TO or (not kind and not word.endswith("ly") and word[0].isalpha()):
        return False
    return kind != "matter" and not _measures(sentence, end)


def _measures(sentence: Sentence, at: int) -> bool:
    """Whether "a gear" follows: the verb is used in another sense."""
    return sentence.folds[at] in ("a", "an")


def _past_adverbs(sentence: Sentence, at: int) -> int:
    while at > 0 and (
        sentence.kinds[at] in ("adverb", "time") or sentence.folds[at].endswith("ly")
    ):
        at -= 1
    return at


def _target(sentence: Sentence, at: int) -> _Told | None:
    """Who is named directly before token ``at``, with those joined to the name."""
    if sentence.folds[at - 1 : at] == ["who"]:
        at -= 1  # "it is Y who must go"
    if sentence.folds[at - 1 : at] == [YOU]:
        return _Told([Noun("pronoun", at - 1, at, name=YOU)], at - 2)
    noun = sentence.noun(at - 1)
    if noun is None and sentence.folds[at - 1 : at] == [","]:
        noun = sentence.noun(at - 2)  # "the leader, X, to go": the comma closes the name
    if noun is None or noun.kind not in _TARGETS:
        return None
    chain = chain_left(sentence, noun)
    head = chain[0].first - 1
    while head > 0 and (
        sentence.kinds[head] in ("determiner", "possessive", "relation")
        or sentence.folds[head] == "embattled"
    ):
        head -= 1
    return _Told(chain, head)


def _before_time(sentence: Sentence, to: int) -> int:
    """Past when somebody was told to: "called on Y two days ago to go", "urged Y on Monday to"."""
    at = to
    while at > 1 and to - at < _LONGEST_TIME:
        noun = sentence.noun(at - 1)
        counts = noun is not None and noun.kind in ("number", "group")
        if noun is not None and not counts:
            break
        timed = at < to and (counts or sentence.kinds[at - 1] in ("determiner", "preposition", ""))
        if not timed and sentence.kinds[at - 1] != "time":
            break
        at -= 1
    return at


def _said(
    sentence: Sentence, told: _Told | None, cue: tuple[int, int], lexicon: Lexicon
) -> Iterator[Frame]:
    """Y should go, says X."""
    if told is None:
        return
    first = told.head + 1
    if sentence.folds[first - 2 : first - 1] == ["it"] and sentence.kinds[first - 1] == "be":
        first -= 2
    speakers, said = speakers_of(sentence, first, cue[1], lexicon)
    if said:
        yield _against(sentence, speakers, told.chain, cue)


def _to_go(sentence: Sentence, to: int, cue: tuple[int, int], lexicon: Lexicon) -> Iterator[Frame]:
    """X called on Y to go; it is time for Y to go; Y was urged to go by X."""
    told = _target(sentence, to) or _target(sentence, _before_time(sentence, to))
    if told is None:
        yield from _urged(sentence, to, cue, lexicon)
        return
    head = told.head
    if sentence.folds[head] in ("for", "on"):
        head = _past_adverbs(sentence, head - 1)  # "called publicly for Y to go"
    if sentence.folds[head] in _TIME or sentence.folds[head - 1 : head + 1] in _COME:
        first = _clause_start(sentence, head)
        yield from _said(sentence, _Told(told.chain, first - 1), cue, lexicon)
        return
    who = demanders(sentence, head, lexicon)
    callers = [] if who is not None and who.chain else called_by(sentence, head, cue[1])
    if callers:
        yield _against(sentence, callers, told.chain, cue)
    elif who is not None:
        yield _against(sentence, list(who.chain), told.chain, cue, who.hedge)


def _that_he_go(
    sentence: Sentence, told: _Told | None, cue: tuple[int, int], lexicon: Lexicon
) -> Iterator[Frame]:
    """X demanded that Y resign."""
    if told is None or told.head < 1:
        return
    head = told.head - 1 if sentence.folds[told.head] == "that" else told.head
    who = demanders(sentence, head, lexicon)
    if who is not None:
        yield _against(sentence, list(who.chain), told.chain, cue, who.hedge)


def _urged(sentence: Sentence, to: int, cue: tuple[int, int], lexicon: Lexicon) -> Iterator[Frame]:
    """Y was urged to go by X; Y faces calls to go from X."""
    verb = to - 1
    if sentence.folds[verb] == "on":
        verb -= 1
    if lexicon.opposing_verbs.get(sentence.folds[verb]) not in DEMANDING:
        return
    subject = find_subject(sentence, verb)
    facing = [at for at in range(max(0, verb - 3), verb) if sentence.kinds[at] == "facing"]
    faced = find_subject(sentence, facing[-1]) if facing else None
    target = faced or (subject if subject.passive else None)
    agent = _agent(sentence, cue[1])
    if target is None or not target.chain or agent is None:
        return
    pressed = sentence.folds[verb] == "pressure"
    yield _against(sentence, agent, list(target.chain), cue, "" if pressed else target.hedge)


def _agent(sentence: Sentence, end: int) -> list[Noun] | None:
    for at in range(end, min(end + _AGENT_REACH, len(sentence.folds) - 1)):
        if sentence.folds[at] in _AGENTS:
            noun = noun_from(sentence, at + 1)
            return object_chain(sentence, noun) if noun is not None else None
        if sentence.folds[at] in (",", ";", ".") or sentence.kinds[at] == "contrast":
            return None
    return None


def _clause_start(sentence: Sentence, at: int) -> int:
    """Where "it is (high) time" or "the time has come" begins."""
    while at > 0 and (
        sentence.kinds[at - 1] in ("be", "have", "determiner", "adverb", "means", "tentative")
        or sentence.folds[at - 1] in ("it", "time", "high", "about", "past", "right")
    ):
        at -= 1
    return at


def _against(
    sentence: Sentence,
    endorsers: list[Noun],
    candidates: list[Noun],
    cue: tuple[int, int],
    hedge: Hedge = "",
) -> Frame:
    return make_frame(
        "prose.calling-to-go",
        "opposes",
        doers(sentence, tuple(endorsers), cue[1]),
        actors(sentence, [_as_object(noun) for noun in candidates]),
        hedge,
        cue,
    )


def _as_object(noun: Noun) -> Noun:
    """The phrase as the object that it is to the speaker: "he should go" is said of another."""
    return replace(noun, name=_OBJECTS[noun.name]) if noun.name in _OBJECTS else noun
