"""Lines that announce a slate: who it is that supports those on the list below.

"The X Club endorses the following candidates:", "Anytown Greens: final picks", "Endorsed by X:",
and, where a body speaks of itself, "our endorsements" under its own name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon
from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.meaning.leads.acting import (
    called,
    choosing,
    is_maker,
    is_of_a_group,
    is_theirs,
    is_unexplained,
    met,
)
from kg.meaning.leads.ballots import own_ballot, points_to_ballot
from kg.meaning.leads.bodies import as_quoted, beside_mark, body_run, own_body, subject_run
from kg.meaning.leads.pagebody import body_of_page
from kg.meaning.leads.pagehead import INTRODUCTION, introduction, may_announce
from kg.meaning.leads.seated import seated_run, seating_bodies
from kg.meaning.leads.slates import CHOSEN, is_left_open, names_slate, of_several
from kg.meaning.leads.unsettled import is_unsettled, leads_elsewhere
from kg.meaning.leads.weighing import heads_slate, only_points, weighed
from kg.meaning.leads.whose import (
    doers,
    is_called_the,
    is_of_the_body,
    is_somebody,
    is_sought,
    its_own,
    makers,
    mention_of,
    says_our,
    spoken_of,
)
from kg.model import Mention, Span
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Sentence
from kg.words.wordkinds import DOUBTING

_REACH = 6
_CHOOSING = frozenset(("act", "vote"))
_ASKING = frozenset(("who", "which"))

Own = Callable[[], Mention | None]
"""The body whose page it is, that says "we" there."""


@dataclass(frozen=True, slots=True)
class Announced:
    """That the ``endorsers`` have a slate, as ``line`` of the page says.

    ``index`` is the passage, None for a line that is no prose; ``strong``: it points below it.
    ``candidates``: it says that those supported are candidates. ``paged``: whose they are is only
    told by whose page it is, so that those below may be who supports somebody.
    ``run`` is the rest of a sentence that names those supported itself, behind a colon.
    """

    line: int
    index: int | None
    endorsers: tuple[Mention, ...]
    strong: bool
    candidates: bool = False
    run: Span | None = None
    paged: bool = False


def announcements(
    lines: Sequence[Line], talk: Discourse, knowledge: Knowledge
) -> Iterator[Announced]:
    """The announcements of slates, in order: those that point, and any in the introduction."""
    lexicon = knowledge.lexicon

    @cache  # asked for where somebody says "we", which few articles do
    def titled() -> Mention | None:
        return own_body(introduction(lines, talk, knowledge), talk, lexicon)

    @cache
    def own() -> Mention | None:
        head = introduction(lines, talk, knowledge)
        return titled() or body_of_page(head, lines, talk, knowledge)

    last: tuple[Mention, ...] = ()
    for line, sentence, index in may_announce(lines, talk, knowledge):
        balloted = own_ballot(sentence, index, talk, lexicon)
        strong = _points(sentence, lexicon) or (bool(balloted) and points_to_ballot(sentence))
        late = not strong and line >= INTRODUCTION
        passed = late and ":" not in sentence.folds
        if passed or is_unsettled(sentence, lexicon) or leads_elsewhere(sentence):
            continue
        triggers = tuple(_triggers(sentence, lexicon))
        run = _run(sentence, triggers) or seated_run(sentence)
        if late and run is None:
            continue
        found = balloted or _announcers(sentence, index, talk, lexicon, own, triggers)
        found = found or _else_told(sentence, index, talk, lexicon, own if strong else None)
        found = found or (last if only_points(sentence, lexicon) else ())
        if not found and not line and (beside := beside_mark(sentence, lexicon)):
            found = (beside,)
        heads = not found and heads_slate(sentence, lexicon)
        if heads:
            found, strong = _heading(last if line else (), titled() if line else None, own)
        last = found or last
        if found:
            endorsers = tuple(as_quoted(_in_full(one, own), knowledge.text) for one in found)
            standing = not CHOSEN.isdisjoint(sentence.folds)
            paged = not _names_body(sentence) and titled() is None
            yield Announced(line, index, endorsers, strong, standing, run, paged and not strong)
            if heads and line < INTRODUCTION:  # there may be an introduction below the heading
                yield Announced(line, index, endorsers, False, standing, paged=paged)


def _names_body(sentence: Sentence) -> bool:
    return any(noun.kind == "organisation" for noun in sentence.nouns)


def _else_told(
    sentence: Sentence, index: int | None, talk: Discourse, lexicon: Lexicon, own: Own | None
) -> tuple[Mention, ...]:
    """Whose choices a sentence tells that no known words announce: of seats, or by evidence.

    Evidence is weighed of a sentence that points below itself, for which ``own`` is given.
    """
    found = seating_bodies(sentence, index, talk, lexicon) if seated_run(sentence) else ()
    return found or (weighed(sentence, index, talk, lexicon, own) if own else ())


def _points(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence points to what stands below it."""
    return sentence.folds[-1] == ":" or not lexicon.slate_words.isdisjoint(sentence.folds)


def _heading(
    last: tuple[Mention, ...], titled: Mention | None, own: Own
) -> tuple[tuple[Mention, ...], bool]:
    """Whose slate a heading is over that does not say it, and whether that is sure.

    That of the body announced last, or in the title; else of whose page it is, as words elsewhere
    on it tell, and then the rows must show that they are a slate.
    """
    if last or titled:
        return last or ((titled,) if titled else ()), True
    paged = own()
    return (paged,) if paged else (), False


