"""Offices that several people share: "Sens. X and Y", "X and Y, both former ministers"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.frames.clause.clauses import opens_clause
from kg.frames.coordination.apposition import SUCH
from kg.frames.coordination.spelled import spelled_names
from kg.lexicon import Lexicon
from kg.posts.model import AND, Post, gap, office_start, post
from kg.words.nouns import Noun, Sentence
from kg.words.offices import OfficePhrase

_MEMBERS = "members"
_ENDING = frozenset((".", ";", ":", ","))
_OTHER_VERBS = frozenset(("modal", "tentative", "contrast"))
_LISTING = frozenset(("are", "were", "include", "included"))


def shared_posts(sentence: Sentence, lexicon: Lexicon) -> Iterator[Post]:
    """The posts that one office in the plural gives to several names."""
    for index, noun in enumerate(sentence.nouns):
        if noun.kind == "person" and noun.offices and noun.title:
            yield from _by_title(sentence, index, lexicon)
        elif noun.kind == "group":
            yield from _by_group(sentence, index, noun)


def _by_title(sentence: Sentence, index: int, lexicon: Lexicon) -> Iterator[Post]:
    """A title in the plural is that of the names that follow too: "Sens. X and Y"."""
    noun = sentence.nouns[index]
    office = noun.offices[0]
    found = [lexicon.offices.at(sentence.folds, at) for at in range(noun.first, noun.name_first)]
    if not any(known is not None and known.value.plural for known in found):
        return
    for other in _run(sentence, index, titled=True)[1:]:
        yield post(other, office)


def _by_group(sentence: Sentence, index: int, group: Noun) -> Iterator[Post]:
    offices, last = _offices_of(sentence, index, group)
    if not offices or office_start(sentence, group) is not None:
        return
    following = _following(sentence, index, last) or _listed(sentence, group)
    following = following or _counted(sentence, group)
    if following:
        for person in following:
            yield from (post(person, office) for office in offices)
        return
    for person in _before(sentence, index):
        yield from (post(person, office) for office in offices)


def _offices_of(
    sentence: Sentence, index: int, group: Noun
) -> tuple[tuple[OfficePhrase, ...], int]:
    """The offices of a group in the singular, and where the phrase ends.

    Members are members of the body named behind them: "members of the Anytown City Council".
    """
    if group.offices:
        return tuple(replace(office, plural=False) for office in group.offices), group.last
    if group.unit_role:
        return (OfficePhrase(group.unit_role, "current", group.first, group.last),), group.last
    if group.unit != _MEMBERS or index + 1 >= len(sentence.nouns):
        return (), group.last
    body = sentence.nouns[index + 1]
    between = [w for w in sentence.folds[group.last : body.first] if w != "the"]
    if between != ["of"] or body.body is None or body.body.kind != "body":
        return (), group.last
    return (
        OfficePhrase("Member", "current", group.first, body.last, organisation=body.name),
    ), body.last


def _following(sentence: Sentence, index: int, last: int) -> list[Noun]:
    """The names that a group introduces: "ministers X and Y", "ministers, including X"."""
    position = next(
        (i for i in range(index + 1, len(sentence.nouns)) if sentence.nouns[i].first >= last), None
    )
    if position is None:
        return []
    person = sentence.nouns[position]
    if person.kind != "person":
        return []
    between = sentence.folds[last : person.first]
    some = [word for word in between if word in SUCH]
    joints = [word for word in between if word not in (*SUCH, "them", "the")]
    names = _run(sentence, position, titled=not between)
    if some:
        return names if joints in ([], [","], [","]) else []
    if not joints:
        return names
    alone = sentence.nouns[index].count == 1  # "one MP, X, was there"
    group = sentence.nouns[index]
    leads = joints == [","] or (joints == ["-"] and group.definite)  # "the mayors – X and Y"
    return names if leads and (len(names) > 1 or alone) else []


def _listed(sentence: Sentence, group: Noun) -> list[Noun]:
    """The names that "are" gives for a group: "the MPs who signed are X and Y"."""
    at = group.last
    if at >= len(sentence.folds) or not opens_clause(sentence, group):
        return []
    while at < len(sentence.folds) and not _lists(sentence, at):
        if sentence.folds[at] in _ENDING or sentence.kinds[at] in _OTHER_VERBS:
            return []
        at += 1
    if at >= len(sentence.folds):
        return []
    return _run(sentence, sentence.noun_at[at + 1], offices=True)


def _counted(sentence: Sentence, group: Noun) -> list[Noun]:
    """The names that spell out the number of a group: "two MPs have signed: X, Y"."""
    if group.count is None or group.last == len(sentence.folds):
        return []
    if sentence.folds[group.last] in AND:
        return []  # of two groups nobody knows who is of which
    return [noun for noun in spelled_names(sentence, group) if noun.kind == "person"]


def _lists(sentence: Sentence, at: int) -> bool:
    """Whether a verb stands there that names follow directly: "are X and Y", "include X"."""
    if sentence.folds[at] not in _LISTING:
        return False
    after = at + 1
    noun = sentence.noun(after)
    return noun is not None and noun.kind == "person"


def _run(
    sentence: Sentence, index: int, *, offices: bool = False, titled: bool = False
) -> list[Noun]:
    """The names joined to the one at ``index``.

    Behind a title in the plural (``titled``) the last may bring its own: "Reps. A, B and Sen. C".
    Without ``offices`` the run ends before a name that brings an office of its own.
    """
    found = [sentence.nouns[index]]
    waiting: list[Noun] = []
    joined = False
    for noun in sentence.nouns[index + 1 :]:
        if noun.kind in ("place", "number") or sentence.folds[noun.first - 1] == "(":
            continue
        joints = gap(sentence, _past_place(sentence, (waiting or found)[-1].last), noun.first)
        if noun.kind != "person" or not joints or not set(joints) <= AND | {",", ";"}:
            break
        if noun.offices and not offices:
            joined = joined or (titled and not AND.isdisjoint(joints))
            break
        waiting.append(noun)
        joined = joined or not AND.isdisjoint(joints)
        if joined and not offices:
            return [*found, *waiting]
    if joined:
        return [*found, *waiting]
    last = (waiting or found)[-1].last
    return [*found, *waiting] if sentence.folds[last:] in ([], ["."]) else found


def _past_place(sentence: Sentence, at: int) -> int:
    """Past where somebody is from: "X of Anytown, Y of Otherton"."""
    where = sentence.noun(at + 1) if sentence.folds[at : at + 1] == ["of"] else None
    return where.last if where is not None and where.kind == "place" else at


def _before(sentence: Sentence, index: int) -> list[Noun]:
    """The names that a group behind them describes: "X and Y, both former ministers"."""
    group = sentence.nouns[index]
    found: list[Noun] = []
    joined = False
    after = group
    for noun in reversed(sentence.nouns[:index]):
        joints = gap(sentence, noun.last, after.first)
        if noun.kind != "person" or not joints:
            break
        if (joints != [","]) if not found else (not set(joints) <= AND | {","}):
            break
        joined = joined or not AND.isdisjoint(joints)
        found.insert(0, noun)
        after = noun
    return found if joined else []
