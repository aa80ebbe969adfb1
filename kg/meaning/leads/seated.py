"""Sentences that end in people with a seat each: "The two agreed on: A for mayor, B for clerk".

Several people, each for a post, behind a colon are those whom somebody wants there. Whoever it is
stands before the colon, or did something together or chose somebody in the sentences before.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.frames import Actor
from kg.frames.clause.clauses import opens_clause
from kg.frames.coordination.series import object_series
from kg.lexicon import Lexicon
from kg.meaning.leads.slates import CHOSEN
from kg.meaning.leads.weighing import is_where
from kg.model import Mention, Span
from kg.prose.reference.discourse import Discourse
from kg.prose.reference.plurals import joined_bodies
from kg.words.nouns import Noun, Sentence
from kg.words.wordkinds import DOUBTING

_LEAST = 2
_BACK = 3
_CHOOSING = frozenset(
    ("following", "follows", "below", "choice", "choices", "decided", "agreed", "chosen", "best")
)
_SEVERAL = frozenset(("two", "both", "they", "their", "groups", "unions", "bodies", "joint"))
_PARTIES = frozenset(("party", "local party"))
_STANDING = frozenset(("elected", "appointed", "running", "standing", "sworn", "hired", "won"))


def seated_run(sentence: Sentence) -> Span | None:
    """What stands behind the colon, if it is nothing but people with a seat each."""
    folds = sentence.folds
    if ":" not in folds:
        return None
    colon = folds.index(":")
    named = [noun for noun in sentence.nouns if noun.first > colon and noun.kind == "person"]
    if not named or named[0].first != colon + 1:
        return None
    series = [named[0], *object_series(sentence, named[0])]
    return sentence.text_span(colon + 1, len(folds)) if len(series) >= _LEAST else None


def seating_bodies(
    sentence: Sentence, index: int | None, talk: Discourse, lexicon: Lexicon
) -> tuple[Mention, ...]:
    """Whose choice a sentence with such a run is; nobody's if it speaks of no choice."""
    end = sentence.folds.index(":")
    ahead = sentence.folds[:end]
    told = _CHOOSING | CHOSEN | lexicon.slate_nouns | lexicon.slate_ties
    if index is None or (told.isdisjoint(ahead) and not _chooses(ahead, lexicon)):
        return ()
    if not (lexicon.other_lists - lexicon.slate_ties).isdisjoint(ahead):
        return ()
    if not DOUBTING.isdisjoint(sentence.kinds[:end]) or not _STANDING.isdisjoint(ahead):
        return ()
    own = [noun for noun in sentence.nouns if noun.last <= end and noun.kind == "organisation"]
    if any(noun.body is not None and noun.body.kind in _PARTIES for noun in own):
        return ()  # a party names those who stand for it
    if own:
        return _meant([noun for noun in own if not is_where(sentence, noun)], index, talk)
    first = next((n for n in sentence.nouns if n.kind in ("pronoun", "number", "group")), None)
    if first is not None and not _SEVERAL.isdisjoint(ahead):
        together = joined_bodies(talk.passages, talk.cast, first, index)
        if together:
            return together
    return _before(index, talk, lexicon)


def _before(index: int, talk: Discourse, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The body that acts in the last sentence that names any, if that speaks of a choice."""
    for back in range(index - 1, max(-1, index - 1 - _BACK), -1):
        sentence = talk.passages[back].sentence
        bodies = [noun for noun in sentence.nouns if noun.kind == "organisation"]
        if not bodies:
            continue
        acting = [noun for noun in bodies if opens_clause(sentence, noun)]
        spoken = not lexicon.slate_nouns.isdisjoint(sentence.folds)
        chosen = spoken or _chooses(sentence.folds, lexicon)
        return _meant(acting[:1], back, talk) if chosen else ()
    return ()


def _chooses(folds: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a verb of support stands among the words."""
    return any(found.value.frame == "act" for _, found in lexicon.cues.found(folds))


def _meant(nouns: Sequence[Noun], index: int, talk: Discourse) -> tuple[Mention, ...]:
    found = [mention for noun in nouns for mention in talk.mentions(Actor(noun), index)]
    return tuple(dict.fromkeys(found))
