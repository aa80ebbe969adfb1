"""Candidates' own pages: "Jane Doe for City Council" at the head, and her endorsements below."""

from __future__ import annotations

from kg.frames.support import speaks_of_support
from kg.lexicon import Lexicon
from kg.meaning.leads.reading import lead_of
from kg.model import Mention
from kg.prose import ProseReading
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Sentence

_HEADLINES = 2
_LONGEST = 10
_SOUGHT = frozenset(("office", "organisation", "place", "group"))
_MARKS = ",|-–—"
_OPENING = 1  # "Elect", "Vote", "Re-elect"


def campaign(talk: Discourse, prose: ProseReading, lexicon: Lexicon) -> Mention | None:
    """Whose page the article is: its first lines say "NAME for OFFICE", and it speaks of support.

    The office may stand on the line below the name: "Jane Doe", "Anytown City Council 2020".

    Lists on such a page that say only of what kind those on them are list supporters.
    """
    first = [passage.sentence for passage in talk.passages[: _HEADLINES + 1]]
    for index, sentence in enumerate(first[:_HEADLINES]):
        below = first[index + 1] if index + 1 < len(first) else None
        if len(sentence.tokens) > _LONGEST:
            continue
        if not (_is_slogan(sentence) or (below and _is_name_above_seat(sentence, below))):
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


def _is_name_above_seat(sentence: Sentence, below: Sentence) -> bool:
    """Whether a line is somebody's name and the short one below it what may be sought."""
    if len(sentence.nouns) != 1 or len(below.tokens) > _LONGEST or below.tokens[-1].text in ".!?":
        return False
    person = sentence.nouns[0]
    alone = person.kind == "person" and person.first <= _OPENING
    if not alone or person.last < len(sentence.tokens) or " " not in person.name:
        return False
    at = 1 if below.folds[0] == "for" else 0
    sought = below.noun_at[at] if at < len(below.tokens) else -1
    nouns = [noun for noun in below.nouns if noun.first == at]
    rest = below.tokens[nouns[0].last :] if sought >= 0 and nouns else ()
    return (
        bool(nouns)
        and nouns[0].kind in _SOUGHT
        and all(token.text[0].isdigit() or token.text in _MARKS for token in rest)
    )
