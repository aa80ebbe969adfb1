"""Who stands in the contest, who left it, and who stands against whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.contests import sentence_contest
from kg.frames import Actor
from kg.frames.coordination.chains import actors, chain_left, chain_right, noun_from
from kg.frames.places.subject import find_subject
from kg.lexicon import Cue, Lexicon
from kg.model import Candidacy, CandidacyStatus, Contest, Evidence, Mention
from kg.passages import clause_span
from kg.phrases import Match
from kg.prose.reference.contests import is_elected
from kg.prose.reference.discourse import Discourse
from kg.prose.stated.dating import candidacy_dates
from kg.rules import confidence
from kg.words.nouns import Noun, Sentence

HOPING = "prose.hoping"  # somebody would like to stand, or hold on: evidence, and no candidacy
_COMING = "prose.standing"  # the one rule that tells of coming to stand
_NAMES_REACH = 9
_OWNER_REACH = 4
_QUIT_REACH = 6
_APART = 9
_BETWEEN = {"pits": "against", "either": "or"}
_HOLDING = frozenset(("incumbent", "incumbents", "challengers"))

Standing = tuple[Mention, CandidacyStatus, int, int, str]

_SPEAKING = ("my", "our")


def read_candidacies(discourse: Discourse, contest: Contest, lexicon: Lexicon) -> list[Candidacy]:
    """The candidacies that the prose states, the withdrawn ones too."""
    found = []
    for at, passage in enumerate(discourse.passages):
        sentence = passage.sentence
        cues = list(lexicon.candidacy_cues.found(sentence.folds))
        own = sentence_contest(sentence, contest, lexicon) if cues else contest
        for index, match in cues:
            for mention, status, first, last, rule in _standing(
                discourse, at, index, match, lexicon
            ):
                # a subject may stand behind its participle: "Quitting the race, X said"
                where = min(first, index), index, max(last, index + 1)
                span = clause_span(sentence, where[0], where[2])
                evidence = Evidence(span, rule, confidence(rule), printed_name=mention.name)
                dated = status == "withdrawn" or rule == _COMING
                dates = candidacy_dates(discourse, at, mention, where) if dated else ()
                found.append(Candidacy(mention, own, status, (evidence,), dates))
    return found


def _standing(
    discourse: Discourse, at: int, index: int, match: Match[Cue], lexicon: Lexicon
) -> Iterator[Standing]:
    sentence = discourse.passages[at].sentence
    end = index + match.length
    frame = match.value.frame
    if frame == "list":
        names = _names_after(sentence, end) or _names_before(sentence, index)
        yield from _listed(discourse, at, names, index)
    elif frame == "between":
        noun = noun_from(sentence, end)
        if noun is not None and noun.kind == "person":
            yield from _listed(discourse, at, chain_right(sentence, noun), index)
    elif frame == "own":
        yield from _owned(discourse, at, index, end, lexicon)
    elif frame == "versus" or (frame == "faces" and _is_contested(sentence, lexicon)):
        yield from _opponents(discourse, at, index, end)
    elif frame in ("pits", "either"):
        yield from _both(discourse, at, index, end, _BETWEEN[frame])
    elif frame == "act" or (frame == "post" and is_elected(sentence, end, lexicon)):
        yield from _acting(discourse, at, index, end, hoping=match.value.force == "hope")
    elif frame == "quit":
        yield from _leaving(discourse, at, index, end, lexicon)


def _is_contested(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence speaks of a contest: "Y will face Z in the runoff"."""
    speaking = lexicon.contested | _HOLDING
    told = any(word in speaking and word not in lexicon.cues for word in sentence.folds)
    return told or any(noun.kind == "office" and not noun.definite for noun in sentence.nouns)


def _both(discourse: Discourse, at: int, index: int, end: int, between: str) -> Iterator[Standing]:
    """The two around a word: "the race pits A against B", "to vote for A or B"."""
    sentence = discourse.passages[at].sentence
    first = noun_from(sentence, end)
    if first is None or first.kind != "person":
        return
    middle = next(
        (i for i in range(first.last, len(sentence.folds)) if sentence.folds[i] == between), -1
    )
    second = noun_from(sentence, middle + 1) if middle > 0 else None
    near = second is not None and second.first - first.last <= _APART
    if second is not None and near and second.kind == "person":
        yield from _listed(discourse, at, [first, second], index)


def _names_after(sentence: Sentence, index: int) -> list[Noun]:
    """The names that a word like "candidates" introduces, past what they stand for."""
    for at in range(index, min(index + _NAMES_REACH, len(sentence.tokens))):
        noun = sentence.noun(at)
        if noun is not None and noun.kind == "person":
            chain = chain_right(sentence, noun)
            return chain if len(chain) > 1 else []
        if sentence.folds[at] in (".", ";") or sentence.kinds[at] in ("relative", "contrast"):
            return []
    return []


def _names_before(sentence: Sentence, index: int) -> list[Noun]:
    """The names said to be candidates: "A, B and C are the candidates", "with A in the race"."""
    at = index - 1
    last = sentence.noun(at)
    if last is not None and last.kind == "person":
        chain = chain_left(sentence, last)
        led = sentence.folds[chain[0].first - 1 : chain[0].first] == ["with"]
        return chain if led and all(noun.kind == "person" for noun in chain) else []
    while at > 0 and sentence.kinds[at] in ("determiner", "adverb") and sentence.noun(at) is None:
        at -= 1
    if at < 1 or sentence.kinds[at] != "be":
        return []
    subject = find_subject(sentence, at)
    people = [noun for noun in subject.chain if noun.kind == "person"]
    return people if len(people) > 1 and not subject.hedge else []


