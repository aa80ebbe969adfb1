"""What kg knows of words: titles, offices, parties, units, cues. All of it is data.

The tables live in ``data/reference``; this module types them and builds the look-ups that the
reader uses. Nothing here names a person, a candidate or an article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, cast

from kg.model import Comparator
from kg.phrases import PhraseIndex
from kg.tables import forms, rows
from kg.text import fold, tokenise
from kg.verbs import Form, Forms, inflections


class Title(NamedTuple):
    """A title before a name; ``role`` is the office it states, ``keeps`` a peer's title."""

    kind: str
    role: str
    keeps: bool


class Body(NamedTuple):
    """A party or other organisation: canonical name, key in IRIs, kind."""

    name: str
    slug: str
    kind: str


class Office(NamedTuple):
    """The head of an office: label in title case, and whether the form is the plural."""

    label: str
    plural: bool


class Unit(NamedTuple):
    """What supporters are counted in, and the office that one of them holds ("" for none)."""

    unit: str
    role: str


class Cue(NamedTuple):
    """A verb or noun that opens a frame, in one of its forms.

    ``force`` is "endorse" for what is said only of those who stand, "choose" for what is said of
    much else, or "".
    """

    frame: str
    form: Form
    lemma: str
    force: str = ""


class ContestWord(NamedTuple):
    """A phrase for a contest: the office, and what kind of body it needs."""

    office: str
    body: str


class KnownContest(NamedTuple):
    """A contest of the past that news may refer back to."""

    body: str
    office: str
    year: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All look-ups of the reader; immutable, shared by every document of a process."""

    titles: PhraseIndex[Title]
    postnominals: dict[str, str]
    parties: PhraseIndex[Body]
    organisations: PhraseIndex[Body]
    organisation_words: dict[str, str]
    offices: PhraseIndex[Office]
    office_gaps: dict[tuple[str, ...], list[tuple[str, str]]]
    office_words: dict[str, str]
    units: PhraseIndex[Unit]
    numbers: dict[str, Decimal]
    comparators: PhraseIndex[Comparator]
    particles: frozenset[str]
    given_names: frozenset[str]
    contest_words: PhraseIndex[ContestWord]
    contests: tuple[KnownContest, ...]
    earlier: PhraseIndex[bool]
    denials: PhraseIndex[bool]
    abbreviations: frozenset[str]
    bid_words: frozenset[str]
    slate_words: frozenset[str]
    pointer_words: frozenset[str]
    cues: PhraseIndex[Cue]
    support_nouns: PhraseIndex[Cue]
    candidacy_cues: PhraseIndex[Cue]
    function_words: PhraseIndex[str]
    content_words: dict[str, str]
    regions: PhraseIndex[str]
    contested: frozenset[str]
    opposing_verbs: dict[str, str]
    openers: frozenset[str]


_NOUN_FRAMES = frozenset(
    {"support", "backer", "list", "own", "between", "role", "against-noun", "leaving"}
)


def words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase as the tokeniser makes them; ``*`` stays itself."""
    return tuple(token.fold for token in tokenise(phrase))


