"""Who acts in a sentence: its subjects, who says it, and who is revealed behind "be" or "by"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.frames import Actor
from kg.frames.chains import subject_chain
from kg.frames.clauses import before, is_governed
from kg.model import Mention
from kg.prose.commitments import SUPPORT, Word
from kg.prose.discourse import Discourse
from kg.prose.favoured import Favoured
from kg.prose.signs import is_subject
from kg.prose.speech import speaker_of
from kg.prose.voices import voices
from kg.words.nouns import Noun, Sentence

_SOMEBODY = frozenset(("he", "she", "i", "we", "it"))
_OURS = frozenset(("we", "our"))
_REVEALING = frozenset(("is", "was", "are", "were", "include", "includes", "be"))
_AGENT = frozenset(("by", "from", "than", "through"))
_OWNED = 2  # words between an owner and what is owned
_HELD = ("choice", "gain", SUPPORT)
_DONE = ("gain", "side", "effort")
_BODIES = frozenset(("union", "society", "media", "local party", "body"))


def acting(
    discourse: Discourse,
    at: int,
    apart: Collection[Mention],
    words: Sequence[Word],
    favoured: Favoured,
) -> list[tuple[Noun, Mention]]:
    """Those who act in passage ``at`` outside quotations, if they do it together.

    None of them is one of those ``apart``, of whom one is ``favoured``. ``words`` are those of
    people who are for somebody.
    """
    passage = discourse.passages[at]
    found: dict[Mention, Noun] = {}
    phrases = []
    for noun in passage.sentence.nouns:
        if passage.in_quotation(noun.first) or not _acts(passage.sentence, noun, words):
            continue
        meant = discourse.mentions(Actor(noun), at)
        told = len(meant) == 1 and meant[0] not in apart
        if told and not _is_other(discourse, noun, meant[0], favoured):
            found[meant[0]] = noun
            phrases.append(noun)
    together = _act_together(passage.sentence, phrases)
    return [(noun, one) for one, noun in found.items()] if together else []


def _is_other(discourse: Discourse, noun: Noun, meant: Mention, favoured: Favoured) -> bool:
    """Whether a "he" is rather the candidate, named before it, or of the wrong gender."""
    if noun.kind != "pronoun" or noun.name not in ("he", "she"):
        return False
    candidate, whom = favoured
    named = any(one.kind == "person" and one.first < noun.first for one in whom)
    fits = discourse.contenders.can_be
    return (named and fits(candidate, noun.name)) or not fits(meant, noun.name)


def speaking(
    discourse: Discourse, at: int, apart: Collection[Mention]
) -> tuple[Noun, Mention] | None:
    """Who says passage ``at``, or words quoted in it, unless that is one of those ``apart``."""
    passage = discourse.passages[at]
    teller = None if passage.quoted else speaker_of(passage)
    told = [(at, teller)] if teller is not None else []
    for index, noun in voices(discourse.passages, at) if passage.quoted else told:
        found = _plural(discourse, at) or discourse.mentions(Actor(noun), index)
        if noun.kind != "number" and len(found) == 1:
            return (noun, found[0]) if found[0] not in apart else None
    return None


def _plural(discourse: Discourse, at: int) -> tuple[Mention, ...]:
    """Whom the "we" or "our" of a quotation means: the body that its speaker speaks for."""
    passage = discourse.passages[at]
    for token in passage.sentence.places(_OURS):
        if passage.in_quotation(token):
            return discourse.mentions(Actor(Noun("pronoun", token, token + 1, name="we")), at)
    return ()


def _acts(sentence: Sentence, noun: Noun, words: Sequence[Word]) -> bool:
    """Whether a phrase can be who does something: a subject, or revealed by "is" and "by"."""
    if noun.kind == "pronoun":
        being = noun.name == "it" and sentence.kinds[noun.last : noun.last + 1] == ["be"]
        return noun.name in _SOMEBODY and not being and not is_governed(sentence, noun)
    if not _can_act(noun):
        return False
    if sentence.folds[noun.last : noun.last + 1] in (["'s"], ["'"]):
        return any(0 < word.first - noun.last <= _OWNED and word.kind in _HELD for word in words)
    at = before(sentence, noun)
    held = sentence.noun(at - 1) if at > 0 and sentence.folds[at] == "," else None
    if held is not None and held.kind == "office":
        at = before(sentence, held)  # "is the sheriff, X"
    led = sentence.folds[at] if at >= 0 else ""
    if is_subject(sentence, noun) or (led in _REVEALING and not _describes_next(sentence, noun)):
        return True
    return _is_tied(noun, at, led, words)


def _is_tied(noun: Noun, at: int, led: str, words: Sequence[Word]) -> bool:
    """Whether words tie a name to what is done: "backed by X", "can count on X", "X behind her".

    The word ``led`` at token ``at`` stands before the name.
    """
    if led == "for" and not at:
        return any(word.kind == "choice" for word in words)  # "For X the choice is"
    if any(word.first == noun.last and word.kind == "side" for word in words):
        return True
    if led in _AGENT:
        return any(word.last == at and word.kind in _DONE for word in words)
    return any(word.last == at + 1 and word.kind == "gain" for word in words)


def _describes_next(sentence: Sentence, noun: Noun) -> bool:
    """Whether a name only says what sort of thing follows: "is the Anytown race"."""
    behind = sentence.tokens[noun.last : noun.last + 1]
    return bool(behind) and not sentence.kinds[noun.last] and behind[0].text[0].isalpha()


def _can_act(noun: Noun) -> bool:
    """Whether a phrase names a person, or a body that supports people: no mere party."""
    if noun.kind == "organisation":
        return noun.body is not None and noun.body.kind in _BODIES
    return noun.kind == "person"


def _act_together(sentence: Sentence, phrases: Sequence[Noun]) -> bool:
    """Whether several phrases are one subject: they are joined, or there is only one."""
    names = [noun for noun in phrases if noun.kind != "pronoun"]
    chain = subject_chain(sentence, names[-1]) if names else []
    return all(name in chain for name in names)
