"""The places of a construction: whether a word or phrase of the sentence can stand there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.frames.coordination.chains import (
    chain_left,
    chain_right,
    noun_from,
    object_chain,
    subject_chain,
)
from kg.frames.coordination.grouped import names_behind
from kg.frames.coordination.whence import named_before
from kg.frames.model import Hedge
from kg.frames.places.bids import past_bid
from kg.lexicon import Element
from kg.words.nouns import Noun, Sentence
from kg.words.pronouns import NAMELESS

_OWN = frozenset(("his", "her", "their", "its", "my", "our"))
_SPEAKING = {"my": "i", "our": "we"}
_ACTING = {**_SPEAKING, "his": "he", "her": "she", "their": "they", "its": "it"}
_OBJECTS = frozenset(("him", "her", "them", "he", "she", "they", "me", "us"))
MARKS = frozenset((",", ";", ":", ".", "!", "?", "-", "–", "—", '"', "(", ")", "“", "”", "'"))
_OPENING = MARKS - {")", "'", "”"}
_ENDS = MARKS | {"and", "but", "too", "as", "this", "last", "while"}
_BEHIND = frozenset(  # what tells when, or in whose place, behind all that a clause says
    ("after", "before", "during", "since", "amid", "following", "because", "despite", "although")
) | {"though", "whereas", "rather", "instead", "ahead", "until", "over"}
_DATED = frozenset(("on", "in", "from", "by", "late", "earlier"))
_JOINTS = frozenset(("and", "&"))
_GOVERNING = frozenset(("to", "of", "from", "by"))
_TOO = frozenset(("too", "as", "well", "again", "already", "instead"))
_SHARED = frozenset(("for", "with", "to", "behind"))  # "stumping for Y and A for Z"
_NAMED = {
    "E": ("person", "organisation", "office", "group", "pronoun"),
    "C": ("person", "office", "pronoun", "place", "organisation"),
    "J": ("person", "organisation", "pronoun"),
}


@dataclass(frozen=True, slots=True)
class Filled:
    """What a construction has matched so far: its slots, how far it reaches, what weakens it."""

    first: int
    last: int
    slots: dict[str, list[Noun]] = field(default_factory=dict)
    hedge: Hedge = ""

    def up_to(self, last: int) -> Filled:
        """The same, reaching up to token ``last``; tried so often that ``replace`` is too slow."""
        return Filled(self.first, last, self.slots, self.hedge)

    def back_to(self, first: int) -> Filled:
        """The same, reaching back to token ``first``."""
        return Filled(first, self.last, self.slots, self.hedge)


def one(
    sentence: Sentence, so_far: Filled, element: Element, following: frozenset[str] = frozenset()
) -> Filled | None:
    """What is matched when ``element`` stands behind what is so far; None when it does not.

    ``following`` are the words with which the construction goes on behind it.
    """
    at = so_far.last
    if element.kind == "end":
        return so_far if _ends(sentence, at) else None
    if at >= len(sentence.folds):
        return None
    if element.kind == "word":
        return so_far.up_to(at + 1) if sentence.folds[at] in element.words else None
    if element.kind == "owner":
        return _owner(sentence, so_far, element)
    if element.kind == "slot":
        return _slot(sentence, so_far, element, following)
    return None


def one_back(sentence: Sentence, so_far: Filled, element: Element) -> Filled | None:
    """What is matched when ``element`` stands before what is so far; None when it does not."""
    at = so_far.first - 1
    if element.kind == "slot" and (joined := _contracted(sentence, so_far.first)):
        return replace(so_far, slots={**so_far.slots, element.slot: [joined]})
    if element.kind == "begin":
        begins = at < 0 or sentence.folds[at] in _OPENING or sentence.kinds[at] == "and"
        return so_far if begins else None
    if at < 0:
        return None
    if element.kind == "word":
        return so_far.back_to(at) if sentence.folds[at] in element.words else None
    if element.kind == "owner" and _is_own(sentence.folds[at], element):
        own = _own(sentence, at, element)
        return replace(so_far, first=at, slots={**so_far.slots, element.slot: [own]})
    if element.kind == "owner":
        owning = sentence.is_owning(at)
        at -= owning
    noun = named_before(sentence, at + 1) if sentence.folds[at] == ")" else sentence.noun(at)
    if noun is None or not fits(noun, element):
        return None
    if element.kind == "owner" and not (owning or _is_the(sentence, noun, body=element.body)):
        return None
    chain = [noun] if element.kind == "owner" else subject_chain(sentence, noun)
    if element.kind == "slot" and len(chain) == 1:
        chain = _governed_together(sentence, noun)
    first = chain[0].first
    first -= sentence.kinds[first - 1 : first] == ["determiner"]
    return replace(so_far, first=first, slots={**so_far.slots, element.slot: chain})


def _governed_together(sentence: Sentence, noun: Noun) -> list[Noun]:
    """X and Z in "grateful to X and Z for", who no verb follows; else Z alone."""
    if sentence.folds[noun.first - 1] not in _JOINTS or sentence.folds[noun.first - 2] == ",":
        return [noun]
    chain = chain_left(sentence, noun)
    return chain if sentence.folds[chain[0].first - 1] in _GOVERNING else [noun]


def _contracted(sentence: Sentence, at: int) -> Noun | None:
    """The "I" of "I'm" and "I've" at token ``at``, which is a verb as well."""
    noun = sentence.noun(at)
    return noun if noun and noun.kind == "pronoun" and "'" in sentence.folds[at] else None


def fits(noun: Noun, element: Element) -> bool:
    """Whether a phrase can stand in a slot; in that of a body no person, and no mere party."""
    if element.body:
        party = noun.body is not None and noun.body.kind == "party"
        return noun.kind == "organisation" and not party
    return noun.kind in _NAMED[element.slot]


def _slot(
    sentence: Sentence, so_far: Filled, element: Element, following: frozenset[str]
) -> Filled | None:
    several = names_behind(sentence, so_far.last) if element.slot == "C" else None
    noun = several or noun_from(sentence, so_far.last)
    if noun is None or not fits(noun, element):
        return None
    described = element.slot == "C" and noun.name in NAMELESS
    if noun.kind == "pronoun" and not (noun.name in _OBJECTS or described):
        return None
    if noun.kind == "office" and not noun.definite and element.slot == "C":
        return None  # "leads the field for governor"
    governing = sentence.folds[so_far.last - 1]
    chain = object_chain(sentence, noun, governing if governing in _SHARED else "")
    if element.slot == "E" and governing in element.words:
        chain = chain_right(sentence, noun)  # "Y supporters A and B say"
    else:
        chain = _up_to(sentence, noun, following) or chain
    last = chain[-1].last
    if element.slot == "C":
        last = past_bid(sentence, chain[-1], element.words) or chain[-1].last
        told = last < len(sentence.folds) and sentence.folds[last] in following
        if not (told or _is_whole(sentence, last)):
            return None
    return _with(so_far, element.slot, chain, last)


def _up_to(sentence: Sentence, noun: Noun, following: frozenset[str]) -> list[Noun]:
    """All those before the word that has to follow: "a letter for A and B was signed by D"."""
    chain = chain_right(sentence, noun) if following else []
    ahead = sentence.folds[chain[-1].last : chain[-1].last + 1] if chain else []
    return chain if ahead and ahead[0] in following else []


def _is_whole(sentence: Sentence, last: int) -> bool:
    """Whether the phrase for a candidate owns or describes nothing: not "Y's plan", "Y voters"."""
    if last >= len(sentence.folds):
        return True
    word = sentence.folds[last]
    if word in ("'s", "'", "-") or word.startswith("-"):
        return False
    if word in _TOO:
        return True
    described = not sentence.kinds[last] and sentence.noun(last) is None and word[0].isalpha()
    return not described or word.endswith("ly")


def _owner(sentence: Sentence, so_far: Filled, element: Element) -> Filled | None:
    at = so_far.last
    if _is_own(sentence.folds[at], element):
        return _with(so_far, element.slot, [_own(sentence, at, element)], at + 1)
    noun = noun_from(sentence, at)
    if noun is None or not fits(noun, element):
        return None
    if sentence.is_owning(noun.last):
        return _with(so_far, element.slot, [noun], noun.last + 1)
    owns = _is_the(sentence, noun, body=element.body)
    return _with(so_far, element.slot, [noun], noun.last) if owns else None


def _is_own(word: str, element: Element) -> bool:
    """Whether a word such as "her" may own what follows; "its" is no person's who stands."""
    return word in _OWN and not (element.body or (element.slot == "C" and word == "its"))


