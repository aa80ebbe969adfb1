"""What differs beside statements: sources, names, passages, confidence, and everything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from kg.diff.account import (
    ARTICLES,
    CANDIDACIES,
    CLAIMS,
    CONFIDENCE,
    ENDORSEMENTS,
    NAMES,
    OFFICES,
    OTHER,
    PASSAGES,
    PLACES,
    SUBMISSIONS,
    Account,
    counted,
)
from kg.diff.facts import Facts
from kg.diff.model import What
from kg.diff.pairing import pairs
from kg.diff.places import described
from kg.diff.statements import KINDS, count_changed
from kg.vocab import KGO, PROV, RDF, RDFS, SCHEMA
from kg.why.wording import in_words

_SOURCES = {"article": ARTICLES, "submission": SUBMISSIONS}
_COUNTED = {
    KGO.Endorsement: "endorsement",
    KGO.EndorsementClaim: "claim",
}
_NAMED = ("person", "body", "council", "contest")
_PASSAGES = ("passage", "position", "words")
_IN_GROUP = {
    "endorsement": ENDORSEMENTS,
    "claim": CLAIMS,
    "candidacy": CANDIDACIES,
    "office": OFFICES,
    "place": PLACES,
    **_SOURCES,
    **dict.fromkeys(_NAMED, NAMES),
}
_TOLD_APART = frozenset({KGO.evidence, KGO.dateEvidence, KGO.confidence, KGO.enumerates})


def tell_sources(account: Account) -> None:
    """Articles and submissions: new, gone, or there with another text."""
    held = _held(account)
    for kind, group in _SOURCES.items():
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
            gone = {graph for _, _, graph in touched.withdrawn if graph}
            fresh = {graph for _, _, graph in touched.added if graph}
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


def tell_changed(account: Account) -> None:
    """What is there before and after, property by property."""
    trust: Counter[tuple[str, str]] = Counter()
    reported = 0
    for node in list(account.left(account.touched.stayed)):
        kind = account.touched.stayed[node]
        if kind in _PASSAGES:
            continue
        before, after = account.old.about(node), account.new.about(node)
        differing = [p for p in {**before, **after} if before.get(p) != after.get(p)]
        if KGO.confidence in differing:
            trust[_confidence(account.old, node), _confidence(account.new, node)] += 1
        texts = list(_differences(account, node, kind, sorted(differing)))
        for text in texts:
            account.tell(_IN_GROUP.get(kind, OTHER), "changed", text, node)
        reported += not texts and KGO.confidence not in differing
        account.done.add(node)
    for (one, other), times in trust.items():
        account.tell(
            CONFIDENCE, "changed", f"{one} → {other}: {counted(times, 'statement')}", times=times
        )
    if reported:
        text = f"{counted(reported, 'thing')} said by other passages or articles"
        account.tell(PASSAGES, "changed", text, times=reported)


def _confidence(facts: Facts, node: str) -> str:
    return " or ".join(sorted(facts.texts(node, KGO.confidence))) or "none"


def _differences(account: Account, node: str, kind: str, properties: list[str]) -> Iterator[str]:
    old, new = account.old, account.new
    if kind == "claim" and {KGO.count, KGO.comparator} & set(properties):
        yield count_changed(old.in_words(node), new.in_words(node))
        properties = [p for p in properties if p not in (KGO.count, KGO.comparator)]
    if KGO.enumerates in properties:
        before, after = (len(facts.values(node, KGO.enumerates)) for facts in (old, new))
        yield f"{new.sentence(node)}: names listed for it {before} → {after}"
    for name in properties:
        if name not in _TOLD_APART:
            yield f"{new.sentence(node)}: {_value_changed(account, node, name)}"


def _value_changed(account: Account, node: str, name: str) -> str:
    olds, news = account.old.values(node, name), account.new.values(node, name)
    gone = [account.old.label(term) for term in olds if term not in news]
    fresh = [account.new.label(term) for term in news if term not in olds]
    told = " and ".join
    if gone and fresh:
        return f"{in_words(name)} {told(gone)} → {told(fresh)}"
    if fresh:
        return f"{'also ' if olds else ''}{in_words(name)} {told(fresh)}"
    return f"no longer {in_words(name)} {told(gone)}"


def tell_names(account: Account) -> None:
    """People, bodies, councils, contests and areas that nobody was told to have become."""
    for where, facts, what in _sides(account):
        for node in list(account.left(where, *_NAMED)):
            account.tell(NAMES, what, facts.sentence(node), node)
        for node in list(account.left(where, "place")):
            account.tell(PLACES, what, described(facts, node), node)


def _sides(account: Account) -> Iterator[tuple[dict[str, str], Facts, What]]:
    yield account.touched.came, account.new, "added"
    yield account.touched.went, account.old, "withdrawn"


def tell_passages(account: Account) -> None:
    """Passages as totals: those of a changed article are all new, and say nothing by themselves."""
    for where, _, what in _sides(account):
        nodes = set(account.left(where, *_PASSAGES))
        if passages := {node.partition("#")[0].rstrip(">") for node in nodes}:
            account.tell(PASSAGES, what, counted(len(passages), "passage"), times=len(passages))
        account.done.update(nodes)
    changed: dict[str, set[str]] = {}
    for node in set(account.left(account.touched.stayed, *_PASSAGES)):
        before, after = account.old.about(node), account.new.about(node)
        for name in {**before, **after}:
            if before.get(name) != after.get(name):
                text = _value_changed(account, node, name)
                passage = node.partition("#")[0].rstrip(">")
                changed.setdefault(text, set()).add(passage)
        account.done.add(node)
    for text, passages in changed.items():
        named = [f"{one}>" for one in sorted(passages)]
        account.tell(
            PASSAGES, "changed", f"{text}: {counted(len(named), 'passage')}", times=len(named)
        )


def tell_other(account: Account) -> None:
    """Whatever is left: roles, units, and all things of which kg knows no kind."""
    _forget_helpers(account)
    for where, facts, what in _sides(account):
        for node in list(account.left(where)):
            account.tell(OTHER, what, facts.sentence(node), node)
    for node in account.touched.every:
        if node not in account.done:
            account.tell(OTHER, "changed", f"{account.new.shown(node)}: what it gave way to", node)


def _forget_helpers(account: Account) -> None:
    """Who handed in a submission that was told, and who is told apart by nothing but a scheme."""
    for node in account.touched.every:
        source = f"{node.partition('#')[0]}>"
        if "#" in node and source in account.done:
            account.done.add(node)
