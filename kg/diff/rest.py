"""What differs beside statements and sources: names, passages, confidence, everything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.diff.account import (
    CANDIDACIES,
    CLAIMS,
    CONFIDENCE,
    ENDORSEMENTS,
    NAMES,
    OFFICES,
    OTHER,
    PASSAGES,
    PLACES,
    Account,
    counted,
)
from kg.diff.facts import Facts
from kg.diff.model import What
from kg.diff.places import described
from kg.diff.sources import SOURCES
from kg.diff.statements import count_changed
from kg.vocab import KGO
from kg.why.wording import in_words

_NAMED = ("person", "body", "council", "contest")
_PASSAGES = ("passage", "position", "words")
_IN_GROUP = {
    "endorsement": ENDORSEMENTS,
    "claim": CLAIMS,
    "candidacy": CANDIDACIES,
    "office": OFFICES,
    "place": PLACES,
    **SOURCES,
    **dict.fromkeys(_NAMED, NAMES),
}
_TOLD_APART = frozenset({KGO.evidence, KGO.dateEvidence, KGO.confidence, KGO.enumerates})


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
