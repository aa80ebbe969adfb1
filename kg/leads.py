"""Which words above a list say what it is a list of.

The nearest heading or sentence decides. One that only names a candidate takes over the meaning of
the list before; one that only points ("the lists are below") hands on to what stands above it; a
letter's "we" reaches down to the names that sign it. Anything else stands in the way, and the list
means nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.frames import Actor, Frame, read_frames
from kg.frames.chains import actors
from kg.frames.subject import find_subject
from kg.lexicon import Lexicon
from kg.lists.meaning import (
    Lead,
    Meaning,
    bare_candidate,
    group_role,
    is_pointer,
    own_meaning,
    topic,
)
from kg.lists.regions import Region
from kg.model import Mention
from kg.nouns import Sentence
from kg.prose import ProseReading
from kg.prose.discourse import Discourse

_REACH = 4
_LETTER = 14
_SIGNERS = frozenset(("we", "i"))
_HEADLINES = 2
_SLATE_REACH = 5
_LABEL = 4
_SUBHEADING = 9
_VERBAL = frozenset(("be", "have", "do", "modal", "pronoun", "speech"))
_NAMED = frozenset(("person", "organisation", "office"))


@dataclass(frozen=True, slots=True)
class Led:
    """A list's meaning, and the passage that gave it (None for a meaning taken over)."""

    meaning: Meaning | None
    passage: int | None


def find_meaning(
    before: range,
    talk: Discourse,
    prose: ProseReading,
    lexicon: Lexicon,
    earlier: Meaning | None,
) -> Led:
    """The meaning of a list from the passages ``before`` it, the nearest last.

    ``earlier`` is what the list before it meant, if it meant something.
    """
    taken = earlier or _headline(talk, prose, lexicon)
    candidate: Mention | None = None
    pointed = False
    for index in reversed(before[-_REACH:]):
        lead = lead_of(index, talk, prose)
        if not any(token.text[0].isalpha() for token in lead.sentence.tokens):
            continue
        stated = _stated(lead, index, talk, lexicon)
        if stated:
            return Led(_completed(stated, candidate, taken), index)
        if taken and taken.endorser and len(lead.sentence.tokens) <= _SUBHEADING:
            return Led(taken, None)
        named = candidate or bare_candidate(lead, lexicon)
        if taken and (named or index < _HEADLINES):
            return Led(replace(taken, candidate=named), index)
        candidate = named
        points = is_pointer(lead, lexicon) or _announces(index, before, talk)
        pointed = pointed or points
        if not (points or named):
            break
    signed = _slate_above(before, talk, lexicon) or _signed(before, talk, prose)
    if signed:
        return signed
    if pointed and taken:
        return Led(replace(taken, candidate=candidate), None)
    return Led(None, None) if before else Led(taken, None)


def _announces(index: int, before: range, talk: Discourse) -> bool:
    """Whether the passage stands in a paragraph that ends in a colon, directly above the list."""
    last = talk.passages[before[-1]]
    same = talk.passages[index].paragraph == last.paragraph
    return same and last.sentence.folds[-1] == ":" and len(last.sentence.tokens) > _SUBHEADING


def _slate_above(before: range, talk: Discourse, lexicon: Lexicon) -> Led | None:
    """The slate that a few short headings part from its announcement."""
    for index in reversed(before[-_REACH:]):
        endorser = slate_endorser(index, talk, lexicon)
        if endorser:
            return Led(Meaning(None, "supports", None, endorser), index)
        if len(talk.passages[index].sentence.tokens) > _SUBHEADING:
            return None
    return None


def is_labelled(region: Region, index: int, talk: Discourse, prose: ProseReading) -> bool:
    """Whether the list in passage ``index`` has nothing but a label before it."""
    return _is_label(region, lead_of(index, talk, prose))


def _is_label(region: Region, lead: Lead) -> bool:
    """Whether what stands before the list is only a label for its kind: "Elected officials:"."""
    tokens = lead.sentence.tokens
    label = [t for t in tokens if t.start < region.span.start and t.text[0].isalpha()]
    verbs = any(lead.sentence.kinds[i] in _VERBAL for i in range(len(label)))
    return len(label) <= _LABEL and not verbs and not lead.frames


