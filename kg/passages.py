"""An article cut into what is read: sentences of prose in their paragraphs, and lists apart."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Span
from kg.words.nouns import Sentence


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of prose: which paragraph it stands in, counted from 0, and its quotations.

    ``quoted`` are the stretches inside quotation marks, by the offsets of the document.
    """

    sentence: Sentence
    paragraph: int
    quoted: tuple[Span, ...] = ()

    def in_quotation(self, token: int) -> bool:
        """Whether the token stands inside a quotation."""
        at = self.sentence.tokens[token].start
        return any(span.start <= at < span.end for span in self.quoted)


def clause_span(sentence: Sentence, first: int, last: int) -> Span:
    """The document span of tokens ``first`` to ``last`` and on to the end of their clause.

    Of a clause turned round ("Behind X stand Y") ``first`` may stand after ``last``.
    """
    end = last
    while end < len(sentence.tokens):
        if sentence.folds[end] in _CLAUSE_ENDS or sentence.kinds[end] in ("contrast", "and"):
            break
        end += 1
    return sentence.text_span(min(first, last), max(end, last, first + 1))


_CLAUSE_ENDS = frozenset('.,;:!?"“”()')
