"""The tables of ``data/reference`` typed, and the look-ups that the reader uses built from them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import cast

from kg.lexicon.constructions import constructions
from kg.lexicon.cues import all_cues, cues, post_verbs
from kg.lexicon.identity import identity_words
from kg.lexicon.known import known_contests, short_names
from kg.lexicon.stances import stance_openers
from kg.lexicon.types import (
    Body,
    DateWord,
    Lexicon,
    Office,
    Title,
    Unit,
)
from kg.lexicon.verbs import Forms, inflections
from kg.lexicon.words import gap_key, words
from kg.model import Comparator
from kg.phrases import PhraseIndex
from kg.tables import forms, rows

_SIDES = frozenset({"for", "against", "none"})
_ORDERS = ("dmy", "mdy")


@lru_cache(maxsize=4)
def load_lexicon(folder: Path | None = None) -> Lexicon:
    """The lexicon of ``folder`` (default: the shipped one).

    Raises ``ResourceError`` with file and line when a table is missing or malformed.
    """
    irregular = {
        cells[0]: Forms(*cells[1:])
        for cells in rows("verb-forms.tsv", ("base", "third", "past", "participle", "ing"), folder)
    }
    content = list(rows("content-words.tsv", ("word", "kind"), folder))
    bids = _column("bid-words.tsv", ("word",), folder)
    dates = [(c[0], c[1], c[2]) for c in rows("date-words.tsv", ("word", "kind", "value"), folder)]
    slates = [(c[0], c[1]) for c in rows("slate-words.tsv", ("word", "kind"), folder)]
    return Lexicon(
        titles=PhraseIndex(_titles(folder)),
        postnominals=_pairs("postnominals.tsv", ("form", "role"), folder),
        parties=PhraseIndex(_bodies("parties.tsv", folder)),
        organisations=PhraseIndex(_bodies("organisations.tsv", folder)),
        organisation_words={
            c[0]: c[2] for c in rows("organisation-words.tsv", ("word", "where", "kind"), folder)
        },
        body_kinds={
            word: frozenset(forms(kinds))
            for word, kinds in rows("body-words.tsv", ("word", "kinds"), folder)
        },
        body_units=_column("body-units.tsv", ("unit",), folder),
        body_tails=PhraseIndex(
            (words(c[0]), c[1]) for c in rows("body-tails.tsv", ("phrase", "name"), folder)
        ),
        body_heads={
            c[0]: frozenset(forms(c[1])) for c in rows("body-heads.tsv", ("word", "links"), folder)
        },
        offices=PhraseIndex(_offices(folder)),
        office_gaps=_office_gaps(folder),
        words_of_offices=frozenset(word for form, _ in _offices(folder) for word in form),
        office_words=_pairs("office-words.tsv", ("word", "kind"), folder),
        units=PhraseIndex(_units(folder)),
        numbers={word: Decimal(value) for word, value, _ in _numbers(folder)},
        multipliers=frozenset(word for word, _, kind in _numbers(folder) if kind == "times"),
        measures=_column("measure-words.tsv", ("word",), folder),
        whole_numbers=PhraseIndex(
            (words(phrase), Decimal(value))
            for phrase, value, kind in _numbers(folder)
            if kind == "whole"
        ),
        tally_words=_told_phrases("tally-words.tsv", ("phrase", "kind"), folder),
        comparators=PhraseIndex(_comparators("before", folder)),
        comparators_behind=PhraseIndex(_comparators("behind", folder)),
        particles=_column("name-words.tsv", ("word", "kind"), folder),
        given_names=_column("given-names.tsv", ("name",), folder),
        short_names=short_names(folder),
        name_genders=_pairs("name-genders.tsv", ("name", "gender"), folder),
        description_words=_pairs("description-words.tsv", ("word", "kind"), folder),
        contest_words=_phrases("contest-words.tsv", folder),
        contests=tuple(known_contests(folder)),
        denials=_phrases("denials.tsv", folder),
        praise=_told_phrases("praise-words.tsv", ("phrase", "kind"), folder),
        stances=_told_phrases("stance-words.tsv", ("phrase", "stance"), folder),
        verdicts=_told_phrases("verdict-words.tsv", ("phrase", "form"), folder),
        joining_words={c[0]: c[1] for c in rows("joining-words.tsv", ("word", "kind"), folder)},
        standing=_phrases("standing-words.tsv", folder),
        earlier=_phrases("time-words.tsv", folder),
        abbreviations=_column("abbreviations.tsv", ("word",), folder),
        author_words=_pairs("author-words.tsv", ("word", "kind"), folder),
        pointer_words=_column("pointer-words.tsv", ("word",), folder),
        furniture_words=_pairs("furniture-words.tsv", ("word", "kind"), folder),
        plain_words=_pairs("plain-words.tsv", ("word", "kind"), folder),
        other_lists=_column("other-lists.tsv", ("word",), folder),
        constructions=constructions(
            rows("constructions.tsv", ("pattern", "frame", "force"), folder),
            {
                "bid": sorted(bids),
                **{
                    name: family.split("/")
                    for name, family in rows("construction-words.tsv", ("name", "words"), folder)
                },
            },
            irregular,
        ),
        stance_openers=stance_openers(folder),
        list_subjects=_told_phrases("list-subjects.tsv", ("phrase", "kind"), folder),
        side_words=_pairs("side-words.tsv", ("word", "kind"), folder),
        slate_words=frozenset(word for word, kind in slates if kind == "after"),
        slate_nouns=frozenset(word for word, kind in slates if kind == "noun"),
        slate_ties=frozenset(word for word, kind in slates if kind == "tie"),
        slate_fields=frozenset(word for word, kind in slates if kind == "field"),
        slate_picks=frozenset(word for word, kind in slates if kind == "pick"),
        slate_makers=frozenset(word for word, kind in slates if kind == "maker"),
        slate_fillers=frozenset(word for word, kind in slates if kind == "filler"),
        slate_verdicts={
            word: kind for word, kind in slates if kind in ("fared", "favour", "against")
        },
        slate_pending={
            word: kind for word, kind in slates if kind in ("asking", "making", "meeting")
        },
        slate_choosing=frozenset(word for word, kind in slates if kind == "choosing"),
        slate_links=frozenset(word for word, kind in slates if kind == "link"),
        holder_words={word: kind for word, kind in slates if kind.endswith("holder")},
        seat_words=frozenset(word for word, kind in slates if kind == "seat"),
        elected_words=frozenset(word for word, kind in slates if kind == "elected"),
        class_words=_pairs("class-words.tsv", ("word", "kind"), folder),
        column_words=_pairs("column-words.tsv", ("word", "kind"), folder),
        bid_words=bids,
        cues=PhraseIndex(cues("cues.tsv", irregular, folder, nouns=False)),
        support_nouns=PhraseIndex(cues("cues.tsv", irregular, folder, nouns=True)),
        candidacy_cues=PhraseIndex(all_cues("candidacy-cues.tsv", irregular, folder)),
        post_verbs=PhraseIndex(post_verbs(irregular, folder)),
        function_words=_told_phrases("function-words.tsv", ("word", "kind"), folder),
        content_words={word: kind for word, kind in content if not kind.startswith("contest")},
        contested=frozenset(word for word, kind in content if kind.startswith("contest")),
        contest_families={
            word: kind.partition("-")[2] for word, kind in content if kind.startswith("contest-")
        },
        regions=_told_phrases("regions.tsv", ("name", "kind"), folder),
        identity=identity_words(folder),
        state_words=_told_phrases("state-words.tsv", ("word", "kind"), folder),
        opposing_verbs={
            form: kind
            for verb, kind in rows("opposing-verbs.tsv", ("verb", "kind"), folder)
            for form, _ in inflections(verb, irregular)
        },
        date_words=PhraseIndex(
            (words(word), DateWord(kind, int(value or 0)))
            for word, kind, value in dates
            if kind not in _ORDERS
        ),
        occasions=_pairs("occasion-words.tsv", ("word", "kind"), folder),
        day_first={word: kind == "dmy" for word, kind, _ in dates if kind in _ORDERS},
        openers=PhraseIndex((phrase, True) for phrase in _openers(folder)),
        vote_sides=PhraseIndex(
            (words(phrase), kind) for phrase, kind in _votes(folder) if kind in _SIDES
        ),
        vote_words={
            kind: frozenset(phrase for phrase, one in _votes(folder) if one == kind)
            for kind in {kind for _, kind in _votes(folder)} - _SIDES
        },
    )


def _votes(folder: Path | None) -> Iterator[list[str]]:
    return rows("vote-words.tsv", ("phrase", "kind"), folder)


def _column(name: str, columns: tuple[str, ...], folder: Path | None) -> frozenset[str]:
    """The first cell of every row."""
    return frozenset(cells[0] for cells in rows(name, columns, folder))


def _pairs(name: str, columns: tuple[str, str], folder: Path | None) -> dict[str, str]:
    """The first cell of every row to its second."""
    return {cells[0]: cells[1] for cells in rows(name, columns, folder)}


def _phrases(name: str, folder: Path | None) -> PhraseIndex[bool]:
    """The phrases of a table of one column."""
    return PhraseIndex((words(cells[0]), True) for cells in rows(name, ("phrase",), folder))


def _told_phrases(name: str, columns: tuple[str, str], folder: Path | None) -> PhraseIndex[str]:
    """The phrases of a table of two columns, each with what the second tells of it."""
    return PhraseIndex((words(phrase), told) for phrase, told in rows(name, columns, folder))


def _titles(folder: Path | None) -> Iterator[tuple[tuple[str, ...], Title]]:
    for form, kind, role, keeps in rows("titles.tsv", ("title", "kind", "role", "keeps"), folder):
        yield words(form), Title(kind, role, keeps == "yes")


def _bodies(name: str, folder: Path | None) -> Iterator[tuple[tuple[str, ...], Body]]:
    if name == "parties.tsv":
        table = [(c[0], c[1], "party", c[2]) for c in rows(name, ("name", "slug", "forms"), folder)]
    else:
        table = [
            (c[0], c[1], c[2], c[3]) for c in rows(name, ("name", "slug", "kind", "forms"), folder)
        ]
    for official, key, kind, other in table:
        for form in (official, *forms(other)):
            yield words(form), Body(official, key, kind)


def _offices(folder: Path | None) -> Iterator[tuple[tuple[str, ...], Office]]:
    for single, plural, label in rows("offices.tsv", ("office", "plural", "label"), folder):
        yield words(single), Office(label, plural=False)
        if plural:
            yield words(plural), Office(label, plural=True)


def _office_gaps(folder: Path | None) -> dict[tuple[str, ...], list[tuple[str, str]]]:
    """The forms of offices with each word left out in turn: the words left out, and the labels."""
    gaps: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for form, office in _offices(folder):
        for at, word in enumerate(form):
            gaps.setdefault(gap_key(form, at), []).append((word, office.label))
    return gaps


def _units(folder: Path | None) -> Iterator[tuple[tuple[str, ...], Unit]]:
    for cell, unit, role in rows("units.tsv", ("forms", "unit", "role"), folder):
        for form in forms(cell):
            yield words(form), Unit(unit, role)


def _numbers(folder: Path | None) -> Iterator[list[str]]:
    return rows("numbers.tsv", ("word", "value", "kind"), folder)


def _comparators(where: str, folder: Path | None) -> Iterator[tuple[tuple[str, ...], Comparator]]:
    for phrase, beside, comparator in rows(
        "comparators.tsv", ("phrase", "where", "comparator"), folder
    ):
        if beside == where:
            yield words(phrase), cast(Comparator, comparator)


def _openers(folder: Path | None) -> Iterator[tuple[str, ...]]:
    """The words in small letters that a noun phrase can begin with, names apart."""
    phrases: tuple[Iterator[tuple[tuple[str, ...], object]], ...] = (
        _offices(folder),
        _units(folder),
        _bodies("parties.tsv", folder),
        _bodies("organisations.tsv", folder),
    )
    for table in phrases:
        yield from (phrase for phrase, _ in table)
    for name, columns in (
        ("comparators.tsv", ("phrase", "where", "comparator")),
        ("numbers.tsv", ("word", "value", "kind")),
        ("office-words.tsv", ("word", "kind")),
        ("function-words.tsv", ("word", "kind")),
    ):
        for cells in rows(name, columns, folder):
            if name != "function-words.tsv" or cells[1] == "pronoun":
                yield words(cells[0])
    yield ("the",)
    for word, kinds in rows("description-words.tsv", ("word", "kind"), folder):
        if "rival" in kinds.split(";"):
            yield from ((own, *gap, word) for own in ("his", "their") for gap in ((), ("*",)))