@lru_cache(maxsize=4)
def load_lexicon(folder: Path | None = None) -> Lexicon:
    """The lexicon of ``folder`` (default: the shipped one).

    Raises ``ResourceError`` with file and line when a table is missing or malformed.
    """
    irregular = {
        cells[0]: Forms(*cells[1:])
        for cells in rows("verb-forms.tsv", ("base", "third", "past", "participle", "ing"), folder)
    }
    content = {c[0]: c[1] for c in rows("content-words.tsv", ("word", "kind"), folder)}
    return Lexicon(
        titles=PhraseIndex(_titles(folder)),
        postnominals={c[0]: c[1] for c in rows("postnominals.tsv", ("form", "role"), folder)},
        parties=PhraseIndex(_bodies("parties.tsv", folder)),
        organisations=PhraseIndex(_bodies("organisations.tsv", folder)),
        organisation_words={
            c[0]: c[2] for c in rows("organisation-words.tsv", ("word", "where", "kind"), folder)
        },
        offices=PhraseIndex(_offices(folder)),
        office_gaps=_office_gaps(folder),
        office_words={c[0]: c[1] for c in rows("office-words.tsv", ("word", "kind"), folder)},
        units=PhraseIndex(_units(folder)),
        numbers={
            c[0]: Decimal(c[1]) for c in rows("numbers.tsv", ("word", "value", "about"), folder)
        },
        comparators=PhraseIndex(
            (words(c[0]), cast(Comparator, c[1]))
            for c in rows("comparators.tsv", ("phrase", "comparator"), folder)
        ),
        particles=frozenset(c[0] for c in rows("name-words.tsv", ("word", "kind"), folder)),
        given_names=frozenset(c[0] for c in rows("given-names.tsv", ("name",), folder)),
        contest_words=PhraseIndex(
            (words(c[0]), ContestWord(c[1], c[2]))
            for c in rows("contest-words.tsv", ("phrase", "office", "body"), folder)
        ),
        contests=tuple(_contests(folder)),
        denials=PhraseIndex((words(c[0]), True) for c in rows("denials.tsv", ("phrase",), folder)),
        earlier=PhraseIndex(
            (words(c[0]), True) for c in rows("time-words.tsv", ("phrase",), folder)
        ),
        abbreviations=frozenset(c[0] for c in rows("abbreviations.tsv", ("word",), folder)),
        pointer_words=frozenset(c[0] for c in rows("pointer-words.tsv", ("word",), folder)),
        slate_words=frozenset(c[0] for c in rows("slate-words.tsv", ("word",), folder)),
        bid_words=frozenset(c[0] for c in rows("bid-words.tsv", ("word",), folder)),
        cues=PhraseIndex(_cues("cues.tsv", irregular, folder, nouns=False)),
        support_nouns=PhraseIndex(_cues("cues.tsv", irregular, folder, nouns=True)),
        candidacy_cues=PhraseIndex(_all_cues("candidacy-cues.tsv", irregular, folder)),
        function_words=PhraseIndex(
            (words(c[0]), c[1]) for c in rows("function-words.tsv", ("word", "kind"), folder)
        ),
        content_words={word: kind for word, kind in content.items() if kind != "contest"},
        contested=frozenset(word for word, kind in content.items() if kind == "contest"),
        regions=PhraseIndex(
            (words(c[0]), c[1]) for c in rows("regions.tsv", ("name", "kind"), folder)
        ),
        opposing_verbs={
            form: kind
            for verb, kind in rows("opposing-verbs.tsv", ("verb", "kind"), folder)
            for form, _ in inflections(verb, irregular)
        },
        openers=frozenset(_openers(folder)),
    )


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
    for official, slug, kind, other in table:
        for form in (official, *forms(other)):
            yield words(form), Body(official, slug, kind)


def _offices(folder: Path | None) -> Iterator[tuple[tuple[str, ...], Office]]:
    for single, plural, label in rows("offices.tsv", ("office", "plural", "label"), folder):
        yield words(single), Office(label, plural=False)
        if plural:
            yield words(plural), Office(label, plural=True)


def gap_key(form: tuple[str, ...], at: int) -> tuple[str, ...]:
    """The form without its word at ``at``; an only word leaves its first letter, slips aside."""
    if len(form) == 1:
        return "", form[0][:1]
    return (*form[:at], "", *form[at + 1 :])


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


def _contests(folder: Path | None) -> Iterator[KnownContest]:
    columns = ("body", "office", "year", "from", "to")
    for body, office, year, first, last in rows("contests.tsv", columns, folder):
        yield KnownContest(
            body, office, int(year), date.fromisoformat(first), date.fromisoformat(last)
        )


def _cues(
    name: str, irregular: dict[str, Forms], folder: Path | None, *, nouns: bool
) -> Iterator[tuple[tuple[str, ...], Cue]]:
    for phrase, cue in _all_cues(name, irregular, folder):
        if (cue.frame in _NOUN_FRAMES) is nouns:
            yield phrase, cue


def _all_cues(
    name: str, irregular: dict[str, Forms], folder: Path | None
) -> Iterator[tuple[tuple[str, ...], Cue]]:
    for phrase, frame, force in rows(name, ("cue", "frame", "force"), folder):
        parts = words(phrase)
        if frame in _NOUN_FRAMES:
            yield parts, Cue(frame, "base", phrase)
            continue
        for first, form in inflections(parts[0], irregular):
            yield (first, *parts[1:]), Cue(frame, form, phrase, force)


def _openers(folder: Path | None) -> Iterator[str]:
    """The words in small letters that a noun phrase can begin with, names apart."""
    phrases: tuple[Iterator[tuple[tuple[str, ...], object]], ...] = (
        _offices(folder),
        _units(folder),
        _bodies("parties.tsv", folder),
        _bodies("organisations.tsv", folder),
    )
    for table in phrases:
        for phrase, _ in table:
            yield phrase[0]
    for name, columns in (
        ("comparators.tsv", ("phrase", "comparator")),
        ("numbers.tsv", ("word", "value", "about")),
        ("office-words.tsv", ("word", "kind")),
        ("function-words.tsv", ("word", "kind")),
    ):
        for cells in rows(name, columns, folder):
            if name != "function-words.tsv" or cells[1] == "pronoun":
                yield words(cells[0])[0]
    yield "the"


def is_known(lexicon: Lexicon, word: str) -> bool:
    """Whether a folded word is one that kg knows as something other than a name."""
    return (
        word in lexicon.function_words
        or word in lexicon.office_words
        or word in lexicon.numbers
        or lexicon.units.whole((word,)) is not None
    )


def folded(text: str) -> tuple[str, ...]:
    """The folded words of any text, for look-ups."""
    return words(fold(text))
