"""Whose page it is: the candidate who speaks there of those that "have nominated me"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.cast import Cast
from kg.model import Mention
from kg.passages import Passage
from kg.words.nouns import Noun, Sentence

_HEAD = 4
_PAGES = frozenset(("blog", "diary", "site", "website", "page", "newsletter", "campaign"))
_MAKING = frozenset(("by", "of", "from"))
_POSTED = frozenset(("posted", "written", "published"))
_VOTING = frozenset(("vote", "voted", "elect", "re-elect", "nominate", "nominated", "voting"))
_MARKS = frozenset(("'", '"', "‘", "“", ":", "for"))
_QUOTES = frozenset(("'", '"', "‘", "“"))
_REACH = 3
_FIRST = frozenset(("me", "my", "i", "i'm", "we", "we're", "our", "us"))
_URGING = (["elect"], ["re-elect"], ["reelect"], ["vote"], ["vote", "for"])


def headed_by(passages: Sequence[Passage], cast: Cast) -> Mention | None:
    """The one candidate whose slogan heads a text: "Jane Doe for Mayor", "Elect Jane Doe"."""
    found = {
        member
        for passage in passages[:_HEAD]
        for noun in passage.sentence.nouns
        if _is_urged(passage.sentence, noun)
        or (noun.kind == "person" and _is_slogan(passage.sentence, noun))
        if (member := cast.member(noun)) is not None
    }
    return next(iter(found)) if len(found) == 1 else None


def page_owner(passages: Sequence[Passage], cast: Cast) -> Mention | None:
    """The one person whose page a text says it is.

    Its first lines say so ("Jane Doe for Mayor", "A blog by Jane Doe", "Posted by Jane Doe"), or it
    speaks of votes for that slogan. Two owners are none.
    """
    if all(_FIRST.isdisjoint(passage.sentence.folds) for passage in passages):
        return None
    found: dict[Mention, None] = {}
    for index, passage in enumerate(passages):
        sentence = passage.sentence
        for noun in sentence.nouns:
            owns = noun.kind == "person" and (
                (index < _HEAD and _has_page(sentence, noun)) or _is_voted_for(sentence, noun)
            )
            member = cast.member(noun) if owns else None
            if member is not None:
                found[member] = None
        if index + 1 == _HEAD and found:
            break
    return next(iter(found)) if len(found) == 1 else None


def elected(passages: Sequence[Passage], cast: Cast) -> set[Mention]:
    """The people for whom a line at the head of a text asks for votes: "Elect Jane Doe"."""
    return {
        member
        for passage in passages[:_HEAD]
        for noun in passage.sentence.nouns
        if _is_urged(passage.sentence, noun) and (member := cast.member(noun)) is not None
    }


def _is_urged(sentence: Sentence, noun: Noun) -> bool:
    """Whether a line is nothing but "Elect X", "Vote for X"."""
    whole = noun.last == len(sentence.tokens) and noun.kind == "person" and " " in noun.name
    return whole and sentence.folds[: noun.first] in _URGING


def _has_page(sentence: Sentence, noun: Noun) -> bool:
    """Whether one of the first lines says that the page is the person's."""
    cited = noun.first > 1 and sentence.folds[noun.first - 1] in _QUOTES  # a badge that says so
    if _is_slogan(sentence, noun) and not cited and "?" not in sentence.folds:
        return True
    if _is_urged(sentence, noun):
        return True
    after = sentence.folds[noun.last : noun.last + _REACH]
    if after[:1] in (["'s"], ["'"]) and not _PAGES.isdisjoint(after):
        return True
    before = sentence.folds[max(0, noun.first - _REACH) : noun.first]
    made = before[-1:] and before[-1] in _MAKING and not _PAGES.isdisjoint(before)
    return bool(made) or (before[-1:] == ["by"] and not _POSTED.isdisjoint(before))


def _is_slogan(sentence: Sentence, noun: Noun) -> bool:
    """Whether "for" and a capital stand behind the name, and nothing is done in the line."""
    if sentence.folds[noun.last : noun.last + 1] != ["for"] or noun.last + 1 >= len(
        sentence.tokens
    ):
        return False
    return " " in noun.name and sentence.tokens[noun.last + 1].text[0].isupper()


def _is_voted_for(sentence: Sentence, noun: Noun) -> bool:
    """Whether it is the slogan for which others vote: "branches that voted for 'X for Mayor'"."""
    if not _is_slogan(sentence, noun):
        return False
    at = noun.first
    while at and sentence.folds[at - 1] in _MARKS:
        at -= 1
    return at > 0 and at < noun.first and sentence.folds[at - 1] in _VOTING
