"""Document to extraction: what an article says, and an account of all its characters.

Pure and deterministic: the same document gives the same extraction, in any process.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from functools import cache

from kg.cast import Cast, assemble
from kg.collecting import uncollected
from kg.contests import article_contest
from kg.dates import calendar
from kg.extract.alone import taken_for_known
from kg.extract.ledger import account, sift
from kg.extract.merging import merge
from kg.extract.quotations import quotations, touching
from kg.extract.sharedheads import with_shared_heads
from kg.extract.states import siding_places, with_siding_places
from kg.extract.surnames import with_surnames
from kg.extract.titledpapers import speaks_of_papers, with_papers
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.lists import (
    Candidates,
    Region,
    find_regions,
    line_roles,
)
from kg.lists.finding.captions import noted_captions, without_captions
from kg.lists.finding.dated import behind_dates
from kg.lists.finding.dialogues import without_dialogue
from kg.lists.finding.flattened import unfolded
from kg.lists.finding.mastheads import without_masthead
from kg.lists.finding.numbers import without_numbers
from kg.lists.finding.regions import Line, page_lines
from kg.lists.finding.unrolled import unrolled
from kg.lists.finding.wrapped import rejoined
from kg.lists.items.paragraphed import find_paragraphed, find_saying
from kg.lists.profiles import Profiles, find_profiles
from kg.lists.segments.fields import Knowledge, folded_name
from kg.lists.tables.counttables import read_count_tables
from kg.lists.tables.flattables import read_flat_tables
from kg.lists.tables.headedrecords import find_headed_records
from kg.lists.tables.nominations import find_nominations
from kg.lists.tables.tablefinding import find_tables, without_tables
from kg.meaning.camps import Article, with_camps
from kg.meaning.claims import heading_claims, table_claims, tied, unstated
from kg.meaning.dates import dated_items
from kg.meaning.headedtables import read_tables
from kg.meaning.listing import is_of_backers, read_lists
from kg.meaning.paragraphed import read_paragraphed
from kg.meaning.rollcalls import read_roll_calls
from kg.meaning.slates import beside_rows, on_slate, read_slates
from kg.model import (
    Document,
    Extraction,
    Leftover,
    Mention,
    Span,
)
from kg.passages import Passage
from kg.prose import ProseReading, read_denials, read_prose
from kg.prose.reference.discourse import discourse
from kg.prose.weighed.gathered import read_gathered
from kg.prose.wordings.sidechanges import members_turned
from kg.rules import trusted
from kg.text import MAX_SENTENCE, lines, sentences, tokenise
from kg.words.nouns import Sentence, read_sentence
from kg.words.scan import scan

_LEADS = 4
_TOO_LONG = f"a sentence of more than {MAX_SENTENCE:,} characters is not read"


def extract(
    document: Document,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    believe: Callable[[str], bool] = trusted,
) -> Extraction:
    """What ``document`` says: statements with their evidence, and what was left, with reasons.

    What a rule reads is left over unless ``believe`` says that the rule may be believed.
    """
    with uncollected():
        return _read(document, lexicon, gazetteer, believe)


def _read(
    document: Document, lexicon: Lexicon, gazetteer: Gazetteer, believe: Callable[[str], bool]
) -> Extraction:
    knowledge = Knowledge(document.text, lexicon, gazetteer)
    whole = rejoined(document.text, lines(document.text))
    spans = without_captions(document.text, unfolded(document.text, whole))
    spans = unrolled(spans, knowledge)
    on_page = behind_dates(document.text, page_lines(document.text, spans), lexicon)
    profiles = find_profiles(on_page, knowledge)
    tables = find_tables(on_page, knowledge)
    tables += find_nominations(on_page, knowledge, without_tables(tables))
    records = find_headed_records(on_page, knowledge, without_tables(tables))
    tables = [*tables, *records]
    ruled = without_tables(tables)
    noted = noted_captions(document.text, spans)
    saying = find_saying(on_page, knowledge)
    named = frozenset(at for group in saying for at in group)
    regions = find_regions(document.text, on_page, lexicon, profiles.apart | ruled | noted | named)
    regions = without_masthead(document.text, regions, on_page, lexicon)
    regions = without_dialogue(document.text, regions, on_page, lexicon)
    tabled = (
        *read_count_tables(document.text, spans, knowledge),
        *read_flat_tables(document.text, spans, knowledge),
    )
    regions = without_numbers(document.text, spans, regions, lexicon)
    regions = _without_rows(regions, {count.line for count in tabled})
    listed = ruled.union(i for region in regions for i in range(region.first, region.last))
    prose = [(i, span) for i, span in enumerate(spans) if i not in listed]
    passages, unread = _passages(document.text, prose, lexicon, gazetteer)
    written = [passage.sentence for passage in passages]
    phrased = [*written, *_side_by_side(on_page, listed, knowledge)]
    cast = assemble(phrased, taken_for_known(written, lexicon), lexicon.short_names)
    passages = with_surnames(passages, cast)
    talk = discourse(passages, cast, gazetteer, calendar(document, spans, lexicon), lexicon)
    contest = article_contest([p.sentence for p in passages], lexicon, document)
    said = read_prose(talk, contest, lexicon)
    talk = said.discourse
    known = _candidates(cast, said, lexicon, profiles)
    denied = read_denials(talk, lexicon)
    slates = [
        one
        for one in read_slates(on_page, talk, contest, knowledge)
        if ruled.isdisjoint(range(one.region.first, one.region.last))
        and not is_of_backers(one, talk, said, lexicon)
    ]
    votes = list(read_roll_calls(on_page, talk, contest, knowledge))
    others = [region for region in regions if not on_slate(region, [*slates, *votes])]
    lists = [
        *read_tables(tables, contest),
        *slates,
        *votes,
        *read_lists(others, talk, said, contest, knowledge, known, denied),
    ]
    groups = [*saying, *find_paragraphed(on_page, knowledge, listed | named)]
    lists.extend(read_paragraphed(groups, talk, said, contest, knowledge, known, denied))
    lists = with_camps(
        lists,
        Article(on_page, talk, said, contest, knowledge, known, cast, without_tables(records)),
    )
    statements = [
        *tied(tuple(beside_rows(said.statements, slates)), lists, talk),
        *(
            statement
            for one in lists
            for statement in dated_items(one.reading.statements, one.region, talk.calendar)
        ),
        *unstated((c for one in lists for c in heading_claims(one, contest)), said.statements),
        *table_claims(tabled, known.headed, contest),
    ]
    apart = [one.region.span for one in lists]
    statements.extend(read_gathered(talk, said.frames, contest, statements, apart, lexicon))
    led = {one.led.passage: one.reading.statements for one in lists if one.led.passage is not None}
    statements.extend(members_turned(talk, said.frames, statements, led))
    read = [*regions, *(Region(one.first, one.last, one.lines) for one in tables)]
    led_regions = [(region, _leads(passages, region)) for region in read]
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


def _side_by_side(
    on_page: Sequence[Line], listed: Set[int], knowledge: Knowledge
) -> Iterator[Sentence]:
    """The names of runs that are lists: they are of the article's cast like those in prose."""
    for at, line in enumerate(on_page):
        if at in listed and (line.in_run or any(one.in_run for one in on_page[at + 1 : at + 2])):
            yield read_sentence(knowledge.look(tuple(tokenise(knowledge.text, line.content))))


