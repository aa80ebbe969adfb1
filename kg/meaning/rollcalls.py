"""Votes by name that are about a person: who is for having her, and who against."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kg.cast import Cast
from kg.frames import Actor
from kg.lexicon import Lexicon
from kg.lists import ListReading, Region
from kg.lists.finding.regions import Line
from kg.lists.finding.rollcalls import RollCall, Side, Voter, find_roll_calls
from kg.lists.heads.groupcounts import GroupCount
from kg.lists.leading.meaning import Meaning
from kg.lists.segments.fields import Knowledge, folded_name
from kg.meaning.claims import ReadList
from kg.meaning.leads import Led
from kg.model import Contest, Endorsement, Evidence, Mention, Polarity
from kg.prose.reference.discourse import Discourse
from kg.rules import confidence
from kg.text import tokenise
from kg.words.nouns import Noun, Sentence, read_sentence

_RULE = "list.roll-call"
_BACK = 8
_REACH = 8
_POSTED = frozenset(("for", "as", "to"))
_VOTED = frozenset(("vote", "voted", "votes", "voting", "motion"))


@dataclass(frozen=True, slots=True)
class Matter:
    """What is voted on: somebody, and whether those "for" are against her."""

    candidate: Mention
    ousted: bool
    passage: int | None


def read_roll_calls(
    lines: Sequence[Line], talk: Discourse, contest: Contest, knowledge: Knowledge
) -> Iterator[ReadList]:
    """The votes by name among the lines of a page that the words above say are about a person."""
    for call in find_roll_calls(lines, knowledge):
        above = lines[max(0, call.first - _BACK) : call.first]
        matter = _matter(above, call.first - len(above), talk, knowledge)
        if matter is not None:
            yield _read(call, matter, talk.cast, contest)


def _matter(
    above: Sequence[Line], first: int, talk: Discourse, knowledge: Knowledge
) -> Matter | None:
    """What the nearest of the sentences above that names a matter says is voted on."""
    for sentence, index in reversed(list(_sentences(above, first, talk, knowledge))):
        named = dict(_named(sentence, knowledge.lexicon))
        if len(named) == 1:
            at, ousted = next(iter(named.items()))
            noun = sentence.nouns[at]
            found = talk.mentions(Actor(noun), index) if index is not None else ()
            return Matter(next(iter(found), Mention("person", noun.name)), ousted, index)
        if named or _moves(sentence):
            return None
    return None


def _sentences(
    above: Sequence[Line], first: int, talk: Discourse, knowledge: Knowledge
) -> Iterator[tuple[Sentence, int | None]]:
    """The sentences of the lines with their passages; a heading may be taken for an item."""
    at = bisect_left(talk.passages, first, key=lambda passage: passage.paragraph)
    for number, line in enumerate(above, first):
        found = False
        while at < len(talk.passages) and talk.passages[at].paragraph == number:
            found = True
            yield talk.passages[at].sentence, at
            at += 1
        tokens = () if found else tuple(tokenise(knowledge.text, line.content))
        if tokens:
            yield read_sentence(knowledge.look(tokens)), None


def _moves(sentence: Sentence) -> bool:
    """Whether a sentence moves that something be done: the matter is another one."""
    return "that" in sentence.folds and "be" in sentence.folds and "moved" in sentence.folds


def _named(sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[int, bool]]:
    """The places of those nouns that a post is to be given to, or (True) taken from."""
    for at, noun in enumerate(sentence.nouns):
        if noun.kind == "person":
            told = _told(sentence, noun, lexicon)
            if told is not None:
                yield at, told


def _told(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool | None:
    """Whether the words around a name oust (True) or appoint (False); None if neither."""
    words = lexicon.vote_words
    folds = sentence.folds
    before = folds[max(0, noun.first - _REACH) : noun.first]
    behind = folds[noun.last : noun.last + 2]
    if before[-1:] == ["that"] and behind[:1] == ["be"]:
        return behind[-1] in words["ousting"]
    if "confidence" in before and "in" in before[before.index("confidence") :]:
        return before[max(0, before.index("confidence") - 1)] in ("no", "-", "without")
    if _is_ousted(before, words["ousting"]):
        return True
    if before[-1:] == ["of"] and len(before) > 1:
        if before[-2] in words["ousting"]:
            return True
        return False if before[-2] in words["filling"] else None
    if before[-1:] and before[-1] in words["filling"] and not _VOTED.isdisjoint(folds):
        return False
    named = before[-1:] and before[-1] in words["naming"]
    if named and before[-2:-1] == ["to"] and not _VOTED.isdisjoint(folds):
        return False  # "voted to confirm X"
    return False if named and behind[:1] and behind[0] in _POSTED else None


def _is_ousted(before: Sequence[str], ousting: Collection[str]) -> bool:
    """Whether the words before a name end in "to remove" or "a spill motion against"."""
    against = before[-1:] == ["against"] and not frozenset(ousting).isdisjoint(before[-3:])
    return against or (before[-1:] != [] and before[-1] in ousting)


def _read(call: RollCall, matter: Matter, cast: Cast, contest: Contest) -> ReadList:
    made: list[Endorsement] = []
    counts: list[GroupCount] = []
    for side in call.sides:
        if side.side == "none":
            continue
        favours = (side.side == "for") is not matter.ousted
        polarity: Polarity = "supports" if favours else "opposes"
        made.extend(_vote(voter, matter, polarity, cast, contest) for voter in side.voters)
        if favours and side.count:
            counts.append(_counted(side, matter))
    region = Region(call.first, call.last, call.lines)
    led = Led(Meaning(matter.candidate, "supports"), matter.passage)
    return ReadList(region, led, ListReading(tuple(made), (), tuple(counts)))


def _counted(side: Side, matter: Matter) -> GroupCount:
    number, span = side.count or (0, side.voters[0].span)
    return GroupCount(matter.candidate, number, "", span, side.voters[0].span)


def _vote(
    voter: Voter, matter: Matter, polarity: Polarity, cast: Cast, contest: Contest
) -> Endorsement:
    evidence = Evidence(voter.span, _RULE, confidence(_RULE), printed_name=voter.name)
    who = _whole(voter.name, cast)
    return Endorsement(who, matter.candidate, contest, polarity, (evidence,))


def _whole(name: str, cast: Cast) -> Mention:
    """Whom a surname means, with or without an initial, if the article names only one so."""
    words = name.replace(".", " ").split()
    sharing = cast.by_surname.get(folded_name(words[-1]), ())
    initial = words[0] if len(words) > 1 and len(words[0]) == 1 else ""
    fits = [one for one in sharing if one.name.startswith(initial)]
    alone = len(words) == 1 or initial
    return fits[0] if alone and len(sharing) == len(fits) == 1 else Mention("person", name)
