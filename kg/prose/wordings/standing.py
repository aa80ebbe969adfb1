"""Who can be the object of support: people and parties that stand, not clubs, firms or causes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kg.frames import Actor, Frame
from kg.lexicon import Lexicon
from kg.model import Candidacy, Mention
from kg.prose.reference.contests import CONTENDERS, PROPOSED, contest_signs, is_contest
from kg.prose.reference.discourse import Discourse
from kg.prose.reference.owners import elected
from kg.words.nouns import Noun, Sentence

_PUT = frozenset(("vote", "votes", "motion", "motions", "ballot"))
_FACING = frozenset(
    ("face", "faces", "faced", "facing", "survive", "survives", "survived", "lost", "won", "called")
)
_QUARRELLING = frozenset(("side", "sides", "sided", "siding"))
_OF_CANDIDATES = frozenset(("endorse", "vote", "lean", "switch"))

_TURNED = frozenset(("prose.passive", "prose.receiving"))  # "he is backed by"
_NOMINAL = frozenset(
    ("prose.receiving", "prose.backers", "prose.giving", "prose.possessive", "prose.having")
)
_PERSONAL = frozenset(("who", "whose", "whom"))
_STANDING = frozenset(("for", "as", "in"))
_BODIES = frozenset(("party", "ticket"))
_REACH = 4
_WISHED = 8  # words behind a name in which "to win the leadership" names the contest


def can_stand(actor: Actor) -> bool:
    """Whether the phrase can name a candidate: of bodies only a party or a ticket can."""
    noun = actor.noun
    return noun.kind != "organisation" or (noun.body is not None and noun.body.kind in _BODIES)


def speaks_of_contest(
    discourse: Discourse,
    frames: Sequence[Sequence[Frame]],
    candidacies: Collection[Candidacy],
    lexicon: Lexicon,
) -> bool:
    """Whether an article is about a choice of people at all, by who stands or by what it speaks of.

    Several who are nominated show a contest only beside another sign of one.
    """
    signs = contest_signs(discourse.passages, lexicon)
    if candidacies or "" in signs or len(signs) > 1 or called_candidates(discourse):
        return True
    if len(discourse.contenders.people) > 1 and signs != {PROPOSED}:
        return True
    if any(_is_on_trust(passage.sentence) for passage in discourse.passages):
        return True
    return any(
        _is_vote(discourse.passages[at].sentence, frame, lexicon)
        for at, several in enumerate(frames)
        for frame in several
    )


def _is_on_trust(sentence: Sentence) -> bool:
    """Whether it is put to a vote if somebody is to stay: "Y faces a vote of confidence".

    Somebody may also be given one, as by a club that keeps its coach.
    """
    folds = sentence.folds
    for at, word in enumerate(folds):
        if word != "confidence":
            continue
        put = folds[at + 1 : at + 2] != [] and folds[at + 1] in _PUT
        of = folds[max(0, at - 2) : at] == ["vote", "of"]
        faced = of and not _FACING.isdisjoint(folds[max(0, at - _REACH - 2) : at])
        if put or faced or folds[at - 1 : at] == ["no"]:
            return True
    return False


def _is_vote(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether somebody is voted for or endorsed by name, or supported for a post.

    For a prize one is but nominated.
    """
    behind = frame.last + 1
    led = sentence.folds[frame.last : behind] in (["for"], ["as"])
    if frame.candidates and led and is_contest(sentence, behind, lexicon):
        return True
    named = any(actor.noun.kind == "person" for actor in frame.candidates)
    proposed = lexicon.contest_families.get(sentence.folds[frame.cue]) == PROPOSED
    return named and frame.kind in ("vote", "endorse") and not proposed


def known_to_stand(
    discourse: Discourse,
    frames: Sequence[Sequence[Frame]],
    candidacies: Sequence[Candidacy],
    people: set[Mention],
    lexicon: Lexicon,
) -> set[Mention]:
    """Who is known to stand: by a candidacy, or by a verb that is said of candidates.

    "Backs" is said of much else too: its object stands only if it is one of ``people``.
    """
    found = {candidacy.person for candidacy in candidacies}
    for at, several in enumerate(frames):
        for frame in several:
            if frame.kind == "choose":
                found.update(_chosen_in_contest(discourse, at, frame, lexicon))
            nominal = not frame.kind and frame.rule in _NOMINAL and frame.polarity == "supports"
            if frame.kind not in _OF_CANDIDATES and frame.kind != "act" and not nominal:
                continue
            named = {
                mention
                for actor in frame.candidates
                if actor.noun.kind == "person"
                or (actor.noun.kind == "pronoun" and frame.rule in _TURNED)
                for mention in discourse.mentions(actor, at)
            }
            if frame.kind in _OF_CANDIDATES or not named.isdisjoint(people):
                found.update(named)  # of several, one that is a person shows what the others are
    return found | called_candidates(discourse) | _chosen_by_several(discourse, frames, lexicon)


