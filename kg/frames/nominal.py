"""Frames whose cue is a noun: "has the backing of", "gave his support to", "a backer of"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.frames.chains import actors, chain_left, noun_from, object_chain, with_members
from kg.frames.clauses import is_predicate, opens_clause
from kg.frames.making import make_frame
from kg.frames.model import Frame, Hedge
from kg.frames.opposing import read_opposing
from kg.frames.subject import Subject, find_subject
from kg.lexicon import Lexicon
from kg.nouns import Noun, Sentence

_GIVEN_BY = ("of", "from", "by", "among")
_GIVEN_TO = ("to", "behind", "for", "of")
_MEMBERS = ("include", "includes", "included", "including", "are", "is", "were", "was", ":")
_MOVING = ("goes", "went", "go", "gone", "going")
_COMING = ("comes", "came", "come", "coming")
_QUANTIFYING = ("of", "to", "behind", "from", "by", "in")
_VERB_REACH = 10
_OWNER_REACH = 5
_FAR = 8
_NAMED = ("person", "organisation")


def read_nominals(sentence: Sentence, lexicon: Lexicon, covered: set[int]) -> Iterator[Frame]:
    """The frames of support nouns and of words for supporters, outside ``covered`` tokens."""
    for index in range(len(sentence.folds)):
        if index in covered or sentence.folds[index] not in lexicon.support_nouns:
            continue
        found = lexicon.support_nouns.at(sentence.folds, index)
        if found is None:
            continue
        end = index + found.length
        if found.value.frame == "support":
            yield from _support(sentence, index, end, lexicon)
        elif found.value.frame == "backer":
            yield from _backer(sentence, index, end, lexicon)
        else:
            yield from read_opposing(sentence, index, end, found.value.frame)


def _support(sentence: Sentence, index: int, end: int, lexicon: Lexicon) -> Iterator[Frame]:
    verb = _governing_verb(sentence, index, lexicon)
    if verb is not None and verb[1] == "get":
        yield from _received(sentence, verb[0], index, end, lexicon)
    elif verb is not None:
        yield from _given(sentence, verb[0], index, end)
    else:
        yield from _owned(sentence, index, end)


def _governing_verb(sentence: Sentence, index: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """The verb that has the noun at ``index`` as its object, and whether it gets or gives."""
    for at in range(index - 1, max(-1, index - 1 - _VERB_REACH), -1):
        found = lexicon.cues.at(sentence.folds, at)
        if found and found.value.frame in ("get", "give") and at + found.length <= index:
            return at, found.value.frame
        if sentence.folds[at] in (",", ";", ".") or sentence.kinds[at] in ("relative", "contrast"):
            return None
        if sentence.kinds[at] == "preposition" and sentence.folds[at] not in _QUANTIFYING:
            return None
        if sentence.tokens[at].text.islower() and sentence.folds[at].endswith("ed"):
            return None
    return None


def _is_for_matter(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether the support is for something else than standing: "for his amendment"."""
    if _word(sentence, at) != "for" or at + 1 >= len(sentence.folds):
        return False
    if sentence.kinds[at + 1] not in ("determiner", "possessive", "demonstrative"):
        return False
    for index in range(at + 1, min(at + _FAR, len(sentence.folds))):
        noun = sentence.noun(index)
        if noun is not None and noun.kind in ("person", "office"):
            return False
        if sentence.folds[index] in lexicon.bid_words or sentence.kinds[index] == "time":
            return False
        if lexicon.contest_words.at(sentence.folds, index):
            return False
    return True


def _received(
    sentence: Sentence, verb: int, index: int, end: int, lexicon: Lexicon
) -> Iterator[Frame]:
    """CANDIDATE has won the backing of SUPPORTERS, or has SUPPORTER's backing."""
    subject = find_subject(sentence, verb)
    if not subject.chain:
        return
    givers = _after(sentence, end, _GIVEN_BY)
    counted = _counted(sentence, index)
    if counted and not (givers and any(n.count is not None for n in givers)):
        givers = [counted]
    owner = _owner(sentence, verb, index)
    if not givers and owner:
        givers = chain_left(sentence, owner)
    if _is_for_matter(sentence, max([end, *(n.last for n in givers)]), lexicon):
        return
    yield _frame("prose.receiving", sentence, givers, subject.chain, subject.hedge, (verb, end))


