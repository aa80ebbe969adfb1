"""Occurrences and decisions for tests, in short: articles are letters, IRIs lack their base."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from kg.decisions import Decision, Verdict
from kg.identity import Identity, Kind, Occurrence
from kg.iris import DEFAULT_BASE, Minter

MINTER = Minter()
VERDICTS: dict[str, Verdict] = {"=": "same", "!=": "different", "?": "unsure"}
CONTEXTS = ("place", "seat", "organisation", "contest", "none")


def article(letter: str) -> str:
    """The key of the article that goes by a letter from a to f."""
    return letter * 16


def occurrences(line: str) -> list[Occurrence]:
    """``[KIND: ]KEY ARTICLES [CONTEXT] [stands C …] [backs C/X/POLARITY …] [holds ROLE …]``."""
    kind, _, rest = line.rpartition(": ")
    key, letters, *words = rest.split()
    name = key.partition("--")[0].replace("-", " ").title()
    fields: dict[str, Any] = {"context": "place" if "--" in key else "none"}
    slot = ""
    for word in words:
        if word in CONTEXTS:
            fields["context"] = word
        elif word in ("stands", "backs", "holds", "titled"):
            slot = word
        elif slot == "titled":
            fields["title"] = word
        else:
            fields.setdefault(slot, []).append(word)
    return [
        Occurrence(
            kind=kind or "person",  # type: ignore[arg-type] # the case's own word
            key=key,
            article=article(letter),
            name=name,
            context=fields["context"],
            title=fields.get("title", ""),
            roles=frozenset(fields.get("holds", ())),
            stands_in=frozenset(fields.get("stands", ())),
            backs=frozenset(tuple(one.split("/")) for one in fields.get("backs", ())),
        )
        for letter in letters
    ]


def iri(short: str) -> str:
    """``person/KEY`` or ``person/KEY--doc-LETTER`` with its base; any other IRI as it is."""
    if "://" in short:
        return short
    start, doc, letter = short.rpartition("--doc-")
    whole = f"{start}{doc}{article(letter)}" if doc and len(letter) == 1 else short
    return f"{DEFAULT_BASE}id/{whole}"


def decision(line: str, number: int) -> Decision:
    """``IRI = IRI``, with ``!=`` and ``?`` alike, on line ``number`` of a.tsv."""
    subject, verdict, other = line.split()
    return Decision(
        subject=iri(subject),
        object=iri(other),
        verdict=VERDICTS[verdict],
        justification="semapv:ManualMappingCuration",
        by="A Reader",
        day=date(2026, 11, 20),
        comment="",
        where=f"a.tsv:{number}",
    )


Member = tuple[Kind, str, str]


def grouped(found: Identity, given: Iterable[Occurrence]) -> dict[tuple[Kind, str], set[Member]]:
    """The occurrences by kind and canonical key."""
    groups: dict[tuple[Kind, str], set[Member]] = {}
    for one in given:
        key = found.key(one.kind, one.key, one.article)
        groups.setdefault((one.kind, key), set()).add((one.kind, one.key, one.article))
    return groups
