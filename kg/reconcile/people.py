"""Who a person is: the second half of the key, and what tells it.

A name alone is nobody. What stands beside it makes the key: a place, a seat, a body, or the body
in whose contest the person stands. Where nothing does, the key holds for one article only, so that
it never joins two people of one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kg.gazetteer import Gazetteer, Member, fold_place
from kg.iris import slug
from kg.lexicon import Body, Lexicon, folded
from kg.model import (
    Candidacy,
    Claim,
    Contest,
    ContextKind,
    Document,
    Endorsement,
    Entity,
    Extraction,
    Mention,
    Place,
    RoleHeld,
    Span,
    Statement,
)
from kg.reconcile.bodies import Bodies

_SEATED = "MP"


class Context(NamedTuple):
    """The second half of a person's key, what it is made of, and why, in a sentence."""

    key: str
    kind: ContextKind
    why: str


class Post(NamedTuple):
    """An office of a person, the body and the place beside it ("" if none), and if it is past."""

    office: str
    body: str
    place: str
    former: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What the statements of an article tell of one person.

    ``contest`` is the first one in which the person stands or is supported, ``passages`` where the
    person is named.
    """

    posts: frozenset[Post]
    contest: Contest | None
    passages: frozenset[Span]


def told_of(extraction: Extraction) -> Mapping[Mention, Told]:
    """What the article tells of each person and body that its statements name."""
    posts: dict[Mention, set[Post]] = {}
    contests: dict[Mention, Contest] = {}
    passages: dict[Mention, set[Span]] = {}
    for statement in extraction.statements:
        for who in _named(statement):
            passages.setdefault(who, set()).update(e.span for e in statement.evidence)
        if isinstance(statement, RoleHeld):
            body = statement.organisation.name if statement.organisation else ""
            place = statement.place.name if statement.place else ""
            post = Post(statement.role, body, place, statement.status == "former")
            posts.setdefault(statement.person, set()).add(post)
            continue
        if isinstance(statement, Endorsement) and statement.role:
            posts.setdefault(statement.endorser, set()).add(Post(statement.role, "", "", False))
        stands = statement.person if isinstance(statement, Candidacy) else statement.candidate
        contests.setdefault(stands, statement.contest)
    return {
        who: Told(frozenset(posts.get(who, ())), contests.get(who), frozenset(spans))
        for who, spans in passages.items()
    }


def _named(statement: Statement) -> tuple[Mention, ...]:
    if isinstance(statement, Endorsement):
        return statement.endorser, statement.candidate
    if isinstance(statement, Claim):
        return (statement.candidate,)
    return (statement.person,)


NOTHING = Told(frozenset(), None, frozenset())


@dataclass(frozen=True, slots=True)
class People:
    """What people are decided from."""

    document: Document
    places: Mapping[str, Place]
    gazetteer: Gazetteer
    lexicon: Lexicon
    bodies: Bodies
    told: Mapping[Mention, Told]

    def entity(self, mention: Mention) -> Entity:
        """The person whom ``mention`` means."""
        context = self._context(mention, self.told.get(mention, NOTHING))
        key = f"{slug(mention.name)}--{context.key}"
        return Entity("person", key, mention.name, context.why, context.kind)

    def _context(self, mention: Mention, told: Told) -> Context:
        return (
            self._beside_place(mention, told)
            or self._sitting(mention, told)
            or self._standing(told)
            or self._beside_body(mention, told)
            or Context(
                f"doc-{self.document.key}", "none", "Nothing beside the name tells who it is."
            )
        )

    def _beside_place(self, mention: Mention, told: Told) -> Context | None:
        """By the place printed beside the name, unless it is a word that any place may have."""
        if mention.context_kind != "place" or self.bodies.party(mention.context):
            return None
        place = self.places.get(mention.context)
        seat = self._seat_called(mention, told)
        if seat:
            return seat
        region = self.lexicon.identity.region_forms.get(slug(mention.context))
        name = region or (place and place.name) or mention.context
        if self.bodies.is_common(name):
            return None
        key = slug(region) if region else (place and place.slug) or slug(name)
        kind: ContextKind = "seat" if place and place.kind == "constituency" else "place"
        return Context(key, kind, f"Named with {name}.")

    def _seat_called(self, mention: Mention, told: Told) -> Context | None:
        """The seat for which a member of the name sits, when the article prints it for the name."""
        member = self._member(mention)
        if member is None:
            return None
        seat = self.gazetteer.seats[member.seat].name
        printed = (mention.context, *(post.place for post in told.posts if not post.former))
        if fold_place(seat) not in map(fold_place, printed):
            return None
        return Context(slug(seat), "seat", f"Named with {seat}, and sat for it.")

    def _sitting(self, mention: Mention, told: Told) -> Context | None:
        """By the seat of the only MP of the name on the day, if the article speaks of an MP."""
        member = self._member(mention)
        if member is None or (mention.context and mention.context_kind == "place"):
            return None
        evidence = self._of_parliament(mention, member, told)
        if not evidence:
            return None
        seat = self.gazetteer.seats[member.seat].name
        return Context(slug(seat), "seat", f"The only MP of that name, for {seat}; {evidence}.")

    def _member(self, mention: Mention) -> Member | None:
        """The only MP of the full name on the day of the article; its day must be known."""
        published = self.document.published
        if published is None or " " not in mention.name:
            return None
        members = self.gazetteer.members_named(mention.name, published.as_of())
        return members[0] if len(members) == 1 else None

    def _of_parliament(self, mention: Mention, member: Member, told: Told) -> str:
        """What in the article speaks of a member of parliament, or "" if nothing does."""
        posts = sorted(told.posts)
        if any("elsewhere" in self._tells(post.office) for post in posts if not post.former):
            return ""
        called = next((post.office for post in posts if "member" in self._tells(post.office)), "")
        if called:
            return f"the article calls this person {called}"
        party = self.bodies.party(member.party)
        named = self.bodies.party(mention.context) or (
            self.bodies.party(told.contest.body) if told.contest and told.contest.body else None
        )
        if party and named:
            return f"named with {party.name}" if named == party else ""
        return self._beside_words(mention, told, party)

    def _beside_words(self, mention: Mention, told: Told, party: Body | None) -> str:
        """What the lines that name the person, or the headline, say of MPs or of the party."""
        headline, *lines = self._lines(mention.name, told.passages)
        words = [folded(line) for line in lines]
        units = (
            match.value
            for one in [folded(headline), *words]
            for _, match in self.lexicon.units.found(one)
        )
        if any(unit.role == _SEATED for unit in units):
            return "named beside words for MPs"
        parties = (match.value for one in words for _, match in self.lexicon.parties.found(one))
        return f"named beside {party.name}" if party and party in parties else ""

    def _lines(self, name: str, passages: Iterable[Span]) -> Iterator[str]:
        """The first line of the article, then the lines that name the person, each once."""
        text = self.document.text
        named = (match.start() for match in re.finditer(re.escape(name), text))
        found = {*named, *(span.start for span in passages)}
        first = text.rfind("\n", 0, len(text) - len(text.lstrip())) + 1
        for start in (first, *sorted({text.rfind("\n", 0, at) + 1 for at in found})):
            end = text.find("\n", start)
            yield text[start : end if end >= 0 else len(text)]

    def _tells(self, office: str) -> frozenset[str]:
        """What an office tells of who holds it; see ``office-tells.tsv``."""
        found = self.lexicon.identity.office_tells.found(folded(office))
        return frozenset(told for _, match in found for told in match.value)

    def _standing(self, told: Told) -> Context | None:
        contest = told.contest
        if contest is None or not contest.body:
            return None
        why = f"Stands in a contest of {contest.body}."
        return Context(self.bodies.of(contest.body).key, "contest", why)

    def _beside_body(self, mention: Mention, told: Told) -> Context | None:
        """By the body printed beside the name, if few people can be named with it.

        A party has members of one name in every town, so it tells only who holds an office of
        which it has one.
        """
        if mention.context_kind != "organisation" or self.bodies.is_common(mention.context):
            return None
        body = self.bodies.of(mention.context)
        if self.bodies.party(mention.context) and not self._leads(body, told):
            return None
        return Context(body.key, "organisation", f"Named with {body.label}.")

    def _leads(self, body: Entity, told: Told) -> bool:
        """Whether the person holds or held an office of which ``body`` has one at a time."""
        return any(
            "sole" in (self.lexicon.identity.office_tells.whole(folded(post.office)) or ())
            and self.bodies.of(post.body).key == body.key
            for post in told.posts
            if post.body
        )
