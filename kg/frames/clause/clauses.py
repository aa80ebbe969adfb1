"""Clauses of a sentence: which words are predicates, and which noun phrases open a clause.

There is no parser here: a name that a word with content in small letters follows directly is the
subject of that word, and a name that a preposition or a verb stands before is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.words.nouns import Noun, Sentence
from kg.words.pronouns import NAMELESS

ACTING = frozenset(("person", "organisation", "group", "office"))
VERBAL = frozenset(
    (
        "be",
        "have",
        "do",
        "modal",
        "tentative",
        "speech",
        "negation",
        "refusal",
        "ended",
        "expectation",
        "commit",
        "verb",
        "means",
        "persuading",
        "expecting",
        "facing",
    )
)
_SUBJECT_PRONOUNS = frozenset(("he", "she", "they", "we", "i")) | NAMELESS
_OPENING_MARKS = frozenset((",", ":", ";", "-", "–", "—", '"', "(", ")", "[", "]", ".", "•"))
_OPENING_KINDS = frozenset(("contrast", "and", "condition", "adverb", "relative", "time"))
_TRANSPARENT = frozenset(("determiner", "possessive", "demonstrative"))
_INTRODUCING = frozenset(("with", "including", "like", "as", "such as", "among"))
_GOVERNING = frozenset(("verb", "means", "persuading", "expecting", "facing"))
_OWNED = ["possessive"]
_OWNABLE = ("person", "organisation")
LEADING_CLAUSES = frozenset(("before", "after", "until"))
_CLOSING = {",": ",", "(": ")"}
_ASIDE = 9
_OF_PLACE = ("of", "from", "in")
_DASHES = frozenset(("-", "–", "—"))
_MAX_SKIPPED = 3
_MOST_ATTRIBUTES = 2
_MATTER_REACH = 3  # "Y's", a word, and the matter


def is_predicate(sentence: Sentence, index: int) -> bool:
    """Whether the word at ``index``, directly after a noun phrase, is the verb of that phrase."""
    if not 0 <= index < len(sentence.tokens) or sentence.noun_at[index] >= 0:
        return False
    kind = sentence.kinds[index]
    if kind:
        return kind in VERBAL
    word = sentence.tokens[index].text
    return word[0].islower() and not word.endswith("ly")


def past_attributes(sentence: Sentence, noun: Noun) -> int:
    """The token before a noun phrase, and before "the ruling" or "a rival" if a body has these.

    Of a person nothing is passed: in "in the runoff Doe" the words are a phrase of their own.
    """
    first = at = noun.first - 1
    if noun.kind != "organisation":
        return first
    while at > 0 and first - at < _MOST_ATTRIBUTES and _may_describe(sentence, at):
        at -= 1
    return at - 1 if at < first and sentence.kinds[at] == "determiner" else first


def _may_describe(sentence: Sentence, at: int) -> bool:
    printed = sentence.tokens[at].text
    plain = sentence.kinds[at] in ("", "relation") and sentence.noun_at[at] < 0
    return plain and printed.isalpha() and printed.islower()


def before(sentence: Sentence, noun: Noun) -> int:
    """The index of the word before a noun phrase and its determiners; -1 at the very start."""
    at = past_attributes(sentence, noun)
    skipped = 0
    while at >= 0 and skipped < _MAX_SKIPPED and sentence.kinds[at] in _TRANSPARENT:
        at -= 1
        skipped += 1
    return at


def is_governed(sentence: Sentence, noun: Noun) -> bool:
    """Whether a verb or preposition stands directly before the phrase: it is its object."""
    at = before(sentence, noun)
    owner = sentence.noun(at - 1) if at > 0 and sentence.is_owning(at) else None
    if owner is not None:
        return is_governed(sentence, owner)  # "besides Anytown's X"
    if at < 0 or sentence.noun_at[at] >= 0:
        return False
    kind, word = sentence.kinds[at], sentence.folds[at]
    if kind == "preposition":
        leads = word in LEADING_CLAUSES and _acts_past_aside(sentence, noun.last)
        return word not in _INTRODUCING and not leads
    if kind in _GOVERNING:
        return True
    attribute = at > 0 and sentence.kinds[at - 1] in _TRANSPARENT  # "the ruling X"
    return not kind and not attribute and word.endswith(("ed", "ing"))


def is_for_another(sentence: Sentence, at: int, preposition: str) -> bool:
    """Whether somebody else follows ``preposition`` at ``at``: not "for A and B for council"."""
    if sentence.folds[at : at + 1] != [preposition]:
        return False
    at += 1 + (sentence.kinds[at + 1 : at + 2] == ["determiner"])
    other = sentence.noun(at)
    if other is not None and other.kind == "place":
        return False  # "from A and B from Anytown"
    return preposition != "for" or (other is not None and other.kind not in ("office", "group"))


def is_inside(sentence: Sentence, noun: Noun) -> bool:
    """Whether a name belongs to the phrase before it, and is no subject: "a bill by X passed"."""
    at = before(sentence, noun)
    if at < 1 or sentence.noun_at[at] >= 0 or noun.kind not in ("person", "organisation"):
        return False
    word = sentence.folds[at]
    return sentence.kinds[at] == "preposition" and word not in _INTRODUCING | LEADING_CLAUSES


def opens_clause(sentence: Sentence, noun: Noun) -> bool:
    """Whether the phrase can be the subject of a clause by what stands before it."""
    if noun.kind == "pronoun" and noun.name not in _SUBJECT_PRONOUNS:
        return False
    named = noun.kind in ("person", "organisation") and noun.name_first == noun.first
    if named and sentence.kinds[noun.first - 1 : noun.first] == _OWNED:
        return False  # "Y and his Anytown movement": a name inside another phrase
    at = before(sentence, noun)
    owner = sentence.noun(at - 1) if at > 0 and sentence.is_owning(at) else None
    if owner is not None and owner.last == at and noun.kind in _OWNABLE:
        return opens_clause(sentence, owner)  # "The Union's Law Society"
    if at < 0 or (sentence.folds[at].isdigit() and sentence.kinds[at - 1] == "preposition"):
        return True  # at the start, or behind "in 2015"
    if sentence.kinds[at] == "be" and sentence.folds[at - 1 : at] == ["it"]:
        return True  # "it was X and Z who"
    if sentence.folds[at] in LEADING_CLAUSES and _acts_past_aside(sentence, noun.last):
        return True  # "after X, a mayor, came out for Y"
    return sentence.folds[at] in _OPENING_MARKS or sentence.kinds[at] in _OPENING_KINDS


def _acts_past_aside(sentence: Sentence, at: int) -> bool:
    """Whether a verb follows the words that a mark at ``at`` sets off: ", R-Ohio, backs"."""
    closing = _CLOSING.get(sentence.folds[at]) if at < len(sentence.folds) else None
    ahead = sentence.folds[at + 1 : at + 1 + _ASIDE]
    return closing in ahead and is_predicate(sentence, at + 2 + ahead.index(closing))


def has_predicate(sentence: Sentence, noun: Noun) -> bool:
    """Whether what follows the phrase makes it a subject: a verb, or words set between commas."""
    at = noun.last
    owned = sentence.noun(at + 1) if sentence.is_owning(at) else None
    if owned is not None and owned.kind in _OWNABLE:
        return False  # an owner of what is named next
    while at < len(sentence.tokens):
        place = sentence.noun(at + 1) if sentence.folds[at] in _OF_PLACE else None
        if place is not None and place.kind == "place":
            at = place.last  # "X of Ohio said"
        elif _is_aside(sentence, at):
            at += 1
        elif sentence.folds[at] == "on" and sentence.kinds[at + 1 : at + 2] == ["time"]:
            at += 2  # "X on Sunday said"
        else:
            break
    if at >= len(sentence.tokens):
        return False
    return sentence.folds[at] in (",", "(", "-", "–", "—") or (
        sentence.kinds[at] == "relative" or is_predicate(sentence, at)
    )


def _is_aside(sentence: Sentence, at: int) -> bool:
    """Whether the word says only how or when: "now", "initially"."""
    return sentence.kinds[at] in ("adverb", "time") or sentence.folds[at].endswith("ly")


def subjects_before(sentence: Sentence, index: int) -> Iterator[Noun]:
    """The phrases before token ``index`` that are subjects of their clauses, nearest first."""
    for noun in reversed(sentence.nouns):
        if noun.last > index or (noun.kind not in ACTING and noun.kind != "pronoun"):
            continue
        if _is_between_dashes(sentence, noun, index):
            continue
        owned = sentence.folds[noun.first - 1 : noun.first] == ["whose"]
        if not owned and opens_clause(sentence, noun) and has_predicate(sentence, noun):
            yield noun


def _is_between_dashes(sentence: Sentence, noun: Noun, index: int) -> bool:
    """Whether dashes set the phrase off that both stand before token ``index``."""
    if _DASHES.isdisjoint(sentence.folds[noun.last : index]):
        return False
    return not _DASHES.isdisjoint(sentence.folds[: noun.first])


def is_question(sentence: Sentence) -> bool:
    """Whether the sentence ends in a question mark, closing quotation marks apart."""
    for word in reversed(sentence.folds):
        if word not in ('"', "'", ")"):
            return word == "?"
    return False


def owns_matter(sentence: Sentence, noun: Noun) -> bool:
    """Whether somebody is only named as who proposes something: "Y's housing bill"."""
    if not sentence.is_owning(noun.last):
        return False
    return "matter" in sentence.kinds[noun.last + 1 : noun.last + _MATTER_REACH]
