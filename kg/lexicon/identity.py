"""Words that help to tell who somebody is, once the reader has found who is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.iris import slug
from kg.lexicon.types import ContestPhrase, IdentityWords
from kg.lexicon.words import words
from kg.phrases import PhraseIndex
from kg.tables import forms, rows

_OFFICE = 2  # an office by itself speaks of a contest less surely than a contest's own words


def identity_words(folder: Path | None) -> IdentityWords:
    """The tables of ``folder``. Raises ``ResourceError`` when one is missing or malformed."""
    return IdentityWords(
        office_tells=PhraseIndex(
            (words(phrase), frozenset(forms(says)))
            for phrase, says in rows("office-tells.tsv", ("words", "says"), folder)
        ),
        region_forms={
            slug(form): name
            for name, cell in rows("region-forms.tsv", ("name", "forms"), folder)
            for form in forms(cell)
        },
        common=frozenset(word for (word,) in rows("common-place-words.tsv", ("word",), folder)),
        contest_phrases=PhraseIndex(
            (words(phrase), ContestPhrase(office, of, int(weight)))
            for phrase, office, of, weight in rows(
                "contest-phrases.tsv", ("phrase", "office", "of", "weight"), folder
            )
        ),
        contest_offices={
            label: ContestPhrase(office, of, _OFFICE)
            for label, office, of in rows("contest-offices.tsv", ("label", "office", "of"), folder)
        },
        party_countries=dict(rows("party-countries.tsv", ("party", "country"), folder)),
        party_forms=dict(rows("party-short-forms.tsv", ("form", "party"), folder)),
        local_tails={tail: party for tail, party, _ in _local_parties(folder)},
        seat_parties={party: seat for _, party, seat in _local_parties(folder) if seat},
    )


def _local_parties(folder: Path | None) -> Iterator[list[str]]:
    return rows("local-party-tails.tsv", ("words", "party", "seat"), folder)
