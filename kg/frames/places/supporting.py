"""Nouns of support: the verb that governs one, whose it is, what stands behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.frames.coordination.chains import actors, chain_left, noun_from, object_chain
from kg.frames.coordination.grouped import names_behind
from kg.frames.coordination.members import of_unnamed, with_members
from kg.frames.making import make_frame
from kg.frames.model import Frame, Hedge, Subject
from kg.frames.places.objects import described_name
from kg.frames.places.races import own_described
from kg.frames.places.subject import find_subject
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_QUANTIFYING = ("of", "to", "behind", "from", "by", "in")
_GOVERNING = {
    "winover": "get",
    **{kind: kind for kind in ("get", "give", "take", "lose", "move", "leave")},
}
_TAKING = frozenset(("take", "takes", "took", "taken", "taking"))
_CARRYING = _TAKING | {"bring", "brings", "brought", "bringing", "carried", "carrying"}
_ENDING = frozenset((",", ";", ".", "sought"))  # "has sought the support of"
_VERB_REACH = 10
_OPENING = 3  # tokens before the name of a bid that opens its clause
_ASIDE = 6  # tokens of "on the other hand" and its first comma
_BID_REACH = 12
_OWNER_REACH = 6
_DESCRIBING = ("", "and", "adverb")
_BID_WORDS = 4
_BESIDE_BID = frozenset(("preposition", "determiner", "have", "adverb", "time", "be"))
_WINNING = frozenset(
    (
        *("lead", "become", "be", "win", "head", "represent", "retain", "keep", "regain", "run"),
        *("party", "next", "first", "new", "replace", "succeed"),
    )
)
OWNERS = {"his": "he", "her": "she", "their": "they"}  # by the pronoun that owns


def governing_verb(sentence: Sentence, index: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """The verb that has the noun at ``index`` as its object, and what it does with it."""
    for at in range(index - 1, max(-1, index - 1 - _VERB_REACH), -1):
        carried = _carried(sentence, at, index)
        if carried:
            return at, carried
        found = None if _is_owned(sentence, at) else lexicon.cues.at(sentence.folds, at)
        if found and found.value.frame in _GOVERNING and at + found.length <= index:
            return at, _GOVERNING[found.value.frame]
        if sentence.noun(at) is not None:
            continue  # "more than 100": what a number is led by parts no clauses
        if sentence.folds[at] in _ENDING or sentence.kinds[at] in ("relative", "contrast"):
            return None
        if _is_infinitive(sentence, at, index):
            return None  # "has the numbers to seek the nomination"
        if sentence.kinds[at] == "preposition" and sentence.folds[at] not in _QUANTIFYING:
            found = lexicon.cues.at(sentence.folds, at - 1) if at else None
            if found is None or found.length == 1 or found.value.frame not in _GOVERNING:
                return None  # "count on" is one verb
        described = at > 0 and sentence.kinds[at - 1] in ("determiner", "possessive")
        past = sentence.tokens[at].text.islower() and sentence.folds[at].endswith("ed")
        if past and not described:  # "the coveted endorsement"
            return None
    return None


def _carried(sentence: Sentence, verb: int, index: int) -> str:
    """What "take" and "bring" do with the support at ``index``, by what stands behind it."""
    if (
        sentence.folds[verb] in _TAKING
        and word_at(sentence, _after_noun(sentence, index)) == "back"
    ):
        return "take"  # "took the endorsement back"
    over = word_at(sentence, index + 1) in ("to", "over")
    return "give" if over and sentence.folds[verb] in _CARRYING else ""  # "taking his support to Y"


def _is_infinitive(sentence: Sentence, at: int, end: int) -> bool:
    """Whether "to" at token ``at`` has a verb of its own before token ``end``."""
    verb = at + 1
    if sentence.folds[at] != "to" or verb >= end or sentence.noun(verb) is not None:
        return False
    plain = sentence.tokens[verb].text.islower() and sentence.kinds[verb] in ("", "verb")
    return plain and sentence.folds[at - 1 : at] != ["up"]


def _after_noun(sentence: Sentence, index: int) -> int:
    """Past the noun of support at ``index`` and for whom it was: "her support for Y"."""
    after = index + 1
    if word_at(sentence, after) in ("of", "for"):
        noun = noun_from(sentence, after + 1)
        after = noun.last if noun is not None else after
    return after


def _is_owned(sentence: Sentence, at: int) -> bool:
    """Whether the word is a noun that belongs to somebody: "her name", "the hold"."""
    owned = at > 0 and sentence.kinds[at - 1] in ("possessive", "determiner")
    return owned or (at > 0 and sentence.folds[at - 1] in OWNERS)


def phrases_after(sentence: Sentence, index: int, prepositions: Sequence[str]) -> list[Noun]:
    """The noun phrases after one of ``prepositions`` at ``index``."""
    if word_at(sentence, index) not in prepositions:
        return []
    noun = own_described(sentence, index + 1) or noun_from(sentence, index + 1)
    beside = sentence.noun(noun.last) if noun is not None else None
    named = beside is not None and beside.kind == "person"
    if noun is None or (noun.kind in ("number", "group") and not named):
        noun = names_behind(sentence, index + 1) or noun
    if noun is None:
        return of_unnamed(sentence, index + 1)
    noun = described_name(sentence, noun) or noun  # "to the Labour candidate Y"
    tie = word_at(sentence, index)
    chain = object_chain(sentence, noun, "" if tie == "of" else tie)
    return with_members(sentence, chain)


def owner_of(sentence: Sentence, verb: int, index: int) -> Noun | None:
    """The noun phrase whose possessive stands between ``verb`` and the noun at ``index``."""
    for at in range(index - 1, verb, -1):
        if sentence.folds[at] == "whose":
            return _whose(sentence, at)
        if sentence.is_owning(at):
            noun = sentence.noun(at - 1)
            if noun is not None and noun.kind in ("person", "organisation", "office", "group"):
                return noun
        if sentence.folds[at] in (",", ";", "."):
            return None
    return None


def _whose(sentence: Sentence, at: int) -> Noun | None:
    """Whose "whose" at token ``at`` is: "X, whose support", "X and Z are two others whose"."""
    noun = sentence.noun(at - 1) or sentence.noun(at - 2)
    if noun is not None and noun.kind == "person":
        return noun
    for before in range(at - 1, max(0, at - _OWNER_REACH), -1):
        if sentence.kinds[before] == "be":
            named = sentence.noun(before - 1)
            return named if named is not None and named.kind == "person" else None
    return None


def counted_group(sentence: Sentence, index: int) -> Noun | None:
    """The counted group that the noun itself is part of: "150 backers"."""
    noun = sentence.noun(index)
    return noun if noun is not None and noun.kind == "group" and noun.count is not None else None


def word_at(sentence: Sentence, index: int) -> str:
    """The folded word at ``index``, or "" outside the sentence."""
    return sentence.folds[index] if 0 <= index < len(sentence.folds) else ""


def support_frame(
    rule: str,
    sentence: Sentence,
    endorsers: Sequence[Noun],
    candidates: Sequence[Noun],
    hedge: Hedge,
    cue: tuple[int, int],
) -> Frame:
    """The frame in which ``endorsers`` support ``candidates``; ``cue`` is its first and end."""
    return make_frame(
        rule,
        "supports",
        actors(sentence, list(endorsers)),
        actors(sentence, list(candidates)),
        hedge,
        cue,
    )


def possessor(sentence: Sentence, index: int, owners: Mapping[str, str]) -> Noun | None:
    """Whose "my vote" or "her support" is, as a pronoun; ``owners`` are the words asked for."""
    for at in range(index - 1, max(-1, index - _OWNER_REACH), -1):
        spoken = owners.get(sentence.folds[at])
        if spoken:
            return Noun("pronoun", at, at + 1, name=spoken)
        if at < index - 1 and sentence.kinds[at] not in _DESCRIBING:
            return None  # "my full and enthusiastic support", not "my son, who has the support"
    return None


def won_for(sentence: Sentence, verb: int, index: int, end: int) -> Subject | None:
    """Y in "her stand won Y the support of X": who gets it stands between, not before the verb."""
    if word_at(sentence, end) not in ("of", "from"):
        return None
    at = verb + 1
    at += word_at(sentence, at) in ("for", "both")
    noun = sentence.noun(at)
    if noun is None or noun.kind not in ("person", "pronoun") or noun.last >= index:
        return None
    if sentence.kinds[noun.last] not in ("determiner", "number"):
        return None  # "has won her backing", "won Y's backing"
    return replace(find_subject(sentence, verb), chain=(noun,))


_SPEAKING = {"my": "i", "our": "we"}


def bid_owner(sentence: Sentence, verb: int, lexicon: Lexicon) -> Noun | None:
    """X in "X's campaign (for governor) announced": what a campaign gets, its candidate gets."""
    for at in range(_before_aside(sentence, verb - 1), max(-1, verb - _BID_REACH), -1):
        if sentence.folds[at] in lexicon.bid_words:
            owner = owner_of(sentence, max(-1, at - _BID_WORDS), at)
            owner = owner or _attributed(sentence, at) or _own(sentence, at)
            if owner is not None:
                return owner
        elif not _is_beside_bid(sentence, at, lexicon):
            return None
    return None


def _before_aside(sentence: Sentence, at: int) -> int:
    """The token before a few words set off that name nobody: "the Y campaign, meanwhile, has"."""
    while at > 0 and sentence.kinds[at] in ("have", "be", "adverb"):
        at -= 1
    if sentence.folds[at] != ",":
        return at
    for before in range(at - 1, max(0, at - _ASIDE), -1):
        if sentence.folds[before] == ",":
            return before - 1
        if sentence.noun(before) is not None:
            break
    return at


def _is_beside_bid(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a word may say what a bid is for: "for governor", "to lead the party"."""
    noun, word = sentence.noun(at), sentence.folds[at]
    if noun is not None:
        return noun.kind in ("office", "organisation", "place", "group") and noun.count is None
    known = word in _WINNING or word in lexicon.contested
    return known or word == "to" or sentence.kinds[at] in _BESIDE_BID


def _attributed(sentence: Sentence, at: int) -> Noun | None:
    """The X of "the X campaign", which opens its clause."""
    name = sentence.noun(at - 1)
    if name is None or name.kind != "person" or name.first < 1:
        return None
    return name if sentence.folds[name.first - 1] == "the" and name.first <= _OPENING else None


def _own(sentence: Sentence, at: int) -> Noun | None:
    """The "her" of "her (leadership) campaign has won": whose the bid at token ``at`` is."""
    while at and sentence.kinds[at] == "" and sentence.noun(at) is None:
        at -= 1
    if sentence.folds[at] in _SPEAKING:
        return Noun("pronoun", at, at + 1, name=_SPEAKING[sentence.folds[at]])
    owner = sentence.noun(at)
    own = owner is not None and owner.name in ("his", "her")
    return owner if own and owner is not None and at < 2 else None


def receiver(sentence: Sentence, verb: int, lexicon: Lexicon) -> Subject:
    """Who gets what the verb says: its subject, or the candidate whose campaign that is."""
    owner = bid_owner(sentence, verb, lexicon)
    if owner is None:
        return find_subject(sentence, verb)
    return Subject(tuple(chain_left(sentence, owner)), False, "")
