"""The terms of the graph as plain strings: one class of constants for each vocabulary.

``ontology/kg.ttl`` is their one home; a test compares this file with it in both directions. The
values are ``str``, so that code which only names terms need not import an RDF library.
"""
# ruff: noqa: N815 - the constants are spelt as the RDF terms that they name

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kg.vocab.catalogue import DCAT, SPDX, VOID
from kg.vocab.matching import OWL, PAV, SEMAPV, SSSOM

__all__ = [
    "DCAT",
    "DCTERMS",
    "FOAF",
    "GSS_AREA",
    "KGO",
    "OA",
    "ORG",
    "OWL",
    "PAV",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SEMAPV",
    "SKOS",
    "SPDX",
    "SSSOM",
    "VOID",
    "WIKIDATA",
    "XSD",
]


class KGO:
    """The terms of kg itself."""

    NS: Final = "https://example.org/kg/ont#"
    ONTOLOGY: Final = "https://example.org/kg/ont"

    Contest: Final = NS + "Contest"
    LeadershipElection: Final = NS + "LeadershipElection"
    Candidacy: Final = NS + "Candidacy"
    Endorsement: Final = NS + "Endorsement"
    EndorsementClaim: Final = NS + "EndorsementClaim"
    SourceArticle: Final = NS + "SourceArticle"
    Evidence: Final = NS + "Evidence"
    Area: Final = NS + "Area"
    Status: Final = NS + "Status"
    Polarity: Final = NS + "Polarity"
    Comparator: Final = NS + "Comparator"
    Unit: Final = NS + "Unit"
    AreaKind: Final = NS + "AreaKind"
    DateBasis: Final = NS + "DateBasis"
    MatchDecision: Final = NS + "MatchDecision"
    Submission: Final = NS + "Submission"
    CouncilCount: Final = NS + "CouncilCount"

    candidate: Final = NS + "candidate"
    contest: Final = NS + "contest"
    office: Final = NS + "office"
    endorser: Final = NS + "endorser"
    endorses: Final = NS + "endorses"
    polarity: Final = NS + "polarity"
    inCapacity: Final = NS + "inCapacity"
    regarding: Final = NS + "regarding"
    count: Final = NS + "count"
    comparator: Final = NS + "comparator"
    unit: Final = NS + "unit"
    enumerates: Final = NS + "enumerates"
    backs: Final = NS + "backs"

    represents: Final = NS + "represents"
    status: Final = NS + "status"
    asOf: Final = NS + "asOf"
    areaKind: Final = NS + "areaKind"
    inCouncilArea: Final = NS + "inCouncilArea"
    reading: Final = NS + "reading"

    evidence: Final = NS + "evidence"
    dateEvidence: Final = NS + "dateEvidence"
    rule: Final = NS + "rule"
    printedName: Final = NS + "printedName"
    printedPlace: Final = NS + "printedPlace"
    printedRole: Final = NS + "printedRole"
    misspelt: Final = NS + "misspelt"
    decision: Final = NS + "decision"
    confidence: Final = NS + "confidence"
    sha256: Final = NS + "sha256"
    dateBasis: Final = NS + "dateBasis"
    dateNote: Final = NS + "dateNote"
    splitInto: Final = NS + "splitInto"
    fileName: Final = NS + "fileName"
    fileSha256: Final = NS + "fileSha256"

    Current: Final = NS + "Current"
    Former: Final = NS + "Former"
    Interim: Final = NS + "Interim"
    Withdrawn: Final = NS + "Withdrawn"
    Supports: Final = NS + "Supports"
    Opposes: Final = NS + "Opposes"
    Expected: Final = NS + "Expected"
    Exactly: Final = NS + "Exactly"
    MoreThan: Final = NS + "MoreThan"
    AtLeast: Final = NS + "AtLeast"
    About: Final = NS + "About"
    Indefinite: Final = NS + "Indefinite"
    Ward: Final = NS + "Ward"
    Parish: Final = NS + "Parish"
    Constituency: Final = NS + "Constituency"
    AmbiguousPlace: Final = NS + "AmbiguousPlace"
    AbolishedCouncil: Final = NS + "AbolishedCouncil"
    UnknownPlace: Final = NS + "UnknownPlace"
    Stated: Final = NS + "Stated"
    Inferred: Final = NS + "Inferred"


class DCTERMS:
    """Dublin Core terms."""

    NS: Final = "http://purl.org/dc/terms/"
    identifier: Final = NS + "identifier"
    title: Final = NS + "title"
    description: Final = NS + "description"
    date: Final = NS + "date"
    isReplacedBy: Final = NS + "isReplacedBy"
    dateSubmitted: Final = NS + "dateSubmitted"
    PeriodOfTime: Final = NS + "PeriodOfTime"
    license: Final = NS + "license"
    rights: Final = NS + "rights"
    source: Final = NS + "source"
    temporal: Final = NS + "temporal"


class FOAF:
    """People and their names."""

    NS: Final = "http://xmlns.com/foaf/0.1/"
    Agent: Final = NS + "Agent"
    Person: Final = NS + "Person"
    name: Final = NS + "name"


