"""How far a series of noun phrases reaches, whatever small words string it together.

It goes on past marks, joints, prepositions and what is set off to describe somebody, and ends with
the clause. Where a verb stands the names around it are no series.
"""

from __future__ import annotations

from kg.frames.clause.clauses import ACTING, VERBAL, is_predicate
from kg.frames.coordination.chains import noun_from
from kg.frames.coordination.whence import past_bracket, past_whence
from kg.words.nouns import Noun, Sentence

_NAMED = ("person", "organisation")
_DASHES = frozenset(("-", "–", "—"))
_CLOSING = _DASHES | {",", ";", ")"}
_OWNED = frozenset(("'s", "'"))
_MARKS = _CLOSING | _OWNED | {"[", "]", "&", "/"}
_JOINTS = frozenset(
    ("and", "plus", "both", "also", "only", "not", "well", "along", "together", "as")
)
_SOME = frozenset(("like", "likes", "such", "including", "among", "them", "others"))
_BELONGING = frozenset(("of", "for", "at", "in", "from", "near", "by", "with", "on", "to"))
_PASSED = _MARKS | _JOINTS | _SOME | _BELONGING
_OTHERS = frozenset(("by", "for", "with", "that", "from"))  # another one's supporters follow
_PLAIN = frozenset(("", "determiner", "possessive", "adverb", "relation", "body", "number", "time"))
APART = frozenset(("unlike", "except", "excluding", "minus", "save", "without", "at", "on"))
_LEADING = frozenset(("with", "not", "to"))
_ELSEWHERE = (["in"], ["on"], ["at"])
_NOT_ONLY = (["only"], ["just"], ["merely"], ["simply"])
_BUT_ALSO = ["but", "also"]
_LONGEST = 160
_ASIDE = 16


def series_end(sentence: Sentence, at: int, stop: int | None = None) -> int | None:
    """Where the noun phrases strung together from token ``at`` on end; None if a verb parts them.

    ``stop`` is where the series must reach at the latest.
    """
    limit = min(len(sentence.folds) if stop is None else stop, at + _LONGEST)
    while at < limit:
        noun = sentence.noun(at)
        if noun is None:
            past = _past_word(sentence, at, limit, before_verb=stop is not None)
        else:
            past = _past_phrase(sentence, noun, stop)
        if past == at or past is None:
            return past
        at = past
    return at


def _past_phrase(sentence: Sentence, noun: Noun, stop: int | None) -> int | None:
    """Past a noun phrase; its own beginning if it ends the series, None if a verb is its."""
    if noun.kind == "pronoun" and not _is_owner(sentence, noun):
        return noun.first
    if noun.kind in ACTING and stop != noun.last and _opens_clause(sentence, noun):
        return None
    return noun.last


def _past_word(sentence: Sentence, at: int, limit: int, *, before_verb: bool) -> int | None:
    """Past a word, or what it begins; ``at`` itself if it ends the series, None if it is a verb."""
    kind, word = sentence.kinds[at], sentence.folds[at]
    if kind == "relative" or _describes(sentence, at):
        closed = _past_description(sentence, at + 1, limit)
        return at if closed is None else closed
    if kind in VERBAL and word not in _OWNED:
        shared = sentence.kinds[at - 1] == "and" and not before_verb
        return at if shared else None  # "by A and B and has the support of C"
    if before_verb and word in _DASHES:
        return None
    if sentence.folds[at : at + 2] == [",", "by"]:
        return None  # "by A, and Y, her rival, by B"
    if word.endswith("ed") and sentence.folds[at - 1 : at + 2 : 2] == ["and", "by"]:
        return at  # "endorsed by A and criticised by B"
    if word == "(":
        return past_bracket(sentence, at, 1) or _past_aside(sentence, at) or at + 1
    elsewhere = word == "," and sentence.folds[at + 1 : at + 2] in _ELSEWHERE
    return at if elsewhere else at + _passes(sentence, at, kind, word)


