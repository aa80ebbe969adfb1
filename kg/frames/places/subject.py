"""The subject of a verb, and what the words between the two say about the verb."""

from __future__ import annotations

from dataclasses import replace

from kg.frames.clause.clauses import ACTING, is_governed, is_inside, past_attributes
from kg.frames.clause.clauses import before as word_before
from kg.frames.clause.gates import is_reported, scope_hedge, stronger
from kg.frames.clause.infinitives import Doer, doer_of
from kg.frames.clause.ranked import BECOMING, being_one_of, joining, ranked
from kg.frames.coordination.chains import chain_left, object_chain, subject_chain
from kg.frames.coordination.described import PARTS, body_of_part, described_by, part_of_body
from kg.frames.coordination.members import with_members, with_those_before
from kg.frames.coordination.parts import counted_of, is_collected, is_where, past_owner
from kg.frames.model import NOBODY, Subject
from kg.frames.places.asides import across_parenthesis, between_dashes
from kg.frames.places.attribution import presented, teller_behind
from kg.frames.places.documents import written
from kg.frames.places.hearsay import may_be_body, speech_before
from kg.frames.places.labelled import label
from kg.frames.places.ownvoice import (
    declares,
    felt_by,
    honoured,
    of_us,
    own_body,
    own_vote,
    retold,
)
from kg.frames.places.participles import after_participle
from kg.frames.places.relatives import (
    group_before,
    past_bracket,
    past_trade,
    past_where,
    relative_around,
    relative_before,
    whole_of,
)
from kg.frames.places.setoff import led
from kg.frames.places.sharing import of_participle, shared, with_counterpart, with_joined
from kg.frames.places.verbgroup import carried_hedge, is_participle, verb_group
from kg.words.nouns import Noun, Sentence
from kg.words.once import once_at

_OF_BODIES = ("body", "relation", "")
_SHARING = frozenset(("before", "after", "by", "in", "since"))
_DECIDING = frozenset(("decision", "choice", "move"))
_NAMED = ("person", "organisation", "pronoun")
_PLURAL = ("have", "are", "were")
_WIDER = 6
_SIGNING = frozenset(("signed", "sign", "signs", "written", "published", "issued", "penned"))


@once_at
def find_subject(sentence: Sentence, verb: int) -> Subject:
    """The subject of the verb group that ends in token ``verb``; its chain may be empty."""
    felt, quoted = felt_by(sentence, verb)
    if felt is not None:
        return Subject((felt,), False, "")
    if quoted >= 0:
        return replace(find_subject(sentence, quoted), passive=False)
    start, group = verb_group(sentence, verb)
    speech = speech_before(sentence, start)
    found = written(sentence, start, verb)
    if not found.chain:
        found = _whose(sentence, verb, start, group.to, speech)
    hedge = stronger(found.hedge, group.hedge)
    reported = speech is not None or (found.chain and is_reported(sentence, found.chain[0].first))
    teller = teller_behind(sentence, found.chain[0], verb) if len(found.chain) == 1 else None
    if teller is not None:
        found, reported = replace(found, chain=(teller,)), True
    if group.would and not reported and not retold(sentence, found.chain, verb):
        hedge = stronger(hedge, "tentative")
    if hedge == "expected" and found.chain and declares(sentence, found.chain[0], verb):
        hedge = ""
    return Subject(found.chain, group.passive, hedge)


def _whose(sentence: Sentence, verb: int, start: int, to: int, speech: int | None) -> Subject:
    """Whose the verb is, by what stands at token ``start`` before its group.

    ``to`` is that of an infinitive, or -1; ``speech`` the verb in whose clause "they" say it.
    """
    noun = sentence.noun(start)
    doer = doer_of(sentence, to) if start >= 0 and to >= 0 else None
    if speech is not None:
        return _speaking(sentence, speech, start)
    if doer is not None:
        return _doing(sentence, doer)
    if to >= 0 and noun is not None and (noun.kind in _NAMED or is_where(sentence, noun)):
        return NOBODY  # somebody is wished or asked to: nothing is done
    if start < 0:
        opens = is_participle(sentence, start, verb)
        return after_participle(sentence, verb) if opens else NOBODY
    if noun is None:
        return _indirect(sentence, start, verb)
    around = relative_around(sentence, chain_left(sentence, noun)[0])
    return _direct(sentence, noun) if around is None else _antecedent(sentence, around)


