"""Lines that announce a slate: who it is that supports those on the list below.

"The X Club endorses the following candidates:", "Anytown Greens: final picks", "Endorsed by X:",
and, where a body speaks of itself, "our endorsements" under its own name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.frames import Actor
from kg.frames.clauses import opens_clause
from kg.frames.subject import find_subject
from kg.leads.bodies import body_run, own_body
from kg.lexicon import Cue, Lexicon
from kg.lists.fields import Knowledge
from kg.lists.regions import Line
from kg.model import Mention
from kg.nouns import Noun, Sentence, read_sentence
from kg.phrases import Match
from kg.prose.discourse import Discourse
from kg.text import tokenise
from kg.units import SUPPORT_UNIT

_AGENT = 3
_INTRODUCTION = 8
_REACH = 6
_DENYING = frozenset(("negation", "refusal", "denial"))
_OURS = frozenset(("our", "we"))
_QUOTES = {"‘": "’", "“": "”", '"': '"', "'": "'"}
_ASKING = frozenset(("who", "which"))
_ITS = frozenset(("its", "their"))
_NAMED = ("person", "organisation")
_HEADING = 120
_FURTHEST = 14
_CHOSEN = frozenset(
    ("candidates", "primaries", "races", "primary", "contests", "seats", "hopefuls")
)


@dataclass(frozen=True, slots=True)
class Announced:
    """That ``endorser`` has a slate, as ``line`` of the page says.

    ``index`` is the passage, None for a line that is no prose; ``strong``: it points below it.
    """

    line: int
    index: int | None
    endorser: Mention
    strong: bool


def announcements(
    lines: Sequence[Line], talk: Discourse, knowledge: Knowledge
) -> Iterator[Announced]:
    """The announcements of slates, in order: those that point, and any in the introduction."""
    lexicon = knowledge.lexicon
    own = own_body(_introduction(lines, talk, knowledge), talk, lexicon)
    for line, sentence, index in _sentences(lines, talk, knowledge):
        strong = sentence.folds[-1] == ":" or not lexicon.slate_words.isdisjoint(sentence.folds)
        if not strong and line >= _INTRODUCTION:
            continue
        endorser = _announcer(sentence, index, talk, lexicon, own)
        if endorser is not None:
            endorser = _as_quoted(endorser, knowledge.text)
            yield Announced(line, index, endorser, strong)


def _as_quoted(endorser: Mention, text: str) -> Mention:
    """The endorser by the words of its name that the article sets in quotation marks, if any."""
    words = endorser.name.split()
    for end in range(len(words) - 1, 0, -1):
        name = " ".join(words[:end])
        if any(f"{mark}{name}{_QUOTES[mark]}" in text for mark in _QUOTES):
            return Mention("organisation", name)
    return endorser


def _sentences(
    lines: Sequence[Line], talk: Discourse, knowledge: Knowledge
) -> Iterator[tuple[int, Sentence, int | None]]:
    """What may announce a slate, with its line and passage: the prose, and lines of lists.

    A heading may look like an item of the list below it: "Anytown Young Greens slate".
    """
    for index, passage in enumerate(talk.passages):
        yield passage.paragraph, passage.sentence, index
    covered = {passage.paragraph for passage in talk.passages}
    for at, line in enumerate(lines):
        if at not in covered and line.content.end - line.content.start <= _HEADING:
            tokens = tokenise(knowledge.text, line.content)
            if any(token.fold in knowledge.lexicon.slate_nouns for token in tokens):
                yield at, read_sentence(knowledge.look(tuple(tokens))), None


def _introduction(
    lines: Sequence[Line], talk: Discourse, knowledge: Knowledge
) -> list[tuple[Sentence, int | None]]:
    """The first lines of the page, whether they are prose or look like items of a list."""
    found: dict[int, tuple[Sentence, int | None]] = {}
    for index, passage in enumerate(talk.passages[:_INTRODUCTION]):
        found.setdefault(passage.paragraph, (passage.sentence, index))
    for at, line in enumerate(lines[:_INTRODUCTION]):
        if at not in found and line.content.end - line.content.start <= _HEADING:
            tokens = tuple(tokenise(knowledge.text, line.content))
            if tokens:
                found[at] = read_sentence(knowledge.look(tokens)), None
    return [found[at] for at in sorted(found) if at < _INTRODUCTION]


def _announcer(
    sentence: Sentence, index: int | None, talk: Discourse, lexicon: Lexicon, own: Mention | None
) -> Mention | None:
    """Who supports several, as a sentence says without saying whom."""
    if not _DENYING.isdisjoint(sentence.kinds) or "no" in sentence.folds:
        return None
    if "whom" in sentence.folds and not _ASKING.isdisjoint(sentence.folds):
        return None
    for at in _triggers(sentence, lexicon):
        if "by" in sentence.folds[at + 1 : at + _AGENT]:  # "she is endorsed by the following"
            continue
        later = [noun for noun in sentence.nouns if noun.first > at]
        makers = [noun for noun in later if _made(sentence, noun)]
        if any(_is_somebody(noun) and not _is_called_the(sentence, noun) for noun in later):
            continue
        if makers:
            alone = not any(_is_somebody(noun) for noun in sentence.nouns if noun.first < at)
            return _mention(sentence, makers[0], index, talk) if alone else None
        if _says_our(sentence, at):
            return own
        found = _doer(sentence, at, index, talk, lexicon) or body_run(sentence, at, lexicon)
        if found:
            return found
    return None


def _says_our(sentence: Sentence, at: int) -> bool:
    """Whether "we" or "our" stands nearer to token ``at`` than any name: "our board endorses"."""
    named = [
        n.last for n in sentence.nouns if n.kind in ("person", "organisation") and n.last <= at
    ]
    return not _OURS.isdisjoint(sentence.folds[max([0, *named]) : at + 1])


def _triggers(sentence: Sentence, lexicon: Lexicon) -> Iterator[int]:
    """The tokens that speak of a choice of several: a noun for a slate, a verb of support."""
    for at, word in enumerate(sentence.folds):
        if word in lexicon.slate_nouns:
            yield at
        cue = lexicon.cues.at(sentence.folds, at) if word in lexicon.cues else None
        if cue is not None and cue.value.frame == "act" and _of_several(sentence, at, cue, lexicon):
            yield at


def _of_several(sentence: Sentence, at: int, cue: Match[Cue], lexicon: Lexicon) -> bool:
    """Whether the verb at token ``at`` says that several are supported, and not who."""
    end = at + cue.length
    ahead = sentence.folds[end : end + _REACH]
    behind = sentence.folds[max(0, at - _REACH) : at]
    if not lexicon.slate_words.isdisjoint(ahead) or not _CHOSEN.isdisjoint([*ahead, *behind]):
        return True
    if cue.value.force != "endorse":
        return False
    counted = any(n.kind == "group" and end <= n.first <= end + 1 for n in sentence.nouns)
    ends = not ahead or sentence.folds[-1] == ":"
    return counted or ends or ahead[:1] == ["by"]


def _made(sentence: Sentence, noun: Noun) -> bool:
    """Whether the body made what is named before it: "Endorsements by the club"."""
    at = noun.first - 1
    at -= at > 0 and sentence.kinds[at] == "determiner"
    return noun.kind == "organisation" and at > 0 and sentence.folds[at] == "by"


def _doer(
    sentence: Sentence, at: int, index: int | None, talk: Discourse, lexicon: Lexicon
) -> Mention | None:
    """Who endorses: the subject of a verb, or the body that has or makes what is announced."""
    verb = sentence.folds[at] not in lexicon.slate_nouns
    chain: Sequence[Noun] = find_subject(sentence, at).chain if verb else ()
    before = [noun for noun in sentence.nouns if noun.last <= at]
    for noun in [*chain, *reversed(before)]:
        person = noun.kind == "person" and not _is_called_the(sentence, noun)
        before_it = sentence.noun(noun.first - 1) if person else None
        if before_it is not None and before_it.kind == "organisation":
            return _mention(sentence, before_it, index, talk)
        if person and verb and noun in chain:
            found = _mention(sentence, noun, index, talk)
            if found:
                return found
        if noun.kind == "group" and noun.unit != SUPPORT_UNIT and not chain:
            return None  # several do, whom the rows will name
        if person or noun.kind not in _NAMED or _is_common(sentence, noun, lexicon):
            continue
        if verb or _has(sentence, noun, at, lexicon):
            called = noun.kind == "person"
            return (
                Mention("organisation", noun.name)
                if called
                else _mention(sentence, noun, index, talk)
            )
    return None


def _is_common(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether the phrase names no body: "Final Club Picks", "Election Club Endorsements"."""
    words = sentence.folds[noun.first : noun.last]
    if not lexicon.contested.isdisjoint((*words[:-1], *sentence.folds[noun.last : noun.last + 1])):
        return True  # "Democratic Race" is no doing of the party's
    if lexicon.organisations.at(sentence.folds, noun.first) is not None:
        return False
    return all(w in lexicon.organisation_words or w in lexicon.slate_fillers for w in words)


