"""Claims in prose: how many supporters somebody is said to have."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.contests import sentence_contest
from kg.frames import Actor, Frame
from kg.lexicon import Lexicon, words
from kg.model import Claim, Contest, Mention
from kg.prose.numbers.beside import towards
from kg.prose.numbers.labels import Label, Lead, read_labels
from kg.prose.numbers.stating import Setting
from kg.prose.numbers.tallies import Numbers, Tally, is_count, read_tallies
from kg.prose.numbers.tallywords import is_believed, is_gated, names_support, renames, renaming
from kg.prose.numbers.turns import Scales
from kg.prose.numbers.weighing import weighed
from kg.prose.reference.discourse import Discourse
from kg.prose.stated.dating import frame_dates
from kg.prose.wordings.chosen import LEANING
from kg.words.nouns import Noun, Sentence
from kg.words.units import SUPPORT_UNIT

_JOINING = frozenset(("join", "joins", "joined", "joining"))
_HAVING = frozenset(("with", "has", "have", "had", "representing", "represents"))
_EACH = frozenset(("each", "apiece", "both"))
_NOT_ONE = ["a", "single"]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known beside a sentence: its frames, who stands, what was counted before it.

    ``going_on`` says that the sentence before it told a number.
    """

    frames: Sequence[Frame]
    contenders: Collection[Mention]
    units: frozenset[str]
    going_on: bool


def read_counts(
    discourse: Discourse,
    frames: Sequence[Sequence[Frame]],
    contest: Contest,
    lexicon: Lexicon,
    contenders: Collection[Mention],
) -> list[Claim]:
    """The numbers of supporters that the prose states, in the order of the text.

    A number in the place of a frame's endorsers is a claim of that frame. Any other, in a sentence
    that speaks of support, belongs to the candidate beside whom it stands, and is counted in what
    was counted last: "while X has 10". What is then still untold is weighed by all the signs there
    are; ``contenders`` are known to stand. A line may also be nothing but a label and a number.
    """
    found: list[Claim] = []
    lead: Lead | None = None
    told = -2
    for at, passage in enumerate(discourse.passages):
        if all(noun.count is None for noun in passage.sentence.nouns):
            continue
        own = sentence_contest(passage.sentence, contest, lexicon)
        last = found[-1].unit.removeprefix("percent of ") if found else ""
        setting = Setting(discourse, at, own, _unit_of(passage.sentence, lexicon), last)
        if setting.before is not None:
            setting = replace(setting, last_unit=_unit_of(setting.before, lexicon) or last)
        labels = read_labels(discourse, at, lexicon, lead)
        if labels:
            lead = labels[0].lead
            found.extend(_labelled(setting, labels))
        else:
            before = discourse.passages[at - 1] if told == at - 1 else None
            going_on = before is not None and before.paragraph == passage.paragraph
            units = frozenset(claim.unit for claim in found)
            stand = {*contenders, *(claim.candidate for claim in found)}
            known = _Known(frames[at], stand, units, going_on)
            made = list(_said(setting, known, lexicon))
            made.extend(_weighed(setting, known, made, lexicon))
            told = at if made else told
            found.extend(made)
    return found


def _said(setting: Setting, known: _Known, lexicon: Lexicon) -> Iterator[Claim]:
    """The numbers in the frames of a sentence, then those beside them."""
    sentence = setting.sentence
    if "respectively" in sentence.folds:
        yield from _respectively(setting)
        return
    seen: set[int] = set()
    told: set[int] = set()
    for frame in known.frames:
        if frame.kind in LEANING:
            continue  # how many more there are is no total
        for noun in _counted(sentence, frame):
            seen.add(noun.first)
            if noun.first in told or _belongs(sentence, frame, noun):
                continue
            number = _as_said(sentence, frame, noun, lexicon)
            if number is not None and not is_gated(sentence, noun, lexicon):
                told.add(noun.first)
                yield from _framed(setting, frame, number)
    speaking = any(one.polarity != "opposes" and one.kind != "signed" for one in known.frames)
    speaking = speaking or _speaks_of_support(sentence, lexicon) or _splits(setting, lexicon)
    seen |= renaming(sentence, known.frames)
    units = known.units | {noun.unit for noun in sentence.nouns if noun.first in told}
    numbers = Numbers(
        sentence, lexicon, frozenset(seen), frozenset(told), speaking, known.going_on, units
    )
    yield from _tallied(setting, read_tallies(numbers))


