"""The tables that join things, list their texts and dates, and with them all tables there are.

A cell holds one value. Where a thing can have several (names, passages, roles), its own table shows
the first, and a table here lists them all, one row each.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.columns import Column, Links, Table
from kg.export.entitytables import ENTITIES
from kg.export.knowing import Path
from kg.vocab import DCTERMS, FOAF, KGO, ORG, RDFS, SCHEMA, SKOS


def _thing(name: str = "thing", table: str = "") -> Column:
    return Column(name, f"{name} (IRI)", kind="iri", table=table)


def _evidence(name: str, table: str, of: str) -> Links:
    return Links(
        f"{name}_evidence",
        f"Passages that show a {name}",
        of,
        (KGO.evidence,),
        (_thing(name, table), _thing("evidence", "evidence")),
    )


LINKS = (
    _evidence("endorsement", "endorsements", KGO.Endorsement),
    _evidence("claim", "claims", KGO.EndorsementClaim),
    _evidence("role", "roles", ORG.Membership),
    _evidence("candidacy", "candidacies", KGO.Candidacy),
    Links(
        "endorsement_roles",
        "Roles in which endorsers speak",
        KGO.Endorsement,
        (KGO.inCapacity,),
        (_thing("endorsement", "endorsements"), _thing("role", "roles")),
    ),
    Links(
        "claim_endorsements",
        "Endorsements on the list that a claim introduces",
        KGO.EndorsementClaim,
        (KGO.enumerates,),
        (_thing("claim", "claims"), _thing("endorsement", "endorsements")),
    ),
    Links(
        "area_readings",
        "Councils that an unsettled name may mean",
        KGO.Area,
        (KGO.reading,),
        (_thing("area", "areas"), _thing("council", "councils")),
    ),
    Links(
        "council_changes",
        "Councils that ended, and those that took over",
        ORG.ChangeEvent,
        (ORG.resultingOrganization,),
        (_thing("council", "councils"), _thing("successor", "councils")),
        through=ORG.originalOrganization,
    ),
    Links(
        "replaced",
        "IRIs that gave way to others",
        "",
        (DCTERMS.isReplacedBy, KGO.splitInto),
        (_thing("former"), _thing("now")),
    ),
    Links(
        "links",
        "The same things in other data sets, and what may be the same",
        "",
        (SCHEMA.sameAs, SKOS.closeMatch),
        (_thing(), _thing("other")),
    ),
    Links(
        "texts",
        "All names, printed forms, rules and explanations",
        "",
        (
            FOAF.name,
            SKOS.altLabel,
            SKOS.prefLabel,
            RDFS.label,
            KGO.printedName,
            KGO.printedRole,
            KGO.printedPlace,
            KGO.rule,
            KGO.decision,
        ),
        (_thing(), Column("text", "text")),
    ),
    Links(
        "dates",
        "All dates",
        "",
        (DCTERMS.date,),
        (_thing(), Column("date", "date", kind="when")),
    ),
)

TABLES: tuple[Table, ...] = (*ENTITIES, *LINKS)
"""Every table of the folder, in the order of its description."""


def paths() -> Iterator[Path]:
    """Every path that a column follows."""
    for table in ENTITIES:
        yield from (column.path for column in table.columns if column.path)
