"""``csv-metadata.json``: what the tables mean, in the W3C's CSV on the Web vocabulary.

With it a program can load the tables with their types and keys, or turn them back into statements:
a column that states something of its row's thing has the property, one that is there for people's
sake (names of other things) is not turned into any.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kg import __version__
from kg.census import Census
from kg.export.columns import Column, Entities, Links, Table
from kg.export.linktables import TABLES
from kg.export.rows import columns
from kg.rdf import N_QUADS, Sources
from kg.vocab import DCAT, KGO, RDF, SCHEMA, SPDX, VOID

FILE = "csv-metadata.json"
BESIDE = "-metadata.json"
"""What CSVW puts behind the name of a file of its own to find its description."""

_CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "en"}]
_GUARDED = (
    " A text that a spreadsheet would take for a formula, because it begins with = + - @, a tab or "
    "a carriage return, has an apostrophe before it that is not part of it."
)
_WHEN = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_DATATYPES: Mapping[str, Any] = {
    "iri": "anyURI",
    "text": "string",
    "number": "decimal",
    "whole": "integer",
    "count": "integer",
    "truth": "boolean",
    "day": "date",
    "when": {"base": "string", "format": _WHEN},
}


def metadata(
    census: Census, sources: Sources, checksums: Mapping[str, str], *, guarded: bool
) -> bytes:
    """The description of the folder; ``checksums`` has the SHA-256 of each table's file."""
    group = {
        "@context": _CONTEXT,
        **_about(census, sources),
        "dc:description": _notes(guarded),
        "tables": [_table(table, checksums[table.name]) for table in TABLES],
    }
    return f"{json.dumps(group, indent=1, ensure_ascii=False)}\n".encode()


def backs_metadata(
    census: Census, sources: Sources, url: str, digest: str, *, guarded: bool
) -> bytes:
    """The description of the list of backers, to stand beside it as ``url`` and what CSVW adds."""
    shown = {
        "source": ("who backs (IRI)", "anyURI"),
        "target": ("who is backed (IRI)", "anyURI"),
        "source_name": ("who backs", "string"),
        "target_name": ("who is backed", "string"),
        "endorsements": ("number of endorsements, one a contest", "integer"),
        "passages": ("number of passages that show them", "integer"),
    }
    columns: list[dict[str, Any]] = [
        {"name": name, "titles": name, "dc:description": title, "datatype": datatype}
        | {"suppressOutput": name != "target"}
        for name, (title, datatype) in shown.items()
    ]
    columns[1] |= {"propertyUrl": KGO.backs, "valueUrl": "{+target}"}
    table = {
        "@context": _CONTEXT,
        **_about(census, sources),
        "dc:description": f"Who backs whom, each pair once.{_GUARDED if guarded else ''}",
        "url": url,
        SPDX.checksum: _checksum(digest),
        "tableSchema": {
            "columns": columns,
            "aboutUrl": "{+source}",
            "primaryKey": ["source", "target"],
        },
    }
    return f"{json.dumps(table, indent=1, ensure_ascii=False)}\n".encode()


def _about(census: Census, sources: Sources) -> dict[str, Any]:
    own = sources.own
    return {
        "dc:title": own.title,
        "dc:license": {"@id": own.licence},
        "dc:rights": own.rights,
        "dc:source": [
            {
                "dc:title": source.title,
                "dc:license": {"@id": source.licence},
                "dc:rights": source.rights,
            }
            for source in sources.others
        ],
        "dc:temporal": "/".join(filter(None, (census.first, census.last))),
        DCAT.version: census.sha256[:16],
        SCHEMA.softwareVersion: f"kg {__version__}",
        VOID.triples: census.triples,
        VOID.entities: census.entities,
        VOID.classPartition: [
            {VOID.class_: {"@id": name}, VOID.entities: count}
            for name, count in census.classes.items()
        ],
        DCAT.distribution: {
            DCAT.mediaType: {"@id": N_QUADS},
            DCAT.byteSize: census.size,
            SPDX.checksum: _checksum(census.sha256),
        },
    }


def _checksum(digest: str) -> dict[str, Any]:
    return {
        SPDX.algorithm: {"@id": SPDX.checksumAlgorithm_sha256},
        SPDX.checksumValue: digest,
    }


def _notes(guarded: bool) -> str:
    told = (
        "A cell holds one value. Where a thing can have several, its table shows the first (of "
        "confidences the highest) and a table of its own lists all. The checksum of the whole is "
        "of the graph as sorted N-Quads, those of the tables are of their files."
    )
    return told + (_GUARDED if guarded else "")


def _table(table: Table, digest: str) -> dict[str, Any]:
    shown = columns(table)
    schema = {
        "columns": [_column(table, column, at) for at, column in enumerate(shown)],
        "aboutUrl": f"{{+{shown[0].name}}}",
        "primaryKey": shown[0].name
        if isinstance(table, Entities)
        else [column.name for column in shown],
    }
    keys = [_key(column) for column in shown if column.table]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.title,
        SPDX.checksum: _checksum(digest),
        "tableSchema": schema,
    }


def _column(table: Table, column: Column, at: int) -> dict[str, Any]:
    made: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.title,
    }
    made["datatype"] = _DATATYPES[column.kind]
    if at == 0:
        made["required"] = True
    made |= _link(table, column) if isinstance(table, Links) else _entity(table, column, at)
    return made


def _entity(table: Entities, column: Column, at: int) -> dict[str, Any]:
    if at == 0:
        return {"propertyUrl": RDF.type, "valueUrl": table.of}
    # The datatype of a date depends on how exactly it is known, which a column cannot say.
    if len(column.path) > 1 or column.kind in ("count", "when"):
        return {"suppressOutput": True}
    return {"propertyUrl": column.path[0], **_value(column)}


def _link(table: Links, column: Column) -> dict[str, Any]:
    if column is not table.columns[1] or column.kind == "when" or table.through:
        return {"suppressOutput": True}
    several = len(table.properties) > 1
    return {"propertyUrl": "{+property}" if several else table.properties[0], **_value(column)}


def _value(column: Column) -> dict[str, Any]:
    return {"valueUrl": f"{{+{column.name}}}"} if column.kind == "iri" else {}


def _key(column: Column) -> dict[str, Any]:
    return {
        "columnReference": column.name,
        "reference": {"resource": f"{column.table}.csv", "columnReference": "iri"},
    }
