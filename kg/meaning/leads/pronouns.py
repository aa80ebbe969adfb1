"""Whom a list is about that a pronoun leads, or a line that names nobody: "her backers"."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import Lexicon
from kg.lists.leading.meaning import Lead, Meaning, group_role, own_meaning
from kg.lists.leading.pointing import tells_presence
from kg.meaning.leads.reading import headline, lead_of
from kg.model import Mention
from kg.prose import ProseReading
from kg.prose.reference.discourse import Discourse

_REACH = 8
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


def told_before(
    meaning: Meaning, index: int, talk: Discourse, prose: ProseReading, lexicon: Lexicon
) -> Meaning:
    """The meaning with the one whom the sentences before lead ``index`` tell of, if it has nobody.

    "The governors have pledged their support to X. The governors who gave it were:". Only where
    nobody else stands: else the list's own headings may say whom each supports.
    """
    named = meaning.candidate or meaning.endorser or lead_of(index, talk, prose).people
    if named:
        return meaning
    standing = _standing(prose)
    for at in range(index - 1, max(-1, index - 1 - _REACH), -1):
        own = own_meaning(lead_of(at, talk, prose), lexicon)
        alike = own is not None and own.polarity == meaning.polarity
        if own and alike and own.candidate and (not standing or own.candidate in standing):
            alone = standing <= {own.candidate}
            return replace(meaning, candidate=own.candidate) if alone else meaning
    return meaning


def of_those_present(
    before: range, talk: Discourse, prose: ProseReading, lexicon: Lexicon
) -> Meaning | None:
    """What a list of those who came means: what the sentences above it say that they came to say.

    "The governors have pledged their support to X. Present at the meeting were:".
    """
    if not before or not tells_presence(talk.passages[before[-1]].sentence, lexicon):
        return None
    nobody = Meaning(None, "supports", group_role(talk.passages[before[-1]].sentence))
    told = told_before(nobody, before[-1], talk, prose, lexicon)
    return told if told.candidate else None


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
