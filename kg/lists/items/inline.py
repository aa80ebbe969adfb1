"""Lists inside a sentence: "Full list of supporters: A, B and C", "signed by A; B; and C"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.frames.support import speaks_of_support
from kg.lists.finding.regions import Line, Region
from kg.lists.items.bodies import are_bodies
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.runs import run_items
from kg.model import Span
from kg.passages import Passage
from kg.words.nouns import Sentence

_OPENERS = frozenset(
    ("by", "are", "is", "were", "include", "includes", "included", "including", "from")
)
_COPULAS = _OPENERS - {"by", "from"}
_VERBAL = frozenset(("be", "have", "do", "modal", "tentative", "relative", "pronoun", "speech"))
_DOING = ("verb", "means")
_LEAST = 2
_OPENING = 6
_SIGNED = ["signed", "by"]
_MOST_COLONS = 8
_ONE_NAME = 12
_LABELLING = frozenset(("supporting", "backing", "endorsing", "for", "nominating"))
_DASHES = frozenset(("–", "—"))


def find_inline(
    passage: Passage, knowledge: Knowledge, behind: Iterable[Passage] = ()
) -> Region | None:
    """The run of items that ends the sentence, or that is the whole of it.

    It follows a colon, or a word like "are" or "include" when it is long; or the sentence is
    nothing but names. Other runs of commas are coordination and are read as prose. Behind a colon
    the run goes on in those passages ``behind`` that are nothing but names: "Unions: A, B. C. D".
    """
    sentence = passage.sentence
    if _is_caption(sentence):
        return None
    for start in _starts(passage):
        if _says_other(sentence, start, knowledge):
            return None
        run = Span(sentence.tokens[start].start, _end(sentence, start))
        before = [noun for noun in sentence.nouns if noun.last <= start]
        bodies = are_bodies(before, knowledge.lexicon)
        if _is_short(sentence, start) and not bodies:
            continue
        items = run_items(run, replace(knowledge, bodies=bodies))
        if not (items or bodies) and _names_bodies(sentence, start):
            bodies = True
            items = run_items(run, replace(knowledge, bodies=True))
        if items and sentence.folds[start - 1 : start] == [":"]:
            items = [*items, *_going_on(behind, replace(knowledge, bodies=bodies))]
        if len(items) >= (1 if _tells_support(sentence, start) else _LEAST):
            named = (_without_tail(item, sentence) for item in items)
            lines = tuple(
                Line(item, item, marked=True, in_run=at > 0) for at, item in enumerate(named)
            )
            return Region(passage.paragraph, passage.paragraph + 1, lines, bodies)
    return None


def _without_tail(item: Span, sentence: Sentence) -> Span:
    """The item without the word that those before it share: "A, B and C county councils"."""
    for noun in sentence.nouns:
        whole = sentence.text_span(noun.first, noun.last)
        words = len(noun.name.split())
        tailed = noun.kind == "organisation" and 0 < words < noun.last - noun.first
        if tailed and whole == item and sentence.tokens[noun.first].text == noun.name.split()[0]:
            return sentence.text_span(noun.first, noun.first + words)
    return item


def _going_on(behind: Iterable[Passage], knowledge: Knowledge) -> Iterator[Span]:
    """The items of the passages that are nothing but names, up to the first that is not."""
    for passage in behind:
        if ":" in passage.sentence.folds:
            return  # it has a label of its own
        words = [token for token in passage.sentence.tokens if token.text[0].isalpha()]
        named = sum(token.text[0].isupper() for token in words)
        items = run_items(passage.sentence.span, knowledge) if named * 2 >= len(words) else []
        if not items or any(passage.sentence.kinds[i] in _VERBAL for i in range(len(words))):
            return
        yield from items


def _tells_support(sentence: Sentence, start: int) -> bool:
    """Whether a label tells by itself whose supporter follows: "Supporting NAME (1): A"."""
    label = sentence.folds[: start - 1] if sentence.folds[start - 1 : start] == [":"] else []
    return bool(label) and label[0] in _LABELLING and len(sentence.folds) - start <= _ONE_NAME


def _is_caption(sentence: Sentence) -> bool:
    """Whether the line says who is where in a picture: "From left: A, B and C"."""
    opening = sentence.folds[:_OPENING]
    if "left" not in opening and "l" not in opening:
        return False
    at = opening.index("left" if "left" in opening else "l")
    behind = sentence.folds[at + 1 : at + 3]
    return behind in (["to", "right"], ["to", "r"]) or opening[:at] == ["from"]


def _end(sentence: Sentence, start: int) -> int:
    """Where the run ends: with the sentence, or at a semicolon with a clause behind it."""
    closing = _closing(sentence, start)
    if closing < len(sentence.tokens):
        return sentence.tokens[closing].start
    for at in range(start + 1, len(sentence.folds) - 1):
        noun = sentence.noun(at + 1) if sentence.folds[at] == ";" else None
        if noun is not None and sentence.kinds[noun.last : noun.last + 1] in (["have"], ["be"]):
            return sentence.tokens[at].start
    return sentence.span.end


def _closing(sentence: Sentence, start: int) -> int:
    """Where a dash closes what a dash before token ``start`` has opened, or the sentence ends."""
    if not start or sentence.tokens[start - 1].text not in _DASHES:
        return len(sentence.tokens)
    rest = range(start, len(sentence.tokens))
    return next((at for at in rest if sentence.tokens[at].text in _DASHES), len(sentence.tokens))


def _says_other(sentence: Sentence, start: int, knowledge: Knowledge) -> bool:
    """Whether the sentence goes on behind the dash that closes a run, and not of support."""
    rest = sentence.tokens[_closing(sentence, start) + 1 :]
    told = sum(token.text.isalpha() for token in rest) >= _LEAST
    return told and not speaks_of_support(sentence.folds, knowledge.lexicon)


def _is_short(sentence: Sentence, start: int) -> bool:
    """Whether the run has one comma, as in "are A, B and C": of people, prose reads it."""
    marks = [word for word in sentence.folds[start:] if word in (",", ";")]
    return len(marks) < _LEAST and sentence.folds[start - 1 : start] != [":"]


def _names_bodies(sentence: Sentence, start: int) -> bool:
    """Whether two and more known bodies, and nobody, are named from token ``start`` on.

    Those named among them are bodies too, even if they are shaped like people or places.
    """
    named = [noun for noun in sentence.nouns if noun.first >= start]
    known = sum(noun.kind == "organisation" and noun.body is not None for noun in named)
    people = sum(noun.kind == "person" for noun in named)
    return known >= _LEAST and known > people


def _starts(passage: Passage) -> Iterator[int]:
    """The tokens at which a run may begin."""
    sentence = passage.sentence
    folds = sentence.folds
    if "," not in folds and ";" not in folds and ":" not in folds:
        return
    colons = [i for i, word in enumerate(folds) if word == ":"]
    if colons and colons[-1] + 1 < len(folds):
        yield from (colon + 1 for colon in colons[:_MOST_COLONS])
        return
    dashes = [i for i, token in enumerate(sentence.tokens) if i and token.text in _DASHES]
    comma = folds.index(",") if "," in folds else len(folds)
    for dash in dashes[:_LEAST]:
        if (
            dash < comma
            and sum(word == "," for word in folds[dash : _closing(sentence, dash + 1)]) >= _LEAST
        ):
            yield dash + 1
    marks = [i for i, word in enumerate(folds) if word == ";"]
    if len(marks) < _LEAST:
        marks = [i for i, word in enumerate(folds) if word == ","]
    if not marks:
        return
    if folds[marks[0] + 1 : marks[0] + 2] != [] and folds[marks[0] + 1] in _COPULAS:
        marks = marks[1:] or marks  # "the list, seen by a paper, includes A, B and C"
    yield from _behind_opener(sentence, marks)


def _behind_opener(sentence: Sentence, marks: Sequence[int]) -> Iterator[int]:
    """Where a run begins behind "are", "include" or "signed by", or that is all of the sentence."""
    folds = sentence.folds
    if folds[: len(_SIGNED)] == _SIGNED:
        yield len(_SIGNED)
        return
    openers = [i for i in range(marks[0]) if folds[i] in _OPENERS]
    if openers and (folds[marks[0]] == ";" or folds[openers[-1]] in _COPULAS):
        yield openers[-1] + 1
    elif (
        len(marks) >= _LEAST
        and not openers
        and not any(_is_verbal(sentence, at) for at in range(len(folds)))
    ):
        yield 0


def _is_verbal(sentence: Sentence, at: int) -> bool:
    """Whether the word makes a clause; "I" is also somebody's initial: "H Hall, I Inman"."""
    if sentence.kinds[at] in _DOING:
        return sentence.tokens[at].text.islower() and sentence.folds[at].endswith("ed")
    if sentence.kinds[at] not in _VERBAL:
        return False
    named = sentence.noun(at + 1) if sentence.folds[at] == "i" else None
    return named is None or named.first != at + 1
