"""Whose page it is that lists choices without saying whose, as its head or its foot tells.

"Endorsements are made by the members of X", "our union, X", "X's board has met", "© 2024 X".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.lexicon import Lexicon
from kg.lists.finding.regions import Line
from kg.lists.segments.bodyscores import organisation_score
from kg.lists.segments.fields import Knowledge
from kg.meaning.leads.pagehead import Head, foot
from kg.meaning.leads.weighing import owners, speaks_of_choice
from kg.meaning.leads.whose import is_somebody, mention_of
from kg.model import Mention
from kg.prose.reference.discourse import Discourse
from kg.text import tokenise
from kg.words.nouns import Noun, Sentence
from kg.words.scan import scan

_OWNED = re.compile(
    r"(?:\u00a9|\(c\)|copyright|paid for by|authori[sz]ed by|published by|promoted by)[\s\u00a9]*"
    r"(?:\d{4}(?:\s?[-\u2013]\s?\d{2,4})?,?\s+)?(?:by\s)?(?:the\s)?([^.,;|\n(]{3,80})",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"([^.,;|\n]{3,80}),? all rights reserved", re.IGNORECASE)
_BODY = 0.5
_REACH = 3
_MEMBERS = frozenset(("members", "membership", "delegates", "volunteers"))
_CAMPAIGNS = frozenset(("friends", "elect", "campaign", "citizens"))
_OURS = frozenset(("our",))


def body_of_page(
    head: Head, lines: Sequence[Line], talk: Discourse, knowledge: Knowledge
) -> Mention | None:
    """The one body of the page: as its first sentences tell, or else the lines at its foot."""
    told = [one for sentence, index in head for one in _told(sentence, index, talk, knowledge)]
    if told:
        return _one(told, knowledge.lexicon)
    below = len(lines) - len(foot(lines))
    last = [
        one
        for index, passage in enumerate(talk.passages)
        if passage.paragraph >= below
        for one in _told(passage.sentence, index, talk, knowledge)
    ]
    return _one([*last, *_signed(lines, knowledge)], knowledge.lexicon)


def _one(found: Sequence[Mention], lexicon: Lexicon) -> Mention | None:
    """The body that all the names are of, by its longest name; a party is in the contest."""
    names = sorted({one.name for one in found}, key=len)
    if not names or any(name not in names[-1] for name in names):
        return None
    party = lexicon.parties.whole(names[-1].lower().split())
    return None if party else Mention("organisation", names[-1])


def _told(
    sentence: Sentence, index: int | None, talk: Discourse, knowledge: Knowledge
) -> Iterator[Mention]:
    """The bodies of a sentence that have members or a board there, or that make a choice."""
    lexicon = knowledge.lexicon
    if index is None or ":" in sentence.folds:
        return  # "Anytown City Council: Jane Doe", "X recommends:"
    bodies = [noun for noun in sentence.nouns if noun.kind == "organisation"]
    owning = [noun for noun in bodies if _owns(sentence, noun, lexicon)]
    for noun in owning:
        one = mention_of(sentence, noun, index, talk, lexicon)
        yield one or Mention("organisation", noun.name)
    people = any(is_somebody(noun) for noun in sentence.nouns)
    if not owning and not people and speaks_of_choice(sentence, lexicon):
        yield from owners(sentence, index, talk, lexicon)


def _owns(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether words beside a body's name are of its members, its board, or of whoever says it."""
    named = min(noun.last, noun.first + len(noun.name.split()))  # "X editorial board" is X
    behind = sentence.folds[named : noun.last + _REACH]
    if any(word in lexicon.slate_makers or word in _MEMBERS for word in behind):
        return True
    first = noun.first - (sentence.folds[noun.first - 1 : noun.first] == ["the"])
    before = sentence.folds[max(0, first - _REACH) : first]
    made = any(word in lexicon.slate_makers or word in _MEMBERS for word in before[:-1])
    return (made and before[-1:] == ["of"]) or not _OURS.isdisjoint(before)


def _signed(lines: Sequence[Line], knowledge: Knowledge) -> Iterator[Mention]:
    """The bodies that the lines at the foot say have made the page, or paid for it."""
    for line in foot(lines):
        for found in _OWNED, _RIGHTS:
            for match in found.finditer(knowledge.text, line.content.start, line.content.end):
                if _is_body(match.group(1), knowledge):
                    yield Mention("organisation", match.group(1).strip())


def _is_body(name: str, knowledge: Knowledge) -> bool:
    """Whether a printed name is a body's, and not that of somebody's campaign."""
    tokens = tokenise(name)
    folds = [token.fold for token in tokens]
    if not _CAMPAIGNS.isdisjoint(folds) or not tokens[0].text[0].isupper():
        return False
    return organisation_score(scan(name, tokens, knowledge.lexicon, knowledge.gazetteer)) >= _BODY
