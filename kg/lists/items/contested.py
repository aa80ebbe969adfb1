"""Words that name what may be contested: an office, a body, a district, a region."""

from __future__ import annotations

from kg.lists.items.seats import is_seat
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.items import Segment
from kg.model import Span
from kg.text import Token, tokenise

_MOST_SEAT = 12
_SEAT_ENDS = frozenset((":", "*"))
_LINKS = frozenset(("of", "for", "and", "&", "the", "in", "at", "to", "on", "-", ",", "/", "."))


def is_contested(where: Span, knowledge: Knowledge) -> bool:
    """Whether the words name what may be contested: an office, a body, a district, a region."""
    tokens = _without_bracket(tuple(tokenise(knowledge.text, where)))
    while tokens and tokens[-1].text in _SEAT_ENDS:
        tokens = tokens[:-1]
    if not 0 < len(tokens) <= _MOST_SEAT or not (
        tokens[0].text[0].isupper() or tokens[0].text[0].isdigit()
    ):
        return False
    if any(_is_told(token, knowledge) for token in tokens):
        return False
    if is_seat(Segment(where, tokens), knowledge):
        return True
    looked = knowledge.look(tokens)
    return any(token.text[0].isalpha() for token in tokens) and all(
        token.fold in _LINKS
        or token.text.isdigit()
        or token.fold in looked.lexicon.contested
        or token.fold in looked.lexicon.class_words
        or token.fold in looked.lexicon.seat_words
        or token.fold in looked.lexicon.regions
        or looked.lexicon.offices.at(looked.folds, at) is not None
        or all(looked.lexicon.offices.whole((part,)) for part in token.fold.split("-"))
        for at, token in enumerate(looked.tokens)
    )


def _without_bracket(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words before a bracket that ends them: "City Council (vote for two)"."""
    opens = next((at for at, token in enumerate(tokens) if token.text == "("), 0)
    return tokens[:opens] if opens and tokens[-1].text == ")" else tokens


def _is_told(token: Token, knowledge: Knowledge) -> bool:
    """Whether a word belongs to a sentence or to a heading of a slate, and to no seat's name."""
    lexicon = knowledge.lexicon
    if token.text in ".!?" or token.fold in lexicon.slate_nouns:
        return token.text != "."
    small = token.text[0].islower() and token.fold not in _LINKS
    return small and (token.fold in lexicon.function_words or token.fold in lexicon.cues)
