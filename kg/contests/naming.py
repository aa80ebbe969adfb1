"""What a sentence says of contests: which office, whose, in which year, and how surely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.lexicon import ContestPhrase, Lexicon, folded
from kg.words.nouns import Noun, Sentence
from kg.words.offices import OfficePhrase
from kg.words.once import once_knowing

_YEAR = re.compile(r"(?:19|20)\d\d$")
_LEADERSHIP = "leadership"
_UNION_POST = "general secretary"  # what a union calls its leader
_COUNCIL_POST = "council leader"
_BOUND = 2  # how much surer a phrase is that says whose the contest is
_TO_LEAD = frozenset(("lead",))
_SOUGHT = frozenset(("for", "be", "become", "becoming", "next", "permanent"))
_SUCCEEDING = frozenset(
    ("succeed", "replace", "follow", "elected", "elect", "race", "contest", "running", "standing")
)


class Named(NamedTuple):
    """A contest as one phrase names it; ``body`` and ``year`` only where the phrase has them."""

    office: str
    of: str
    body: str
    year: int | None
    weight: int


@once_knowing
def named_contests(sentence: Sentence, lexicon: Lexicon) -> tuple[Named, ...]:
    """Every contest that the words of the sentence name, in their order."""
    return tuple(_named(sentence, lexicon))


def _named(sentence: Sentence, lexicon: Lexicon) -> Iterator[Named]:
    phrases = dict(_phrases(sentence, lexicon))
    for noun in sentence.nouns:
        if noun.kind == "office":
            yield from _by_office(sentence, noun, phrases, lexicon)
    yield from phrases.values()
    for at in sentence.places(_TO_LEAD):
        yield from _to_lead(sentence, at, lexicon)


def _phrases(sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[int, Named]]:
    """The phrases for contests, each by its last token; of those that overlap the first."""
    end = 0
    for index, match in lexicon.identity.contest_phrases.found(sentence.folds):
        if index >= end:
            end = index + match.length
            yield end - 1, _by_phrase(sentence, index, end, match.value, lexicon)


def held_offices(sentence: Sentence, lexicon: Lexicon) -> Iterator[Named]:
    """The offices that people of the sentence hold, of those that are contested, with the body.

    They say nothing of a contest, but whose the office is of which another phrase speaks.
    """
    for noun in sentence.nouns:
        for office in noun.offices if noun.kind == "person" else ():
            known = _contested(office.label, lexicon)
            body = _owner(office, known.of, lexicon) if known else ""
            if known and body:
                yield Named(known.office, known.of, body, None, 1)


def canonical(name: str, lexicon: Lexicon) -> str:
    """The name of a known body, whichever form is printed; "" if the words are common ones."""
    words = folded(name)
    if not words:
        return ""
    known = lexicon.parties.whole(words) or lexicon.organisations.whole(words)
    if known:
        return known.name
    opens = lexicon.organisations.at(words, 0)
    if opens and opens.value.kind == "union":
        return opens.value.name
    return "" if all(_is_common(word, lexicon) for word in words) else name


def _is_common(word: str, lexicon: Lexicon) -> bool:
    """Whether a word tells no body from another: "the Council", "the Senate"."""
    kinds = lexicon.organisation_words
    return (
        word in lexicon.identity.common or word in lexicon.body_kinds or kinds.get(word) == "body"
    )


def _contested(label: str, lexicon: Lexicon) -> ContestPhrase | None:
    """What is contested when somebody is to hold the office ``label``."""
    words = label.lower().split()
    ends = (" ".join(words[at:]) for at in range(len(words)))
    offices = lexicon.identity.contest_offices
    return next((offices[end] for end in ends if end in offices), None)


def _owner(office: OfficePhrase, of: str, lexicon: Lexicon) -> str:
    """Whose office it is, if a contest of the kind ``of`` can be theirs."""
    if of == "place":
        return canonical(office.place or office.organisation, lexicon)
    if of == "party" and office.organisation:
        words = folded(office.organisation)
        known = lexicon.organisations.whole(words)
        last = lexicon.organisation_words.get(words[-1], "party")
        public = (known and known.kind != "union") or last not in ("party", "union")
        return "" if public else canonical(office.organisation, lexicon)
    both = office.organisation or office.place
    return canonical(both, lexicon) if of in ("body", "any") else ""


def _by_phrase(
    sentence: Sentence, first: int, last: int, phrase: ContestPhrase, lexicon: Lexicon
) -> Named:
    noun = _owner_before(sentence, first) or _owner_behind(sentence, last)
    body = canonical(noun.name, lexicon) if noun and _fits(noun, phrase.of) else ""
    start = min(first, noun.first) if noun and body else first
    year = _year_beside(sentence, start, max(last, noun.last) if noun and body else last)
    office = phrase.office
    if noun and body and _is_union(noun) and office == _LEADERSHIP:
        office = _UNION_POST
    return Named(office, phrase.of, body, year, phrase.weight + (_BOUND if body else 0))


def _by_office(
    sentence: Sentence, noun: Noun, phrases: dict[int, Named], lexicon: Lexicon
) -> Iterator[Named]:
    """An office that nobody of the phrase holds: "for mayor of X", "the next X leader".

    Where it is part of one of ``phrases``, it only tells that phrase, in place, whose office it is.
    """
    for office in noun.offices:
        known = _contested(office.label, lexicon)
        sought = _sought(sentence, noun) if known and not office.plural else 0
        if known is None or not sought or office.status == "former":
            continue
        if known.office == _LEADERSHIP and "council" in folded(office.organisation)[-1:]:
            known = lexicon.identity.contest_offices[_COUNCIL_POST]
        body = _owner(office, known.of, lexicon) if sought > 1 else ""
        year = _year_beside(sentence, noun.first, noun.last)
        inside = next((at for at in phrases if noun.first <= at < noun.last), None)
        if inside is None:
            yield Named(known.office, known.of, body, year, sought + _BOUND * bool(body))
        elif body and not phrases[inside].body:
            phrase = phrases[inside]
            phrases[inside] = phrase._replace(body=body, weight=phrase.weight + _BOUND)


def _sought(sentence: Sentence, noun: Noun) -> int:
    """How surely the words say that somebody is to hold the office, 0 to 2: "the next X"."""
    before = sentence.folds[max(0, noun.first - 1) : noun.first + 2]
    if not _SOUGHT.isdisjoint(before):
        return 2
    contested = not _SUCCEEDING.isdisjoint(sentence.folds)
    return (2 if before[0] == "as" else 1) if contested else 0


def _to_lead(sentence: Sentence, at: int, lexicon: Lexicon) -> Iterator[Named]:
    """The leadership of who is "to lead the X party", or the first post of a union."""
    behind = at + 1
    if sentence.folds[behind : behind + 1] == ["the"]:
        behind += sentence.noun_at[behind] < 0
    noun = sentence.noun(behind)
    if noun and noun.kind == "place" and sentence.folds[noun.last : noun.last + 1] == ["'s"]:
        noun = sentence.noun(noun.last + 1)
    if noun is None or noun.kind != "organisation":
        return
    office = _UNION_POST if _is_union(noun) else _LEADERSHIP
    if _fits(noun, "party"):
        yield Named(office, "party", canonical(noun.name, lexicon), None, 2 + _BOUND)


def _owner_before(sentence: Sentence, first: int) -> Noun | None:
    """The noun phrase that ends where the phrase begins, a year or a genitive between apart."""
    at = first - 1
    while at >= 0 and sentence.noun_at[at] < 0 and _may_stand_between(sentence.folds[at]):
        at -= 1
    noun = sentence.noun(at)
    return noun if noun and noun.last <= first else None


def _may_stand_between(word: str) -> bool:
    return word in ("'s", "'", "party") or bool(_YEAR.match(word))


def _owner_behind(sentence: Sentence, last: int) -> Noun | None:
    """The noun phrase behind the phrase and "of": "leadership of the X party"."""
    if sentence.folds[last : last + 1] != ["of"]:
        return None
    return sentence.noun(last + 1) or sentence.noun(last + 2)


def _fits(noun: Noun, of: str) -> bool:
    """Whether a contest of the kind ``of`` can be that of the noun phrase."""
    if noun.kind == "place":
        return of in ("place", "any", "country")
    if noun.kind != "organisation":
        return False
    public = noun.body is not None and noun.body.kind in ("media", "programme", "body")
    return of in ("party", "body", "any") and not public


def _is_union(noun: Noun) -> bool:
    return noun.body is not None and noun.body.kind == "union"


def _year_beside(sentence: Sentence, first: int, last: int) -> int | None:
    """The year printed right before or behind a phrase, or inside it: "the 2016 X election"."""
    folds = sentence.folds
    behind = last + 1 if folds[last : last + 1] in (["in"], ["of"], ["for"], [","]) else last
    words = [*folds[first:last], *folds[max(0, first - 1) : first], *folds[behind : behind + 1]]
    return next((int(word) for word in words if _YEAR.match(word)), None)