def _listed(discourse: Discourse, at: int, chain: Sequence[Noun], first: int) -> Iterator[Standing]:
    sentence = discourse.passages[at].sentence
    for actor in actors(sentence, list(chain)):
        for mention in discourse.mentions(actor, at):
            if mention.kind == "person":
                ends = (first + 1, *(noun.last for noun in chain))
                begins = (first, *(noun.first for noun in chain))
                yield mention, "current", min(begins), max(ends), "prose.candidates"


def _owned(
    discourse: Discourse, at: int, index: int, end: int, lexicon: Lexicon
) -> Iterator[Standing]:
    """His leadership bid; who aborted his own leadership campaign."""
    sentence = discourse.passages[at].sentence
    for before in range(index - 1, max(-1, index - 1 - _OWNER_REACH), -1):
        noun = sentence.noun(before)
        if sentence.kinds[before] == "possessive" or sentence.folds[before] in ("his", "her"):
            quit_at = _quit_verb(sentence, before, lexicon)
            if quit_at is not None:
                chain = find_subject(sentence, quit_at).chain
                mentions = [m for n in chain for m in discourse.mentions(Actor(n), at)]
                first = min([n.first for n in chain], default=before)
            else:
                mentions = _owners(discourse, at, before)
                first = before
            status: CandidacyStatus = "current" if quit_at is None else "withdrawn"
            for mention in mentions:
                yield mention, status, first, end, "prose.own-bid"
            return
        if noun is not None and noun.kind == "person" and noun.last in (index, index - 1):
            if noun.last == index - 1 and sentence.folds[noun.last] != "'s":
                return
            for mention in discourse.mentions(Actor(noun), at):
                yield mention, "current", noun.first, end, "prose.own-bid"
            return


def _owners(discourse: Discourse, at: int, before: int) -> list[Mention]:
    """Whose bid "his", "her" or "my" bid is; "our bid" may be that of many."""
    owner = discourse.passages[at].sentence.folds[before]
    if owner in _SPEAKING:
        own = Actor(Noun("pronoun", before, before + 1, name="i"))
        return [one for one in discourse.objects(own, at, ()) if one.kind == "person"]
    subject = discourse.subject_before(at, before)
    fits = subject is not None and discourse.contenders.can_be(subject, owner)
    return [subject] if subject is not None and fits else []


def _quit_verb(sentence: Sentence, index: int, lexicon: Lexicon) -> int | None:
    for at in range(index - 1, max(-1, index - 1 - _QUIT_REACH), -1):
        cue = lexicon.candidacy_cues.at(sentence.folds, at)
        if cue and cue.value.frame == "quit":
            return at
        if sentence.folds[at] in (",", ";"):
            return None
    return None


def _leaving(
    discourse: Discourse, at: int, index: int, end: int, lexicon: Lexicon
) -> Iterator[Standing]:
    """A has pulled out of the race; who is told "to quit the race" has not."""
    sentence = discourse.passages[at].sentence
    if index and sentence.folds[index - 1] == "to":
        return
    for after in range(end, min(end + _QUIT_REACH, len(sentence.folds))):
        if (
            sentence.folds[after] in (",", ";", ".")
            or sentence.folds[after] in lexicon.support_nouns
        ):
            return
        word = sentence.folds[after]
        if word in lexicon.contested or word in lexicon.bid_words:
            break
    else:
        return
    subject = find_subject(sentence, index)
    if subject.hedge:
        return
    for mention in _people(discourse, at, subject.chain):
        yield mention, "withdrawn", min(n.first for n in subject.chain), after + 1, "prose.leaving"


def _people(discourse: Discourse, at: int, chain: Sequence[Noun]) -> list[Mention]:
    found = [m for n in chain for m in discourse.mentions(Actor(n), at)]
    return [mention for mention in found if mention.kind == "person"]


def _opponents(discourse: Discourse, at: int, index: int, end: int) -> Iterator[Standing]:
    """A is squaring off against B: both stand."""
    sentence = discourse.passages[at].sentence
    other = noun_from(sentence, end)
    chain = find_subject(sentence, index).chain
    if other is None or not chain:
        return
    for noun in (*chain, other):
        for mention in discourse.mentions(Actor(noun), at):
            if mention.kind == "person":
                yield mention, "current", chain[0].first, other.last, "prose.opponents"


def _acting(
    discourse: Discourse, at: int, index: int, end: int, *, hoping: bool
) -> Iterator[Standing]:
    """A is running for leader, or, ``hoping``, wants to be leader."""
    sentence = discourse.passages[at].sentence
    subject = find_subject(sentence, index)
    if subject.hedge and not (hoping and subject.hedge != "negated"):
        return
    owner = next((word for word in sentence.folds[index:end] if word in ("his", "her")), "")
    if subject.chain and all(noun.kind in ("group", "number") for noun in subject.chain):
        yield from _listed(discourse, at, _spelled(sentence, end), index)
        return
    for actor in actors(sentence, list(subject.chain)):
        for mention in discourse.mentions(actor, at):
            if mention.kind == "person" and discourse.contenders.can_be(mention, owner):
                rule = HOPING if hoping else _COMING
                yield mention, "current", subject.chain[0].first, end, rule


def _spelled(sentence: Sentence, end: int) -> list[Noun]:
    """The names that spell out how many stand: "three are running for mayor: A, B and C"."""
    for index in range(end, len(sentence.folds)):
        if sentence.folds[index] in (":", ",", "-", "–"):
            noun = noun_from(sentence, index + 1)
            if noun is not None and noun.kind == "person":
                chain = chain_right(sentence, noun)
                return chain if len(chain) > 1 else []
    return []
