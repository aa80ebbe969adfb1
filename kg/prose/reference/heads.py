"""Names that stand alone on a line, and what the lines below say without naming anybody."""

from __future__ import annotations

from collections.abc import Sequence

from kg.cast import Cast
from kg.model import Mention
from kg.passages import Passage
from kg.words.nouns import Noun, Sentence

_REACH = 6
_SHORT = 16
_BESIDE_OFFICE = frozenset((",", "-", "–", "—", "&", "and", "of", "for", "the", "(", ")", ";"))
_MARKS = frozenset(":-.*•")


def head_above(passages: Sequence[Passage], at: int, cast: Cast) -> Mention | None:
    """The person whose name stands on a line of its own above passage ``at``.

    Only short lines may stand between the two: a sentence about something else ends what a name
    heads.
    """
    paragraph = passages[at].paragraph
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        passage = passages[index]
        if passage.paragraph == paragraph:
            continue
        named = name_alone(passage.sentence)
        member = cast.member(named) if named is not None else None
        if member is not None:
            return member
        if len(passage.sentence.tokens) > _SHORT:
            return None
    return None


def name_alone(sentence: Sentence) -> Noun | None:
    """The one person of a line that is nothing but that name, a party in brackets apart."""
    people = [noun for noun in sentence.nouns if noun.kind == "person"]
    if not people or (len(people) > 1 and people[1].first <= people[0].last):
        return None
    before = sentence.tokens[: people[0].first]
    after = sentence.folds[people[0].last :]
    numbered = all(token.text in _MARKS or token.text.isdigit() for token in before)
    bracketed = after[:1] == ["("] and after[-1] in (")", ":")
    plain = bracketed or all(word in _MARKS for word in after)
    return people[0] if numbered and plain else _described(sentence)


def _described(sentence: Sentence) -> Noun | None:
    """The person of a line that is a name and an office: "Jane Doe, mayor of Anytown"."""
    person, *others = sentence.nouns or (None,)
    if person is None or person.kind != "person" or person.first or not others:
        return None
    if others[0].kind != "office" or len(sentence.tokens) > _SHORT:
        return None
    named = {at for noun in others for at in range(noun.first, noun.last)}
    colon = sentence.folds[-1] == ":"  # "Jane Doe, mayor of Anytown:"
    between = range(person.last, len(sentence.tokens) - colon)
    plain = all(at in named or sentence.folds[at] in _BESIDE_OFFICE for at in between)
    behind = sentence.folds[person.last : others[0].first]
    return person if plain and behind in ([], [","], ["-"], ["("]) else None
