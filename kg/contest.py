"""Which contest an article is about, and which one a sentence speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from kg.lexicon import ContestWord, KnownContest, Lexicon
from kg.model import Contest
from kg.nouns import Sentence
from kg.when import Published

_UNKNOWN = "contest"
Item = TypeVar("Item")


def article_contest(
    sentences: Sequence[Sentence], lexicon: Lexicon, published: Published | None
) -> Contest:
    """The contest that the article speaks of most; its year from the date and known contests.

    An article without a word for a contest gives the office "contest" and no body.
    """
    offices: Counter[ContestWord] = Counter()
    bodies: Counter[str] = Counter()
    for sentence in sentences:
        found = _contest_words(sentence, lexicon)
        offices.update(found)
        weight = 3 if found else 1
        for noun in sentence.nouns:
            if noun.body and noun.body.kind == "party":
                bodies[noun.body.name] += weight
            for office in noun.offices:
                if office.organisation:
                    bodies[office.organisation] += 1
        for name in _party_words(sentence, lexicon):
            bodies[name] += weight
    if not offices:
        return Contest(_UNKNOWN, None, published.year if published else None)
    word = _most(offices)
    body = _most(bodies) if word.body == "party" and bodies else None
    return Contest(word.office, body, _year(word.office, body, lexicon, published))


def _party_words(sentence: Sentence, lexicon: Lexicon) -> list[str]:
    """Parties named inside other noun phrases: "230 Labour councillors"."""
    found = []
    for noun in sentence.nouns:
        if noun.kind != "group":
            continue
        for index in range(noun.first, noun.last):
            party = lexicon.parties.at(sentence.folds, index)
            if party:
                found.append(party.value.name)
    return found


def _most(counter: Counter[Item]) -> Item:
    return min(counter.items(), key=lambda item: (-item[1], str(item[0])))[0]


def _contest_words(sentence: Sentence, lexicon: Lexicon) -> list[ContestWord]:
    found: list[ContestWord] = []
    end = 0
    for index, match in lexicon.contest_words.found(sentence.folds):
        if index >= end:
            found.append(match.value)
            end = index + match.length
    return found


def _year(
    office: str, body: str | None, lexicon: Lexicon, published: Published | None
) -> int | None:
    if published is None:
        return None
    day = published.as_of()
    for known in lexicon.contests:
        if (known.body, known.office) == (body, office) and known.first <= day <= known.last:
            return known.year
    return published.year


def sentence_contest(sentence: Sentence, contest: Contest, lexicon: Lexicon) -> Contest:
    """The contest of one sentence: an earlier one when the sentence says so.

    "Last time round" leads to the latest known contest before the article's; when none is known
    the year is left open rather than guessed.
    """
    if not any(lexicon.earlier.found(sentence.folds)):
        return contest
    before = _previous(contest, lexicon)
    return Contest(contest.office, contest.body, before.year if before else None)


def _previous(contest: Contest, lexicon: Lexicon) -> KnownContest | None:
    known = [
        k
        for k in lexicon.contests
        if (k.body, k.office) == (contest.body, contest.office)
        and contest.year is not None
        and k.year < contest.year
    ]
    return max(known, key=lambda k: k.year, default=None)
