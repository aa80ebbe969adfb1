"""What a list inside a sentence is a list of: the sentence's own words, or what stands above."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from kg.frames import read_frames
from kg.frames.support import speaks_in_favour, speaks_of_support
from kg.lexicon import Lexicon
from kg.lists.finding.regions import Region
from kg.lists.leading.meaning import Lead, Meaning, is_source, own_meaning, topic
from kg.lists.leading.pointing import bare_candidate, is_furniture, is_pointer
from kg.meaning.leads.following import following
from kg.meaning.leads.letters import signed
from kg.meaning.leads.pronouns import settled
from kg.meaning.leads.reading import (
    NOTHING,
    Led,
    as_lead,
    headline,
    is_label,
    lead_of,
    of_profile,
    owner_of,
)
from kg.meaning.leads.subjects import is_of_none
from kg.meaning.leads.walking import SIGNING, Flow, find_meaning
from kg.model import Mention
from kg.prose import ProseReading
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Sentence
from kg.words.wordkinds import DENYING

_LABEL = 4
_SECTION = 40
_SHORT_HEADING = 10
_ENDS = frozenset(".!?")
_VERBAL = frozenset(("be", "have", "do", "modal", "pronoun", "speech"))


def is_labelled(
    region: Region, index: int, talk: Discourse, prose: ProseReading, lexicon: Lexicon
) -> bool:
    """Whether the list in passage ``index`` has nothing but a label before it.

    A label of those on no side is none: "Undeclared (3): A, B and C".
    """
    lead = lead_of(index, talk, prose)
    before = _opening(region, lead, index, talk, lexicon)
    if before is not None and is_of_none(before.sentence, lexicon):
        return False
    return _is_label(region, lead)


def _is_label(region: Region, lead: Lead) -> bool:
    """Whether what stands before the list is only a label for its kind: "Elected officials:"."""
    tokens = lead.sentence.tokens
    label = [t for t in tokens if t.start < region.span.start and t.text[0].isalpha()]
    kinds = lead.sentence.kinds[: len(label)]
    if not DENYING.isdisjoint(kinds):
        return False  # "Not likely to endorse:"
    return len(label) <= _LABEL and _VERBAL.isdisjoint(kinds) and not lead.frames


def inline_meaning(
    region: Region,
    index: int,
    talk: Discourse,
    prose: ProseReading,
    lexicon: Lexicon,
    flow: Flow,
) -> Led:
    """The meaning of a list inside passage ``index``.

    The passage's own words give it, or the letter above it when they say who signed; a passage that
    is nothing but names takes it from the heading directly above.
    """
    sentence = talk.passages[index].sentence
    lead = lead_of(index, talk, prose)
    before = _opening(region, lead, index, talk, lexicon)
    if is_furniture(lead, lexicon) and not (before and before.frames):
        return NOTHING  # "Also in sport: A, B", but not "Also in X's camp: A, B"
    if _is_led_by_none(before, index, talk, lexicon):
        return NOTHING
    label = topic(before, lexicon) if before and is_label(before) else None
    if label and before and flow.head:
        return Led(of_profile(label, before, flow.head), index)
    if label and before:
        owner = owner_of(before, index, talk, prose, lexicon)
        if owner:
            return Led(replace(label, candidate=owner), index)
    outright = _told_outright(before, index, talk, prose, lexicon) if before else None
    if outright is not None:
        return outright
    if before and before.people and not before.frames and _is_label(region, lead):
        return _under_name(before, index, talk, prose, lexicon, flow)
    own = own_meaning(before, lexicon) if before else None
    own = own or (None if label else own_meaning(_outside(region, lead), lexicon))
    if own:
        return Led(settled(own, before or lead, talk, prose, lexicon), index)
    if label or region.span == sentence.span or _is_label(region, lead):
        return _below_heading(label, before, index, talk, prose, lexicon, flow)
    start = sum(token.start < region.span.start for token in sentence.tokens)
    letter = signed(range(index), talk, prose) if is_pointer(lead, lexicon, start) else None
    return letter or (following(before, index, talk, prose, lexicon) if before else NOTHING)


def _told_outright(
    before: Lead, index: int, talk: Discourse, prose: ProseReading, lexicon: Lexicon
) -> Led | None:
    """The meaning of a run that says how to vote, or that those in it have signed a letter."""
    voted = _voted_for(before, lexicon)
    if voted:
        return Led(Meaning(voted, "supports"), index)
    if before.frames or SIGNING.isdisjoint(before.sentence.folds):
        return None
    return signed(range(index), talk, prose)


def _below_heading(
    label: Meaning | None,
    before: Lead | None,
    index: int,
    talk: Discourse,
    prose: ProseReading,
    lexicon: Lexicon,
    flow: Flow,
) -> Led:
    """The meaning of a run that has nothing before it but a label, or nothing at all."""
    led = following(before, index, talk, prose, lexicon) if before is not None else NOTHING
    if led.meaning is None:
        above = range(max(0, index - 1), index)
        led = find_meaning(above, talk, prose, lexicon, Flow(head=flow.head))
    if label and (led.meaning is None or led.meaning.candidate is None):
        led = _under_heading(label, index, talk, prose, lexicon)
    return led if led.passage is not None else NOTHING


def _is_led_by_none(before: Lead | None, index: int, talk: Discourse, lexicon: Lexicon) -> bool:
    """Whether those of the run are told of as on no side: by its opening, or the sentence above.

    The sentence above is asked when the opening says nothing itself: "Those eight are: A, B".
    """
    if before is None:
        return index > 0 and is_of_none(talk.passages[index - 1].sentence, lexicon)
    if is_of_none(before.sentence, lexicon):
        return True
    if index == 0 or speaks_in_favour(before.sentence.folds, lexicon):
        return False
    return is_of_none(talk.passages[index - 1].sentence, lexicon)


def _outside(region: Region, lead: Lead) -> Lead:
    """The lead without what the run itself says of those in it: "X and Y, nominated by ten"."""
    tokens = lead.sentence.tokens
    kept = [pair for pair in lead.frames if tokens[pair[0].cue].start < region.span.start]
    return replace(lead, frames=kept)


def _voted_for(label: Lead, lexicon: Lexicon) -> Mention | None:
    """Whom a label before a run tells to vote for: "Vote Labour, say: The Bugle, The Herald"."""
    sentence = label.sentence
    first = next((i for i, word in enumerate(sentence.folds) if word[0].isalpha()), 0)
    named = sentence.noun(first + 1)
    if sentence.folds[first] != "vote" or named is None:
        return None
    rest = range(named.last, len(sentence.folds))
    if any(sentence.folds[i][0].isalpha() and sentence.kinds[i] != "speech" for i in rest):
        return None
    if named.kind == "person":
        return label.people[0] if len(set(label.people)) == 1 else None
    party = lexicon.parties.at(sentence.folds, named.first) if named.kind != "pronoun" else None
    return Mention("organisation", party.value.name) if party else None


def _under_heading(
    label: Meaning, index: int, talk: Discourse, prose: ProseReading, lexicon: Lexicon
) -> Led:
    """The meaning of a run whose label leaves out the candidate: the section's heading names one.

    A heading is a short line that names one person, and nobody else, with a number or a word of
    support: "Jane Doe - supporters: 36", however many sentences stand below it.
    """
    for above in reversed(range(max(0, index - _SECTION), index)):
        sentence = talk.passages[above].sentence
        if len(sentence.tokens) > _SHORT_HEADING or sentence.folds[-1] in _ENDS:
            continue
        if is_source(sentence):
            continue
        lead = lead_of(above, talk, prose)
        people = list(dict.fromkeys(lead.people))
        counted = any(noun.count is not None for noun in sentence.nouns)
        if len(people) == 1 and (counted or speaks_of_support(sentence.folds, lexicon)):
            return Led(replace(label, candidate=people[0]), above)
    return NOTHING


def _under_name(
    before: Lead,
    index: int,
    talk: Discourse,
    prose: ProseReading,
    lexicon: Lexicon,
    flow: Flow,
) -> Led:
    """The meaning of a run behind a name: "Jane Doe: A, B and C".

    The run before it, or the headline, says what is done for her.
    """
    own = own_meaning(before, lexicon)
    if own:
        return Led(own, index)
    alike = flow.earlier is not None and flow.earlier.candidate is not None
    named = bare_candidate(before, lexicon, alike=alike)
    taken = flow.earlier or headline(talk, prose, lexicon)
    if named is None or taken is None or taken.endorser:
        return NOTHING
    return Led(replace(taken, candidate=named), index)


def _opening(
    region: Region, lead: Lead, index: int, talk: Discourse, lexicon: Lexicon
) -> Lead | None:
    """What stands before the run of a sentence, read by itself, as a heading is."""
    whole = lead.sentence
    end = bisect_left(whole.tokens, region.span.start, key=lambda token: token.start)
    if end == 0:
        return None
    nouns = [noun for noun in whole.nouns if noun.last <= end]
    noun_at = [at if at < len(nouns) else -1 for at in whole.noun_at[:end]]
    span = whole.text_span(0, end)
    sentence = Sentence(
        span, whole.tokens[:end], whole.folds[:end], nouns, noun_at, whole.kinds[:end]
    )
    return as_lead(sentence, read_frames(sentence, lexicon), index, talk)
