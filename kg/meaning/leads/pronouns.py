"""Lists that a pronoun leads: "Here is the list of her backers"."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import Lexicon
from kg.lists.leading.meaning import Lead, Meaning
from kg.meaning.leads.reading import headline
from kg.model import Mention
from kg.prose import ProseReading
from kg.prose.reference.discourse import Discourse

_THIRD = frozenset(("he", "him", "his", "she", "her"))


def settled(
    meaning: Meaning, lead: Lead, talk: Discourse, prose: ProseReading, lexicon: Lexicon
) -> Meaning:
    """The meaning with a candidate whom a pronoun may mean.

    Nearness alone would lead to whoever was spoken of last, the one who has resigned. So it is
    believed of somebody who stands; else the headline's candidate is meant, and if there is none
    and the article knows of others who stand, nobody can be told.
    """
    candidate = meaning.candidate
    if candidate is None or not _by_pronoun(lead):
        return meaning
    standing = _standing(prose)
    if candidate in standing:
        return meaning
    top = headline(talk, prose, lexicon)
    if top and top.candidate:
        return replace(meaning, candidate=top.candidate)
    return replace(meaning, candidate=None) if standing else meaning


def _by_pronoun(lead: Lead) -> bool:
    """Whether only pronouns say in the lead whom somebody supports."""
    nouns = [actor.noun for frame, _ in lead.frames for actor in frame.candidates]
    return bool(nouns) and all(n.kind == "pronoun" and n.name in _THIRD for n in nouns)


def _standing(prose: ProseReading) -> set[Mention]:
    """Who stands, or is supported, as the prose says."""
    found: set[Mention] = set()
    for statement in prose.statements:
        if statement.kind == "candidacy":
            found.add(statement.person)
        elif statement.kind in ("endorsement", "claim"):
            found.add(statement.candidate)
    return found
