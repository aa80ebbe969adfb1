"""Councils by part of a name, two councils in one name, and names with a county behind them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from kg.gazetteer import Gazetteer, fold_place
from kg.model import Place
from kg.reconcile import councils
from kg.reconcile.placewords import take_apart, written_out
from kg.reconcile.question import Question

# "Ashford, Kent" and "Ashford (Kent)"; the greedy head leaves only the last part to be the tail.
_QUALIFIED = re.compile(r"(?P<head>.+?)\s*(?:,\s*(?P<tail>[^,()]+)|\(\s*(?P<inner>[^()]+?)\s*\))")
_AND = " and "
_JOINT = re.compile(r",| and |[ -](?:upon|on|under|with|in)[ -]", re.IGNORECASE)


def abbreviated(question: Question) -> Place | None:
    """A council whose name is abbreviated: "Notts County Council", or "DMBC" if it is clear whose.

    Several meanings are settled by what is near by, like any name that councils share.
    """
    longs = written_out(question.gazetteer, question.words)
    if len(longs) == 1:
        return councils.by_name(replace(question.reads(longs[0]), abbreviated=True))
    meant = {
        council.slug: council
        for long in longs
        for council in councils.named_by(question, take_apart(question.gazetteer, long))
    }
    if not meant:
        return None
    alive = tuple(meant[slug] for slug in sorted(meant))
    if len(alive) == 1:
        return councils.choose(replace(question, abbreviated=True), alive[0].name, alive)
    return councils.settle(question, "", alive)


def by_first_part(question: Question) -> Place | None:
    """A council of two places by the first of them, when council words say that it is one.

    "Epsom Council" is that of Epsom and Ewell; "Epsom" alone is a town.
    """
    words = question.words
    if not words.is_body or words.is_no_council:
        return None
    slugs = _first_parts(question.gazetteer).get(words.bare, ())
    meant = tuple(
        council
        for council in map(question.gazetteer.councils.__getitem__, slugs)
        if council.alive_on(question.as_of) and words.fits(council) and words.speaks_of(council)
    )
    if len(meant) != 1:
        return None
    why = f"No council is called just {words.bare.title()}; {meant[0].official_name} begins so."
    return question.is_council(meant[0], why)


def two_councils(question: Question) -> Place | None:
    """Two neighbours in one name, each a council of its own: "Adur & Worthing Councils"."""
    for form in question.words.forms:
        for cut in re.finditer(_AND, form):
            sides = (form[: cut.start()], form[cut.end() :])
            named = [
                councils.named_by(question, take_apart(question.gazetteer, side)) for side in sides
            ]
            if all(len(alive) == 1 for alive in named):
                both = (named[0][0], named[1][0])
                why = f"{both[0].official_name} and {both[1].official_name} are two councils."
                return question.refuse("ambiguous", why, candidates=both)
    return None


def qualified(question: Question) -> Place | None:
    """A council or ward with what it lies in behind it: "Ashford, Kent", "Byker, Newcastle"."""
    match = _QUALIFIED.fullmatch(question.printed.strip())
    if match is None:
        return None
    head = question.reads(match["head"])
    around = _area(head.gazetteer, match["tail"] or match["inner"])
    if around is None:
        return _ward_of(head, match["tail"] or match["inner"])
    for form in head.words.forms:
        named = head.principal(form, head.as_of)
        inside = tuple(council for council in named if council.slug in around)
        if inside:
            return councils.choose(head, form, inside)
        if named:
            why = "No council of this name lies in the county or region behind it."
            return question.refuse("unknown", why, candidates=named)
    return None


def _ward_of(head: Question, tail: str) -> Place | None:
    """The ward ``head`` of the council ``tail``, or of the one called so that has such a ward."""
    over = {
        council.slug: council
        for council in councils.named_by(head, take_apart(head.gazetteer, tail))
    }
    wards = [ward for ward in head.gazetteer.wards_named(head.words.bare) if ward.council in over]
    if len(wards) != 1:
        return None
    council = over[wards[0].council]
    why = f"{wards[0].name} is a ward of {council.official_name}."
    return head.refuse("ward", why, name=wards[0].name, own_code=wards[0].code, lies_in=council)


def _area(gazetteer: Gazetteer, printed: str) -> frozenset[str] | None:
    """The councils in the county, region or nation that is printed, if it is one."""
    words = take_apart(gazetteer, printed)
    for text in (words.folded, *written_out(gazetteer, words)):
        if text in gazetteer.areas:
            return gazetteer.areas[text]
    return None


@lru_cache(maxsize=4)
def _first_parts(gazetteer: Gazetteer) -> Mapping[str, tuple[str, ...]]:
    """Slugs of principal councils by the first of the places that their names join."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for council in gazetteer.councils.values():
        first, *others = _JOINT.split(council.name)
        if others and council.is_principal:
            found[fold_place(first)].append(council.slug)
    return {first: tuple(slugs) for first, slugs in found.items()}
