"""Names that are one person's inside an article: with a title, a nickname, a short given name.

``names`` leads from folded names to members of the cast; each function leads some of them, in
place, to the fuller name that the article also has.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from kg.model import Mention
from kg.text import fold

_LETTERS = 4
_WITH_MIDDLE = 3
_NICKNAME = re.compile(r"\s*[\"“‘'(](\w+)[\"”’')]\s+")
_GENERATIONS = frozenset(("ii", "iii", "iv"))
JUNIORS = _GENERATIONS | {"jr", "jr.", "jnr", "jnr.", "sr", "sr.", "snr"}


def join_titled(names: dict[str, Mention]) -> None:
    """A peer whom the article also names in full is one person: Lord (Neil) Kinnock."""
    full: dict[str, set[Mention]] = {}
    titled: dict[str, set[Mention]] = {}
    for member in names.values():
        words = fold(member.name).split()
        if len(words) > 1:
            (titled if member.title else full).setdefault(words[-1], set()).add(member)
    for key, member in list(names.items()):
        surname = key.split()[-1]
        sharing = full.get(surname, set())
        if member.title and len(sharing) == 1 and len(titled.get(surname, ())) == 1:
            names[key] = next(iter(sharing))


def join_lettered(names: dict[str, Mention]) -> None:
    """Letters before a name that the article also prints without them: "PM Jane Doe"."""
    for key, member in names.items():
        letters, _, rest = member.name.partition(" ")
        if letters.isupper() and 1 < len(letters) <= _LETTERS and fold(rest) in names:
            names[key] = names[fold(rest)]


def join_nicknamed(names: dict[str, Mention]) -> None:
    """Leads the name without its nickname, and the nickname with the surname, to the whole."""
    for key, member in list(names.items()):
        marked = _NICKNAME.search(key)
        if marked is None:
            continue
        given, nickname, rest = key[: marked.start()], marked.group(1), key[marked.end() :]
        surname = " ".join(word for word in rest.split() if word not in JUNIORS)
        for form in (f"{given} {rest}", f"{nickname} {rest}", f"{nickname} {surname}"):
            names[form] = member
        if rest == surname:  # without "Jr" it may be the father's
            continue
        names.setdefault(f"{given} {surname}", member)


def join_numbered(names: dict[str, Mention]) -> None:
    """Leads "John Doe" to "John Doe III", whom the article names so in full."""
    for key, member in list(names.items()):
        plain, _, number = key.rpartition(" ")
        if number in _GENERATIONS and plain in names:
            names[plain] = member


def join_middle(names: dict[str, Mention]) -> None:
    """Leads "Jane Doe" to the one whose name has an initial or a name more: "Jane R. Doe".

    The article must have only one such: "Jane R. Doe" and "Jane S. Doe" are told apart by it.
    """
    longer: dict[str, set[Mention]] = {}
    for key, member in names.items():
        words = key.split()
        if len(words) == _WITH_MIDDLE and not JUNIORS.intersection(words):
            longer.setdefault(f"{words[0]} {words[-1]}", set()).add(member)
    for key, found in longer.items():
        if key in names and len(found) == 1 and not names[key].title:
            names[key] = next(iter(found))


def join_begun(names: dict[str, Mention]) -> None:
    """Leads "Robert Doe" to the one longer name that begins with it: "Robert Doe Osei"."""
    for key in [key for key in names if key.count(" ") == 1]:
        begun = [other for other in names if other.startswith(f"{key} ")]
        longer = {names[other] for other in begun if other.rpartition(" ")[2] not in JUNIORS}
        if len(longer) == 1 and not names[key].title:
            names[key] = longer.pop()


def join_short(names: dict[str, Mention], short: Mapping[str, Collection[str]]) -> None:
    """Leads "Seb Doe" to the one full name of the article that it is short for."""
    for key in list(names):
        given, _, rest = key.partition(" ")
        longer = {f"{name} {rest}" for name in short.get(given, ())} & names.keys()
        if rest and len(longer) == 1:
            names[key] = names[longer.pop()]
