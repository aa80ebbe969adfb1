"""Names called a body beside them: "the lobby group Abacus", "Abacus, the retail union"."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import Body
from kg.words.model import Noun
from kg.words.scan import Scan

_ARTICLES = frozenset(("the", "a", "an"))
_BEHIND = frozenset((",", ".", "of", "representing"))
_NAMING = frozenset(("called", "named", "dubbed", "styled", "titled"))
_QUOTES = frozenset(("'", '"'))
_LONGEST = 7  # words from the article to the word for the body
_LONGEST_NAME = 3
_NO_BODIES = frozenset(("title", "body", "team", "party", "board", "region", "local", "branch"))


def called_before(scan: Scan, noun: Noun) -> Noun:
    """The body with the word before it that says what it is, as one phrase: "group Abacus".

    What a group is called is its name, whatever it looks like: "a group known as 'Abacus'".
    """
    quoted = noun.first > 1 and scan.folds[noun.first - 1] in _QUOTES
    at = noun.first - 1 - quoted
    named = _past_naming(scan, at)
    if at < 1 or not (named < at or noun.kind == "organisation") or not _is_called(scan, named):
        return noun
    if quoted and named == at:
        return noun
    closed = quoted and scan.folds[noun.last : noun.last + 1] == [scan.folds[noun.first - 1]]
    if named < at and noun.kind == "person":
        body = Body(noun.name, "", "society")
        noun = replace(noun, kind="organisation", body=body)
    return replace(noun, first=named, last=noun.last + closed)


def _past_naming(scan: Scan, at: int) -> int:
    """Before the words for "is called" that end at ``at``: "group [known as]"."""
    if scan.folds[at : at + 1] == ["as"] and scan.folds[at - 1] in ("known", "styled"):
        return at - 2
    if scan.folds[at : at + 1] == ["itself"] and scan.folds[at - 1] in ("calling", "calls"):
        return at - 2 - (scan.folds[at - 2] in ("that", "which"))
    return at - 1 if scan.folds[at] in _NAMING else at


def called_behind(scan: Scan, noun: Noun) -> Noun:
    """The name as that of a body, if it is said behind a comma to be one, and what says so.

    A given name is a person's: "Jane Doe, the union" is cut short.
    """
    body = noun.body
    if body is None and (noun.title or noun.offices or noun.last - noun.first > _LONGEST_NAME):
        return noun
    given = body is None and scan.folds[noun.first] in scan.lexicon.given_names
    if given or scan.title_case:
        return noun
    last = _past_class(scan, noun.last)
    if last is None:
        return noun
    kinds = sorted(scan.lexicon.body_kinds[scan.folds[last - 1]])
    body = body or Body(noun.name, "", "union" if "union" in kinds else kinds[-1])
    closed = scan.folds[last] == "," and not scan.capital(last + 1)
    return replace(noun, kind="organisation", last=last + closed, body=body)


def _past_class(scan: Scan, at: int) -> int | None:
    """Where the words end that call what stands before ``at`` a body: ", the retail union".

    They describe it: "Jones, the union" are two.
    """
    if scan.folds[at : at + 1] != [","] or scan.folds[at + 1 : at + 2] == []:
        return None
    if scan.folds[at + 1] not in _ARTICLES:
        return None
    for word in range(at + 3, min(at + 2 + _LONGEST, len(scan.folds) - 1)):
        if _is_called(scan, word) and scan.folds[word + 1] in _BEHIND:
            return word + 1
        if not _may_describe(scan, word):
            return None
    return None


def _may_describe(scan: Scan, at: int) -> bool:
    word = scan.folds[at]
    marked = word in ("'", "'s", "-")
    return marked or (word[0].isalpha() and word not in scan.lexicon.function_words)


def _is_called(scan: Scan, at: int) -> bool:
    word = scan.folds[at]
    small = scan.tokens[at].text.islower()
    return small and word in scan.lexicon.body_kinds and word not in _NO_BODIES
