"""Ballots: whose slate "my picks", "my ballot" and "how I am voting" are, the writer's own."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.meaning.leads.whose import is_somebody
from kg.model import Mention
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Sentence
from kg.words.wordkinds import DOUBTING

_SELF = frozenset(("i", "i'm", "i'll", "i've", "i'd", "i’m", "i’ll", "i’ve"))
_MARKED = frozenset(("ballot", "ballots", "votes", "vote", "list", "guide", "sheet", "card"))
_VOTING = frozenset(("vote", "votes", "voted", "voting"))
_ASKING = frozenset(("how", "who", "whom", "what", "here", "this", "these", "below"))
_POINTING = frozenset(("here", "below", "these", "this", "follows"))
_DESCRIBING = 4


def own_ballot(
    sentence: Sentence, index: int | None, talk: Discourse, lexicon: Lexicon
) -> tuple[Mention, ...]:
    """The writer, if the sentence speaks of a vote or of choices of the writer's own."""
    if index is None or not speaks_of_own_ballot(sentence, lexicon):
        return ()
    quoted = talk.passages[index].in_quotation(0)
    return () if quoted else talk.writers.singular(index)


def points_to_ballot(sentence: Sentence) -> bool:
    """Whether the sentence leads to what stands below it: "Here is how I'm voting"."""
    return sentence.folds[-1] == ":" or not _POINTING.isdisjoint(sentence.folds)


def speaks_of_own_ballot(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the sentence says "my picks", "how I'm voting", and names nobody itself."""
    folds = sentence.folds
    if "my" not in folds and _VOTING.isdisjoint(folds):
        return False
    if any(is_somebody(noun) for noun in sentence.nouns):
        return False
    if not DOUBTING.isdisjoint(sentence.kinds):
        return False
    if "my" in folds:
        at = folds.index("my")
        owned = folds[at + 1 : at + 1 + _DESCRIBING]
        return any(word in lexicon.slate_nouns or word in _MARKED for word in owned)
    spoken = not _SELF.isdisjoint(folds) or any(word.partition("'")[0] == "i" for word in folds)
    return spoken and not _VOTING.isdisjoint(folds) and not _ASKING.isdisjoint(folds)