def _in_full(endorser: Mention, own: Own) -> Mention:
    """The body of the page, if the endorser is called by its last word: "the League"."""
    if " " in endorser.name or endorser.kind != "organisation":
        return endorser
    whole = own()
    return whole if whole and whole.name.endswith(f" {endorser.name}") else endorser


def _run(sentence: Sentence, triggers: Sequence[int]) -> Span | None:
    """What stands behind the last colon of a sentence, if it names somebody."""
    end = len(sentence.folds)
    colon = _last_colon(sentence)
    if not triggers or triggers[0] >= colon:
        return None
    behind = [noun for noun in sentence.nouns if noun.first > colon]
    named = any(is_somebody(noun) and not is_called_the(sentence, noun) for noun in behind)
    return sentence.text_span(colon + 1, end) if 0 < colon < end - 1 and named else None


def _last_colon(sentence: Sentence) -> int:
    """The token of the last colon, or -1."""
    return max(sentence.places({":"}), default=-1)


def _announcers(
    sentence: Sentence,
    index: int | None,
    talk: Discourse,
    lexicon: Lexicon,
    own: Own,
    triggers: Sequence[int],
) -> tuple[Mention, ...]:
    """Who supports several, as a sentence says without saying whom; several may do so jointly."""
    denied = not DOUBTING.isdisjoint(sentence.kinds) or "no" in sentence.folds
    if denied or not triggers:
        return ()
    if is_left_open(sentence):
        return ()
    if "whom" in sentence.folds and not _ASKING.isdisjoint(sentence.folds):
        return ()
    for at in triggers:
        made = _announced_at(sentence, at, index, talk, lexicon, own)
        found = tuple(one for one in made if not is_sought(sentence, at, one, lexicon))
        if found:
            return found
    return ()


def _announced_at(
    sentence: Sentence,
    at: int,
    index: int | None,
    talk: Discourse,
    lexicon: Lexicon,
    own: Own,
) -> tuple[Mention, ...]:
    """Whose choice the word at token ``at`` speaks of; of nobody's if it says whom itself."""
    colon = _last_colon(sentence)
    end = colon if colon > at else len(sentence.folds)
    later = [n for n in sentence.nouns if at < n.first < end and not names_slate(sentence, n)]
    if any(is_somebody(noun) and not is_called_the(sentence, noun) for noun in later):
        return ()
    made = makers(sentence, at, later, lexicon)
    if made:
        alone = not any(is_somebody(noun) for noun in sentence.nouns if noun.first < at)
        named = [mention_of(sentence, one, index, talk, lexicon) for one in made if alone]
        return tuple(one for one in named if one)
    if sentence.folds[at + 1 : at + 2] == ["by"]:
        return ()
    if says_our(sentence, at):
        found = own() or spoken_of(talk, index)
    elif sentence.folds[at] in lexicon.slate_nouns and is_theirs(sentence, at, lexicon):
        found = its_own(sentence, at, index, talk, lexicon) or spoken_of(talk, index) or own()
    else:
        verb = sentence.folds[at] not in lexicon.slate_nouns
        if verb and is_of_a_group(sentence, at):
            return ()
        if verb and is_unexplained(sentence, at, index, talk, lexicon):
            return ()
        told = met(sentence, at, lexicon) or called(sentence, at, index, talk, lexicon)
        several = (told,) if told else doers(sentence, at, index, talk, lexicon)
        if several:
            return () if _selects(sentence, at, several, lexicon) else several
        found = body_run(sentence, at, lexicon) or (
            subject_run(sentence, at, lexicon) if verb else None
        )
        part = is_maker(sentence, at, lexicon) if verb else is_of_the_body(sentence, at)
        if found is None and part:
            found = own() or spoken_of(talk, index)
    return (found,) if found else ()


def _selects(sentence: Sentence, at: int, several: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Whether a party chooses those who stand for it: "Labour has chosen these candidates"."""
    cue = lexicon.cues.at(sentence.folds, at)
    chosen = cue.value.narrow if cue else sentence.folds[at] in lexicon.slate_choosing
    return chosen and any(lexicon.parties.whole(one.name.lower().split()) for one in several)


def _triggers(sentence: Sentence, lexicon: Lexicon) -> Iterator[int]:
    """The tokens that speak of a choice of several: a noun for a slate, a verb of support."""
    for at, word in enumerate(sentence.folds):
        if word in lexicon.slate_nouns and not _is_received(sentence, at, lexicon):
            yield at
        cue = lexicon.cues.at(sentence.folds, at) if word in lexicon.cues else None
        if (
            cue is not None
            and cue.value.frame in _CHOOSING
            and of_several(sentence, at, cue, lexicon)
        ):
            yield at
    yield from choosing(sentence, lexicon)


def _is_received(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether the endorsements are to come, or are had: "will be made", "the endorsements of X".

    Those "of X Club" are made by it.
    """
    if makers(sentence, at, sentence.nouns, lexicon):
        return False
    behind = sentence.folds[at + 1 : at + 2]
    if sentence.kinds[at + 1 : at + 2] == ["modal"] or behind == ["from"]:
        return True
    made = {"its", "their", "our", "'s"}.intersection(sentence.folds[max(0, at - 2) : at])
    named = not CHOSEN.isdisjoint(sentence.folds[at + 2 : at + 2 + _REACH])
    return behind == ["of"] and not made and not named
