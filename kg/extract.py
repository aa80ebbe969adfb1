"""Document to extraction: what an article says, and an account of all its characters.

Pure and deterministic: the same document gives the same extraction, in any process.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.cast import Cast, assemble
from kg.contest import article_contest
from kg.gazetteer import Gazetteer
from kg.leads import Flow, Led, find_meaning, inline_meaning, is_labelled
from kg.ledger import account, sift
from kg.lexicon import Lexicon
from kg.lists import (
    Candidates,
    ListReading,
    Region,
    find_inline,
    find_regions,
    line_roles,
    read_list,
)
from kg.lists.bodies import are_bodies
from kg.lists.fields import Knowledge, folded_name
from kg.lists.flattened import unfolded
from kg.lists.meaning import Meaning
from kg.lists.numbers import without_numbers
from kg.lists.profiles import Profiles, find_profiles
from kg.lists.regions import page_lines
from kg.merging import merge
from kg.model import (
    Claim,
    Contest,
    Document,
    Evidence,
    Extraction,
    Leftover,
    Mention,
    Span,
    Statement,
)
from kg.nouns import Sentence, read_sentence
from kg.passages import Passage
from kg.prose import ProseReading, read_denials, read_prose
from kg.prose.discourse import Discourse, discourse
from kg.quotations import quotations
from kg.rules import confidence, trusted
from kg.scan import scan
from kg.text import MAX_SENTENCE, lines, sentences, tokenise

_LEADS = 4
_ANY_UNIT = "supporters"
_TOO_LONG = f"a sentence of more than {MAX_SENTENCE:,} characters is not read"
_DENIED = "listed, but the text says that the listing is wrong"


@dataclass(frozen=True, slots=True)
class _ReadList:
    """A list, what led to it, and what it says."""

    region: Region
    led: Led
    reading: ListReading


def extract(
    document: Document,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    believe: Callable[[str], bool] = trusted,
) -> Extraction:
    """What ``document`` says: statements with their evidence, and what was left, with reasons.

    What a rule reads is left over unless ``believe`` says that the rule may be believed.
    """
    spans = unfolded(document.text, lines(document.text))
    knowledge = Knowledge(document.text, lexicon, gazetteer)
    on_page = page_lines(document.text, spans)
    profiles = find_profiles(on_page, knowledge)
    regions = find_regions(document.text, on_page, lexicon, profiles.apart)
    regions = without_numbers(document.text, spans, regions, lexicon)
    listed = {i for region in regions for i in range(region.first, region.last)}
    prose = [(i, span) for i, span in enumerate(spans) if i not in listed]
    passages, unread = _passages(document.text, prose, lexicon, gazetteer)
    cast = assemble(passage.sentence for passage in passages)
    day = document.published.as_of() if document.published else None
    talk = discourse(passages, cast, gazetteer, day, lexicon)
    contest = article_contest([p.sentence for p in passages], lexicon, document.published)
    said = read_prose(talk, contest, lexicon)
    known = _candidates(cast, said, lexicon, profiles)
    denied = read_denials(talk, lexicon)
    lists = [
        _without(one, denied) for one in _read_lists(regions, talk, said, contest, knowledge, known)
    ]
    statements = [
        *_tied(said.statements, lists, talk),
        *(s for one in lists for s in one.reading.statements),
        *(claim for one in lists for claim in _heading_claims(one, contest)),
    ]
    led_regions = [(region, _leads(passages, region)) for region in regions]
    statements.extend(line_roles(led_regions, on_page, cast, knowledge, tuple(statements)))
    leftovers = [*unread, *said.leftovers, *(lo for one in lists for lo in one.reading.leftovers)]
    believed, doubted = sift(statements, believe)
    return account(
        document,
        merge(believed),
        [*leftovers, *doubted],
        [passage.sentence.span for passage in passages],
        [one.region.span for one in lists],
    )


def _passages(
    text: str, prose: Sequence[tuple[int, Span]], lexicon: Lexicon, gazetteer: Gazetteer
) -> tuple[list[Passage], list[Leftover]]:
    """The sentences of the lines of prose, each line a paragraph; and those too long to read."""
    found, unread = [], []
    for index, span in prose:
        quoted = quotations(text, span)
        for part in sentences(text, span, lexicon.abbreviations):
            if part.end - part.start > MAX_SENTENCE:
                unread.append(Leftover(part, _TOO_LONG))
                continue
            tokens = tokenise(text, part)
            if tokens:
                sentence = read_sentence(scan(text, tokens, lexicon, gazetteer))
                found.append(Passage(sentence, index, quoted))
    return found, unread


def _leads(passages: Sequence[Passage], region: Region) -> list[Sentence]:
    """The sentences of the few paragraphs before a list."""
    first = bisect_left(passages, region.first - _LEADS, key=lambda passage: passage.paragraph)
    last = bisect_left(passages, region.first, key=lambda passage: passage.paragraph)
    return [passage.sentence for passage in passages[first:last]]


def _candidates(cast: Cast, said: ProseReading, lexicon: Lexicon, profiles: Profiles) -> Candidates:
    """The candidates that the prose names; headings may also name others of the cast."""
    names: dict[str, Mention] = {}
    for statement in said.statements:
        if statement.kind == "candidacy":
            names.setdefault(folded_name(statement.person.name), statement.person)
        elif statement.kind in ("endorsement", "claim"):
            names.setdefault(folded_name(statement.candidate.name), statement.candidate)

    def listed(name: str) -> Mention | None:
        found = names.get(folded_name(name))
        if found:
            return found
        party = lexicon.parties.whole([t.fold for t in tokenise(name)])
        return Mention("organisation", party.name) if party else None

    def headed(name: str) -> Mention | None:
        return listed(name) or cast.by_name.get(folded_name(name))

    def profiled(line: int) -> Mention | None:
        name = profiles.at(line)
        return headed(name) or Mention("person", name) if name else None

    return Candidates(listed, headed, profiled)


def _read_lists(
    regions: Sequence[Region],
    talk: Discourse,
    said: ProseReading,
    contest: Contest,
    knowledge: Knowledge,
    known: Candidates,
) -> list[_ReadList]:
    found: list[_ReadList] = []
    earlier: Meaning | None = None
    paragraphs = [passage.paragraph for passage in talk.passages]
    after = 0
    for region in regions:
        before = range(bisect_left(paragraphs, after), bisect_left(paragraphs, region.first))
        led = find_meaning(
            before, talk, said, knowledge.lexicon, Flow(earlier, known.profiled(region.first))
        )
        region = replace(region, bodies=_of_bodies(before, led, talk, knowledge))
        reading = read_list(region, led.meaning, contest, knowledge, known)
        found.append(_ReadList(region, led, reading))
        earlier = led.meaning or earlier
        after = region.last
    found.extend(_inline_lists(talk, said, contest, knowledge, known))
    return found


def _of_bodies(before: range, led: Led, talk: Discourse, knowledge: Knowledge) -> bool:
    """Whether the line directly above a list, or the one that gives it its meaning, says bodies."""
    above = {*before[-1:], *([] if led.passage is None else [led.passage])}
    return any(are_bodies(talk.passages[i].sentence.nouns, knowledge.lexicon) for i in above)


def _without(one: _ReadList, denied: frozenset[Mention]) -> _ReadList:
    """The list without those of whom the prose says that they do not belong on it."""
    names = {mention.name for mention in denied}
    kept: list[Statement] = []
    left = list(one.reading.leftovers)
    for statement in one.reading.statements:
        if statement.kind == "endorsement" and statement.endorser.name in names:
            left.extend(Leftover(e.span, _DENIED) for e in statement.evidence)
        else:
            kept.append(statement)
    reading = replace(one.reading, statements=tuple(kept), leftovers=tuple(left))
    return replace(one, reading=reading)


def _inline_lists(
    talk: Discourse,
    said: ProseReading,
    contest: Contest,
    knowledge: Knowledge,
    known: Candidates,
) -> Iterator[_ReadList]:
    """The lists that end a sentence and whose meaning the same sentence states."""
    last: tuple[int, Led] | None = None
    for index, passage in enumerate(talk.passages):
        region = find_inline(passage, knowledge)
        if region is None:
            continue
        earlier = last[1].meaning if last and last[0] == index - 1 else None
        flow = Flow(earlier, known.profiled(passage.paragraph))
        led = inline_meaning(region, index, talk, said, knowledge.lexicon, flow)
        if (
            led.meaning is None
            and last
            and last[0] == index - 1
            and is_labelled(region, index, talk, said)
        ):
            led = last[1]
        if led.meaning:
            last = (index, led)
            reading = read_list(region, led.meaning, contest, knowledge, known)
            yield _ReadList(region, led, reading)


def _tied(
    statements: Sequence[Statement], lists: Sequence[_ReadList], talk: Discourse
) -> Iterator[Statement]:
    """The statements, each claim tied to the list that its sentence introduces."""
    introduced = [one for one in lists if one.led.passage is not None and one.led.meaning]
    introduced.sort(key=lambda one: one.led.passage or 0)
    starts = [talk.passages[one.led.passage or 0].sentence.span for one in introduced]
    for statement in statements:
        if not isinstance(statement, Claim):
            yield statement
            continue
        at = statement.evidence[0].span
        index = bisect_right(starts, at.start, key=lambda span: span.start) - 1
        tied = index >= 0 and starts[index].covers(at)
        yield _introducing(statement, introduced[index]) if tied else statement


def _introducing(claim: Claim, one: _ReadList) -> Claim:
    meaning = one.led.meaning
    if meaning is None or meaning.candidate != claim.candidate:
        return claim
    unit = claim.unit if claim.unit != _ANY_UNIT else _unit(meaning)
    return replace(claim, enumerates=one.region.span, unit=unit)


def _heading_claims(one: _ReadList, contest: Contest) -> Iterator[Claim]:
    """The numbers that headings inside a list state, each tied to the items below it."""
    meaning = one.led.meaning
    if meaning is None or meaning.polarity != "supports":
        return
    rule = "list.heading-count"
    for count in one.reading.counts:
        evidence = Evidence(count.span, rule, confidence(rule), printed_name=count.candidate.name)
        yield Claim(
            count.candidate,
            contest,
            Decimal(count.count),
            "exactly",
            count.unit or _unit(meaning),
            (evidence,),
            enumerates=count.items,
        )


def _unit(meaning: Meaning) -> str:
    """What those on a list are counted in, from the office that all of them hold."""
    if meaning.role is None:
        return _ANY_UNIT
    return f"{meaning.role}s" if meaning.role.isupper() else f"{meaning.role.lower()}s"