def _chosen_by_several(
    discourse: Discourse, frames: Sequence[Sequence[Frame]], lexicon: Lexicon
) -> set[Mention]:
    """Whom people are for where several say whom they are for: "A prefers X", "B has chosen Y".

    One alone may have chosen a deputy, and "as deputy" several.
    """
    found: set[Mention] = set()
    choosers: set[Mention] = set()
    for at, several in enumerate(frames):
        sentence = discourse.passages[at].sentence
        for frame in several:
            if _chooses(frame, sentence) and frame.polarity == "supports" and not frame.hedge:
                open_ = [a for a in frame.candidates if not _for_a_post(sentence, a.noun, lexicon)]
                chosen = _people(discourse, at, open_)
                who = _people(discourse, at, frame.endorsers) - chosen if chosen else set()
                found |= chosen if who else set()
                choosers |= who
    return found if len(choosers - found) > 1 else set()


def _chooses(frame: Frame, sentence: Sentence) -> bool:
    """Whether somebody is said to be for somebody; not "sided with", which is said of quarrels."""
    if frame.kind == "choose":
        return sentence.folds[frame.cue] not in _QUARRELLING
    return frame.kind == "side" and frame.rule == "prose.construction"


def _for_a_post(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether the words behind a name say what for, and that is no contest."""
    led = sentence.folds[noun.last : noun.last + 1] in (["as"], ["for"])
    return led and not is_contest(sentence, noun.last + 1, lexicon)


def _people(discourse: Discourse, at: int, actors: Sequence[Actor]) -> set[Mention]:
    """Those whom person phrases of a passage name."""
    named = (actor for actor in actors if actor.noun.kind == "person")
    return {one for actor in named for one in discourse.mentions(actor, at)}


def _chosen_in_contest(
    discourse: Discourse, at: int, frame: Frame, lexicon: Lexicon
) -> Iterator[Mention]:
    """Whom somebody is for in a contest that the words behind the name tell."""
    sentence = discourse.passages[at].sentence
    for actor in frame.candidates:
        after = actor.noun.last
        led = sentence.folds[after : after + 1] in (["in"], ["for"])
        told = led and is_contest(sentence, after + 1, lexicon)
        wished = sentence.folds[after : after + _WISHED] if frame.rule == "prose.wish" else []
        if actor.noun.kind == "person" and (told or not lexicon.contested.isdisjoint(wished)):
            yield from discourse.mentions(actor, at)


def called_candidates(discourse: Discourse) -> set[Mention]:
    """Those whom the text calls candidates: "mayoral hopeful X", "X, a contender", "Elect X"."""
    found = elected(discourse.passages, discourse.cast)
    for passage in discourse.passages:
        sentence = passage.sentence
        if CONTENDERS.isdisjoint(sentence.folds):
            continue
        for noun in sentence.nouns:
            if noun.kind == "person" and _is_contender(sentence, noun):
                member = discourse.cast.member(noun)
                if member is not None:
                    found.add(member)
    return found


def _is_contender(sentence: Sentence, noun: Noun) -> bool:
    """Whether a word for a candidate stands before the name, or behind it in apposition."""
    if noun.first and sentence.folds[noun.first - 1] in CONTENDERS:
        return True
    at = noun.last
    if at >= len(sentence.folds) or sentence.folds[at] not in (",", "is", "was"):
        return False
    for index in range(at + 1, min(at + _REACH, len(sentence.folds))):
        if sentence.folds[index] in CONTENDERS:
            return True
        if sentence.kinds[index] not in ("determiner", "", "relation"):
            return False
    return False


def seen_as_people(discourse: Discourse, lexicon: Lexicon) -> set[Mention]:
    """The members of the cast of whom the prose shows that they are people.

    A given name, a title or an office shows it, a surname used alone, a "who", a verb of speech,
    and what somebody stands for. A run of capitals without any of them may be a firm or a club.
    """
    found: set[Mention] = set()
    for passage in discourse.passages:
        sentence = passage.sentence
        for noun in sentence.nouns:
            if noun.kind != "person":
                continue
            if _is_named_like_one(noun, sentence, lexicon) or _acts_like_one(
                noun, sentence, lexicon
            ):
                member = discourse.cast.member(noun)
                if member is not None:
                    found.add(member)
    return found


def _is_named_like_one(noun: Noun, sentence: Sentence, lexicon: Lexicon) -> bool:
    first = sentence.folds[noun.name_first]
    return (
        bool(noun.title or noun.offices)
        or " " not in noun.name
        or len(first) == 1
        or first.partition("-")[0] in lexicon.given_names
    )


def _acts_like_one(noun: Noun, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether what stands beside the name is said of people: "X, who", "said X", "X for mayor"."""
    before = noun.first - 1
    before -= before > 0 and sentence.folds[before] == ","
    if noun.first and sentence.kinds[before] in ("speech", "relation"):
        return True  # "said X", "the party's candidate, X"
    after = noun.last
    if sentence.folds[after : after + 1] == ["'s"] and (
        sentence.folds[after + 1 : after + 2] and sentence.folds[after + 1] in lexicon.bid_words
    ):
        return True
    after += sentence.folds[after : after + 1] == [","]
    if after >= len(sentence.folds):
        return False
    if sentence.folds[after] in _PERSONAL or sentence.kinds[after] == "speech":
        return True
    return sentence.folds[noun.last] in _STANDING and is_contest(sentence, noun.last + 1, lexicon)
