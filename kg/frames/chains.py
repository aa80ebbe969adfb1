"""Coordination and apposition: noun phrases that fill one place of a frame together."""

from __future__ import annotations

from kg.frames.clauses import ACTING, is_governed, is_predicate
from kg.frames.model import Actor
from kg.nouns import Noun, Sentence
from kg.offices import OfficePhrase

_JOINTS = frozenset((",", "and", "&", "plus", "the", "both", ";", "a", "an", "["))
_JOINTS_WITH = frozenset(("along", "together", "with", "]", '"', "as", "well", "by", "from"))
_WITH_MARKS = (
    ("with", ("along", "together")),
    ("as", ("well",)),
    ("by", ("and", ",")),
    ("from", ("and", ",")),
)
_SUCH = ("including", "among", "like")
_CONJUNCTIONS = frozenset(("and", "&", "plus", "well", "with"))
_PLACE_WORDS = frozenset(("(", ")", "of", "in", "from", "for"))
_MAX_SKIPPED = 3
_OPENERS = ("determiner", "possessive")


def chain_left(sentence: Sentence, noun: Noun) -> list[Noun]:
    """The noun phrases joined to ``noun`` on its left, in order, ``noun`` last."""
    found = [noun]
    while noun.kind != "pronoun":
        before = _neighbour(sentence, found[0].first, -1)
        if before is None or not _joined(sentence, before, found[0]):
            return _from_conjunction(sentence, found)
        found.insert(0, before)
    return found


def chain_right(sentence: Sentence, noun: Noun) -> list[Noun]:
    """The noun phrases joined to ``noun`` on its right, in order, ``noun`` first."""
    found = [noun]
    while True:
        after = _neighbour(sentence, found[-1].last, 1)
        if after is None or not _joined(sentence, found[-1], after):
            return _up_to_conjunction(sentence, found)
        found.append(after)


def subject_chain(sentence: Sentence, noun: Noun) -> list[Noun]:
    """The phrases that share a verb with ``noun``, the last of them.

    When the first of the chain is the object of an earlier verb or preposition, the chain runs
    across two clauses, "has come out for A, and B declared": only what follows the joint is kept.
    """
    found = chain_left(sentence, noun)
    if len(found) > 1 and (is_governed(sentence, found[0]) or _parts_clauses(sentence, found)):
        return found[_subject_joint(sentence, found) :]
    return found


def _parts_clauses(sentence: Sentence, chain: list[Noun]) -> bool:
    """Two phrases with ", and" between them are no pair: "A has left, as has B, and C backs"."""
    joints = _joints(sentence, chain)
    return len(joints) == 1 and "," in joints[0] and not _CONJUNCTIONS.isdisjoint(joints[0])


def object_chain(sentence: Sentence, noun: Noun, preposition: str = "") -> list[Noun]:
    """The phrases that share the place of an object with ``noun``, the first of them.

    The last of a chain that has a verb of its own opens the next clause, "backs A, and B backs",
    and so does one that the cue's ``preposition`` follows: "has gone for A and B for C".
    """
    found = chain_right(sentence, noun)
    while len(found) > 1:
        after = found[-1].last
        own = _word(sentence, after) == preposition and preposition
        if not own and not (is_predicate(sentence, after) and _has_and(sentence, found)):
            return found
        found = found[: _clause_joint(sentence, found)] if not own else found[:-1]
    return found


def with_members(sentence: Sentence, chain: list[Noun]) -> list[Noun]:
    """The chain with those whom a group at its end names: "23 MPs, including A and B"."""
    last = chain[-1]
    if last.kind != "group":
        return chain
    at = last.last
    while at < len(sentence.folds) and (
        sentence.folds[at] == ","
        or sentence.noun(at)
        and sentence.noun_at[at] >= 0
        and sentence.nouns[sentence.noun_at[at]].kind == "place"
        or _beside_place(sentence, at)
    ):
        at += 1
    if at >= len(sentence.folds) or sentence.folds[at] not in _SUCH:
        return chain
    named = noun_from(sentence, at + 1)
    if named is None or named.kind not in ("person", "organisation", "office"):
        return chain
    return [*chain, *chain_right(sentence, named)]


