"""Whom "he" and "she" lead back to: who was spoken of before, and who is named beside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kg.cast import Cast
from kg.frames.clause.clauses import VERBAL, is_governed, opens_clause
from kg.frames.coordination.chains import actors, chain_right
from kg.frames.places.subject import find_subject
from kg.model import Mention
from kg.passages import Passage
from kg.prose.reference.authors import Authors
from kg.prose.reference.contenders import Contenders
from kg.prose.reference.descriptions import named_lately
from kg.prose.reference.heads import head_above
from kg.prose.reference.signs import (
    introduced_before,
    is_cleft,
    is_headed,
    is_led,
    is_said,
    is_subject,
    is_teaser,
    leads_clause,
    owns_subject,
    refers_back,
)
from kg.prose.reference.speech import paragraph_of
from kg.words.nouns import Noun

_REACH = 3
_NAMED_REACH = 16  # sentences over which a surname that several have goes with a full name
_SAID_REACH = 10  # words between a verb of speech and what is said: "told a rally in Anytown"
_TOLD_REACH = 24  # words of a first thing that is said before a second: "that ..., and that"
_PARTED = frozenset((";", '"', "(", ")", "but", "and"))
_OWN = ("i", "we")
_GENDERS = (frozenset(("he", "him", "his")), frozenset(("she", "her", "hers")))
ALIKE = {word: same for same in _GENDERS for word in same}  # the pronouns of one and the same


@dataclass(frozen=True, slots=True)
class Antecedents:
    """An article's prose with its cast, who writes it, and who seems to stand."""

    passages: Sequence[Passage]
    cast: Cast
    writers: Authors
    contenders: Contenders

    def spoken_of(self, at: int, pronoun: str, apart: Collection[Mention] = ()) -> Mention | None:
        """Whom a pronoun means that refers to an earlier sentence: none of those ``apart``.

        The same pronoun there means the same person; a sentence without it is about its subject.
        """
        headed = self.writers.headed and not self.passages[at].quoted
        head = head_above(self.passages, at, self.cast) if headed else None
        profiled = self.profiled(at) or head
        if profiled:
            return profiled
        same = ALIKE[pronoun]
        beside: Mention | None = None
        for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
            if refers_back(self.passages[back], same) or is_teaser(self.passages[back]):
                continue
            sentence = self.passages[back].sentence
            found = self.subject(back, alone=True) or self._told(back)
            if found in apart and found is not None:
                continue
            if found or any(
                n.kind == "person" and opens_clause(sentence, n) for n in sentence.nouns
            ):
                return found
            beside = beside or self._only_person(back)
        return beside

    def profiled(self, at: int) -> Mention | None:
        """Whom the whole paragraph is about: "Name: what is said of them"."""
        return self.labelled(at) if paragraph_of(self.passages, at)[0] != at else None

    def labelled(self, at: int) -> Mention | None:
        """Whose name opens the paragraph, before a colon, be it in the same sentence."""
        first = paragraph_of(self.passages, at)[0]
        sentence = self.passages[first].sentence
        opening = sentence.noun(0)
        if opening is None or opening.kind != "person" or not is_headed(sentence, opening):
            return None
        return self.member(opening, first)

    def _only_person(self, at: int) -> Mention | None:
        """The one person whom a sentence names that is about nobody named."""
        found = {self.member(n, at) for n in self.passages[at].sentence.nouns if n.kind == "person"}
        return next(iter(found)) if len(found) == 1 else None

    def introduced(self, at: int, pronoun: Noun) -> Mention | None:
        """Whom the phrase before a clause is about: "In a boost for X's hopes, she was backed".

        When an earlier sentence is about somebody else, nobody can be told.
        """
        introduced = introduced_before(self.passages[at].sentence, pronoun)
        found = self.member(introduced, at) if introduced else None
        earlier = self.spoken_of(at, pronoun.name) if found else None
        return found if earlier in (None, found) else None

    def told_of(self, at: int, pronoun: Noun) -> Mention | None:
        """Whom "I" or "we" speaks of before the pronoun: "I have known Y for years and he"."""
        return self._told(at, pronoun.first)

    def _told(self, at: int, end: int | None = None) -> Mention | None:
        """The one person of whom "I" or "we" speaks in passage ``at``, before token ``end``."""
        nouns = self.passages[at].sentence.nouns
        before = [n for n in nouns if end is None or n.last <= end]
        if not before or before[0].kind != "pronoun" or before[0].name not in _OWN:
            return None
        named = {self.member(noun, at) for noun in before if noun.kind == "person"}
        return next(iter(named)) if len(named) == 1 else None

    def sayer(self, at: int, pronoun: Noun) -> Mention | None:
        """Who says of himself that "he" does something: "Y, who told a rally that he"."""
        sentence = self.passages[at].sentence
        end = pronoun.first - (sentence.folds[pronoun.first - 1 : pronoun.first] == ["that"])
        reach = _SAID_REACH
        if end < pronoun.first and sentence.folds[end - 1 : end] in (["and"], ["but"]):
            end, reach = end - 1, _TOLD_REACH  # "said that X had, and that he"
        for index in range(end - 1, max(-1, end - 1 - reach), -1):
            noun = sentence.noun(index)
            if sentence.folds[index] in _PARTED or (noun is not None and noun.kind == "person"):
                return None
            if sentence.kinds[index] == "speech":
                people = [n for n in find_subject(sentence, index).chain if n.kind == "person"]
                found = self.member(people[0], at) if len(people) == 1 else None
                fits = found is not None and self.contenders.can_be(found, pronoun.name)
                return found if fits else None
        return None

    def others_named(self, at: int, noun: Noun, subjects: Collection[Mention]) -> list[Mention]:
        """Whom the sentence names before ``noun``; what its own half names goes first.

        Of several, only those count that are the subject of something.
        """
        sentence = self.passages[at].sentence
        halves: list[list[Mention]] = [[]]
        free: set[Mention] = set()
        end = 0
        for other in sentence.nouns:
            if other.first >= noun.first:
                break
            if "contrast" in sentence.kinds[end : other.first]:
                halves.append([])
            end = other.last
            found = self.member(other, at) if other.kind == "person" else None
            if found and found not in subjects and found not in halves[-1]:
                halves[-1].append(found)
                if not is_governed(sentence, other):
                    free.add(found)
        half = next((half for half in reversed(halves) if half), [])
        return half if len(half) == 1 else [one for one in half if one in free] or half

    def named_beside(self, at: int, pronoun: Noun) -> Mention | None:
        """The one person of a pronoun's gender whom its sentence names before it."""
        people = [n for n in self.passages[at].sentence.nouns if n.kind == "person"]
        named = {self.member(n, at) for n in people if n.last <= pronoun.first}
        fitting = [
            one
            for one in named
            if one is not None
            and one in self.contenders.genders
            and self.contenders.can_be(one, pronoun.name)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def subject_before(self, at: int, token: int) -> Mention | None:
        """Who was spoken of last before ``token`` of passage ``at``, as the subject of a clause."""
        here = self.subject_of_one(at, token)
        if here:
            return here
        for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
            found = self.subject(back)
            if found and not is_teaser(self.passages[back]):
                return found
        return None

    def subject_of_one(self, at: int, token: int) -> Mention | None:
        """Whom the sentence is about before ``token``, if that is no run of several."""
        return None if self._several(at, token) else self.subject(at, before=token)

    def _several(self, at: int, token: int) -> bool:
        """Whether "he" at ``token`` stands behind a run of several, and means none of them."""
        sentence = self.passages[at].sentence
        if sentence.folds[token] not in ("he", "him", "his", "she", "her"):
            return False
        first = next((noun for noun in sentence.nouns if noun.kind == "person"), None)
        if first is None or first.last > token:
            return False
        run = actors(sentence, chain_right(sentence, first))
        return len({self.cast.member(a.noun) for a in run if a.noun.kind == "person"} - {None}) > 1

    def subject(self, at: int, before: int | None = None, *, alone: bool = False) -> Mention | None:
        """The person that passage ``at`` is about; ``alone``: only if it is about no other too."""
        sentence = self.passages[at].sentence
        for noun in sentence.nouns:
            if before is not None and noun.last > before:
                return None
            if noun.kind != "person":
                continue
            if before is not None and not (is_subject(sentence, noun) or is_said(sentence, noun)):
                continue
            later = not VERBAL.isdisjoint(sentence.kinds[: noun.first])
            if alone and later and not is_cleft(sentence, noun):
                return None  # it is about something else first
            if is_led(sentence, noun) and not leads_clause(sentence, noun):
                continue
            found = self.member(noun, at)
            if before is not None and owns_subject(sentence, noun):
                found = self._only_other(at, noun, before) or found
            if found:
                joined = actors(sentence, chain_right(sentence, noun)) if alone else ()
                people = [a for a in joined if a.noun.kind == "person" and self.cast.member(a.noun)]
                return None if len(people) > 1 else found
        return None

    def _only_other(self, at: int, owner: Noun, before: int) -> Mention | None:
        """The one other person whom the sentence names between an owner and token ``before``."""
        people = [n for n in self.passages[at].sentence.nouns if n.kind == "person"]
        named = {self.member(n, at) for n in people if owner.last <= n.first < before}
        return next(iter(named)) if len(named) == 1 else None

    def member(self, noun: Noun, at: int) -> Mention | None:
        """Who the phrase means; who was named last is asked only when the name leaves it open.

        Then the contender of that surname, whose title it can be, or who was named before that.
        """
        found = self.cast.member(noun) or self.cast.member(noun, self._lately(noun, at))
        if found is not None or noun.kind != "person" or " " in noun.name:
            return found
        sharing = self.cast.sharing(noun)
        standing = [one for one in sharing if self.contenders.can_be_titled(one, noun.title)]
        if len(standing) == 1 or not sharing:
            return standing[0] if standing else None
        return self.cast.member(noun, self._lately(noun, at, reach=_NAMED_REACH))

    def _lately(self, noun: Noun, at: int, **reach: int) -> list[Mention]:
        return named_lately(self.passages, self.cast, at, noun.first, **reach)
