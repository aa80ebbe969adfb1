"""Lists under the title of a page that says whose supporters it gathers: "MPs flock to X".

Sentences about the race may stand between the two, and lines of the page; a heading with a matter
of its own may not.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames import Frame
from kg.lexicon import Lexicon
from kg.lists.leading.causes import is_for_cause
from kg.lists.leading.classes import class_role
from kg.lists.leading.meaning import Meaning, group_role
from kg.lists.leading.pointing import is_furniture, is_pointer
from kg.meaning.leads.reading import NOTHING, Led, is_alone, lead_of
from kg.meaning.leads.subjects import subjects, told_by
from kg.model import Mention
from kg.prose import ProseReading
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Noun, Sentence

_TITLES = 2
_LONGEST = 16
_MOST_BETWEEN = 8
_GROUPS = frozenset(("group", "number"))
_ELSE = frozenset(("other", "denied"))
_OWNING = frozenset(("'s", "'"))


def titled(before: range, talk: Discourse, prose: ProseReading, lexicon: Lexicon) -> Led:
    """The meaning of a list that the title tells, if nothing between the two takes it away."""
    for index in before[:_TITLES]:
        found = _told(index, talk, prose, lexicon)
        if found is None:
            continue
        between = range(index + 1, before.stop)
        open_way = len(between) <= _MOST_BETWEEN and all(
            _lets_through(at, found, talk, prose, lexicon) for at in between
        )
        last = talk.passages[before[-1]].sentence.folds
        open_way = open_way and lexicon.other_lists.isdisjoint(last)
        role = group_role(talk.passages[index].sentence)
        return Led(Meaning(found, "supports", role), index) if open_way else NOTHING
    return NOTHING


def _told(index: int, talk: Discourse, prose: ProseReading, lexicon: Lexicon) -> Mention | None:
    """Whose supporters a title speaks of, where the article speaks of a contest or of support."""
    sentence = talk.passages[index].sentence
    if len(sentence.tokens) > _LONGEST or sentence.folds[-1] in ".?:" or not is_alone(index, talk):
        return None
    if is_for_cause(sentence, lexicon) or told_by(sentence, lexicon) in _ELSE:
        return None
    supported = (_of_frame(frame) for frame in prose.frames[index])
    nouns = {noun for noun in (*supported, *_owners(sentence, lexicon)) if noun}
    people = {talk.cast.member(noun) or Mention("person", noun.name) for noun in nouns}
    if len(people) != 1:
        return None
    found = people.pop()
    word = found.name.casefold()  # a given name alone stands in no election
    cause = word in lexicon.given_names or lexicon.list_subjects.whole((word,)) == "cause"
    raced = any("contest" in subjects(one.sentence, lexicon) for one in talk.passages)
    told = raced or any(lexicon.support_nouns.found(sentence.folds))
    return found if told and not cause else None


def _of_frame(frame: Frame) -> Noun | None:
    """The one person whom a group supports as a frame has it."""
    groups = frame.endorsers and all(one.noun.kind in _GROUPS for one in frame.endorsers)
    if not groups or frame.polarity != "supports" or frame.hedge or len(frame.candidates) != 1:
        return None
    noun = frame.candidates[0].noun
    return noun if noun.kind == "person" else None


def _owners(sentence: Sentence, lexicon: Lexicon) -> Iterator[Noun]:
    """The people behind "MPs for" and "endorsements for", and before "'s endorsements"."""
    for noun in sentence.nouns:
        if noun.kind != "person":
            continue
        if noun.first > 1 and sentence.folds[noun.first - 1] == "for":
            group = sentence.noun(noun.first - 2)
            several = group is not None and group.kind in _GROUPS
            if several or sentence.folds[noun.first - 2] in lexicon.support_nouns:
                yield noun
        owned = sentence.folds[noun.last : noun.last + 2]
        if owned[:1] and owned[0] in _OWNING and owned[-1] in lexicon.support_nouns:
            yield noun


def _lets_through(
    index: int, candidate: Mention, talk: Discourse, prose: ProseReading, lexicon: Lexicon
) -> bool:
    """Whether a passage between the title and the list leaves it to the title to say what it is."""
    lead = lead_of(index, talk, prose)
    sentence = lead.sentence
    if told_by(sentence, lexicon) in _ELSE:
        return False
    named = any(lead.names(actor.noun) for frame, _ in lead.frames for actor in frame.endorsers)
    if named or any(mention != candidate for _, mention in lead.frames):
        return False  # a sentence that is complete leads to nothing
    if is_furniture(lead, lexicon) or is_pointer(lead, lexicon):
        return True
    if sentence.folds[-1] in '.!?"”' or class_role(sentence.tokens, lexicon) is not None:
        return True
    return is_alone(index, talk) and told_by(sentence, lexicon) in ("support", "choice", "count")
