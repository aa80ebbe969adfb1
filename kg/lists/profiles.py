"""Profiles: a name alone on its line, and below it what is said of that person.

Labels inside a profile leave its person out ("Backed by: A and B"), so it must be known whose
profile a line belongs to.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.frames.support import speaks_in_favour
from kg.lists.finding.regions import Line
from kg.lists.heads.headings import named_alone
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.namescores import name_score
from kg.lists.segments.roles import read_offices
from kg.model import Span
from kg.text import fold, tokenise

_LONGEST_NAME = 60
_LONG = 60
_LABEL_END = 32
_FIRST = 2  # the title and who wrote it stand above the first head
_REACH = 8  # lines of a profile, at least
_SENTENCE_ENDS = '.?!"”…'
_QUOTES = ('"', "“")
_NAME = 0.6
_LABEL = re.compile(r"([A-Z][^:?\n]{0,31})[:?](?=\s|$)")
_PRONOUNS = frozenset(("he", "she", "him", "her", "his", "they", "them", "their"))


@dataclass(frozen=True, slots=True)
class Profiles:
    """Whose profile each line belongs to: ``names`` of those that begin at ``starts``, in order.

    An empty name begins a stretch of which that cannot be told. ``facts`` are the lines that state
    something of the person under a label, "Age: 51", and names above what is quoted of them.
    """

    starts: Sequence[int]
    names: Sequence[str]
    facts: frozenset[int] = frozenset()

    @property
    def apart(self) -> frozenset[int]:
        """The lines that are no items of a list: those that begin a profile, and the facts."""
        return self.facts.union(
            start for start, name in zip(self.starts, self.names, strict=True) if name
        )

    def at(self, line: int) -> str:
        """The name at the head of the profile that the line belongs to, or ""."""
        index = bisect_left(self.starts, line) - 1
        return self.names[index] if index >= 0 else ""


def find_profiles(lines: Sequence[Line], knowledge: Knowledge) -> Profiles:
    """The profiles of an article, from its lines.

    One begins at a name that stands alone on its line above a sentence or a label. A name that
    follows another name may as well end a list: whose profile comes then cannot be told.
    """
    starts: list[int] = []
    names: list[str] = []
    doubtful: list[bool] = []
    for index in range(len(lines) - 1):
        if not _begins(knowledge, lines[index], lines[index + 1]):
            continue
        name = _name(lines[index], knowledge)
        if name is None:
            continue
        listed = index > 0 and _may_be_item(lines[index - 1], knowledge)
        doubtful.append(listed)
        starts.append(index)
        names.append(name)
    if not names:
        return Profiles((), (), _above_quotations(lines, knowledge))
    labels = {at: label for at, line in enumerate(lines) if (label := _label(line, knowledge))}
    told: list[str] = []
    current = 0
    for at, (name, doubt) in enumerate(zip(names, doubtful, strict=True)):
        begun = not doubt or _begins_anew(starts, names, (current, at), labels)
        told.append(name if begun else "")
        current = at if begun else current
    return _with_facts(Profiles(starts, told), lines, labels, knowledge)


def _begins_anew(
    starts: Sequence[int], names: Sequence[str], pair: tuple[int, int], labels: Mapping[int, str]
) -> bool:
    """Whether a label follows the second start that the profile begun at the first has, too."""
    current, at = pair
    end = starts[at + 1] if at + 1 < len(starts) else starts[at] + _REACH
    own = {_unnamed(label, names[at]) for line, label in labels.items() if starts[at] < line < end}
    return any(
        _unnamed(label, names[current]) in own
        for line, label in labels.items()
        if starts[current] < line < starts[at]
    )


def _unnamed(label: str, name: str) -> str:
    """A label without the name of the person below whose name it stands: "Doe's backers"."""
    own = {*fold(name).split(), "s"}
    words = label.replace("'s", " s").split()
    return " ".join(word for word in words if word not in own)


def _with_facts(
    profiles: Profiles, lines: Sequence[Line], labels: Mapping[int, str], knowledge: Knowledge
) -> Profiles:
    """The profiles with their facts; none at all unless two people's share a label.

    An author's name at the head of an article, too, stands alone above a sentence.
    """
    under: dict[str, set[str]] = {}
    facts: dict[int, str] = {}
    for index, label in labels.items():
        name = profiles.at(index)
        if name and index not in profiles.starts:
            facts[index] = _unnamed(label, name)
            under.setdefault(facts[index], set()).add(name)
    shared = {label for label, heads in under.items() if len(heads) > 1}
    shared |= {
        label
        for label in under
        if speaks_in_favour(label.split(), knowledge.lexicon) and _stand_apart(profiles, lines)
    }
    if not shared:
        return Profiles((), (), _above_quotations(lines, knowledge))
    return replace(profiles, facts=frozenset(i for i, label in facts.items() if label in shared))


def _stand_apart(profiles: Profiles, lines: Sequence[Line]) -> bool:
    """Whether the heads stand alone between blank lines, and none where an author's name would."""
    starts = [at for at, name in zip(profiles.starts, profiles.names, strict=True) if name]
    return all(
        at >= _FIRST and lines[at].after_blank and lines[at + 1].after_blank for at in starts
    )


