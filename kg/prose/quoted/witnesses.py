"""Those whom a text quotes of the group that endorses: "Six mayors endorse Y": "...", said Mayor X.

A release of that kind need not let each of them say it again; in the news critics are quoted, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kg.frames import Frame
from kg.frames.coordination.chains import actors, chain_right
from kg.model import Candidacy, Contest, Endorsement, Evidence, Mention
from kg.passages import Passage
from kg.prose.reference.discourse import Discourse
from kg.prose.reference.speech import paragraph_of, speaker_of
from kg.prose.reference.voices import quoted_people
from kg.rules import confidence
from kg.words.nouns import Noun
from kg.words.offices import OfficePhrase

_RELEASED = frozenset(("release", "campaign"))
_HEAD = 4  # passages within which a text says what it is about
_RULE = "prose.witness"


def read_witnesses(
    discourse: Discourse,
    frames: Sequence[Sequence[Frame]],
    contest: Contest,
    endorsements: Sequence[Endorsement],
    candidacies: Sequence[Candidacy],
) -> Iterator[Endorsement]:
    """The endorsements of those who are quoted praising the one whom their group endorses.

    At least one of them must say so in words, and the text must know of no rival and no critic.
    """
    told = _group_told(discourse, frames)
    if told is None or not _is_release(discourse.passages[:_HEAD]):
        return
    group, candidate = told
    rivals = {one.candidate for one in endorsements} | {one.person for one in candidacies}
    if rivals - {candidate} or any(one.polarity != "supports" for one in endorsements):
        return
    endorsing = {one.endorser for one in endorsements}
    quoted = list(_quoted(discourse, frames, group, candidate))
    if not any(member in endorsing for _, _, _, member in quoted):
        return
    for at, noun, office, member in quoted:
        if member not in endorsing and member != candidate:
            yield _witness(discourse.passages[at], noun, office, (member, candidate), contest)


def _is_release(head: Sequence[Passage]) -> bool:
    """Whether the head of a text says that it is a release, or what a campaign announced."""
    return any(not _RELEASED.isdisjoint(passage.sentence.folds) for passage in head)


def _group_told(
    discourse: Discourse, frames: Sequence[Sequence[Frame]]
) -> tuple[frozenset[str], Mention] | None:
    """The words for members of the group that the head of a text has endorse, and whom."""
    for at, several in enumerate(frames[:_HEAD]):
        for frame in several:
            groups = [a.noun for a in frame.endorsers if a.noun.kind == "group"]
            if not groups or frame.hedge or frame.polarity != "supports":
                continue
            meant = {m for actor in frame.candidates for m in discourse.mentions(actor, at)}
            if len(meant) == 1:
                return frozenset(_words(groups)), next(iter(meant))
    return None


def _words(groups: Sequence[Noun]) -> Iterator[str]:
    """The last words of the offices that the members of groups hold: "chair"."""
    for noun in groups:
        labels = [noun.unit_role, *(office.label for office in noun.offices)]
        for label in labels:
            if label:
                yield label.lower().split()[-1]


def _quoted(
    discourse: Discourse,
    frames: Sequence[Sequence[Frame]],
    group: Collection[str],
    candidate: Mention,
) -> Iterator[tuple[int, Noun, OfficePhrase, Mention]]:
    """Who of the group says a paragraph that names the candidate and takes nothing back."""
    for at, passage in enumerate(discourse.passages):
        noun = speaker_of(passage) if passage.quoted else None
        if noun is None or noun.kind != "person":
            continue
        office = _office_of(passage, noun, group)
        member = discourse.cast.member(noun)
        if office is None or member is None:
            continue
        paragraph = paragraph_of(discourse.passages, at)
        hedged = any(frame.hedge for index in paragraph for frame in frames[index])
        if not hedged and _names(discourse, paragraph, candidate):
            yield at, noun, office, member


def _office_of(passage: Passage, noun: Noun, group: Collection[str]) -> OfficePhrase | None:
    """The office that makes the speaker one of the group, stated before or behind the name."""
    beside = actors(passage.sentence, chain_right(passage.sentence, noun))
    offices = (*noun.offices, *(beside[0].offices if beside else ()))
    fitting = [office for office in offices if office.label.lower().split()[-1] in group]
    return fitting[0] if fitting and fitting[0].status != "former" else None


def _names(discourse: Discourse, paragraph: range, candidate: Mention) -> bool:
    """Whether a paragraph names the candidate inside a quotation, by whatever name."""
    return any(
        discourse.cast.member(noun) == candidate
        for index in paragraph
        for noun in quoted_people(discourse.passages[index])
    )


def _witness(
    passage: Passage,
    noun: Noun,
    office: OfficePhrase,
    pair: tuple[Mention, Mention],
    contest: Contest,
) -> Endorsement:
    sentence = passage.sentence
    printed = " ".join(token.text for token in sentence.tokens[noun.first : noun.last])
    evidence = Evidence(sentence.span, _RULE, confidence(_RULE), printed_name=printed)
    place = Mention("place", office.place, office.label) if office.place else None
    return Endorsement(*pair, contest, "supports", (evidence,), role=office.label, place=place)
