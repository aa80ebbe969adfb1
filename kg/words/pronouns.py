"""Pronouns in the text, with "the former" and "the latter" of two, and "the 45-year-old".

A description without a name, "the former journalist", does the work of a pronoun too.
"""

from __future__ import annotations

from kg.words.scan import Scan

AGED = "aged"  # who is called by an age alone
DESCRIBED = "described"  # who is called by a trade alone
RANKED = "ranked"  # who is called by a standing in the race, which tells one from another
OTHER = "other"  # the other of two who stand: "his rival", "the other candidate"
PAIR = "pair"  # two people named together before
_PAIRS = (["pair"], ["duo"])
_SOMEBODY = (["man"], ["woman"], ["person"], ["guy"], ["candidate"])
NAMELESS = frozenset((AGED, DESCRIBED, RANKED, OTHER))
_OLD = ["-", "year-old"]
_MODIFIERS = 5  # words between "the" and what somebody is: "the 25-year police"
_TIES = frozenset(
    ("of", "for", "from", "at", "and", "or", "who", "whom", "whose", "that", "to", "'s", "'")
)
_OWN = frozenset(("his", "her", "their"))
_RIVAL_MODIFIERS = 2  # words in "his only Labour opponent"
_PAST = frozenset(("former", "old", "past", "previous", "one-time", "erstwhile", "defeated", "ex"))
_OPENING = 2  # tokens of a word that opens a sentence, with its comma: "Meanwhile,"
_SIDES = frozenset(("side", "corner", "column", "backers", "supporters", "favour", "favor"))
_WHEN = frozenset(("last", "this", "earlier", "ahead"))


RANK, PLAIN = "rank", "plain"  # of words that describe one person
RIVAL, CONTENDER = "rival", "contender"  # and of those that do so beside "his", "the other"


def read_pronoun(scan: Scan, index: int) -> tuple[str, int] | None:
    """The pronoun at ``index`` without what is joined to it ("she'll"), and its length in words."""
    word = scan.folds[index]
    if word == "the" and scan.folds[index + 1 : index + 2] in _PAIRS and _is_alone(scan, index + 2):
        return PAIR, 2
    if word == "the" and _is_of_two(scan, index + 1):
        return scan.folds[index + 1], 2
    if word == "the" and scan.folds[index + 2 : index + 4] == _OLD and _is_alone(scan, index + 4):
        return AGED, 4
    if word == "the":
        return _other(scan, index + 1, index) or _described(scan, index)
    if word == "this" and scan.folds[index + 1 : index + 2] in _SOMEBODY:
        return (DESCRIBED, 2) if _is_alone(scan, index + 2) else None
    if word in _OWN and (other := _other(scan, index, index)):
        return other
    if word not in scan.lexicon.function_words:
        return None
    found = scan.lexicon.function_words.at(scan.folds, index)
    if found and found.value == "pronoun":
        return word.partition("'")[0], found.length
    return None


def _other(scan: Scan, index: int, first: int) -> tuple[str, int] | None:
    """Reads "his only rival" or, from "other" on, "the other candidate".

    The phrase begins at ``first``. Rivals of before are none, "his former rival", nor is one who
    is named beside it.
    """
    other = scan.folds[index : index + 1] == ["other"]
    if index != first and not other:
        return None
    meant = (RIVAL, CONTENDER) if other else (RIVAL,)
    for at in range(index + 1, min(index + 2 + _RIVAL_MODIFIERS, len(scan.folds))):
        word = scan.folds[at]
        kinds = scan.lexicon.description_words.get(word, "").split(";")
        if any(kind in meant for kind in kinds) and _is_unnamed(scan, first, at + 1):
            return OTHER, at + 1 - first
        small = word in scan.lexicon.function_words and word != "only"
        if not word[0].isalpha() or word in _PAST or small:
            return None
    return None


def _is_unnamed(scan: Scan, first: int, end: int) -> bool:
    """Whether no name goes with the phrase, which stands for somebody: not "X, her rival, Y"."""
    if first > 1 and scan.folds[first - 1] == ",":
        first = 0 if scan.capital(first - 2) and first > _OPENING else first - 1
        if not first:
            return False
    being = scan.folds[end : end + 1] in (["is"], ["was"])
    return not (being and scan.capital(end + 1)) and _stands_alone(scan, first, end)


def _described(scan: Scan, index: int) -> tuple[str, int] | None:
    """Reads "the former journalist" at ``index``, unless a name goes with it, or more words do."""
    words = scan.lexicon.description_words
    for at in range(index + 1, min(index + 2 + _MODIFIERS, len(scan.folds))):
        word = scan.folds[at]
        kinds = words[word].split(";") if word in words else ()
        if (RANK in kinds or PLAIN in kinds) and _stands_alone(scan, index, at + 1):
            return (RANKED if RANK in kinds else DESCRIBED), at + 1 - index
        if not (word[0].isalnum() or word == "-") or word in scan.lexicon.function_words:
            return None
        if scan.lexicon.offices.at(scan.folds, at) is not None:
            return None
    return None


def _stands_alone(scan: Scan, index: int, end: int) -> bool:
    """Whether a description is no apposition: neither behind a name nor before one."""
    if index and scan.folds[index - 1] in (",", "(", "-", "is", "was", "as", "be"):
        return False
    if end < len(scan.folds) and scan.folds[end] in _TIES:
        return _owns_side(scan, end)
    named = scan.folds[end : end + 1] == [","] and scan.capital(end + 1)
    dated = end < len(scan.folds) and scan.folds[end] in _WHEN
    return not named and (dated or _is_alone(scan, end))


def _owns_side(scan: Scan, at: int) -> bool:
    """Whether a possessive at ``at`` leads to a bid or a camp: "the challenger's campaign"."""
    if scan.folds[at] != "'s" or at + 1 >= len(scan.folds):
        return False
    owned = scan.folds[at + 1]
    return owned in scan.lexicon.bid_words or owned in _SIDES


def _is_of_two(scan: Scan, index: int) -> bool:
    """Whether "former" or "latter" at ``index`` stands alone, for one of two: "the latter"."""
    if scan.folds[index : index + 1] not in (["former"], ["latter"]):
        return False
    return _is_alone(scan, index + 1)


def _is_alone(scan: Scan, index: int) -> bool:
    """Whether no noun stands at ``index``, which the words before it would describe."""
    if index >= len(scan.folds) or not scan.folds[index][0].isalnum():
        return True
    following = scan.lexicon.function_words.at(scan.folds, index)
    return following is not None or scan.folds[index] in scan.lexicon.cues
