"""Choices that are still to come, are asked for, are not made, or stand on another page.

"The club will make its endorsements in May", "these have asked for ours", "we do not endorse",
"click here for a PDF of the X endorsements".
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.words.nouns import Sentence

_NEGATING = frozenset(("not", "never", "n't", "cannot", "doesn't", "don't"))
_ENDORSING = frozenset(("endorse", "endorses", "endorsing"))
_COMING = frozenset(("will", "'ll", "shall", "plans", "plan", "due"))
_LIMITING = frozenset(("in", "for", "until", "on", "yet", "this"))
_FURTHER = frozenset(("more", "further", "additional", "other", "others", "later", "rest", "again"))
_ELSEWHERE = frozenset(("click", "download", "pdf", "downloadable"))
_OURS = frozenset(("our", "my"))
_REACH = 4
_NEAR = 3
_RUNNING = frozenset(("running", "standing", "filed", "ballot"))
_FOR_IT = (["for", "it"], ["for", "them"])
_CLAUSE = 7
_WHO = frozenset(("who", "who's", "whom"))


def is_unsettled(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether what a sentence says of choices leaves those below it unchosen."""
    choices = [at for at, word in enumerate(sentence.folds) if _is_choice(word, lexicon)]
    if _is_for_us(sentence, lexicon):
        return True
    if not _FURTHER.isdisjoint(sentence.folds):
        return False
    return (
        any(_is_asked_for(sentence, at, lexicon) for at in choices)
        or _is_to_come(sentence, choices, lexicon)
        or any(_is_denied(sentence, at, lexicon) for at in choices)
        or _tells_who_runs(sentence)
    )


def _is_for_us(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether whoever speaks is supported, as on a candidate's page: "X endorsed our campaign"."""
    folds = sentence.folds
    return any(
        word in _OURS and any(one in lexicon.bid_words for one in folds[at + 1 : at + 1 + _NEAR])
        for at, word in enumerate(folds)
    )


def leads_elsewhere(sentence: Sentence) -> bool:
    """Whether a sentence tells where else to look: "For a PDF of X's endorsements click here"."""
    return not _ELSEWHERE.isdisjoint(sentence.folds)


def _is_choice(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a choice or means one: "endorsements", "ours"; or the verb for one."""
    return word in lexicon.slate_nouns or word == "ours" or word in _ENDORSING


def _is_asked_for(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether those named want the choice: "seeking our endorsement", "asked X to endorse"."""
    asking = [i for i, w in enumerate(sentence.folds) if lexicon.slate_pending.get(w) == "asking"]
    return any(i < at or sentence.folds[i + 1 : i + 3] in _FOR_IT for i in asking)


def _is_to_come(sentence: Sentence, choices: list[int], lexicon: Lexicon) -> bool:
    """Whether a body is yet to choose: "will announce its endorsements", "will interview these"."""
    for at in sentence.places(_COMING):
        ahead = sentence.folds[at + 1 : at + 1 + _REACH]
        pending = [lexicon.slate_pending.get(word) for word in ahead]
        if "meeting" in pending or ("making" in pending and choices):
            return True
    return False


def _is_denied(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether nobody at all is chosen: "makes no endorsements", not "none for mayor"."""
    before = sentence.folds[max(0, at - _NEAR) : at]
    ahead = sentence.folds[at + 1 : at + 2]
    if not _LIMITING.isdisjoint(ahead):
        return False
    if sentence.folds[at] in _ENDORSING:
        return not _NEGATING.isdisjoint(before)
    made = [lexicon.slate_pending.get(word) for word in before[-2:-1]]
    return made == ["making"] and before[-1:] == ["no"]


def _tells_who_runs(sentence: Sentence) -> bool:
    """Whether the sentence leads on to all who stand: "Here is who is running."."""
    folds = sentence.folds
    return any(
        word in _WHO and not _RUNNING.isdisjoint(folds[max(at + 1, len(folds) - _NEAR) :])
        for at, word in enumerate(folds[-_CLAUSE:], max(0, len(folds) - _CLAUSE))
    )
