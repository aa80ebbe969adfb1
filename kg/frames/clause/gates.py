"""Gates: what weakens or takes back what a clause says, wherever in the sentence it stands."""

from __future__ import annotations

from kg.frames.clause.clauses import is_question
from kg.frames.model import Hedge
from kg.model import Polarity
from kg.words.nouns import Sentence

_SCOPE = 14
_TELLING = frozenset(  # what somebody makes known, as a noun: "X's announcement that she would"
    ("announcement", "statement", "declaration", "pledge", "promise", "vow")
)
_LEADING = frozenset(("that", "reports", "claims"))
_REPORTED = 8
_BESIDE_SPEECH = frozenset(
    ("", "time", "determiner", "preposition", "adverb", "possessive", "demonstrative")
)
_INVERTING = ("should", "could", "would", "might")
_PREFERRING = ("rather", "sooner")
_MODAL_REACH = 4
_COMING = frozenset(("come", "be", "follow", "arrive", "go", "materialise", "materialize"))
_AIM = 6
_WILL = frozenset(("will", "'ll"))
_DATES_TO_COME = frozenset(
    (
        *("tomorrow", "tonight", "later", "soon", "shortly", "monday", "tuesday", "wednesday"),
        *("thursday", "friday", "saturday", "sunday"),
    )
)
_SPANS = (["week"], ["weekend"], ["month"], ["afternoon"], ["evening"], ["morning"], ["year"])
_UTMOST = 5
_DROPPING = frozenset(
    (
        "pulled",
        "withdrew",
        "cancelled",
        "canceled",
        "changed",
        "backed",
        "decided",
        "dropped",
    )
)
_TALK = frozenset(("rumour", "rumours", "rumor", "rumors", "speculation", "suggestions"))
_ENDING = frozenset(
    ("after", "amid", "amidst", "ending", "following", "despite", "ended", "followed")
)
_AWAITING = frozenset(("until", "once", "before", "when"))
_DENYING = frozenset(("denied", "denies", "denying", "disputed", "disputes", "deny"))
_DENIED = frozenset((".", ",", "it", "this", "him", "them", "having", '"', "”"))
_TURNS = frozenset(("which", "but", "claim", "something", "though", "although"))
_STRENGTH: tuple[tuple[Hedge, frozenset[str]], ...] = (
    ("negated", frozenset(("negated", "negation", "refusal", "denial"))),
    ("ended", frozenset(("ended",))),
    ("conditional", frozenset(("conditional", "condition", "tentative"))),
    ("expected", frozenset(("expected", "expectation"))),
)


def stronger(first: str, second: str) -> Hedge:
    """The hedge that outweighs: a refusal or negation is final, a likelihood only weakens.

    Both are hedges or kinds of words; words that weaken nothing give "".
    """
    for hedge, kinds in _STRENGTH:
        if first in kinds or second in kinds:
            return hedge
    return ""


def with_hedge(polarity: Polarity, hedge: Hedge) -> Polarity | None:
    """What a frame of this polarity says under its hedge; None when it says nothing."""
    if hedge in ("negated", "conditional"):
        return None
    if hedge == "ended":
        return "withdrawn" if polarity == "supports" else None
    if hedge == "expected":
        return "expected" if polarity in ("supports", "expected") else None
    return polarity


def scope_hedge(sentence: Sentence, first: int) -> Hedge:
    """The hedge of the clause whose subject begins at token ``first``, by what stands above it.

    An "if" or "neither" opens the clause; a denial or rumour stands before the "that" that leads
    into it ("denied reports that he", "it is not true that").
    """
    hedge = _denied_before(sentence, first)
    led = crossing = False
    for at in range(first - 1, max(-1, first - 1 - _SCOPE), -1):
        kind, word = sentence.kinds[at], sentence.folds[at]
        if word in (";", ":") or (word == "," and not crossing):
            break
        if kind == "denial" and "speech" in sentence.kinds[at + 1 : first]:
            return "negated"  # "a fake letter said that"
        if kind in ("relative", "preposition", "condition") or word in _LEADING:
            led = led or word not in ("who", "which", "whose", "whom")
            crossing = crossing or (led and word != "of")  # "After rumours, a group of MPs"
        if word in _PREFERRING and sentence.folds[at - 1] in ("would", "'d"):
            hedge = stronger(hedge, "condition")  # "would rather he had backed Y"
        if kind == "tentative" and at == first - 1 and word in _INVERTING:
            hedge = stronger(hedge, "condition")
        if kind == "condition" or (kind == "negation" and at >= first - 2):
            hedge = stronger(hedge, kind)
        elif led and kind in ("denial", "refusal"):
            hedge = stronger(hedge, "denial")
        elif led and kind == "expectation":
            hedge = stronger(hedge, kind)
    return hedge


