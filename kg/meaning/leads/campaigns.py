"""Candidates' own pages: "Jane Doe for City Council" at the head, and her endorsements below."""

from __future__ import annotations

from kg.frames.support import speaks_of_support
from kg.lexicon import Lexicon
from kg.meaning.leads.reading import lead_of
from kg.model import Mention
from kg.prose import ProseReading
from kg.prose.discourse import Discourse
from kg.words.nouns import Sentence

_HEADLINES = 2
_LONGEST = 10
_SOUGHT = frozenset(("office", "organisation", "place", "group"))
_OPENING = 1  # "Elect", "Vote", "Re-elect"


def campaign(talk: Discourse, prose: ProseReading, lexicon: Lexicon) -> Mention | None:
    """Whose page the article is: its first lines say "NAME for OFFICE", and it speaks of support.

    Lists on such a page that say only of what kind those on them are list supporters.
    """
    for index in range(min(_HEADLINES, len(talk.passages))):
        sentence = talk.passages[index].sentence
        if len(sentence.tokens) > _LONGEST or not _is_slogan(sentence):
            continue
        people = lead_of(index, talk, prose).people
        told = any(speaks_of_support(p.sentence.folds, lexicon) for p in talk.passages)
        return people[0] if people and told else None
    return None


def _is_slogan(sentence: Sentence) -> bool:
    """Whether the line is a name, "for", and an office or a body that has members, to its end."""
    if not sentence.nouns[1:] or sentence.tokens[-1].text in ".!?":
        return False
    person, sought = sentence.nouns[:2]
    if person.kind != "person" or person.first > _OPENING or sought.kind not in _SOUGHT:
        return False
    between = sentence.folds[person.last : sought.first]
    return between[:1] == ["for"] and not any(sentence.kinds[sought.last :])
