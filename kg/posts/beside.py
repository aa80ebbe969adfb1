"""Offices beside names: "Mayor X", "X, mayor of Y and chair of Z", "the chair of Z, X, said"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.frames.clause.clauses import is_predicate
from kg.model import RoleStatus
from kg.posts.model import (
    AND,
    DASHES,
    Post,
    gap,
    is_over,
    is_party_tag,
    is_verbless,
    office_start,
    post,
)
from kg.words.nouns import Noun, Sentence
from kg.words.offices import OfficePhrase

_MORE = AND | {",", "(", ";"}
_LINE_JOINTS = _MORE | DASHES | {")", "/"}
_NOBODY = frozenset(("no", "any", "every", "whichever", "another"))
_APPOINTED = frozenset(("Shadow", "Minister", "Whip", "Opposition", "Cabinet"))
_FINDING = frozenset(("found", "finds", "find", "finding", "got", "gets", "get", "lost", "with"))
_FOUND_REACH = 4
_SAID = 8  # tokens of "the council's first ever independent"
_DESCRIBING = ("determiner", "possessive", "adverb", "", "time", "relation")
_LABELLING = DASHES | {":"}


@dataclass(slots=True)
class _Walk:
    """Where the walk over the noun phrases stands.

    ``waiting`` are offices that no name has claimed yet, ``last`` the last of their phrases;
    ``led`` says that the name before had its office in front: the next office is for the next.
    """

    sentence: Sentence
    labelled: bool
    waiting: list[OfficePhrase] = field(default_factory=list)
    last: Noun | None = None
    holder: Noun | None = None
    led: bool = False


def beside_names(sentence: Sentence) -> Iterator[Post]:
    """The posts that stand beside the names of their holders."""
    walk = _Walk(sentence, is_verbless(sentence))
    for index, noun in enumerate(sentence.nouns):
        start = office_start(sentence, noun)
        if is_party_tag(sentence.folds[noun.first]):
            continue
        if noun.kind == "person" or (noun.kind == "pronoun" and walk.waiting):
            yield from _named(walk, noun)
        elif start is not None and not sentence.is_owning(noun.last):
            yield from _office(walk, index, noun, start)


def _named(walk: _Walk, person: Noun) -> Iterator[Post]:
    """The posts of a person by the phrase itself and by the offices that wait before it."""
    if walk.labelled and walk.holder is not None and _is_seat(walk, walk.holder, person):
        yield from (
            post(walk.holder, replace(office, place=person.name)) for office in person.offices
        )
        return
    yield from (post(person, office) for office in person.offices)
    if walk.sentence.is_owning(person.last):
        return  # whose office it is that comes next: "X, Mr Y's aide"
    walk.led = False
    if walk.waiting and walk.last is not None and _claims(walk, walk.last, person):
        label = _is_label(walk.sentence, walk.last, person) and _is_elected(walk.waiting)
        if not (label and _names_more(walk.sentence, person)):
            held = (post(person, office) for office in walk.waiting)
            yield from (replace(one, label=label) for one in held)
            walk.led = True
    walk.waiting, walk.last = [], None
    walk.holder = walk.last = person


def _is_seat(walk: _Walk, holder: Noun, person: Noun) -> bool:
    """Whether a line's second "name" is the first one's seat: "X, MLA North Hill"."""
    if holder.offices or walk.last is not holder or holder is not walk.sentence.nouns[0]:
        return False
    if person.title or len(person.offices) != 1 or not person.offices[0].label.isupper():
        return False
    return gap(walk.sentence, holder.last, person.first) == [","]


def _claims(walk: _Walk, before: Noun, person: Noun) -> bool:
    """Whether the offices that end in ``before`` belong to the name that follows."""
    if before.kind == "person":
        return False
    joints = gap(walk.sentence, before.last, person.first)
    if joints is None:
        return _is_found_in(walk.sentence, walk.waiting[0].first, before, person)
    fused = bool(person.offices) and person.offices[0].first == person.first
    if not joints:
        return any(office.complement for office in before.offices)
    if fused and set(joints) <= AND:
        return True
    if walk.labelled and len(joints) == 1 and joints[0] in _LABELLING:
        return True
    if joints == ["]"]:
        return True
    if joints == ["-"] and walk.sentence.folds[person.last : person.last + 1] == ["-"]:
        return True  # "the leader - at present X - said"
    return joints == [","] and _is_set_off(walk.sentence, walk.waiting[0].first, person)


def _is_found_in(sentence: Sentence, first: int, office: Noun, person: Noun) -> bool:
    """Whether somebody is who there is for an office: "it has a former leader in X"."""
    found = sentence.folds[office.last : person.first] == ["in"] and not office.offices[0].place
    had = any(
        sentence.kinds[at] == "have" or sentence.folds[at] in _FINDING
        for at in range(max(0, first - _FOUND_REACH), first)
    )
    return found and had and sentence.folds[max(0, first - 1) : first] in (["a"], ["an"])


def _is_label(sentence: Sentence, office: Noun, person: Noun) -> bool:
    """Whether a colon or dash parts the office from the name behind it: "Mayor: X"."""
    marks = _LABELLING.intersection(sentence.folds[office.last : person.first])
    after = sentence.folds[person.last : person.last + 1]
    return bool(marks) and not (marks <= DASHES and after and after[0] in DASHES)


def _is_elected(offices: list[OfficePhrase]) -> bool:
    """Whether people stand for an office, as none stands for a minister's or a whip's."""
    return not any(_APPOINTED & set(office.label.split()) for office in offices)


def _names_more(sentence: Sentence, person: Noun) -> bool:
    """Whether more names follow the one labelled: then they stand for the office."""
    at = sentence.noun_at[person.first] + 1
    after = sentence.nouns[at] if at < len(sentence.nouns) else None
    if after is None or after.kind != "person" or after.offices:
        return False
    joints = gap(sentence, person.last, after.first)
    return bool(joints) and set(joints or ()) <= AND | {",", "/"}


def _is_set_off(sentence: Sentence, first: int, person: Noun) -> bool:
    """Whether a name behind a comma says who holds the office before it.

    When a verb follows the name directly, the office must open the sentence: "A former mayor, X
    said"; "told the mayor, X said" is something else.
    """
    if first and sentence.folds[first - 1] in _NOBODY:
        return False
    if sentence.folds[person.last : person.last + 1] == ["as"]:
        return False  # "A as mayor, B as sheriff"
    verb = person.last
    while sentence.folds[verb : verb + 1] and _is_manner(sentence, verb):
        verb += 1
    if not is_predicate(sentence, verb):
        return True
    if sentence.folds[person.last + 1 : person.last + 2] == [","]:
        return False  # "the governor, X said, was wrong"
    if sentence.folds[max(0, first - 2) : first + 1] == ["as", "a", "leader"]:
        return False  # "as a leader, X has stood out"
    return all(
        sentence.kinds[at] in ("determiner", "adverb") or sentence.folds[at] in ("as", '"')
        for at in range(first)
        if sentence.noun(at) is None or at >= first
    )


def _is_manner(sentence: Sentence, at: int) -> bool:
    """Whether the word says only how or when: "clearly", "now"."""
    return sentence.kinds[at] in ("adverb", "time") or sentence.folds[at].endswith("ly")


def _office(walk: _Walk, index: int, noun: Noun, start: int) -> Iterator[Post]:
    """The posts of the person before the office, or none: then the office waits for a name."""
    joints = None
    if walk.last is not None:
        joints = gap(walk.sentence, walk.last.last, start, bodies=walk.labelled)
    if walk.holder is not None and joints is not None and _belongs(walk, index, noun, joints):
        over = walk.last is not None and is_over(walk.sentence, walk.last.last, start)
        status: RoleStatus | None = "former" if over else None
        yield from (post(walk.holder, office, status) for office in noun.offices)
        walk.last = noun
        return
    if _is_said(walk.sentence, start):
        walk.waiting, walk.last, walk.holder = [], noun, None
        return
    if not walk.waiting or joints is None or not set(joints) <= AND | {","}:
        walk.waiting = []
    walk.waiting = [*walk.waiting, *(replace(office, plural=False) for office in noun.offices)]
    walk.last, walk.holder = noun, None


def _is_said(sentence: Sentence, start: int) -> bool:
    """Whether the office is what somebody would be: "X would be its first mayor, Z its second"."""
    at = start - 1
    while at > 0 and start - at < _SAID and sentence.kinds[at] in _DESCRIBING:
        at -= 1
    would = sentence.folds[at - 1 : at + 1] in (["would", "be"], ["could", "be"], ["may", "be"])
    subject = sentence.noun(at - 2) if would and at > 1 else None
    return subject is not None and subject.kind in ("person", "pronoun")


def _belongs(walk: _Walk, index: int, noun: Noun, joints: list[str]) -> bool:
    """Whether the office is said of the person before it."""
    first = walk.last is walk.holder
    definite = walk.sentence.folds[noun.first - 1] == "the"
    if first and not _opens(walk, joints, definite=definite):
        return False
    if joints == [","] and walk.sentence.kinds[noun.last : noun.last + 1] == ["speech"]:
        return False  # "will back X, an aide said"
    if not first and not set(joints) <= (_LINE_JOINTS if walk.labelled else _MORE):
        return False
    parted = "," in joints and not AND.isdisjoint(joints)
    if parted and definite:
        return False
    return not _introduces(walk.sentence, index, noun, led=walk.led or parted)


def _opens(walk: _Walk, joints: list[str], *, definite: bool) -> bool:
    """Whether the marks between a name and the first office behind it set the office off."""
    if not joints:
        return walk.labelled
    if joints == [")"] or "as" in joints:
        return False
    if joints[0] in AND:
        return _has_letters(walk.holder) and "," not in joints and not definite
    if not AND.isdisjoint(joints):
        return False
    return ":" not in joints or walk.labelled


def _has_letters(holder: Noun | None) -> bool:
    """Whether an office stands behind the name, so that another may join it: "X MP and chair"."""
    return bool(holder and holder.offices and holder.offices[-1].first > holder.name_first)


def _introduces(sentence: Sentence, index: int, noun: Noun, *, led: bool) -> bool:
    """Whether the office belongs to a name behind it: "chair and MP X"; "the chair, X"."""
    after = sentence.nouns[index + 1] if index + 1 < len(sentence.nouns) else None
    if after is None or after.kind != "person":
        return False
    joints = gap(sentence, noun.last, after.first)
    if led and joints == [","]:
        return True
    fused = bool(after.offices) and after.offices[0].first == after.first
    return fused and joints is not None and len(joints) == 1 and joints[0] in AND