def _stated(lead: Lead, index: int, talk: Discourse, lexicon: Lexicon) -> Meaning | None:
    """What the lead states by itself: a stance, a slate, or only that it is about support."""
    own = own_meaning(lead, lexicon)
    if own:
        return own
    slate = slate_endorser(index, talk, lexicon)
    return Meaning(None, "supports", None, slate) if slate else topic(lead, lexicon)


def inline_meaning(
    region: Region, index: int, talk: Discourse, prose: ProseReading, lexicon: Lexicon
) -> Led:
    """The meaning of a list inside passage ``index``.

    The passage's own words give it, or the letter above it when they say who signed; a passage that
    is nothing but names takes it from the heading directly above.
    """
    sentence = talk.passages[index].sentence
    lead = lead_of(index, talk, prose)
    before = _opening(region, lead, index, talk, lexicon)
    own = (own_meaning(before, lexicon) if before else None) or own_meaning(lead, lexicon)
    if own:
        return Led(own, index)
    if region.span == sentence.span or _is_label(region, lead):
        led = find_meaning(range(max(0, index - 1), index), talk, prose, lexicon, None)
        return led if led.passage is not None else Led(None, None)
    signed = _signed(range(index), talk, prose) if is_pointer(lead, lexicon) else None
    return signed or Led(None, None)


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
    return _lead(sentence, read_frames(sentence, lexicon), index, talk)


def slate_endorser(index: int, talk: Discourse, lexicon: Lexicon) -> Mention | None:
    """Who supports those on the list below: "The board has endorsed the following candidates:"."""
    sentence = talk.passages[index].sentence
    for at, word in enumerate(sentence.folds):
        cue = lexicon.cues.at(sentence.folds, at) if word in lexicon.cues else None
        if cue is None or cue.value.frame != "act":
            continue
        ahead = sentence.folds[at + cue.length : at + cue.length + _SLATE_REACH]
        if not any(word in lexicon.slate_words for word in ahead):
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


def lead_of(index: int, talk: Discourse, prose: ProseReading) -> Lead:
    """Passage ``index`` as a lead: its frames with their candidates, and the people it names."""
    return _lead(talk.passages[index].sentence, prose.frames[index], index, talk)


def _lead(sentence: Sentence, read: Sequence[Frame], index: int, talk: Discourse) -> Lead:
    frames: list[tuple[Frame, Mention]] = []
    for frame in read:
        for actor in frame.candidates:
            frames.extend((frame, m) for m in talk.mentions(Actor(actor.noun), index))
    people = [
        mention
        for noun in sentence.nouns
        if noun.kind == "person"
        for mention in talk.mentions(Actor(noun), index)
    ]
    return Lead(sentence, frames, people)


def _completed(meaning: Meaning, candidate: Mention | None, taken: Meaning | None) -> Meaning:
    """The meaning with a candidate that a nearer heading names, and the office of an earlier list.

    The office carries over only while lists of one kind follow each other.
    """
    role = meaning.role or (taken.role if taken else None)
    if meaning.endorser:
        return meaning
    return replace(meaning, candidate=candidate or meaning.candidate, role=role)


def _headline(talk: Discourse, prose: ProseReading, lexicon: Lexicon) -> Meaning | None:
    """What the first lines of the article say that it is about."""
    for index in range(min(_HEADLINES, len(talk.passages))):
        lead = lead_of(index, talk, prose)
        own = own_meaning(lead, lexicon) or topic(lead, lexicon)
        if own:
            return replace(own, candidate=None)
        folds = lead.sentence.folds
        contest = any(lexicon.contest_words.at(folds, i) for i in range(len(folds)))
        asked = "who" in folds and "whom" in folds
        if contest and (asked or group_role(lead.sentence)):
            return Meaning(None, "supports", group_role(lead.sentence))
    return None


def _signed(before: range, talk: Discourse, prose: ProseReading) -> Led | None:
    """The stance of a letter: what its "we" says, if the names below sign it."""
    for index in reversed(before[-_LETTER:]):
        lead = lead_of(index, talk, prose)
        if not any(noun.name in _SIGNERS for noun in lead.sentence.nouns):
            continue
        for frame, mention in lead.frames:
            kinds = {actor.noun.kind for actor in frame.endorsers}
            if not frame.hedge and not kinds & _NAMED:
                return Led(Meaning(mention, frame.polarity), index)
    return None
