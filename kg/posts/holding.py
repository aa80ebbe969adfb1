"""A post as a statement: somebody holds an office, and this passage says so."""

from __future__ import annotations

from kg.model import Evidence, Mention, RoleHeld
from kg.words.offices import OfficePhrase


def role_held(person: Mention, office: OfficePhrase, evidence: Evidence) -> RoleHeld:
    """That ``person`` holds ``office``, with the body and place that its phrase names."""
    return RoleHeld(
        person,
        office.label,
        office.status,
        (evidence,),
        organisation=Mention("organisation", office.organisation) if office.organisation else None,
        place=Mention("place", office.place, office.label) if office.place else None,
    )
