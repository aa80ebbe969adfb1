"""The phrases that stand beside a candidate's name and say who is for whom."""

from __future__ import annotations

from pathlib import Path

from kg.lexicon.types import StancePhrase
from kg.lexicon.words import words
from kg.tables import rows


def stance_openers(folder: Path | None) -> dict[str, tuple[StancePhrase, ...]]:
    """The phrases of ``stance-phrases.tsv`` by the word before the name, the longest first."""
    found: dict[str, list[StancePhrase]] = {}
    for before, after, weight in rows("stance-phrases.tsv", ("before", "after", "weight"), folder):
        opening = tuple(words(before))
        phrase = StancePhrase(opening, tuple(words(after)), weight == "weak")
        found.setdefault(opening[-1], []).append(phrase)
    by_length = {word: sorted(several, key=_told_words) for word, several in found.items()}
    return {word: tuple(several) for word, several in by_length.items()}


def _told_words(phrase: StancePhrase) -> int:
    return -len(phrase.before) - len(phrase.after)
