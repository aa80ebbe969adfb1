"""Descriptions that lead back to a name: "the union", "it", "the former", "the latter"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from kg.cast import Cast
from kg.frames.clause.clauses import VERBAL, has_predicate, opens_clause
from kg.model import Mention
from kg.passages import Passage
from kg.prose.reference.contests import is_stood_for
from kg.words.nouns import Noun, Sentence
from kg.words.trades import may_be_union
from kg.words.units import SUPPORT_UNIT

_REACH = 4
_FAR = 8  # sentences over which a body leads back whose name has the word
_LATELY = 3
_SHORTEST_TRADE = 6
_PLURAL = 3  # letters of no plural: "was", "'s"
_OF_TRADES = ("union", "society", "body")
_NO_TRADES = frozenset(
    (
        *("voters", "members", "citizens", "residents", "friends", "parents", "taxpayers", "women"),
        *("people", "parties", "groups", "unions", "leaders", "tenants", "students", "families"),
        *("workers", "candidates", "officials", "democrats", "republicans", "conservatives"),
    )
)
_LAW = ("law", "programme")
_ANY = frozenset(("group", "organisation", "organization"))  # words that any body goes by
_ITS = ("it", "its")
_WHERE = frozenset(("in", "for", "at"))


def described_body(
    passages: Sequence[Passage],
    cast: Cast,
    noun: Noun,
    at: int,
    kinds: Mapping[str, frozenset[str]],
) -> Mention | None:
    """The body that "the union" or "the paper" means: the last one named that is of that kind.

    ``kinds`` are the kinds of bodies that a word can mean. A body whose name has the word is one
    of them; of two in one sentence the one that something is said of is meant.
    """
    word = passages[at].sentence.folds[noun.last - 1]
    called = any(
        one.kind == "organisation" and word.capitalize() in one.name.split()
        for passage in passages[: at + 1]
        for one in passage.sentence.nouns
    )
    kinds = {} if called else kinds  # "the council" is the one that is called so
    for back in range(at, max(-1, at - 1 - (_FAR if called else _REACH)), -1):
        sentence = passages[back].sentence
        before = noun.first if back == at else len(sentence.folds)
        named = _bodies(sentence, before)
        fitting = [one for one in named if _fits(one, word, kinds.get(word, frozenset()))]
        if not called:
            fitting = [one for one in fitting if not _says_whose(sentence, one.last)]
        found = _one(sentence, fitting, cast)
        if found or fitting:
            return found
    if word == "union":
        return _only_union(passages, cast, noun, at)
    return _only_body(passages, cast, noun, at) if word in _ANY else None


def _only_union(passages: Sequence[Passage], cast: Cast, noun: Noun, at: int) -> Mention | None:
    """The one body named before that may be a union, where no union was told of just before."""
    found = {
        member
        for back, passage in enumerate(passages[: at + 1])
        for one in _bodies(
            passage.sentence, noun.first if back == at else len(passage.sentence.folds)
        )
        if one.body is not None
        if not one.name.endswith(" union")  # it is only described itself
        if one.body.kind == "union" or (one.body.kind == "society" and may_be_union(one.name))
        if (member := cast.member(one)) is not None
    }
    return next(iter(found)) if len(found) == 1 else None


def body_of_trade(passages: Sequence[Passage], cast: Cast, noun: Noun, at: int) -> Mention | None:
    """The one body named for the trade of its members that a plural means: "the firefighters".

    A body for all kinds of people is none: "the voters" are not the League of Voters.
    """
    word = passages[at].sentence.folds[noun.last - 1]
    if word in _NO_TRADES or len(word) < _SHORTEST_TRADE:
        return None
    found = {
        member
        for passage in passages[: at + 1]
        for one in passage.sentence.nouns
        if one.kind == "organisation" and one.body is not None and one.body.kind in _OF_TRADES
        if word in "".join(one.name.lower().replace("'", "").split())
        if (member := cast.member(one)) is not None
    }
    return next(iter(found)) if len(found) == 1 else None


def body_spoken_of(passages: Sequence[Passage], cast: Cast, noun: Noun, at: int) -> Mention | None:
    """The body that "it" means: the subject of the clause before, or of the last sentence.

    Where both are people, it is the only body that the last sentences name, parties apart.
    """
    sentence = passages[at].sentence
    here = _about(sentence, noun.first)
    if here is not None and _are_members(sentence, here):
        return _only_body(passages, cast, noun, at)
    if here is not None and here.kind == "organisation":
        return cast.member(here)
    if here is None and any(kind in VERBAL for kind in sentence.kinds[: noun.first]):
        return None  # the sentence is about something that is no body
    before = passages[at - 1].sentence if at else None
    opening = before.noun(0) if before is not None else None
    if opening is not None and opening.kind == "pronoun" and opening.name in _ITS and at > 1:
        return body_spoken_of(passages, cast, opening, at - 1)  # "It chose X. It chose Y, too."
    last = _about(before, len(before.folds)) if before is not None else None
    if last is not None and last.kind == "organisation":
        return cast.member(last)  # "The club met Y. Y received its endorsement."
    people = here is not None or last is not None or _is_of_support(before)
    return _only_body(passages, cast, noun, at) if people else None


def _are_members(sentence: Sentence, noun: Noun) -> bool:
    """Whether a party's members are named and not the party: "Democrats" are not "it"."""
    party = noun.body is not None and noun.body.kind == "party"
    printed = " ".join(sentence.folds[noun.first : noun.last])
    return party and printed.endswith("s") and printed not in noun.name.lower()


def _is_of_support(sentence: Sentence | None) -> bool:
    """Whether a sentence is about support, or about how many have it: "Eight got the nod of"."""
    first = sentence.nouns[0] if sentence is not None and sentence.nouns else None
    return first is not None and (first.unit == SUPPORT_UNIT or first.kind in ("number", "group"))