def _without_rows(regions: Sequence[Region], rows: set[int]) -> list[Region]:
    """The regions whose lines are not, for the most part, rows of tables of numbers."""
    return [
        region
        for region in regions
        if sum(i in rows for i in range(region.first, region.last)) * 2 < len(region.lines)
    ]


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
                read = read_sentence(scan(text, tokens, lexicon, gazetteer))
                sentence = with_shared_heads(read, lexicon)
                found.append(Passage(sentence, index, touching(quoted, part)))
    return _in_context(found, lexicon), unread


def _in_context(passages: list[Passage], lexicon: Lexicon) -> list[Passage]:
    """The passages, with papers and places as bodies where the article is about such."""
    read = [passage.sentence for passage in passages]
    if speaks_of_papers(read):
        read = with_papers(read, lexicon)
    siding = siding_places(read, lexicon)
    if siding:
        read = [with_siding_places(sentence, siding, lexicon) for sentence in read]
    if all(one.sentence is sentence for one, sentence in zip(passages, read, strict=True)):
        return passages
    return [replace(one, sentence=sentence) for one, sentence in zip(passages, read, strict=True)]


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

    @cache  # each line of a list is asked for, and most are asked for more than once
    def listed(name: str) -> Mention | None:
        found = names.get(folded_name(name))
        if found:
            return found
        party = lexicon.parties.whole([t.fold for t in tokenise(name)])
        return Mention("organisation", cast.bodies.get(party.slug, party.name)) if party else None

    @cache
    def headed(name: str) -> Mention | None:
        """Whom a heading names; a surname alone is somebody whom the article names in full."""
        folded = folded_name(name)
        sharing = () if " " in folded else cast.by_surname.get(folded, ())
        return (
            listed(name) or cast.by_name.get(folded) or (sharing[0] if len(sharing) == 1 else None)
        )

    def profiled(line: int) -> Mention | None:
        name = profiles.at(line)
        return headed(name) or Mention("person", name) if name else None

    @cache
    def called(name: str) -> Mention | None:
        sharing = cast.by_surname.get(folded_name(name), ())
        return headed(name) or (sharing[0] if len(sharing) == 1 else None)

    return Candidates(listed, headed, profiled, called)
