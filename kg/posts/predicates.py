"""Offices that "be" and "become" say of somebody: "X is mayor", "the mayor is X"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.clause.clauses import is_question, opens_clause
from kg.frames.places.subject import find_subject
from kg.model import RoleStatus
from kg.posts.model import Post, fronted, is_adjective, joined_offices, office_start, post
from kg.posts.owning import owner
from kg.words.nouns import Noun, Sentence

_BEING = frozenset(("is", "was", "been", "are", "were"))
_BECOMING = frozenset(("became", "becomes", "remains", "remained", "stays", "stayed"))
_BARE = ("be", "become")
_WILL = frozenset(("will", "'ll", "has", "have", "had", "used"))
_CONTRACTED = frozenset(("who", "he", "she"))
_WISHED = frozenset(("need", "needs", "needed", "deserve", "deserves", "want", "wants", "wanted"))
_WISHED_REACH = 6
_HOPED = frozenset(("a", "an", "next"))
_PAST = frozenset(("was", "been", "were"))
_MADE = frozenset(
    ("elected", "appointed", "named", "made", "as", "re-elected", "reelected", "chosen", "sworn")
)
_BETWEEN = frozenset(
    ("also", "now", "still", "for", "in", "since", "until", "later", "years", "then", "first")
)
_ANYBODY = frozenset(("whoever", "anyone", "somebody", "someone", "nobody", "it", "this", "there"))
_HOLDERS = ("person", "pronoun")
_MAX_BETWEEN = 6
_OPENING = 1  # words before a participle that opens a sentence: "Also backing X is"
_LEAST = 2
_RISING_REACH = 10
_RISEN = frozenset(("rose", "won", "beat", "defeated", "through", "overcame", "went"))
_NAMES_OF_POSTS = frozenset(("title", "role", "job", "post", "position"))


def predicated(sentence: Sentence) -> Iterator[Post]:
    """X is the leader of Y; X, who was mayor; X became chair; X was elected leader; Y is now X."""
    for noun in sentence.nouns:
        start = office_start(sentence, noun)
        if start is not None:
            yield from _said_of_subject(sentence, noun, start)
            yield from _inverted(sentence, noun)


def holder_of(sentence: Sentence, verb: int) -> Noun | None:
    """Of whom a verb says something: its one subject, unless the clause is hedged."""
    subject = find_subject(sentence, verb)
    people = [noun for noun in subject.chain if noun.kind in _HOLDERS]
    hedged = subject.hedge and not _is_over(sentence, verb)
    if hedged or len(people) != 1 or is_question(sentence):
        return None
    return None if _is_of_another(sentence, people[0], verb) else people[0]


def _is_of_another(sentence: Sentence, person: Noun, verb: int) -> bool:
    """Whether the verb is about somebody else: "X's deputy is the", "Backing X is the MP Z"."""
    owned = sentence.is_owning(person.last) and person.last != verb
    at = person.first - 1
    while at > 0 and sentence.kinds[at] in ("relation", "") and sentence.noun(at) is None:
        at -= 1
    opened = 0 <= at <= _OPENING and sentence.folds[at].endswith("ing")
    return owned or (opened and sentence.kinds[at] == "verb")


def _is_over(sentence: Sentence, verb: int) -> bool:
    """Whether "used to" stands before the verb."""
    return "used" in sentence.folds[max(0, verb - 2) : verb]


def _said_of_subject(sentence: Sentence, noun: Noun, start: int) -> Iterator[Post]:
    verb = _linking(sentence, start)
    if verb and sentence.folds[verb - 1] in _ANYBODY:
        return
    holder = None if verb is None else _of_post(sentence, verb) or holder_of(sentence, verb)
    if holder is None or verb is None:
        return
    if holder.kind == "pronoun" and sentence.kinds[0] in ("contrast", "preposition"):
        holder = fronted(sentence, noun) or holder
    wished = _is_praise(sentence, noun) or _is_wished(sentence, noun) or _is_hoped(sentence, verb)
    if wished or _is_to_come(sentence, holder, verb):
        return
    made = not _MADE.isdisjoint(sentence.folds[verb + 1 : noun.first])
    status = _status(sentence, verb, made=made)
    for office in joined_offices(sentence, noun):
        yield post(holder, office, status)


def _of_post(sentence: Sentence, verb: int) -> Noun | None:
    """Whose post the subject is: "X, whose new title is chair", "her role is chair"."""
    if sentence.folds[verb - 1] not in _NAMES_OF_POSTS:
        return None
    holder = owner(sentence, verb - 1)
    return holder if holder is not None and holder.kind in _HOLDERS else None


def _is_to_come(sentence: Sentence, holder: Noun, verb: int) -> bool:
    """Whether the clause looks ahead: "when X becomes mayor"."""
    return sentence.folds[verb] in ("becomes", "is") and (
        sentence.folds[max(0, holder.first - 1) : holder.first] == ["when"]
    )


def _is_praise(sentence: Sentence, noun: Noun) -> bool:
    """Whether "a leader" says how somebody is, and not what they lead."""
    if not noun.offices:
        return True  # "he is a Republican": no office at all
    office = noun.offices[0]
    bare = office.label == "Leader" and not (office.organisation or office.place)
    return bare and sentence.kinds[noun.first - 1] == "determiner"


def _is_hoped(sentence: Sentence, verb: int) -> bool:
    """Whether somebody would be one of a kind, or the next: "will be a great mayor"."""
    return sentence.folds[verb] == "be" and not _HOPED.isdisjoint(
        sentence.folds[verb + 1 : verb + 3]
    )


def _is_wished(sentence: Sentence, noun: Noun) -> bool:
    """Whether somebody is only said to be fit for the post: "the mayor that this city needs"."""
    for at in range(noun.last, min(noun.last + _WISHED_REACH, len(sentence.folds))):
        if sentence.folds[at] in _WISHED:
            return at > noun.last
        if sentence.folds[at] in (",", ";", "and", "but") or sentence.folds[at] == "who":
            return False
    return False


def _status(sentence: Sentence, verb: int, *, made: bool) -> RoleStatus | None:
    """Former for what somebody was; not for what they were made or have been since."""
    if _is_over(sentence, verb):
        return "former"
    if made or sentence.folds[verb] not in _PAST:
        return None
    since = sentence.folds[verb] == "been" and "since" in sentence.folds[verb:]
    return None if since else "former"


def _linking(sentence: Sentence, start: int) -> int | None:
    """The verb that says of its subject that it holds the office, past "the" and "elected"."""
    at = start - 1
    if at > 0 and sentence.noun(at) is None and is_adjective(sentence, at):
        at -= 1
    while at >= 0 and start - at <= _MAX_BETWEEN and _stands_between(sentence, at):
        if at and sentence.folds[at] == "'s" and sentence.folds[at - 1] in _CONTRACTED:
            return at  # "X, who's the chair of Y"
        at -= 1
    if at < 0 or sentence.noun(at) is not None:
        return None
    word = sentence.folds[at]
    settled = word in _BARE and (
        not _WILL.isdisjoint(sentence.folds[max(0, at - 2) : at]) or _is_settled(sentence, at)
    )
    if settled and sentence.folds[at - 2 : at] in (["is", "to"], ["are", "to"]):
        return at - 2
    return at if settled or word in _BEING or word in _BECOMING else None


def _is_settled(sentence: Sentence, at: int) -> bool:
    """Whether "to be" or "to become" is no wish: "X is to be chair", "X rose to become chair"."""
    if sentence.folds[at - 1 : at] != ["to"] or at < _LEAST:
        return False
    if sentence.folds[at - 2] in ("is", "are"):
        return True
    before = sentence.folds[max(0, at - _RISING_REACH) : at - 1]
    return sentence.folds[at] == "become" and not _RISEN.isdisjoint(before)


def _stands_between(sentence: Sentence, at: int) -> bool:
    if sentence.kinds[at] in ("determiner", "possessive", "time"):
        return True
    if sentence.folds[at + 1] == "'s" and sentence.tokens[at].text.islower():
        return True
    noun = sentence.noun(at)
    if noun is not None:
        return noun.kind == "number" or sentence.is_owning(noun.last)
    return sentence.folds[at] in _MADE or sentence.folds[at] in _BETWEEN or sentence.is_owning(at)


def _inverted(sentence: Sentence, noun: Noun) -> Iterator[Post]:
    """The office is the subject: "the new mayor is X"."""
    at = noun.last
    if sentence.folds[at : at + 1] not in (["is"], ["was"]):
        return
    if not (opens_clause(sentence, noun) or _is_owned(sentence, noun)):
        return
    at += 1
    while at < len(sentence.folds) and sentence.kinds[at] in ("adverb", "time"):
        at += 1
    person = sentence.noun(at)
    if person is None or person.kind != "person" or is_question(sentence):
        return
    for office in noun.offices:
        yield post(person, office, "former" if sentence.folds[noun.last] == "was" else None)


def _is_owned(sentence: Sentence, noun: Noun) -> bool:
    """Whether a body's office opens the sentence: "the union's president is X"."""
    if sentence.folds[noun.first - 1 : noun.first] != ["'s"]:
        return False
    return all(
        sentence.kinds[at] in ("", "determiner", "possessive") for at in range(noun.first - 1)
    )
