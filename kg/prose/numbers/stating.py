"""Makes the claim that a number in a sentence states, with its unit, evidence and source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from kg.frames import Actor
from kg.model import Claim, Contest, Evidence, Mention
from kg.passages import clause_span
from kg.prose.reference.discourse import Discourse
from kg.prose.reference.heads import head_above
from kg.prose.stated.dating import count_dates
from kg.rules import confidence
from kg.words.nouns import Noun, Sentence
from kg.words.units import SUPPORT_UNIT

_SPEECH_REACH = 6
_NOBODY = frozenset(("no", "no-one", "nobody"))  # they count nothing but people


@dataclass(frozen=True, slots=True)
class Setting:
    """Where numbers stand: in passage ``at``, in a contest.

    ``own_unit`` is what the sentence counts besides nominations and backers, ``last_unit`` what was
    counted last: a number without a noun counts the same.
    """

    discourse: Discourse
    at: int
    contest: Contest
    own_unit: str
    last_unit: str

    @property
    def sentence(self) -> Sentence:
        """The sentence of the passage."""
        return self.discourse.passages[self.at].sentence

    @property
    def before(self) -> Sentence | None:
        """The sentence before, in the same paragraph."""
        if not self.at:
            return None
        passage, here = self.discourse.passages[self.at - 1], self.discourse.passages[self.at]
        return passage.sentence if passage.paragraph == here.paragraph else None

    def claim(self, candidate: Mention, number: Noun, where: tuple[int, int], rule: str) -> Claim:
        """That ``candidate`` has so many supporters, as the tokens of ``where`` say."""
        sentence, unit = self.sentence, self._unit(number)
        evidence = Evidence(clause_span(sentence, *where), rule, confidence(rule))
        return Claim(
            candidate,
            self.contest,
            number.count or Decimal(0),
            number.comparator,
            f"percent of {unit}" if number.percent else unit,
            (evidence,),
            attributed_to=self._source(number),
            dates=count_dates(self.discourse, self.at, *where),
        )

    def _unit(self, number: Noun) -> str:
        if number.unit and number.unit != SUPPORT_UNIT:
            return number.unit
        if number.kind == "number" and self.sentence.folds[number.first] in _NOBODY:
            return SUPPORT_UNIT
        counted = number.kind == "group"
        return self.own_unit or (SUPPORT_UNIT if counted else self.last_unit) or SUPPORT_UNIT

    def candidates(self, actor: Actor, subjects: tuple[Mention, ...] = ()) -> tuple[Mention, ...]:
        """Whom a phrase means; "X's allies say that he" and "allies of X say that he" mean X.

        An office without a name, "the former minister", is whoever the text is headed by.
        """
        found: tuple[Mention, ...] = ()
        if actor.noun.kind == "pronoun":
            found = self._spoken_for(actor.noun)
        elif actor.noun.kind == "office":
            found = self.headed()
        found = found or self.discourse.objects(actor, self.at, subjects)
        return tuple(mention for mention in found if mention.kind == "person")

    def headed(self) -> tuple[Mention, ...]:
        """Whose name stands alone above the sentence."""
        head = head_above(self.discourse.passages, self.at, self.discourse.cast)
        return (head,) if head and head.kind == "person" else ()

    def _spoken_for(self, pronoun: Noun) -> tuple[Mention, ...]:
        """The person whose people speak before the pronoun, when the sentence names no other."""
        sentence = self.sentence
        named = [n for n in sentence.nouns if n.kind == "person" and n.last <= pronoun.first]
        if len(named) != 1 or "speech" not in sentence.kinds[named[0].last : pronoun.first]:
            return ()
        of = sentence.folds[named[0].first - 1 : named[0].first] in (["of"], ["to"])
        owned = sentence.is_owning(named[0].last)
        return self.discourse.mentions(Actor(named[0]), self.at) if of or owned else ()

    def _source(self, number: Noun) -> Mention | None:
        """Who states the number, when a verb of speech with its subject stands before it."""
        sentence = self.sentence
        for index in range(number.first - 1, max(-1, number.first - 1 - _SPEECH_REACH), -1):
            if sentence.kinds[index] != "speech":
                continue
            noun = sentence.noun(index - 1)
            if noun is not None and sentence.folds[noun.first - 1 : noun.first] == ["of"]:
                return None  # "allies of X say"
            if noun is not None and noun.kind in ("person", "organisation"):
                found = self.discourse.mentions(Actor(noun), self.at)
                return replace(found[0]) if found else None
        return None
