"""Whose voice a quotation is: who says it beside it, before it or in an earlier paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest

from kg.frames.coordination.chains import actors, chain_left, chain_right
from kg.model import Mention
from kg.passages import Passage
from kg.prose.reference.signing import is_all_quoted, is_one_of_several, signing_line
from kg.prose.reference.speech import paragraph_of, speaker_of
from kg.words.nouns import Noun

_EARLIER = 6  # paragraphs over which an unattributed quotation leads back to its speaker
_APPOSED = 2  # words between a name and the body of its apposition
_SPOKEN_FOR = frozenset(("union", "society", "party", "local party", "media"))
_HEADS = (
    *("president", "chair", "chairman", "chairwoman", "chairperson", "leader", "secretary"),
    *("director", "convener", "convenor", "organiser", "organizer", "manager", "editor"),
)


def voices(passages: Sequence[Passage], at: int) -> Iterator[tuple[int, Noun]]:
    """Who may say what passage ``at`` quotes, likeliest first, with the passage that says so."""
    signed = signing_line(passages, at) if passages[at].quoted else None
    certain = signed is not None and is_one_of_several(passages, signed[0])
    if signed is not None and certain:
        yield signed
    for index in _where_told(passages, at):
        noun = speaker_of(passages[index])
        if noun is not None:
            yield index, noun
    if signed is not None and not certain:
        yield signed


def together(passage: Passage, speaker: Noun) -> list[Noun]:
    """Those who say it with ``speaker``, all of them people: "said X and Z", "X and Z said"."""
    sentence = passage.sentence
    behind = sentence.kinds[speaker.first - 1 : speaker.first] == ["speech"]
    chain = (chain_right if behind else chain_left)(sentence, speaker)
    several = len(chain) > 1 and all(one.kind == "person" for one in chain)
    told = any(passage.in_quotation(one.first) for one in chain)
    return list(chain) if several and not told else [speaker]


def _where_told(passages: Sequence[Passage], at: int) -> Iterator[int]:
    """Where it may be told who says what passage ``at`` quotes, the nearest first.

    A paragraph that is all quotation goes on with the voice of the paragraph before it, or has
    the one that a line ending in a colon announces.
    """
    for _ in range(_EARLIER):
        beside = paragraph_of(passages, at)
        before = [index for index in beside if index < at]
        behind = [index for index in beside if index > at]
        yield at
        for near in zip_longest(reversed(before), behind):
            yield from (index for index in near if index is not None)
        if beside[0] == 0 or not passages[beside[0]].in_quotation(0):
            return
        at = beside[0] - 1
        if not (_ends_quoted(passages[at]) or is_all_quoted(passages, beside)):
            return


def _ends_quoted(passage: Passage) -> bool:
    """Whether a paragraph ends in words that are quoted, or with a colon that leads to them."""
    last = len(passage.sentence.tokens) - 1
    return passage.in_quotation(last) or passage.sentence.folds[last] == ":"


def quoted_people(passage: Passage) -> list[Noun]:
    """The people whom the quotations of a sentence name: "he" who says them is none of them."""
    if not passage.quoted:
        return []
    people = [noun for noun in passage.sentence.nouns if noun.kind == "person"]
    return [noun for noun in people if passage.in_quotation(noun.first)]


def says_our_members(passage: Passage) -> bool:
    """Whether a passage speaks of "our members": those of the body for which somebody speaks."""
    folds = passage.sentence.folds
    return "members" in folds and ["our", "members"] in [
        folds[i : i + 2] for i in range(len(folds))
    ]


def spoken_for(
    noun: Noun,
    at: int,
    passages: Sequence[Passage],
    body_kinds: Mapping[str, frozenset[str]],
    *,
    members: bool = False,
) -> Mention | None:
    """The body for which somebody says "we": a spokesman of any, the head of a union or party.

    ``noun`` names the speaker in passage ``at``. A mayor's or minister's "we" is not that of a
    council or a government; ``members``: the body has members, whatever it is called.
    """
    sentence = passages[at].sentence
    apposed = actors(sentence, chain_right(sentence, noun))
    for office in (*noun.offices, *(apposed[0].offices if apposed else ())):
        label = office.label.lower()
        body = office.organisation or office.label.partition(" for ")[2]
        if not body or office.status == "former":
            continue
        if label.startswith("spokes"):
            return Mention("organisation", body)
        kinds = body_kinds.get(body.lower().split()[-1], _kinds_named(body, passages))
        if label.endswith(_HEADS) and (members or not _SPOKEN_FOR.isdisjoint(kinds)):
            return Mention("organisation", body)
    return _body_beside(sentence.nouns, noun)


def _body_beside(nouns: Sequence[Noun], speaker: Noun) -> Mention | None:
    """The body before an office at its head: "X Union secretary A", "A, the X Union secretary"."""
    for body, held in pairwise(nouns):
        near = held is speaker or 0 <= body.first - speaker.last <= _APPOSED
        beside = body.kind == "organisation" and body.last == held.first and near
        heads = any(office.label.lower().endswith(_HEADS) for office in held.offices)
        if beside and heads and body.body is not None and body.body.kind in _SPOKEN_FOR:
            return Mention("organisation", body.name)
    return None


def _kinds_named(name: str, passages: Sequence[Passage]) -> frozenset[str]:
    """The kinds of body that the text names so."""
    return frozenset(
        noun.body.kind
        for passage in passages
        for noun in passage.sentence.nouns
        if noun.kind == "organisation" and noun.body is not None and noun.name == name
    )
