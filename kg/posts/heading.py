"""Verbs that make an office of their object: "X chairs the board", "X leads the group on Y"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.clause.clauses import VERBAL
from kg.lexicon import Cue, Lexicon
from kg.posts.model import Post, post
from kg.posts.predicates import holder_of
from kg.words.nouns import Sentence
from kg.words.offices import OfficePhrase

_REACH = 8
_MADE = ("past", "participle")
_SEATED = frozenset(("council", "committee", "board", "executive", "cabinet", "nec"))
_LED = frozenset(("union", "party", "local party", "body"))
_BEFORE = frozenset((",", "which", "that", "now"))
_LED_WORDS = frozenset(("group", "caucus", "council", "party", "union"))


def headed(sentence: Sentence, verb: int, end: int, cue: Cue, lexicon: Lexicon) -> Iterator[Post]:
    """X chairs the board, leads the group on Y, sits on the council."""
    used = cue.form == "base" and sentence.folds[max(0, verb - 2) : verb] == ["used", "to"]
    if cue.form in ("base", "ing") and not used:
        return
    if sentence.folds[end : end + 1] == ["by"]:
        yield from _headed_by(sentence, verb, end, cue)
        return
    body = _body_after(sentence, end, lexicon)
    if body is None or not _fits(sentence, body, cue, lexicon):
        return
    holder = holder_of(sentence, verb)
    if holder is None:
        return
    words = _printed(sentence, *body)
    label, organisation, last = cue.force, words, body[1]
    if words.islower() and " " not in words:  # "leads the group" does not say which
        organisation = ""
    if sentence.folds[last - 1] == "group" and last - body[0] > 1:
        label = f"{words.rsplit(maxsplit=1)[0]} Group {label}"
        organisation, last = _of_group(sentence, last)
    office = OfficePhrase(label, "current", verb, last, organisation=organisation, complement=True)
    yield post(holder, office, "former" if cue.form in _MADE or used else None)


def _headed_by(sentence: Sentence, verb: int, end: int, cue: Cue) -> Iterator[Post]:
    """The committee, chaired by X, met; a party that is led by X."""
    person = sentence.noun(end + 1)
    at = verb - 1
    while at > 0 and (sentence.folds[at] in _BEFORE or sentence.kinds[at] in ("be", "adverb")):
        at -= 1
    body = sentence.noun(at)
    kind = body.body.kind if body is not None and body.body is not None else ""
    fits = sentence.folds[at] in _LED_WORDS or kind in _LED
    if cue.force != "Leader":
        fits = fits or sentence.folds[at] in _SEATED
    if person is None or person.kind != "person" or at < 0 or not fits:
        return
    organisation = body.name if body is not None and body.kind == "organisation" else ""
    office = OfficePhrase(
        cue.force, "current", verb, end, organisation=organisation, complement=True
    )
    yield post(person, office)


def _of_group(sentence: Sentence, last: int) -> tuple[str, int]:
    """The council of a group, "the X group on Y", and where the phrase ends."""
    noun = sentence.noun(last + 1) or sentence.noun(last + 2)
    if sentence.folds[last : last + 1] not in (["on"], ["at"], ["of"], ["in"]) or noun is None:
        return "", last
    return (noun.name, noun.last) if noun.kind in ("organisation", "place") else ("", last)


def _printed(sentence: Sentence, first: int, last: int) -> str:
    return " ".join(token.text for token in sentence.tokens[first:last])


def _body_after(sentence: Sentence, start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The body that begins at ``start``: a name, or words in small letters that end in one."""
    while start < len(sentence.folds) and sentence.kinds[start] in ("determiner", "possessive"):
        start += 1
    owner = sentence.noun(start)
    if owner is not None and sentence.folds[owner.last : owner.last + 1] == ["'s"]:
        start = owner.last + 1
    noun = sentence.noun(start)
    if noun is not None and noun.kind == "organisation" and noun.first <= start:
        last = noun.last
        last += sentence.folds[last : last + 1] == ["group"]
        return None if sentence.folds[last : last + 1] == ["'s"] else (start, last)
    for at in range(start, min(start + _REACH, len(sentence.folds))):
        word = sentence.folds[at]
        if sentence.kinds[at] in VERBAL or not word[0].isalpha():
            return None
        if word in _LED_WORDS or lexicon.organisation_words.get(word) in ("body", "union"):
            return (start, at + 1)
        if sentence.kinds[at]:
            return None
    return None


def _fits(sentence: Sentence, body: tuple[int, int], cue: Cue, lexicon: Lexicon) -> bool:
    """Whether the verb makes an office of its object: one leads a party, not a poll."""
    word = sentence.folds[body[1] - 1]
    if cue.force == "Member":
        return word in _SEATED
    if cue.force == "Editor":
        return lexicon.organisation_words.get(word) == "media"
    noun = sentence.noun(body[0])
    kind = noun.body.kind if noun is not None and noun.body is not None else ""
    if cue.force == "Leader":
        return word in _LED_WORDS or kind in _LED
    return True
