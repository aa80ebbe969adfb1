"""Words above a list that tell that those on it are against somebody, whoever that is.

"Who has sent a letter to the committee?" does not say against whom; the rest of the article does.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.lists.leading.demands import TAKING_BACK, demanded_of
from kg.words.nouns import Sentence
from kg.words.wordkinds import DENYING

_SIGNERS = frozenset(("signatories", "signed", "signers", "rebels", "critics"))
_MEANS = frozenset(("letter", "letters", "motion", "petition"))
_SENDING = frozenset(
    (
        *("sent", "send", "sending", "submitted", "submitting", "submit", "written", "wrote"),
        *("handed", "delivered", "confirmed", "backed", "backing", "put", "gone", "known"),
        *("supported", "their", "behind", "tabled", "lodged", "declared", "admitted"),
    )
)
_OPEN = frozenset(("whether", "if"))
_ASKING = frozenset(("who", "which", "whose", "who's"))


def tells_against(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence speaks of letters that are sent, of signing, of going or no confidence.

    A question whether somebody is to go is answered by either side.
    """
    asks = sentence.folds[-1] == "?" and not asks_who(sentence)
    if asks or not _OPEN.isdisjoint(sentence.folds) or not TAKING_BACK.isdisjoint(sentence.folds):
        return False
    sent = not _SENDING.isdisjoint(sentence.folds)
    for index, word in enumerate(sentence.folds):
        if word in _SIGNERS or (sent and word in _MEANS):
            return True
        cue = lexicon.cues.at(sentence.folds, index) if word in lexicon.cues else None
        if cue is not None and cue.value.frame == "go" and word != "go":
            return True
        noun = lexicon.support_nouns.at(sentence.folds, index)
        if noun is not None and noun.value.frame in ("against-noun", "leaving"):
            return True
    return demanded_of(sentence, lexicon) is not None


def asks_who(sentence: Sentence) -> bool:
    """Whether a question asks for those who have done something: the list below answers it."""
    asked = sentence.folds[-1] == "?" and sentence.folds[0] in _ASKING
    return asked and DENYING.isdisjoint(sentence.kinds)
