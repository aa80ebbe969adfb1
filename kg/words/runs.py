"""Runs of words that make up one name: where they end, with initials, particles and nicknames."""

from __future__ import annotations

import re

from kg.words.nonames import is_of_sentence
from kg.words.plainwords import ends_headline_name, goes_on, is_described
from kg.words.scan import Scan
from kg.words.smallnames import (
    is_cut_short,
    is_initial,
    is_nickname,
    is_surname_after_all,
    leads_name,
)
from kg.words.titles import letters_at

_MAX_NAME = 6
_MAX_PARTICLES = 3
_LEAST_NAME = 2
_KIN = frozenset(("s/o", "d/o", "a/l", "a/p", "w/o", "b/o"))  # "Anwar s/o Maniam"
_TIERS = ("tier", "portfolio")
_WHOLE = frozenset(("all", "our", "one", "first", "second", "third"))  # "the All India Congress"
_PREFIXED = re.compile(r"[^\W\d_A-Z]{1,4}['’]?[A-Z][^\W\d_A-Z]+")  # "kaMoyo", "d'Aubigny"


def run_end(scan: Scan, index: int, *, titled: bool) -> int | None:
    """Where the run of name words that begins at ``index`` ends; None if there is no run."""
    if not _name_word(scan, index, index, titled=titled):
        return _run_behind_tier(scan, index)
    end = index + 1
    while end < len(scan.folds) and end - index - scan.folds[index:end].count(".") < _MAX_NAME:
        if _name_word(scan, end, index, titled=titled) or (
            scan.folds[end] == "." and is_cut_short(scan, end - 1) and scan.capital(end + 1)
        ):
            end += 1
        elif joining := _joining(scan, end):
            end += joining + 1
        elif is_nickname(scan, index, end):
            end += 3
        elif _joined_particle(scan, end):
            end += 1
        else:
            break
    return _before_heading(scan, index, end)


def _before_heading(scan: Scan, index: int, end: int) -> int:
    """The end of a name without what a heading says of its bearer: "Jane Doe Sheriff Endorsements".

    The run, or the word behind it, ends in a word for support, and a given name begins it.
    """
    closing = scan.folds[end - 1], *scan.folds[end : end + 1]
    if not any(word in scan.lexicon.support_nouns and word.endswith("s") for word in closing):
        return end
    if end - index < _LEAST_NAME or scan.folds[index] not in scan.lexicon.given_names:
        return end
    told = (at for at in range(index + _LEAST_NAME, end) if _tells_of_class(scan, at))
    return next(told, end)


def _tells_of_class(scan: Scan, at: int) -> bool:
    word, lexicon = scan.folds[at], scan.lexicon
    return word in lexicon.support_nouns or word in lexicon.class_words or word in lexicon.offices


def _run_behind_tier(scan: Scan, index: int) -> int | None:
    """The end of a body's name that begins with a word like "City", which else is of an office.

    Or with a word like "All", which else has its work in a clause.
    """
    word = scan.folds[index]
    if scan.lexicon.office_words.get(word) not in _TIERS and word not in _WHOLE:
        return None
    if not (scan.capital(index) and scan.capital(index + 1)):
        return None
    end = run_end(scan, index + 1, titled=False)
    named = end is not None and scan.folds[index + 1] not in scan.lexicon.given_names
    return end if end is not None and named and end > index + 2 and is_body(scan, end - 1) else None


def _joining(scan: Scan, index: int) -> int:
    """How many tokens at ``index`` tie a name to a word with a capital; 0 if none do.

    Particles, "van der", or the apostrophe of "the Weavers' Union".
    """
    if scan.folds[index + 1 : index + 2] == ["/"]:
        kin = "".join(scan.folds[index : index + 3]) in _KIN
        return 3 if kin and scan.capital(index + 3) else 0
    at = index
    while at < len(scan.folds) and at - index < _MAX_PARTICLES and _is_particle(scan, at):
        at += 1
    if at > index and scan.folds[at : at + 1] == ["'"]:
        at += 1  # "de' Rossi"
    if at > index:
        return at - index if scan.capital(at) else 0
    genitive = scan.folds[index] == "'" and scan.folds[index - 1].endswith("s")
    return int(genitive and scan.capital(index + 1) and is_body(scan, index + 1))