def _denied_before(sentence: Sentence, first: int) -> Hedge:
    """Whether the clause is what somebody denies: "denied she was"."""
    before = sentence.folds[first - 1 : first]
    return "negated" if before and before[0] in _DENYING else ""


def is_reported(sentence: Sentence, first: int) -> bool:
    """Whether a verb of speech leads into the clause: "said (that) he would" is a promise.

    Whom it is said to and where may stand between: "told the paper he", "said in public that".
    """
    at = first - 1
    if at > 0 and sentence.folds[at] == "that" and sentence.kinds[at - 1] in ("and", "contrast"):
        return "speech" in sentence.kinds[:at]  # "said that X had, and that she would"
    while at >= max(0, first - _REPORTED):
        if sentence.kinds[at] == "speech" or sentence.folds[at] in _TELLING:
            return True
        noun = sentence.noun(at)
        passed = noun is not None or sentence.kinds[at] in _BESIDE_SPEECH
        if not passed and sentence.folds[at] not in ("that", '"', "“", "'s"):
            return False
        at = min(noun.first, at) - 1 if noun is not None else at - 1
    return False


def sentence_hedge(sentence: Sentence, cue: int, last: int) -> Hedge:
    """What the whole sentence does to a frame: a question, a condition, a denial behind it.

    The verb of the frame stands at token ``cue``, and the frame ends before ``last``.
    """
    if is_question(sentence) or _after_condition(sentence, cue):
        return "conditional"
    if _denied_behind(sentence, last):
        return "negated"
    turned = _turned_behind(sentence, cue, last)
    if turned:
        return turned
    for at in range(last, min(last + _SCOPE, len(sentence.folds))):
        kind = sentence.kinds[at]
        if sentence.folds[at] in (",", ";", ":", "(", '"', "”") or kind in ("contrast", "and"):
            return ""
        if kind == "condition" and sentence.folds[at] != "whether":
            return "" if _leads_to_aim(sentence, at) else "conditional"
        if sentence.folds[at] in ("were", "should") and _is_pronoun(sentence, at + 1):
            return "conditional"  # "would back Y were he to stand"
        if kind == "denial" and not _is_over(sentence, last, at):
            return "negated"
    return ""


def _is_over(sentence: Sentence, last: int, at: int) -> bool:
    """Whether there was talk before something was done: "backed Y after weeks of speculation"."""
    talk = sentence.folds[at] in _TALK
    return talk and not _ENDING.isdisjoint(sentence.folds[last:at])


def _turned_behind(sentence: Sentence, cue: int, last: int) -> Hedge:
    """What the words behind a frame make of it: it is to come, it has ended, it was given up."""
    if (
        sentence.kinds[last : last + 1] == ["be"]
        and "expectation" in sentence.kinds[last : last + 3]
        and not _does_something(sentence, last)
    ):
        return "expected"  # "X's backing for Y is expected"
    before = sentence.kinds[max(0, cue - _MODAL_REACH) : cue]
    if "expectation" in before and sentence.folds[last : last + 1] == ["but"]:
        dropped = not _DROPPING.isdisjoint(sentence.folds[last : last + _MODAL_REACH])
        return "negated" if dropped else ""  # "was due to back Y but pulled out"
    had = "had" in sentence.folds[max(0, cue - 3) : cue + 1]
    if had and sentence.folds[last : last + 1] == ["until"]:
        return "ended"  # "who had been for X until the polls closed"
    if "mind" in sentence.folds[last:] and "changed" in sentence.folds[last:]:
        return "negated"  # "had promised to back Y but changed her mind"
    return ""


def _does_something(sentence: Sentence, at: int) -> bool:
    """Whether what is given is expected to do more than come: "is expected to help her"."""
    ahead = sentence.folds[at : at + _UTMOST]
    verb = ahead.index("to") + 1 if "to" in ahead[:-1] else 0
    return verb > 0 and ahead[verb] not in _COMING