def noun_from(sentence: Sentence, index: int) -> Noun | None:
    """The noun phrase that begins at ``index`` or after a determiner and what describes it.

    "his old friend Liz Kendall" leads to the person; without a determiner nothing is skipped, so
    that "backs plans Kendall made" does not.
    """
    start = index
    opened = False
    while index < len(sentence.tokens) and index - start <= _MAX_SKIPPED:
        noun = sentence.noun(index)
        if noun is not None and not _owns_next(sentence, noun):
            return noun if noun.kind != "place" or noun.first == index else None
        kind = "possessive" if noun is not None else sentence.kinds[index]
        if kind in _OPENERS:
            opened = True
        elif kind in ("adverb", "relation") or sentence.tokens[index].text in ('"', "“", "["):
            pass
        elif not (opened and kind == "" and sentence.tokens[index].text[0].islower()):
            return None
        index += 1
    return None


def _owns_next(sentence: Sentence, noun: Noun) -> bool:
    """Whether "her" is no object but says whose something is: "her husband"."""
    if noun.kind != "pronoun" or sentence.folds[noun.first] != "her":
        return False
    at = noun.last
    if at >= len(sentence.tokens):
        return False
    following = sentence.noun(at)
    if following is not None:
        return following.kind in ("office", "group")
    plain = sentence.kinds[at] in ("", "relation", "matter", "document")
    return plain and sentence.tokens[at].text[0].islower()


def actors(sentence: Sentence, chain: list[Noun]) -> tuple[Actor, ...]:
    """The chain as actors: appositions folded into the person they describe.

    A group before names ("three former chief whips, A, B and C") gives its office to each; an
    office beside a name gives it to that name.
    """
    made: list[Actor] = []
    shared: tuple[OfficePhrase, ...] = ()
    waiting: tuple[OfficePhrase, ...] = ()
    for position, noun in enumerate(chain):
        following = chain[position + 1 :]
        if noun.kind == "group" and _introduces(following):
            shared = noun.offices
            if _names_some(sentence, noun, following[0]):
                made.append(Actor(noun))
        elif noun.kind == "office" and _belongs_to_next(sentence, noun, following):
            waiting = noun.offices
        elif noun.kind == "office" and _describes(sentence, noun, following):
            waiting = noun.offices
        elif noun.kind == "office" and made and _apposed(sentence, chain[position - 1], noun):
            made[-1] = Actor(made[-1].noun, (*made[-1].offices, *noun.offices))
        else:
            made.append(Actor(noun, (*waiting, *shared)))
            waiting = ()
    return tuple(made)


def _introduces(following: list[Noun]) -> bool:
    """Whether names follow a group, at least two of them: "three former whips, A, B and C"."""
    return len(following) > 1 and all(n.kind in ("person", "organisation") for n in following[:2])


def _names_some(sentence: Sentence, group: Noun, first: Noun) -> bool:
    """Whether the names are only some of the group."""
    return any(word in _SUCH for word in sentence.folds[group.last : first.first])


def _belongs_to_next(sentence: Sentence, office: Noun, following: list[Noun]) -> bool:
    """ "council leader and MP A": two offices of the person that the second one stands before."""
    if not following or following[0].kind != "person" or not following[0].offices:
        return False
    between = sentence.folds[office.last : following[0].first]
    return between == ["and"] and following[0].offices[0].first == following[0].first


def _describes(sentence: Sentence, office: Noun, following: list[Noun]) -> bool:
    """Whether an office stands before the name that it describes."""
    return bool(
        following and following[0].kind == "person" and _apposed(sentence, office, following[0])
    )


def _apposed(sentence: Sentence, first: Noun, second: Noun) -> bool:
    between = [
        t for t in sentence.folds[first.last : second.first] if t not in ("the", "a", "an", "]")
    ]
    return between == [","] or not between


