"""Document to extraction: what an article says, and an account of all its characters.

Pure and deterministic: the same document gives the same extraction, in any process.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kg.cast import Cast, assemble
from kg.contest import article_contest
from kg.gazetteer import Gazetteer
from kg.leads import Flow, Led, find_meaning, inline_meaning, is_labelled
from kg.ledger import account, sift
from kg.lexicon import Lexicon
from kg.listclaims import ReadList, heading_claims, tied
from kg.lists import (
    Candidates,
    Region,
    find_inline,
    find_regions,
    line_roles,
    read_list,
)
from kg.lists.agreeing import counts_agree
from kg.lists.bodies import are_bodies
from kg.lists.fields import Knowledge, folded_name
from kg.lists.flattened import unfolded
from kg.lists.meaning import Meaning
from kg.lists.numbers import without_numbers
from kg.lists.profiles import Profiles, find_profiles
from kg.lists.regions import page_lines
from kg.merging import merge
from kg.model import (
    Contest,
    Document,
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
from kg.prose.tallywords import takes_sides
from kg.quotations import quotations
from kg.rules import trusted
from kg.scan import scan
from kg.text import MAX_SENTENCE, lines, sentences, tokenise

_LEADS = 4
_TOO_LONG = f"a sentence of more than {MAX_SENTENCE:,} characters is not read"
_DENIED = "listed, but the text says that the listing is wrong"


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
        *tied(said.statements, lists, talk),
        *(s for one in lists for s in one.reading.statements),
        *(claim for one in lists for claim in heading_claims(one, contest)),
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
) -> list[ReadList]:
    found: list[ReadList] = []
    earlier: Meaning | None = None
    paragraphs = [passage.paragraph for passage in talk.passages]
    after = 0
    for region in regions:
        before = range(bisect_left(paragraphs, after), bisect_left(paragraphs, region.first))
        led = find_meaning(
            before, talk, said, knowledge.lexicon, Flow(earlier, known.profiled(region.first))
        )
        if led.meaning is None and counts_agree(region, knowledge):
            led = _by_its_counts(before, talk, knowledge)
        region = replace(region, bodies=_of_bodies(before, led, talk, knowledge))
        reading = read_list(region, led.meaning, contest, knowledge, known)
        found.append(ReadList(region, led, reading))
        earlier = led.meaning or earlier
        after = region.last
    found.extend(_inline_lists(talk, said, contest, knowledge, known))
    return found


def _by_its_counts(before: range, talk: Discourse, knowledge: Knowledge) -> Led:
    """The meaning of a list whose headings count right, in an article that speaks of support."""
    earlier = (talk.passages[index].sentence for index in range(before.stop))
    if any(takes_sides(sentence, knowledge.lexicon) for sentence in earlier):
        return Led(Meaning(None, "supports"), None)
    return Led(None, None)


def _of_bodies(before: range, led: Led, talk: Discourse, knowledge: Knowledge) -> bool:
    """Whether the line directly above a list, or the one that gives it its meaning, says bodies."""
    above = {*before[-1:], *([] if led.passage is None else [led.passage])}
    return any(are_bodies(talk.passages[i].sentence.nouns, knowledge.lexicon) for i in above)


def _without(one: ReadList, denied: frozenset[Mention]) -> ReadList:
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
) -> Iterator[ReadList]:
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
            yield ReadList(region, led, reading)