def _weighed(
    setting: Setting, known: _Known, made: Sequence[Claim], lexicon: Lexicon
) -> Iterator[Claim]:
    """The numbers that nothing else has told, and that all which stands around them gives away.

    What "each" of several has is told only of the one named last.
    """
    sentence = setting.sentence
    denied = [one for one in known.frames if one.hedge or one.polarity != "supports"]
    left = {noun.first for frame in denied for noun in _counted(sentence, frame)}
    left |= renaming(sentence, known.frames)
    if _EACH.isdisjoint(sentence.folds):
        told = {claim.count for claim in made}
        left |= {noun.first for noun in sentence.nouns if noun.count in told}
    stand = {*known.contenders, *(claim.candidate for claim in made)}

    def meant(noun: Noun) -> tuple[Mention | None, bool]:
        found: Sequence[Mention] = setting.candidates(Actor(noun))
        if noun.kind == "place":
            found = [one for one in setting.discourse.cast.sharing(noun) if one in stand]
        one = found[0] if len(found) == 1 else None
        return one, one in stand

    led = setting.before is not None and names_support(setting.before, lexicon)
    units = known.units
    scales = Scales(
        sentence, lexicon, frozenset(left), units, known.going_on, meant, bool(stand), led
    )
    for number, candidate, holder in weighed(scales):
        where = min(number.first, holder.first), max(number.last, holder.last)
        yield setting.claim(candidate, number, where, "prose.weighed-count")


def _respectively(setting: Setting) -> Iterator[Claim]:
    """The first number of the first one named, and so on: "X and Y have 12 and nine ..."."""
    sentence = setting.sentence
    numbers = [noun for noun in sentence.nouns if is_count(sentence, noun) and not noun.percent]
    first = numbers[0].first if numbers else 0
    people = [noun for noun in sentence.nouns if noun.kind == "person" and noun.last <= first]
    counted = bool(numbers) and numbers[-1].kind == "group"
    if not counted or len(people) != len(numbers):
        return
    for person, number in zip(people, numbers, strict=True):
        for candidate in setting.candidates(Actor(person)):
            alike = replace(number, kind="group", unit=numbers[-1].unit)
            yield setting.claim(candidate, alike, (person.first, number.last), "prose.bare-count")


def _splits(setting: Setting, lexicon: Lexicon) -> bool:
    """Whether the sentence parts those of whom the one before it speaks: "5 for X and 3 for Z"."""
    sentence, before = setting.sentence, setting.before
    if before is None or not names_support(before, lexicon):
        return False
    numbers = [noun for noun in sentence.nouns if is_count(sentence, noun)]
    return sum(towards(sentence, noun) is not None for noun in numbers) > 1


def _as_said(sentence: Sentence, frame: Frame, noun: Noun, lexicon: Lexicon) -> Noun | None:
    """The number as the frame states it, by its own word or by hearsay; None when it does not.

    Of what somebody has "not a single" of, there is none.
    """
    if frame.polarity != "supports":
        return None
    if not frame.hedge:
        return noun
    if frame.hedge == "negated" and sentence.folds[noun.first : noun.first + 2] == _NOT_ONE:
        return replace(noun, count=Decimal(0))
    believed = frame.hedge == "expected" and is_believed(sentence, frame.first, frame.last, lexicon)
    return noun if believed else None


def _counted(sentence: Sentence, frame: Frame) -> list[Noun]:
    """The numbers in the endorsers' place that rename nobody, and those whom they join."""
    nouns = [_with_number_behind(sentence, actor.noun) for actor in frame.endorsers]
    joined = sentence.noun(frame.cue - 2) if sentence.folds[frame.cue - 1] == "in" else None
    if joined is not None and sentence.folds[joined.first - 1] in _JOINING:
        nouns.append(joined)  # "X joins 23 others in backing Y"
    return [noun for noun in nouns if is_count(sentence, noun) and not renames(sentence, noun)]


def _belongs(sentence: Sentence, frame: Frame, noun: Noun) -> bool:
    """Whether the group is what a supporter has, and none: "a union with 300,000 members backs"."""
    before = sentence.folds[noun.first - 1] if noun.first else ""
    acting = frame.rule in ("prose.active", "prose.gapped") and noun.first < frame.cue
    own = noun.last == frame.cue and sentence.folds[frame.cue].endswith("ing")
    return acting and before in _HAVING and not own  # "with 40 nominating X"


