"""Groups told by their order alone: by blank lines, or people and then bodies and people again.

When nothing sets the headings of a list apart, the order of its lines still can: endorsers are
commonly printed people first, bodies after them, so a person after a body begins a new group, whose
first line is the candidate. So are the lines that blank lines hold together, each under a name.
Either is believed only when the whole list keeps to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.lists.finding.regions import Line
from kg.lists.heads.headings import named_alone
from kg.lists.segments.fields import Knowledge, score

_LEAST_BLOCKS = 2
_LEAST_GROUPS = 3
_LEAST_GROUP = 3
_NAME = 0.6


def heads_by_order(lines: Sequence[Line], knowledge: Knowledge) -> frozenset[int]:
    """The indexes of the lines that begin a group; none when the order does not tell."""
    return _by_blocks(lines, knowledge) or _by_kind(lines, knowledge)


def _by_blocks(lines: Sequence[Line], knowledge: Knowledge) -> frozenset[int]:
    """The first lines of the blocks between blank lines, if all of them are people's bare names."""
    heads = [at for at, line in enumerate(lines) if not at or line.after_blank]
    ends = [*heads[1:], len(lines)]
    if len(heads) < _LEAST_BLOCKS or any(line.marked for line in lines):
        return frozenset()
    long = all(end - head >= _LEAST_GROUP for head, end in zip(heads, ends, strict=True))
    named = long and all(
        named_alone(lines[head], knowledge) and _is_person(lines[head], knowledge) for head in heads
    )
    return frozenset(heads) if named else frozenset()


def _by_kind(lines: Sequence[Line], knowledge: Knowledge) -> frozenset[int]:
    """The people that follow bodies, and the first of all."""
    kinds: list[bool] = []
    for line in lines:
        kind = _is_person(line, knowledge)
        kinds.append(bool(kinds) and kinds[-1] if kind is None else kind)
    if not kinds or not kinds[0] or any(line.marked for line in lines):
        return frozenset()
    heads = [0] + [i for i in range(1, len(kinds)) if kinds[i] and not kinds[i - 1]]
    ends = [*heads[1:], len(kinds)]
    if len(heads) < _LEAST_GROUPS:
        return frozenset()
    for head, end in zip(heads, ends, strict=True):
        people = sum(kinds[head:end])
        if end - head < _LEAST_GROUP or people < 2 or people == end - head:
            return frozenset()
    return frozenset(heads)


def _is_person(line: Line, knowledge: Knowledge) -> bool | None:
    """Whether the line is surely a person, surely none, or (None) like the line before it.

    Only a known given name makes sure: "State Gun Owners" has the shape of a name too.
    """
    segments = knowledge.cut(line.content)[0]
    if not segments:
        return False
    scores = score(segments[0].tokens, knowledge)
    name = scores.get("name", 0.0)
    if name < max(_NAME, scores.get("organisation", 0.0)):
        return False
    given = any(t.fold in knowledge.lexicon.given_names for t in segments[0].tokens[:2])
    return True if given else None
