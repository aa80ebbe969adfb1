"""Who is backed in a text, by what groups, and whose praise cannot be support."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.frames import Actor, Frame
from kg.model import Candidacy, Endorsement, Mention
from kg.prose.reference.discourse import Discourse
from kg.prose.reference.owners import headed_by
from kg.words.nouns import Noun

_HEAD = 3  # passages within which a page says that it is one of supporters
_PAGES = frozenset(
    (
        *("supporters", "endorsements", "endorsers", "testimonials", "backers", "testimonial"),
        *("saying", "say", "endorsed", "supports", "backs", "supporting", "backing"),
    )
)
_SHORT = 16
_TITLE = 4
_DECLINING = frozenset(("negation", "refusal"))
_ALOOF = frozenset(("neutral", "undecided", "uncommitted"))
_TAKING_SIDES = frozenset(
    (
        *("endorse", "endorsed", "endorsing", "endorsement", "endorsements", "sides", "mind"),
        *("decided", "committed", "declared", "nominated", "favourite", "preference"),
    )
)


@dataclass(frozen=True, slots=True)
class Sides:
    """The candidates of a text as its frames and statements tell them.

    ``groups`` are the words for the members of those groups that back a candidate. ``page`` is
    whose supporters a page gathers. ``barred`` are those who back nobody, and ``choices`` whom
    others back.
    """

    standing: frozenset[Mention]
    backed: frozenset[Mention]
    groups: Mapping[Mention, frozenset[str]]
    barred: Collection[Mention]
    choices: Mapping[Mention, Mention]
    page: Mention | None

    def is_barred(self, speaker: Mention) -> bool:
        """Whether the speaker's praise cannot be news of support."""
        return speaker in self.standing or speaker in self.barred or speaker in self.choices

    def is_of_group(self, noun: Noun, candidate: Mention) -> bool:
        """Whether an office beside the speaker's name makes him one of a group that backs."""
        group = self.groups.get(candidate, frozenset())
        return any(
            office.label.lower().split()[-1] in group
            for office in noun.offices
            if office.status != "former" or "former" in group
        )


def sides(
    discourse: Discourse,
    frames: Sequence[Sequence[Frame]],
    endorsements: Sequence[Endorsement],
    candidacies: Sequence[Candidacy],
) -> Sides:
    """The sides that a text tells of."""
    backed: dict[Mention, set[str]] = {}
    barred: set[Mention] = set()
    for at, several in enumerate(frames):
        for frame in several:
            if frame.hedge in ("negated", "conditional") or frame.polarity != "supports":
                barred.update(m for a in frame.endorsers for m in discourse.mentions(a, at))
                continue
            if frame.hedge:
                continue
            for candidate in _people(discourse, frame.candidates, at):
                backed.setdefault(candidate, set()).update(_words(frame.endorsers))
    barred.update(_uncommitted(discourse))
    page = _page(discourse, list(backed))
    for mention in (*(one.candidate for one in endorsements), page):
        if mention is not None:
            backed.setdefault(mention, set())
    standing = backed.keys() | {one.person for one in candidacies if one.status == "current"}
    return Sides(
        frozenset(standing),
        frozenset(backed),
        {candidate: frozenset(words) for candidate, words in backed.items()},
        barred,
        {one.endorser: one.candidate for one in endorsements},
        page,
    )


def _uncommitted(discourse: Discourse) -> Iterator[Mention]:
    """Those of whom the text says that they have endorsed nobody, or are neutral."""
    for passage in discourse.passages:
        sentence = passage.sentence
        declining = not _DECLINING.isdisjoint(sentence.kinds)
        aloof = not _ALOOF.isdisjoint(sentence.folds)
        if not aloof and not (declining and not _TAKING_SIDES.isdisjoint(sentence.folds)):
            continue
        for noun in sentence.nouns:
            if noun.kind == "person" and not passage.in_quotation(noun.first):
                member = discourse.cast.member(noun)
                if member is not None:
                    yield member


def _people(discourse: Discourse, candidates: Sequence[Actor], at: int) -> Iterator[Mention]:
    """Those named in the places of candidates."""
    for actor in candidates:
        if actor.noun.kind == "person":
            yield from discourse.mentions(actor, at)


def _words(endorsers: Sequence[Actor]) -> Iterator[str]:
    """The last words of the offices of groups and of those without a name: "councillor"."""
    for actor in endorsers:
        noun = actor.noun
        if noun.kind not in ("group", "office"):
            continue
        for label in (noun.unit_role, *(office.label for office in noun.offices)):
            if label:
                yield label.lower().split()[-1]
        if any(office.status == "former" for office in noun.offices):
            yield "former"


def _page(discourse: Discourse, backed: Sequence[Mention]) -> Mention | None:
    """Whose page of supporters it is: "Endorsements of Y", "What people say about Y".

    A page that is headed "Supporters" is that of the only one whom anybody backs there.
    """
    for at, passage in enumerate(discourse.passages[:_HEAD]):
        sentence = passage.sentence
        if len(sentence.tokens) > _SHORT or _PAGES.isdisjoint(sentence.folds):
            continue
        people = [n for n in sentence.nouns if n.kind == "person"]
        people = [n for n in people if sentence.folds[n.first] not in _PAGES]  # "Testimonials"
        found = [m for n in people if (m := discourse.member(n, at)) is not None]
        led = people and people[-1].first and sentence.folds[people[-1].first - 1]
        if not people and len(sentence.tokens) <= _TITLE:
            owner = headed_by(discourse.passages, discourse.cast)
            if owner is not None or len(backed) == 1:
                return owner or backed[0]
        if found and led in (
            "-",
            "–",
            "—",
            "|",
            ":",
            "of",
            "for",
            "about",
            "supports",
            "backs",
            "supporting",
            "backing",
        ):
            return found[-1]
    return None