def _own(sentence: Sentence, at: int, element: Element) -> Noun:
    """The pronoun of "his", or of "my": whoever speaks. Of one who acts it is "he"."""
    word = sentence.folds[at]
    told = element.slot == "E" and "speech" in sentence.kinds[:at]
    names = _ACTING if told else _SPEAKING  # "said Y no longer had her confidence"
    return Noun("pronoun", at, at + 1, name=names.get(word, word))


def _is_the(sentence: Sentence, noun: Noun, *, body: bool) -> bool:
    """Whether a name, or that of a ``body``, owns what follows unsaid: "the Doe campaign"."""
    before = sentence.folds[noun.first - 1 : noun.first]
    return before == ["the"] and (body or noun.kind == "person")


def _with(so_far: Filled, slot: str, chain: list[Noun], last: int) -> Filled:
    return replace(so_far, last=last, slots={**so_far.slots, slot: chain})


def _ends(sentence: Sentence, at: int) -> bool:
    if at >= len(sentence.folds):
        return True
    if sentence.folds[at] == "as" and _is_called(sentence, at + 1):
        return False
    if sentence.folds[at] in _ENDS or sentence.folds[at] in _BEHIND:
        return True
    day = at + (sentence.folds[at] in _DATED)
    if sentence.kinds[day : day + 1] == ["time"] and sentence.folds[day + 1 : day + 2] == ["to"]:
        return False  # "agreed on Monday to back Z"
    then = at + 1 + (sentence.kinds[at + 1 : at + 2] == ["determiner"])
    written = sentence.kinds[then : then + 1] in (["time"], ["document"])  # "on Monday"
    return sentence.kinds[at] == "time" or (sentence.folds[at] in _DATED and written)


def _is_called(sentence: Sentence, at: int) -> bool:
    """Whether words behind "as" say what somebody is: "lists A as her heroes", "as an aide"."""
    if sentence.folds[at : at + 1] in (["a"], ["an"], ["her"]) or sentence.kinds[at : at + 1] == [
        "possessive"
    ]:
        return True
    noun = sentence.noun(at + (sentence.kinds[at : at + 1] == ["determiner"]))
    return noun is not None and noun.kind == "office"
