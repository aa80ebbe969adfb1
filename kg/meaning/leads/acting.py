"""Who acts where a sentence names no body: a part of it, a common word for it, whoever meets as it.

"The branch committee has nominated", "the chamber chose:", "their school board recommendations",
"the membership meeting of X for Y settled these endorsements".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames import Actor
from kg.lexicon import Lexicon
from kg.meaning.leads.bodies import words_of
from kg.meaning.leads.weighing import is_where, speaks_of_choice
from kg.meaning.leads.whose import spoken_of
from kg.model import Mention
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Sentence

_HELPING = frozenset(("have", "be", "do", "adverb", "modal", "time"))
_RELATIVE = frozenset(("who", "that", "which"))
_THIS = (["this", "page"], ["this", "newspaper"], ["this", "paper"], ["this", "site"])
_COMMON = frozenset(("union", "society"))
_ITS = frozenset(("its", "their"))
_NAMED = ("person", "organisation")
_TYING = frozenset(("for", "of", "and", "&", "the"))
_BACK = 12
_FURTHEST = 3
_LEADING = frozenset((":", "for", "with"))


def is_maker(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a part of the body of the page acts: "the branch committee has nominated"."""
    who = _actor(sentence, at)
    this = who > 0 and sentence.folds[who - 1 : who + 1] in _THIS
    return (this or sentence.folds[who] in lexicon.slate_makers) and not _names(sentence, at)


def called(
    sentence: Sentence, at: int, index: int | None, talk: Discourse, lexicon: Lexicon
) -> Mention | None:
    """The body that a common word before the verb at token ``at`` means: "the union selected"."""
    who = _actor(sentence, at)
    word = sentence.folds[who]
    told = who > 0 and "the" in sentence.folds[max(0, who - 2) : who]
    if index is None or not told or lexicon.organisation_words.get(word) not in _COMMON:
        return None
    if _names(sentence, at):
        return None
    for back in range(index - 1, max(-1, index - 1 - _BACK), -1):
        for noun in reversed(talk.passages[back].sentence.nouns):
            if noun.kind == "organisation" and word in noun.name.lower().split():
                return next(iter(talk.mentions(Actor(noun), back)), None)
    return spoken_of(talk, index)


def is_theirs(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether the slate at token ``at`` is "theirs", for what it may be: "their council picks"."""
    between = lexicon.slate_fillers | lexicon.seat_words | lexicon.contested
    for back in range(at - 1, max(-1, at - 2 - _FURTHEST), -1):
        if sentence.folds[back] in _ITS:
            return True
        if sentence.folds[back] not in between:
            return False
    return False


def met(sentence: Sentence, at: int, lexicon: Lexicon) -> Mention | None:
    """The body whose members have met and chosen: "The membership meeting of X for Y settled"."""
    for of in range(2, at):
        if sentence.folds[of] == "of" and _is_of_body(sentence, of - 1, lexicon):
            first = of + 1 + (sentence.folds[of + 1] == "the")
            last = first
            while last < at and _goes_on(sentence, last):
                last += 1
            if "for" in sentence.folds[first:last]:  # other names of bodies are known as such
                return Mention("organisation", words_of(sentence, first, last))
    return None


def choosing(sentence: Sentence, lexicon: Lexicon) -> Iterator[int]:
    """The verb of choosing that leads on to those chosen: "the union selected:", "opted for:"."""
    last = len(sentence.folds) - 1
    if last < 1 or sentence.folds[last] != ":":
        return
    at = last - 1 - (sentence.folds[last - 1] in _LEADING)
    if sentence.folds[at] in lexicon.slate_choosing:
        yield at


def is_unexplained(
    sentence: Sentence, at: int, index: int | None, talk: Discourse, lexicon: Lexicon
) -> bool:
    """Whether nothing before a verb of choosing says that those who stand are chosen from.

    A club chooses its officers, too, and a jury the books of the year.
    """
    if at not in choosing(sentence, lexicon):
        return False
    before = talk.passages[: index or 0]
    return not any(speaks_of_choice(passage.sentence, lexicon) for passage in before)


def _actor(sentence: Sentence, at: int) -> int:
    """The token of the last word before the verb at token ``at`` and its helping verbs."""
    who = at - 1
    while who > 0 and sentence.kinds[who] in _HELPING:
        who -= 1
    return who


def is_of_a_group(sentence: Sentence, at: int) -> bool:
    """Whether the verb is said of a group's members: "a list of the MPs who have come out for"."""
    who = _actor(sentence, at)
    if who < 1 or sentence.folds[who] not in _RELATIVE:
        return False
    before = sentence.noun(who - 1)
    return before is None or before.kind != "organisation"


def _names(sentence: Sentence, at: int) -> bool:
    """Whether somebody is named before token ``at``, other than what a race is for."""
    return any(
        noun.kind in _NAMED and noun.last <= at and not is_where(sentence, noun)
        for noun in sentence.nouns
    )


def _is_of_body(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether the word is for a body's members, its parts, or their meeting."""
    word = sentence.folds[at]
    return word in lexicon.slate_makers or word in ("meeting", "members", "convention", "assembly")


def _goes_on(sentence: Sentence, at: int) -> bool:
    capital = sentence.tokens[at].text[0].isupper()
    tied = sentence.folds[at] in _TYING and sentence.tokens[at + 1].text[0].isupper()
    return capital or tied
