"""The walk up from a list to the words that say what it is a list of.

The nearest heading or sentence decides. One that only names a candidate takes over the meaning of
the list before; one that only points ("the lists are below") or names a class ("Federal officials")
hands on to what stands above it; a letter's "we" reaches down to the names that sign it. A heading
with a matter of its own stands in the way, and the list means nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.lexicon import Lexicon
from kg.lists.leading.classes import class_role, is_for_nobody
from kg.lists.leading.meaning import Lead, Meaning, group_role, own_meaning
from kg.lists.leading.pointing import (
    announces,
    bare_candidate,
    is_furniture,
    is_pointer,
    is_short,
    points,
)
from kg.meaning.leads.campaigns import campaign
from kg.meaning.leads.letters import signed
from kg.meaning.leads.pronouns import of_those_present, settled, told_before
from kg.meaning.leads.reading import (
    NOTHING,
    Led,
    asks_of_all,
    headline,
    is_alone,
    is_label,
    lead_of,
    of_profile,
    owner_of,
    stated,
)
from kg.meaning.leads.slates import slate_endorser
from kg.meaning.leads.subjects import is_of_none
from kg.model import Mention
from kg.prose import ProseReading
from kg.prose.reference.discourse import Discourse

_REACH = 4
_NONE = 1
_CAUSE = 2
SIGNING = frozenset(("signed", "undersigned", "names", "signatures", "signatories"))
_SUBHEADING = 9
_TITLES = 2
_PAPERS = frozenset(("newspapers", "papers", "newspaper", "press", "titles"))


@dataclass(frozen=True, slots=True)
class Flow:
    """What flows down to a list from above.

    ``earlier`` is the meaning of the list before it, ``head`` the person whose profile it is in.
    """

    earlier: Meaning | None = None
    head: Mention | None = None


@dataclass(frozen=True, slots=True)
class _Walk:
    """What the walk up has met so far: the nearest candidate, a class, a line that points.

    ``headed`` is the passage that names the candidate. ``passed``: sentences of the paragraph above
    the list that say something else.
    """

    candidate: Mention | None = None
    headed: int | None = None
    role: str | None = None
    classed: bool = False
    pointed: bool = False
    passed: bool = False


def find_meaning(
    before: range, talk: Discourse, prose: ProseReading, lexicon: Lexicon, flow: Flow
) -> Led:
    """The meaning of a list from the passages ``before`` it, the nearest last.

    Under a sentence of people on no side it has none.
    """
    if any(is_of_none(talk.passages[index].sentence, lexicon) for index in before[-_NONE:]):
        return NOTHING
    if any(_is_of_cause(index, prose, talk, lexicon) for index in before[-_CAUSE:]):
        return NOTHING
    present = of_those_present(before, talk, prose, lexicon)
    if present:
        return Led(present, before[-1])
    return _walked(before, talk, prose, lexicon, flow)


def _is_of_cause(index: int, prose: ProseReading, talk: Discourse, lexicon: Lexicon) -> bool:
    """Whether the sentence says that a cause is supported: "The governors also back Medicaid"."""
    folds = talk.passages[index].sentence.folds
    nouns = [actor.noun for frame in prose.frames[index] for actor in frame.candidates]
    return bool(nouns) and all(
        lexicon.list_subjects.whole(tuple(folds[noun.first : noun.last])) == "cause"
        for noun in nouns
    )


def _walked(
    before: range, talk: Discourse, prose: ProseReading, lexicon: Lexicon, flow: Flow
) -> Led:
    top = headline(talk, prose, lexicon)
    taken = flow.earlier or _of_nobody(top)
    met = _Walk()
    for index in reversed(before[-_REACH:]):
        lead = lead_of(index, talk, prose)
        if is_furniture(lead, lexicon):
            continue
        if met.passed and not _beside(index, before, talk):
            headed = _heading(lead, index, talk, lexicon)
            if headed:
                return Led(_completed(headed, met, taken), index)
            break
        if _is_subheading(lead, taken):
            return Led(taken, None)
        led_on = met.pointed and _beside(index, before, talk)
        found = stated(lead, index, talk, lexicon, nearest=met == _Walk(), led_on=led_on)
        if found and not (found.candidate and met.passed and not points(lead, lexicon)):
            if met.candidate is None:
                found = _owned(found, lead, index, talk, prose, lexicon, flow)
            return Led(_completed(found, met, taken), index)
        alike = flow.earlier is not None and flow.earlier.candidate is not None
        further = _handed_on(lead, index, met, talk, lexicon, alike=alike)
        if further is None and met.candidate:
            break
        if further is None and _announces_else(lead, index, before, talk):
            return NOTHING
        signing = not SIGNING.isdisjoint(lead.sentence.folds)
        met = further or replace(met, passed=True, pointed=met.pointed or signing)
    above = _slate_above(before, talk, lexicon) or signed(before, talk, prose)
    top = _of_page(campaign(talk, prose, lexicon), met) or top
    return above or _taken_over(before, met, taken, flow, top, of_all=asks_of_all(talk, lexicon))


def _of_page(owner: Mention | None, met: _Walk) -> Meaning | None:
    """What the lists on a candidate's own page are, when a heading of a class stands above one."""
    return Meaning(owner, "supports", met.role) if owner and met.classed else None


def _of_nobody(top: Meaning | None) -> Meaning | None:
    """What the headline is about, its candidate left to the headings of the lists."""
    return replace(top, candidate=None) if top else None


def _announces_else(lead: Lead, index: int, before: range, talk: Discourse) -> bool:
    """Whether a line by itself announces the list, as something that it does not say."""
    return announces(lead) and not _beside(index - 1, before, talk)


