"""Offices: who holds which role, in which body, for which area, according to an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import InternalError
from kg.gazetteer import Gazetteer
from kg.iris import slug
from kg.model import Endorsement, Evidence, Mention, Place, RoleHeld, RoleStatus
from kg.rdf.facts import Fact, Making, agent_iri, link, text, typed, when
from kg.rdf.shared import area_facts, area_iri, area_key, council_facts, role_facts, role_iri
from kg.vocab import KGO, ORG

_STATUS = {"current": KGO.Current, "former": KGO.Former, "interim": KGO.Interim}
# Keys for what the text leaves out; no slug of a name ends in a hyphen, so they cannot clash.
_NO_BODY = "body-"
_NO_ROLE = "role-"


@dataclass(frozen=True, slots=True)
class Office:
    """A role of a person as an article gives it, with the passages that do."""

    person: Mention
    role: str | None
    status: RoleStatus
    place: Mention | None
    organisation: Mention | None
    evidence: tuple[Evidence, ...]


def office_held(statement: RoleHeld) -> Office:
    """The office of a statement that somebody holds or held one."""
    return Office(
        statement.person,
        statement.role,
        statement.status,
        statement.place,
        statement.organisation,
        statement.evidence,
    )


def capacity(making: Making, endorsement: Endorsement) -> Office | None:
    """The office in which an endorser speaks, or None when the text gives neither role nor place.

    When the article says elsewhere who holds that role (a former chief whip), that is the office
    meant: the endorsement then adds no second, current one.
    """
    whom, role, place = endorsement.endorser, endorsement.role, endorsement.place
    if whom.kind != "person" or (role is None and place is None):
        return None
    for held in making.extraction.roles:
        same_place = place is None or held.place == place
        if same_place and _same_role(role, held.role) and making.same(held.person, whom):
            return office_held(held)
    told = tuple(e for e in endorsement.evidence if e.printed_role or e.printed_place)
    return Office(whom, role, "current", place, None, told or endorsement.evidence)


def _same_role(role: str | None, other: str) -> bool:
    return role is not None and slug(role) == slug(other)


def office_iri(making: Making, office: Office) -> str:
    """The IRI of an office: person, body or area, role."""
    return making.minter.membership(
        making.entity(office.person).key,
        _body_key(making, office),
        slug(office.role) if office.role else _NO_ROLE,
    )


def office_facts(making: Making, office: Office) -> Iterator[Fact]:
    """What the article says of an office: holder, role, body, area, status, how it was matched."""
    node, minter = office_iri(making, office), making.minter
    yield from typed(node, ORG.Membership)
    yield link(node, ORG.member, agent_iri(minter, making.entity(office.person)))
    yield link(node, KGO.status, _STATUS[office.status])
    yield from when(node, KGO.asOf, making.published)
    if office.role:
        yield link(node, ORG.role, role_iri(minter, office.role))
    if office.organisation:
        yield link(node, ORG.organization, making.agent(office.organisation))
        yield from text(node, KGO.decision, making.entity(office.organisation).decision)
    if office.place:
        yield from _place_facts(making, node, making.place(office.place))


def shared_office_facts(making: Making, gazetteer: Gazetteer, office: Office) -> Iterator[Fact]:
    """The role, council and area of an office, which are the same for every article."""
    if office.role:
        yield from role_facts(making.minter, office.role)
    if office.place is None:
        return
    place = making.place(office.place)
    if place.kind == "council":
        yield from council_facts(making.minter, gazetteer, _council_slug(place))
    else:
        yield from area_facts(making.minter, gazetteer, place)


def _place_facts(making: Making, node: str, place: Place) -> Iterator[Fact]:
    minter = making.minter
    yield from text(node, KGO.decision, place.why)
    if place.kind == "council":
        yield link(node, ORG.organization, minter.council(_council_slug(place)))
        return
    area = area_iri(minter, place)
    yield link(node, KGO.represents, area)
    yield from text(area, KGO.decision, place.why)
    # Whoever sits for a ward sits on its council; a parish has a council of its own.
    if place.kind == "ward" and place.slug:
        yield link(node, ORG.organization, minter.council(place.slug))


def _body_key(making: Making, office: Office) -> str:
    if office.place:
        place = making.place(office.place)
        return _council_slug(place) if place.kind == "council" else area_key(place)
    if office.organisation:
        return making.entity(office.organisation).key
    return _NO_BODY


def _council_slug(place: Place) -> str:
    if place.slug is None:
        raise InternalError(f"“{place.printed}” was resolved to a council without a slug")
    return place.slug