class OA:
    """Web Annotation: passages of a text."""

    NS: Final = "http://www.w3.org/ns/oa#"
    SpecificResource: Final = NS + "SpecificResource"
    TextPositionSelector: Final = NS + "TextPositionSelector"
    TextQuoteSelector: Final = NS + "TextQuoteSelector"
    hasSource: Final = NS + "hasSource"
    hasSelector: Final = NS + "hasSelector"
    start: Final = NS + "start"
    end: Final = NS + "end"
    exact: Final = NS + "exact"


class ORG:
    """The W3C organisation ontology: bodies, offices, changes."""

    NS: Final = "http://www.w3.org/ns/org#"
    Organization: Final = NS + "Organization"
    FormalOrganization: Final = NS + "FormalOrganization"
    Membership: Final = NS + "Membership"
    Role: Final = NS + "Role"
    ChangeEvent: Final = NS + "ChangeEvent"
    classification: Final = NS + "classification"
    member: Final = NS + "member"
    organization: Final = NS + "organization"
    role: Final = NS + "role"
    originalOrganization: Final = NS + "originalOrganization"
    resultingOrganization: Final = NS + "resultingOrganization"


class PROV:
    """Provenance."""

    NS: Final = "http://www.w3.org/ns/prov#"
    Entity: Final = NS + "Entity"
    Agent: Final = NS + "Agent"
    wasDerivedFrom: Final = NS + "wasDerivedFrom"
    wasAttributedTo: Final = NS + "wasAttributedTo"


class RDF:
    """RDF itself."""

    NS: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    type: Final = NS + "type"


class RDFS:
    """RDF Schema."""

    NS: Final = "http://www.w3.org/2000/01/rdf-schema#"
    comment: Final = NS + "comment"
    label: Final = NS + "label"


class SCHEMA:
    """schema.org."""

    NS: Final = "https://schema.org/"
    Event: Final = NS + "Event"
    EndorseAction: Final = NS + "EndorseAction"
    Claim: Final = NS + "Claim"
    NewsArticle: Final = NS + "NewsArticle"
    Place: Final = NS + "Place"
    AdministrativeArea: Final = NS + "AdministrativeArea"
    GovernmentOrganization: Final = NS + "GovernmentOrganization"
    Observation: Final = NS + "Observation"
    agent: Final = NS + "agent"
    object: Final = NS + "object"
    headline: Final = NS + "headline"
    publisher: Final = NS + "publisher"
    url: Final = NS + "url"
    datePublished: Final = NS + "datePublished"
    encodingFormat: Final = NS + "encodingFormat"
    startDate: Final = NS + "startDate"
    foundingDate: Final = NS + "foundingDate"
    dissolutionDate: Final = NS + "dissolutionDate"
    areaServed: Final = NS + "areaServed"
    location: Final = NS + "location"
    containedInPlace: Final = NS + "containedInPlace"
    value: Final = NS + "value"
    sameAs: Final = NS + "sameAs"
    Dataset: Final = NS + "Dataset"
    SoftwareApplication: Final = NS + "SoftwareApplication"
    description: Final = NS + "description"
    license: Final = NS + "license"
    name: Final = NS + "name"
    softwareVersion: Final = NS + "softwareVersion"


class SKOS:
    """Concepts and their labels."""

    NS: Final = "http://www.w3.org/2004/02/skos/core#"
    Concept: Final = NS + "Concept"
    ConceptScheme: Final = NS + "ConceptScheme"
    prefLabel: Final = NS + "prefLabel"
    altLabel: Final = NS + "altLabel"
    inScheme: Final = NS + "inScheme"
    closeMatch: Final = NS + "closeMatch"
    exactMatch: Final = NS + "exactMatch"


class XSD:
    """The datatypes that the graph may hold, all of which the store keeps as written."""

    NS: Final = "http://www.w3.org/2001/XMLSchema#"
    string: Final = NS + "string"
    boolean: Final = NS + "boolean"
    integer: Final = NS + "integer"
    decimal: Final = NS + "decimal"
    date: Final = NS + "date"
    gYearMonth: Final = NS + "gYearMonth"
    gYear: Final = NS + "gYear"
    hexBinary: Final = NS + "hexBinary"


GSS_AREA: Final = "http://statistics.data.gov.uk/id/statistical-geography/"
WIKIDATA: Final = "http://www.wikidata.org/entity/"

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "dcat": DCAT.NS,
        "dcterms": DCTERMS.NS,
        "foaf": FOAF.NS,
        "kgo": KGO.NS,
        "oa": OA.NS,
        "org": ORG.NS,
        "owl": OWL.NS,
        "pav": PAV.NS,
        "prov": PROV.NS,
        "rdf": RDF.NS,
        "rdfs": RDFS.NS,
        "schema": SCHEMA.NS,
        "semapv": SEMAPV.NS,
        "skos": SKOS.NS,
        "spdx": SPDX.NS,
        "sssom": SSSOM.NS,
        "void": VOID.NS,
        "xsd": XSD.NS,
    }
)
