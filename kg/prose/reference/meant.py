"""Which contender a pronoun or a description means: the one whom the text spoke of last.

What a contender is spoken of last by is a name, or a description that the article itself gives one
of them. Where the last sentence with any of them has several, its subject is meant, else nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.frames.model import LABELLED
from kg.model import Mention
from kg.prose.reference.antecedents import ALIKE, Antecedents
from kg.prose.reference.contests import CONTENDERS
from kg.prose.reference.heads import head_above
from kg.prose.reference.holders import (
    Holders,
    holding,
    holds_another,
    is_lone,
    sits_elsewhere,
)
from kg.prose.reference.plurals import in_series
from kg.prose.reference.signs import OBJECTS, is_in_relative, is_led, is_subject
from kg.prose.reference.speech import paragraph_of, speaker_of
from kg.words.nouns import Noun, Sentence
from kg.words.pronouns import OTHER, RANKED

_OBJECTS = frozenset(("him", "her"))
_REACH = 7  # sentences over which a contender stays the one spoken of
_DESCRIBED_REACH = 4
_CALLED_REACH = 2
_DESCRIBING = 2  # words before what somebody is called: "the former nurse"
_APPOSED = 8  # words of an apposition in which somebody is called something


def weighed(
    talk: Antecedents,
    noun: Noun,
    at: int,
    subjects: Collection[Mention],
    unweighed: Collection[Mention],
) -> tuple[Mention, ...]:
    """The contender whom a pronoun means, unless somebody else is named nearer whom it may mean.

    ``unweighed`` are those whom it seems to mean when nothing is known of contenders, ``subjects``
    those whom it cannot mean.
    """
    standing = talk.contenders
    fitting = standing.fitting(noun.name, subjects)
    apart = (
        standing.backers if fitting else ()
    )  # who backs one of them is not the one who is backed
    plain = tuple(one for one in unweighed if standing.can_be(one, noun.name) and one not in apart)
    own = noun.name == "his" and not standing.people.isdisjoint(subjects)
    headed = bool(plain) and plain == (head_above(talk.passages, at, talk.cast),)
    if not fitting and standing.people and not headed:
        named = set(_named(talk, at, noun.first))
        return tuple(one for one in plain if one in named or one not in standing.backers)
    if not fitting or own or headed or _is_about_other(talk, noun, at, subjects):
        return plain
    found = last_spoken_of(talk, fitting, at, noun.first)
    if found is not None and found[0] < 0 and noun.name not in OBJECTS:
        return plain
    here = found is not None and _is_here(talk, found[0], at)
    beside = found is not None and found[0] == at
    near = range(at, at + 1) if here else paragraph_of(talk.passages, at)
    if not beside and _about_another(talk, noun, at, near, fitting, plain):
        return plain
    if found is None:
        return plain if set(plain) <= fitting else ()
    return (found[1],)


def headed_by(talk: Antecedents, noun: Noun, at: int) -> tuple[Mention, ...]:
    """Whose name stands above, or opens the paragraph, where a line leaves out whom it is about.

    A label that is a line of its own is read with the lists.
    """
    if noun.name == LABELLED and paragraph_of(talk.passages, at)[0] == at:
        return ()
    head = talk.profiled(at) or head_above(talk.passages, at, talk.cast)
    return (head,) if head else ()


def _is_here(talk: Antecedents, back: int, at: int) -> bool:
    """Whether passage ``back`` stands in the paragraph of passage ``at``."""
    return back >= 0 and talk.passages[back].paragraph == talk.passages[at].paragraph


def _is_about_other(talk: Antecedents, noun: Noun, at: int, subjects: Collection[Mention]) -> bool:
    """Whether the sentence is about somebody else whom the pronoun may mean as well."""
    about = talk.subject_of_one(at, noun.first)
    if about is None or about in subjects or about in talk.contenders.people:
        return False
    if _is_spoken_of(talk.passages[at].sentence, noun) or _names_contender(talk, noun, at):
        return False
    return talk.contenders.can_be(about, noun.name)


def _names_contender(talk: Antecedents, pronoun: Noun, at: int) -> bool:
    """Whether the sentence names one who stands before "he": "A spoke for Y, and he has B"."""
    standing = set(_named(talk, at, pronoun.first)) & talk.contenders.people
    return len(standing) == 1


def _is_spoken_of(sentence: Sentence, pronoun: Noun) -> bool:
    """Whether "him" stands before "he": "A spoke for him, and he has the backing of B"."""
    same = ALIKE.get(pronoun.name, frozenset()) & _OBJECTS
    return any(
        sentence.folds[at] in same and sentence.kinds[at] == "pronoun"
        for at in range(pronoun.first)
    )


def _about_another(
    talk: Antecedents,
    pronoun: Noun,
    at: int,
    near: range,
    fitting: Collection[Mention],
    plain: Collection[Mention],
) -> bool:
    """Whether the passages ``near`` are about another whom a pronoun of passage ``at`` may mean.

    They name one of the ``plain``, or have another for their subject.
    """
    standing = talk.contenders
    for back in near:
        sentence = talk.passages[back].sentence
        speaker = speaker_of(talk.passages[back]) if "speech" in sentence.kinds else None
        together = in_series(talk, back) if back < at else set()
        for noun in sentence.nouns:
            if back > at or (back == at and noun.last > pronoun.first):
                return False
            one = talk.member(noun, back) if noun.kind == "person" else None
            if one is None or one in fitting or not standing.can_be(one, pronoun.name):
                continue
            if one in together:
                continue
            if noun is speaker and back < at:
                continue  # who speaks of a contender is mostly a supporter
            if len(near) == 1 and (one not in standing.named or is_led(sentence, noun)):
                continue  # "in Y, 28 branches nominated him": may be a place
            about = back < at and one not in standing.backers and is_subject(sentence, noun)
            if (one in plain or about) and not is_in_relative(sentence, noun):
                return True
    return False


def last_spoken_of(
    talk: Antecedents, fitting: Collection[Mention], at: int, token: int, *, reach: int = _REACH
) -> tuple[int, Mention] | None:
    """Which of those ``fitting`` the text spoke of last before ``token`` of passage ``at``.

    And the passage that does so, or -1 for the only one who fits.
    """
    for back in range(at, max(-1, at - 1 - reach), -1):
        before = token if back == at else None
        together = in_series(talk, back)
        named = list(
            dict.fromkeys(
                one for one in _named(talk, back, before) if one in fitting and one not in together
            )
        )
        if _tells_rival(talk, back) and not _is_here(talk, back, at):
            continue
        if len(named) == 1:
            return back, named[0]
        if named:
            free = [one for one in named if one not in _owners(talk, back, before)]
            if len(free) == 1:
                return back, free[0]
            about = talk.subject(back, before=before)
            return (back, about) if about in named and about is not None else None
    only = next(iter(fitting)) if len(fitting) == 1 else None
    told = only is not None and any(only in _named(talk, i, None) for i in range(at))
    return (-1, only) if told and only is not None else None


def _tells_rival(talk: Antecedents, at: int) -> bool:
    """Whether a passage only says who stands against whoever is spoken of: "Her rival is Y"."""
    opening = talk.passages[at].sentence.noun(0)
    return opening is not None and opening.kind == "pronoun" and opening.name == OTHER


def _owners(talk: Antecedents, at: int, before: int | None) -> set[Mention | None]:
    """Those of whom passage ``at`` only names what is theirs: "Y's opponent"."""
    sentence = talk.passages[at].sentence
    nouns = [n for n in sentence.nouns if n.kind == "person" and n.last <= (before or n.last)]
    owning = {n for n in nouns if sentence.is_owning(n.last)}
    free = {talk.member(noun, at) for noun in nouns if noun not in owning}
    return {talk.member(noun, at) for noun in owning} - free


def described(
    talk: Antecedents,
    holders: Holders,
    noun: Noun,
    at: int,
    apart: Collection[Mention],
) -> Mention | None:
    """The contender whom an office or another description without a name means.

    Those to whom the article gives that office go first. An office that one person holds at a time
    means nobody of whom it does not say so.
    """
    standing = talk.contenders
    women = any(office.label.lower().endswith("woman") for office in noun.offices)
    fitting = standing.fitting("she" if women else "", apart)
    known = fitting & {one for office in noun.offices for one in holding(holders, office)}
    if not known and any(is_lone(office) for office in noun.offices):
        return None
    able = known or {
        one
        for one in fitting
        if not any(
            sits_elsewhere(holders, office, one) or holds_another(holders, office, one)
            for office in noun.offices
        )
    }
    found = last_spoken_of(talk, able, at, noun.first, reach=_DESCRIBED_REACH)
    return found[1] if found is not None and (known or found[0] >= 0) else None


def called(
    talk: Antecedents, noun: Noun, at: int, apart: Collection[Mention]
) -> tuple[Mention, ...]:
    """The contender called "the former journalist": the one the article calls so goes first.

    A standing in the race, "the challenger", tells one from another: it means nobody of several
    whom the article does not call so.
    """
    word = talk.passages[at].sentence.folds[noun.last - 1]
    pronoun = "she" if word.endswith("woman") else "he" if word.endswith("man") else ""
    fitting = talk.contenders.fitting(pronoun, apart)
    known = frozenset() if word in CONTENDERS else fitting & set(_called_so(talk, word))
    fitting = known or fitting.difference(_beside_so_called(talk, word, at))
    head = talk.labelled(at)
    if head is not None and head in fitting:
        return (head,)
    if noun.name == RANKED and len(fitting) > 1:
        return ()
    reach = _DESCRIBED_REACH if known else _CALLED_REACH
    found = last_spoken_of(talk, fitting, at, noun.first, reach=reach)
    return (found[1],) if found is not None and (known or found[0] >= 0) else ()


def _called_so(talk: Antecedents, word: str) -> Iterator[Mention]:
    """Those whom the article calls by a word: "incumbent Y", "Y, an Anytown lawyer"."""
    for at, passage in enumerate(talk.passages):
        sentence = passage.sentence
        if word not in sentence.folds:
            continue
        for noun in sentence.nouns:
            if noun.kind == "person" and _is_called(sentence, noun, word):
                found = talk.member(noun, at)
                if found is not None:
                    yield found


def _beside_so_called(talk: Antecedents, word: str, at: int) -> Iterator[Mention]:
    """Those named before beside somebody called by a word: "The former nurse faces Y"."""
    for back, passage in enumerate(talk.passages[:at]):
        sentence = passage.sentence
        for index in sentence.places(frozenset((word,))):
            named = sentence.noun(index + 1)
            opened = "the" in sentence.folds[max(0, index - _DESCRIBING) : index]
            if opened and (named is None or named.kind != "person"):
                yield from _named(talk, back, None)


def _is_called(sentence: Sentence, noun: Noun, word: str) -> bool:
    """Whether a word stands before a name, or in the apposition behind it."""
    before = noun.first - 1
    before -= before > 0 and sentence.folds[before] == ","
    if word in sentence.folds[noun.first : noun.last] or (
        noun.first and sentence.folds[before] == word
    ):
        return True
    behind = sentence.folds[noun.last : noun.last + _APPOSED]
    if behind[:1] not in ([","], ["is"], ["was"]):
        return False
    closing = behind.index(",", 1) if "," in behind[1:] else len(behind)
    return word in behind[:closing]


def _named(talk: Antecedents, at: int, before: int | None) -> Iterator[Mention]:
    """The people whom passage ``at`` names, before a token if one is given."""
    for noun in talk.passages[at].sentence.nouns:
        if before is not None and noun.last > before:
            return
        found = talk.member(noun, at) if noun.kind == "person" else None
        if found is not None:
            yield found
