"""What a list is presumed to be when nothing above it says so in full.

In an article that is about who supports whom, a list of names is a list of supporters unless the
words above it say that it is of something else: of people who are undecided, who stand, who sit on
a body. Whose supporters they are is told by the heading of the section, else by the last sentence
above that is about one candidate, else by there being only one in the article.
"""

from __future__ import annotations

from collections import Counter

from kg.frames import Actor
from kg.frames.support import speaks_in_favour
from kg.lexicon import Lexicon
from kg.lists.leading.causes import is_for_cause
from kg.lists.leading.classes import class_role, is_for_nobody
from kg.lists.leading.meaning import Lead, Meaning, group_role
from kg.lists.leading.pointing import announces, is_furniture, is_pointer, points
from kg.meaning.leads.reading import NOTHING, Led, headline, is_alone, lead_of
from kg.meaning.leads.subjects import is_of_none, told_by
from kg.model import Mention
from kg.prose import ProseReading
from kg.prose.reference.discourse import Discourse
from kg.words.wordkinds import DENYING

_NEAR = 2
_REACH = 14
_SENTENCES = 6
_HEADING = 9
_LEAST = 2
_CLEARLY = 2
_ENDS = frozenset((".", "!", "?", '"', "”", "'", "’"))
_TITLES = 2
_TITLE = 14
_FOR = frozenset(("for", "of"))
_FACING = frozenset(
    ("face", "faces", "faced", "facing", "against", "versus", "challenges", "challenging", "unseat")
)


def presumed(
    before: range, talk: Discourse, prose: ProseReading, lexicon: Lexicon, *, told: bool
) -> Led:
    """The presumed meaning of a list from the passages ``before`` it, the nearest last.

    It always names a candidate; without one there is none. ``told``: the words above the list say
    that it is of supporters, and not whose.
    """
    if not before or not (told or _is_about_support(talk, prose, lexicon)):
        return NOTHING  # a list that opens the page is its furniture
    joined = _whose_bid(before, talk, prose, lexicon)
    if joined:
        return Led(Meaning(joined, "supports"), before[-1])
    near = [lead_of(index, talk, prose) for index in before[-(1 if told else _NEAR) :]]
    if any(_is_of_others(lead, lexicon) or _names_either(lead) for lead in near):
        return NOTHING
    role = group_role(near[-1].sentence) if near else None
    standing = _standing(talk, prose)
    if near and not told and _heads_else(near[-1], standing, lexicon):
        return NOTHING
    if near and (_says_whose(near[-1]) or not (announces(near[-1]) or points(near[-1], lexicon))):
        return NOTHING  # a sentence that leads to nothing
    headed = _of_section(before, talk, prose, standing)
    if headed:
        return Led(Meaning(headed[0], "supports", role), headed[1])
    for index in reversed(before[-_SENTENCES:]):
        lead = lead_of(index, talk, prose)
        people = [] if _names_rival(lead) else _candidates(lead, standing)
        if people:  # of two candidates spoken of together it could be either
            meaning = Meaning(people[0], "supports", role)
            return Led(meaning, index) if len(people) == 1 else NOTHING
    only = _only(standing) or (None if standing else _in_title(talk, lexicon))
    return Led(Meaning(only, "supports", role), None) if only else NOTHING


def _is_about_support(talk: Discourse, prose: ProseReading, lexicon: Lexicon) -> bool:
    """Whether the headline, or several sentences, speak of somebody's support."""
    top = headline(talk, prose, lexicon)
    if top is not None:
        return top.polarity == "supports"
    speaking = (any(one.polarity == "supports" for one in frames) for frames in prose.frames)
    return sum(speaking) >= _LEAST


def _is_of_others(lead: Lead, lexicon: Lexicon) -> bool:
    """Whether the words say that those listed are no supporters, or are something else."""
    sentence = lead.sentence
    if is_for_nobody(sentence.tokens, lexicon) or is_for_cause(sentence, lexicon):
        return True
    if is_of_none(sentence, lexicon):
        return True
    return any(
        word in lexicon.other_lists or sentence.kinds[index] in DENYING
        for index, word in enumerate(sentence.folds)
    )


def _heads_else(lead: Lead, standing: Counter[Mention], lexicon: Lexicon) -> bool:
    """Whether the line directly above is a heading with a matter of its own: "Related articles"."""
    if not announces(lead) or is_furniture(lead, lexicon):
        return False
    sentence = lead.sentence
    if _candidates(lead, standing):
        return told_by(sentence, lexicon) in ("own matter", "other")
    told = is_pointer(lead, lexicon) or speaks_in_favour(sentence.folds, lexicon)
    return not told and class_role(sentence.tokens, lexicon) is None


