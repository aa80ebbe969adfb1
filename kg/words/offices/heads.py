"""The head of an office: "leader", "MP", "ex-mayor", "mayor-elect", "president emeritus"."""

from __future__ import annotations

from typing import NamedTuple

from kg.lexicon import Office
from kg.words.offices.model import titled
from kg.words.scan import Scan

_ACRONYM = 4
_FORMER = ("ex-", "then-")
_ELECT = "-elect"
_DEPUTY = "Deputy"
_CHIEF = "Chief"


class Head(NamedTuple):
    """Where a head ends, its label, and whether the form is the plural or says "former"."""

    end: int
    label: str
    plural: bool = False
    former: bool = False


def head_at(scan: Scan, index: int, first: int) -> Head | None:
    """The head of an office at ``index``, in a phrase that begins at ``first``.

    Letters such as MP or AM are heads only in capitals: "am" is a verb, "Ms" a title. A shortened
    title ("Sen.") is a head only behind other words of its phrase.
    """
    if index >= len(scan.folds):
        return None
    word = scan.folds[index]
    if "-" not in word and word not in scan.lexicon.offices:
        return _letters_at(scan, index, first)
    if "-" in word:
        compound = _compound(scan, index, word)
        if compound:
            return compound
    found = scan.lexicon.offices.at(scan.folds, index)
    if not found:
        return None
    if _is_no_office(scan, index, first, found.value):
        return None
    end = index + found.length
    if word in scan.lexicon.abbreviations and found.length == 1:
        end += scan.folds[end : end + 1] == ["."]
        bracket = scan.folds[max(0, index - 1) : index] == ["("] and not found.value.label.isupper()
        named = scan.capital(end) or found.value.plural or bracket
        if (index == first and not bracket) or not scan.capital(index) or not named:
            return None
    label = found.value.label
    letters = found.length == 1 and label.isupper() and len(label) <= _ACRONYM
    if letters and (not scan.tokens[index].text[:2].isupper() or _is_hour(scan, index)):
        return None
    return _with_suffix(scan, Head(end, label, found.value.plural))


def _letters_at(scan: Scan, index: int, first: int) -> Head | None:
    """The office that letters state before a name or behind whose it is: "Anytown CM Jane Doe"."""
    printed = scan.tokens[index].text
    if not (1 < len(printed) <= _ACRONYM and printed.isupper()) or _is_hour(scan, index):
        return None
    title = scan.lexicon.titles.whole((scan.folds[index],))
    if title is None or not title.role or index == first or not scan.capital(index + 1):
        return None
    if scan.tokens[index + 1].text.isupper():
        return None  # "SUPPORTING CM JANE DOE"
    return Head(index + 1, title.role)


def is_compound(word: str) -> bool:
    """Whether a hyphen ties to the word what may change an office: "ex-mayor", "mayor-elect"."""
    return word.startswith(_FORMER) or word.endswith(_ELECT)


def _is_hour(scan: Scan, index: int) -> bool:
    """Whether a number stands before the letters: "11 AM"."""
    return index > 0 and scan.folds[index - 1][-1].isdigit()


def _is_no_office(scan: Scan, index: int, first: int, form: Office) -> bool:
    """Whether the word is a verb here, or a deputy of somebody and not of a seat."""
    if form.label == _DEPUTY:
        return not _sits_for_place(scan, index, first)
    if form.label == _CHIEF and index == first and scan.capital(index):
        return scan.capital(index + 1)  # a title: "Chief Jane Doe"
    return form.plural and _is_verb(scan, index)


def _sits_for_place(scan: Scan, index: int, first: int) -> bool:
    """Whether a deputy is a member of parliament: "Anytown deputy Jane Doe", not "her deputy"."""
    if index == first or not scan.capital(index - 1) or scan.capital(index):
        return False
    return scan.capital(index + 1) and scan.folds[index + 1] not in scan.lexicon.offices


def _is_verb(scan: Scan, index: int) -> bool:
    """Whether the word is a verb with its object behind it: "X chairs the committee"."""
    if scan.folds[index] not in scan.lexicon.post_verbs or scan.capital(index):
        return False
    return scan.folds[index + 1 : index + 2] in (["the"], ["its"], ["a"], ["an"], ["their"])


def _compound(scan: Scan, index: int, word: str) -> Head | None:
    """An office with what a hyphen ties to it: "ex-mayor", "mayor-elect"."""
    if word.startswith(_FORMER):
        rest = word.partition("-")[2]
        office = scan.lexicon.offices.at([rest, *scan.folds[index + 1 :][:3]], 0)
        if office:
            end = index + office.length
            stop = rest in scan.lexicon.abbreviations and scan.folds[end : end + 1] == ["."]
            return Head(end + stop, office.value.label, former=True)
        title = scan.lexicon.titles.whole((rest,))
        if title is not None and title.role:
            stop = scan.folds[index + 1 : index + 2] == ["."]
            return Head(index + 1 + stop, title.role, former=True)  # "ex-Rep. X"
    if word.endswith(_ELECT):
        single = scan.lexicon.offices.whole((word[: -len(_ELECT)],))
        if single:
            return Head(index + 1, f"{single.label}-Elect", single.plural)
    return None


def _with_suffix(scan: Scan, head: Head) -> Head:
    """The head with a word behind it that belongs to its name: "President Emeritus"."""
    end, label = head.end, head.label
    while end < len(scan.folds) and scan.lexicon.office_words.get(scan.folds[end]) == "suffix":
        label = f"{label} {titled(scan.folds[end])}"
        end += 1
    return head._replace(end=end, label=label)
