"""Advice to voters: "Vote for Y", "Voters should elect Y", and a leader's "Y is the best choice".

Whose advice it is, the sentence itself seldom says: whoever speaks or writes gives it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.clause.gates import sentence_hedge
from kg.frames.clause.urged import TOLD, URGED, past_advice, past_urging
from kg.frames.coordination.chains import actors, noun_from, object_chain
from kg.frames.making import make_frame
from kg.frames.model import ADVISER, EDITOR, Frame
from kg.frames.places.objects import read_objects
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_OUGHT = frozenset(("should", "must", "ought"))
_ADVISED = ("elect", "vote")
_CHOOSING = frozenset(("choose", "return", "pick"))
_BEING = frozenset(("is", "are", "'s", "remains"))
_BEST = frozenset(("best", "right", "better", "stronger", "strongest", "clear", "obvious", "only"))
_CHOICES = frozenset(("choice", "choices", "candidate", "candidates", "pick", "picks", "option"))
_EARNING = frozenset(("deserves", "deserve", "earned", "merits", "merit"))
_EARNED = frozenset(
    (
        *("vote", "votes", "election", "re-election", "reelection", "term", "elected", "support"),
        *(
            "number",
            "preference",
            "seat",
            "job",
            "chance",
            "backing",
            "endorsement",
            "nod",
            "nomination",
        ),
    )
)
_OPENING = frozenset(('"', "“", ":", "-", "–", "—", "/", "|", ",", "and", "so", "please"))
_SETTING = ("in", "for", "on", "if", "please")
_LESSER = frozenset(("second", "third", "preference", "preferences"))
_SPOKEN_OF = ("he", "she")
_JOINTS = frozenset((",", "and", "&"))
_BEHIND = frozenset(("for", "in", "to", ".", ",", ";", ":", "!", '"', "”"))
_BESIDE = ("determiner", "adverb", "possessive")
_ADVISING_WORDS = URGED | TOLD | _OUGHT | _BEING | _EARNING | {"be"}
_REACH = 6
_COMMENDING = "prose.leader-commends"
_ADVISING = "prose.advising"


def read_advice(sentence: Sentence, lexicon: Lexicon) -> Iterator[Frame]:
    """The frames of what voters are told to do, and of what a leader says of candidates."""
    cues = lexicon.cues.openings(sentence.folds)
    for at in sorted({*cues, *sentence.places(_ADVISING_WORDS)}):
        word = sentence.folds[at]
        if word in URGED and at and (verb := past_urging(sentence, at)) > 0:
            yield from _told(sentence, verb, lexicon, own=True)
        elif (verb := past_advice(sentence, at)) > 0:
            yield from _told(sentence, verb, lexicon)
        elif word in _OUGHT and at and not _is_negated(sentence, at):
            yield from _installed(sentence, at)
        elif word in lexicon.cues and _is_imperative(sentence, at):
            yield from _told(sentence, at, lexicon)
        elif word == "be" and at > 1:
            yield from _must_be(sentence, at)
        elif word in _BEING and at and not _is_negated(sentence, at):
            yield from _commended(sentence, at)
        elif word in _EARNING and not _is_negated(sentence, at):
            yield from _deserving(sentence, at)


def _told(sentence: Sentence, at: int, lexicon: Lexicon, *, own: bool = False) -> Iterator[Frame]:
    """Y in "elect Y", "vote (for) Y"; the verb stands at token ``at``.

    ``own``: the speaker is one of those who are told, so that any verb of support will do.
    """
    if at >= len(sentence.folds):
        return
    cue = lexicon.cues.at(sentence.folds, at)
    chosen = sentence.folds[at] in _CHOOSING
    if cue is None and not chosen:
        return
    advised = (*_ADVISED, "act") if own else _ADVISED
    if cue is not None and not chosen and cue.value.frame not in advised:
        return
    if cue is not None and cue.value.form != "base":
        return
    end = at + (cue.length if cue is not None else 1)
    objects = read_objects(sentence, end, lexicon)
    behind = sentence.folds[objects[-1].noun.last :][:_REACH] if objects else []
    if behind[:1] == ["or"] or not _LESSER.isdisjoint(behind):
        return  # "must choose Y or Z", "should vote for Y second"
    if objects and not sentence_hedge(sentence, at, objects[-1].noun.last):
        adviser = Noun("pronoun", at, at + 1, name=ADVISER)
        yield make_frame(
            _ADVISING, "supports", actors(sentence, [adviser]), objects, "", (at, end), "choose"
        )


def _installed(sentence: Sentence, at: int) -> Iterator[Frame]:
    """Y in "Y should be our next leader", "Y ought to be mayor"."""
    be = at + 1 + (sentence.folds[at + 1 : at + 2] == ["to"])
    named = _people_before(sentence, at)
    post = noun_from(sentence, be + 1) if sentence.folds[be : be + 1] == ["be"] else None
    if len(named) != 1 or post is None or post.kind != "office":
        return
    if sentence.folds[post.last : post.last + 1] == ["of"] and sentence.noun(post.last + 1) is None:
        return  # "mayor of somewhere else"
    if not sentence_hedge(sentence, at, post.last):
        adviser = actors(sentence, [Noun("pronoun", at, at + 1, name=ADVISER)])
        chosen = actors(sentence, named)
        yield make_frame(_ADVISING, "supports", adviser, chosen, "", (at, be + 1), "choose")


def _must_be(sentence: Sentence, at: int) -> Iterator[Frame]:
    """Y in "it has to be Y", "our next leader must be Y"."""
    led = sentence.folds[at - 2 : at]
    must = led in (["has", "to"], ["have", "to"], ["got", "to"]) or led[1] in _OUGHT
    start = at - 2 if led[1] == "to" else at - 1
    chosen = sentence.noun(at + 1) if must else None
    if chosen is None or chosen.kind != "person" or _is_negated(sentence, start):
        return
    before = sentence.noun(start - 1)
    about = before is not None and (before.kind == "office" or before.name == "it")
    about = about or sentence.folds[start - 1] in _CHOICES | {"it", "'s", "heir", "successor"}
    if about and not sentence_hedge(sentence, start, chosen.last):
        adviser = actors(sentence, [Noun("pronoun", at, at + 1, name=ADVISER)])
        named = actors(sentence, object_chain(sentence, chosen))
        yield make_frame(_ADVISING, "supports", adviser, named, "", (start, at + 1), "endorse")


def _is_imperative(sentence: Sentence, at: int) -> bool:
    """Whether a verb in its base form opens a sentence, a quotation or a part of a headline."""
    if at and sentence.folds[at - 1] not in _OPENING:
        return False
    if at and sentence.folds[at - 1] in _JOINTS:
        before = sentence.noun(at - 2)
        acting = before is not None and before.kind in ("person", "organisation", "group")
        return not acting and sentence.folds[0] in _SETTING
    return True


def _is_negated(sentence: Sentence, at: int) -> bool:
    beside = sentence.kinds[max(0, at - 2) : at] + sentence.kinds[at + 1 : at + 2]
    return "negation" in beside or "modal" in beside


def _commended(sentence: Sentence, at: int) -> Iterator[Frame]:
    """Y in "Y is the best choice (for mayor)", "A, B and C are best", "the best choice is Y".

    And in "Y is endorsed.", when nobody is said to do it.
    """
    named = _people_before(sentence, at)
    if named and (_is_best(sentence, at + 1) or _is_picked(sentence, at + 1)):
        yield _commending(sentence, named, at)
        return
    behind = noun_from(sentence, at + 1)
    if behind is None:
        behind = _after_colon(sentence, at + 1)
    if behind is None or behind.kind != "person":
        return
    if _opens_with_choice(sentence, at):
        yield _commending(sentence, object_chain(sentence, behind), at)


def _is_picked(sentence: Sentence, at: int) -> bool:
    """Whether "endorsed" or "recommended" ends the clause at ``at``, with what for at most."""
    if sentence.folds[at : at + 1] not in (["endorsed"], ["recommended"]):
        return False
    rest = sentence.folds[at + 1 : at + 2]
    return rest in ([], ["."], ["for"], ["in"], [","], [";"]) and "by" not in sentence.folds[at:]


def _opens_with_choice(sentence: Sentence, at: int) -> bool:
    """Whether "our choice for mayor", "the best candidate" stands before "is" at ``at``."""
    for choice in range(max(0, at - _REACH), at):
        if sentence.folds[choice] not in _CHOICES:
            continue
        beside = sentence.folds[max(0, choice - 2) : choice]
        plain = sentence.folds[choice - 1] == "the" and sentence.folds[at + 1] == "clear"
        return "our" in beside or not _BEST.isdisjoint(beside) or plain
    return False


def _after_colon(sentence: Sentence, at: int) -> Noun | None:
    """Y in "The choice is clear: Y"."""
    if sentence.folds[at : at + 2] not in (["clear", ":"], ["obvious", ":"]):
        return None
    return sentence.noun(at + 2)


def _is_best(sentence: Sentence, at: int) -> bool:
    """Whether "the best choice", "our pick" or "best (for council)" stands at ``at``."""
    for index in range(at, min(at + _REACH, len(sentence.folds))):
        word = sentence.folds[index]
        after = sentence.folds[index + 1] if index + 1 < len(sentence.folds) else "."
        if word in _CHOICES:
            before = sentence.folds[index - 1]
            return before in _BEST or before == "our"
        if word in ("best", "better") and after in _BEHIND:
            return True
        if word not in _BEST and sentence.kinds[index] not in _BESIDE:
            return False
    return False


def _deserving(sentence: Sentence, at: int) -> Iterator[Frame]:
    """Y in "Y deserves your vote", "Y has earned another term"."""
    start = at
    while start and sentence.kinds[start - 1] in ("have", "adverb"):
        start -= 1
    named = _people_before(sentence, start)
    if named and not _EARNED.isdisjoint(sentence.folds[at + 1 : at + _REACH]):
        yield _commending(sentence, named, at)


def _people_before(sentence: Sentence, at: int) -> list[Noun]:
    """The people joined directly before token ``at``; in headlines commas alone may join them."""
    found: list[Noun] = []
    while at > 0:
        noun = sentence.noun(at - 1)
        spoken_of = noun is not None and noun.kind == "pronoun" and noun.name in _SPOKEN_OF
        if noun is not None and (noun.kind == "person" or (spoken_of and not found)):
            found.insert(0, noun)
            at = noun.first
        elif found and sentence.folds[at - 1] in _JOINTS:
            at -= 1
        else:
            break
    return found


def _commending(sentence: Sentence, named: list[Noun], at: int) -> Frame:
    editor = Noun("pronoun", at, at + 1, name=EDITOR)
    return make_frame(
        _COMMENDING,
        "supports",
        actors(sentence, [editor]),
        actors(sentence, named),
        sentence_hedge(sentence, at, at + 1),
        (at, at + 1),
        "choose",
    )
