"""What an article says, as plain data: the types every layer above shares.

All are frozen. Offsets are Unicode code points into ``Document.text``, the end exclusive;
``document.quote(span)`` is the only way to a quote, so a quote can never differ from the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from kg.when import Published

AgentKind = Literal["person", "organisation"]
MentionKind = Literal["person", "organisation", "place"]
Polarity = Literal["supports", "opposes", "withdrawn", "expected"]
Comparator = Literal["exactly", "over", "about", "at least", "indefinite"]
ContextKind = Literal["place", "seat", "organisation", "contest", "none"]
RoleStatus = Literal["current", "former", "interim"]
CandidacyStatus = Literal["current", "withdrawn"]
PlaceKind = Literal[
    "council", "ward", "parish", "constituency", "ambiguous", "abolished", "unknown"
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text: code points ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span must be forward and not empty: {self.start}-{self.end}")

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its text exactly as read, and what is known about it.

    ``sha256`` is that of the text in UTF-8.
    """

    name: str
    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: Published | None = None
    media_type: str = "text/plain"

    def quote(self, span: Span) -> str:
        """The characters of ``span``."""
        return self.text[span.start : span.end]

    @property
    def key(self) -> str:
        """The first 16 hexadecimal digits of the hash: the article's key in every IRI."""
        return self.sha256[:16]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that says something: where it stands, which rule read it, how far to trust it.

    ``confidence`` is between 0 and 1: the share of firings of ``rule`` that were right when last
    measured. ``printed`` keeps the name, place and role as the passage prints them.
    """

    span: Span
    rule: str
    confidence: float
    printed_name: str | None = None
    printed_place: str | None = None
    printed_role: str | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """When something happened, in an article's own words.

    ``when`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, ``span`` the words that say so ("on
    Monday"), ``rule`` how they were read.
    """

    when: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Who or what an article names: one value per person, body or place of the article.

    ``name`` is the fullest form that the article gives, without titles and role words (a peer
    known by title only keeps it: "Baroness X"). ``context`` is the place or body printed
    beside it, and for a place the office: "MP" tells a seat from a council of its name.
    """

    kind: MentionKind
    name: str
    context: str = ""
    context_kind: Literal["", "place", "organisation"] = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Contest:
    """An office of a party, body or place (None: not known) in a year, as ``article`` names it."""

    office: str
    body: str | None = None
    year: int | None = None
    article: str = ""

    @property
    def label(self) -> str:
        """The contest in words: "Labour leadership 2015"."""
        parts = [self.body or "", self.office, str(self.year) if self.year else "(year not known)"]
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Endorsement:
    """``endorser`` supports (or opposes, ...) ``candidate`` in ``contest``.

    ``role`` is the office in which the endorser speaks, ``place`` the place beside the name,
    ``dates`` when it was done, as the words that say so have it.
    """

    endorser: Mention
    candidate: Mention
    contest: Contest
    polarity: Polarity
    evidence: tuple[Evidence, ...]
    role: str | None = None
    place: Mention | None = None
    dates: tuple[Dated, ...] = ()
    kind: Literal["endorsement"] = "endorsement"


@dataclass(frozen=True, slots=True)
class Claim:
    """A number of supporters that someone states for ``candidate``; it creates no people.

    ``unit`` is what is counted, in the plural ("councillors", "percent of CLPs"), ``attributed_to``
    who says so when it is not the article, ``enumerates`` the list that the number introduces.
    """

    candidate: Mention
    contest: Contest
    count: Decimal
    comparator: Comparator
    unit: str
    evidence: tuple[Evidence, ...]
    attributed_to: Mention | None = None
    enumerates: Span | None = None
    dates: tuple[Dated, ...] = ()
    kind: Literal["claim"] = "claim"


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """``person`` holds or held an office. ``organisation`` and ``place`` are as the text gives."""

    person: Mention
    role: str
    status: RoleStatus
    evidence: tuple[Evidence, ...]
    organisation: Mention | None = None
    place: Mention | None = None
    kind: Literal["role"] = "role"


@dataclass(frozen=True, slots=True)
class Candidacy:
    """``person`` stands, or stood and withdrew, in ``contest``."""

    person: Mention
    contest: Contest
    status: CandidacyStatus
    evidence: tuple[Evidence, ...]
    dates: tuple[Dated, ...] = ()
    kind: Literal["candidacy"] = "candidacy"


Statement = Endorsement | Claim | RoleHeld | Candidacy


@dataclass(frozen=True, slots=True)
class Leftover:
    """Text inside a list or beside a cue that was not turned into a statement, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Ignored:
    """Text that a named rule sets aside on purpose: sentences without a cue, photo credits."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document says, and an account of the rest of its characters.

    Statements are sorted by their first evidence; ``leftovers`` and ``ignored`` by span. ``lists``
    are the regions that were recognised as lists.
    """

    document: Document
    statements: tuple[Statement, ...]
    leftovers: tuple[Leftover, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    lists: tuple[Span, ...] = ()

    @property
    def endorsements(self) -> tuple[Endorsement, ...]:
        """The endorsements among the statements."""
        return tuple(s for s in self.statements if s.kind == "endorsement")

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims among the statements."""
        return tuple(s for s in self.statements if s.kind == "claim")

    @property
    def roles(self) -> tuple[RoleHeld, ...]:
        """The roles among the statements."""
        return tuple(s for s in self.statements if s.kind == "role")

    @property
    def candidacies(self) -> tuple[Candidacy, ...]:
        """The candidacies among the statements."""
        return tuple(s for s in self.statements if s.kind == "candidacy")


@dataclass(frozen=True, slots=True)
class Place:
    """What a printed place resolved to, as of a day: a council, or a typed refusal.

    ``code`` and ``slug`` are those of the council; for a ward, parish or seat those of the council
    it lies in when that is certain, else None. ``own_code`` is the ward's, parish's or seat's own
    GSS code. ``why`` says in a sentence how it was decided; ``candidates`` are the readings of an
    ambiguous name or the successors of an abolished council, as council slugs.
    """

    printed: str
    as_of: date
    kind: PlaceKind
    why: str
    name: str | None = None
    official_name: str | None = None
    slug: str | None = None
    code: str | None = None
    own_code: str | None = None
    candidates: tuple[str, ...] = ()
    misspelt: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """Who a person or organisation mention is: the last parts of its IRI, and why.

    ``context`` is what the second half of ``key`` is made of: "none" if of the article or a body.
    """

    kind: AgentKind
    key: str
    label: str
    decision: str
    context: ContextKind = "none"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Each mention of one extraction resolved, the keys of its contests, and who published it."""

    agents: Mapping[Mention, Entity] = field(default_factory=dict)
    places: Mapping[Mention, Place] = field(default_factory=dict)
    contests: Mapping[Contest, str] = field(default_factory=dict)
    publisher: Entity | None = None
