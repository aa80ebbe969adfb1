"""The columns of a CSV submission: one row is one endorsement, with the words that show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kg.vocab import DCTERMS, FOAF, KGO, OA, ORG, RDFS, SCHEMA, XSD


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what to write there, and the words that it may hold.

    ``required`` is for the template and for missing columns; whether a cell may be empty is for
    the shapes to say.
    """

    name: str
    explained: str
    required: bool = False
    words: tuple[str, ...] = ()
    datatype: str = XSD.string


COLUMNS: Mapping[str, Column] = MappingProxyType(
    {
        column.name: column
        for column in (
            Column(
                "endorser",
                "Who endorses: the name as printed, without titles and role words.",
                required=True,
            ),
            Column(
                "endorser_type",
                "Whether that is a person or an organisation; a person if left empty.",
                words=("person", "organisation"),
            ),
            Column("role", "The office in which a person endorses, as printed."),
            Column("place", "The council or other place beside the name, as printed."),
            Column(
                "polarity",
                "Which way it goes: supports, opposes, withdrawn or expected.",
                required=True,
                words=("supports", "opposes", "withdrawn", "expected"),
            ),
            Column("candidate", "Whom it is about: the full name.", required=True),
            Column("contest_body", "The party or body whose office is contested."),
            Column("contest_office", "The office that is contested.", required=True),
            Column("contest_year", "The year of the contest.", datatype=XSD.gYear),
            Column(
                "date",
                "When the endorsement was given, not when the article did: a day, month or year.",
                datatype=XSD.date,
            ),
            Column(
                "quote",
                "The words of the article that say so, exactly as they stand there.",
                required=True,
            ),
            Column(
                "start",
                "Where these words begin: how many characters of the article come before them.",
                required=True,
                datatype=XSD.integer,
            ),
            Column(
                "end",
                "Where they end: start and the number of characters of the quote.",
                required=True,
                datatype=XSD.integer,
            ),
            Column(
                "article_sha256",
                "The SHA-256 of the article's text, 64 digits from 0 to f, as sha256sum prints it.",
                required=True,
            ),
            Column("article_title", "The title of the article."),
            Column("article_publisher", "Who published the article."),
            Column(
                "article_url",
                "Where the article is on the web.",
            ),
            Column(
                "article_published",
                "When the article appeared: a day, a month or a year.",
                datatype=XSD.date,
            ),
        )
    }
)

# What a row is made into, each part with the column that a finding on it is about, by property.
# The first entry of a part, "", is for findings on the thing itself.
FIELDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "endorsement": {
            "": "endorser",
            KGO.endorser: "endorser",
            KGO.endorses: "candidate",
            KGO.polarity: "polarity",
            KGO.inCapacity: "role",
            KGO.evidence: "quote",
            DCTERMS.date: "date",
        },
        "endorser": {"": "endorser", FOAF.name: "endorser"},
        "candidate": {"": "candidate", FOAF.name: "candidate"},
        "candidacy": {"": "candidate", KGO.contest: "contest_office"},
        "contest": {
            "": "contest_office",
            RDFS.label: "contest_office",
            SCHEMA.startDate: "contest_year",
        },
        "office": {"": "role", ORG.organization: "place", KGO.represents: "place"},
        "place": {"": "place"},
        "role": {"": "role"},
        "evidence": {
            "": "quote",
            OA.hasSource: "article_sha256",
            KGO.printedName: "endorser",
            KGO.printedPlace: "place",
            KGO.printedRole: "role",
        },
        "position": {"": "start", OA.end: "end"},
        "words": {"": "quote"},
        "article": {
            "": "article_sha256",
            SCHEMA.headline: "article_title",
            SCHEMA.publisher: "article_publisher",
            SCHEMA.url: "article_url",
            SCHEMA.datePublished: "article_published",
        },
        "publisher": {"": "article_publisher"},
    }
)
