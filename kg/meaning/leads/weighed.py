"""What one list is taken to be when no single sentence says it: evidence weighed.

The words directly above speak of supporters, of choosing, or only count; the sentences before them
tell whom a group supports, perhaps with the very number of the names below; the headline is about
that person. Two or three of these suffice. Words of other lists, of those who stand, and a heading
with a matter of its own weigh more than all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.frames import Frame
from kg.lexicon import Lexicon
from kg.lists.leading.causes import is_for_cause
from kg.lists.leading.meaning import Lead, Meaning, group_role
from kg.meaning.leads.reading import NOTHING, Led, as_lead, lead_of
from kg.meaning.leads.subjects import has_own_words, subjects, told_by
from kg.model import Mention
from kg.prose import ProseReading
from kg.prose.reference.discourse import Discourse
from kg.text import fold
from kg.words.nouns import Sentence

_ENOUGH = 6
_TITLES = 2
_BEFORE = 4
_OFF = 1
_MANY = 3

_CONTEST = "a contest is spoken of"
_WEIGHTS = {
    "the words above speak of support": 4,
    "the words above speak of support for something": 1,
    "the words above speak of a choice": 3,
    "the words above only count": 1,
    "the words above are of something else": -9,
    "the words above have a matter of their own": -9,
    "the words above deny it": -20,
    "the words above name the candidate": 2,
    "a group supports the candidate just before": 3,
    "somebody supports the candidate just before": 1,
    "as many as listed are counted": 3,
    "the headline is of support for the candidate": 2,
    "the headline names the candidate alone": 1,
    "nobody else is spoken of": 1,
    _CONTEST: 1,
    "others stand as well": -1,
}
_TOLD = {
    "support": "the words above speak of support",
    "choice": "the words above speak of a choice",
    "count": "the words above only count",
    "denied": "the words above deny it",
    "other": "the words above are of something else",
    "own matter": "the words above have a matter of their own",
}


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a list: its heading, and the passages before that (``end`` exclusive).

    ``items`` is how many lines the list has.
    """

    heading: Sentence
    end: int
    items: int


def weighed(above: Above, talk: Discourse, prose: ProseReading, lexicon: Lexicon) -> Led:
    """The meaning of a list for which more speaks than against; it always names a candidate."""
    told = _told(above.heading, lexicon)
    if told is None or _WEIGHTS[told] < 0 or _is_of_standing(above.heading, lexicon):
        return NOTHING
    lead = as_lead(above.heading, (), max(0, above.end - 1), talk)
    if above.heading.folds[-1] == "." or _is_of_else_before(above, talk, lexicon):
        return NOTHING
    candidate = _candidate(lead, above.end, talk, prose)
    if candidate is None or not _may_stand(candidate, prose, lexicon):
        return NOTHING
    reasons = [told, *_reasons(lead, candidate, above, talk, prose, lexicon)]
    if _CONTEST not in reasons or sum(_WEIGHTS[reason] for reason in reasons) < _ENOUGH:
        return NOTHING
    role = group_role(above.heading)
    passage = above.end if _is_passage(above, talk) else None
    return Led(Meaning(candidate, "supports", role), passage)


def _told(heading: Sentence, lexicon: Lexicon) -> str | None:
    """What the heading itself tells, as a reason; None for a sentence that tells nothing."""
    told = told_by(heading, lexicon)
    if told == "support" and has_own_words(heading, lexicon):
        return "the words above speak of support for something"
    return _TOLD.get(told)


def _is_passage(above: Above, talk: Discourse) -> bool:
    passages = talk.passages[above.end : above.end + 1]
    return bool(passages) and passages[0].sentence is above.heading


def _is_of_else_before(above: Above, talk: Discourse, lexicon: Lexicon) -> bool:
    """Whether a sentence before the heading, in its paragraph, speaks of something else."""
    if not _is_passage(above, talk):
        return False
    paragraph = talk.passages[above.end].paragraph
    beside = (p for p in talk.passages[max(0, above.end - _BEFORE) : above.end])
    told = (told_by(p.sentence, lexicon) for p in beside if p.paragraph == paragraph)
    return any(one in ("other", "denied") for one in told)


