"""Which contest an article is about, and which one a sentence speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.contests.choosing import body_of, office_of, weigh
from kg.contests.naming import named_contests
from kg.contests.years import under_way, year_of
from kg.lexicon import KnownContest, Lexicon
from kg.model import Contest, Document
from kg.words.nouns import Sentence

__all__ = ["article_contest", "sentence_contest"]

_UNKNOWN = "contest"
_SURE = 3
_ENOUGH = 2  # one word in passing names no contest, unless one is under way


def article_contest(sentences: Sequence[Sentence], lexicon: Lexicon, document: Document) -> Contest:
    """The contest that the article speaks of most, weighed over all its sentences.

    An article without a word for a contest gives the office "contest". Where no body is known the
    contest is the article's own, since two articles may mean two (see ``Contest.article``).
    """
    published = document.published
    found = weigh(sentences, lexicon)
    office = office_of(found)
    body = body_of(found, office, lexicon) if office else None
    known = under_way(published.as_of(), office, body, lexicon) if published and office else None
    if office is None or (found.offices[office] < _ENOUGH and known is None):
        year = published.year if published else None
        return Contest(_UNKNOWN, None, year, document.key)
    printed = found.years.get(office, Counter())
    year = year_of(found.headed.get(office), printed, known, published)
    called = known.called if known and known.year == year else office
    return Contest(called, body, year, document.key)


def sentence_contest(sentence: Sentence, contest: Contest, lexicon: Lexicon) -> Contest:
    """The contest of one sentence: another one when its words say so and name only that.

    "Last time round" leads to the latest known contest before the article's; when none is known
    the year is left open rather than guessed.
    """
    contest = _own(sentence, contest, lexicon)
    if not lexicon.earlier.found(sentence.folds):
        return contest
    before = _previous(contest, lexicon)
    return replace(contest, year=before.year if before else None)


def _own(sentence: Sentence, contest: Contest, lexicon: Lexicon) -> Contest:
    """The contest that the sentence names beyond doubt, with what the article knows of it.

    Another one is believed if it is for the second post beside the first ("deputy leadership"), or
    for an office of a place: mayor, governor. Words for others go together in one contest.
    """
    spoken = {one.office: one for one in named_contests(sentence, lexicon) if one.weight >= _SURE}
    if len(spoken) != 1:
        return contest
    office = next(
        (k.office for k in lexicon.contests if k.called == contest.office), contest.office
    )
    if office in spoken:
        return contest
    own = next(iter(spoken.values()))
    if own.office.endswith(f" {office}") or office.endswith(f" {own.office}"):
        return replace(contest, office=own.office, body=own.body or contest.body)
    if own.of != "place":
        return contest
    return replace(contest, office=own.office, body=own.body or None)


def _previous(contest: Contest, lexicon: Lexicon) -> KnownContest | None:
    known = [
        k
        for k in lexicon.contests
        if k.body == contest.body
        and contest.office in (k.office, k.called)
        and contest.year is not None
        and k.year < contest.year
    ]
    return max(known, key=lambda k: k.year, default=None)
