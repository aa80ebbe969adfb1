"""Dates in text: what the words mean, seen from the article's own date, and what they do not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import document
from kg.articles.sidecar import Sidecar
from kg.dates import calendar
from kg.extract import extract
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.model import Extraction
from kg.text import lines, tokenise
from kg.when import Published

LEXICON = load_lexicon()
GAZETTEER = load_gazetteer()
FRIDAY = Published("2015-07-17")
MONTHS = ("January", "March", "May", "June", "Dec.", "Sept", "August")
DAYS = ("Monday", "Friday", "Sunday", "Tuesday night")

WHENS = st.one_of(
    st.sampled_from(
        ["yesterday", "today", "tomorrow", "last week", "last month", "this year", "next month"]
    ),
    st.builds("on {}".format, st.sampled_from(DAYS)),
    st.builds("on {} {}".format, st.integers(1, 31), st.sampled_from(MONTHS)),
    st.builds("on {} {}, {}".format, st.sampled_from(MONTHS), st.integers(1, 31), st.just(2016)),
    st.builds("in {}".format, st.integers(1990, 2030)),
    st.builds("in {} {}".format, st.sampled_from(MONTHS), st.integers(1990, 2030)),
    st.builds("on {:02}/{:02}/{}".format, st.integers(1, 31), st.integers(1, 31), st.just(2015)),
)
CLAUSES = (
    "Ann Bell MP endorsed Jane Doe {}.",
    "Ann Bell MP {} endorsed Jane Doe.",
    "Ann Bell MP said {} that she was backing Jane Doe.",
    "Ann Bell MP will endorse Jane Doe {}.",
    "Ann Bell MP is expected to endorse Jane Doe {}.",
    "Jane Doe had the support of 12 MPs {}.",
    "Ann Bell MP withdrew her support for Jane Doe {}.",
)
TITLE = "Jane Doe and Rob Smith are standing for the leadership of the Labour Party.\n\n"


def meant(
    words: str, published: Published | None = FRIDAY, *, ahead: bool = False, url: str | None = None
) -> list[str | None]:
    """What the dates in ``words`` mean."""
    text = document("a.txt", words.encode(), sidecar=Sidecar(published=published, url=url))
    read = calendar(text, lines(words), LEXICON)
    return [read.when(spot, ahead=ahead) for spot in read.spots(tokenise(words))]


def extraction(text: str, published: Published | None = FRIDAY) -> Extraction:
    made = document("a.txt", text.encode(), sidecar=Sidecar(published=published))
    return extract(made, LEXICON, GAZETTEER)


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("12 June 2014", "2014-06-12"),
        ("the 12th of June, 2014", "2014-06-12"),
        ("June 12th, 2014", "2014-06-12"),
        ("Dec. 3, 2014", "2014-12-03"),
        ("2014-12-03", "2014-12-03"),
        ("03.12.2014", "2014-12-03"),
        ("13/02/2014", "2014-02-13"),
        ("02/13/2014", "2014-02-13"),
        ("04/04/2014", "2014-04-04"),
        ("12 June", "2015-06-12"),
        ("12 December", "2014-12-12"),
        ("17 July", "2015-07-17"),
        ("June 2014", "2014-06"),
        ("June", "2015-06"),
        ("June last year", "2014-06"),
        ("12 June last year", "2014-06-12"),
        ("2014", "2014"),
        ("Monday", "2015-07-13"),
        ("Friday", "2015-07-17"),
        ("Saturday", "2015-07-11"),
        ("Monday, 6 July", "2015-07-06"),
        ("Saturday (11 July)", "2015-07-11"),
        ("Tuesday night", "2015-07-14"),
        ("yesterday evening", "2015-07-16"),
        ("last night", "2015-07-16"),
        ("this morning", "2015-07-17"),
        ("two days ago", "2015-07-15"),
        ("last month", "2015-06"),
        ("late last year", "2014"),
        ("earlier this year", "2015"),
    ],
)
def test_words_mean_a_day_a_month_or_a_year(words: str, when: str) -> None:
    assert meant(words) == [when]


@pytest.mark.parametrize(
    "words",
    [
        "last week",
        "two weeks ago",
        "Monday last week",
        "next Monday",
        "12-14 June",
        "12 or 13 June",
        "31 June",
        "Monday, 7 July",  # it was a Tuesday
        "03/04/2014",  # in April or in March
        "12 September",  # still to come, and ten months ago
        "July",
        "19 July",
        "12 June 2016",
        "tomorrow",
        "2015",  # of the article's own year, what is contested and not when
    ],
)
def test_what_cannot_be_told_is_no_date(words: str) -> None:
    assert not any(meant(words))


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("Monday", "2015-07-20"),
        ("tomorrow", "2015-07-18"),
        ("12 September", "2015-09-12"),
        ("August", "2015-08"),
        ("next month", "2015-08"),
        ("Friday", None),  # today, or in a week
        ("12 June 2014", None),
        ("yesterday", None),
        ("2016", None),
    ],
)
def test_what_is_expected_lies_ahead(words: str, when: str | None) -> None:
    assert meant(words, ahead=True) == [when]


@pytest.mark.parametrize(
    ("words", "published", "when"),
    [
        ("Monday", None, None),
        ("12 June", None, None),
        ("June", None, None),
        ("yesterday", None, None),
        ("last year", None, None),
        ("12 June 2014", None, "2014-06-12"),
        ("2014", None, "2014"),
        ("Monday", Published("2015-07"), None),
        ("last month", Published("2015-07"), "2015-06"),
        ("29 June", Published("2015-07"), "2015-06-29"),
        ("June", Published("2015"), None),
        ("last year", Published("2015"), "2014"),
        ("Monday", Published("2015-07-17", "inferred"), None),
        ("12 June 2016", Published("2015-07-17", "inferred"), None),
    ],
)
def test_what_is_not_known_of_the_article_is_not_read(
    words: str, published: Published | None, when: str | None
) -> None:
    assert meant(words, published) == [when]


@pytest.mark.parametrize(
    ("words", "url", "last"),
    [
        ("13/02/2014 and 03/04/2014", None, "2014-04-03"),
        ("02/13/2014 and 03/04/2014", None, "2014-03-04"),
        ("13/02/2014, 02/13/2014 and 03/04/2014", None, None),
        ("on 03/04/2014", "https://www.paper.example.uk/news", "2014-04-03"),
        ("on 03/04/2014", "https://paper.us", "2014-03-04"),
        ("on 03/04/2014", "https://paper.example", None),
    ],
)
def test_the_order_of_numbers_is_told_or_left_open(
    words: str, url: str | None, last: str | None
) -> None:
    assert meant(words, url=url)[-1] == last


@given(st.sampled_from(CLAUSES), WHENS, st.dates(date(1991, 1, 1), date(2029, 12, 31)))
def test_only_what_is_expected_has_a_date_to_come(clause: str, words: str, day: date) -> None:
    read = extraction(TITLE + clause.format(words), Published(day.isoformat()))
    for one in (*read.endorsements, *read.claims, *read.candidacies):
        for dated in one.dates:
            today = day.isoformat()[: len(dated.when)]
            expected = one.kind == "endorsement" and one.polarity == "expected"
            assert dated.when >= today if expected else dated.when <= today
            assert read.document.quote(dated.span) in clause.format(words)


@given(st.sampled_from(CLAUSES), WHENS)
def test_without_a_date_of_its_own_an_article_has_no_relative_dates(
    clause: str, words: str
) -> None:
    read = extraction(TITLE + clause.format(words), None)
    for one in (*read.endorsements, *read.claims):
        assert all(dated.when[:4] in words for dated in one.dates)


def test_a_word_of_time_costs_nothing_where_there_is_none() -> None:
    plain = "Ann Bell endorsed Jane Doe because she is right"
    assert meant(plain) == []


def test_two_dates_of_one_endorsement_stand_side_by_side() -> None:
    read = extraction(
        TITLE + "Ann Bell MP endorsed Jane Doe on Monday.\n\n"
        "On 3 July 2015 Ann Bell MP endorsed Jane Doe."
    )
    (one,) = read.endorsements
    assert [dated.when for dated in one.dates] == ["2015-07-13", "2015-07-03"]


def test_days_above_parts_of_an_article_date_what_was_done_under_them() -> None:
    read = extraction(
        TITLE + "Friday 12 June, 10.30am\n\nAnn Bell MP has endorsed Jane Doe.\n\n"
        "Tuesday 16 June, 9am\n\nTom Lee MP backed Rob Smith yesterday.\n\n"
        "Kim Poe MP is a supporter of Jane Doe."
    )
    dates = {one.endorser.name: [dated.when for dated in one.dates] for one in read.endorsements}
    assert dates == {"Ann Bell": ["2015-06-12"], "Tom Lee": ["2015-06-15"], "Kim Poe": []}


def test_the_line_that_says_when_an_article_appeared_dates_nothing() -> None:
    read = extraction(
        "17 July 2015\n\n" + TITLE + "Ann Bell MP endorsed Jane Doe.\n\n14 June 2015\n\nMore news."
    )
    assert [one.dates for one in read.endorsements] == [()]