def _has(sentence: Sentence, noun: Noun, at: int, lexicon: Lexicon) -> bool:
    """Whether the slate at token ``at`` is the body's: "X's picks", "X has issued its picks"."""
    between = range(noun.last, at)
    if all(
        sentence.folds[i] in lexicon.slate_fillers
        or sentence.folds[i] in lexicon.organisation_words
        or not sentence.folds[i][0].isalpha()
        or sentence.folds[i] == "'s"
        for i in between
    ):
        return True
    if len(between) > _FURTHEST or not opens_clause(sentence, noun):
        return False
    words = sentence.folds[noun.last : at]
    return not _ITS.isdisjoint(words) or any(
        sentence.kinds[i] == "speech" or _gives(sentence, i, lexicon) for i in between
    )


def _gives(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    cue = lexicon.cues.at(sentence.folds, at) if sentence.folds[at] in lexicon.cues else None
    return cue is not None and cue.value.frame == "give"


def _mention(sentence: Sentence, noun: Noun, index: int | None, talk: Discourse) -> Mention | None:
    """Whom the phrase means; a word that follows a body's name belongs to it: "UNISON Left"."""
    if noun.kind != "organisation":
        return None if index is None else next(iter(talk.mentions(Actor(noun), index)), None)
    after = sentence.noun(noun.last)
    if after is not None and after.kind == "person":
        return Mention("organisation", _words(sentence, noun.name_first or noun.first, after.last))
    if index is None:
        return Mention("organisation", noun.name)
    return next(iter(talk.mentions(Actor(noun), index)), None)


def _words(sentence: Sentence, first: int, last: int) -> str:
    return " ".join(token.text for token in sentence.tokens[first:last])


def _is_called_the(sentence: Sentence, noun: Noun) -> bool:
    """Whether an article stands before what has the shape of a name, so that it is nobody's."""
    at = noun.first
    return not noun.title and "the" in sentence.folds[max(0, at - 1) : at + 1]


def _is_somebody(noun: Noun) -> bool:
    return noun.kind == "person" and (" " in noun.name or bool(noun.title))