def _past_aside(sentence: Sentence, at: int) -> int | None:
    """Past a bracket behind a name, whatever it says: "A (once for Z), B"."""
    named = sentence.noun(at - 1)
    ahead = sentence.folds[at : at + _ASIDE]
    if named is None or named.kind == "group" or ")" not in ahead:
        return None
    return at + ahead.index(")") + 1


def _is_owner(sentence: Sentence, noun: Noun) -> bool:
    """Whether "her" only says whose somebody is: "A and her deputy, B"."""
    at = noun.last
    if sentence.folds[noun.first] not in ("his", "her", "their", "its") or at >= len(
        sentence.folds
    ):
        return False
    return sentence.kinds[at] in _PLAIN and sentence.tokens[at].text[0].isalpha()


def _passes(sentence: Sentence, at: int, kind: str, word: str) -> bool:
    """Whether a word may stand inside a series."""
    if (word == "." and at + 1 < len(sentence.folds)) or sentence.folds[at : at + 2] == _BUT_ALSO:
        return True
    if word in APART or word in _LEADING:
        return _leads_on(sentence, at, word)
    if word in _PASSED:
        return True
    return kind in _PLAIN and (bool(kind) or word[0].isalnum())


def _leads_on(sentence: Sentence, at: int, word: str) -> bool:
    """Whether a preposition belongs to the series: "along with A", "not only A", "an aide to A"."""
    if word == "with":
        return sentence.folds[at - 1] in ("along", "together", "and")
    if word == "not":
        return sentence.folds[at + 1 : at + 2] in _NOT_ONLY
    named = sentence.noun(at + 1)
    return word == "to" and named is not None and named.kind in _NAMED


def _opens_clause(sentence: Sentence, noun: Noun) -> bool:
    """Whether a name has a verb of its own, or is somebody else of whom the same is said."""
    at = past_whence(sentence, noun.last)
    if at > noun.last and sentence.folds[at : at + 1] == ["'s"]:
        return False  # "X of Y's adopted state"
    if is_predicate(sentence, at) or _is_shouted(sentence, at):
        return True
    word = sentence.folds[at] if at + 1 < len(sentence.folds) else ""
    counted = sentence.noun(at)
    if counted is not None and counted.kind == "number":
        return True  # "Y has 20 MPs and Z 30"
    named = noun_from(sentence, at + 1) if word in _OTHERS or word == "of" else None
    if word == "by" and named is not None and named.kind in ("number", "group"):
        return True  # "X by 420 branches, Y by 380 and Z by 196"
    if word in _OTHERS:
        return word == "that" or (named is not None and named.kind in _NAMED)
    return word == "of" and named is not None and named.kind == "person"


def _is_shouted(sentence: Sentence, at: int) -> bool:
    """Whether a word with a capital follows that is no name: the verb of a headline."""
    if at >= len(sentence.folds) or sentence.noun(at) is not None or sentence.kinds[at]:
        return False
    return sentence.tokens[at].text[0].isupper()


def _describes(sentence: Sentence, at: int) -> bool:
    """Whether a participle begins to describe the name before it: "A, backed by", "A, owned by"."""
    word = sentence.folds[at]
    if not word.endswith(("ed", "ing")) or sentence.kinds[at] not in ("", "verb"):
        return False
    agent = sentence.folds[at + 1 : at + 2] == ["by"]
    return agent and (sentence.folds[at - 1] == "," or sentence.noun(at - 1) is not None)


def _past_description(sentence: Sentence, at: int, limit: int) -> int | None:
    """Past the words that only describe a name, to the mark that closes them.

    None when a name stands before that mark: what follows may belong to it, "who beat A, B and C".
    """
    while at < limit and sentence.folds[at] not in _CLOSING:
        at += 1
    last = sentence.noun(at - 1)
    return None if last is not None and last.kind in _NAMED and at < limit else at