def _is_of_standing(heading: Sentence, lexicon: Lexicon) -> bool:
    """Whether a heading is of those who stand, or of other lists: "Also in the race:"."""
    if is_for_cause(heading, lexicon) or not lexicon.other_lists.isdisjoint(heading.folds):
        return True
    if "matter" in heading.kinds or _is_only_name(heading):
        return True
    if told_by(heading, lexicon) != "count" or "contest" not in subjects(heading, lexicon):
        return False
    return lexicon.bid_words.isdisjoint(heading.folds)


def _is_only_name(heading: Sentence) -> bool:
    """Whether a heading is a name and perhaps a number: groups under such are weighed together."""
    words = [at for at, word in enumerate(heading.folds) if word[0].isalpha()]
    nouns = [heading.noun(at) for at in words]
    return any(noun and noun.kind == "person" for noun in nouns) and None not in nouns


def _candidate(lead: Lead, end: int, talk: Discourse, prose: ProseReading) -> Mention | None:
    """Whose supporters they must be: named in the heading, or supported in the nearest sentence."""
    people = list(dict.fromkeys(lead.people))
    if people:
        return people[0] if len(people) == 1 else None
    for index in range(end - 1, max(-1, end - 1 - _BEFORE), -1):
        found = {mention for _, mention in _favours(index, talk, prose)}
        if found:
            return found.pop() if len(found) == 1 else None
    for among in (range(min(_TITLES, end)), range(min(1, end)), range(end)):
        spoken = {m for i in among for m in _people(i, talk, prose)}
        if len(spoken) == 1:
            return spoken.pop()
    return None


def _may_stand(candidate: Mention, prose: ProseReading, lexicon: Lexicon) -> bool:
    """Whether it is somebody with a given name, or supported or standing as the prose says."""
    if candidate.kind != "person":
        return False
    if fold(candidate.name).split()[0] in lexicon.given_names:
        return True
    return any(
        candidate == (one.person if one.kind == "candidacy" else one.candidate)
        for one in prose.statements
        if one.kind in ("candidacy", "endorsement", "claim")
    )


def _favours(index: int, talk: Discourse, prose: ProseReading) -> list[tuple[Frame, Mention]]:
    """The frames of a passage that speak of support given, with whom they support."""
    frames = lead_of(index, talk, prose).frames
    return [(f, m) for f, m in frames if f.polarity == "supports" and not f.hedge]


def _reasons(
    lead: Lead,
    candidate: Mention,
    above: Above,
    talk: Discourse,
    prose: ProseReading,
    lexicon: Lexicon,
) -> Iterator[str]:
    if candidate in lead.people:
        yield "the words above name the candidate"
    before = range(max(0, above.end - _BEFORE), above.end)
    frames = [f for i in before for f, m in _favours(i, talk, prose) if m == candidate]
    groups = [a.noun for f in frames for a in f.endorsers if a.noun.kind in ("group", "number")]
    if groups:
        yield "a group supports the candidate just before"
    elif frames:
        yield "somebody supports the candidate just before"
    counted = [above.heading, *(talk.passages[i].sentence for i in before)]
    if above.items >= _MANY and any(_counts(one, above.items) for one in counted):
        yield "as many as listed are counted"
    yield from _of_headline(candidate, talk, prose)
    spoken = {m for i in range(above.end) for m in _people(i, talk, prose)}
    if spoken == {candidate}:
        yield "nobody else is spoken of"
    if any("contest" in subjects(talk.passages[i].sentence, lexicon) for i in range(above.end)):
        yield _CONTEST
    standing = {s.person for s in prose.statements if s.kind == "candidacy"}
    if standing - {candidate} and candidate not in lead.people:
        yield "others stand as well"


def _counts(sentence: Sentence, items: int) -> bool:
    """Whether a sentence counts people, and as many as are listed."""
    return any(
        noun.count is not None and abs(int(noun.count) - items) <= _OFF for noun in sentence.nouns
    )


def _of_headline(candidate: Mention, talk: Discourse, prose: ProseReading) -> Iterator[str]:
    if any(m == candidate for i in _first(talk) for _, m in _favours(i, talk, prose)):
        yield "the headline is of support for the candidate"
    elif any(set(_people(i, talk, prose)) == {candidate} for i in _first(talk)):
        yield "the headline names the candidate alone"


def _first(talk: Discourse) -> range:
    return range(min(1, len(talk.passages)))


def _people(index: int, talk: Discourse, prose: ProseReading) -> Sequence[Mention]:
    return lead_of(index, talk, prose).people
