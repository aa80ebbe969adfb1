"""Sentences that lead on to those whom a body supports, with the body before what leads on.

"Y has recommended three for the board: A, B and C", "backed by Y for the board are A and B".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.model import CHOOSER
from kg.frames.places.subject import find_subject
from kg.frames.slates.ticketparts import body_from, people_from
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_LEADING = frozenset(("are", "include", "includes", "were", "is"))
_HEADS = frozenset(("candidates", "candidate", "those", "hopefuls", "nominees", "contenders"))
_SEVERAL = 2
_MOST_BEFORE = 6
_REACH = 14
_PLAIN = frozenset(("", "determiner", "possessive", "relation", "adverb", "demonstrative"))
_ADDING = frozenset(("also", "and"))
_ENDING = frozenset((".", ";", ":"))


def led_on(sentence: Sentence, lexicon: Lexicon) -> tuple[Noun, list[Noun], int] | None:
    """The body and those it supports, with the cue; None if the sentence is none of these."""
    for at, end, form in _cues(sentence, lexicon):
        found = (
            _behind_agent(sentence, at, end, lexicon)
            if form in ("past", "participle") and sentence.folds[end : end + 1] == ["by"]
            else _behind_colon(sentence, at, end)
        )
        if found is not None:
            return (*found, at)
    return None


def _cues(sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """The verbs of support: where each begins and ends, and its form."""
    for at, word in enumerate(sentence.folds):
        cue = lexicon.cues.at(sentence.folds, at) if word in lexicon.cues else None
        if cue is None or cue.value.frame not in ("act", "give"):
            continue
        if not (cue.value.narrow and lexicon.contested.isdisjoint(sentence.folds)):
            yield at, at + cue.length, cue.value.form


def _behind_colon(sentence: Sentence, at: int, end: int) -> tuple[Noun, list[Noun]] | None:
    """A, B and C in "Y backs three for the board: A, B and C"; nobody is named before the colon."""
    folds = sentence.folds
    colon = folds.index(":", end) if ":" in folds[end:] else 0
    named = any(noun.kind == "person" and noun.last <= colon for noun in sentence.nouns)
    counted = any(
        noun.kind in ("number", "group") and end <= noun.first < colon for noun in sentence.nouns
    )
    several = counted or not _HEADS.isdisjoint(folds[end:colon])
    if not colon or named or not several or _goes_on(sentence, end, colon):
        return None
    subject = find_subject(sentence, at)
    bodies = [noun for noun in subject.chain if noun.kind == "organisation"]
    people = people_from(sentence, colon + 1)
    if subject.hedge or subject.passive or len(bodies) != 1 or len(people) < _SEVERAL:
        return None
    return bodies[0], people


def _goes_on(sentence: Sentence, start: int, colon: int) -> bool:
    """Whether another clause or a second body stands between the verb and the colon."""
    return any(
        sentence.kinds[i] in ("be", "have", "modal", "speech", "relative", "negation", "refusal")
        or sentence.folds[i] in (";", "against")
        for i in range(start, colon)
    )


def _behind_agent(
    sentence: Sentence, at: int, end: int, lexicon: Lexicon
) -> tuple[Noun, list[Noun]] | None:
    """A and B in "the candidates backed by Y are A and B", which nothing else opens."""
    before = [i for i in range(at) if sentence.tokens[i].text[0].isalpha()]
    plain = all(sentence.kinds[i] in _PLAIN or sentence.noun(i) is not None for i in before)
    headed = not before or not _HEADS.isdisjoint(sentence.folds[:at])
    if len(before) > _MOST_BEFORE or not plain or not headed:
        return None
    body = body_from(sentence, end + 1, lexicon)
    if body is None:
        return None
    for index in range(body.last, min(body.last + _REACH, len(sentence.folds))):
        if sentence.folds[index] in _LEADING:
            people = people_from(sentence, index + 1)
            return (body, people) if len(people) >= _SEVERAL else None
        if sentence.folds[index] in _ENDING or sentence.kinds[index] in ("have", "modal", "speech"):
            break
    return None


def made_by(sentence: Sentence, at: int, lexicon: Lexicon) -> tuple[Noun, list[Noun]] | None:
    """Y and A and B in "the choices of the Y Guild, Local 9, are A and B", ``at`` the choices."""
    if sentence.folds[at + 1 : at + 2] != ["of"]:
        return None
    body = body_from(sentence, at + 2, lexicon)
    if body is None or not set(sentence.kinds[at + 2 : body.first]) <= {"determiner"}:
        return None
    past = next(
        (i for i in range(body.last, len(sentence.folds)) if sentence.folds[i] in _LEADING), None
    )
    if past is None or past - body.last > _MOST_BEFORE:
        return None
    people = people_from(sentence, past + 1)
    return (body, people) if people else None


def one_of_chooser(sentence: Sentence, lexicon: Lexicon) -> tuple[Noun, list[Noun]] | None:
    """A and B in "Also endorsed were A and B": of the body that the article spoke of last."""
    folds = sentence.folds
    first = int(folds[0] in _ADDING)
    cue = lexicon.cues.at(folds, first) if folds[first : first + 1] else None
    if cue is None or cue.value.frame != "act" or cue.value.narrow:
        return None
    behind = first + cue.length
    if cue.value.form not in ("past", "participle") or folds[behind : behind + 1] != ["were"]:
        return None
    people = people_from(sentence, behind + 1)
    enough = len(people) >= _SEVERAL or bool(first)
    chooser = Noun("pronoun", 0, 1, name=CHOOSER)
    return (chooser, people) if enough and people else None
