"""The tables with a row for each thing: people, bodies, endorsements, passages and the like."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.columns import Column, Entities
from kg.export.knowing import LABEL
from kg.vocab import DCTERMS, FOAF, KGO, OA, ORG, OWL, PAV, PROV, RDFS, SCHEMA, SKOS, SSSOM


def iri(table: str = "") -> Column:
    """The first column: the thing itself."""
    return Column("iri", "IRI", kind="iri", table=table)


def _named(name: str, title: str, *path: str, table: str = "") -> Iterator[Column]:
    """A thing and its name beside it."""
    yield Column(name, f"{title} (IRI)", path, "iri", table)
    yield Column(f"{name}_name", f"{title}", (*path, LABEL))


def _passage() -> Iterator[Column]:
    """The first passage that shows it, and how many there are."""
    yield Column("passages", "number of passages that show it", (KGO.evidence,), "count")
    first = (KGO.evidence, OA.hasSource)
    yield Column("article", "article of the first passage (IRI)", first, "iri", "articles")
    yield Column("quote", "words of the first passage", (KGO.evidence, OA.hasSelector, OA.exact))


_CONFIDENCE = Column("confidence", "confidence, from 0 to 1", (KGO.confidence,), "number")
_DATE = Column("date", "date", (DCTERMS.date,), "when")
_NAME = Column("name", "name", (FOAF.name,))
_SAME = Column("same_as", "the same thing elsewhere (IRI)", (SCHEMA.sameAs,), "iri")
_STATUS = Column("status", "status", (KGO.status, LABEL))
_AS_OF = Column("as_of", "as of", (KGO.asOf,), "when")

ENTITIES = (
    Entities("people", "People", FOAF.Person, (iri(), _NAME, _SAME)),
    Entities(
        "organisations",
        "Parties, papers, unions and other bodies that are not councils",
        ORG.FormalOrganization,
        (iri(), _NAME, _SAME),
        without=SCHEMA.GovernmentOrganization,
    ),
    Entities(
        "councils",
        "Principal councils of local government",
        SCHEMA.GovernmentOrganization,
        (
            iri(),
            _NAME,
            Column("short_name", "short name", (SKOS.altLabel,)),
            Column("code", "GSS code of its area", (DCTERMS.identifier,)),
            Column("type", "type of council", (ORG.classification, LABEL)),
            *_named("region", "region", SCHEMA.location),
            Column("founded", "first day", (SCHEMA.foundingDate,), "day"),
            Column("dissolved", "last day", (SCHEMA.dissolutionDate,), "day"),
            Column("area", "statistical area (IRI)", (SCHEMA.areaServed,), "iri"),
            _SAME,
        ),
    ),
    Entities(
        "areas",
        "Wards, parishes, seats, and places that could not be settled",
        KGO.Area,
        (
            iri(),
            _NAME,
            Column("kind", "kind of area", (KGO.areaKind, LABEL)),
            Column("code", "GSS code", (DCTERMS.identifier,)),
            *_named("council", "council of that area", KGO.inCouncilArea),
            _SAME,
            Column("decision", "why it is this area", (KGO.decision,)),
        ),
    ),
    Entities(
        "contests",
        "Contests",
        KGO.Contest,
        (
            iri(),
            Column("name", "name", (RDFS.label,)),
            Column("office", "office", (KGO.office,)),
            Column("year", "year", (SCHEMA.startDate,), "when"),
        ),
    ),
    Entities(
        "candidacies",
        "Who stands in which contest",
        KGO.Candidacy,
        (
            iri(),
            *_named("candidate", "candidate", KGO.candidate),
            *_named("contest", "contest", KGO.contest, table="contests"),
            _STATUS,
            _AS_OF,
            _DATE,
        ),
    ),
    Entities(
        "endorsements",
        "Who takes which side on whom",
        KGO.Endorsement,
        (
            iri(),
            *_named("endorser", "endorser", KGO.endorser),
            Column("polarity", "supports, opposes, withdrawn or expected", (KGO.polarity, LABEL)),
            Column("candidacy", "candidacy (IRI)", (KGO.endorses,), "iri", "candidacies"),
            *_named("candidate", "candidate", KGO.endorses, KGO.candidate),
            *_named("contest", "contest", KGO.endorses, KGO.contest, table="contests"),
            Column("role", "role that the endorser speaks in", (KGO.inCapacity, ORG.role, LABEL)),
            *_named("body", "body that the role is in", KGO.inCapacity, ORG.organization),
            *_named("area", "area of the role", KGO.inCapacity, KGO.represents),
            _DATE,
            _CONFIDENCE,
            *_passage(),
        ),
    ),
    Entities(
        "claims",
        "Numbers of supporters that somebody states",
        KGO.EndorsementClaim,
        (
            iri(),
            Column("candidacy", "candidacy (IRI)", (KGO.regarding,), "iri", "candidacies"),
            *_named("candidate", "candidate", KGO.regarding, KGO.candidate),
            *_named("contest", "contest", KGO.regarding, KGO.contest, table="contests"),
            Column("comparator", "how the number is meant", (KGO.comparator, LABEL)),
            Column("count", "number stated", (KGO.count,), "number"),
            Column("unit", "what is counted", (KGO.unit, LABEL)),
            Column("listed", "endorsements on its list", (KGO.enumerates,), "count"),
            *_named("said_by", "who says so", PROV.wasAttributedTo),
            _DATE,
            _CONFIDENCE,
            *_passage(),
        ),
    ),
    Entities(
        "roles",
        "Who holds which office where",
        ORG.Membership,
        (
            iri(),
            *_named("person", "person", ORG.member, table="people"),
            Column("role", "role", (ORG.role, LABEL)),
            *_named("body", "body", ORG.organization),
            *_named("area", "ward, parish or seat", KGO.represents),
            _STATUS,
            _AS_OF,
            _CONFIDENCE,
            *_passage(),
        ),
    ),
    Entities(
        "articles",
        "Articles that were read",
        KGO.SourceArticle,
        (
            iri(),
            Column("title", "title", (SCHEMA.headline,)),
            *_named("publisher", "publisher", SCHEMA.publisher),
            Column("url", "address", (SCHEMA.url,)),
            Column("published", "date of publication", (SCHEMA.datePublished,), "when"),
            Column("date_basis", "whether the date is stated", (KGO.dateBasis, LABEL)),
            Column("date_note", "what the date rests on", (KGO.dateNote,)),
            Column("media_type", "media type", (SCHEMA.encodingFormat,)),
            Column("sha256", "SHA-256 of the file", (KGO.sha256,)),
        ),
    ),
    Entities(
        "evidence",
        "Passages of articles",
        KGO.Evidence,
        (
            iri(),
            Column("article", "article (IRI)", (OA.hasSource,), "iri", "articles"),
            Column("start", "first character, from 0", (OA.hasSelector, OA.start), "whole"),
            Column("end", "character after the last", (OA.hasSelector, OA.end), "whole"),
            Column("quote", "words", (OA.hasSelector, OA.exact)),
            Column("printed_name", "name as printed", (KGO.printedName,)),
            Column("printed_role", "role as printed", (KGO.printedRole,)),
            Column("printed_place", "place as printed", (KGO.printedPlace,)),
            Column("misspelt", "whether the place is misspelt", (KGO.misspelt,), "truth"),
            Column("rule", "reading rule", (KGO.rule,)),
            _DATE,
        ),
    ),
    Entities(
        "decisions",
        "Match decisions",
        KGO.MatchDecision,
        (
            iri(),
            Column("one", "the first of the two (IRI)", (OWL.annotatedSource,), "iri"),
            Column("other", "the second of the two (IRI)", (OWL.annotatedTarget,), "iri"),
            Column("match", "what was decided (IRI)", (OWL.annotatedProperty,), "iri"),
            Column("modifier", "that it is denied (IRI)", (SSSOM.predicate_modifier,), "iri"),
            Column("by", "who decided", (SSSOM.author_label,)),
            Column("day", "day", (PAV.authoredOn,), "day"),
            Column("remark", "remark", (RDFS.comment,)),
        ),
    ),
    Entities(
        "submissions",
        "Files that others handed in",
        KGO.Submission,
        (
            iri(),
            Column("file", "name of the file", (KGO.fileName,)),
            Column("by", "who handed it in", (PROV.wasAttributedTo, LABEL)),
            Column("day", "day of acceptance", (DCTERMS.dateSubmitted,), "day"),
            Column("media_type", "media type", (SCHEMA.encodingFormat,)),
            Column("sha256", "SHA-256 of the file", (KGO.fileSha256,)),
            Column("remark", "remark", (DCTERMS.description,)),
        ),
    ),
)
