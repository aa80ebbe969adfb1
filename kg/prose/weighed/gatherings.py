"""Names that a sentence tells together, and whom the sentence, or what stands before it, is about.

"Among the best known are A, B and C": whom they support was told a sentence ago. A gathering is
two or more people or bodies strung together, none of whom stands, with the one candidate beside
whom they are told. That they support this candidate is weighed elsewhere
(``kg.prose.weighed.gathered``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.frames import Actor
from kg.frames.coordination.strung import strung_from
from kg.model import Mention
from kg.prose.reference.discourse import Discourse
from kg.prose.reference.heads import head_above
from kg.words.nouns import Noun, Sentence
from kg.words.pronouns import OTHER

Told = Literal["beside", "above", "paragraph", "before", "earlier"]

_NAMED = ("person", "organisation")
_SOMEBODY = frozenset(("he", "she", "him", "her", "his"))
_APART = frozenset(("but", "except", "bar", "save", "minus", "excluding", "not"))
_SEVERAL = 2
_LONGEST = 4  # words of a person's name, without titles
_LATELY = 2  # sentences over which the candidate told of last stays the one spoken of


@dataclass(frozen=True, slots=True)
class Gathering:
    """Names told together in passage ``at``, and the candidate beside whom they are told.

    ``names`` are the phrases with whom each means, ``end`` is the token behind the last. ``told``
    says where the candidate is: beside them in the sentence, in the heading above, or in what an
    earlier sentence said of support.
    """

    at: int
    sentence: Sentence
    names: tuple[tuple[Noun, Mention], ...]
    end: int
    candidate: Mention
    told: Told

    @property
    def first(self) -> int:
        """The first token of the first name."""
        return self.names[0][0].first

    @property
    def people(self) -> int:
        """How many of those named are people."""
        return sum(noun.kind == "person" for noun, _ in self.names)


def gatherings(
    discourse: Discourse, standing: Collection[Mention], told: Mapping[int, Sequence[Mention]]
) -> Iterator[Gathering]:
    """Every gathering of the article of whom one candidate can be told.

    ``standing`` are those who stand, ``told[i]`` those whom passage ``i`` says to be supported.
    """
    for at, passage in enumerate(discourse.passages):
        sentence = passage.sentence
        if sum(noun.kind in _NAMED for noun in sentence.nouns) < _SEVERAL:
            continue
        for names, end in _strung(discourse, at):
            if any(one in standing or _has_run_together(one) for _, one in names):
                continue
            found = _candidate(discourse, at, (names[0][0].first, end), standing, told)
            if found is not None:
                yield Gathering(at, sentence, names, end, *found)


def _strung(
    discourse: Discourse, at: int
) -> Iterator[tuple[tuple[tuple[Noun, Mention], ...], int]]:
    """The series of names in a passage, each with the token behind it."""
    sentence = discourse.passages[at].sentence
    done = 0
    for noun in sentence.nouns:
        if noun.first < done or noun.kind not in _NAMED:
            continue
        strung, end = strung_from(sentence, noun)
        if any(sentence.folds[name.first - 1] == "(" for name in strung if name.first):
            continue  # "Anytown (A), Newtown (B)": each belongs to what stands before it
        names = {
            one: name
            for name in strung
            if name.first >= noun.first and not _is_apart(sentence, name)
            for one in discourse.mentions(Actor(name), at)
        }
        if len(names) >= _SEVERAL:
            done = end
            last = max(name.last for name in names.values())
            yield tuple((name, one) for one, name in names.items()), last


def _has_run_together(one: Mention) -> bool:
    """Whether a name has more words than names have: a list that lost its marks."""
    return one.kind == "person" and len(one.name.split()) > _LONGEST


def _is_apart(sentence: Sentence, name: Noun) -> bool:
    """Whether a name is left out ("all but X"), or is a place's: "the South Anytown"."""
    before = sentence.folds[name.first - 1] if name.first else ""
    placed = name.kind == "person" and before == "the" and not (name.title or name.offices)
    return before in _APART or placed


def _candidate(
    discourse: Discourse,
    at: int,
    series: tuple[int, int],
    standing: Collection[Mention],
    told: Mapping[int, Sequence[Mention]],
) -> tuple[Mention, Told] | None:
    """The one candidate of whom the words around a series are, and how that is told.

    Where the sentence names anybody else outside the series, nobody can be told by what stands
    before it.
    """
    beside = _beside(discourse, at, series)
    candidates = [one for one in beside if one in standing]
    if len(candidates) == 1:
        return candidates[0], "beside"
    if beside or _is_of_other(discourse.passages[at].sentence, series):
        return None
    head = discourse.profiled(at) or head_above(discourse.passages, at, discourse.cast)
    if head is not None:
        return (head, "above") if head in standing else None
    return _told_before(discourse, at, told)


def _beside(discourse: Discourse, at: int, series: tuple[int, int]) -> list[Mention]:
    """The people whom a passage names, or means by a pronoun, outside the series."""
    first, end = series
    found: dict[Mention, None] = {}
    sentence = discourse.passages[at].sentence
    for noun in (*sentence.nouns, *_owners(sentence)):
        if first <= noun.first < end:
            continue
        if noun.kind == "pronoun" and noun.name in _SOMEBODY:
            found.update(dict.fromkeys(discourse.objects(Actor(noun), at, ())))
        elif noun.kind == "person":
            found.update(dict.fromkeys(discourse.mentions(Actor(noun), at)))
    return list(found)


def _is_of_other(sentence: Sentence, series: tuple[int, int]) -> bool:
    """Whether words outside the series are of the other candidate: "his rival"."""
    others = (noun for noun in sentence.nouns if noun.kind == "pronoun" and noun.name == OTHER)
    return any(not series[0] <= noun.first < series[1] for noun in others)


def _owners(sentence: Sentence) -> Iterator[Noun]:
    """A pronoun for each "his" and "her" that says whose something is: "behind his bid"."""
    for at, kind in enumerate(sentence.kinds):
        if kind == "possessive" and sentence.folds[at] in _SOMEBODY and sentence.noun(at) is None:
            yield Noun("pronoun", at, at + 1, name=sentence.folds[at])


def _told_before(
    discourse: Discourse, at: int, told: Mapping[int, Sequence[Mention]]
) -> tuple[Mention, Told] | None:
    """The one candidate whom the last sentence of support was about, if it is near."""
    for back in range(1, min(_LATELY, at) + 1):
        last = told.get(at - back, ())
        if len(last) > 1:
            return None
        if last:
            same = discourse.passages[at - back].paragraph == discourse.passages[at].paragraph
            near: Told = "paragraph" if same else "before"
            return last[0], near if back == 1 else "earlier"
    return None
