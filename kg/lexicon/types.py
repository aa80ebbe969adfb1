"""The kinds of words that the reader knows, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kg.lexicon.constructions import Anchored
from kg.lexicon.verbs import Form
from kg.model import Comparator
from kg.phrases import PhraseIndex


class Title(NamedTuple):
    """A title before a name; ``role`` is the office it states, ``keeps`` a peer's title."""

    kind: str
    role: str
    keeps: bool


class Body(NamedTuple):
    """A party or other organisation: canonical name, key in IRIs, kind."""

    name: str
    slug: str
    kind: str


class Office(NamedTuple):
    """The head of an office: label in title case, and whether the form is the plural."""

    label: str
    plural: bool


class Unit(NamedTuple):
    """What supporters are counted in, and the office that one of them holds ("" for none)."""

    unit: str
    role: str


class DateWord(NamedTuple):
    """A word or phrase of time: its kind in ``date-words.tsv``, and its number there, or 0."""

    kind: str
    value: int


class Cue(NamedTuple):
    """A verb or noun that opens a frame, in one of its forms.

    ``force`` is "endorse" for what is said only of those who stand, "choose" for what is said of
    much else, "side" for what is said of somebody's side in anything, or "".
    """

    frame: str
    form: Form
    lemma: str
    force: str = ""

    @property
    def narrow(self) -> bool:
        """Whether it says something of candidates only beside other signs of a contest."""
        return self.force in ("choose", "side")


class StancePhrase(NamedTuple):
    """What stands before and behind the name of whoever's side people are on."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    weak: bool


class ContestPhrase(NamedTuple):
    """What names a contest: the office, whose it is, and how surely a contest is spoken of."""

    office: str
    of: str
    weight: int


class KnownContest(NamedTuple):
    """A contest of the past that news may refer back to.

    ``called`` is the office by which it goes: the office, unless its year has two of its kind.
    """

    body: str
    office: str
    year: int
    first: date
    last: date
    called: str


@dataclass(frozen=True, slots=True)
class IdentityWords:
    """``office_tells``: what an office tells of who holds it, a set of the words of its table.

    ``region_forms`` leads from the slug of a short form ("n-y") to the name of the state,
    ``common`` holds words that many places have. ``contest_offices`` goes by the label of an
    office in small letters, ``party_countries`` by the name of a party, ``party_forms`` by its
    short form. ``local_tails`` leads from words behind a place to the party ("" if any may be
    meant), ``seat_parties`` from a party to what that of a seat is called.
    """

    office_tells: PhraseIndex[frozenset[str]]
    region_forms: dict[str, str]
    common: frozenset[str]
    contest_phrases: PhraseIndex[ContestPhrase]
    contest_offices: dict[str, ContestPhrase]
    party_countries: dict[str, str]
    party_forms: dict[str, str]
    local_tails: dict[str, str]
    seat_parties: dict[str, str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All look-ups of the reader; immutable, shared by every document of a process."""

    titles: PhraseIndex[Title]
    postnominals: dict[str, str]
    parties: PhraseIndex[Body]
    organisations: PhraseIndex[Body]
    organisation_words: dict[str, str]
    body_tails: PhraseIndex[str]
    body_heads: dict[str, frozenset[str]]
    body_kinds: dict[str, frozenset[str]]
    body_units: frozenset[str]
    offices: PhraseIndex[Office]
    office_gaps: dict[tuple[str, ...], list[tuple[str, str]]]
    words_of_offices: frozenset[str]
    office_words: dict[str, str]
    units: PhraseIndex[Unit]
    numbers: dict[str, Decimal]
    multipliers: frozenset[str]
    measures: frozenset[str]
    whole_numbers: PhraseIndex[Decimal]
    tally_words: PhraseIndex[str]
    comparators: PhraseIndex[Comparator]
    comparators_behind: PhraseIndex[Comparator]
    particles: frozenset[str]
    given_names: frozenset[str]
    short_names: dict[str, frozenset[str]]
    name_genders: dict[str, str]
    description_words: dict[str, str]
    contest_words: PhraseIndex[bool]
    contests: tuple[KnownContest, ...]
    standing: PhraseIndex[bool]
    earlier: PhraseIndex[bool]
    denials: PhraseIndex[bool]
    praise: PhraseIndex[str]
    stances: PhraseIndex[str]
    verdicts: PhraseIndex[str]
    joining_words: dict[str, str]
    abbreviations: frozenset[str]
    author_words: dict[str, str]
    bid_words: frozenset[str]
    slate_words: frozenset[str]
    slate_nouns: frozenset[str]
    slate_ties: frozenset[str]
    slate_fields: frozenset[str]
    slate_picks: frozenset[str]
    slate_makers: frozenset[str]
    slate_fillers: frozenset[str]
    slate_verdicts: dict[str, str]
    slate_pending: dict[str, str]
    slate_links: frozenset[str]
    slate_choosing: frozenset[str]
    seat_words: frozenset[str]
    elected_words: frozenset[str]
    holder_words: dict[str, str]
    class_words: dict[str, str]
    column_words: dict[str, str]
    pointer_words: frozenset[str]
    furniture_words: dict[str, str]
    plain_words: dict[str, str]
    other_lists: frozenset[str]
    list_subjects: PhraseIndex[str]
    side_words: dict[str, str]
    constructions: dict[str, Anchored]
    stance_openers: dict[str, tuple[StancePhrase, ...]]
    cues: PhraseIndex[Cue]
    support_nouns: PhraseIndex[Cue]
    candidacy_cues: PhraseIndex[Cue]
    post_verbs: PhraseIndex[Cue]
    function_words: PhraseIndex[str]
    content_words: dict[str, str]
    regions: PhraseIndex[str]
    identity: IdentityWords
    state_words: PhraseIndex[str]
    contested: frozenset[str]
    contest_families: dict[str, str]
    opposing_verbs: dict[str, str]
    date_words: PhraseIndex[DateWord]
    occasions: dict[str, str]
    day_first: dict[str, bool]
    openers: PhraseIndex[bool]
    vote_sides: PhraseIndex[str]
    vote_words: dict[str, frozenset[str]]
