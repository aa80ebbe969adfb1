"""What a list is a list of: whom those on it support, as the words above it say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kg.frames import Frame
from kg.frames.clause.gates import with_hedge
from kg.frames.support import speaks_in_favour
from kg.lexicon import Lexicon
from kg.lists.leading.causes import is_for_cause
from kg.lists.leading.classes import are_people
from kg.lists.leading.demands import demanded_of, turned_from
from kg.lists.leading.denying import denies, votes_no
from kg.lists.leading.stanced import heading_stance
from kg.model import Mention, Polarity
from kg.text import fold
from kg.words.nouns import Noun, Sentence
from kg.words.wordkinds import DENYING

_SHORT = 16
_NOTHING: Final = "none"
_OWNED = 4
_NAMED = frozenset(("person", "organisation", "office"))
_EVERY = frozenset(("every", "each", "any", "which"))
_SOMEBODY = frozenset(("he", "she"))
_MEMBERS = frozenset(("group", "number"))
_PREDICATES = frozenset(("have", "be", "do", "modal"))
ADDING = frozenset(
    (
        *("new", "newly", "also", "more", "latest", "now", "another", "others", "additional"),
        *("further", "all", "still", "plus", "already", "today", "and", "yesterday", "certain"),
    )
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """Those on the list hold ``polarity`` towards ``candidate``; ``role`` is what all of them are.

    ``candidate`` is None when only headings inside the list, or its own items, name candidates. In
    a slate it is the other way round: ``endorser`` is who supports all those on the list.
    ``fellows`` are those whom all on the list support together with the candidate.
    """

    candidate: Mention | None
    polarity: Polarity
    role: str | None = None
    endorser: Mention | None = None
    fellows: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence or heading above a list.

    ``frames`` come with whom each one's candidate is; ``people`` are the people it names, in order,
    and ``known`` the first tokens of the phrases that name them.
    """

    sentence: Sentence
    frames: Sequence[tuple[Frame, Mention]]
    people: Sequence[Mention]
    known: frozenset[int] = frozenset()

    def names(self, noun: Noun) -> bool:
        """Whether the phrase names somebody; "Others" at the head of a line names nobody."""
        if noun.kind == "person":
            return " " in noun.name or bool(noun.title) or noun.first in self.known
        if noun.kind == "office" and noun.first and self.sentence.folds[noun.first - 1] in _EVERY:
            return False
        return noun.kind in _NAMED or noun.name in _SOMEBODY


def own_meaning(lead: Lead, lexicon: Lexicon, *, led_on: bool = False) -> Meaning | None:
    """The meaning that the lead states by itself, or None; ``led_on``: the next sentence points on.

    A frame states it when its endorsers' place is open or filled by a group: a sentence in which
    somebody named supports somebody says nothing of the list below.
    """
    stance = _stance(lead, lexicon)
    if stance == _NOTHING:
        return None
    if stance is not None:
        return Meaning(lead.people[-1], stance, group_role(lead.sentence))
    for frame, candidate in reversed(lead.frames):
        polarity = with_hedge(frame.polarity, frame.hedge)
        if _asks(lead.sentence):
            polarity = polarity or frame.polarity
        if polarity is None:
            continue
        objects = {actor.noun for actor in frame.candidates}
        nouns = [actor.noun for actor in frame.endorsers if actor.noun not in objects]
        if any(lead.names(noun) for noun in nouns):
            continue
        if _said_in_passing(lead.sentence, frame):
            continue
        roles = [noun.unit_role for noun in nouns if noun.unit_role]
        role = roles[0] if roles else group_role(lead.sentence)
        if _is_one_of_two(frame, lead):
            return Meaning(None, polarity, role)
        return Meaning(candidate, polarity, role, fellows=fellows_of(candidate, frame, lead))
    return (
        _demanding(lead, lexicon)
        or _towards(lead, lexicon)
        or _about_one(lead, lexicon, led_on=led_on)
        or _heading_at_end(lead, lexicon)
    )


