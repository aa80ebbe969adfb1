"""Capitals that make no name of a word: those of headlines, months, states beside a name.

Which words are plain is data. A surname may look like one of them: what opens a sentence is taken
for a name where more of a name follows, and what stands alone on its line is left to lists.
"""

from __future__ import annotations

import re

from kg.words.scan import Scan

_OPENING = frozenset(('"', "“", "‘", ":", "•", "|", "/", "–", "-"))
_WHEN = frozenset(("in", "since", "last", "this", "next", "until", "during", "early", "late"))
_SET_OFF = frozenset(("(", ",", ";", "–", "-"))
_BRACKETS = frozenset(("(", "["))
_STATE = 2  # letters of a state
_CAUSE = 2  # words of a body that a cause and a state name
_TAG = re.compile(r"(?:[A-Z]{2}|[DR])-(?:\d{1,3}(?:st|nd|rd|th)?|Sen|Gov|AL)")
_TAILS = re.compile(
    r".+-(?:led|run|backed|endorsed|based|speaking|controlled|held|area|born|wide|leaning|aligned"
    r"|funded|dominated|supported|linked|friendly)"
)
_ARTICLES = frozenset(("a", "an", "the"))


def is_plain(scan: Scan, index: int, end: int) -> bool:
    """Whether a word has a capital only because of where it stands, or is a thing's name.

    So have several of a headline, and the letter in brackets behind a name: "Jane Doe (D)".
    """
    if end != index + 1:
        kinds = [scan.lexicon.plain_words.get(word) for word in scan.folds[index:end]]
        inside = scan.title_case and end - index < len(scan.folds)
        return inside and all(kind in ("opens", "thing") for kind in kinds)
    if len(scan.folds[index]) == 1 and index and scan.folds[index - 1] in _BRACKETS:
        return True
    kind = scan.lexicon.plain_words.get(scan.folds[index])
    if kind == "thing" or is_shouted(scan, index):
        return True
    if kind != "opens" or len(scan.folds) == 1:
        return False
    return scan.title_case or index == 0 or scan.folds[index - 1] in _OPENING


def ends_headline_name(scan: Scan, index: int, start: int) -> bool:
    """Whether a headline goes on behind a whole name: "Jane Doe Hosts"."""
    if not scan.title_case or index - start < _CAUSE:
        return False
    if scan.folds[start] not in scan.lexicon.given_names:
        return False
    return scan.lexicon.plain_words.get(scan.folds[index]) == "opens"


def goes_on(scan: Scan, index: int) -> bool:
    """Whether a word of a headline says what those named before it do: "ABC Picks Doe"."""
    return scan.title_case and scan.lexicon.plain_words.get(scan.folds[index]) == "doing"


def is_shouted(scan: Scan, index: int) -> bool:
    """Whether capitals are a word's, and no initials of a body: "I GAVE", "LGBT youth"."""
    word, lexicon = scan.folds[index], scan.lexicon
    if not scan.tokens[index].text.isupper() or word in lexicon.given_names:
        return False
    content = lexicon.content_words.get(word, "body") != "body"
    plain = word in lexicon.plain_words or word in lexicon.function_words
    return content or plain or word in lexicon.support_nouns


def is_month(scan: Scan, index: int) -> bool:
    """Whether a word is a month: what is a name, too, has a day or a year beside it, or "in"."""
    word = scan.lexicon.date_words.whole((scan.folds[index],))
    if word is None or word.kind != "month":
        return False
    before = scan.folds[index - 1] if index else ""
    behind = index + 1 + (scan.folds[index + 1 : index + 2] == ["."])
    beside = (before, *scan.folds[behind : behind + 1])
    return before in _WHEN or any(one[:1].isdigit() for one in beside)


def is_state(scan: Scan, index: int, end: int) -> bool:
    """Whether a run is a state's short form set off from a name, "(Ariz.)", or its seat, "AL-7"."""
    printed = scan.tokens[index].text
    if end == index + 1 and _TAG.fullmatch(printed):
        return True
    if not index or scan.folds[index - 1] not in _SET_OFF:
        return False
    short = scan.slice(index, end)
    if short.lower().strip(".").replace(".", "-") not in scan.lexicon.identity.region_forms:
        return False
    stop = scan.folds[end : end + 1] == ["."]
    closed = scan.folds[end + stop : end + stop + 1] in ([")"], [","], [";"], [])
    lettered = len(short) == _STATE and short.isupper()
    return closed and (lettered or stop or "." in short)


def is_described(scan: Scan, index: int) -> bool:
    """Whether a name is only the first part of a word that describes: "Doe-led"."""
    return "-" in scan.folds[index] and _TAILS.fullmatch(scan.folds[index]) is not None


def is_cause(scan: Scan, index: int, end: int) -> bool:
    """Whether a run is a body that a cause, or a sport, and its place name: "Equality Florida"."""
    if end != index + _CAUSE or scan.lexicon.plain_words.get(scan.folds[index]) != "cause":
        return False
    articled = index > 0 and scan.folds[index - 1] in _ARTICLES
    return (
        not articled and scan.slice(index + 1, end) in scan.lexicon.identity.region_forms.values()
    )
