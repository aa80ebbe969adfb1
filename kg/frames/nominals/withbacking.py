"""Support that stands beside what somebody does: "Y, with the backing of X, ..."."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.clause.clauses import is_predicate, subjects_before
from kg.frames.coordination.chains import noun_from
from kg.frames.model import Frame
from kg.frames.places.holders import holder, past_owner
from kg.frames.places.supporting import phrases_after, support_frame, word_at
from kg.words.nouns import Noun, Sentence

_HELPED = frozenset(
    (
        *("boosted", "buoyed", "bolstered", "helped", "aided", "lifted", "fueled", "fuelled"),
        *("powered", "propelled", "emboldened", "strengthened", "cheered", "encouraged"),
    )
)
_LEADING = {
    "by": _HELPED,
    "with": frozenset(("armed", "blessed")),
    "off": frozenset(("fresh", "hot", "coming")),
    "from": frozenset(("fresh",)),
    "to": frozenset(("thanks",)),
}
GIVEN_BY = ("of", "from", "by", "among")  # what leads from support to those who give it


def read_with_backing(sentence: Sentence, index: int, end: int) -> Iterator[Frame]:
    """CANDIDATE, with the backing of SUPPORTERS, ...; backing from A puts CANDIDATE ahead."""
    givers = phrases_after(sentence, end, GIVEN_BY)
    if not givers:
        return
    start = index - 1
    while start > 0 and sentence.kinds[start] in ("determiner", "adverb", ""):
        if sentence.folds[start] in _LEADING:
            break
        start -= 1
    led = start >= 0 and sentence.folds[start] == "with"
    standing = _running(sentence, start - 1) if led else None
    lead = _lead(sentence, start)
    start, led = (start if lead < 0 else lead), lead >= 0
    if standing is not None:
        yield support_frame("prose.with-backing", sentence, givers, [standing], "", (index, end))
        return
    givers = past_owner(sentence, givers) if led else givers
    owner = holder(sentence, start, givers[-1].last) if led else None
    if owner is not None:
        yield support_frame("prose.with-backing", sentence, givers, [owner], "", (index, end))
        return
    after = givers[-1].last
    given = sentence.kinds[after : after + 1] != ["be"]  # "In support of Y was X"
    if start <= 0 and given and is_predicate(sentence, after):
        moved = noun_from(sentence, after + 1)
        if moved is not None and moved.kind == "person":
            yield support_frame("prose.with-backing", sentence, givers, [moved], "", (index, end))


def _lead(sentence: Sentence, at: int) -> int:
    """Where the phrase begins whose last word before the support is ``at``, or -1 when none does.

    "With", "despite", "boosted by", "fresh off", "thanks to", "armed with".
    """
    word, before = word_at(sentence, at), word_at(sentence, at - 1)
    if before in _LEADING.get(word, ()):
        return at - 1
    return at if word in ("with", "despite") else -1


def _running(sentence: Sentence, at: int) -> Noun | None:
    """Y in "Y is running for governor with the backing of": the office ends at token ``at``."""
    office = sentence.noun(at)
    if office is None or office.kind != "office" or word_at(sentence, office.first - 1) != "for":
        return None
    runner = next(subjects_before(sentence, office.first), None)
    return runner if runner is not None and runner.kind == "person" else None