def _speaking(sentence: Sentence, speech: int, start: int) -> Subject:
    """Who "they" or "it" at ``start`` is in "X and Z said they": several who speak, or a body."""
    speaker = find_subject(sentence, speech)
    several = len(speaker.chain) > 1 or any(n.kind == "group" for n in speaker.chain)
    own = sentence.folds[start] == "it" and all(may_be_body(noun) for noun in speaker.chain)
    bodies = own or any(noun.kind in ("organisation", "group") for noun in speaker.chain)
    if bodies or (several and sentence.folds[start] == "they"):
        return Subject(speaker.chain, False, speaker.hedge)
    noun = sentence.noun(start)
    if noun is None or sentence.folds[start] == "it":
        return NOBODY  # a body that the sentence does not name
    return Subject((noun,), False, scope_hedge(sentence, start))


def _doing(sentence: Sentence, doer: Doer) -> Subject:
    """The doer of an infinitive, as the words that lead to it tell."""
    if doer.noun is None:
        return find_subject(sentence, doer.verb)
    chain = tuple(subject_chain(sentence, doer.noun))
    return Subject(chain, False, stronger(scope_hedge(sentence, chain[0].first), doer.hedge))


def _direct(sentence: Sentence, noun: Noun) -> Subject:
    """The chain that ends in ``noun``, unless it belongs to what stands before: "members of X"."""
    before = past_attributes(sentence, noun)
    if before >= 0 and sentence.kinds[before] == "determiner":
        before -= 1
    before = past_owner(sentence, before)
    if (joined := joining(sentence, noun)) > 0:
        return find_subject(sentence, joined)
    if noun.unit == "voters" or is_collected(sentence, noun, before) or of_us(sentence, before):
        # "the party's voters" are not the party, nor "a group of 40 mayors" a body named before
        return Subject((noun,), False, scope_hedge(sentence, before))
    if _word(sentence, before) == "of":
        some = counted_of(sentence, before, noun) or part_of_body(sentence, before, noun)
        return Subject((some,), False, scope_hedge(sentence, some.first)) if some else NOBODY
    if noun.kind == "pronoun" and sentence.folds[noun.first] in ("him", "them"):
        return NOBODY
    left = chain_left(sentence, noun)[0].first
    if is_inside(sentence, noun) or _word(sentence, left - 1) == "between":
        return Subject(led(sentence, noun), False, "")
    if noun.kind in ("office", "group") and noun.count is None:
        own = own_body(sentence, noun.first)
        if own is not None:
            return Subject((own,), False, "")
        named = _ranked(sentence, noun)
        if named is not None:
            return named
    together = list(led(sentence, noun)) or subject_chain(sentence, noun)
    chain = with_those_before(sentence, with_members(sentence, together))
    return Subject(tuple(chain), False, scope_hedge(sentence, chain[0].first))


def _ranked(sentence: Sentence, noun: Noun) -> Subject | None:
    """X in "X is the first MP to back Y", "X became the latest councillor to back Y"."""
    at = noun.first - 1
    while at > 0 and sentence.kinds[at] in ("adverb", "commit", "determiner", "", "time"):
        if sentence.noun(at) is not None or sentence.folds[at] in BECOMING:
            break
        at -= 1
    if sentence.kinds[at] == "be" or sentence.folds[at] in BECOMING:
        return find_subject(sentence, at)
    return None


def _indirect(sentence: Sentence, at: int, verb: int) -> Subject:
    """A subject that does not stand directly before its verb."""
    kind, word = sentence.kinds[at], sentence.folds[at]
    named = label(sentence, at)
    if named is not None:
        return Subject((named,), False, "")
    if kind == "relative":
        return _antecedent(sentence, at)
    if kind == "determiner" and sentence.kinds[at + 1] == "commit" and at:
        being = sentence.kinds[at - 1] == "be" or sentence.folds[at - 1] in BECOMING
        return find_subject(sentence, at - 1) if being else NOBODY
    if word in BECOMING and sentence.kinds[at + 1] == "commit":
        return find_subject(sentence, at)  # "becomes latest to back"
    if word in (",", ")", "-", "–", "—") and is_participle(sentence, at, verb):
        return of_participle(sentence, at)
    if word in (",", ")"):
        found = across_parenthesis(sentence, at)
        written = not found.chain and "document" in sentence.kinds[:at]
        return _signers(sentence, at) if written else found
    if word in ("-", "–", "—") or kind in ("and", "contrast"):
        earlier = between_dashes(sentence, at) if kind not in ("and", "contrast") else NOBODY
        earlier = earlier if earlier.chain else shared(sentence, at)
        earlier = earlier if earlier.chain else _of_verb_before(sentence, at)
        hedge = carried_hedge(sentence, earlier.chain[-1].last, at, verb) if earlier.chain else ""
        return Subject(earlier.chain, False, stronger(earlier.hedge, hedge))
    if word == "as":
        return presented(sentence, at)
    own = own_vote(sentence, at) or honoured(sentence, at)
    own = own or (own_body(sentence, at) if kind in _OF_BODIES else None)
    if own is not None:
        return Subject((own,), False, "")
    return _by_word(sentence, at, verb)


