"""The type of a post, and how the words between two noun phrases are read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.frames.clause.clauses import VERBAL
from kg.model import RoleStatus
from kg.words.nouns import Noun, Sentence
from kg.words.offices import OfficePhrase

JOINTS = frozenset(
    (",", "and", "&", "(", ")", "[", "]", "-", "–", "—", ":", "/", ";", "plus", "as")
)
DASHES = frozenset(("-", "–", "—"))
AND = frozenset(("and", "&", "plus"))
_PASSED = frozenset(
    (
        *("also", "both", "currently", "now", "at", "present", "'s", "'", "long", "still"),
        *("newly", "elected", "re-elected", "then", "first", "himself", "herself"),
        *("twice", "fellow", "incoming", "outgoing", "sometime", "again", "recently"),
        *("once", "formerly", "previously"),
    )
)
_LEADING = frozenset(("'s", "first"))
_FORMERLY = frozenset(("once", "formerly", "previously", "sometime", "until", "till"))
_PLACING = frozenset(("of", "from", "in", "for"))
_TIMING = frozenset(("on", "in", "at", "from", "since", "until", "for", "by"))
_TIMES = frozenset(
    ("time", "day", "recently", "lately", "today", "yesterday", "years", "year", "month", "week")
)
_TIMED = ("time", "month")
_REACH = 3
_YEAR = 4


@dataclass(frozen=True, slots=True)
class Post:
    """An office said of ``holder``; tokens ``first`` up to ``last`` of the sentence say it.

    ``others`` share the clause and are not the holder: "they made her chair" is not of them.
    ``label`` says that the office labels the name, "Mayor: X", which candidates' names may be too.
    """

    holder: Noun
    office: OfficePhrase
    first: int
    last: int
    others: tuple[Noun, ...] = ()
    label: bool = False


def post(
    holder: Noun,
    office: OfficePhrase,
    status: RoleStatus | None = None,
    others: tuple[Noun, ...] = (),
) -> Post:
    """The post with the extent of both phrases; a ``status`` given overrides a current one."""
    if status is not None and office.status == "current":
        office = replace(office, status=status)
    return Post(
        holder, office, min(holder.first, office.first), max(holder.last, office.last), others
    )


def gap(sentence: Sentence, start: int, end: int, *, bodies: bool = False) -> list[str] | None:
    """The joints between two phrases; None when words stand there that do not just join.

    Articles, an age, a time or place set beside a name, and whose office it is ("her husband's")
    are passed over; so are ``bodies`` where a line prints them before the office.
    """
    joints: list[str] = []
    at = start
    while at < end:
        noun = sentence.noun(at)
        if noun is None and _is_year(sentence, at):
            at += 1
            continue
        if noun is not None:
            if noun.last >= end or not (_is_aside(sentence, noun) or _is_body(noun, bodies)):
                return None
            at = noun.last
            continue
        closing = _closing(sentence, at, end)
        if closing:
            at = closing
            continue
        timed = _past_time(sentence, at, end)
        if timed > at:
            at = timed
            continue
        if sentence.folds[at] in JOINTS:
            joints.append(sentence.folds[at])
        elif not (_passes(sentence, at) or (at + 1 == end and is_adjective(sentence, at))):
            passed = past_owner(sentence, at, end)
            if not passed:
                return None
            at = passed
            continue
        at += 1
    return joints


def is_over(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words between two phrases say that it is no longer so: "X, once the chair"."""
    return not _FORMERLY.isdisjoint(sentence.folds[start:end])


def _is_year(sentence: Sentence, at: int) -> bool:
    """Whether a year, or the dash between two, stands there: "MP for X, 2005 - 2015, and"."""
    word, before = sentence.folds[at], sentence.folds[at - 1]
    if word in DASHES:
        return (
            before.isdigit()
            and sentence.folds[at + 1 : at + 2] != []
            and (sentence.folds[at + 1][0].isdigit())
        )
    years = len(word) == _YEAR and word.isdigit()
    return years or (before in DASHES and word.isdigit())


def _closing(sentence: Sentence, at: int, end: int) -> int:
    """Past a bracket that holds no office, "(Party, Place)"; 0 when there is none at ``at``."""
    if sentence.folds[at] != "(":
        return 0
    for index in range(at + 1, end):
        noun = sentence.noun(index)
        if noun is not None and noun.offices:
            return 0
        if sentence.folds[index] == ")":
            return index + 1
    return 0


