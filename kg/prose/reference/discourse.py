"""Who is meant: names, descriptions and pronouns resolved inside the article."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.cast import Cast
from kg.dates import Calendar
from kg.frames import Actor
from kg.frames.coordination.described import PARTS
from kg.frames.model import ADVISER, EDITOR, HEADED, LABELLED
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.model import Mention
from kg.passages import Passage
from kg.prose.reference.antecedents import ALIKE, Antecedents
from kg.prose.reference.arms import ARMS, whose_arm
from kg.prose.reference.authors import authors
from kg.prose.reference.contenders import nobody_yet
from kg.prose.reference.descriptions import (
    body_of_trade,
    described_body,
    of_age,
    one_of_two,
    one_other,
    only_person,
)
from kg.prose.reference.heads import head_above
from kg.prose.reference.holders import Holders, office_holders, seated
from kg.prose.reference.itself import body_meant
from kg.prose.reference.meant import called, described, headed_by, weighed
from kg.prose.reference.plurals import both_bodies, several, several_before
from kg.prose.reference.rivals import other_of_two
from kg.prose.reference.seats import of_seat
from kg.prose.reference.signs import OBJECTS, is_no_name, is_of_two, is_specific
from kg.prose.reference.speech import speaker_of, teller_of
from kg.prose.reference.voices import quoted_people, says_our_members, spoken_for, together, voices
from kg.words.nouns import Noun
from kg.words.pronouns import AGED, DESCRIBED, OTHER, PAIR, RANKED
from kg.words.trades import is_of_trade

_PLURAL = frozenset(("they", "them", "we", "their", "trio", PAIR))
_ITS = frozenset(("its", "their"))  # "in District 1 its picks are"
_BODY, _OF_TWO = frozenset(("it", "its")), frozenset(("former", "latter"))
_FIRST = frozenset(("we", "i", "me"))


@dataclass(frozen=True, slots=True)
class Discourse(Antecedents):
    """An article's prose with its cast; ``day`` is the day on which seats are looked up.

    ``calendar`` reads the dates of the article.
    """

    gazetteer: Gazetteer
    calendar: Calendar
    day: date | None
    holders: Holders
    body_kinds: Mapping[str, frozenset[str]]

    def mentions(self, actor: Actor, at: int) -> tuple[Mention, ...]:
        """Whom a noun phrase in passage ``at`` means: none when that cannot be told."""
        noun = actor.noun
        if noun.kind == "pronoun":
            return self._pronoun(noun, at)
        if noun.kind == "office":
            word = self._word(noun, at)
            bodily = word in self.body_kinds or word in PARTS or word.endswith("s")
            of_body = not noun.offices and bodily
            found = self._body(noun, at) if of_body else self.office_holder(noun, at)
            return (found,) if found else ()
        if noun.kind == "group":
            body = self._body(noun, at)
            if noun.name and (body is None or not is_of_trade(body.name, noun.name)):
                return (Mention("organisation", noun.name),)
            return (body,) if body else self.writers.own_members(self.passages[at], noun, at)
        if is_no_name(self.passages[at].sentence, noun):
            return ()
        one = whose_arm(self, noun, at) if noun.name.casefold() in ARMS else self.member(noun, at)
        return (one,) if one else self.cast.joined(noun)

    def _body(self, noun: Noun, at: int) -> Mention | None:
        """The one body that a definite phrase without a number means: "the union"."""
        if noun.count is not None or not noun.definite:
            return None
        speaker = (
            self._speaker(at, plural=True) if self.passages[at].in_quotation(noun.first) else ()
        )
        if len(speaker) == 1 and speaker[0].kind == "organisation":
            return speaker[0]  # '"The committee has met," the union said'
        if self._word(noun, at) not in self.body_kinds:
            trade = noun.kind == "office" and not noun.offices and self._word(noun, at) not in PARTS
            return body_of_trade(self.passages, self.cast, noun, at) if trade else None
        return described_body(self.passages, self.cast, noun, at, self.body_kinds)

    def _word(self, noun: Noun, at: int) -> str:
        """The head of a phrase: "the club" never means a person."""
        return self.passages[at].sentence.folds[noun.last - 1]

    def objects(self, actor: Actor, at: int, subjects: Collection[Mention]) -> tuple[Mention, ...]:
        """Whom the object of a clause means; "him" and "her" are never one of its ``subjects``.

        They and descriptions without a name mean the contender who was spoken of last, if the
        article has contenders whom they fit.
        """
        noun = actor.noun
        if noun.kind == "pronoun" and noun.name == AGED:
            return self._aged(noun, at, subjects)
        if noun.kind == "pronoun" and noun.name in (DESCRIBED, RANKED):
            return called(self, noun, at, subjects)
        if noun.kind == "office":
            return self._office_meant(actor, at, subjects)
        if noun.kind != "pronoun" or noun.name not in ALIKE:
            own = noun.kind == "pronoun" and noun.name in _FIRST
            return self._first_person(noun, at, wanted=True) if own else self.mentions(actor, at)
        return weighed(self, noun, at, subjects, self._unweighed(actor, at, subjects))

    def _office_meant(
        self, actor: Actor, at: int, subjects: Collection[Mention]
    ) -> tuple[Mention, ...]:
        """Whom an office without a name means as an object: the contender whom it fits."""
        found = self.mentions(actor, at)
        if found and found == (head_above(self.passages, at, self.cast),):
            return found
        standing = self.contenders
        noun = actor.noun
        if not standing.people or not noun.definite or (set(found) <= standing.people and found):
            return found
        if any(self.holders.holds(one, office) for one in found for office in noun.offices):
            return found
        meant = described(self, self.holders, noun, at, subjects)
        return (meant,) if meant else ()

    def _unweighed(
        self, actor: Actor, at: int, subjects: Collection[Mention]
    ) -> tuple[Mention, ...]:
        """Whom a pronoun means where nobody is known to stand.

        "Him" means the one other person whom the sentence names before it, else whoever was spoken
        of last.
        """
        noun = actor.noun
        if noun.name not in OBJECTS:
            return self.mentions(actor, at)
        others = self.others_named(at, noun, subjects)
        if len(others) == 1:
            return tuple(others)
        last = None if others else self.spoken_of(at, noun.name)
        if not others and (last is None or last in subjects):
            last = one_other(self.passages, self.cast, at, subjects)
        return (last,) if last and last not in subjects else ()

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
        if not noun.definite:
            return None
        if any(office.place or office.organisation for office in noun.offices):
            return of_seat(self, self.holders, noun, at)
        if any(not is_specific(office) for office in noun.offices):
            return None
        return self.subject_before(at, noun.first)

    def _pronoun(self, noun: Noun, at: int) -> tuple[Mention, ...]:
        if noun.name in (HEADED, LABELLED):
            return headed_by(self, noun, at)
        if noun.name in _FIRST:
            return self._first_person(noun, at)
        if noun.name in (ADVISER, EDITOR):
            return self._adviser(noun, at)
        if noun.name in OBJECTS:
            return self.objects(Actor(noun), at, ())
        if noun.name in _BODY or noun.name in _OF_TWO:
            two = noun.name in _OF_TWO
            ranked = one_of_two(self.passages, self.cast, noun, at) if two else None
            one = ranked if two else body_meant(self, noun, at)
            return (one,) if one else ()
        if noun.name in ALIKE:
            found = self._subject_pronoun(noun, at)
            return (found,) if found else ()
        if noun.name in (AGED, OTHER):
            aged = noun.name == AGED
            return self._aged(noun, at, ()) if aged else other_of_two(self, noun, at)
        if noun.name == PAIR and (bodies := both_bodies(self.passages, self.cast, noun, at)):
            return bodies
        if noun.name in _PLURAL:
            return several(self.passages, self.cast, noun, at)
        return ()

    def _subject_pronoun(self, noun: Noun, at: int) -> Mention | None:
        """Who "he" or "she" is: who the sentence is about, else whoever was spoken of last."""
        apart = self._not_meant(at, noun)
        found = self.sayer(at, noun) or self.subject_of_one(at, noun.first)
        found = found or self.introduced(at, noun)
        if found is not None and not self.contenders.can_be(found, noun.name):
            found = self.named_beside(at, noun)
        found = found or self.told_of(at, noun)
        if found is None or found in apart:
            found = self._quoted_last(at, noun, apart) or self.spoken_of(at, noun.name, apart)
        return found

    def _aged(self, noun: Noun, at: int, apart: Collection[Mention]) -> tuple[Mention, ...]:
        """Who is called by an age: whose it is, else the only person, else who was spoken of."""
        age = self.passages[at].sentence.folds[noun.first + 1]
        one = of_age(self.passages, self.cast, age) or only_person(self.passages, self.cast)
        if one is None or one in apart:
            one = self.subject_before(at, noun.first if not apart else 0)
        return (one,) if one and one not in apart else ()

    def _first_person(self, noun: Noun, at: int, *, wanted: bool = False) -> tuple[Mention, ...]:
        """Who "I" or "we" is: who speaks or writes; ``wanted``: whom X backs on an own page."""
        plural = noun.name == "we"
        if self.passages[at].in_quotation(noun.first):
            return self._speaker(at, plural=plural)
        told = teller_of(self.passages, at, noun)
        if told is not None:
            return self.mentions(Actor(told[1]), told[0])
        if noun.name == "me" or wanted:
            return self.writers.supported(at)
        if noun.name == "i" and is_of_two(self.passages[at].sentence.folds, noun.first):
            return self.writers.household(at)
        return self.writers.plural(at) if plural else self.writers.singular(at)

    def _adviser(self, noun: Noun, at: int) -> tuple[Mention, ...]:
        """Who tells voters what to do; only a paper's leader does so by praise."""
        if self.passages[at].in_quotation(noun.first):
            return self._speaker(at, plural=True) if noun.name == ADVISER else ()
        if noun.name == EDITOR:
            return (self.writers.leading,) if self.writers.leading else ()
        teller = speaker_of(self.passages[at])
        if teller is None:
            return self.writers.adviser(at)
        said = together(self.passages[at], teller)
        return tuple(m for noun in said for m in self.mentions(Actor(noun), at))

    def _quoted_last(self, at: int, noun: Noun, apart: Collection[Mention]) -> Mention | None:
        """The one person whom the quotation before names, when a pronoun goes on in the next."""
        before = self.passages[at - 1] if at else None
        if before is None or before.paragraph != self.passages[at].paragraph:
            return None
        if not self.passages[at].in_quotation(noun.first):
            return None
        named = {self.member(one, at - 1) for one in quoted_people(before)} - set(apart)
        return next(iter(named)) if len(named) == 1 else None

    def _not_meant(self, at: int, noun: Noun) -> Collection[Mention]:
        """Whom a pronoun cannot mean: who says the quotation it stands in, or is named in one."""
        passage = self.passages[at]
        if passage.in_quotation(noun.first):
            return self._speaker(at, plural=False)
        people = quoted_people(passage)
        return [found for one in people if (found := self.member(one, at)) is not None]

    def _speaker(self, at: int, *, plural: bool) -> tuple[Mention, ...]:
        """Whose words passage ``at`` quotes; the "we" of a spokesman is the body he speaks for."""
        own = plural and says_our_members(self.passages[at])
        for index, noun in voices(self.passages, at):
            if noun.kind == "number":
                found = several_before(self.passages, self.cast, noun, index)
            else:
                body = plural and spoken_for(
                    noun, index, self.passages, self.body_kinds, members=own
                )
                said = together(self.passages[index], noun)
                meant = (one for other in said for one in self.mentions(Actor(other), index))
                found = (body,) if body else tuple(dict.fromkeys(meant))
            if found:
                return found
        return self.writers.singular(at) if self.writers.headed else ()


def discourse(
    passages: Sequence[Passage],
    cast: Cast,
    gazetteer: Gazetteer,
    calendar: Calendar,
    lexicon: Lexicon,
) -> Discourse:
    """The discourse of an article, with who holds which office as its own words state."""
    holders = office_holders(passages, cast)
    writers = authors(passages, cast, lexicon.author_words)
    day = calendar.published.as_of() if calendar.published else None
    standing = nobody_yet(passages, cast, lexicon)
    return Discourse(
        passages, cast, writers, standing, gazetteer, calendar, day, holders, lexicon.body_kinds
    )
