"""Slates: lists of those whom one body supports, and the body whose slate it is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.frames.coordination.chains import actors
from kg.frames.places.subject import find_subject
from kg.lexicon import Cue, Lexicon
from kg.model import Mention
from kg.phrases import Match
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Noun, Sentence

_GOING_ON = frozenset((":", ".", ",", "in", "for", "who"))
_ASKED = (["who"], ["whom"], ["which"])  # "who supports whom" asks of everybody
_BEING = frozenset(("is", "'s", "are"))
_WHAT = frozenset(("what", "who", "whom", "how"))
_SHOWING = frozenset(("here", "below", "this", "these"))
_ASKED_FOR = frozenset(("what", "who", "whom"))
_REACH = 6
CHOSEN = frozenset(
    (
        "candidate",
        "candidates",
        "primaries",
        "races",
        "primary",
        "contests",
        "hopefuls",
        "tickets",
        "slate",
    )
)


def slate_endorser(index: int, talk: Discourse, lexicon: Lexicon) -> Mention | None:
    """Who supports those on the list below: "The board has endorsed the following candidates:"."""
    sentence = talk.passages[index].sentence
    if is_left_open(sentence):
        return None
    for at, word in enumerate(sentence.folds):
        cue = lexicon.cues.at(sentence.folds, at) if word in lexicon.cues else None
        if cue is None or cue.value.frame != "act" or cue.value.narrow:
            continue
        ahead = sentence.folds[at + cue.length : at + cue.length + _REACH]
        pointed = not lexicon.slate_words.isdisjoint(ahead)
        if ahead[:1] in _ASKED or not pointed or not of_several(sentence, at, cue, lexicon):
            continue
        subject = find_subject(sentence, at)
        if subject.passive or subject.hedge:
            continue
        chain = [noun for noun in subject.chain if noun.kind != "pronoun"]
        named = chain or [n for n in sentence.nouns if n.kind == "organisation" and n.first < at]
        for actor in actors(sentence, named[:1]):
            for mention in talk.mentions(actor, index):
                return mention
    return None


def is_left_open(sentence: Sentence) -> bool:
    """Whether the choice is still to come: "has yet to endorse in these races"."""
    folds = sentence.folds
    return any(word == "yet" and folds[at + 1 : at + 2] == ["to"] for at, word in enumerate(folds))


def names_slate(sentence: Sentence, noun: Noun) -> bool:
    """Whether a phrase is what a slate is called: "backs the Clean Air slate"."""
    return sentence.folds[noun.last : noun.last + 1] in (["slate"], ["ticket"])


def of_several(sentence: Sentence, at: int, cue: Match[Cue], lexicon: Lexicon) -> bool:
    """Whether the verb at token ``at`` says that several are supported, and not who."""
    end = at + cue.length
    ahead = sentence.folds[end : end + _REACH]
    behind = sentence.folds[max(0, at - _REACH - 1) : at]
    if "those" in behind and behind[-behind[::-1].index("those") :][:1] != ["who"]:
        return True  # "please vote for those we have endorsed."
    if not CHOSEN.isdisjoint([*ahead, *behind]) or _points_on(ahead, lexicon):
        return True
    shown = any(one in _BEING and two in _WHAT for one, two in pairwise(["", *behind]))
    if shown and ahead[:1] == ["."]:
        return True  # "this is what X recommends."
    led = sentence.folds[0] in _SHOWING and sentence.folds[-1] == ":"
    if led and not _ASKED_FOR.isdisjoint(behind):
        return True  # "here is the short version of what this page recommended in May:"
    ends = ahead[:1] in ([], [":"])
    if cue.value.force != "endorse":
        return ends and cue.value.narrow
    counted = any(
        n.kind == "group" or (n.kind == "number" and (n.count or 0) > 1)
        for n in sentence.nouns
        if end <= n.first <= end + 1
    )
    return counted or ends or ahead[:1] == ["by"]


def _points_on(ahead: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the words point to a list and do not say of what else: "the following books"."""
    at = next((i for i, word in enumerate(ahead) if word in lexicon.slate_words), None)
    return at is not None and (at + 1 == len(ahead) or ahead[at + 1] in _GOING_ON)