def _of_verb_before(sentence: Sentence, at: int) -> Subject:
    """The subject of the verb before the joint ``at``: "the union endorsed X and had backed Y"."""
    for verb in range(at - 1, 0, -1):
        if sentence.kinds[verb] == "verb":
            found = find_subject(sentence, verb)
            return NOBODY if found.passive else found
        if sentence.folds[verb] in (";", ":") or sentence.kinds[verb] in ("and", "contrast"):
            break
    return NOBODY


def _by_word(sentence: Sentence, at: int, verb: int) -> Subject:
    """The subject that the word before a verb leads to: "before backing", "'s decision to"."""
    kind, word = sentence.kinds[at], sentence.folds[at]
    if word in _SHARING and sentence.folds[verb].endswith("ing"):
        found = with_joined(sentence, at) if word == "in" else shared(sentence, at)
        return found if found.chain or at > 0 else after_participle(sentence, verb)
    if word in _DECIDING and sentence.folds[at - 1 : at] == ["'s"]:
        owner = sentence.noun(at - 2)
        return Subject((owner,), False, "") if owner is not None else NOBODY
    if word == "others" and _word(sentence, at - 1) == "and":
        noun = sentence.noun(at - 2) or sentence.noun(at - 3)
        return _direct(sentence, noun) if noun is not None else NOBODY
    who = relative_before(sentence, at)
    if who is not None:
        return _antecedent(sentence, who)
    body = body_of_part(sentence, at) or with_counterpart(sentence, at)
    if body is not None:
        return Subject((body,), False, scope_hedge(sentence, body.first))
    if kind == "document":
        return _signers(sentence, at)
    trade = not kind and word.endswith("s") and _word(sentence, at - 1) == "the"
    if kind in ("relation", "body") or trade or word in PARTS:
        described = described_by(sentence, at)
        if described and _word(sentence, described.first - 1) != "of":
            return Subject((described,), False, scope_hedge(sentence, described.first))
    rank = ranked(sentence, at) if sentence.folds[verb].endswith("ing") else -1
    return find_subject(sentence, rank) if rank > 0 else _of_wider(sentence, at)


def _of_wider(sentence: Sentence, at: int) -> Subject:
    """A counted group before words that say which: "12 members of the state legislature"."""
    for of in range(at - 1, max(0, at - _WIDER), -1):
        noun = sentence.noun(of)
        named = noun is not None and (noun.kind not in ("group", "place") or noun.count is not None)
        if named or sentence.kinds[of] not in ("", "determiner"):
            if sentence.folds[of] not in ("of", "in", "on", "from"):
                return NOBODY
            group = sentence.noun(of - 1)
            if group is None:
                continue  # "of the minority in parliament"
            if group.kind != "group" or group.count is None:
                return NOBODY
            return NOBODY if is_governed(sentence, group) else _direct(sentence, group)
    return NOBODY


def _antecedent(sentence: Sentence, at: int) -> Subject:
    """What "who" or "which" refers to: the noun phrase directly before it."""
    whole = whole_of(sentence, at)
    if whole:
        return Subject(whole, False, "")
    last = at - 1
    if last >= 0 and sentence.folds[last] == ",":
        last = past_bracket(sentence, last - 1)
    noun = past_where(sentence, last) if sentence.folds[at] == "who" else sentence.noun(last)
    if (being := being_one_of(sentence, noun, at)) > 0:
        return find_subject(sentence, being)
    noun = noun or past_trade(sentence, last)
    if noun is None or noun.kind not in ACTING:
        return NOBODY
    group = group_before(sentence, noun, at)
    if group is not None:
        return Subject((group,), False, "")
    noun = part_of_body(sentence, word_before(sentence, noun), noun) or noun
    gathered = _word(sentence, at + 1) in ("all", "both")  # "A and B, who both back Y"
    chain = tuple((chain_left if gathered else subject_chain)(sentence, noun))
    several = gathered or _word(sentence, at + 1) in _PLURAL
    return Subject(chain if several or chain[-1].kind != "person" else chain[-1:], False, "")


def _signers(sentence: Sentence, at: int) -> Subject:
    """Whose letter it is: "X signed a letter urging", "a letter urging ... signed by X"."""
    for index, word in enumerate(sentence.folds):
        if word not in _SIGNING:
            continue
        if _word(sentence, index + 1) == "by":
            start = index + 2
            noun = sentence.noun(start) or sentence.noun(start + 1)
            if noun is not None and noun.kind in ACTING:
                return Subject(tuple(object_chain(sentence, noun)), False, "")
        elif index < at:
            return find_subject(sentence, index)
    return NOBODY


def _word(sentence: Sentence, index: int) -> str:
    return sentence.folds[index] if 0 <= index < len(sentence.folds) else ""
