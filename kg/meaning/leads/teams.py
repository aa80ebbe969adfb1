"""Those who work for somebody's election: "Y's 65-person Anytown leadership team includes:"."""

from __future__ import annotations

from kg.frames import Actor
from kg.frames.support import speaks_in_favour
from kg.lexicon import Lexicon
from kg.lists.leading.meaning import Lead, Meaning
from kg.model import Mention
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Noun, Sentence

_LONGEST = 18
_TEAM = "team"  # the kind of the words in list-subjects.tsv
_FURTHEST = 6  # words that may describe the team: "65-person Anytown"
_OPENING = frozenset(
    (
        *("members", "member", "serving", "sitting", "on", "of", "the", "those", "these", "are"),
        *("named", "to", "among", "meet", "all", "who", "sit", "serve", "some"),
    )
)
_CAMPAIGN = frozenset(("campaign", "campaign's"))
_HOLDING = frozenset(
    (
        *("include", "includes", "included", "comprise", "comprises", "are", "is", "consists"),
        *("consist", "of", "made", "up", "composed", "comprised", "the", "following", "now"),
        *("people", "members", "as", "follows", "so", "far", "also", "below", "and", "here"),
    )
)


def team_of(lead: Lead, index: int, talk: Discourse, lexicon: Lexicon) -> Meaning | None:
    """That those below a heading work for the election of the one whose team it names.

    The one stands, or words above speak of support: an officer has a leadership team, too.
    """
    sentence = lead.sentence
    if len(sentence.tokens) > _LONGEST or sentence.folds[-1] in ".!?":
        return None
    owner = _owner(sentence)
    if owner is None or not _names_team(sentence, owner, lexicon):
        return None
    whose = next(iter(talk.mentions(Actor(owner), index)), None)
    return Meaning(whose, "supports") if whose and _stands(whose, index, talk, lexicon) else None


def _owner(sentence: Sentence) -> Noun | None:
    """The one phrase for a person, with nothing but small words before it."""
    people = [noun for noun in sentence.nouns if noun.kind == "person"]
    if len(people) != 1 or not _OPENING.issuperset(sentence.folds[: people[0].first]):
        return None
    return people[0]


def _names_team(sentence: Sentence, owner: Noun, lexicon: Lexicon) -> bool:
    """Whether what is the owner's is a team of this kind, and nothing else is said of it."""
    folds = sentence.folds
    at = owner.last + sentence.is_owning(owner.last)
    if folds[at : at + 1] and folds[at] in _CAMPAIGN:
        at += 1 + sentence.is_owning(at + 1)
    for start in range(at, min(at + _FURTHEST, len(folds))):
        found = lexicon.list_subjects.at(folds, start)
        if found is not None and found.value == _TEAM:
            if at == owner.last:
                return False  # nobody owns it
            return _ends(sentence, start + found.length)
        if not _describes(sentence, start):
            return False
    return False


def _describes(sentence: Sentence, at: int) -> bool:
    """Whether a word may stand before the word for a team: a place, a number, an adjective."""
    noun = sentence.noun(at)
    if noun is not None:
        return noun.kind in ("place", "number", "group") or noun.kind == "organisation"
    return sentence.folds[at] == "-" or sentence.kinds[at] in ("", "adverb", "number", "numeral")


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether only a place, and words that lead to those below, stand behind the team."""
    while at < len(sentence.folds):
        word, noun = sentence.folds[at], sentence.noun(at)
        if word in ("in", "for") and sentence.kinds[at + 1 : at + 2] != []:
            place = sentence.noun(at + 1)
            if place is None or place.kind != "place":
                return False
            at = place.last
        elif noun is None and (word in _HOLDING or not word[0].isalpha()):
            at += 1
        elif (
            noun is not None
            and noun.kind == "group"
            and set(sentence.folds[noun.first : noun.last]) <= _HOLDING
        ):
            at = noun.last
        else:
            return False
    return True


def _stands(whose: Mention, index: int, talk: Discourse, lexicon: Lexicon) -> bool:
    return whose in talk.contenders.people or any(
        speaks_in_favour(passage.sentence.folds, lexicon) for passage in talk.passages[:index]
    )