def _says_whose(lead: Lead) -> bool:
    """Whether a line names who supports whom, and leads to nobody: "Jane Doe – backing X"."""
    named = (a.noun for frame, _ in lead.frames for a in frame.endorsers)
    return lead.sentence.folds[-1] != ":" and any(lead.names(noun) for noun in named)


def _names_rival(lead: Lead) -> bool:
    """Whether the only person of a sentence is whom somebody faces: "The teacher faces X"."""
    people = [noun for noun in lead.sentence.nouns if noun.kind == "person"]
    before = lead.sentence.folds[: people[0].first][-1:] if len(people) == 1 else []
    return not _FACING.isdisjoint(before)


def _names_either(lead: Lead) -> bool:
    """Whether the words leave it open whom of two those listed support: "for X or Y"."""
    return "or" in lead.sentence.folds and len(set(lead.people)) > 1


def _of_section(
    before: range, talk: Discourse, prose: ProseReading, standing: Counter[Mention]
) -> tuple[Mention, int] | None:
    """The candidate whom the nearest short line by itself names, and nobody else."""
    for index in reversed(before[-_REACH:]):
        sentence = talk.passages[index].sentence
        if len(sentence.tokens) > _HEADING or sentence.folds[-1] in _ENDS:
            continue
        people = _candidates(lead_of(index, talk, prose), standing)
        if len(people) == 1 and is_alone(index, talk):
            return people[0], index
    return None


def _candidates(lead: Lead, standing: Counter[Mention]) -> list[Mention]:
    return [mention for mention in dict.fromkeys(lead.people) if mention in standing]


def _whose_bid(
    before: range, talk: Discourse, prose: ProseReading, lexicon: Lexicon
) -> Mention | None:
    """Whose bid the line speaks of that leads to the list: "who climbed aboard X's bandwagon:"."""
    lead = lead_of(before[-1], talk, prose) if before else None
    if lead is None or lead.sentence.folds[-1] != ":" or _is_of_others(lead, lexicon):
        return None
    found: dict[Mention, None] = {}
    for noun in lead.sentence.nouns:
        at = noun.last + lead.sentence.is_owning(noun.last)
        bid = lead.sentence.folds[at : at + 2]
        if bid[1:] == ["of"]:
            continue  # "X's team of reporters"
        if noun.kind == "person" and bid and bid[0] in lexicon.bid_words:
            meant = talk.mentions(Actor(noun), before[-1]) or (Mention("person", noun.name),)
            found.update(dict.fromkeys(meant))
    return next(iter(found)) if len(found) == 1 else None


def _in_title(talk: Discourse, lexicon: Lexicon) -> Mention | None:
    """The one person of the title whose backers it speaks of: "More endorsements for X today"."""
    for passage in talk.passages[:_TITLES]:
        sentence = passage.sentence
        people = [noun for noun in sentence.nouns if noun.kind == "person"]
        if len(sentence.tokens) > _TITLE or len(people) != 1 or not people[0].first:
            continue
        if people[0].name.casefold() in lexicon.given_names:  # nominations for an Oscar
            continue
        at = people[0].first
        for noun in sentence.folds[max(0, at - 2) : at - 1]:
            if sentence.folds[at - 1] in _FOR and noun in lexicon.support_nouns:
                return talk.cast.member(people[0]) or Mention("person", people[0].name)
    return None


def _standing(talk: Discourse, prose: ProseReading) -> Counter[Mention]:
    """Who stands, as the prose tells it, with how often it says so."""
    found: Counter[Mention] = Counter()
    for statement in prose.statements:
        if statement.kind == "candidacy":
            found[statement.person] += 1
        elif statement.kind in ("endorsement", "claim"):
            found[statement.candidate] += 1
    for index, frames in enumerate(prose.frames):
        if any(frame.polarity == "supports" for frame in frames):
            for _, mention in lead_of(index, talk, prose).frames:
                found[mention] += 1
    return found


def _only(standing: Counter[Mention]) -> Mention | None:
    """The one candidate of the article, or one spoken of far more than any other."""
    ranked = standing.most_common(2)
    if not ranked:
        return None
    if len(ranked) == 1 or ranked[0][1] > _CLEARLY * ranked[1][1]:
        return ranked[0][0]
    return None
