"""What a list is in an article about those who want somebody gone, when no words above say so.

"Here are the MPs who have confirmed sending a letter:" does not say against whom the letters are;
the article does. Two kinds of evidence are needed: one person whom the article says that people
want gone, and words above the list that speak of letters, motions, signing or going.
"""

from __future__ import annotations

from collections import Counter

from kg.frames.support import speaks_in_favour
from kg.lexicon import Lexicon
from kg.lists.leading.against import asks_who, tells_against
from kg.lists.leading.classes import is_for_nobody
from kg.lists.leading.meaning import Lead, Meaning, group_role
from kg.lists.leading.pointing import announces, is_furniture, points
from kg.meaning.leads.reading import NOTHING, Led, headline, lead_of
from kg.model import Mention
from kg.prose import ProseReading
from kg.prose.reference.discourse import Discourse
from kg.prose.reference.opposed import unvoiced
from kg.words.nouns import Sentence
from kg.words.wordkinds import DENYING

_REACH = 8
_CLEARLY = 2
_THOSE = frozenset(("they", "their", "them"))


def opposed(before: range, talk: Discourse, prose: ProseReading, lexicon: Lexicon) -> Led:
    """The meaning of a list of those who want somebody gone, from the passages ``before`` it."""
    top = headline(talk, prose, lexicon)
    if not before or (top is not None and top.polarity != "opposes"):
        return NOTHING
    target = wanted_gone(talk, prose, lexicon)
    if target is None:
        return NOTHING
    for index in reversed(before[-_REACH:]):
        lead = lead_of(index, talk, prose)
        heads = announces(lead) or asks_who(lead.sentence)
        if is_furniture(lead, lexicon) or not (heads or points(lead, lexicon)):
            continue
        if _is_of_others(lead, lexicon):
            return NOTHING
        if tells_against(lead.sentence, lexicon):
            return Led(Meaning(target, "opposes", group_role(lead.sentence)), index)
        if heads and not _leads_on(lead.sentence):
            return NOTHING  # a heading of something else
    return NOTHING


def _leads_on(sentence: Sentence) -> bool:
    """Whether a line goes on about those of the one above: "This is what they have said:"."""
    said = sentence.folds[-1] == ":" and not _THOSE.isdisjoint(sentence.folds)
    return said and not any(noun.kind in ("person", "group") for noun in sentence.nouns)


def _is_of_others(lead: Lead, lexicon: Lexicon) -> bool:
    """Whether the words say that those listed are for somebody, or are something else."""
    sentence = lead.sentence
    if is_for_nobody(sentence.tokens, lexicon) or speaks_in_favour(sentence.folds, lexicon):
        return True
    return announces(lead) and not DENYING.isdisjoint(sentence.kinds)


def wanted_gone(talk: Discourse, prose: ProseReading, lexicon: Lexicon) -> Mention | None:
    """The one person whom the article says that people want gone, or far more often than others."""
    found: Counter[Mention] = Counter()
    for index in range(len(talk.passages)):
        lead = lead_of(index, talk, prose)
        found.update(m for frame, m in lead.frames if frame.polarity == "opposes")
        found.update(unvoiced(lead.sentence, index, talk, lexicon))
    ranked = found.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] <= _CLEARLY * ranked[1][1]):
        return None
    return ranked[0][0]
