"""Lines that point to a slate in words that nobody foresaw: whose it is, by weighed evidence.

"The six standing under the banner of X are:", "Please use your votes for:". Such a line points
below itself, speaks of a choice of several, and names a body or is said by one; and nothing in it
says that those below support somebody else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.frames import Actor
from kg.frames.places.subject import find_subject
from kg.lexicon import Cue, Lexicon
from kg.meaning.leads.slates import CHOSEN, is_left_open
from kg.meaning.leads.whose import is_body_like, is_somebody, mention_of
from kg.model import Mention
from kg.phrases import Match
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Noun, Sentence
from kg.words.wordkinds import DOUBTING

_OURS = frozenset(("our", "we", "us"))
_VOTING = frozenset(("vote", "votes", "voting"))
_FOLLOWING = frozenset(("following", "below", "follows", "these"))
_LINKING = frozenset(("are", "include", "includes", "is", "for", "were", "this", "so", "thus"))
_LEAST = 2
_SHORT = 6
_TYING = frozenset(("for", "in", "of"))
_ANYBODY = frozenset(("people", "names", "individuals", "members", "team", "colleagues"))
_ANAPHORIC = frozenset(("they", "those", "its", "their"))
_BACK = 12
_MEANT = ("", "expected")  # "the board is to support the slate"
_FAVOURING = frozenset(("act", "vote"))


def weighed(
    sentence: Sentence,
    index: int | None,
    talk: Discourse,
    lexicon: Lexicon,
    own: Callable[[], Mention | None],
) -> tuple[Mention, ...]:
    """Whose slate the lines below the sentence are; nobody's if the evidence does not suffice."""
    one = _weighed(sentence, index, talk, lexicon, own)
    return (one,) if one else ()


def _weighed(
    sentence: Sentence,
    index: int | None,
    talk: Discourse,
    lexicon: Lexicon,
    own: Callable[[], Mention | None],
) -> Mention | None:
    if not _points(sentence, lexicon) or _is_of_backers(sentence, lexicon):
        return None
    voting = not _VOTING.isdisjoint(sentence.folds) or _asks_before(index, talk)
    if not (voting or speaks_of_choice(sentence, lexicon)):
        return None
    if not _OURS.isdisjoint(sentence.folds):
        return own()
    if "me" in sentence.folds:
        return None  # "whom members of the club have recommended to me": who writes chooses
    named = list(owners(sentence, index, talk, lexicon))
    if len({one.name for one in named}) == 1:
        return None if _selects(named[0], sentence, lexicon) else named[0]
    if named:
        return None
    return (_doer_before(index, talk, lexicon) or own()) if voting else None


