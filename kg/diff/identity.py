"""Who became one, who was set apart, and what moved with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.diff.account import ENDORSEMENTS, IDENTITY, Account, counted
from kg.diff.facts import NOTHING, REDIRECT, Facts, plain
from kg.identity.moving import moved
from kg.vocab import DCTERMS, KGO, OWL, RDFS, SKOS, SSSOM

_MOVING = ("endorsement", "candidacy", "office")
_ABSENT = (NOTHING, REDIRECT)


def tell_identity(account: Account) -> None:
    """Redirects and match decisions that came or went, and the statements that follow them."""
    joined = dict(_links(account, DCTERMS.isReplacedBy, added=True))
    parted = dict(_links(account, DCTERMS.isReplacedBy, added=False))
    for one, other in joined.items():
        before = parted.pop(one, None)
        if before is not None and joined.get(before) == other:
            account.done.add(one)  # it follows what it led to, of which this is told
        else:
            account.tell(IDENTITY, "changed", _one_now(account, one, other), one, other)
    for one, other in parted.items():
        account.tell(IDENTITY, "changed", _two_again(account, one, other), one, other)
    _tell_splits(account)
    _tell_decisions(account)
    _follow(
        account,
        joined,
        account.touched.went,
        account.new,
        account.old,
        "counted once, no longer twice",
    )
    _follow(account, parted, account.touched.came, account.old, account.new, "counted twice again")


def _links(account: Account, predicate: str, *, added: bool) -> Iterator[tuple[str, str]]:
    for node, touched in account.touched.every.items():
        for name, item, _ in touched.added if added else touched.withdrawn:
            if name == predicate:
                yield node, item


def _one_now(account: Account, one: str, other: str) -> str:
    names = _known(account.old, one), _known(account.old, other)
    now, kind = account.new.name(other), account.new.kind(other)
    if not all(names):
        return f"{account.new.shown(one)} now means {now} ({account.new.shown(other)})"
    if names[0] == names[1]:
        both = f"{account.old.shown(one)} and {account.old.shown(other)}"
        return f"{both} are now one {kind}: {now}"
    return f"{names[0]} and {names[1]} are now one {kind}: {now}"


def _two_again(account: Account, one: str, other: str) -> str:
    names = _known(account.new, one), _known(account.new, other)
    if not all(names):
        return f"{account.old.shown(one)} no longer means {account.old.name(other)}"
    kind = account.new.kind(one)
    if names[0] == names[1]:
        names = account.new.shown(one), account.new.shown(other)
    return f"{names[0]} and {names[1]} are no longer one {kind}"


def _known(facts: Facts, node: str) -> str:
    return "" if facts.kind(node) in _ABSENT else facts.name(node)


def _tell_splits(account: Account) -> None:
    for added, facts in ((True, account.new), (False, account.old)):
        for node, part in dict.fromkeys(_links(account, KGO.splitInto, added=added)):
            if added:
                name = f"{facts.name(part)} ({facts.shown(part)})"
                text = f"{name} was set apart from {facts.shown(node)}"
            else:
                text = f"{facts.shown(part)} is no longer set apart from {facts.shown(node)}"
            account.tell(IDENTITY, "changed", text, part)


def _tell_decisions(account: Account) -> None:
    for node in list(account.left(account.touched.came, "match decision")):
        text = f"decided: {_decision(account.new, account.old, node)}"
        account.tell(IDENTITY, "added", text, node)
    for node in list(account.left(account.touched.went, "match decision")):
        text = f"no longer decided: {_decision(account.old, account.new, node)}"
        account.tell(IDENTITY, "withdrawn", text, node)


def _decision(facts: Facts, without: Facts, node: str) -> str:
    """A decision in words; those whom it is about as the graph ``without`` it calls them."""
    sides = [
        _known(without, side) or _known(facts, side) or facts.shown(side)
        for predicate in (OWL.annotatedSource, OWL.annotatedTarget)
        for side in facts.values(node, predicate)
    ]
    verdict = "the same"
    if facts.first(node, OWL.annotatedProperty) == SKOS.closeMatch:
        verdict = "perhaps the same"
    elif facts.values(node, SSSOM.predicate_modifier):
        verdict = "different"
    why = "".join(f": {text}" for text in facts.texts(node, RDFS.comment))
    by = facts.first(node, SSSOM.author_label)
    return f"{' and '.join(sides)} are {verdict}, by {by}{why}"


def _follow(
    account: Account,
    links: Mapping[str, str],
    leaving: Mapping[str, str],
    there: Facts,
    here: Facts,
    again: str,
) -> None:
    """What leaves one graph because of ``links`` is ``there`` in the other under a new name."""
    redirects = {plain(one): plain(other) for one, other in links.items()}
    following = 0
    for node in list(account.left(dict(leaving), *_MOVING)):
        new = f"<{moved(plain(node), redirects)}>"
        if new == node or there.kind(new) in _ABSENT:
            continue
        if here.kind(node) == "endorsement" and here.kind(new) == "endorsement":
            text = f"{there.sentence(new)}: {again}"
            account.tell(ENDORSEMENTS, "changed", text, node)
        else:
            following += 1
        account.done.update((node, new))
    if following:
        text = f"{counted(following, 'statement')} moved with those whom they are about"
        account.tell(IDENTITY, "changed", text, times=following)
