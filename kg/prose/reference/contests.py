"""Where the prose names the contest that a clause is about: "for mayor", "in the race"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.frames.support import is_elected_body
from kg.lexicon import Lexicon
from kg.passages import Passage
from kg.prose.reference.running import runs
from kg.words.nouns import Noun, Sentence

CONTENDERS = frozenset(
    (
        "candidate",
        "contender",
        "hopeful",
        "aspirant",
        "nominee",
        "challenger",
        "frontrunner",
        "front-runner",
        "favourite",
        "favorite",
    )
)
_SEATS = frozenset(("board", "council", "congress", "senate", "assembly", "seat", "house", "ward"))
PROPOSED = "nominate"  # the name of those that are said of prizes and appointments, too
_OFFICE = "office"  # the name under which a post behind "for" or "as" is a sign of a contest
_COUNT = "count"  # and that of a number of members: "61 MPs"
_CHOOSING = frozenset(("elect", "elects", "electing", "choose", "chooses", "choosing"))
_STANDING = frozenset(
    (
        *("candidate", "candidates", "run", "running", "runs", "race", "races", "contest", "bid"),
        *("contests", "election", "elections", "seat", "seats", "standing", "primary", "primaries"),
        *("nominees", "choices", "picks", "hopefuls", "those"),
    )
)
_REACH = 4
_POST_REACH = 7
_ACTING = (["speech"], ["verb"], ["have"], ["be"])
_CLAUSAL = frozenset(("be", "have", "modal", "relative", "speech", "contrast", "negation"))


def contest_signs(passages: Sequence[Passage], lexicon: Lexicon) -> set[str]:
    """What in the prose speaks of a contest, an election, a nomination, or of who stands.

    "" stands for what is said of contests only. Every other sign is the name under which
    ``content-words.tsv`` has a word that is said of much else too, so that one alone shows little:
    councils vote on budgets, and fans stand by a coach.
    """
    return {sign for passage in passages for sign in _signs_of(passage.sentence, lexicon)}


def _signs_of(sentence: Sentence, lexicon: Lexicon) -> Iterator[str]:
    """What in one sentence speaks of a contest."""
    for noun in sentence.nouns:
        if noun.kind == "office":
            yield from _of_office(sentence, noun, lexicon)
        elif noun.unit_role and noun.count is not None:
            yield _COUNT
        elif noun.name and (_is_led(sentence, noun) or runs(sentence, noun, lexicon)):
            yield ""
    yield from _of_words(sentence.folds, lexicon)


def _is_led(sentence: Sentence, noun: Noun) -> bool:
    """Whether it is a party whose leadership is spoken of, and not those who have it: no verb."""
    party = noun.body is not None and noun.body.kind == "party"
    if not party or sentence.folds[noun.last : noun.last + 1] != ["leadership"]:
        return False
    return sentence.kinds[noun.last + 1 : noun.last + 2] not in _ACTING


def _of_words(folds: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """What the words of a sentence show one by one, and as phrases."""
    for index, word in enumerate(folds):
        if word in lexicon.contested:
            labelled = folds[index + 1 : index + 2] == [":"]  # "Labour leadership: X is backing Y"
            yield "" if labelled else lexicon.contest_families.get(word, "")
        elif word in CONTENDERS or (
            word == "for" and not _SEATS.isdisjoint(folds[index + 1 : index + 4])
        ):
            yield ""
    if _asks_whom(folds, lexicon):
        yield ""
    for index, phrase in lexicon.contest_words.found(folds):
        last = folds[index + phrase.length - 1]
        if phrase.length > 1:
            yield "" if folds[index] == "for" or last in lexicon.contested else _OFFICE


def _asks_whom(folds: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether it is asked or told who is for whom: "Who backs whom?", "who is backing who"."""
    asked = "who" in folds and ("whom" in folds or folds.count("who") > 1)
    return asked and any(word in lexicon.cues for word in folds)


def _of_office(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> Iterator[str]:
    """What shows of a post that it is to be filled: "for mayor", "elects its next leader"."""
    before = sentence.folds[noun.first - 1] if noun.first else ""
    after = sentence.folds[noun.last : noun.last + 1]
    chosen = not (noun.definite or _CHOOSING.isdisjoint(sentence.folds[: noun.first][-2:]))
    to_choose = not noun.definite and after == ["to"]
    if (
        chosen
        or to_choose
        or "next" in (before, sentence.folds[noun.first])
        or (before == "as" and _is_ousted(sentence, noun, lexicon))
    ):
        yield ""
    elif before in ("for", "as"):
        yield _OFFICE


def _is_ousted(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether somebody is to be removed from the post: "remove her as leader"."""
    found = lexicon.cues.found(sentence.folds[: noun.first])
    return any(cue.value.frame == "oust" for _, cue in found)


def is_contest(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether an office or a contest is named within a few words."""
    for index in range(at, min(at + _REACH, len(sentence.folds))):
        noun = sentence.noun(index)
        if noun is not None and noun.kind == "office":
            return True
        if sentence.folds[index] in lexicon.contested or sentence.folds[index] in lexicon.bid_words:
            return True
        if lexicon.contest_words.at(sentence.folds, index) or is_elected_body(
            sentence.folds, index, lexicon
        ):
            return True
    return False


def is_stood_for(sentence: Sentence, noun: Noun) -> bool:
    """Whether a body is only what people stand for: "for City Council", "the City Council race"."""
    if not _STANDING.isdisjoint(sentence.folds[noun.last : noun.last + 1]):
        return True
    at = noun.first - 1
    at -= at > 0 and sentence.kinds[at] == "determiner"
    return at > 0 and sentence.folds[at] == "for" and sentence.folds[at - 1] in _STANDING


def is_elected(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a post follows that somebody can stand for: "the District 4 seat", no bus."""
    for index in range(at, min(at + _POST_REACH, len(sentence.folds))):
        if sentence.folds[index] in (",", ";", ".", ":") or sentence.kinds[index] in _CLAUSAL:
            return False
        noun = sentence.noun(index)
        if noun is not None and noun.kind == "office":
            return True
        word = sentence.folds[index]
        if word in lexicon.elected_words or word in lexicon.contested:
            return True
        if lexicon.contest_words.at(sentence.folds, index):
            return True
    return False
