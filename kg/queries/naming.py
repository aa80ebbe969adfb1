"""From a name or an IRI as somebody types it to the one thing that a parameter means.

A name is looked for among the things of the parameter's sort only: a candidate is found by surname
even where a hundred councillors share it. Where the graph has none of that name, a council is
looked up in the gazetteer, which knows former names, codes and misspellings.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.asking import Queryable, Row, Term, engine_errors
from kg.errors import UsageError
from kg.iris import slug
from kg.queries.parameters import ADDRESS, Parameter, as_term, shortened, sound
from kg.queries.things import SORTS
from kg.vocab import DCTERMS, KGO, PREFIXES

_SHOWN = 5
_NEAR = 0.7
_HEAD = "".join(f"PREFIX {prefix}: <{space}>\n" for prefix, space in sorted(PREFIXES.items()))
_ABOUT = "SELECT ?thing ?property ?value WHERE { ?thing ?property ?value }"


class Named(NamedTuple):
    """A thing and one name of it; the name is empty when it has none."""

    iri: str
    name: str


def find_named(store: Queryable, parameter: Parameter, asked: str) -> NamedNode:
    """The one thing of the sort of ``parameter`` that ``asked`` means.

    An IRI means itself, or what took its place. A name, in any case, means whoever has it in full,
    else whoever has it as the last words (a surname), else the key of an IRI (``person/KEY``).

    Raises ``UsageError`` with what was near when nothing fits, and with the readings when several
    things do.
    """
    asked = sound(parameter, asked)
    if ADDRESS.match(asked):
        return _by_iri(store, parameter, asked)
    known = things_of(store, parameter.sort or "")
    found = _named(known, asked) or _elsewhere(store, parameter, asked, known)
    if not found:
        raise _unknown(parameter, asked, known)
    if len(found) > 1:
        raise _several(parameter, asked, found, known)
    return NamedNode(found[0])


def things_of(store: Queryable, sort: str) -> list[Named]:
    """Everything of a sort, a key of ``SORTS``, with each of its names; sorted."""
    of = SORTS[sort]
    query = (
        f"{_HEAD}SELECT DISTINCT ?thing ?name "
        f"{{ {of.pattern} OPTIONAL {{ ?thing {of.names} ?name }} }}"
    )
    return sorted(
        Named(thing.value, name.value if isinstance(name, Literal) else "")
        for thing, name in _rows(store, query)
        if isinstance(thing, NamedNode)
    )


def _rows(store: Queryable, query: str, thing: Term | None = None) -> list[Row]:
    with engine_errors():  # an answer is worked out as it is read
        answer = store.query(query, {"thing": thing} if thing else None)
        if not isinstance(answer, QuerySolutions):
            raise TypeError("only a SELECT has rows")
        return [tuple(row) for row in answer]


def _by_iri(store: Queryable, parameter: Parameter, asked: str) -> NamedNode:
    node = NamedNode(as_term(parameter, asked).value)
    said = [(str(p), o) for _, p, o in _rows(store, _ABOUT, node)]
    heirs = [
        o.value for p, o in said if p == f"<{DCTERMS.isReplacedBy}>" and isinstance(o, NamedNode)
    ]
    parts = [o.value for p, o in said if p == f"<{KGO.splitInto}>" and isinstance(o, NamedNode)]
    if heirs:
        return NamedNode(heirs[0])
    if parts and len(said) == len(parts):
        raise _several(parameter, asked, sorted(parts), things_of(store, parameter.sort or ""))
    return node if said else _otherwise(store, parameter, node)


def _otherwise(store: Queryable, parameter: Parameter, node: NamedNode) -> NamedNode:
    """What an IRI means that the graph says nothing of.

    The thing with this address; or whose IRI ends alike, as defaults are written for the base that
    kg ships with. A default that the graph has nothing of stays as it is: it answers nothing.
    """
    tail = node.value.partition("/id/")[2]
    known = things_of(store, parameter.sort or "")
    same = sorted(
        {
            one.iri
            for one in known
            if one.name == node.value or (tail and one.iri.endswith(f"/id/{tail}"))
        }
    )
    if len(same) == 1:
        return NamedNode(same[0])
    if node.value == parameter.default:
        return node
    raise _unknown(parameter, node.value, ())


def _named(known: Iterable[Named], asked: str) -> list[str]:
    """The things of that name; else of that surname; else of that key."""
    key = _key(asked)
    if not key:
        return []
    keys = [(one.iri, _key(one.name)) for one in known]
    for fits in (
        lambda _, name: name == key,
        lambda _, name: name.endswith(f" {key}"),
        lambda iri, _: iri.endswith(f"/{asked}"),
    ):
        found = sorted({iri for iri, name in keys if fits(iri, name)})
        if found:
            return found
    return []


def _elsewhere(
    store: Queryable, parameter: Parameter, asked: str, known: Sequence[Named]
) -> list[str]:
    if parameter.sort != "council" or not known:
        return []
    from kg.queries.councils import councils_meant  # here: only an unusual name needs the gazetteer

    return councils_meant(store, asked, known[0].iri)


def _key(name: str) -> str:
    """A name without case, accents and apostrophes, its words apart."""
    return " ".join(map(slug, name.split()))


def _unknown(parameter: Parameter, asked: str, known: Iterable[Named]) -> UsageError:
    by_key: dict[str, str] = {}
    for one in known:
        key = _key(one.name)
        by_key.setdefault(key, one.name)
        by_key.setdefault(key.rpartition(" ")[2], one.name)  # a surname may be misspelt, too
    by_key.pop("", None)
    near = difflib.get_close_matches(_key(asked), sorted(by_key), 3, _NEAR)
    meant = list(dict.fromkeys(by_key[key] for key in near))
    hint = f"did you mean {', or '.join(meant)}?" if meant else None
    return UsageError(
        f"the graph has no {parameter.sort} {shortened(asked)!a}",
        todo=hint or f"give {parameter.name} as an article prints it, or an IRI",
    )


def _several(
    parameter: Parameter, asked: str, found: Sequence[str], known: Iterable[Named]
) -> UsageError:
    names: dict[str, str] = {}
    for one in known:
        names.setdefault(one.iri, one.name)
    shown = [_shown(iri, names.get(iri, "")) for iri in found[:_SHOWN]]
    more = f", or {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return UsageError(
        f"{shortened(asked)!a} may be any {parameter.sort} of {len(found)}",
        todo=f"give {parameter.name} as one of {', '.join(shown)}{more}",
    )


def _shown(iri: str, name: str) -> str:
    short = iri.partition("/id/")[2] or iri
    return f"{short} ({name})" if name else short