def _is_particle(scan: Scan, index: int) -> bool:
    small = scan.tokens[index].text[0].islower()
    return small and scan.folds[index] in scan.lexicon.particles


def _joined_particle(scan: Scan, index: int) -> bool:
    """A particle joined to a name: "al-Rashid", "kaMoyo"."""
    printed = scan.tokens[index].text
    if not printed[0].islower() or printed.islower():
        return False
    particle, hyphen, rest = printed.partition("-")
    if not hyphen:
        return _PREFIXED.fullmatch(printed) is not None
    return particle in scan.lexicon.particles and rest[:1].isupper()


def _name_word(scan: Scan, index: int, start: int, *, titled: bool) -> bool:
    if not scan.capital(index):
        return False
    word = scan.folds[index]
    if is_described(scan, index) or goes_on(scan, index) or ends_headline_name(scan, index, start):
        return False
    if (index > start and _ends_run(scan, index, start)) or (
        index == start and leads_name(scan, index)
    ):
        return False
    if is_initial(scan, index):
        return True
    if word in scan.lexicon.function_words or word in scan.lexicon.numbers:
        return (titled and index == start) or is_surname_after_all(scan, index, start)
    if (scan.title_case or _is_behind_group(scan, index)) and _is_cue(scan, index):
        return False
    return titled or index > start or not is_of_sentence(scan, index)


def _is_behind_group(scan: Scan, index: int) -> bool:
    """Whether several people stand before a word, whose verb it then is: "MPs Switch to Doe"."""
    return index > 0 and scan.folds[index - 1] in scan.lexicon.units


def _is_cue(scan: Scan, index: int) -> bool:
    word = scan.folds[index]
    known = word in scan.lexicon.cues and word not in scan.lexicon.given_names
    return known and scan.lexicon.cues.at(scan.folds, index) is not None


def _ends_run(scan: Scan, index: int, start: int) -> bool:
    """A body, party or letters such as MP end a run of name words before them.

    A body may have more words before those that another goes by: "Anytown Daily News".
    """
    word = scan.folds[index]
    if word in scan.lexicon.postnominals and scan.tokens[index].text[:2].isupper():
        return True
    if _are_letters(scan, index):
        return True
    if word in scan.lexicon.titles and scan.folds[index - 1] == "." and index > 1:
        return scan.folds[index + 1 : index + 2] == ["."]  # "N.Y. Sen. X"
    if word in scan.lexicon.support_nouns and is_body(scan, index - 1):
        return True  # "X Club Endorsements"
    if word in scan.lexicon.parties and scan.is_place(start, index):
        following = scan.folds[index + 1 : index + 2]  # "Ohio Republican Jane Doe"
        return bool(following) and following[0] in scan.lexicon.given_names
    found = scan.lexicon.organisations.at(scan.folds, index)
    if not found or found.length == 1:
        return False
    return scan.folds[start] in scan.lexicon.given_names or not is_body(
        scan, index + found.length - 1
    )


def _are_letters(scan: Scan, index: int) -> bool:
    """Whether letters with stops that state an office stand behind a name: "Jane Doe T.D."."""
    if len(scan.folds[index]) > 1 or scan.folds[index - 1] == ".":
        return False
    last, letters = letters_at(scan, index)
    return bool(scan.lexicon.postnominals.get(letters)) and not scan.capital(last)


def is_body(scan: Scan, index: int) -> bool:
    """Whether the word at ``index`` is one that names of bodies end with."""
    return scan.folds[index] in scan.lexicon.organisation_words
