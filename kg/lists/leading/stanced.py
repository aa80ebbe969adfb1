"""Headings above a list that say where those below stand: "Likely Y supporters", "Against Y"."""

from __future__ import annotations

from typing import Literal, cast

from kg.frames.support import speaks_in_favour
from kg.lexicon import Lexicon
from kg.model import Polarity
from kg.words.nouns import Sentence

_LONGEST = 12
_NEAR = 3  # words between the stance and the name
_TOWARDS = frozenset(("to", "towards", "toward", "for"))
_PASSED = frozenset(("group", "number", "pronoun"))
_SMALL = frozenset(("determiner", "be", "relative", "adverb"))
# Said of much else than sides, or read as demands.
_LOOSE = frozenset(
    (
        *("calling", "called", "demanding", "demanded", "critics", "rebels", "dropped", "no"),
        *("sent", "submitted", "letters", "voted", "have"),
    )
)


def heading_stance(sentence: Sentence, lexicon: Lexicon) -> Polarity | Literal["none"] | None:
    """How those below a short heading stand to the one person it names, if it begins with that.

    Words for a group, and whose they are, may stand before: "Y's likely backers", "MPs against Y".
    "none" is nothing: "Second preferences for Y".
    """
    folds = sentence.folds
    people = [
        noun
        for noun in sentence.nouns
        if noun.kind == "person" and (noun.first or folds[0] not in lexicon.stances)
    ]
    if len(folds) > _LONGEST or folds[-1] in (".", "!") or len(people) != 1:
        return None
    name = people[0]
    if folds[len(folds) - 1 - (folds[-1] == ":")] == "lost":
        return "withdrawn" if speaks_in_favour(folds, lexicon) else None
    at = 0
    while at < len(folds):
        noun = sentence.noun(at)
        found = lexicon.stances.at(folds, at) if folds[at] in lexicon.stances else None
        if found is not None:
            break
        owned = noun is name and sentence.is_owning(noun.last)
        if noun is not None and (owned or noun.kind in _PASSED):
            at = noun.last + owned
        elif sentence.kinds[at] in _SMALL or lexicon.side_words.get(folds[at]) == "link":
            at += 1
        else:
            return None
    else:
        return None
    close = name.last <= at or name.first <= at + found.length + _NEAR
    if folds[at] in _LOOSE or not close:
        return None
    between = folds[at + found.length : name.first]
    if found.value == "expected" and not (
        _TOWARDS.issuperset(between) or speaks_in_favour(folds, lexicon)
    ):
        return None  # "Due to meet Y"
    return cast(Polarity | Literal["none"], found.value)