def _heading(lead: Lead, index: int, talk: Discourse, lexicon: Lexicon) -> Meaning | None:
    """What a heading states that one paragraph parts from the list; a headline is no heading."""
    if index == 0 or not (is_alone(index, talk) and is_short(lead)):
        return None
    return own_meaning(lead, lexicon)


def _owned(
    found: Meaning,
    lead: Lead,
    index: int,
    talk: Discourse,
    prose: ProseReading,
    lexicon: Lexicon,
    flow: Flow,
) -> Meaning:
    """The meaning of a label with whom it leaves out: of the profile, or as told above it."""
    found = of_profile(settled(found, lead, talk, prose, lexicon), lead, flow.head)
    if found.candidate or found.endorser:
        return found
    if not is_label(lead):
        found = _under_heading(found, index, talk, prose, lexicon)
        top = headline(talk, prose, lexicon) if points(lead, lexicon) else None
        if top is None or top.polarity != found.polarity:
            if announces(lead):
                return told_before(found, index, talk, prose, lexicon)
            return found  # under a headline against somebody nobody is on a list for that one
        return replace(found, candidate=found.candidate or top.candidate)
    owner = owner_of(lead, index, talk, prose, lexicon) or campaign(talk, prose, lexicon)
    return replace(found, candidate=owner)


def _under_heading(
    found: Meaning, index: int, talk: Discourse, prose: ProseReading, lexicon: Lexicon
) -> Meaning:
    """The meaning of a paragraph that speaks of support, with the heading directly above it."""
    paragraph = talk.passages[index].paragraph
    first = index
    while first and talk.passages[first - 1].paragraph == paragraph:
        first -= 1
    if not first:
        return found
    heading = _heading(lead_of(first - 1, talk, prose), first - 1, talk, lexicon)
    return replace(found, candidate=heading.candidate) if heading else found


def _is_subheading(lead: Lead, taken: Meaning | None) -> bool:
    """Whether the lead is a short heading inside a slate: "Board of Education"."""
    slate = taken is not None and taken.endorser is not None
    return slate and len(lead.sentence.tokens) <= _SUBHEADING and not lead.frames and not lead.known


def _handed_on(
    lead: Lead, index: int, met: _Walk, talk: Discourse, lexicon: Lexicon, *, alike: bool
) -> _Walk | None:
    """The walk past a lead that leaves it to what stands above it to say what the list is.

    ``alike``: the list before stands under a candidate.
    """
    role = class_role(lead.sentence.tokens, lexicon)
    if role is not None and not is_for_nobody(lead.sentence.tokens, lexicon):
        return replace(met, role=met.role or role or None, classed=True)
    named = (
        None
        if met.candidate
        else bare_candidate(lead, lexicon, alike=alike) or _bare_party(lead, talk)
    )
    if named:
        return replace(met, candidate=named, headed=index)
    if is_pointer(lead, lexicon) and lexicon.other_lists.isdisjoint(lead.sentence.folds):
        return replace(met, role=met.role or group_role(lead.sentence), pointed=True)
    return None


def _bare_party(lead: Lead, talk: Discourse) -> Mention | None:
    """The party of a heading that is nothing else but a number, where papers take sides."""
    sentence = lead.sentence
    party = sentence.nouns[0] if sentence.nouns else None
    if party is None or party.first or party.body is None or party.body.kind != "party":
        return None
    if any(word[0].isalpha() for word in sentence.folds[party.last :]):
        return None
    opening = (passage.sentence.folds for passage in talk.passages[:_TITLES])
    told = any(not _PAPERS.isdisjoint(folds) for folds in opening)
    return Mention("organisation", party.name) if told else None


def _taken_over(
    before: range,
    met: _Walk,
    taken: Meaning | None,
    flow: Flow,
    top: Meaning | None,
    *,
    of_all: bool,
) -> Led:
    """The meaning that flows down when nothing near the list states one."""
    if not before:
        return Led(taken, None)
    if met.candidate and taken:
        return Led(replace(taken, candidate=met.candidate, role=met.role or taken.role), met.headed)
    if met.classed and not met.pointed and flow.earlier:
        return Led(replace(flow.earlier, role=met.role), None)
    if (met.pointed or met.classed) and top and met.role in (None, top.role):
        return Led(replace(top, role=met.role or top.role), None)
    return Led(top, None) if top and of_all else NOTHING


def _beside(index: int, before: range, talk: Discourse) -> bool:
    """Whether the passage belongs to the paragraph that stands directly above the list."""
    return talk.passages[index].paragraph == talk.passages[before[-1]].paragraph


def _slate_above(before: range, talk: Discourse, lexicon: Lexicon) -> Led | None:
    """The slate that a few short headings part from its announcement."""
    for index in reversed(before[-_REACH:]):
        endorser = slate_endorser(index, talk, lexicon)
        if endorser:
            return Led(Meaning(None, "supports", None, endorser), index)
        if len(talk.passages[index].sentence.tokens) > _SUBHEADING:
            return None
    return None


def _completed(meaning: Meaning, met: _Walk, taken: Meaning | None) -> Meaning:
    """The meaning with a candidate that a nearer heading names, and the office of an earlier list.

    The office carries over only while lists of one kind follow each other.
    """
    if meaning.endorser:
        return meaning
    role = met.role or meaning.role or (taken.role if taken else None)
    fellows = () if met.candidate else meaning.fellows
    candidate = met.candidate or meaning.candidate
    return replace(meaning, candidate=candidate, role=role, fellows=fellows)
