"""Names that are set apart from the items of a list, so that they head what follows them.

One sign is enough, but it is read over the whole list: what all lines share sets none apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.lists.finding.regions import Line
from kg.lists.leading.classes import class_role
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.items import Segment
from kg.lists.segments.namescores import name_bounds, name_score
from kg.lists.segments.runs import opening
from kg.model import Mention
from kg.text import fold, tokenise

_NAME = 0.6
_SHORT = 4
_LEAST_BLOCK = 2
_LEAST_HEADS = 2
_LEAST_BELOW = 3


def bare_name(segment: Segment, knowledge: Knowledge) -> str | None:
    """The name that the segment is and nothing else, titles and letters left out."""
    looked = knowledge.look(segment.tokens)
    if name_score(looked) < _NAME or _is_paper(looked.folds, knowledge):
        return None
    first, last = name_bounds(looked)
    return looked.slice(first, last) if last > first else None


def _is_paper(folds: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether words are a paper's though they begin like a name: "Tyler Morning Telegraph".

    Short words of papers are surnames, too: "Post", "Sun".
    """
    last = folds[-1] if len(folds) > 1 else ""
    return len(last) > _SHORT and knowledge.lexicon.organisation_words.get(last) == "media"


def apart_by_place(
    lines: Sequence[Line], bare: Sequence[bool], knowledge: Knowledge
) -> Iterator[int]:
    """The indexes of the names that head what follows, by where they stand and how.

    ``bare`` tells of each line whether it is nothing but a name.

    A name heads a list when a heading of a class follows ("Federal officials") that begins the
    classes anew, when it stands alone between blank lines above lines that stand together, when it
    is printed in capitals and the others are not, or when the others all say more than a name.
    """
    alone = alone_lines(lines)
    shouted = _shouted(lines, bare, knowledge.text)
    fuller = _among_fuller(lines, bare) or _above_all(lines, bare, knowledge)
    classes: set[str] = set()
    for index, is_name in enumerate(bare[:-1]):
        below = "" if bare[index + 1] else _class_in(lines[index + 1], knowledge)
        anew = not index or lines[index].after_blank or below in classes
        if is_name and (
            index in alone or index in shouted or index in fuller or (bool(below) and anew)
        ):
            classes.clear()
            yield index
        classes.add(below)


def _class_in(line: Line, knowledge: Knowledge) -> str:
    """The words of a line that is a heading of a class; "" for another."""
    tokens = tokenise(knowledge.text, line.content)
    named = class_role(tokens, knowledge.lexicon) is not None
    return " ".join(token.fold for token in tokens if token.text[0].isalpha()) if named else ""


def alone_lines(lines: Sequence[Line]) -> set[int]:
    """The lines that stand by themselves directly above a block of several."""
    starts = [i for i, line in enumerate(lines) if line.after_blank or not i]
    ends = [*starts[1:], len(lines)]
    sizes = [end - start for start, end in zip(starts, ends, strict=True)]
    return {
        start
        for start, size, following in zip(starts, sizes, sizes[1:], strict=False)
        if size == 1 and following >= _LEAST_BLOCK
    }


def ends_for(line: Line, candidate: Mention | None, knowledge: Knowledge) -> bool:
    """Whether a line ends in "for" and the candidate's name: "Questions for Doe"."""
    tokens = tokenise(knowledge.text, line.content)
    at = next((i for i, token in enumerate(tokens) if i and token.fold == "for"), 0)
    if not at or candidate is None:
        return False
    named = fold(candidate.name).split()
    rest = [token.fold for token in tokens[at + 1 :]]
    return bool(rest) and rest in (named, named[-1:])


def has_title(lines: Sequence[Line], knowledge: Knowledge) -> bool:
    """Whether the first line stands alone above the others and names nobody: "Photographs"."""
    if not lines or lines[0].marked or 0 not in alone_lines(lines):
        return False
    segment = Segment(lines[0].content, tuple(tokenise(knowledge.text, lines[0].content)))
    looked = knowledge.look(segment.tokens)
    return name_score(looked) < _NAME and class_role(segment.tokens, knowledge.lexicon) is None


def is_titled_else(lines: Sequence[Line], knowledge: Knowledge) -> bool:
    """Whether a list has a title of its own that says that it is of others: "The candidates"."""
    if not has_title(lines, knowledge):
        return False
    words = [token.fold for token in tokenise(knowledge.text, lines[0].content)]
    return not knowledge.lexicon.other_lists.isdisjoint(words)


def _shouted(lines: Sequence[Line], bare: Sequence[bool], text: str) -> set[int]:
    """The names in capitals, if they are the fewer."""
    found = {
        i
        for i, line in enumerate(lines)
        if bare[i] and text[line.content.start : line.content.end].isupper()
    }
    return found if len(found) * 2 < len(lines) else set()


def _among_fuller(lines: Sequence[Line], bare: Sequence[bool]) -> set[int]:
    """The bare names of a list whose other lines all say more than a name.

    There are two or more, the first line is one, each stands above a fuller line, and where blank
    lines part the list each begins a block.
    """
    heads = [i for i, is_name in enumerate(bare) if is_name]
    if len(heads) < _LEAST_HEADS or heads[0] or len(heads) * _LEAST_BLOCK >= len(lines):
        return set()
    blanks = any(line.after_blank for line in lines[1:])
    for head in heads:
        if head + 1 == len(lines) or bare[head + 1]:
            return set()
        if head and blanks and not lines[head].after_blank:
            return set()
    return set(heads)


def _above_all(lines: Sequence[Line], bare: Sequence[bool], knowledge: Knowledge) -> set[int]:
    """The first line, if it alone is a bare name, and all below it are people and say more."""
    if len(lines) <= _LEAST_BELOW or not bare[0] or any(bare[1:]):
        return set()
    people = (opening(line.content, knowledge) in ("sure", "person") for line in lines[1:])
    return {0} if all(people) else set()
