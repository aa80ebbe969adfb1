"""Lines above a list that say little: that point to it, are the page's, or only name somebody."""

from __future__ import annotations

from collections.abc import Sequence

from kg.frames.support import speaks_of_support
from kg.lexicon import Lexicon
from kg.lists.leading.meaning import Lead
from kg.lists.segments.itemwords import closes_letter
from kg.model import Mention
from kg.text import fold
from kg.words.nouns import Sentence

_SHORT = 16
# What words may be that add nothing to a line that points.
_NEUTRAL = frozenset(
    (
        *("adverb", "and", "be", "demonstrative", "determiner", "document", "have", "modal"),
        *("month", "preposition", "possessive", "pronoun", "relative", "time"),
    )
)
_DATED = frozenset(("month", "tentative", "time", "and", "preposition", "determiner"))
_HERE = frozenset(("below", "here", "list", "following"))
_PRESENT = frozenset(("present", "attended", "attending", "attendance"))
_MEETINGS = frozenset(("meeting", "rally", "event", "gathering"))
_SOURCES = frozenset(("from", "by", "via", "source", "sources"))
_ENDS = frozenset((".", "!", "?", '"', "”", "'", "’"))


def is_pointer(lead: Lead, lexicon: Lexicon, end: int | None = None) -> bool:
    """Whether the lead only points to the list: "The full list of signatories is below:".

    ``end`` is the token at which a list inside the lead begins.
    """
    sentence = lead.sentence
    last = len(sentence.tokens) if end is None else end
    pointing = any(word in lexicon.pointer_words for word in sentence.folds[:last])
    if not (pointing or _names_them(sentence)):
        return False
    if _leads_away(sentence, lexicon):
        return False
    first = _past_addition(sentence)
    return all(_points(sentence, index, lexicon) for index in range(first, last))


def _past_addition(sentence: Sentence) -> int:
    """Past the one beside whom those below come: "In addition to X, they are:"; else 0."""
    added = sentence.folds[:3] == ["in", "addition", "to"]
    mark = sentence.folds.index(",") if added and "," in sentence.folds else 0
    return mark + 1 if mark else 0


def _names_them(sentence: Sentence) -> bool:
    """Whether a line is about to name the group that it tells of: "The councillors are:"."""
    named = sentence.folds[-1] == ":" and "be" in sentence.kinds[-3:]
    return named and any(noun.kind == "group" for noun in sentence.nouns)


