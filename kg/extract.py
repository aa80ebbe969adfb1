"""Document to extraction: what an article says, and an account of all its characters.

Pure and deterministic: the same document gives the same extraction, in any process.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kg.cast import Cast, assemble
from kg.contest import article_contest
from kg.frames import Actor, Frame
from kg.gazetteer import Gazetteer
from kg.ledger import account
from kg.lexicon import Lexicon
from kg.lists import ListReading, Region, find_regions, read_list
from kg.lists.fields import Knowledge, folded_name
from kg.lists.meaning import Lead, Meaning, read_meaning
from kg.merging import merge
from kg.model import Claim, Contest, Document, Extraction, Mention, Span, Statement
from kg.passages import Passage
from kg.prose import ProseReading, read_prose
from kg.prose.discourse import Discourse, discourse
from kg.quotations import quotations
from kg.scan import scan
from kg.nouns import read_sentence
from kg.text import lines, sentences, tokenise


def extract(document: Document, lexicon: Lexicon, gazetteer: Gazetteer) -> Extraction:
    """What ``document`` says: statements with their evidence, and what was left, with reasons."""
    spans = lines(document.text)
    regions = find_regions(document.text, spans, lexicon)
    listed = {i for region in regions for i in range(region.first, region.last)}
    prose = [(i, span) for i, span in enumerate(spans) if i not in listed]
    passages = _passages(document.text, prose, lexicon, gazetteer)
    cast = assemble(passage.sentence for passage in passages)
    day = document.published.as_of() if document.published else None
    talk = discourse(passages, cast, gazetteer, day)
    contest = article_contest([p.sentence for p in passages], lexicon, document.published)
    reading = read_prose(talk, contest, lexicon)
    lists = _read_lists(document, regions, talk, reading, contest, (lexicon, gazetteer))
    statements: Sequence[Statement] = [
        *_enumerating(reading.statements, lists, talk),
        *(s for one in lists for s in one.reading.statements),
    ]
    leftovers = [*reading.leftovers, *(lo for one in lists for lo in one.reading.leftovers)]
    return account(
        document,
        merge(statements),
        leftovers,
        [passage.sentence.span for passage in passages],
        [one.region.span for one in lists],
    )


@dataclass(frozen=True, slots=True)
class _ReadList:
    """A list with what stands above it: the index of the passage that leads into it."""

    region: Region
    lead: int | None
    meaning: Meaning | None
    reading: ListReading


def _passages(
    text: str, prose: Sequence[tuple[int, Span]], lexicon: Lexicon, gazetteer: Gazetteer
) -> list[Passage]:
    """The sentences of the lines of prose; each line is a paragraph."""
    found = []
    for index, span in prose:
        quoted = quotations(text, span)
        for part in sentences(text, span, lexicon.abbreviations):
            tokens = tokenise(text, part)
            if tokens:
                sentence = read_sentence(scan(text, tokens, lexicon, gazetteer))
                found.append(Passage(sentence, index, quoted))
    return found


def _read_lists(
    document: Document,
    regions: Sequence[Region],
    talk: Discourse,
    prose: ProseReading,
    contest: Contest,
    known_words: tuple[Lexicon, Gazetteer],
) -> list[_ReadList]:
    lexicon, gazetteer = known_words
    known = _candidates(talk.cast, prose)
    knowledge = Knowledge(
        document.text, lexicon, gazetteer, lambda name: known(name) is not None
    )
    found: list[_ReadList] = []
    role: str | None = None
    for region in regions:
        lead = _lead(region, talk)
        meaning = read_meaning(_frames_of(lead, talk, prose)) if lead is not None else None
        if meaning and meaning.role is None:
            meaning = replace(meaning, role=role)
        role = meaning.role if meaning else role
        reading = read_list(region, meaning, contest, knowledge, known)
        found.append(_ReadList(region, lead, meaning, reading))
    return found


def _candidates(cast: Cast, prose: ProseReading) -> Callable[[str], Mention | None]:
    """Tells the candidates of the article by their printed names."""
    people = {s.person for s in prose.statements if s.kind == "candidacy"}
    people |= {s.candidate for s in prose.statements if s.kind in ("endorsement", "claim")}
    names = {folded_name(m.name): m for m in people}

    def known(name: str) -> Mention | None:
        return names.get(folded_name(name))

    del cast
    return known


def _lead(region: Region, talk: Discourse) -> int | None:
    """The passage that stands directly above the list."""
    before = [i for i, p in enumerate(talk.passages) if p.paragraph == region.first - 1]
    return before[-1] if before else None


def _frames_of(lead: int, talk: Discourse, prose: ProseReading) -> Lead:
    found: list[tuple[Frame, Mention]] = []
    for frame in prose.frames[lead]:
        for actor in frame.candidates:
            found.extend((frame, mention) for mention in talk.mentions(Actor(actor.noun), lead))
    return Lead(found)


def _enumerating(
    statements: Sequence[Statement], lists: Sequence[_ReadList], talk: Discourse
) -> list[Statement]:
    """The statements, each claim in a list's lead tied to the list that it introduces."""
    made: list[Statement] = []
    for statement in statements:
        if isinstance(statement, Claim):
            statement = _tied(statement, lists, talk)
        made.append(statement)
    return made


def _tied(claim: Claim, lists: Sequence[_ReadList], talk: Discourse) -> Claim:
    for one in lists:
        if one.lead is None or one.meaning is None or one.meaning.candidate != claim.candidate:
            continue
        if talk.passages[one.lead].sentence.span.covers(claim.evidence[0].span):
            unit = claim.unit if claim.unit != "supporters" else _unit(one.meaning)
            return replace(claim, enumerates=one.region.span, unit=unit)
    return claim


def _unit(meaning: Meaning) -> str:
    return f"{meaning.role.lower()}s" if meaning.role else "supporters"
