"""RDF/XML: read strictly and without entities, every statement at the line of its element."""

from __future__ import annotations

import pyoxigraph as ox

from kg.validate.forms.aligning import align
from kg.validate.forms.blanks import steady
from kg.validate.forms.linewise import LineByLine
from kg.validate.forms.model import Placer, Reading, Source, refused
from kg.validate.forms.rdfxmlwalk import Walk, XmlRefusedError, walk
from kg.validate.forms.text import decoded, too_deep
from kg.validate.positions import Position
from kg.validate.report import Finding
from kg.validate.terms import unsafe

_HINTS = {
    "syntax": "Mend the XML at this place; nothing is judged until the whole file can be read.",
    "encoding": "Save the file as UTF-8, and declare that encoding or none.",
    "doctype": "Remove the <!DOCTYPE …>, and write out what its entities stand for.",
    "limits": "Write properties as elements of their own.",
}


def read_rdfxml(source: Source) -> Reading:
    """The statements of a document, up to the first fault if there is one.

    Raises ``MemoryError`` for a single token beyond the parser's 16 MiB.
    """
    text = decoded(source)
    if isinstance(text, Finding):
        return refused(text)
    try:
        walked = walk(text, source.limits.nesting)
    except XmlRefusedError as error:
        place = Position(error.line, error.column)
        if error.constraint == "nesting":
            return refused(too_deep(source, place))
        what = f"This cannot be read as XML: {error.what}."
        return refused(source.fault(error.constraint, what, _HINTS[error.constraint], place))
    quads: list[ox.Quad] = []
    faults: list[Finding] = []
    lines = LineByLine(text.encode())
    try:
        for quad in ox.parse(lines.file, format=ox.RdfFormat.RDF_XML):
            quads.append(quad)  # noqa: PERF402 - those before an error are wanted
    except SyntaxError as error:
        what = f"This cannot be read as RDF: {error.msg}."
        faults.append(source.fault("syntax", what, _RDF, _place(walked, lines.line)))
    quads = steady(quads, text)
    marks, _ = align(quads, walked.records)
    placer = Placer(quads, lambda: marks, lambda mark: Position(*walked.spots[mark]))
    amiss = [
        (n, found) for n, quad in enumerate(quads) for found in unsafe(quad, source.name, None)
    ]
    return Reading(tuple(quads), (*placer.of_statements(amiss), *faults), placer)


_RDF = "Mend it at this place; nothing is judged until the whole file can be read."


def _place(walked: Walk, line: int) -> Position:
    """Where the parser stopped: at an element with a bad IRI, else in the last line it got."""
    if walked.suspect is not None:
        return Position(*walked.spots[walked.suspect])
    on_line = [spot for spot in walked.spots if spot[0] == line]
    return Position(*on_line[0]) if len(on_line) == 1 else Position(line)