def _with_number_behind(sentence: Sentence, noun: Noun) -> Noun:
    """The group with the number set off behind it: "most MPs - 28, to be exact", "MPs (28)"."""
    if noun.kind != "group" or noun.count is not None:
        return noun
    number = sentence.noun(noun.last + 1)
    set_off = sentence.folds[noun.last : noun.last + 1] in (["-"], ["("], [":"])
    if set_off and number is not None and number.kind == "number" and not number.percent:
        return replace(number, kind="group", unit=noun.unit, unit_role=noun.unit_role)
    numbered = sentence.folds[max(0, noun.first - 2) : noun.first] == ["number", "of"]
    return _risen(sentence, noun) if numbered else noun


def _risen(sentence: Sentence, noun: Noun) -> Noun:
    """The group with its number behind the verb: "the number of MPs backing X has risen to 55"."""
    for number in sentence.nouns:
        before = sentence.folds[number.first - 1 : number.first]
        risen = before in (["to"], ["at"], ["reached"], ["is"], ["was"], ["now"], ["passed"])
        if number.first > noun.last and number.kind == "number" and risen and not number.percent:
            return replace(number, kind="group", unit=noun.unit, unit_role=noun.unit_role)
    return noun


def _framed(setting: Setting, frame: Frame, number: Noun) -> Iterator[Claim]:
    discourse = setting.discourse
    subjects = tuple(m for actor in frame.endorsers for m in discourse.mentions(actor, setting.at))
    dates = frame_dates(discourse, setting.at, frame, subjects)
    for actor in frame.candidates:
        for candidate in setting.candidates(actor, subjects):
            if actor.noun.name in ("he", "she") and candidate in _named_later(setting, frame):
                continue  # "she had 433 and X 193": she is not X
            claim = setting.claim(candidate, number, (frame.first, frame.last), frame.rule)
            yield replace(claim, dates=dates or claim.dates)


def _named_later(setting: Setting, frame: Frame) -> set[Mention]:
    """Whom the sentence names behind the frame."""
    later = (n for n in setting.sentence.nouns if n.kind == "person" and n.first >= frame.last)
    return {one for n in later for one in setting.discourse.mentions(Actor(n), setting.at)}


def _tallied(setting: Setting, tallies: Iterator[Tally]) -> Iterator[Claim]:
    """The numbers that a sentence gives to somebody by what stands beside them."""
    claimed: set[Mention] = set()
    for tally in tallies:
        named = [(one, holder) for holder in tally.holders for one in _meant(setting, holder)]
        if tally.shared:
            for candidate, holder in named:
                where = holder.first, tally.number.last
                yield setting.claim(candidate, tally.number, where, "prose.bare-count")
            continue
        counted = tally.number.kind == "group"  # somebody may have MPs and peers
        free = next((pair for pair in named if counted or pair[0] not in claimed), None)
        if free is None:
            continue
        candidate, holder = free
        claimed.add(candidate)
        number = tally.number
        where = min(number.first, holder.first), max(number.last, holder.last)
        yield setting.claim(candidate, number, where, "prose.bare-count")


def _meant(setting: Setting, holder: Noun) -> tuple[Mention, ...]:
    """Who holds a number; an office is only the one of whom the text above is headed."""
    return setting.headed() if holder.kind == "office" else setting.candidates(Actor(holder))


def _labelled(setting: Setting, labels: Sequence[Label]) -> Iterator[Claim]:
    """The numbers that a line without a verb gives to somebody."""
    where = 0, len(setting.sentence.tokens)
    for label in labels:
        if label.person.kind == "person":
            yield setting.claim(label.person, label.number, where, "prose.label-count")


def _speaks_of_support(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the sentence has a word for support, or speaks of "MPs for X"."""
    for noun in sentence.nouns:
        if noun.kind == "group" and sentence.folds[noun.last : noun.last + 1] == ["for"]:
            candidate = sentence.noun(noun.last + 1)
            if candidate is not None and candidate.kind == "person":
                return True
    return names_support(sentence, lexicon)


def _unit_of(sentence: Sentence, lexicon: Lexicon) -> str:
    """What the sentence counts: the unit of a group, or of an office, "" without one."""
    for noun in reversed(sentence.nouns):
        if noun.kind == "group" and noun.unit and noun.unit != SUPPORT_UNIT:
            return noun.unit
    for noun in reversed(sentence.nouns):
        behind = sentence.folds[noun.last : noun.last + 1]
        if noun.kind == "office" and behind and behind[0] in lexicon.support_nouns:
            named = lexicon.units.whole(words(noun.offices[0].label)) if noun.offices else None
            if named:
                return named.unit  # "councillor endorsements", but no race for governor
    return ""
