"""Papers whose names are common words, "The Age", "The Australian", where papers are spoken of.

Amid a sentence a capital "The" belongs to a title; so it does at the head of one, if the same words
have it elsewhere or would else be a people that is one: "The Western Australian has".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon import Body, Lexicon
from kg.words.nouns import Noun, Sentence

_HEAD = 6  # sentences that tell what a text is about
_PAPERS = frozenset(
    ("papers", "newspapers", "editorials", "broadsheets", "tabloids", "dailies", "editors")
)
_LONGEST = 3
_ALLIED = "Coalition"
_RULING = frozenset(("government", "parties"))
_ONE = frozenset(("is", "has", "was", "wants", "says", "thinks", "backs", "supports", "endorses"))


def speaks_of_papers(sentences: Sequence[Sentence]) -> bool:
    """Whether the head of a text speaks of papers."""
    return any(not _PAPERS.isdisjoint(sentence.folds) for sentence in sentences[:_HEAD])


def with_papers(sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Sentence]:
    """The sentences of a text about papers, those called by common words as bodies."""
    titled = {
        noun.name
        for sentence in sentences
        for noun in sentence.nouns
        if _is_common(noun, lexicon) and _is_titled(sentence, noun)
    }
    return [_with_papers(sentence, titled, lexicon) for sentence in sentences]


def _with_papers(sentence: Sentence, titled: set[str], lexicon: Lexicon) -> Sentence:
    nouns = [
        _called(sentence, noun, titled, lexicon) if _is_common(noun, lexicon) else noun
        for noun in sentence.nouns
    ]
    return sentence if nouns == sentence.nouns else replace(sentence, nouns=nouns)


def _is_common(noun: Noun, lexicon: Lexicon) -> bool:
    """Whether a phrase is a name of few words, and no person with a title, office or given name."""
    if noun.kind != "person" or noun.title or noun.offices:
        return False
    words = noun.name.lower().split()
    return len(words) <= _LONGEST and words[0] not in lexicon.given_names


def _is_titled(sentence: Sentence, noun: Noun) -> bool:
    """Whether a capital "The" stands before the name amid a sentence."""
    return noun.first > 1 and sentence.tokens[noun.first - 1].text == "The"


def _is_paper(sentence: Sentence, noun: Noun, titled: set[str], lexicon: Lexicon) -> bool:
    if sentence.folds[noun.first - 1 : noun.first] != ["the"]:
        return False
    if noun.name in titled and sentence.tokens[noun.first - 1].text == "The":
        return True
    people = lexicon.content_words.get(sentence.folds[noun.last - 1]) == "nation"
    acting = not _ONE.isdisjoint(sentence.folds[noun.last : noun.last + 1])
    return people and acting and sentence.tokens[noun.first - 1].text == "The"


def _called(sentence: Sentence, noun: Noun, titled: set[str], lexicon: Lexicon) -> Noun:
    """The phrase as a paper, or as the parties in government together, if it is one of these."""
    if _is_paper(sentence, noun, titled, lexicon):
        name = f"The {noun.name}"
        return replace(noun, kind="organisation", name=name, body=Body(name, "", "media"))
    first, *others = noun.name.split()
    if first == _ALLIED and {word.lower() for word in others} <= _RULING:
        return replace(noun, kind="organisation", name=first, body=Body(first, "", "party"))
    return noun