def tells_presence(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a line says that those below came, and nothing else: "Present on Sunday were:"."""
    folds = sentence.folds
    met = not _MEETINGS.isdisjoint(folds) and ("joined" in folds or "be" in sentence.kinds)
    if folds[-1] != ":" or not (met or not _PRESENT.isdisjoint(folds)):
        return False
    return all(
        word in _PRESENT or word in _MEETINGS or word == "joined" or _points(sentence, at, lexicon)
        for at, word in enumerate(folds)
    )


def points(lead: Lead, lexicon: Lexicon) -> bool:
    """Whether any word of the lead points to a list: "here are those who back X"."""
    return any(word in lexicon.pointer_words for word in lead.sentence.folds)


def _points(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a word adds no matter of its own to a line that points."""
    word = sentence.folds[index]
    noun = sentence.noun(index)
    if not word[0].isalpha() or word in lexicon.pointer_words or sentence.kinds[index] in _NEUTRAL:
        return True
    if noun is not None:
        return noun.kind in ("group", "number", "organisation", "place", "pronoun")
    return word in lexicon.class_words


def _leads_away(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the line leads to other pages: "See also", "Read more"."""
    links = lexicon.furniture_words.get(sentence.folds[0]) == "link"
    return links and _HERE.isdisjoint(sentence.folds)


def is_furniture(lead: Lead, lexicon: Lexicon) -> bool:
    """Whether the line belongs to the page: a date, a byline, the credit of a picture.

    A name with a number and no word of a page beside it is a heading: "X: over 100".
    """
    sentence = lead.sentence
    if not any(word[0].isalpha() for word in sentence.folds):
        return True
    if "signed" not in sentence.folds and closes_letter(sentence.folds, lexicon):
        return True  # "Yours sincerely,"
    if sentence.folds[0] == "most":
        return False  # "Most read" heads a list of its own
    if lexicon.furniture_words.get(sentence.folds[0]) == "remark" and not lead.frames:
        return sentence.folds[1:2] == [":"] and not speaks_of_support(sentence.folds, lexicon)
    named = any(noun.kind in ("person", "group") for noun in sentence.nouns)
    if lead.frames or (sentence.folds[-1] == ":" and sentence.folds[0] not in _SOURCES):
        return False
    if _leads_away(sentence, lexicon):
        if ":" not in sentence.folds[1:-1]:
            return False
        label = sentence.folds[: sentence.folds.index(":", 1)]
        for_somebody = named and label[1:2] == ["for"]
        # What it leads to stands behind its colon.
        return not (for_somebody or speaks_of_support(label, lexicon))
    if _is_of_page(sentence, lexicon) or _closes_letter(sentence, lexicon):
        return True
    return all(
        not word[0].isalpha()
        or word in lexicon.furniture_words
        or sentence.kinds[index] in _DATED
        or sentence.noun_at[index] >= 0
        for index, word in enumerate(sentence.folds)
    ) and any(
        word in lexicon.furniture_words
        or sentence.kinds[index] == "month"
        or (word[0].isdigit() and not named)
        for index, word in enumerate(sentence.folds)
    )


def _closes_letter(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a line only leads from a letter to its signatures: "Yours sincerely,"."""
    words = [word for word in sentence.folds if word[0].isalpha()]
    kinds = {lexicon.author_words.get(word) for word in words}
    return "closing" in kinds and kinds <= {"closing", "small"}


def _is_of_page(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether all words are of pages, and one is no mere pointer: "Story continues below"."""
    folds = sentence.folds
    of_page = [word for word in folds if word in lexicon.furniture_words]
    others = lexicon.other_lists.intersection(folds)
    if len(folds) > _SHORT or not of_page or not others.issubset(of_page):
        return False
    if others and not any(word in lexicon.pointer_words for word in folds):
        return False  # "Photos" is the heading of what follows
    return all(
        not word[0].isalpha()
        or word in lexicon.furniture_words
        or word in lexicon.pointer_words
        or sentence.kinds[index] in _NEUTRAL
        for index, word in enumerate(folds)
    )


def is_short(lead: Lead) -> bool:
    """Whether the lead is no longer than a heading."""
    return len(lead.sentence.tokens) <= _SHORT


def announces(lead: Lead) -> bool:
    """Whether the lead is a heading or ends in a colon, so that it says what the list is."""
    tokens = lead.sentence.tokens
    return tokens[-1].text == ":" or (len(tokens) <= _SHORT and tokens[-1].text not in _ENDS)


def bare_candidate(lead: Lead, lexicon: Lexicon, *, alike: bool = False) -> Mention | None:
    """The one person of a lead that is nothing else, or that has those who follow: "X has these:".

    Before a colon only a known given name makes a person: "Nationwide Offices:" is none. Where the
    list before stands under a candidate (``alike``), a name without a word of lists is one, too.
    """
    people = list(dict.fromkeys(lead.people))
    if len(people) != 1:
        return None
    sentence = lead.sentence
    named = [noun for noun in sentence.nouns if noun.kind == "person"]
    if _is_added_to(sentence, named[0].first):
        return None
    tokens = sentence.tokens
    bracket = next((i for i, token in enumerate(tokens) if token.text == "("), len(tokens))
    if any(token.text == "," for token in tokens[:bracket]):
        return None
    if tokens[-1].text == ":":
        words = fold(people[0].name).split()
        known = words[0] in lexicon.given_names or (alike and not _is_of_lists(words, lexicon))
        owns = [t.fold for t in tokens[named[0].last :]] in (["'s", ":"], ["'", ":"])
        return people[0] if known and (owns or _only_has(sentence, lexicon)) else None
    rest = bracket - sum(noun.last - noun.first for noun in named if noun.first < bracket)
    closed = bracket == len(tokens) or tokens[-1].text in ")]"
    return people[0] if rest <= 1 and closed else None


def _is_added_to(sentence: Sentence, at: int) -> bool:
    """Whether those below come beside the one named at ``at``: "In addition to X, they are:"."""
    before = sentence.folds[:at]
    return before[-3:] == ["in", "addition", "to"] or before[-1:] == ["besides"]


def _is_of_lists(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether any word is of a class, a seat, a body or an office, and no part of a name."""
    return any(
        word in lexicon.class_words
        or word in lexicon.contested
        or word in lexicon.organisation_words
        or word in lexicon.offices
        or word in lexicon.furniture_words
        for word in words
    )


def _only_has(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a lead says nothing but that somebody has what follows."""
    for index in range(len(sentence.tokens)):
        noun = sentence.noun(index)
        if noun is not None and noun.kind == "person":
            continue
        if sentence.kinds[index] not in ("have", "adverb", "relation") and not _points(
            sentence, index, lexicon
        ):
            return False
    return True
