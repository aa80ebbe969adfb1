"""Candidates whom an article takes for known: "12 governors have endorsed X. They are:"."""

from __future__ import annotations

from kg.frames import Frame
from kg.lexicon import Lexicon
from kg.lists.leading.causes import is_for_cause
from kg.lists.leading.meaning import Meaning, group_role
from kg.lists.leading.pointing import is_furniture, is_pointer
from kg.meaning.leads.reading import NOTHING, Led, lead_of
from kg.meaning.leads.subjects import subjects
from kg.model import Mention
from kg.prose import ProseReading
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Noun

_REACH = 4
_GROUPS = frozenset(("group", "number"))


def lone(before: range, talk: Discourse, prose: ProseReading, lexicon: Lexicon) -> Led:
    """The meaning of a list below a sentence in which a group supports a surname alone.

    Only lines that point to the list, or are the page's, may stand between the two. The article
    speaks of a contest, and the sentence of no cause: a surname looks like any other name.
    """
    for index in reversed(before[-_REACH:]):
        sentence = talk.passages[index].sentence
        found = [one for frame in prose.frames[index] for one in _surnames(frame)]
        if len(found) == 1 and not is_for_cause(sentence, lexicon):
            if not _is_about_contest(talk, lexicon) or _names_cause(found[0], lexicon):
                return NOTHING
            candidate = Mention("person", found[0].name)
            return Led(Meaning(candidate, "supports", group_role(sentence)), index)
        lead = lead_of(index, talk, prose)
        if found or not (is_pointer(lead, lexicon) or is_furniture(lead, lexicon)):
            return NOTHING
    return NOTHING


def _surnames(frame: Frame) -> list[Noun]:
    """The one word that a group supports, if it is printed as a surname is."""
    groups = frame.endorsers and all(one.noun.kind in _GROUPS for one in frame.endorsers)
    if not groups or frame.polarity != "supports" or frame.hedge or len(frame.candidates) != 1:
        return []
    noun = frame.candidates[0].noun
    alone = noun.kind == "person" and not noun.title and noun.name.isalpha()
    return [noun] if alone and not noun.name.isupper() else []


def _is_about_contest(talk: Discourse, lexicon: Lexicon) -> bool:
    return any("contest" in subjects(passage.sentence, lexicon) for passage in talk.passages)


def _names_cause(noun: Noun, lexicon: Lexicon) -> bool:
    found = lexicon.list_subjects.whole((noun.name.casefold(),))
    return found == "cause"