def to_come(sentence: Sentence, first: int, cue: int) -> Hedge:
    """What "until X endorses Y" says: in the present, what stands behind "until" is to come."""
    at = first - 1 - (first > 1 and sentence.kinds[first - 1] == "determiner")
    waits = at >= 0 and sentence.folds[at] in _AWAITING
    who = sentence.kinds[cue - 1 : cue] == ["relative"]  # "came when X, who supports Y, said"
    return "conditional" if waits and not who and sentence.folds[cue].endswith("s") else ""


def announced(sentence: Sentence, first: int, cue: int, last: int) -> Hedge:
    """What "X will endorse Y on Monday" says, when nobody but the article says so: it is expected.

    A vote is declared by telling for whom it will be; words of X's own are a promise.
    """
    if _WILL.isdisjoint(sentence.folds[max(0, cue - _MODAL_REACH) : cue]):
        return ""
    own = first < len(sentence.folds) and sentence.folds[first] in ("i", "we", "i'll", "we'll")
    if own or is_reported(sentence, first):
        return ""
    for at in range(last, min(last + _SCOPE, len(sentence.folds))):
        word = sentence.folds[at]
        if word in _DATES_TO_COME or (word in ("this", "next") and _is_span(sentence, at + 1)):
            return "expected"
        if word in (",", ";", ".", '"', "”") or sentence.kinds[at] in ("and", "contrast"):
            break
    return ""


def _is_span(sentence: Sentence, at: int) -> bool:
    return sentence.kinds[at : at + 1] == ["time"] or sentence.folds[at : at + 1] in _SPANS


def noun_hedge(sentence: Sentence, first: int, noun: int, last: int) -> Hedge:
    """What weakens a noun of support: "talk of X's endorsement of Y", "which never came".

    The noun stands at token ``noun``; its frame takes the tokens ``first`` to ``last``.
    """
    hedge: Hedge = ""
    for at in (*range(max(0, first - 2), first), *range(max(0, noun - 2), noun)):
        hedge = stronger(hedge, sentence.kinds[at])
    if "negation" in sentence.kinds[last : last + 2]:
        return hedge if _is_utmost(sentence, last) else "negated"
    return hedge


def _is_utmost(sentence: Sentence, at: int) -> bool:
    """Whether "could not be fuller" follows: it is as full as can be."""
    ahead = sentence.folds[at : at + _UTMOST]
    if "be" not in ahead[:-1]:
        return False
    compared = ahead[ahead.index("be") + 1]
    return compared.endswith("er") or compared == "more"


def _after_condition(sentence: Sentence, cue: int) -> bool:
    """Whether a sentence that opens with a condition says what would follow: "If Y runs, X will".

    What has happened is no consequence: "If there was any doubt, X endorsed Y".
    """
    if "'" in sentence.folds[cue] and "condition" in sentence.kinds[:cue]:
        return True  # "If it is Z on the other side, I'm for Y"
    first = next((i for i, word in enumerate(sentence.folds) if word[0].isalnum()), 0)
    opens = sentence.kinds[first] == "condition" or (
        sentence.folds[0] in ("should", "were", "had") and sentence.noun(1) is not None
    )
    if not opens or _is_aim(sentence):
        return False
    before = sentence.kinds[max(0, cue - _MODAL_REACH) : cue]
    return "," not in sentence.folds[:cue] or "modal" in before or "tentative" in before


def _leads_to_aim(sentence: Sentence, at: int) -> bool:
    """Whether "if we are to win" follows, which says what for."""
    words = sentence.folds[at : at + _AIM]
    return any(words[i] in ("is", "are") and words[i + 1] == "to" for i in range(len(words) - 1))


def _is_aim(sentence: Sentence) -> bool:
    """Whether a sentence opens with an aim: "If the mill is to be saved, we must elect X"."""
    end = sentence.folds.index(",") if "," in sentence.folds else 0
    return any(
        sentence.folds[at] in ("is", "are") and sentence.folds[at + 1] == "to" for at in range(end)
    )


def _denied_behind(sentence: Sentence, last: int) -> bool:
    """Whether the one who is meant denies it: "backed by X, which she denied"."""
    for at in range(last + 1, min(last + _SCOPE, len(sentence.folds) - 1)):
        if sentence.folds[at] in _DENYING and sentence.folds[at + 1] in _DENIED:
            return not _TURNS.isdisjoint(sentence.folds[last:at])
    return False


def _is_pronoun(sentence: Sentence, at: int) -> bool:
    noun = sentence.noun(at)
    return noun is not None and noun.kind == "pronoun"
