"""A note between a head and its bullets: "She withdrew on 4 June, and until then had 4 backers"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.meaning.camps.heads import Head
from kg.text import fold, tokenise
from kg.words.nouns import read_sentence

_LONGEST = 400
_ENDS = (".", ":", "!", ")", "]")


def has_note(lines: Sequence[Line], at: int, head: Head, knowledge: Knowledge) -> bool:
    """Whether a line about the head alone stands between the head at ``at`` and bullets."""
    if head.run is not None or lines[at].marked or at + 2 >= len(lines):
        return False
    note, text = lines[at + 1], knowledge.text
    if note.marked or not lines[at + 2].marked:
        return False
    where = note.content
    if where.end - where.start > _LONGEST or text[where.end - 1] not in _ENDS:
        return False
    sentence = read_sentence(knowledge.look(tuple(tokenise(text, where))))
    surname = fold(head.name).split()[-1]
    others = (n for n in sentence.nouns if n.kind == "person" and " " in n.name)
    return all(fold(one.name).split()[-1] == surname for one in others)
