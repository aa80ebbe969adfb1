"""What a submission adds to the graph: its statements, and who handed them in, in its own graph."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.nquads import as_text, sort_text
from kg.submissions.model import Record
from kg.vocab import DCTERMS, KGO, PROV, RDF, RDFS, SCHEMA, XSD


def iri_prefix(base: str) -> str:
    """What the IRIs of all submissions begin with; nobody else may speak of those."""
    return f"{base}id/submission/"


def iri(base: str, key: str) -> str:
    """The IRI of a submission, which also names its graph."""
    return f"{iri_prefix(base)}{key}"


def graph_text(record: Record, statements: bytes, day: str) -> bytes:
    """The sorted N-Quads lines that are added for a submission accepted on ``day``.

    ``statements`` are its triples as N-Triples, without blank nodes. Whatever graphs the file
    named, all of them go to the one that the submission names, as does what is said of it: so a
    submission can neither write into another graph nor leave anything behind when it goes.
    """
    graph = NamedNode(iri(record.base, record.id))
    read = parse(statements, RdfFormat.N_TRIPLES)
    said = (Quad(q.subject, q.predicate, q.object, graph) for q in read)
    return b"".join(sort_text(as_text([*said, *_provenance(record, graph, day)])))


def _provenance(record: Record, graph: NamedNode, day: str) -> Iterator[Quad]:
    who = NamedNode(f"{graph.value}#by")
    facts: list[tuple[NamedNode, str, NamedNode | Literal]] = [
        (graph, RDF.type, NamedNode(KGO.Submission)),
        (graph, KGO.fileSha256, Literal(record.sha256)),
        (graph, KGO.fileName, Literal(record.file)),
        (graph, SCHEMA.encodingFormat, Literal(record.media_type)),
        (graph, DCTERMS.dateSubmitted, Literal(day, datatype=NamedNode(XSD.date))),
        (graph, PROV.wasAttributedTo, who),
        (who, RDF.type, NamedNode(PROV.Agent)),
        (who, RDFS.label, Literal(record.by)),
    ]
    if record.note:
        facts.append((graph, DCTERMS.description, Literal(record.note)))
    for subject, predicate, value in facts:
        yield Quad(subject, NamedNode(predicate), value, graph)
