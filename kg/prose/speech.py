"""Who speaks: the phrase that a verb of speech outside quotation marks belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kg.frames.chains import noun_from
from kg.frames.subject import find_subject
from kg.model import Mention
from kg.nouns import Noun
from kg.passages import Passage

_SPEAKING = frozenset(("person", "organisation", "pronoun", "office", "number"))
_PARAGRAPH = 40  # sentences beside a quotation in which its speaker is looked for
_QUOTED = 6  # paragraphs through which a quotation is followed back
_TELLING = frozenset(("told", "tells"))


def paragraph_of(passages: Sequence[Passage], at: int) -> range:
    """The passages of the same paragraph, which stand next to one another."""
    paragraph = passages[at].paragraph
    first, end = at, at + 1
    while at - first < _PARAGRAPH and first and passages[first - 1].paragraph == paragraph:
        first -= 1
    last = min(len(passages), at + _PARAGRAPH)
    while end < last and passages[end].paragraph == paragraph:
        end += 1
    return range(first, end)


def where_told(passages: Sequence[Passage], at: int) -> Iterator[int]:
    """Where it may be told who says what passage ``at`` quotes, the nearest first.

    A quotation that goes on over several paragraphs is followed back to the first.
    """
    for _ in range(_QUOTED):
        beside = paragraph_of(passages, at)
        before = [index for index in beside if index < at]
        behind = [index for index in beside if index > at]
        yield at
        for near in zip_longest(reversed(before), behind):
            yield from (index for index in near if index is not None)
        if not _goes_on(passages, beside[0]):
            return
        at = beside[0] - 1


def _goes_on(passages: Sequence[Passage], first: int) -> bool:
    """Whether the paragraph that begins at ``first`` goes on with the quotation of the one before.

    It opens with a quotation mark, and the one before it ends in words that are quoted.
    """
    if first == 0 or not passages[first].in_quotation(0):
        return False
    last = passages[first - 1]
    return last.in_quotation(len(last.sentence.tokens) - 1)


def spoken_for(noun: Noun) -> Mention | None:
    """The body for which a spokesman speaks: "a spokesman for X said"."""
    for office in noun.offices:
        body = office.organisation or office.label.partition(" for ")[2]
        if body and office.label.lower().startswith("spokes"):
            return Mention("organisation", body)
    return None


def speaker_of(passage: Passage) -> Noun | None:
    """Who says what the passage quotes: "X, the member for Y, said", "said X"."""
    sentence = passage.sentence
    for index, kind in enumerate(sentence.kinds):
        if kind != "speech" or passage.in_quotation(index):
            continue
        found = _before(passage, index) or _behind(passage, index)
        if found is not None:
            return found
    return None


def _before(passage: Passage, verb: int) -> Noun | None:
    """The subject of the verb, the last of those joined, when it stands before the verb."""
    chain = find_subject(passage.sentence, verb).chain
    if not chain or chain[0].first > verb:
        return None
    named = [n for n in chain if n.kind == "person"] or [n for n in chain if n.kind in _SPEAKING]
    return _outside(passage, named[-1]) if named else None


def _behind(passage: Passage, verb: int) -> Noun | None:
    """Who stands behind the verb: "said X", "according to X"; those told something do not speak."""
    sentence = passage.sentence
    if sentence.folds[verb] in _TELLING:
        return None
    end = verb + 1
    while end < len(sentence.kinds) and sentence.kinds[end] == "speech":
        end += 1
    noun = noun_from(sentence, end)
    if noun is None or noun.kind not in _SPEAKING:
        return None
    return _outside(passage, _named(passage, noun))


def _named(passage: Passage, noun: Noun) -> Noun:
    """The name behind an office: "said the union's secretary, X"."""
    if noun.kind != "office":
        return noun
    sentence = passage.sentence
    after = noun.last + (sentence.folds[noun.last : noun.last + 1] == [","])
    beside = sentence.noun(after)
    return beside if beside is not None and beside.kind == "person" else noun


def _outside(passage: Passage, noun: Noun) -> Noun | None:
    return None if passage.in_quotation(noun.first) else noun
