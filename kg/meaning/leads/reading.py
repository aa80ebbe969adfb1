"""One passage above a list as a lead: what it states of the list below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.frames import Actor, Frame
from kg.frames.support import speaks_in_favour
from kg.lexicon import Lexicon
from kg.lists.leading.causes import is_for_cause
from kg.lists.leading.meaning import Lead, Meaning, group_role, own_meaning, topic
from kg.lists.leading.pointing import announces, points
from kg.meaning.leads.camping import camps_of
from kg.meaning.leads.slates import slate_endorser
from kg.meaning.leads.subjects import subjects
from kg.meaning.leads.teams import team_of
from kg.model import Mention
from kg.prose import ProseReading
from kg.prose.reference.discourse import Discourse
from kg.prose.wordings.standing import can_stand
from kg.words.nouns import Sentence
from kg.words.wordkinds import DENYING

_HEADLINES = 2
_TITLE = 16
_LABEL = 6
_SLATE = "prose.slate"  # says itself whom it names
_THIRD = frozenset(("he", "him", "his", "she", "her"))
_OFTEN = 3
_REACH = 4
_HEADING_REACH = 15
_SOMEBODY = frozenset(("organisation", "office", "place"))
_EVERY = frozenset(("every", "each", "all"))
_ASKING = frozenset(("who", "whom", "which", "who's"))


@dataclass(frozen=True, slots=True)
class Led:
    """A list's meaning, and the passage that gave it (None for a meaning taken over)."""

    meaning: Meaning | None
    passage: int | None


NOTHING = Led(None, None)


def lead_of(index: int, talk: Discourse, prose: ProseReading) -> Lead:
    """Passage ``index`` as a lead: its frames with their candidates, and the people it names."""
    frames = [frame for frame in prose.frames[index] if frame.rule != _SLATE]
    return as_lead(talk.passages[index].sentence, frames, index, talk)


def as_lead(sentence: Sentence, read: Sequence[Frame], index: int, talk: Discourse) -> Lead:
    """A sentence of passage ``index``, or the beginning of it, as a lead."""
    frames: list[tuple[Frame, Mention]] = []
    for frame in read:
        for actor in filter(can_stand, frame.candidates):
            meant = talk.objects(Actor(actor.noun), index, ())
            if not meant and actor.noun.kind == "pronoun" and actor.noun.name in _THIRD:
                meant = _protagonist(talk)
            frames.extend((frame, mention) for mention in meant)
    people: list[Mention] = []
    known: set[int] = set()
    for noun in sentence.nouns:
        if noun.kind == "person":
            found = talk.mentions(Actor(noun), index)
            people.extend(found)
            known.update([noun.first] * bool(found))
    return Lead(sentence, frames, people, frozenset(known))


def _protagonist(talk: Discourse) -> tuple[Mention, ...]:
    """Whom "him" above a list means that no sentence before it explains: whom the article is about.

    The person named in more than twice as many sentences as anybody else, and at once.
    """
    named: Counter[Mention] = Counter()
    for passage in talk.passages:
        people = (n for n in passage.sentence.nouns if n.kind == "person")
        named.update({member for n in people if (member := talk.cast.member(n)) is not None})
    ranked = [*named.most_common(2), (None, 0), (None, 0)]
    (first, most), (_, next_most) = ranked[0], ranked[1]
    if first is None or most < _OFTEN or most <= 2 * next_most:
        return ()
    opening = (noun for passage in talk.passages[:_OFTEN] for noun in passage.sentence.nouns)
    return (first,) if any(talk.cast.member(noun) == first for noun in opening) else ()


def stated(
    lead: Lead,
    index: int,
    talk: Discourse,
    lexicon: Lexicon,
    *,
    nearest: bool,
    led_on: bool = False,
) -> Meaning | None:
    """What the lead states by itself: a stance, a slate, or only that it is about support.

    That it is about support is enough of a heading, of a line that points, and of what stands
    ``nearest`` to the list. ``led_on``: the sentence after it points to the list.
    """
    own = own_meaning(lead, lexicon, led_on=led_on)
    if own:
        return own
    team = team_of(lead, index, talk, lexicon)
    if team:
        return team
    slate = slate_endorser(index, talk, lexicon)
    if slate:
        return Meaning(None, "supports", None, slate)
    told = nearest or announces(lead) or points(lead, lexicon)
    about = topic(lead, lexicon) if told else None
    return about or (_contested(lead, lexicon) if index < _HEADLINES else None)


def headline(talk: Discourse, prose: ProseReading, lexicon: Lexicon) -> Meaning | None:
    """What the first lines of the article say that it is about.

    Its candidate counts only when it speaks of those who back or oppose that candidate: a headline
    about what happened to somebody says nothing of the lists below it.
    """
    for index in range(min(_HEADLINES, len(talk.passages))):
        lead = lead_of(index, talk, prose)
        own = own_meaning(lead, lexicon)
        if own:
            kept = own.polarity == "opposes" or _is_of_backers(lead)
            return own if kept else replace(own, candidate=None)
        about = topic(lead, lexicon) or _contested(lead, lexicon)
        if about:
            return about
    return None


def _is_of_backers(lead: Lead) -> bool:
    """Whether a group is named before the verb: "MPs who back X", "the MPs who want him to go"."""
    sentence = lead.sentence
    cues = [frame.cue for frame, _ in lead.frames if frame.rule == "prose.active"]
    before = [noun for noun in sentence.nouns if cues and noun.first < cues[-1]]
    named = any(noun.kind == "person" and lead.names(noun) for noun in before)
    asks = not _ASKING.isdisjoint(sentence.folds[: cues[-1]] if cues else ())
    every = any(sentence.folds[noun.first - 1] in _EVERY for noun in before if noun.first)
    return not named and (asks or every or any(noun.kind == "group" for noun in before))


