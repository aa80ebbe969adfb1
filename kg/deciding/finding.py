"""From an IRI or a name as somebody types it to the one thing that a decision may be about."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.deciding.known import Known
from kg.decisions.curies import iri_fault
from kg.decisions.sssom import OWN_PREFIX
from kg.errors import UsageError
from kg.text import fold
from kg.vocab import WIKIDATA
from kg.why.finding import find, rows
from kg.why.moves import followed

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_WIKIDATA = re.compile(
    r"(?:https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/|wd:|wikidata:)(Q[1-9]\d*)"
)
_SUBJECT = "SELECT ?thing ?p WHERE { ?thing ?p ?o } LIMIT 1"


@dataclass(frozen=True, slots=True)
class Found:
    """What somebody may mean, one IRI or several; ``outside`` says that it lies elsewhere."""

    asked: str
    iris: tuple[str, ...]
    outside: bool = False


def find_side(known: Known, asked: str, *, may_be_outside: bool = False) -> Found:
    """The things that ``asked`` may mean, by IRI, sorted.

    An IRI means itself: one that a row may name, or where ``may_be_outside`` any other http IRI
    that is not under the graph's own base. ``person/KEY``, as messages have it, and the page of a
    Wikidata item are taken for the IRIs that they stand for. A name, in any case, means those of
    that name in some article, else what ``kg why`` takes it for. Those that the graph has joined
    count as one.

    Raises ``UsageError`` with suggestions when there is no such thing, or none that decisions are
    about.
    """
    wanted = _in_full(known, asked.strip())
    if _IRI.fullmatch(wanted):
        return _by_iri(known, wanted, may_be_outside=may_be_outside)
    named = _by_name(known, wanted)
    return Found(wanted, named if len(named) == 1 else _apart(known, named))


def now_of(known: Known, iri: str) -> tuple[str, ...]:
    """The IRIs under which the graph has what ``iri`` stands for; itself when nothing changed."""
    if rows(known.graph, _SUBJECT, NamedNode(iri)):
        move = followed(known.graph, iri)
        return move.new if move else (iri,)
    # What one article says of a key is part of all that goes by it.
    plain = {known.plain(one) for one in known.named.get(iri, ())} - {iri}
    return tuple(sorted({now for one in plain for now in now_of(known, one)}))


def _in_full(known: Known, asked: str) -> str:
    """The IRI that a short form stands for; anything else as it is."""
    item = _WIKIDATA.fullmatch(asked)
    if item:
        return f"{WIKIDATA}{item[1]}"
    ours = f"{known.minter.base}id/{asked.removeprefix(f'{OWN_PREFIX}:id/')}"
    return ours if ours in known.named else asked


def _by_iri(known: Known, iri: str, *, may_be_outside: bool) -> Found:
    if iri in known.named:
        return Found(iri, (iri,))
    if iri.startswith(known.minter.base):
        near = difflib.get_close_matches(iri, sorted(known.named), 1, 0.9)
        raise UsageError(
            f"no article names {iri}",
            todo=f"did you mean {near[0]}?" if near else _KINDS,
        )
    if not may_be_outside:
        raise UsageError(
            f"{iri} is not of this graph",
            todo="give the person, body or contest of the graph first, what it is elsewhere second",
        )
    fault = iri_fault(iri)
    if fault:
        raise UsageError(f"{iri!a} {fault}", todo="copy it whole")
    return Found(iri, (iri,), outside=True)


_KINDS = "decisions are about people, bodies and contests; `kg why` finds their IRIs"


def _by_name(known: Known, name: str) -> tuple[str, ...]:
    """IRIs that a row may name, of the name itself or of what ``kg why`` would explain."""
    key = _folded(name)
    exact = {known.plain(one) for one in known.occurrences if _folded(one.name) == key}
    if exact:
        return tuple(sorted(exact))
    found = find(known.graph, name)
    named = tuple(iri for iri in found if iri in known.named)
    if not named:
        raise UsageError(f"{name!r} is {found[0]}", todo=_KINDS)
    return named


def _apart(known: Known, iris: Iterable[str]) -> tuple[str, ...]:
    """The IRIs, those that the graph has joined under the one that it has them by."""
    apart = {now if now in known.named else iri for iri in iris for now in now_of(known, iri)}
    return tuple(sorted(apart))


def _folded(name: str) -> str:
    return " ".join(fold(name).split())
