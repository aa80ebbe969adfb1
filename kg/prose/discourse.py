"""Who is meant: names, descriptions and pronouns resolved inside the article."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.cast import Cast
from kg.frames import Actor
from kg.frames.chains import actors, chain_right
from kg.frames.clauses import VERBAL, is_governed, opens_clause
from kg.frames.model import ADVISER, EDITOR, HEADED
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.model import Mention
from kg.nouns import Noun
from kg.passages import Passage
from kg.prose.authors import Authors, authors
from kg.prose.descriptions import (
    body_spoken_of,
    described_body,
    named_lately,
    one_of_two,
    one_other,
)
from kg.prose.heads import head_above
from kg.prose.holders import Holders, office_holders, seated
from kg.prose.plurals import several, several_before
from kg.prose.signs import (
    OBJECTS,
    introduced_before,
    is_headed,
    is_specific,
    is_subject,
    is_teaser,
    leads_clause,
    refers_back,
)
from kg.prose.speech import paragraph_of, speaker_of
from kg.prose.voices import quoted_people, spoken_for, voices

_REACH = 3
_PLURAL = frozenset(("they", "them", "we", "their", "trio"))
_GENDERS = (frozenset(("he", "him", "his")), frozenset(("she", "her", "hers")))
_ALIKE = {word: same for same in _GENDERS for word in same}
_BODY = frozenset(("it", "its"))
_OF_TWO = frozenset(("former", "latter"))
_FIRST = frozenset(("we", "i"))
_ADVISING = (ADVISER, EDITOR)


@dataclass(frozen=True, slots=True)
class Discourse:
    """An article's prose with its cast; ``day`` is the day on which seats are looked up."""

    passages: Sequence[Passage]
    cast: Cast
    gazetteer: Gazetteer
    day: date | None
    holders: Holders
    body_kinds: Mapping[str, frozenset[str]]
    writers: Authors

    def mentions(self, actor: Actor, at: int) -> tuple[Mention, ...]:
        """Whom a noun phrase in passage ``at`` means: none when that cannot be told."""
        noun = actor.noun
        if noun.kind == "pronoun":
            return self._pronoun(noun, at)
        if noun.kind == "office":
            found = self.office_holder(noun, at) or self._body(noun, at)
            return (found,) if found else ()
        if noun.kind == "group":
            body = self._body(noun, at)
            return (body,) if body else ()
        if noun.kind == "organisation" and noun.body and noun.body.kind in ("law", "programme"):
            return ()
        one = self._member(noun, at)
        return (one,) if one else ()

    def _body(self, noun: Noun, at: int) -> Mention | None:
        """The one body that a definite phrase without a number means: "the union"."""
        word = self.passages[at].sentence.folds[noun.last - 1]
        if noun.count is not None or not noun.definite or word not in self.body_kinds:
            return None
        return described_body(self.passages, self.cast, noun, at, self.body_kinds)

    def objects(self, actor: Actor, at: int, subjects: Collection[Mention]) -> tuple[Mention, ...]:
        """Whom the object of a clause means; "him" and "her" are never one of its ``subjects``.

        They mean the one other person whom the sentence names before them, else whoever was
        spoken of last.
        """
        noun = actor.noun
        if noun.kind != "pronoun" or noun.name not in OBJECTS:
            return self.mentions(actor, at)
        others = self._others(at, noun, subjects)
        if len(others) == 1:
            return tuple(others)
        last = None if others else self._spoken_of(at, noun.name)
        if not others and (last is None or last in subjects):
            last = one_other(self.passages, self.cast, at, subjects)
        return (last,) if last and last not in subjects else ()

    def _spoken_of(self, at: int, pronoun: str, apart: Collection[Mention] = ()) -> Mention | None:
        """Whom a pronoun means that refers to an earlier sentence: none of those ``apart``.

        The same pronoun there means the same person; a sentence without it is about its subject.
        """
        head = head_above(self.passages, at, self.cast) if self.writers.headed else None
        profiled = self._profiled(at) or head
        if profiled:
            return profiled
        same = _ALIKE[pronoun]
        beside: Mention | None = None
        for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
            if refers_back(self.passages[back], same) or is_teaser(self.passages[back]):
                continue
            sentence = self.passages[back].sentence
            found = self._subject(back, alone=True)
            if found in apart and found is not None:
                continue
            if found or any(
                n.kind == "person" and opens_clause(sentence, n) for n in sentence.nouns
            ):
                return found
            beside = beside or self._only_person(back)
        return beside

    def _profiled(self, at: int) -> Mention | None:
        """Whom the whole paragraph is about: "Name: what is said of them"."""
        first = paragraph_of(self.passages, at)[0]
        sentence = self.passages[first].sentence
        opening = sentence.noun(0)
        if first == at or opening is None or opening.kind != "person":
            return None
        return self._member(opening, first) if is_headed(sentence, opening) else None

    def _only_person(self, at: int) -> Mention | None:
        """The one person whom a sentence names that is about nobody named."""
        found = {
            self._member(n, at) for n in self.passages[at].sentence.nouns if n.kind == "person"
        }
        return next(iter(found)) if len(found) == 1 else None

    def _introduced(self, at: int, pronoun: Noun) -> Mention | None:
        """Whom the phrase before a clause is about: "In a boost for X's hopes, she was backed".

        When an earlier sentence is about somebody else, nobody can be told.
        """
        introduced = introduced_before(self.passages[at].sentence, pronoun)
        found = self._member(introduced, at) if introduced else None
        earlier = self._spoken_of(at, pronoun.name) if found else None
        return found if earlier in (None, found) else None

    def _others(self, at: int, noun: Noun, subjects: Collection[Mention]) -> list[Mention]:
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
            found = self._member(other, at) if other.kind == "person" else None
            if found and found not in subjects and found not in halves[-1]:
                halves[-1].append(found)
                if not is_governed(sentence, other):
                    free.add(found)
        half = next((half for half in reversed(halves) if half), [])
        return half if len(half) == 1 else [one for one in half if one in free] or half

    def office_holder(self, noun: Noun, at: int) -> Mention | None:
        """Whom an office without a name means: by seat, by who holds it, by who was spoken of."""
        for office in noun.offices:
            sitting = seated(office, self.gazetteer, self.day, self.cast)
            if sitting:
                return sitting
            where = office.place or office.organisation
            gone = office.status == "former" and not where
            held = None if gone else self.holders.named.get((office.label, where))
            if held is None and noun.definite and not where:
                held = self.holders.only(office)
            if held:
                return held
        if not noun.definite or any(not is_specific(office) for office in noun.offices):
            return None
        if any(office.place or office.organisation for office in noun.offices):
            return None
        return self.subject_before(at, noun.first)

    def subject_before(self, at: int, token: int) -> Mention | None:
        """Who was spoken of last before ``token`` of passage ``at``, as the subject of a clause."""
        here = self._subject(at, before=token)
        if here:
            return here
        for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
            found = self._subject(back)
            if found and not is_teaser(self.passages[back]):
                return found
        return None

    def _subject(
        self, at: int, before: int | None = None, *, alone: bool = False
    ) -> Mention | None:
        """The person that passage ``at`` is about; ``alone``: only if it is about no other too."""
        sentence = self.passages[at].sentence
        for noun in sentence.nouns:
            if before is not None and noun.last > before:
                return None
            if noun.kind != "person":
                continue
            if before is not None and not is_subject(sentence, noun):
                continue
            if alone and not VERBAL.isdisjoint(sentence.kinds[: noun.first]):
                return None  # it is about something else first
            governed = noun.first and sentence.kinds[noun.first - 1] == "preposition"
            if governed and not leads_clause(sentence, noun):
                continue
            found = self._member(noun, at)
            if found:
                joined = actors(sentence, chain_right(sentence, noun)) if alone else ()
                return None if sum(a.noun.kind == "person" for a in joined) > 1 else found
        return None

    def _pronoun(self, noun: Noun, at: int) -> tuple[Mention, ...]:
        if noun.name == HEADED:
            head = head_above(self.passages, at, self.cast)
            return (head,) if head else ()
        if noun.name in _FIRST:
            return self._first_person(noun, at)
        if noun.name in _ADVISING:
            return self._adviser(noun, at)
        if noun.name in OBJECTS:
            return self.objects(Actor(noun), at, ())
        if noun.name in _BODY or noun.name in _OF_TWO:
            find = body_spoken_of if noun.name in _BODY else one_of_two
            one = find(self.passages, self.cast, noun, at)
            return (one,) if one else ()
        if noun.name in _ALIKE:
            apart = self._not_meant(at, noun)
            found = self._subject(at, before=noun.first) or self._introduced(at, noun)
            if found is None or found in apart:
                found = self._spoken_of(at, noun.name, apart)
            return (found,) if found else ()
        if noun.name in _PLURAL:
            return several(self.passages, self.cast, noun, at)
        return ()

    def _first_person(self, noun: Noun, at: int) -> tuple[Mention, ...]:
        """Who "I" or "we" is: who speaks in a quotation or says so behind it, else who writes."""
        plural = noun.name == "we"
        if self.passages[at].in_quotation(noun.first):
            return self._speaker(at, plural=plural)
        teller = speaker_of(self.passages[at])
        if teller and teller.first > noun.first:  # "I will vote for him, she said"
            return self.mentions(Actor(teller), at)
        return self.writers.plural(at) if plural else self.writers.singular(at)

    def _adviser(self, noun: Noun, at: int) -> tuple[Mention, ...]:
        """Who tells voters what to do; only a paper's leader does so by praise."""
        if self.passages[at].in_quotation(noun.first):
            return self._speaker(at, plural=True) if noun.name == ADVISER else ()
        if noun.name == EDITOR:
            return (self.writers.leading,) if self.writers.leading else ()
        teller = speaker_of(self.passages[at])
        return self.mentions(Actor(teller), at) if teller else self.writers.adviser(at)

    def _not_meant(self, at: int, noun: Noun) -> Collection[Mention]:
        """Whom a pronoun cannot mean: who says the quotation it stands in, or is named in one."""
        passage = self.passages[at]
        if passage.in_quotation(noun.first):
            return self._speaker(at, plural=False)
        people = quoted_people(passage)
        return [found for one in people if (found := self._member(one, at)) is not None]

    def _speaker(self, at: int, *, plural: bool) -> tuple[Mention, ...]:
        """Whose words passage ``at`` quotes; the "we" of a spokesman is the body he speaks for."""
        for index, noun in voices(self.passages, at):
            if noun.kind == "number":
                found = several_before(self.passages, self.cast, noun, index)
            else:
                body = plural and spoken_for(noun, index, self.passages, self.body_kinds)
                found = (body,) if body else self.mentions(Actor(noun), index)
            if found:
                return found
        return ()

    def _member(self, noun: Noun, at: int) -> Mention | None:
        """Who the phrase means; who was named last is asked only when the name leaves it open."""
        return self.cast.member(noun) or self.cast.member(
            noun, named_lately(self.passages, self.cast, at)
        )


def discourse(
    passages: Sequence[Passage],
    cast: Cast,
    gazetteer: Gazetteer,
    day: date | None,
    lexicon: Lexicon,
) -> Discourse:
    """The discourse of an article, with who holds which office as its own words state."""
    holders = office_holders(passages, cast)
    writers = authors(passages, cast)
    return Discourse(passages, cast, gazetteer, day, holders, lexicon.body_kinds, writers)
