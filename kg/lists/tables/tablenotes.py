"""What the notes of a table's row say of its endorser: "Backed X in 2005. Against a Y win."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.lists.segments.fields import Knowledge
from kg.lists.slates.slatenames import names_in
from kg.model import Mention, Polarity, Span
from kg.text import Token, sentences, tokenise

_SKIPPED = frozenset(("previously", "also", "earlier", "had", "formerly", "the", "it", "paper"))
_DENYING = frozenset(("not", "no", "never", "neither", "if", "would", "but", "only"))
_VOTING = frozenset(("vote", "voting", "votes"))


@dataclass(frozen=True, slots=True)
class Noted:
    """Whom the endorser of the row backed or opposes, as a note says."""

    candidate: Mention
    polarity: Polarity
    earlier: bool


def read_notes(cell: Span, knowledge: Knowledge) -> Iterator[Noted]:
    """The stances that the sentences of a note state; their subject is who the row is about."""
    for span in sentences(knowledge.text, cell, knowledge.lexicon.abbreviations):
        tokens = tokenise(knowledge.text, span)
        folds = [token.fold for token in tokens]
        if _DENYING.isdisjoint(folds):
            yield from _backed(tokens, folds, knowledge)
            yield from _voted_against(tokens, folds, knowledge)


def _backed(tokens: list[Token], folds: list[str], knowledge: Knowledge) -> Iterator[Noted]:
    """Whom the endorser backed, if a verb of support in the past opens the note."""
    at = 0
    while at < len(folds) and folds[at] in _SKIPPED:
        at += 1
    cue = knowledge.lexicon.cues.at(folds, at) if at < len(folds) else None
    if cue is None or cue.value.frame != "act" or cue.value.form not in ("past", "participle"):
        return
    candidate = _candidate(tokens, folds, at + cue.length, knowledge)
    if candidate is not None:
        yield Noted(candidate, "supports", earlier=True)


def _voted_against(tokens: list[Token], folds: list[str], knowledge: Knowledge) -> Iterator[Noted]:
    """Whom readers were told to vote against, tactically or not."""
    for at, word in enumerate(folds):
        if word == "against" and not _VOTING.isdisjoint(folds[max(0, at - 3) : at]):
            candidate = _candidate(tokens, folds, at + 1, knowledge)
            if candidate is not None:
                yield Noted(candidate, "opposes", earlier=False)


def _candidate(
    tokens: list[Token], folds: list[str], at: int, knowledge: Knowledge
) -> Mention | None:
    """The party or the person whom the words at token ``at`` name."""
    at += folds[at : at + 1] == ["the"]
    if at >= len(tokens):
        return None
    party = knowledge.lexicon.parties.at(folds, at)
    if party is not None:
        words = tokens[at : at + party.length]
        return Mention("organisation", " ".join(token.text for token in words))
    people = names_in(Span(tokens[at].start, tokens[-1].end), knowledge)
    sure = people and people[0].sure and people[0].span.start == tokens[at].start
    return Mention("person", people[0].name) if sure else None