def _only_body(passages: Sequence[Passage], cast: Cast, noun: Noun, at: int) -> Mention | None:
    """The only body, parties apart, that is named in the last sentences before a pronoun."""
    found: set[Mention | None] = set()
    for back in range(max(0, at - _LATELY), at + 1):
        sentence = passages[back].sentence
        before = noun.first if back == at else len(sentence.folds)
        for one in _bodies(sentence, before):
            if not _is_where(sentence, one, opening=back < at) and (
                one.body is None or one.body.kind != "party"
            ):
                found.add(cast.member(one))
    return next(iter(found)) if len(found) == 1 else None


def _is_where(sentence: Sentence, noun: Noun, *, opening: bool) -> bool:
    """Whether a body is only what a race is for: "In the Municipal Court it backs three".

    ``opening``: as the first phrase of the sentence.
    """
    at = noun.first - 1
    at -= at > 0 and sentence.kinds[at] == "determiner"
    return (at == 0 if opening else at >= 0) and sentence.folds[at] in _WHERE


def _about(sentence: Sentence, before: int) -> Noun | None:
    """What the first clause of a sentence is about, if it is somebody or some body."""
    for noun in sentence.nouns:
        if noun.last > before:
            return None
        acting = noun.kind in ("person", "organisation", "group", "office")
        if acting and opens_clause(sentence, noun) and has_predicate(sentence, noun):
            return None if is_stood_for(sentence, noun) else noun
    return None


def one_of_two(passages: Sequence[Passage], cast: Cast, noun: Noun, at: int) -> Mention | None:
    """Whom "the former" or "the latter" means: one of the two people who were named last."""
    for back in range(at, max(-1, at - 1 - _REACH), -1):
        sentence = passages[back].sentence
        before = noun.first if back == at else len(sentence.folds)
        people = [n for n in sentence.nouns if n.kind == "person" and n.last <= before]
        if back == at:
            people = [n for n in people if not _chooses(sentence, n, noun)]
        named = list(dict.fromkeys(m for n in people if (m := cast.member(n)) is not None))
        if back == at and len(named) == 1:
            continue  # one is too few for "the latter"
        if named:
            return named[noun.name == "latter"] if len(named) == 2 else None
    return None


def one_other(
    passages: Sequence[Passage], cast: Cast, at: int, apart: Collection[Mention]
) -> Mention | None:
    """The one person besides those ``apart`` whom the sentence before names."""
    if at == 0:
        return None
    people = [n for n in passages[at - 1].sentence.nouns if n.kind == "person"]
    named = {m for n in people if (m := cast.member(n)) is not None and m not in apart}
    return next(iter(named)) if len(named) == 1 else None


def named_lately(
    passages: Sequence[Passage], cast: Cast, at: int, token: int, *, reach: int = _LATELY
) -> list[Mention]:
    """The people whom the last sentences name in full before ``token``, in the text's order."""
    found: list[Mention] = []
    for back in range(max(0, at - reach), min(at + 1, len(passages))):
        for noun in passages[back].sentence.nouns:
            if noun.kind == "person" and " " in noun.name:
                member = cast.member(noun)
                if member and (back < at or noun.first <= token):
                    found.append(member)
    return found


def only_person(passages: Sequence[Passage], cast: Cast) -> Mention | None:
    """The only person whom the article names more than once."""
    times = Counter(
        found
        for passage in passages
        for noun in passage.sentence.nouns
        if noun.kind == "person" and (found := cast.member(noun)) is not None
    )
    often = [one for one, count in times.items() if count > 1]
    return often[0] if len(often) == 1 else None


def of_age(passages: Sequence[Passage], cast: Cast, age: str) -> Mention | None:
    """The person behind whose name the age stands: "Jane Doe, 45,"."""
    for passage in passages:
        sentence = passage.sentence
        for noun in sentence.nouns:
            if noun.kind == "person" and sentence.folds[noun.last : noun.last + 2] == [",", age]:
                return cast.member(noun)
    return None


def _chooses(sentence: Sentence, person: Noun, of_two: Noun) -> bool:
    """Whether a person is the one who takes a side: "X backs the former and Z the latter"."""
    after = person.last
    return after == of_two.first or sentence.kinds[after] in ("verb", "have", "be", "modal")


def _bodies(sentence: Sentence, before: int) -> list[Noun]:
    """The bodies that a sentence names before a token, laws apart."""
    return [
        noun
        for noun in sentence.nouns
        if noun.kind == "organisation"
        and noun.last <= before
        and not (noun.body and noun.body.kind in _LAW)
        and not is_stood_for(sentence, noun)
    ]


def _fits(noun: Noun, word: str, kinds: frozenset[str]) -> bool:
    kind = noun.body.kind if noun.body else ""
    return kind in kinds or word in noun.name.lower().split()


def _one(sentence: Sentence, nouns: Sequence[Noun], cast: Cast) -> Mention | None:
    """The one body that the phrases name, or the one of several that opens a clause."""
    for several in (nouns, [noun for noun in nouns if opens_clause(sentence, noun)]):
        named = {member for noun in several if (member := cast.member(noun)) is not None}
        if len(named) == 1:
            return next(iter(named))
    return None


def _says_whose(sentence: Sentence, at: int) -> bool:
    """Whether a plural stands at token ``at``, behind a body's name: "City Council candidates"."""
    word = sentence.tokens[at].text if at < len(sentence.tokens) else ""
    plain = word.islower() and sentence.kinds[at] in ("", "relation")
    return plain and word.endswith("s") and len(word) > _PLURAL