def _stance(lead: Lead, lexicon: Lexicon) -> Polarity | Literal["none"] | None:
    opened = lead.sentence.folds[0] in lexicon.stances  # "Defectors" may look like a name
    several = len(set(lead.people)) - 1
    return heading_stance(lead.sentence, lexicon) if 0 <= several <= opened else None


def heads_class(headed: Mention | None, meaning: Meaning) -> bool:
    """Whether a party heads those of its members who support or oppose one person."""
    of_party = headed is not None and headed.kind == "organisation"
    return of_party and meaning.candidate is not None and meaning.candidate.kind == "person"


def fellows_of(candidate: Mention, frame: Frame, lead: Lead) -> tuple[Mention, ...]:
    """Whom the frame names together with the candidate: "We endorse X and Y"."""
    if _asks(lead.sentence):
        return ()
    return tuple(one for other, one in lead.frames if other is frame and one != candidate)


def _is_one_of_two(frame: Frame, lead: Lead) -> bool:
    """Whether each on the list supports one or the other: "MPs who nominated X or Y"."""
    last = max((actor.noun.last for actor in frame.candidates), default=0)
    first = min((actor.noun.first for actor in frame.candidates), default=0)
    other = lead.sentence.noun(last + 1)
    folds = lead.sentence.folds
    beside = folds[last : last + 1] == ["or"] and other is not None and other.kind == "person"
    return beside or "or" in folds[first:last]


def _said_in_passing(sentence: Sentence, frame: Frame) -> bool:
    """Whether the sentence goes on to say something else: "X, who was backed by 9, has named:"."""
    return any(
        sentence.kinds[at] in _PREDICATES and sentence.folds[at - 1] == ","
        for at in range(frame.last, len(sentence.kinds))
    )


def _asks(sentence: Sentence) -> bool:
    """A question above a list ("Who has backed X?") is answered by the list."""
    return sentence.folds[-1] == "?"


def _demanding(lead: Lead, lexicon: Lexicon) -> Meaning | None:
    """The meaning of a heading whose people want somebody gone, or have turned away from somebody.

    "Him" is the one whom the heading names.
    """
    turned = turned_from(lead.sentence, lexicon)
    target = demanded_of(lead.sentence, lexicon) if turned is None else turned
    people = list(dict.fromkeys(lead.people))
    if target is None or len(people) != 1:
        return None
    polarity: Polarity = "opposes" if turned is None else "withdrawn"
    return Meaning(people[0], polarity, group_role(lead.sentence))


def _towards(lead: Lead, lexicon: Lexicon) -> Meaning | None:
    """The meaning of a heading without a verb: "Councillors for X", "For X", "New for X"."""
    sentence = lead.sentence
    if not lead.people or len(sentence.tokens) > _SHORT:
        return None
    for index, word in enumerate(sentence.folds):
        if word not in ("for", "against"):
            continue
        before = sentence.noun(index - 1)
        person = sentence.noun(index + 1)
        if person is None or person.kind != "person":
            continue
        added = ADDING.issuperset(sentence.folds[:index])
        if (
            added
            or (before is not None and before.kind in _MEMBERS)
            or are_people(sentence.tokens[:index], lexicon)
        ):
            polarity: Polarity = "supports" if word == "for" else "opposes"
            return Meaning(lead.people[0], polarity, before.unit_role if before else None)
    return None


def _about_one(lead: Lead, lexicon: Lexicon, *, led_on: bool) -> Meaning | None:
    """A short heading that names one person and has a word for support: "X: my supporters".

    A sentence does it as well if the next leads on: "X has a list of backers. They include:".
    """
    if len(set(lead.people)) != 1 or len(lead.sentence.tokens) > _SHORT:
        return None
    if lead.frames or _denies(lead.sentence) or (lead.sentence.folds[-1] == "." and not led_on):
        return None
    if not speaks_in_favour(lead.sentence.folds, lexicon) or _owns_else(lead.sentence, lexicon):
        return None
    if not _is_person_like(lead.people[0], lexicon):
        return None
    if is_source(lead.sentence) or _is_column(lead.sentence):
        return None
    if _is_agent(lead.sentence):
        return Meaning(None, "supports", None, endorser=lead.people[0])
    return Meaning(lead.people[0], "supports", group_role(lead.sentence))


