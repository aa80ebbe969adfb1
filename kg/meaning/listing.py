"""Every list of an article: what led to it, and what it says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.frames import Frame
from kg.lexicon import Lexicon
from kg.lists import Candidates, ListReading, Region, find_inline, read_list
from kg.lists.finding.regions import Line
from kg.lists.heads.agreeing import counts_agree
from kg.lists.heads.apart import has_title, is_titled_else
from kg.lists.items.bodies import are_bodies, are_headed_by_people, are_places
from kg.lists.leading.meaning import Meaning
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.runs import opening
from kg.meaning.claims import ReadList, under_rule, with_label_count
from kg.meaning.leads import (
    Above,
    Flow,
    Led,
    find_meaning,
    inline_meaning,
    is_labelled,
    lone,
    opposed,
    presumed,
    titled,
    weighed,
)
from kg.meaning.leads.subjects import told_by
from kg.model import Contest, Leftover, Mention, Statement
from kg.passages import Passage
from kg.prose import ProseReading
from kg.prose.numbers.tallywords import takes_sides
from kg.prose.reference.discourse import Discourse
from kg.text import tokenise
from kg.words.nouns import read_sentence

_LEAST_PRESUMED = 3  # fewer lines may be anything, a caption for one
_ELSE = frozenset(("own matter", "other", "denied"))
_BY_EVIDENCE = "list.by-evidence"
_DENIED = "listed, but the text says that the listing is wrong"


def read_lists(
    regions: Sequence[Region],
    talk: Discourse,
    said: ProseReading,
    contest: Contest,
    knowledge: Knowledge,
    known: Candidates,
    denied: frozenset[Mention],
) -> list[ReadList]:
    """The lists of the lines, in order, and then those inside sentences.

    Whoever is among the ``denied`` is left out: the prose says that the listing is wrong.
    """
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
            led = _by_its_counts(before, talk, said, knowledge)
        if is_titled_else(region.lines, knowledge):
            led = Led(None, None)
        region = replace(region, bodies=_of_bodies(region, before, led, talk, knowledge))
        reading = read_list(region, led.meaning, contest, knowledge, known)
        if _may_be_presumed(region, led, reading, knowledge):
            again = _presumed(led, before, talk, said, knowledge.lexicon)
            if again.meaning:
                led = again
                reading = read_list(region, led.meaning, contest, knowledge, known)
        one = ReadList(region, led, reading)
        if _lacks_candidate(led, reading):
            one = _weighed(one, before, talk, said, contest, knowledge, known)
        found.append(one)
        earlier = led.meaning or earlier
        after = region.last
    found.extend(_inline_lists(talk, said, contest, knowledge, known))
    return [_without(one, denied) for one in found]


def _presumed(
    led: Led, before: range, talk: Discourse, said: ProseReading, lexicon: Lexicon
) -> Led:
    """What a list is presumed to be: of those who want somebody gone, or of supporters."""
    against = opposed(before, talk, said, lexicon)
    if against.meaning is not None:
        return against
    told = led.passage is not None and led.passage in before[-1:]
    again = presumed(before, talk, said, lexicon, told=told)
    if not again.meaning:
        again = lone(before, talk, said, lexicon)
    return again if again.meaning else titled(before, talk, said, lexicon)


def _weighed(
    one: ReadList,
    before: range,
    talk: Discourse,
    said: ProseReading,
    contest: Contest,
    knowledge: Knowledge,
    known: Candidates,
) -> ReadList:
    """The list under what all above it together make it; unchanged if that is not enough."""
    above, region = _heading(one.region, before, talk, knowledge)
    if above is None or len(region.lines) < _LEAST_PRESUMED:
        return one
    led = weighed(above, talk, said, knowledge.lexicon)
    if led.meaning is None:
        return one
    reading = read_list(region, led.meaning, contest, knowledge, known)
    return ReadList(one.region, led, under_rule(reading, _BY_EVIDENCE))


def _heading(
    region: Region, before: range, talk: Discourse, knowledge: Knowledge
) -> tuple[Above | None, Region]:
    """What stands directly above a list, and the list without it if it is its first line."""
    first, items = region.lines[0], region.lines[1 : _LEAST_PRESUMED + 1]
    titled = not first.marked and not _is_somebody(first, knowledge)
    if titled and all(_is_somebody(line, knowledge) for line in items):
        heading = read_sentence(knowledge.look(tuple(tokenise(knowledge.text, first.content))))
        rest = replace(region, lines=region.lines[1:])
        return Above(heading, before.stop, len(rest.lines)), rest
    if not before:
        return None, region
    return Above(talk.passages[before[-1]].sentence, before[-1], len(region.lines)), region


def _is_somebody(line: Line, knowledge: Knowledge) -> bool:
    return opening(line.content, knowledge) in ("sure", "person", "body")


def _may_be_presumed(region: Region, led: Led, reading: ListReading, knowledge: Knowledge) -> bool:
    """Whether a list, without a title of its own, lacks only whose supporters are on it."""
    long = len(region.lines) >= _LEAST_PRESUMED
    return long and _lacks_candidate(led, reading) and not has_title(region.lines, knowledge)


def _lacks_candidate(led: Led, reading: ListReading) -> bool:
    """Whether no stance was read in a list because nothing says whose supporters are on it."""
    if any(statement.kind == "endorsement" for statement in reading.statements):
        return False
    meaning = led.meaning
    return meaning is None or (
        meaning.polarity == "supports" and meaning.candidate is None and meaning.endorser is None
    )


def _by_its_counts(before: range, talk: Discourse, said: ProseReading, knowledge: Knowledge) -> Led:
    """The meaning of a list whose headings count right, in an article that speaks of support."""
    lexicon = knowledge.lexicon
    if before and told_by(talk.passages[before[-1]].sentence, lexicon) in _ELSE:
        return Led(None, None)
    earlier = (talk.passages[index].sentence for index in range(before.stop))
    if _tells_sides(said) or any(takes_sides(one, lexicon) for one in earlier):
        return Led(Meaning(None, "supports"), None)
    return Led(None, None)


def _tells_sides(said: ProseReading) -> bool:
    """Whether the prose states who stands, who supports somebody, or how many do."""
    return any(one.kind != "role" for one in said.statements)


def _of_bodies(
    region: Region, before: range, led: Led, talk: Discourse, knowledge: Knowledge
) -> bool:
    """Whether a list is of bodies.

    Its own lines show it under the names of candidates; or the line directly above it says so, or
    the one that gives it its meaning. Of a list of bare places any line of the article may.
    """
    open_to_all = led.meaning and not (led.meaning.candidate or led.meaning.endorser)
    if open_to_all and are_headed_by_people(region.lines, knowledge):
        return True
    above = {*before[-1:], *([] if led.passage is None else [led.passage])}
    if are_places(region.lines, knowledge):
        above.update(range(len(talk.passages)))
    return any(are_bodies(talk.passages[i].sentence.nouns, knowledge.lexicon) for i in above)


def is_of_backers(slate: ReadList, talk: Discourse, said: ProseReading, lexicon: Lexicon) -> bool:
    """Whether the words above a slate say that those on it support or oppose somebody else."""
    paragraphs = [passage.paragraph for passage in talk.passages]
    before = range(bisect_left(paragraphs, slate.region.first))
    told = slate.led.passage
    if told is not None and paragraphs[told] == slate.region.first:
        return False  # the sentence that names them says whose slate they are
    led = find_meaning(before, talk, said, lexicon, Flow())
    if led.passage is None or led.meaning is None or led.meaning.candidate is None:
        return False
    endorser = slate.led.meaning.endorser if slate.led.meaning else None
    return endorser is None or not _is_body(led.meaning.candidate, endorser, lexicon)


def _is_body(candidate: Mention, endorser: Mention, lexicon: Lexicon) -> bool:
    """Whether a body is read as somebody: half of "X to Life PAC", of "X for Y"; "Anytown UNISON".

    ``endorser``: the body whose slate is below.
    """
    words = candidate.name.lower().split()
    return candidate.name in endorser.name or lexicon.organisations.whole(words[-1:]) is not None


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


def _is_told(region: Region, passage: Passage, frames: Sequence[Frame]) -> bool:
    """Whether a sentence that says who signed or is "among them" names all of the run itself.

    Or says of several in it that somebody supports them: "the union backs four: A, B, C and D".
    """
    if any(_are_supported(region, passage, frame) for frame in frames):
        return True
    return any(
        frame.kind in ("signed", "among")
        and len(frame.endorsers) > 1
        and passage.sentence.text_span(frame.first, frame.last).end + 1 >= region.span.end
        for frame in frames
    )


def _are_supported(region: Region, passage: Passage, frame: Frame) -> bool:
    """Whether a sentence says of several people of the run that somebody supports them."""
    chosen = [actor.noun for actor in frame.candidates if actor.noun.kind == "person"]
    spans = [passage.sentence.text_span(noun.first, noun.last) for noun in chosen]
    inside = sum(region.span.start <= span.start < region.span.end for span in spans)
    return inside > 1 and bool(frame.endorsers) and inside == len(frame.candidates)


def _beside(talk: Discourse, index: int) -> Iterator[Passage]:
    """The passages behind one in its paragraph."""
    paragraph = talk.passages[index].paragraph
    for at in range(index + 1, len(talk.passages)):
        if talk.passages[at].paragraph != paragraph:
            return
        yield talk.passages[at]


def _inline_lists(
    talk: Discourse,
    said: ProseReading,
    contest: Contest,
    knowledge: Knowledge,
    known: Candidates,
) -> Iterator[ReadList]:
    """The lists that end a sentence and whose meaning the same sentence states."""
    last: tuple[int, Led] | None = None
    read = 0
    for index, passage in enumerate(talk.passages):
        if passage.sentence.span.start < read:
            continue  # the run of the label before it has gone on into this one
        region = find_inline(passage, knowledge, _beside(talk, index))
        if region is None or _is_told(region, passage, said.frames[index]):
            continue
        earlier = last[1].meaning if last and last[0] == index - 1 else None
        flow = Flow(earlier, known.profiled(passage.paragraph))
        led = inline_meaning(region, index, talk, said, knowledge.lexicon, flow)
        if (
            led.meaning is None
            and last
            and last[0] == index - 1
            and is_labelled(region, index, talk, said, knowledge.lexicon)
        ):
            led = last[1]
        if led.meaning:
            last = (index, led)
            read = region.span.end
            reading = read_list(region, led.meaning, contest, knowledge, known)
            yield ReadList(region, led, with_label_count(reading, region, passage, led.meaning))