def _neighbour(sentence: Sentence, index: int, step: int) -> Noun | None:
    at = index - 1 if step < 0 else index
    while 0 <= at < len(sentence.tokens):
        noun = sentence.noun(at)
        if noun is not None and noun.kind == "place":
            at = noun.first - 1 if step < 0 else noun.last
            continue
        if noun is not None:
            return noun if noun.kind in ACTING else None
        if not _is_joint(sentence, at) and not _beside_place(sentence, at):
            return None
        at += step
    return None


def _is_joint(sentence: Sentence, at: int) -> bool:
    return sentence.folds[at] in _JOINTS or sentence.folds[at] in _JOINTS_WITH


def _beside_place(sentence: Sentence, at: int) -> bool:
    """Whether the word only ties a place to the name before it: "of Kent", "(Kent)"."""
    if sentence.folds[at] not in _PLACE_WORDS:
        return False
    beside = (sentence.noun(at - 1), sentence.noun(at + 1))
    return any(noun is not None and noun.kind == "place" for noun in beside)


def _joined(sentence: Sentence, first: Noun, second: Noun) -> bool:
    between = [
        sentence.folds[at]
        for at in range(first.last, second.first)
        if sentence.noun(at) is None and not _beside_place(sentence, at)
    ]
    if not between or not all(word in _JOINTS or word in _JOINTS_WITH for word in between):
        return False
    return all(
        word not in between or any(mark in between for mark in marks) for word, marks in _WITH_MARKS
    )


def _from_conjunction(sentence: Sentence, found: list[Noun]) -> list[Noun]:
    """A chain of plain commas without "and" is no coordination: keep what an apposition joins."""
    if len(found) < 2 or _has_and(sentence, found):
        return found
    kept = [found[-1]]
    for noun in reversed(found[:-1]):
        if noun.kind == kept[0].kind or {noun.kind, kept[0].kind} <= {"person", "organisation"}:
            break
        kept.insert(0, noun)
    return kept


def _up_to_conjunction(sentence: Sentence, found: list[Noun]) -> list[Noun]:
    if len(found) < 2 or _has_and(sentence, found):
        return found
    kept = [found[0]]
    for noun in found[1:]:
        if noun.kind == kept[-1].kind or {noun.kind, kept[-1].kind} <= {"person", "organisation"}:
            break
        kept.append(noun)
    return kept


def _has_and(sentence: Sentence, chain: list[Noun]) -> bool:
    return any(_CONJUNCTIONS & set(between) for between in map(set, _joints(sentence, chain)))


def _joints(sentence: Sentence, chain: list[Noun]) -> list[list[str]]:
    """The words between each two neighbours of a chain."""
    return [
        sentence.folds[first.last : second.first]
        for first, second in zip(chain, chain[1:], strict=False)
    ]


def _subject_joint(sentence: Sentence, chain: list[Noun]) -> int:
    """The index of the first phrase after those that belong to an earlier clause.

    "With A, B and C back": a comma behind the first; "with A and B, C backs": one behind the pair.
    """
    joined = [bool(_CONJUNCTIONS & set(words)) for words in _joints(sentence, chain)]
    closing = [i for i, has in enumerate(joined) if not has and any(joined[:i])]
    if closing:
        return closing[-1] + 1
    return _clause_joint(sentence, chain) if joined[0] else 1


def _clause_joint(sentence: Sentence, chain: list[Noun]) -> int:
    """The index in ``chain`` of the phrase that opens the second clause.

    A comma with "and" parts clauses; without one it is the last "and".
    """
    joints = _joints(sentence, chain)
    marked = [i for i, words in enumerate(joints) if "," in words and _CONJUNCTIONS & set(words)]
    if marked:
        return marked[-1] + 1
    plain = [i for i, words in enumerate(joints) if _CONJUNCTIONS & set(words)]
    return (plain[-1] if plain else len(joints) - 1) + 1


def _word(sentence: Sentence, index: int) -> str:
    return sentence.folds[index] if index < len(sentence.folds) else ""
