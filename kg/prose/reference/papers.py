"""Which paper a text is the leader of: whose "we" it is when no person has signed it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.cast import Cast
from kg.frames.clause.clauses import opens_clause
from kg.model import Mention
from kg.passages import Passage
from kg.words.nouns import Noun, Sentence

_CLUBS = frozenset(("union", "society", "local party"))
_ENDORSING = frozenset(
    ("endorsement", "endorsements", "recommendation", "recommendations", "picks", "choice", "nod")
)
_FIRST = frozenset(("we", "our"))
_GIVING = 6
_HEAD = 4
_SHORT = 16
_LETTERS = frozenset(("letter", "letters", "statement"))
_TITLED = frozenset(("editorial", "editorials", "endorse", "recommends", "picks")) | {
    *("endorsement", "endorsements", "recommendation", "recommendations"),
}
_BOARD = " editorial board"
_OWN = (["this", "newspaper"], ["editorial", "board"], ["this", "paper"], ["our", "view"])
_OWN_ENDS = frozenset(last for _, last in _OWN)


def leading_paper(passages: Sequence[Passage], cast: Cast) -> Mention | None:
    """The paper whose leader a text is, known by its title or by "this newspaper".

    The one paper that it names, or names at its head, is its own.
    """
    endorsing = _endorsing(passages)
    if not _is_leader(passages) and endorsing is None:
        return None
    return _only(passages, cast) or _only(passages[:_HEAD], cast) or endorsing


def _endorsing(passages: Sequence[Passage]) -> Mention | None:
    """The body that "gives its endorsement" in a text that says "we": a paper without a known name.

    Whoever says "we" inside quotation marks alone is told of by somebody else.
    """
    owning = [p for p in passages if "its" in p.sentence.folds]
    if not owning or not any(_speaks_itself(passage) for passage in passages):
        return None
    found = {noun.name for passage in owning if (noun := _giving(passage)) is not None}
    return Mention("organisation", found.pop()) if len(found) == 1 else None


def _giving(passage: Passage) -> Noun | None:
    """X in "X gives its full endorsement to"."""
    sentence = passage.sentence
    for noun in sentence.nouns:
        behind = sentence.folds[noun.last : noun.last + _GIVING]
        named = noun.kind in ("organisation", "person") and " " in noun.name
        if named and "its" in behind and not passage.in_quotation(noun.first):
            own = behind[behind.index("its") :]
            if not _ENDORSING.isdisjoint(own):
                return noun
    return None


def _speaks_itself(passage: Passage) -> bool:
    return any(
        word in _FIRST and not passage.in_quotation(token)
        for token, word in enumerate(passage.sentence.folds)
    )


def paper_told_of(passages: Sequence[Passage], cast: Cast) -> Mention | None:
    """The one paper of which a text says something, if it tells of no letter."""
    if any(not _LETTERS.isdisjoint(p.sentence.folds) for p in passages):
        return None
    return _only(passages, cast, acting=True)


def body_told_of(passages: Sequence[Passage], cast: Cast) -> Mention | None:
    """The one union or club that the head of a text names: whose "we" it is, if nobody signs.

    One whose name is a line of its own goes before all others.
    """
    titles: set[Mention] = set()
    found: set[Mention] = set()
    for passage in passages[:_HEAD]:
        for noun in passage.sentence.nouns:
            member = cast.member(noun) if noun.kind == "organisation" and noun.body else None
            if member is None or noun.body is None or _is_addressed(passage.sentence, noun):
                continue
            titled = _is_title(passage, noun)
            if titled or noun.body.kind in _CLUBS:
                (titles if titled else found).add(member)
    found = titles or found
    return next(iter(found)) if len(found) == 1 else None


def _is_addressed(sentence: Sentence, noun: Noun) -> bool:
    """Whether a letter is written to somebody: "An open letter to the members of X"."""
    before = sentence.folds[: noun.first]
    lettered = next((at for at, word in enumerate(before) if word in _LETTERS), len(before))
    return "to" in before[lettered:] or before == ["dear"]


def _is_title(passage: Passage, noun: Noun) -> bool:
    """Whether the name of a club or branch is a line of its own: "Anytown Labour Party"."""
    whole = noun.first == 0 and noun.last == len(passage.sentence.tokens)
    kind = noun.body.kind if noun.body is not None else ""
    return whole and (kind in _CLUBS or (kind == "party" and " " in noun.name))


def _is_leader(passages: Sequence[Passage]) -> bool:
    if any(
        len(p.sentence.tokens) <= _SHORT and not _TITLED.isdisjoint(p.sentence.folds)
        for p in passages[:_HEAD]
    ):
        return True
    return any(_says_own(passage.sentence.folds) for passage in passages)


def _says_own(folds: Sequence[str]) -> bool:
    """Whether a sentence has "this newspaper" or "editorial board"."""
    return not _OWN_ENDS.isdisjoint(folds) and any(
        folds[at : at + 2] in _OWN for at in range(len(folds) - 1)
    )


def _only(passages: Sequence[Passage], cast: Cast, *, acting: bool = False) -> Mention | None:
    """The one newspaper that the passages name; ``acting``: of which they say something."""
    papers = {
        member
        for passage in passages
        for noun in passage.sentence.nouns
        if noun.kind == "organisation" and (not acting or opens_clause(passage.sentence, noun))
        if (member := _paper(passage.sentence, noun, cast)) is not None
    }
    return next(iter(papers)) if len(papers) == 1 else None


def _paper(sentence: Sentence, noun: Noun, cast: Cast) -> Mention | None:
    """The newspaper that a phrase names, or whose board it names: "X Editorial Board"."""
    if noun.body is not None and noun.body.kind == "media":
        return cast.member(noun)
    if sentence.folds[max(0, noun.last - 2) : noun.last] != ["editorial", "board"]:
        return None
    name = noun.name.lower().removesuffix(_BOARD)
    return Mention("organisation", noun.name[: len(name)])
