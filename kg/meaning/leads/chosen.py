"""Bodies that have chosen, as the first lines of a page say in words that nobody foresaw."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.meaning.leads.announcing import Announced
from kg.meaning.leads.slates import CHOSEN
from kg.meaning.leads.unsettled import is_unsettled
from kg.meaning.leads.weighing import cues, is_received, owners
from kg.meaning.leads.whose import is_somebody
from kg.model import Mention
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Sentence
from kg.words.wordkinds import DOUBTING

_INTRODUCTION = 8
_VOTES = frozenset(("election", "elections", "ballot", "ballots", "contest", "race", "seats"))
_OWN_CONTESTS = frozenset(("leadership", "primary", "primaries", "presidential", "nomination"))
_OPEN = frozenset(
    ("no", "none", "never", "neither", "yet", "might", "could", "would", "whether", "if")
)


def chosen(talk: Discourse, lexicon: Lexicon) -> list[Announced]:
    """The first sentence at the head of a page in which a body has made a choice.

    It points to nothing: that a slate stands below, its rows must show.
    """
    for index, passage in enumerate(talk.passages):
        if passage.paragraph >= _INTRODUCTION:
            break
        one = chooses(passage.sentence, index, talk, lexicon)
        if one is not None:
            return [Announced(passage.paragraph, index, (one,), strong=False)]
    return []


def chooses(
    sentence: Sentence, index: int | None, talk: Discourse, lexicon: Lexicon
) -> Mention | None:
    """The one body that has made a choice, as a sentence says in whatever words.

    "X has decided whom it endorses": that a slate stands below, its rows show. The words before
    the choice may tell what part of the body made it: its committee, its executive.
    """
    at = _choice(sentence, lexicon)
    if is_unsettled(sentence, lexicon):
        return None
    if at is None or any(is_somebody(noun) for noun in sentence.nouns):
        return None
    if not DOUBTING.isdisjoint(sentence.kinds) or not _OPEN.isdisjoint(sentence.folds):
        return None
    behind = sentence.folds[at:]
    if CHOSEN.isdisjoint(behind) and _VOTES.isdisjoint(behind):
        return None
    if not (lexicon.other_lists - lexicon.slate_ties).isdisjoint(behind):
        return None
    named = sorted({one.name for one in owners(sentence, index, talk, lexicon)}, key=len)
    if not named or any(name not in named[-1] for name in named):
        return None
    ends = (name for name in named if named[-1].endswith(f" of {name}"))
    one = Mention("organisation", next(ends, named[-1]))  # the committee of X speaks for X
    words = one.name.lower().split()
    inside = words[-1] == "party" and not _OWN_CONTESTS.isdisjoint(sentence.folds)
    party = inside or lexicon.parties.whole(words) is not None
    return None if party or is_received(sentence, lexicon) else one


def _choice(sentence: Sentence, lexicon: Lexicon) -> int | None:
    """The first word of a slate, or of support for somebody not named."""
    verbs = [at for at, _ in cues(sentence, lexicon)]
    nouns = [at for at, word in enumerate(sentence.folds) if word in lexicon.slate_nouns]
    return min([*verbs, *nouns], default=None)
