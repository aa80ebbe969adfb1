"""Who writes: the author whom a line at the head of a text, or a signature below it, names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kg.cast import Cast
from kg.frames.clauses import VERBAL, opens_clause
from kg.model import Mention
from kg.nouns import Sentence
from kg.passages import Passage
from kg.prose.heads import name_alone

_HEAD = 6  # passages at the head of a text in which a line names its author
_SHORT = 14
_SIGNATURE = 9
_OPENING = frozenset(("by", "from"))
_LETTERS = frozenset(("letter", "letters", "statement"))
_WRITING = frozenset(("writes", "writes:"))


@dataclass(frozen=True, slots=True)
class Authors:
    """Who "I" is, by the passage at which a signature ends, and who "we" is; None: not told.

    ``headed`` says that names stand alone over what is said of them, as in a row of profiles.
    """

    byline: Mention | None
    signatures: tuple[tuple[int, Mention], ...]
    paper: Mention | None
    headed: bool

    def singular(self, at: int) -> Mention | None:
        """Who says "I" in passage ``at``: the signer below it, else the author named above."""
        if self.byline:
            return self.byline
        below = bisect_right(self.signatures, at, key=lambda signed: signed[0])
        return self.signatures[below][1] if below < len(self.signatures) else None

    def plural(self, at: int) -> Mention | None:
        """Who says "we": the paper whose leader it is, or the one who signs."""
        return self.paper or self.singular(at)


def authors(passages: Sequence[Passage], cast: Cast) -> Authors:
    """The authors of a text, from its first lines, its signatures and the papers it names."""
    alone = [(i, noun) for i, p in enumerate(passages) if (noun := name_alone(p.sentence))]
    heads = {member for _, noun in alone if (member := cast.member(noun)) is not None}
    headed = len(heads) > 1
    byline = None
    for passage in passages[:_HEAD]:
        byline = byline or _named_as_author(passage.sentence, cast)
    if byline is None and alone and alone[0][0] == 0 and not headed:
        byline = cast.member(alone[0][1])
    signed = () if headed else tuple(_signatures(passages, cast))
    return Authors(byline, signed, _paper(passages, cast), headed)


def _named_as_author(sentence: Sentence, cast: Cast) -> Mention | None:
    """X in "By X, member for Y" and "X writes:"."""
    if len(sentence.tokens) > _SHORT:
        return None
    opens = sentence.folds[0] in _OPENING
    noun = sentence.noun(1 if opens else 0)
    if (
        noun is None
        or noun.kind != "person"
        or (opens and not sentence.tokens[0].text[0].isupper())
    ):
        return None
    if not opens and not _WRITING.intersection(sentence.folds[noun.last : noun.last + 1]):
        return None
    verbs = VERBAL.intersection(sentence.kinds[noun.last + 1 :])
    return None if verbs and opens else cast.member(noun)


def _signatures(passages: Sequence[Passage], cast: Cast) -> list[tuple[int, Mention]]:
    """The short lines that begin with a name and have no verb, as below a letter."""
    found = []
    for index, passage in enumerate(passages):
        sentence = passage.sentence
        noun = sentence.noun(0)
        if index < 2 or noun is None or noun.kind != "person":
            continue
        plain = len(sentence.tokens) <= _SIGNATURE and VERBAL.isdisjoint(sentence.kinds)
        ended = noun.last == len(sentence.tokens) or sentence.folds[noun.last] == ","
        member = cast.member(noun) if plain and ended else None
        if member is not None:
            found.append((index, member))
    return found


def _paper(passages: Sequence[Passage], cast: Cast) -> Mention | None:
    """The one newspaper of which the text says something, if it tells of no letter."""
    if any(not _LETTERS.isdisjoint(passage.sentence.folds) for passage in passages):
        return None
    papers = {
        member
        for passage in passages
        for noun in passage.sentence.nouns
        if noun.kind == "organisation" and noun.body is not None and noun.body.kind == "media"
        if opens_clause(passage.sentence, noun)
        if (member := cast.member(noun)) is not None
    }
    return next(iter(papers)) if len(papers) == 1 else None