def _given(sentence: Sentence, verb: int, index: int, end: int) -> Iterator[Frame]:
    """SUPPORTER gave CANDIDATE her backing, or gave her backing to CANDIDATE."""
    subject = find_subject(sentence, verb)
    receivers = _after(sentence, end, _GIVEN_TO)
    if not receivers:
        between = noun_from(sentence, verb + 1)
        if between is not None and between.last <= index and between.kind not in ("number",):
            receivers = [between]
    if subject.chain and receivers:
        yield _frame("prose.giving", sentence, subject.chain, receivers, subject.hedge, (verb, end))


def _owned(sentence: Sentence, index: int, end: int) -> Iterator[Frame]:
    """SUPPORTER's endorsement of CANDIDATE; SUPPORTER's vote goes to CANDIDATE."""
    owner = _owner(sentence, max(-1, index - _OWNER_REACH), index) or _possessor(sentence, index)
    if owner:
        receivers = _after(sentence, end, ("of", "for")) or _moved_to(sentence, end)
        if receivers:
            givers = chain_left(sentence, owner)
            yield _frame("prose.possessive", sentence, givers, receivers, "", (index, end))
        return
    sender = _after(sentence, end, ("of", "from"))
    receivers = _moved_to(sentence, sender[-1].last) if sender else []
    if receivers:
        yield _frame("prose.possessive", sentence, sender, receivers, "", (index, end))
        return
    yield from _coming_from(sentence, index, end)
    yield from _with_backing(sentence, index, end)


def _coming_from(sentence: Sentence, index: int, end: int) -> Iterator[Frame]:
    """Support for CANDIDATE has come from SUPPORTERS."""
    receivers = _after(sentence, end, ("for",))
    if not receivers:
        return
    after = receivers[-1].last
    for at in range(after, min(after + _FAR, len(sentence.folds) - 1)):
        if sentence.folds[at] in _COMING:
            givers = _after(sentence, at + 1, ("from",))
            if givers:
                yield _frame("prose.possessive", sentence, givers, receivers, "", (index, end))
            return


def _with_backing(sentence: Sentence, index: int, end: int) -> Iterator[Frame]:
    """CANDIDATE, with the backing of SUPPORTERS, ...; backing from A puts CANDIDATE ahead."""
    givers = _after(sentence, end, _GIVEN_BY)
    if not givers:
        return
    start = index - 1
    while start > 0 and sentence.kinds[start] in ("determiner", "adverb", ""):
        start -= 1
    led = start >= 0 and sentence.folds[start] == "with"
    before = sentence.noun(start - 2) if led and _word(sentence, start - 1) == "," else None
    if before is not None and before.kind == "person" and opens_clause(sentence, before):
        yield _frame("prose.with-backing", sentence, givers, [before], "", (index, end))
        return
    after = givers[-1].last
    if start <= 0 and is_predicate(sentence, after):
        moved = noun_from(sentence, after + 1)
        if moved is not None and moved.kind == "person":
            yield _frame("prose.with-backing", sentence, givers, [moved], "", (index, end))


def _moved_to(sentence: Sentence, end: int) -> list[Noun]:
    """Y in "my vote goes to Y", "Labour's support will go to Y"."""
    for at in range(end, min(end + 4, len(sentence.folds) - 1)):
        if sentence.folds[at] in _MOVING:
            return _after(sentence, at + 1, ("to", "for"))
        if sentence.kinds[at] not in ("modal", "have", "adverb"):
            return []
    return []


def _possessor(sentence: Sentence, index: int) -> Noun | None:
    """The speaker of "my vote", "our support", as a pronoun."""
    for at in range(index - 1, max(-1, index - 3), -1):
        spoken = {"my": "i", "our": "we"}.get(sentence.folds[at])
        if spoken:
            return Noun("pronoun", at, at + 1, name=spoken)
    return None


def _backer(sentence: Sentence, index: int, end: int, lexicon: Lexicon) -> Iterator[Frame]:
    """Words for supporters: whose they are, and who they are."""
    verb = _governing_verb(sentence, index, lexicon)
    counted = _counted(sentence, index)
    owner = _owner(sentence, max(-1, index - _OWNER_REACH), index)
    if verb is not None and verb[1] == "get" and counted:
        subject = find_subject(sentence, verb[0])
        if subject.chain:
            refined = [_refined(sentence, counted, end)]
            yield _frame(
                "prose.receiving", sentence, refined, subject.chain, subject.hedge, (verb[0], end)
            )
            return
    candidates = chain_left(sentence, owner) if owner else _after(sentence, end, ("of",))
    if candidates:
        yield from _of_backers(sentence, candidates, counted, index, end)