def _contested(lead: Lead, lexicon: Lexicon) -> Meaning | None:
    """That the line asks in a contest who is for whom, or speaks of a group in it."""
    folds = lead.sentence.folds
    if not any(lexicon.contest_words.found(folds)):
        return None
    if is_for_cause(lead.sentence, lexicon):
        return None
    role = group_role(lead.sentence)
    asked = "who" in folds and "whom" in folds and not _is_of_else(lead.sentence, lexicon)
    told = role is not None and announces(lead)
    return Meaning(None, "supports", role) if asked or told else None


def asks_of_all(talk: Discourse, lexicon: Lexicon) -> bool:
    """Whether the first lines ask for whom everybody is: "Who is backing whom", "which for which".

    Or they say what they hold: "Endorsements in the leadership election", "Endorsement tracker".
    Then the lists of the article answer, wherever they stand.
    """
    return any(
        (
            sum(word in _ASKING for word in passage.sentence.folds) > 1
            and not _is_of_else(passage.sentence, lexicon)
        )
        or _is_title(passage.sentence, lexicon)
        for passage in talk.passages[:_HEADLINES]
    )


def _is_of_else(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a question is of something else than support: "Who is giving to whom?"."""
    return "other" in subjects(sentence, lexicon) and not speaks_in_favour(sentence.folds, lexicon)


def _is_title(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a short line speaks of support as what the page holds.

    It begins with a noun for it in the plural, gathers it ("Endorsement tracker"), or asks who has
    it ("Who's getting endorsements this spring?").
    """
    folds = sentence.folds
    if len(folds) > _TITLE or folds[-1] in ".!:" or not DENYING.isdisjoint(sentence.kinds):
        return False
    first = folds[0] if folds[0].endswith("s") else ""
    if first in lexicon.support_nouns and folds[-1] != "?":
        return lexicon.support_nouns.whole((first,)) is not None
    if not any(lexicon.support_nouns.found(folds)):
        return False
    if folds[-1].endswith("s") and folds[-1] in lexicon.support_nouns:
        return all(_is_of_pages(word, lexicon) for word in folds[:-1])  # "National Endorsements"
    return not _ASKING.isdisjoint(folds) or "tally" in subjects(sentence, lexicon)


def _is_of_pages(word: str, lexicon: Lexicon) -> bool:
    """Whether a word only says of what kind, of which contest or which year a page is."""
    known = lexicon.class_words.get(word) == "modifier" or word in lexicon.contest_words
    subject = lexicon.list_subjects.whole((word,))
    return known or subject in ("contest", "tally") or word.isdigit()


def of_profile(meaning: Meaning, lead: Lead, head: Mention | None) -> Meaning:
    """The meaning of a label in a profile, which leaves out whom it is of: "Backed by:"."""
    if meaning.candidate or meaning.endorser or head is None or not is_label(lead):
        return meaning
    return replace(meaning, candidate=head)


def is_label(lead: Lead) -> bool:
    """Whether the lead is a few words that name nobody: "Supporters include:", "Endorsed by:".

    A label that goes on behind its colon ("Endorsements: none") has its answer already.
    """
    sentence = lead.sentence
    folds = sentence.folds
    if ":" in folds and any(word[0].isalpha() for word in folds[folds.index(":") + 1 :]):
        return False
    words = sum(token.text[0].isalpha() for token in sentence.tokens)
    if words > _LABEL or lead.people:
        return False
    return not any(noun.kind in _SOMEBODY for noun in sentence.nouns)


def owner_of(
    label: Lead, index: int, talk: Discourse, prose: ProseReading, lexicon: Lexicon
) -> Mention | None:
    """Whose the supporters are of whom a label speaks that names nobody.

    "Those endorsements" are of the one candidate of the nearest sentence about support; a "full
    list of supporters" is of the person whom the nearest heading is about.
    """
    own = _whose_pronoun(label, index, talk)
    if own is not None:
        return own
    kinds = label.sentence.kinds
    if "demonstrative" in kinds or "pronoun" in kinds:
        for at in range(index - 1, max(-1, index - 1 - _REACH), -1):
            frames = lead_of(at, talk, prose).frames
            found = {m for frame, m in frames if frame.polarity == "supports" and not frame.hedge}
            found = found or set(camps_of(at, talk, lexicon))
            if found:
                return found.pop() if len(found) == 1 else None
    for at in range(index - 1, max(-1, index - 1 - _HEADING_REACH), -1):
        lead = lead_of(at, talk, prose)
        heads = is_alone(at, talk) and announces(lead) and not _is_answered(lead)
        meaning = own_meaning(lead, lexicon) if heads else None
        if meaning and meaning.polarity == "supports":
            return meaning.candidate
    return None


def _whose_pronoun(label: Lead, index: int, talk: Discourse) -> Mention | None:
    """The contender whom "him" or "her" in a label means, where the article has contenders."""
    for noun in label.sentence.nouns:
        if noun.kind == "pronoun" and noun.name in _THIRD:
            found = talk.objects(Actor(noun), index, ())
            if len(found) == 1 and found[0] in talk.contenders.people:
                return found[0]
    return None


def _is_answered(lead: Lead) -> bool:
    """Whether words follow a colon: the label has its answer, and heads nothing."""
    folds = lead.sentence.folds
    return ":" in folds and any(word[0].isalpha() for word in folds[folds.index(":") + 1 :])


def is_alone(index: int, talk: Discourse) -> bool:
    """Whether the passage is all of its paragraph."""
    beside = talk.passages[max(0, index - 1) : index + 2]
    paragraph = talk.passages[index].paragraph
    return sum(passage.paragraph == paragraph for passage in beside) == 1
