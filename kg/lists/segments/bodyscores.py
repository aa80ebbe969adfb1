"""How well a segment of an item reads as the name of a body."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.lexicon import Lexicon
from kg.lists.segments.roles import past_offices, read_offices
from kg.text import Token
from kg.words.once import once
from kg.words.scan import Scan
from kg.words.titles import opening_titles

Look = Callable[[Sequence[Token]], Scan]
PLACE_LINKS = frozenset(
    ("and", "&", "of", "the", "on", "in", "upon", "with", "under", "-", "by", ",", ".", "le", "y")
)
NEVER_SURNAMES = frozenset(("council", "borough", "district", "county"))
_BODY_LINKS = frozenset(("of", "for", "to"))
_LINKS = PLACE_LINKS | _BODY_LINKS
BODY_BY_SHAPE = 0.65
_MEMBER = "member"
_LONGEST_NAME = 4
_LEAST_NUMBERED = 2
_FULL_NAME = 2
# A capital inside a word, as in no surname: "MoveOn", but "McDonald", "DeSantis", "LePage".
_INNER = re.compile(r"(?!(?:Ma?c|O|D[aei]|L[aei]|Fitz|V[ao]n)[A-Z])[A-Z][a-z]+[A-Z]\w+$")
SETTINGS = frozenset(("in", "from", "for", "also", "and", "by", "with"))


@once
def organisation_score(looked: Scan) -> float:
    """Between 0 and 1: a known body, else what its words and the small words between them say."""
    lexicon = looked.lexicon
    if lexicon.organisations.whole(looked.folds) or lexicon.parties.whole(looked.folds):
        return 1.0
    article = looked.folds[0] == "the" and len(looked.folds) > 1
    if looked.folds[0] in SETTINGS:
        return 0.0  # "In Ohio"
    if not looked.capital(int(article)) or _is_of_somebody(looked) or _says_whom(looked):
        return 0.0
    looked = looked.part(1) if article else looked
    words = looked.folds
    inside = any(word in lexicon.organisation_words for word in words[1:])
    given = words[0] in lexicon.given_names and NEVER_SURNAMES.isdisjoint(words)
    titled = given or opening_titles(looked)[0] > 0
    if not _ends_as_name(looked) or (titled and not (inside and len(words) > _LONGEST_NAME)):
        return 0.0
    numbered = len(words) > _LEAST_NUMBERED and words[-1][0].isdigit()  # "Local 12", "Council 7"
    kind = lexicon.organisation_words.get(words[-2] if numbered else words[-1])
    kind = kind or _of_paper(words[-1], lexicon)
    if kind and kind not in ("law", "place") and len(words) > 1:
        return 0.9
    begins = lexicon.organisations.at(words, 0)
    if begins or (kind is None and inside):
        return 0.9
    if article:
        return 0.6
    acronym = looked.tokens[0].text
    if len(words) == 1 and ((len(acronym) > 2 and acronym.isupper()) or _INNER.match(acronym)):
        return 0.7
    shaped = _linked_as_body(looked) or _members_of_region(looked)
    if shaped and _opens_with_holder(looked):
        return 0.0
    return BODY_BY_SHAPE if shaped or ends_as_branch(looked, len(words)) else 0.0


def without_town(tokens: tuple[Token, ...], look: Look) -> tuple[Token, ...]:
    """The tokens of a body's name without where it is: "The Herald in Anytown"."""
    for at in range(1, len(tokens) - 1):
        if tokens[at].fold in ("in", "of") and tokens[at + 1].text[0].isupper():
            head = look(tokens[:at])
            paper = head.lexicon.organisation_words.get(head.folds[-1]) == "media"
            known = paper or head.lexicon.organisations.whole(head.folds) is not None
            articled = head.folds[0] == "the" and len(head.folds) > 1
            if articled and (known or tokens[at].fold == "in"):
                return tokens[:at]
    return tokens


def _of_paper(word: str, lexicon: Lexicon) -> str | None:
    """The kind of a name that two joined words end, one of a paper: "Avalanche-Journal"."""
    parts = word.split("-")
    joined = len(parts) > 1 and any(lexicon.organisation_words.get(p) == "media" for p in parts)
    return "media" if joined else None


def _is_of_somebody(looked: Scan) -> bool:
    """Whether an office ends the words, or stands before a given name: "X Committee Member"."""
    lexicon = looked.lexicon
    for at, word in enumerate(looked.folds[1:], 1):
        office = lexicon.offices.whole((word,))
        if (office is None or office.plural) and word != _MEMBER:
            continue
        if at + 1 == len(looked.folds) or looked.folds[at + 1] in lexicon.given_names:
            return True
        if looked.folds[at - 1] in NEVER_SURNAMES and _is_full_name(looked, at + 1):
            return True
    return False


def _is_full_name(looked: Scan, at: int) -> bool:
    """Whether two words in capitals, and of no body, end it: "County Clerk Yusra Eldin"."""
    words = looked.folds[at:]
    if len(words) != _FULL_NAME or not all(looked.capital(at + i) for i in range(_FULL_NAME)):
        return False
    lexicon = looked.lexicon
    known = (lexicon.organisation_words, lexicon.class_words, lexicon.units)
    return not any(word in kinds for word in words for kinds in known)


def _says_whom(looked: Scan) -> bool:
    """Whether a verb inside the words says whom a body supports: "X Club PAC endorsed Y"."""
    return any(
        cue.value.frame == "act"
        and cue.value.form == "past"
        and looked.tokens[at].text.islower()
        and at + cue.length < len(looked.folds)
        for at, cue in looked.lexicon.cues.found(looked.folds)
    )


def _opens_with_holder(looked: Scan) -> bool:
    """Whether an office and a given name begin the words: "Former Reps. Jane Doe of Anytown"."""
    name = past_offices(looked)
    return 0 < name < len(looked.folds) and looked.folds[name] in looked.lexicon.given_names


def ends_as_branch(looked: Scan, end: int) -> bool:
    """Whether the words end in a party or a region, as a branch is named: "Young Labour"."""
    if end < _LEAST_NUMBERED or not all(
        looked.capital(at) or looked.folds[at] in _LINKS for at in range(end)
    ):
        return False
    word, lexicon = looked.folds[end - 1], looked.lexicon
    many = word == "labour" or word.endswith("s") or looked.tokens[end - 1].text.isupper()
    return (many and lexicon.parties.whole((word,)) is not None) or (
        lexicon.regions.whole((word,)) is not None
    )


def _ends_as_name(looked: Scan) -> bool:
    """Whether the last word may end a name: "X Party fundraiser" is nobody's name."""
    last = looked.tokens[-1]
    return not last.text[0].islower() or last.fold in looked.lexicon.organisation_words


def _members_of_region(looked: Scan) -> bool:
    """Whether a region and the plural of those who join there make a body: "Ohio Gun Owners"."""
    region = looked.lexicon.regions.at(looked.folds, 0)
    if region is None or len(looked.tokens) < region.length + 2:
        return False
    return looked.folds[-1].endswith("s") and all(
        token.text[0].isupper() for token in looked.tokens
    )


def _linked_as_body(looked: Scan) -> bool:
    """Whether small words link capitalised ones as in "Owners of America", "Right to Life"."""
    inner = looked.tokens[1:-1]
    linked = any(token.text in _BODY_LINKS for token in inner)
    whole = all(token.text[0].isupper() or token.fold in _LINKS for token in inner)
    return (
        linked and whole and not read_offices(looked) and not looked.is_place(0, len(looked.tokens))
    )