def _is_body(noun: Noun, bodies: bool) -> bool:
    return bodies and noun.kind == "organisation"


def _is_aside(sentence: Sentence, noun: Noun) -> bool:
    owner = sentence.is_owning(noun.last)
    return owner or noun.kind in ("number", "place")


def _passes(sentence: Sentence, at: int) -> bool:
    if sentence.kinds[at] in ("determiner", "possessive") or sentence.folds[at] in _PASSED:
        return True
    if is_party_tag(sentence.folds[at]) or is_party_tag(sentence.folds[at - 1]):
        return sentence.folds[at] == "." or is_party_tag(sentence.folds[at])
    the = sentence.kinds[at + 1 : at + 2] == ["determiner"]
    after = sentence.noun(at + 1 + the)
    return sentence.folds[at] in _PLACING and after is not None and after.kind == "place"


def is_adjective(sentence: Sentence, at: int) -> bool:
    """Whether a word describes the holder, between the article and the office: "the banned"."""
    plain = not sentence.kinds[at] and sentence.folds[at].replace("-", "").isalpha()
    led = sentence.kinds[at - 1] == "determiner" or sentence.folds[at - 1] in _LEADING
    return plain and led and sentence.tokens[at].text.islower()


def past_owner(sentence: Sentence, at: int, end: int) -> int:
    """Past whose office it is, in small letters: "the youth league's"; 0 when nobody's."""
    for index in range(at, min(end, at + _REACH, len(sentence.folds))):
        if sentence.is_owning(index):
            return index + 1 if index > at else 0
        if sentence.kinds[index] or not sentence.tokens[index].text.islower():
            return 0
    return 0


def is_party_tag(word: str) -> bool:
    """Whether the word is a party's letter with a state, "D-Ohio", set beside a name."""
    return word[1:2] == "-" and len(word) > _REACH and word[0].isalpha()


def _past_time(sentence: Sentence, at: int, end: int) -> int:
    """Past "until recently", "on 10 May", "in her time"; ``at`` when no time stands there."""
    if sentence.folds[at] not in _TIMING:
        return at
    last = at
    for index in range(at + 1, min(end, at + 1 + _REACH)):
        word = sentence.folds[index]
        dated = word == "may" and sentence.folds[index - 1].isdigit()
        if dated or word in _TIMES or word[0].isdigit() or sentence.kinds[index] in _TIMED:
            last = index + 1
        elif _is_number(sentence, index):
            continue  # "for ten years"
        elif sentence.kinds[index] not in ("determiner", "possessive") and word != "one":
            break
    return last


def _is_number(sentence: Sentence, at: int) -> bool:
    noun = sentence.noun(at)
    return noun is not None and noun.kind == "number"


def office_start(sentence: Sentence, noun: Noun) -> int | None:
    """Where a phrase for one office begins, "one of the MPs for X" included; None for others."""
    if noun.kind == "office":
        return noun.first
    if not noun.offices or noun.kind != "group":
        return None
    if noun.count == 1:
        return noun.first
    at = noun.first - 1
    if sentence.is_owning(at):  # "one of the union's vice presidents"
        owner = sentence.noun(at - 1)
        at = owner.first - 1 if owner is not None else at - 2
    while at > 0 and (sentence.kinds[at] == "determiner" or sentence.folds[at] == "of"):
        at -= 1
    number = sentence.noun(at) if 0 <= at < noun.first - 1 else None
    return number.first if number is not None and number.count == 1 else None


def is_verbless(sentence: Sentence) -> bool:
    """Whether the line has no verb that the reader knows: a label and what it labels."""
    return VERBAL.isdisjoint(sentence.kinds)


def joined_offices(sentence: Sentence, first: Noun) -> list[OfficePhrase]:
    """The offices of a phrase and of those joined to it: "mayor of X and chair of Y"."""
    found = list(first.offices)
    last = first
    for noun in sentence.nouns[sentence.noun_at[first.first] + 1 :]:
        joints = gap(sentence, last.last, noun.first) if noun.kind == "office" else None
        if not joints or not set(joints) <= AND | {",", "as"}:
            break
        found.extend(noun.offices)
        last = noun
    return found


def fronted(sentence: Sentence, office: Noun) -> Noun | None:
    """Whom a clause before the name is about: "When he was mayor, X built roads"."""
    if sentence.folds[office.last : office.last + 1] != [","]:
        return None
    person = sentence.noun(office.last + 1)
    return person if person is not None and person.kind == "person" else None