def _above_quotations(lines: Sequence[Line], knowledge: Knowledge) -> frozenset[int]:
    """The names that stand above what is quoted of them, two or more, and the quotations."""
    found = [
        at
        for at in range(len(lines) - 1)
        if knowledge.text[lines[at + 1].content.start] in _QUOTES
        if _begins(knowledge, lines[at], lines[at + 1])
        if named_alone(lines[at], knowledge) is not None or _may_be_item(lines[at], knowledge)
    ]
    below = (at + 1 for at in found)
    return frozenset((*found, *below) if len(found) > 1 else ())


def _begins(knowledge: Knowledge, line: Line, following: Line) -> bool:
    """The cheap question before the name is read: a short line above a sentence or a label."""
    text = knowledge.text
    start, end = line.content.start, line.content.end
    if end - start > _LONGEST_NAME or not text[start].isupper():
        return False
    if line.marked and not text[line.whole.start].isdigit():
        return False
    if text[end - 1] in ".?!:;," or following.marked:
        return False
    below = text[following.content.start : following.content.end]
    quoted = below[0] in _QUOTES  # "..." – Jane Doe
    if quoted or below[-1] in _SENTENCE_ENDS or ":" in below[:_LABEL_END]:
        return True
    return len(below) <= _LABEL_END and speaks_in_favour(fold(below).split(), knowledge.lexicon)


def _may_be_item(line: Line, knowledge: Knowledge) -> bool:
    """Whether the line begins with a name, as an item of a list would, and has no bullet."""
    if line.marked or line.content.end - line.content.start > _LONG:
        return False
    segments = knowledge.cut(line.content)[0]
    return bool(segments) and name_score(knowledge.look(segments[0].tokens)) >= _NAME


def _label(line: Line, knowledge: Knowledge) -> str:
    """The label that begins the line, or ""; one that names a place, office or person is none."""
    if line.marked:
        return ""
    found = _LABEL.match(knowledge.text, line.content.start, line.content.end)
    where = Span(*found.span(1)) if found else line.content
    if where.end - where.start > _LABEL_END:
        return ""
    looked = knowledge.look(tuple(tokenise(knowledge.text, where)))
    last = len(looked.tokens)
    if found is None and not speaks_in_favour(looked.folds, knowledge.lexicon):
        return ""
    if last == 0:
        return ""
    if not speaks_in_favour(looked.folds, knowledge.lexicon) and (
        read_offices(looked) or looked.is_place(0, last) or name_score(looked) >= _NAME
    ):
        return ""
    words = (word for word in looked.folds if word not in _PRONOUNS and word[0].isalpha())
    return " ".join(words)


def _name(line: Line, knowledge: Knowledge) -> str | None:
    """The person whom a line names and does nothing else.

    "Next Steps" has the shape of a name too, so the first word must be a given name, or a title,
    letters or a party must stand beside the name.
    """
    length = line.content.end - line.content.start
    bare = replace(line, marked=False)  # its number counts the profiles
    name = named_alone(bare, knowledge) if length <= _LONGEST_NAME else None
    if name is None:
        return None
    first = tokenise(name)[0].fold
    return name if length > len(name) or first in knowledge.lexicon.given_names else None
