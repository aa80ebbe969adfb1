"""Articles and submissions that came, went, or have another text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from kg.diff.account import ARTICLES, SUBMISSIONS, Account, counted
from kg.diff.facts import Facts
from kg.diff.model import What
from kg.diff.pairing import pairs
from kg.diff.statements import KINDS
from kg.vocab import KGO, PROV, RDF, RDFS, SCHEMA

SOURCES: Mapping[str, str] = MappingProxyType({"article": ARTICLES, "submission": SUBMISSIONS})
"""The group in which a kind of source is told."""

_COUNTED = {
    KGO.Endorsement: "endorsement",
    KGO.EndorsementClaim: "claim",
}


def tell_sources(account: Account) -> None:
    """Articles and submissions: new, gone, or there with another text."""
    held = _held(account)
    for kind, group in SOURCES.items():
        went = list(account.left(account.touched.went, kind))
        came = list(account.left(account.touched.came, kind))
        old, new = account.old, account.new
        heirs = _heirs(account, went)
        found, gone, fresh = pairs(
            [_Source(old, node, heirs.get(node)) for node in went],
            [_Source(new, node, node) for node in came],
            (_Source.by_address, _Source.by_title, _Source.by_heir) if kind == "article" else (),
        )
        for one, other in found:
            text = f"{other.text}: another text ({old.shown(one.node)} → {new.shown(other.node)})"
            account.tell(group, "changed", text, one.node, other.node)
        for source in gone:
            text = f"{source.text}{_content(held, source.node, 'withdrawn')}"
            account.tell(group, "withdrawn", text, source.node)
        for source in fresh:
            text = f"{source.text}{_content(held, source.node, 'added')}"
            account.tell(group, "added", text, source.node)


class _Source:
    """An article or a submission in one of the graphs."""

    def __init__(self, facts: Facts, node: str, heir: str | None) -> None:
        self.node = node
        self._heir = heir
        self._address = facts.texts(node, SCHEMA.url)
        self._title = facts.texts(node, SCHEMA.headline)
        self.text = _source(facts, node)

    def by_address(self) -> Iterator[str]:
        yield from self._address

    def by_title(self) -> Iterator[str]:
        yield from self._title

    def by_heir(self) -> Iterator[str]:
        if self._heir:
            yield self._heir


def _heirs(account: Account, went: Collection[str]) -> dict[str, str]:
    """For each article that went, the one that now says more than half of what it said."""
    shared: Counter[tuple[str, str]] = Counter()
    whole: Counter[str] = Counter()
    for node, kind in account.touched.stayed.items():
        if kind in KINDS:
            touched = account.touched.every[node]
            gone = sorted({graph for _, _, graph in touched.withdrawn if graph})
            fresh = sorted({graph for _, _, graph in touched.added if graph})
            whole.update(gone)
            shared.update((one, other) for one in gone for other in fresh)
    return {one: other for (one, other), n in shared.items() if 2 * n > whole[one] and one in went}


def _source(facts: Facts, node: str) -> str:
    if facts.kind(node) == "submission":
        who = " ".join(
            facts.first(by, RDFS.label) for by in facts.values(node, PROV.wasAttributedTo)
        )
        return f"{facts.first(node, KGO.fileName)}, handed in by {who} ({facts.shown(node)})"
    publishers = [facts.name(body) for body in facts.values(node, SCHEMA.publisher)]
    about = ", ".join([*publishers, *facts.texts(node, SCHEMA.datePublished)])
    title = facts.first(node, SCHEMA.headline)
    return f"{f'“{title}”' if title else facts.shown(node)}{f' ({about})' if about else ''}"


def _held(account: Account) -> Counter[tuple[str, str, str]]:
    """How many things of which class came or went in which graph."""
    found: Counter[tuple[str, str, str]] = Counter()
    for touched in account.touched.every.values():
        for what, lines in (("added", touched.added), ("withdrawn", touched.withdrawn)):
            found.update(
                (what, graph, item[1:-1]) for name, item, graph in lines if name == RDF.type
            )
    return found


def _content(held: Counter[tuple[str, str, str]], node: str, what: What) -> str:
    parts = [
        counted(number, name) for iri, name in _COUNTED.items() if (number := held[what, node, iri])
    ]
    return f": {', '.join(parts)}" if parts else ""
