"""What is named in a sentence: its noun phrases, and the sentence with them."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from kg.lexicon import Body
from kg.model import Comparator, Span
from kg.text import Token
from kg.words.offices import OfficePhrase

NounKind = Literal["person", "organisation", "group", "office", "number", "place", "pronoun"]


_OWNING = ("'s", "'")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase: tokens ``first`` up to, not including, ``last`` of its sentence.

    ``name`` is a person's name without titles, an organisation's canonical name, a place or a
    pronoun. ``offices`` are those that the phrase itself states of the person.
    """

    kind: NounKind
    first: int
    last: int
    name: str = ""
    title: str = ""
    title_keeps: bool = False
    offices: tuple[OfficePhrase, ...] = ()
    count: Decimal | None = None
    comparator: Comparator = "exactly"
    percent: bool = False
    unit: str = ""
    unit_role: str = ""
    body: Body | None = None
    definite: bool = False
    name_first: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of a sentence (or heading, or line), its noun phrases, and the kind of each word.

    ``noun_at[i]`` is the index of the noun phrase that covers token ``i``, or -1; ``kinds[i]`` is
    the function of the word in a clause, or "". ``answers`` are what has been found out about the
    sentence as a whole: see ``kg.words.once``.
    """

    span: Span
    tokens: list[Token]
    folds: list[str]
    nouns: list[Noun]
    noun_at: list[int]
    kinds: list[str]
    answers: dict[object, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def noun(self, index: int) -> Noun | None:
        """The noun phrase that covers token ``index``, if there is one."""
        if not 0 <= index < len(self.noun_at):
            return None
        at = self.noun_at[index]
        return self.nouns[at] if at >= 0 else None

    def places(self, words: Set[str]) -> list[int]:
        """The tokens that are one of the folded ``words``, in most sentences none."""
        if words.isdisjoint(self.folds):
            return []
        return [at for at, word in enumerate(self.folds) if word in words]

    def is_owning(self, index: int) -> bool:
        """Whether the mark of an owner is token ``index``: "'s", or the "'" of a plural."""
        return 0 <= index < len(self.folds) and self.folds[index] in _OWNING

    def text_span(self, first: int, last: int) -> Span:
        """The span in the document of tokens ``first`` up to ``last``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)