def _is_agent(sentence: Sentence) -> bool:
    """Whether the person is the one who supports: "Candidates endorsed by X"."""
    return any(
        noun.kind == "person" and noun.first and sentence.folds[noun.first - 1] == "by"
        for noun in sentence.nouns
    )


def _is_column(sentence: Sentence) -> bool:
    """Whether an article stands before the one word of a name: "The Buzzer: who backs whom"."""
    return any(
        noun.kind == "person"
        and not noun.title
        and " " not in noun.name
        and "the" in sentence.folds[max(0, noun.first - 1) : noun.first]
        for noun in sentence.nouns
    )


def is_source(sentence: Sentence) -> bool:
    """Whether the support comes from the person: "Endorsement from X", "Endorsement: X"."""
    if sentence.folds[:2] == ["endorsement", ":"]:
        return True
    return any(
        noun.kind == "person" and "from" in sentence.folds[max(0, noun.first - 2) : noun.first]
        for noun in sentence.nouns
    )


def _heading_at_end(lead: Lead, lexicon: Lexicon) -> Meaning | None:
    """The heading that ran into the words before it: "... 17 Endorsements Jane Doe"."""
    sentence = lead.sentence
    last = sentence.nouns[-1] if sentence.nouns else None
    if last is None or last.kind != "person" or last.last < len(sentence.tokens) or not last.first:
        return None
    before = last.first - 1
    heading = sentence.tokens[before].text[0].isupper() and not _denies(sentence)
    noun = lexicon.support_nouns.at(sentence.folds, before) if heading else None
    return Meaning(lead.people[-1], "supports") if noun and lead.people else None


def _is_person_like(person: Mention, lexicon: Lexicon) -> bool:
    """Whether no word of the name is one of bodies or of support: "Election Club Endorsements"."""
    words = fold(person.name).split()
    return not any(
        word in lexicon.organisation_words
        or word in lexicon.support_nouns
        or word in lexicon.seat_words
        for word in words
    )


def _owns_else(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether what the person owns is no support: "those who supported X's amendment"."""
    for noun in sentence.nouns:
        if noun.kind == "person" and sentence.is_owning(noun.last):
            owned = sentence.folds[noun.last + 1 : noun.last + 1 + _OWNED]
            own = any(word in lexicon.bid_words for word in owned[:2])
            return not own and not speaks_in_favour(owned, lexicon)
    return False


def _denies(sentence: Sentence) -> bool:
    return not DENYING.isdisjoint(sentence.kinds) or votes_no(sentence)


def topic(lead: Lead, lexicon: Lexicon) -> Meaning | None:
    """That the lead is about support, without saying whose: "Which MPs have backed whom?"."""
    if denies(lead.sentence, lexicon) or _owns_else(lead.sentence, lexicon):
        return None
    if not speaks_in_favour(lead.sentence.folds, lexicon):
        return None
    if is_for_cause(lead.sentence, lexicon) or _is_open(lead, lexicon):
        return None
    return Meaning(None, "supports", group_role(lead.sentence))


def _is_open(lead: Lead, lexicon: Lexicon) -> bool:
    """Whether all that the lead says hangs on something else: "MPs who would back X if"."""
    if _stance(lead, lexicon) == _NOTHING:
        return True
    told = [with_hedge(frame.polarity, frame.hedge) for frame, _ in lead.frames]
    return bool(told) and not any(told) and not _asks(lead.sentence)


def group_role(sentence: Sentence) -> str | None:
    """The office of the group that a lead names: "MPs", "Labour councillors"."""
    roles = [noun.unit_role for noun in sentence.nouns if noun.kind == "group" and noun.unit_role]
    return roles[-1] if roles else None
