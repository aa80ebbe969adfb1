"""The groups of a page read as lists of supporters, where the evidence says that they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.cast import Cast
from kg.frames import Actor
from kg.lexicon import folded
from kg.lists import Candidates, Region, read_list
from kg.lists.finding.regions import Line
from kg.lists.heads.groupcounts import GroupCount
from kg.lists.items.bodies import are_bodies, are_places
from kg.lists.leading.meaning import Meaning
from kg.lists.segments.fields import Knowledge
from kg.meaning.camps.apart import is_above_labelled
from kg.meaning.camps.beside import find_beside
from kg.meaning.camps.evidence import Decision, Page, decide
from kg.meaning.camps.finding import find_heads
from kg.meaning.camps.groups import Camp, find_camps
from kg.meaning.camps.items import names_seat
from kg.meaning.claims import ReadList, under_rule
from kg.meaning.leads import Led
from kg.meaning.leads.subjects import subjects
from kg.model import Contest, Mention, Span
from kg.prose import ProseReading
from kg.prose.reference.discourse import Discourse
from kg.text import fold

_RULE = "list.under-candidate"
_UNTOLD = "under the name of somebody, but not told as supporters"
_OPENING = 3
_FIRST = 12
_ABOVE = 3
_REACH = 6
_LEAST_SEATS = 2


@dataclass(frozen=True, slots=True)
class Article:
    """What is known of an article when its groups are read.

    ``taken`` are the lines that are read as records: each says itself whom it supports.
    """

    lines: Sequence[Line]
    talk: Discourse
    said: ProseReading
    contest: Contest
    knowledge: Knowledge
    known: Candidates
    cast: Cast
    taken: frozenset[int] = frozenset()

    @property
    def speaks_of_bodies(self) -> bool:
        """Whether a sentence counts bodies, so that bare places may be local ones of them."""
        lexicon = self.knowledge.lexicon
        return any(are_bodies(one.sentence.nouns, lexicon) for one in self.talk.passages)

    def called(self, name: str) -> Mention | None:
        """Whom a name means: a full one, a surname, or a given name that one person bears."""
        found = self.known.called(name)
        side = (
            found is not None and fold(found.name).split()[0] in self.knowledge.lexicon.side_words
        )
        if found and not side:
            return found
        sharing = [one for one in self.cast.by_given.get(fold(name), ()) if " " in one.name]
        return sharing[0] if len(sharing) == 1 else None


def with_camps(lists: Sequence[ReadList], article: Article) -> list[ReadList]:
    """The lists, with those groups of supporters that were read less well without their heads."""
    heads = find_heads(article.lines, article.called, article.knowledge)
    if article.speaks_of_bodies:
        heads = {at: h for at, h in heads.items() if h.titled or _is_person(h.name, article)}
    beside = find_beside(article.lines, article.called, article.knowledge)
    if not (heads or beside):
        return list(lists)
    standing = _standing(article)
    names = {mention.name for mention in standing}
    read = list(lists)
    for camps in beside:
        if decide(camps, _page(camps, read, standing, article), article.knowledge.lexicon).holds:
            heads = {
                at: head for at, head in heads.items() if not camps[0].at <= at < camps[0].last
            }
        read = _with_block(camps, read, standing, article)
    knowledge = replace(article.knowledge, bodies=article.speaks_of_bodies)
    for camps in find_camps(article.lines, heads, names, knowledge):
        if article.taken.isdisjoint(range(camps[0].at, camps[-1].last)):
            read = _with_block(camps, read, standing, article)
    return read


def _with_block(
    camps: Sequence[Camp],
    lists: Sequence[ReadList],
    standing: frozenset[Mention],
    article: Article,
) -> list[ReadList]:
    """The lists with one block of groups, if it is of supporters and says more with its heads."""
    if _are_of_parties(camps, article.knowledge):
        return list(lists)  # candidates with their parties
    empty = sum(not (camp.lines or camp.head.counts) for camp in camps)
    if empty * 2 >= len(camps):
        return list(lists)  # what stands below the heads is not understood
    page = _page(camps, lists, standing, article)
    decision = decide(camps, page, article.knowledge.lexicon)
    if not decision.holds:
        return [_untold(one, decision) if _meets(one, camps) else one for one in lists]
    inside = [one for one in lists if _meets(one, camps)]
    people = sum(_is_person(camp.head.name, article) for camp in camps)
    if camps[0].head.beside and _size(inside) and people * 2 <= len(camps):
        return list(lists)  # what comes again beside supporters who are told may be their towns
    told = [one for one in inside if one.led.meaning and one.led.meaning.endorser]
    if sum(len(one.reading.statements) for one in told) > sum(len(camp.lines) for camp in camps):
        return list(lists)  # a slate: its rows are candidates, and what stands beside is no backer
    read = [_read(camp, _fuller(camp, camps, article), article) for camp in camps if camp.lines]
    sure = all(camp.is_right or camp.head.favours or camp.head.sides for camp in camps)
    shouted = any(one.name.isupper() for one in _supported(inside))
    finer = len(_supported(read)) > len(_supported(inside))
    runs = all(camp.head.run for camp in camps) and _size(read) == _size(inside)
    labels = all(is_above_labelled(article.lines, one.at, article.knowledge) for one in camps)
    told_apart = sure or runs or labels or camps[0].head.beside
    parted = shouted or (finer and told_apart) or _is_shared(inside)
    if _size(read) <= _size(inside) and not parted:
        return list(lists)
    return [*(one for one in lists if one not in inside), *read]


def _are_of_parties(camps: Sequence[Camp], knowledge: Knowledge) -> bool:
    """Whether what stands beside or below the heads are mostly parties, a different one each."""
    printed = [knowledge.text[li.content.start : li.content.end] for c in camps for li in c.lines]
    found = [knowledge.lexicon.parties.whole(folded(one)) for one in printed]
    slugs = [party.slug for party in found if party is not None]
    most = len(slugs) > _LEAST_SEATS and len(slugs) * 2 > len(printed)
    return most and len(set(slugs)) * 2 > len(slugs)


def _is_person(name: str, article: Article) -> bool:
    """Whether a name is known to the article, or begins with a given name."""
    given = fold(name).split()[0] in article.knowledge.lexicon.given_names
    return given or article.called(name) is not None


def _untold(one: ReadList, decision: Decision) -> ReadList:
    """The list, with why its groups are not taken for those of supporters."""
    if one.led.meaning is not None or not decision.has_heads:
        return one
    left = tuple(
        replace(lo, reason=f"{_UNTOLD}: {decision.against}") for lo in one.reading.leftovers
    )
    return replace(one, reading=replace(one.reading, leftovers=left))


def _size(lists: Sequence[ReadList]) -> int:
    """How many stances the lists state; none of a slate, which says it the other way round."""
    lists = [one for one in lists if not (one.led.meaning and one.led.meaning.endorser)]
    return sum(
        statement.kind == "endorsement" for one in lists for statement in one.reading.statements
    )


def _is_shared(lists: Sequence[ReadList]) -> bool:
    """Whether all on the lists were taken for supporters of several, of whom heads choose one."""
    given = [
        statement.endorser
        for one in lists
        for statement in one.reading.statements
        if statement.kind == "endorsement"
    ]
    return len(given) >= 2 * len(set(given)) > 0


def _supported(lists: Sequence[ReadList]) -> set[Mention]:
    """Whom those on the lists support."""
    return {
        statement.candidate
        for one in lists
        for statement in one.reading.statements
        if statement.kind == "endorsement"
    }


def _meets(one: ReadList, camps: Sequence[Camp]) -> bool:
    return any(one.region.first < camp.last and camp.at < one.region.last for camp in camps)


def _standing(article: Article) -> frozenset[Mention]:
    """Those of whom the prose says that they stand, or whom it names where it speaks of a contest.

    Endorsers are named there, too: whoever supports somebody else does not stand.
    """
    found: set[Mention] = set()
    backers: set[Mention] = set()
    for statement in article.said.statements:
        if statement.kind == "candidacy":
            found.add(statement.person)
        elif statement.kind in ("endorsement", "claim"):
            found.add(statement.candidate)
        if statement.kind == "endorsement":
            backers.add(statement.endorser)
    lexicon = article.knowledge.lexicon
    first = article.talk.passages[:_FIRST]
    raced = ["contest" in subjects(passage.sentence, lexicon) for passage in first]
    for index, passage in enumerate(first):
        sentence = passage.sentence
        people = [noun for noun in sentence.nouns if noun.kind == "person"]
        together = index < _OPENING and any(raced[:_OPENING]) and len(people) > 1
        pair = raced[index] and len(people) > 1  # "Leadership race: X v Y"
        if not pair and (len(people) == len(sentence.nouns) or not (raced[index] or together)):
            continue
        for noun in people:
            found.update(set(article.talk.mentions(Actor(noun), index)) - backers)
    return frozenset(found)


def _page(
    camps: Sequence[Camp],
    lists: Sequence[ReadList],
    standing: frozenset[Mention],
    article: Article,
) -> Page:
    """What stands around the groups."""
    inside = {at: camp.where.start for camp in camps for at in range(camp.at, camp.last)}
    outside = [
        p
        for p in article.talk.passages
        if p.paragraph not in inside or p.sentence.span.end <= inside[p.paragraph]
    ]
    seats = _are_seats(camps, article)
    paragraphs = [passage.paragraph for passage in outside]
    below = bisect_right(paragraphs, camps[0].at)
    above = [
        p.sentence
        for p in outside[max(0, below - _ABOVE) : below]
        if p.paragraph >= camps[0].at - _REACH and not (seats and _is_seat(p.paragraph, article))
    ]
    opening = [passage.sentence for passage in outside[: min(_OPENING, below)]]
    others = [passage.sentence for passage in outside]
    understood = any(
        one.led.meaning and one.led.meaning.polarity == "supports" and one.led.meaning.candidate
        for one in lists
        if not _meets(one, camps)
    )
    return Page(opening, above, others, standing, bool(understood), seats)


def _are_seats(camps: Sequence[Camp], article: Article) -> bool:
    """Whether lines that name a seat each stand above two and more of the groups."""
    text = article.knowledge.text
    above = [camp.at - 1 for camp in camps if camp.at and _is_seat(camp.at - 1, article)]
    contents = (article.lines[at].content for at in above)
    return len({fold(text[one.start : one.end]) for one in contents}) >= _LEAST_SEATS


def _is_seat(at: int, article: Article) -> bool:
    return names_seat(article.lines[at], article.knowledge)


def _fuller(camp: Camp, camps: Sequence[Camp], article: Article) -> str:
    """The head's name; for a surname the one name on the lists that ends in it, if there is one.

    Candidates may be among their own.
    """
    surname = camp.head.name
    if " " in surname:
        return surname
    named = re.compile(rf"(?:[A-Z][\w.’'-]* ){{1,2}}{re.escape(surname)}\b")
    text = article.knowledge.text
    lines = (line.content for one in camps for line in one.lines)
    found = {match[0] for where in lines if (match := named.match(text, where.start, where.end))}
    return found.pop() if len(found) == 1 else surname


def _read(camp: Camp, name: str, article: Article) -> ReadList:
    """One group as a list of its head's supporters, under the head's full ``name``."""
    known = article.called(camp.head.name)
    candidate = known or Mention("person", name)
    bodies = are_places(camp.lines, article.knowledge) and (
        camp.head.beside
        or any(
            are_bodies(p.sentence.nouns, article.knowledge.lexicon) for p in article.talk.passages
        )
    )
    region = Region(camp.at, camp.last, camp.lines, bodies)
    meaning = Meaning(candidate, "supports")
    reading = read_list(region, meaning, article.contest, article.knowledge, article.known)
    extent = Span(camp.lines[0].whole.start, camp.lines[-1].whole.end)
    counts = tuple(
        GroupCount(candidate, one.number, one.unit, camp.where, extent) for one in camp.head.counts
    )
    whole = replace(reading, counts=(*counts, *reading.counts))
    return ReadList(region, Led(meaning, None), under_rule(whole, _RULE))
