"""An article: what kg reads from it is judged, findings at the words that say it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pyoxigraph as ox

from kg.articles import document
from kg.articles.kinds import MEDIA_TYPES, Kind
from kg.errors import InputError
from kg.extract import extract
from kg.gazetteer import load_gazetteer
from kg.iris import Minter
from kg.lexicon import load_lexicon
from kg.model import Document, Extraction, Leftover, Span
from kg.rdf import quads
from kg.reconcile import reconcile
from kg.validate.forms.model import Reading, Source, refused
from kg.validate.positions import Position, lines_and_columns
from kg.validate.report import Finding
from kg.validate.terms import text_of
from kg.vocab import KGO, OA

KIND_OF: Mapping[str, Kind] = {media_type: kind for kind, media_type in MEDIA_TYPES.items()}

_LONGEST_QUOTE = 100


def read_article(source: Source) -> Reading:
    """What the reader makes of an article; what it left is told beside the findings."""
    try:
        article = document(source.name, source.data, kind=KIND_OF[source.media_type])
    except InputError as error:
        return refused(_unreadable(error, source))
    lexicon, gazetteer = load_lexicon(), load_gazetteer()
    extraction = extract(article, lexicon, gazetteer)
    if not extraction.statements:
        return refused(_nothing(source))
    resolution = reconcile(extraction, gazetteer, lexicon)
    made = quads(extraction, resolution, gazetteer, Minter(source.base))
    placing = _Placing(article, _passages(made))
    left = tuple(_left(extraction, placing, source))
    return Reading(tuple(made), (), placing, left)


def _unreadable(error: InputError, source: Source) -> Finding:
    constraint = "empty" if error.what == "is empty" else "syntax"
    return source.fault(constraint, f"This {error.what}.", _sentence(error.todo or "mend it"))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _nothing(source: Source) -> Finding:
    return source.fault(
        "empty",
        "There is nothing to judge: no endorsement, claim, role or candidacy was read from it.",
        "kg extract --format text shows the article with what was read and what was not.",
        shape="content",
    )


def _left(extraction: Extraction, placing: _Placing, source: Source) -> Iterator[Finding]:
    for one in extraction.leftovers:
        yield placing.at(one.span, _leftover(one, source))


def _leftover(one: Leftover, source: Source) -> Finding:
    return source.fault(
        "leftover",
        f"This was not read: {one.reason}.",
        "Nothing has to be done; if it says who backs whom, hand that in as CSV.",
        shape="reading",
        severity="info",
    )


@dataclass(frozen=True, slots=True)
class _Placing:
    """Puts findings at the passage that says what they are about, with its words."""

    article: Document
    passages: Mapping[str, Span]

    def __call__(self, findings: Iterable[Finding]) -> Iterable[Finding]:
        for finding in findings:
            about = (finding.focus,) if finding.path else (finding.value, finding.focus)
            span = next((self.passages[a] for a in about if a and a in self.passages), None)
            yield finding if span is None else self.at(span, finding)

    def at(self, span: Span, finding: Finding) -> Finding:
        """The finding at these words, which are told too."""
        words = " ".join(self.article.quote(span).split())
        shown = words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"
        place = Position(start=span.start, end=span.end)
        if self.article.media_type == "text/plain":
            # Only there are the lines of the text those of the file.
            on_page = lines_and_columns(self.article.text)(span.start)
            place = replace(place, line=on_page.line, column=on_page.column)
        return place.on(replace(finding, message=f"{finding.message} In “{shown}”."))


def _passages(made: Sequence[ox.Quad]) -> dict[str, Span]:
    """For each thing the first passage that says it, or that says what leads to it."""
    found = _said_by(made)
    near: dict[str, set[str]] = {}
    for quad in made:
        subject, other = text_of(quad.subject), text_of(quad.object)
        if isinstance(quad.object, ox.NamedNode):
            near.setdefault(subject, set()).add(other)
            near.setdefault(other, set()).add(subject)
    waiting = deque(sorted(found, key=lambda node: (found[node].start, node)))
    while waiting:
        node = waiting.popleft()
        for other in sorted(near.get(node, ())):
            if other not in found:
                found[other] = found[node]
                waiting.append(other)
    return found


def _said_by(made: Sequence[ox.Quad]) -> dict[str, Span]:
    """The passages themselves, and the first one of each thing that has some."""
    offsets: dict[str, dict[str, int]] = {}
    for quad in made:
        if quad.predicate.value in (OA.start, OA.end):
            passage = text_of(quad.subject).rpartition("#")[0]
            offsets.setdefault(passage, {})[quad.predicate.value] = int(text_of(quad.object))
    spans = {passage: Span(o[OA.start], o[OA.end]) for passage, o in offsets.items()}
    found = dict(spans)
    for quad in made:
        if quad.predicate.value == KGO.evidence:
            node, span = text_of(quad.subject), spans[text_of(quad.object)]
            found[node] = min(span, found.get(node, span))
    return found