def _of_backers(
    sentence: Sentence, candidates: list[Noun], counted: Noun | None, index: int, end: int
) -> Iterator[Frame]:
    """X's backers include A and B; A, a supporter of X; X's backer A; 12 supporters of X."""
    after = max(end, candidates[-1].last)
    named = _members(sentence, after)
    described = _apposed_before(sentence, min(index, candidates[0].first))
    hedge: Hedge = ""
    rule = "prose.backers"
    if named:
        backers: Sequence[Noun] = named
    elif described:
        backers, hedge, rule = described.chain, described.hedge, "prose.backer-of"
    else:
        backers = [counted] if counted and counted.count is not None else []
    yield _frame(rule, sentence, backers, candidates, hedge, (index, end))


def _members(sentence: Sentence, at: int) -> list[Noun]:
    """Who the supporters are: "include A and B", or the name set beside the word, "backers, A"."""
    word = _word(sentence, at)
    if word in _MEMBERS:
        at += 1
    elif word == "," and (_word(sentence, at + 1) in ("the", "including")):
        at += 1
        at += _word(sentence, at) == "including"
    elif sentence.noun(at) is None:
        return []
    named = noun_from(sentence, at)
    while named is not None and named.kind == "office":  # "the MP Huw Tandy"
        behind = sentence.noun(named.last)
        if behind is None or behind.kind != "person":
            break
        named = replace(behind, offices=(*named.offices, *behind.offices))
    if named is None or named.kind not in _NAMED:
        return []
    return [named, *object_chain(sentence, named)[1:]]


def _apposed_before(sentence: Sentence, index: int) -> Subject | None:
    """The name that "a supporter" describes: "A, a supporter of X", "A is a supporter of X"."""
    at = index - 1
    while at >= 0 and sentence.kinds[at] in ("determiner", "adverb", ""):
        if sentence.noun(at) is not None or sentence.folds[at] == ",":
            break
        at -= 1
    if at < 0:
        return None
    if sentence.kinds[at] == "be":
        subject = find_subject(sentence, at)
        return subject if subject.chain else None
    noun = sentence.noun(at - 1) if sentence.folds[at] == "," else None
    if noun is None or noun.kind not in _NAMED:
        return None
    return Subject(tuple(chain_left(sentence, noun)[-1:]), False, "")


def _after(sentence: Sentence, index: int, prepositions: Sequence[str]) -> list[Noun]:
    """The noun phrases after one of ``prepositions`` at ``index``."""
    if _word(sentence, index) not in prepositions:
        return []
    noun = noun_from(sentence, index + 1)
    return with_members(sentence, object_chain(sentence, noun)) if noun is not None else []


def _owner(sentence: Sentence, verb: int, index: int) -> Noun | None:
    """The noun phrase whose possessive stands between ``verb`` and the noun at ``index``."""
    for at in range(index - 1, verb, -1):
        if sentence.folds[at] == "whose":
            noun = sentence.noun(at - 1) or sentence.noun(at - 2)
            return noun if noun is not None and noun.kind == "person" else None
        if sentence.folds[at] in ("'s", "'"):
            noun = sentence.noun(at - 1)
            if noun is not None and noun.kind in ("person", "organisation", "office", "group"):
                return noun
        if sentence.folds[at] in (",", ";", "."):
            return None
    return None


def _counted(sentence: Sentence, index: int) -> Noun | None:
    """The counted group that the noun itself is part of: "150 backers"."""
    noun = sentence.noun(index)
    return noun if noun is not None and noun.kind == "group" and noun.count is not None else None


def _refined(sentence: Sentence, counted: Noun, end: int) -> Noun:
    """The group with the unit that follows: "150 backers among Labour councillors"."""
    among = _after(sentence, end, ("among", "from"))
    if not among or among[0].kind != "group" or among[0].count is not None:
        return counted
    one = among[0]
    return replace(
        counted,
        last=one.last,
        unit=one.unit,
        unit_role=one.unit_role,
        offices=one.offices,
        definite=False,
    )


def _word(sentence: Sentence, index: int) -> str:
    return sentence.folds[index] if 0 <= index < len(sentence.folds) else ""


def _frame(
    rule: str,
    sentence: Sentence,
    endorsers: Sequence[Noun],
    candidates: Sequence[Noun],
    hedge: Hedge,
    cue: tuple[int, int],
) -> Frame:
    return make_frame(
        rule,
        "supports",
        actors(sentence, list(endorsers)),
        actors(sentence, list(candidates)),
        hedge,
        cue,
    )