def _points(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the sentence leads to what stands below it."""
    folds = sentence.folds
    if not _FOLLOWING.isdisjoint(folds):
        return True
    if folds[-1] != ":" or len(folds) < _LEAST:
        return False
    verb_ends = any(at + cue.length == len(folds) - 1 for at, cue in cues(sentence, lexicon))
    return folds[-2] in _LINKING or verb_ends or _counts(sentence)


def cues(sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[int, Match[Cue]]]:
    """The verbs that speak of support given to those who stand."""
    for at, word in enumerate(sentence.folds):
        cue = lexicon.cues.at(sentence.folds, at) if word in lexicon.cues else None
        if cue is not None and cue.value.frame in _FAVOURING and not cue.value.narrow:
            yield at, cue


def _counts(sentence: Sentence) -> bool:
    """Whether a number tells how many there are, or a word says that they stand."""
    numbered = any(noun.kind == "number" or noun.count is not None for noun in sentence.nouns)
    return numbered or not CHOSEN.isdisjoint(sentence.folds)


def speaks_of_choice(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the sentence speaks of candidates, of a slate, of votes or of support."""
    told = lexicon.slate_nouns | lexicon.slate_ties | CHOSEN | _VOTING
    return not told.isdisjoint(sentence.folds) or any(True for _ in cues(sentence, lexicon))


def _is_of_backers(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether those below support somebody, or the words deny that anybody is supported."""
    if not DOUBTING.isdisjoint(sentence.kinds) or _refuses(sentence):
        return True
    if any(is_somebody(noun) for noun in sentence.nouns):
        return True
    if is_received(sentence, lexicon) or _follows_else(sentence):
        return True
    if not (lexicon.other_lists - lexicon.slate_ties).isdisjoint(sentence.folds):
        return True
    return any(
        cue.value.frame == "backer"
        for at, word in enumerate(sentence.folds)
        if word in lexicon.support_nouns and (cue := lexicon.support_nouns.at(sentence.folds, at))
    )


def is_received(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether those below give the support: "has been endorsed by the following"."""
    for at, cue in cues(sentence, lexicon):
        bodies = [
            noun for noun in sentence.nouns if noun.first > at and noun.kind == "organisation"
        ]
        if sentence.folds[at + cue.length : at + cue.length + 1] == ["by"] and not bodies:
            return True
    return False


def _follows_else(sentence: Sentence) -> bool:
    """Whether others than candidates follow: "nominated the following writers for the prize"."""
    for at, word in enumerate(sentence.folds[:-1]):
        behind = sentence.tokens[at + 1].text
        if word in _FOLLOWING and behind.islower() and not sentence.kinds[at + 1]:
            return behind not in CHOSEN and behind not in _ANYBODY
    return False


def only_points(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a short line does nothing but lead on to those chosen: "They are:", "Full list:"."""
    if sentence.folds[-1] != ":":
        return False
    words = [word for word in sentence.folds if word[0].isalpha()]
    told = lexicon.pointer_words | lexicon.slate_nouns | lexicon.slate_fillers | CHOSEN
    return 0 < len(words) <= _SHORT and all(
        word in told or word in _LINKING or word in _ANAPHORIC for word in words
    )


def heads_slate(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a heading says that those below are chosen, not by whom: "Endorsed candidates"."""
    folds = sentence.folds
    if len(folds) > _SHORT:
        return False
    told = lexicon.slate_nouns | lexicon.slate_fillers | CHOSEN
    chosen = {"endorsed", "recommended"} & set(folds) and not CHOSEN.isdisjoint(folds)
    filling = told | _TYING
    return all(word in filling or not word[0].isalpha() for word in folds) and bool(
        chosen or not lexicon.slate_nouns.isdisjoint(folds)
    )


def _refuses(sentence: Sentence) -> bool:
    """Whether the words say "no" to somebody: "seven and no more" does not."""
    folds = sentence.folds
    if is_left_open(sentence):
        return True
    return any(word == "no" and folds[at + 1 : at + 2] != ["more"] for at, word in enumerate(folds))


def owners(
    sentence: Sentence, index: int | None, talk: Discourse, lexicon: Lexicon
) -> Iterator[Mention]:
    """The bodies of the sentence that may have chosen, and those that its phrases mean."""
    for noun in sentence.nouns:
        if noun.kind == "organisation":
            if is_where(sentence, noun) or sentence.folds[noun.first - 1 : noun.first] == ["("]:
                continue
            found = mention_of(sentence, noun, index, talk, lexicon)
            if found is not None:
                yield found
        elif index is not None and noun.kind in ("group", "pronoun") and noun.name != "you":
            meant = next(iter(talk.mentions(Actor(noun), index)), None)
            if meant is not None and meant.kind == "organisation":
                yield meant


def is_where(sentence: Sentence, noun: Noun) -> bool:
    """Whether a body only says where those below stand or meet: "candidates for the House"."""
    at = noun.first - 1
    at -= at > 0 and sentence.folds[at] == "the"
    return at >= 0 and sentence.folds[at] in ("for", "in", "to", "at")


def _asks_before(index: int | None, talk: Discourse) -> bool:
    """Whether the sentence before speaks of how to vote."""
    return bool(index) and any(
        not _VOTING.isdisjoint(talk.passages[at].sentence.folds)
        for at in range(max(0, (index or 0) - 2), index or 0)
    )


def _doer_before(index: int | None, talk: Discourse, lexicon: Lexicon) -> Mention | None:
    """The body that was last said to support somebody or something."""
    for at in range((index or 0) - 1, max(-1, (index or 0) - _BACK), -1):
        sentence = talk.passages[at].sentence
        for where, cue in cues(sentence, lexicon):
            subject = find_subject(sentence, where)
            passive = subject.passive and cue.value.form in ("past", "participle")
            if passive or subject.hedge not in _MEANT:
                continue
            for noun in subject.chain:
                if noun.kind == "organisation":
                    return mention_of(sentence, noun, at, talk, lexicon)
                if noun.kind == "person" and is_body_like(sentence, noun):
                    return Mention("organisation", noun.name)
    return None


def _selects(one: Mention, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a party only names those who stand for it."""
    party = lexicon.parties.whole(one.name.lower().split())
    return party is not None and not any(True for _ in cues(sentence, lexicon))
