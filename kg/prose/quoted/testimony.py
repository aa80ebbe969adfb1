"""Those whom a text quotes for a candidate: "Y is the leader we need", said X.

Praise alone is nothing. It becomes support when several things agree: what is said is a verdict,
the text tells that others endorse the same person, the speaker is one of the group that does, the
page is one of supporters, or the words beside the speaker speak of joining in. A rival, somebody
who will endorse nobody, and those who watch contests for a living are never counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from kg.frames import Actor, Frame
from kg.frames.clause.clauses import is_question
from kg.lexicon import Lexicon
from kg.model import Candidacy, Contest, Endorsement, Evidence, Mention
from kg.passages import Passage
from kg.prose.quoted.editorials import read_editorials
from kg.prose.quoted.praise import Praise, weigh
from kg.prose.quoted.sides import Sides, sides
from kg.prose.quoted.testimonials import read_testimonials
from kg.prose.reference.discourse import Discourse
from kg.prose.reference.speech import speaker_of
from kg.prose.reference.voices import voices
from kg.rules import confidence
from kg.words.nouns import Noun, Sentence

_RULE = "prose.testimony"
_ENOUGH = 3
_PAGE = 3
_GROUP = 2
_VERDICTS = 2  # of many verdicts so many count
_WATCHING = frozenset(
    (
        *("professor", "analyst", "pollster", "commentator", "expert", "lecturer", "academic"),
        *("historian", "strategist", "scientist", "observer", "pundit", "columnist", "bookmaker"),
        *("spokesman", "spokeswoman", "spokesperson", "interviewer", "moderator"),
    )
)
_JOINING = frozenset(
    (
        *("also", "too", "another", "joined", "joining", "joins", "echoed", "echoing", "agreed"),
        *("agrees", "agreeing", "statement", "endorsement", "endorsing", "endorses", "endorsed"),
        *("backing", "backs", "backed", "support", "supports", "supporter", "supporting", "behind"),
        *("supported", "nominating", "nominated", "nominates", "urging", "urged", "announcing"),
        *("ally", "backer", "campaigning", "favour", "favor", "tweeted", "posted"),
    )
)
_COMPARING = frozenset(("than", "over", "unlike", "not"))
_NOBODY = frozenset(("nobody", "no", "no-one", "none", "anyone", "anybody"))
_SINGULAR = frozenset(("he", "she", "him", "her", "his", "he's", "she's", "he'll", "she'll"))
_AGAINST = ("opposes", "withdrawn")
_DENYING = ("negation", "refusal", "denial", "ended", "condition")
_BESIDE = 10


@dataclass(slots=True)
class _Heard:
    """What the words of one speaker weigh, whom they are about, and where the speaker is named."""

    noun: Noun
    at: int
    verdicts: int = 0
    praises: int = 0
    faults: int = 0
    joins: bool = False
    judged: dict[Mention, None] = field(default_factory=dict)
    named: dict[Mention, None] = field(default_factory=dict)


def read_testimony(
    discourse: Discourse,
    frames: Sequence[Sequence[Frame]],
    contest: Contest,
    endorsements: Sequence[Endorsement],
    candidacies: Sequence[Candidacy],
    lexicon: Lexicon,
) -> Iterator[Endorsement]:
    """The endorsements of those whose quoted words, and what stands round them, say so."""
    known = sides(discourse, frames, endorsements, candidacies)
    turned = {(one.endorser, one.candidate) for one in endorsements if one.polarity in _AGAINST}
    yield from read_editorials(discourse, known, contest, endorsements, lexicon)
    if not known.backed:
        return
    opposed = _contested(turned, endorsements)
    testimonials = read_testimonials(discourse, known, contest, lexicon)
    yield from (one for one in testimonials if one.candidate not in opposed)
    for speaker, heard in _heard(discourse, known, lexicon).items():
        about = list(heard.judged or heard.named)
        if len(about) != 1 or known.is_barred(speaker) or heard.faults:
            continue
        if (speaker, about[0]) in turned or about[0] in opposed:
            continue
        told = discourse.passages[heard.at]
        if _is_watching(told.sentence, heard.noun) or _takes_back(told, lexicon):
            continue
        if _score(heard, about[0], known) >= _ENOUGH:
            yield _endorsement(discourse, heard, (speaker, about[0]), contest)


def _contested(
    turned: Set[tuple[Mention, Mention]], endorsements: Sequence[Endorsement]
) -> Set[Mention]:
    """Those whom at least as many are told to be against as for: quoted words may be either."""
    against = Counter(whom for _, whom in turned)
    backed = {(one.endorser, one.candidate) for one in endorsements if one.polarity == "supports"}
    named = Counter(whom for _, whom in backed)
    return {whom for whom, several in against.items() if several >= named[whom]}


def _score(heard: _Heard, candidate: Mention, known: Sides) -> int:
    """How much speaks for it that the words support the candidate."""
    said = 1 + min(heard.verdicts, _VERDICTS) if heard.verdicts else min(heard.praises, 1)
    if not said:
        return 0
    in_group = known.is_of_group(heard.noun, candidate)
    told = candidate in known.backed
    page = _PAGE if candidate == known.page else 0
    if not heard.verdicts and not page and not in_group and len(known.standing) > 1:
        return 0  # among several candidates praise of one is courtesy
    return said + told + heard.joins + page + (_GROUP if in_group else 0)


def _heard(discourse: Discourse, known: Sides, lexicon: Lexicon) -> Mapping[Mention, _Heard]:
    """What each speaker says of those who are backed."""
    found: dict[Mention, _Heard] = {}
    for at, passage in enumerate(discourse.passages):
        praising = not lexicon.praise.absent(passage.sentence.folds)
        if not (passage.quoted or praising) or is_question(passage.sentence):
            continue
        inside, quoted = _spoken(passage)
        named = quoted and _is_name(passage.sentence, inside)
        if not inside or not (named or praising or known.page):
            continue
        said = weigh(passage.sentence, inside, lexicon, quoted=quoted)
        if known.page and quoted and not (said.verdicts or said.faults):
            said = Praise(praises=1)  # who is quoted there at all is quoted for the candidate
        if named:
            said = Praise(verdicts=1)
        voice = _voice(discourse, at) if said.verdicts or said.praises or said.faults else None
        if voice is None:
            continue
        speaker, noun, index = voice
        heard = found.setdefault(speaker, _Heard(noun, index))
        heard.verdicts += said.verdicts
        heard.praises += said.praises * quoted  # told by others, praise is their choice of words
        heard.faults += said.faults
        near = discourse.passages[max(0, index - 1) : index + 1]
        heard.joins = heard.joins or any(_joins(one) for one in near)
        about = _about(discourse, at, inside, speaker, known)
        (heard.judged if said.verdicts else heard.named).update(dict.fromkeys(about))
    return found


def _is_name(sentence: Sentence, inside: Sequence[int]) -> bool:
    """Whether somebody answers with a name alone."""
    words = [
        token
        for token in inside
        if sentence.folds[token][0].isalnum() and not sentence.folds[token].endswith("ly")
    ]
    noun = sentence.noun(words[0]) if words else None
    return noun is not None and noun.kind == "person" and noun.last > words[-1]


def _spoken(passage: Passage) -> tuple[list[int], bool]:
    """The tokens that somebody says, and whether they are quoted."""
    every = range(len(passage.sentence.tokens))
    if passage.quoted:
        return [token for token in every if passage.in_quotation(token)], True
    return (list(every) if speaker_of(passage) is not None else []), False


def _voice(discourse: Discourse, at: int) -> tuple[Mention, Noun, int] | None:
    """Who says what passage ``at`` quotes, with the phrase and the passage that name them."""
    for index, noun in voices(discourse.passages, at):
        found = discourse.mentions(Actor(noun), index)
        if noun.kind != "number" and len(found) == 1:
            return found[0], noun, index
    return None


def _joins(passage: Passage) -> bool:
    """Whether the words outside the quotation speak of joining in, or of support."""
    return any(
        word in _JOINING and not passage.in_quotation(token)
        for token, word in enumerate(passage.sentence.folds)
    )


def _about(
    discourse: Discourse, at: int, inside: Sequence[int], speaker: Mention, known: Sides
) -> list[Mention]:
    """Whom of those who stand the words are about; a pronoun means the only one who is backed."""
    sentence = discourse.passages[at].sentence
    found = {
        member
        for noun in sentence.nouns
        if noun.first in inside and not _is_compared(sentence, noun)
        if (member := discourse.member(noun, at)) is not None
    }
    about = [member for member in found if member in known.standing and member != speaker]
    others = [member for member in found if member.kind == "person" and member != speaker]
    if not others and len(known.backed) == 1:
        meant = any(sentence.folds[token] in _SINGULAR for token in inside)
        return list(known.backed) if meant else []
    return about


def _is_compared(sentence: Sentence, noun: Noun) -> bool:
    """Whether it is only whom somebody else is better than; nobody is better than a candidate."""
    if not noun.first or sentence.folds[noun.first - 1] not in _COMPARING:
        return False
    return _NOBODY.isdisjoint(sentence.folds[: noun.first])


def _is_watching(sentence: Sentence, noun: Noun) -> bool:
    """Whether the words beside a name say that its holder speaks of contests for a living."""
    return not _WATCHING.isdisjoint(
        sentence.folds[max(0, noun.first - _BESIDE) : noun.last + _BESIDE]
    )


def _takes_back(passage: Passage, lexicon: Lexicon) -> bool:
    """Whether the words about the speaker take back the praise: "who has not made up her mind"."""
    denying = any(
        kind in _DENYING and passage.sentence.folds[token] not in _NOBODY
        for token, kind in enumerate(passage.sentence.kinds)
        if not passage.in_quotation(token)
    )
    return denying or _is_of_other_party(passage, lexicon)


def _is_of_other_party(passage: Passage, lexicon: Lexicon) -> bool:
    """Whether the speaker is of one party and speaks of another: praise that is meant to hurt."""
    own: set[str] = set()
    spoken_of: set[str] = set()
    folds = passage.sentence.folds
    for token, word in enumerate(folds):
        party = lexicon.parties.at(folds, token) if word in lexicon.parties else None
        if party is not None:
            (spoken_of if passage.in_quotation(token) else own).add(party.value.slug)
    return bool(own and spoken_of and own.isdisjoint(spoken_of))


def _endorsement(
    discourse: Discourse, heard: _Heard, pair: tuple[Mention, Mention], contest: Contest
) -> Endorsement:
    sentence = discourse.passages[heard.at].sentence
    noun = heard.noun
    printed = " ".join(token.text for token in sentence.tokens[noun.first : noun.last])
    office = noun.offices[0] if noun.offices else None
    evidence = Evidence(sentence.span, _RULE, confidence(_RULE), printed_name=printed)
    place = Mention("place", office.place, office.label) if office and office.place else None
    label = office.label if office else None
    return Endorsement(*pair, contest, "supports", (evidence,), role=label, place=place)
