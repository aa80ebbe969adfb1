"""Slates in sentences: one body, and the several who stand for it or whom it has picked.

"Y is running A, B and C", "Y's three are A, B and C", "A and B, the two backed for the board by Y",
"the Y slate of A and B", "it is A and B for Y, against C for Z".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.frames.coordination.whence import past_bracket
from kg.frames.making import make_frame
from kg.frames.model import Actor, Frame
from kg.frames.slates.ticketlines import led_on, made_by, one_of_chooser
from kg.frames.slates.ticketparts import body_at, body_before, body_from, owner_before, people_from
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_RULE = "prose.slate"
_LEADING = frozenset(("are", "is", "were", "include", "includes", "included", ":", "-"))
_LEADING_ON = (["made", "up", "of"], ["composed", "of"], ["comprises"], ["features"])
_GOING = frozenset(("went", "go", "goes", "gone"))
_OPENING = 5  # words of "Also endorsed were"
_SEVERAL = 2
_REACH = 12
_MARKS = frozenset(("(", ";", ":", "are", "include", "includes"))
_BEFORE_CLAUSE = frozenset((",", ":", ";", "-", "and", "while", "but", "as", "with", "on"))
_GOVERNING = frozenset(("preposition", "verb", "speech", "be", "have"))
_CLAUSAL = frozenset(("have", "speech", "modal", "negation", "do", "relative"))
_OWNING = frozenset(("by", "'s", "its", "their"))
_AGAINST = frozenset(("against", "versus", "v", "vs"))


def read_tickets(sentence: Sentence, lexicon: Lexicon) -> Iterator[Frame]:
    """The frames of a sentence that names a slate; most have none of its words."""
    told = (lexicon.slate_ties, lexicon.slate_nouns, lexicon.slate_fields, lexicon.slate_picks)
    if all(words.isdisjoint(sentence.folds) for words in told) and not _may_be(sentence):
        return
    counts = {at for noun in sentence.nouns if _counts(noun) for at in range(noun.first, noun.last)}
    for at, word in enumerate(sentence.folds):
        if word in lexicon.slate_fields:
            yield from _fielded(sentence, at, lexicon)
        if word in lexicon.slate_nouns or word in lexicon.slate_picks or at in counts:
            yield from _owned(sentence, at, lexicon)
        if word == "by":
            yield from _chosen_by(sentence, at, lexicon)
        if word in lexicon.cues:
            yield from _backed(sentence, at, lexicon)
    yield from _paired(sentence, lexicon)
    also = one_of_chooser(sentence, lexicon)
    if also is not None:
        yield from _frame(*also, 0, lexicon)
    led = led_on(sentence, lexicon)
    if led is not None:
        body, people, at = led
        yield from _frame(body, people, at, lexicon)


def _may_be(sentence: Sentence) -> bool:
    """Whether a number, two sides or remarks may still make a slate of the sentence."""
    if not _MARKS.isdisjoint(sentence.folds) or "were" in sentence.folds[:_OPENING]:
        return True
    if any(sentence.folds.count(word) >= _SEVERAL for word in ("against", "over")):
        return True
    return any(noun.kind == "number" for noun in sentence.nouns) and (
        not _OWNING.isdisjoint(sentence.folds) or not _AGAINST.isdisjoint(sentence.folds)
    )


def _counts(noun: Noun) -> bool:
    """Whether a noun may count those chosen: "Y's three are"."""
    return noun.kind == "number" and (noun.count or 0) >= _SEVERAL


def _frame(body: Noun | None, people: Sequence[Noun], at: int, lexicon: Lexicon) -> Iterator[Frame]:
    """The frame of a body that is no party, for a party's own candidates are not supported."""
    if body is None or not people:
        return
    party = body.body is not None and body.body.kind == "party"
    if party or (body.name and lexicon.parties.whole(tuple(body.name.lower().split()))):
        return
    if any(body.first < one.last and one.first < body.last for one in people):
        return
    chosen = tuple(Actor(one) for one in people)
    yield make_frame(_RULE, "supports", (Actor(body),), chosen, "", (at, at + 1), "choose")


def _fielded(sentence: Sentence, at: int, lexicon: Lexicon) -> Iterator[Frame]:
    """Y is running A and B; "put" needs its particle."""
    start = at + 1
    if sentence.folds[at].startswith("put"):
        if sentence.folds[start : start + 1] not in (["forward"], ["up"]):
            return
        start += 1
    people = people_from(sentence, start) if _opens(sentence, start) else []
    if len(people) >= _SEVERAL:
        yield from _frame(body_before(sentence, at, lexicon), people, at, lexicon)


def _backed(sentence: Sentence, at: int, lexicon: Lexicon) -> Iterator[Frame]:
    """Y has backed A (with remarks), B (with remarks) and C; A over X, B over Z; the slate of A."""
    cue = lexicon.cues.at(sentence.folds, at)
    noun = sentence.noun(at)
    if cue is None or cue.value.frame != "act" or (noun is not None and noun.kind != "number"):
        return
    start = at + cue.length
    slate = _slate_behind(sentence, start, lexicon)
    people = people_from(sentence, slate or start) if slate or _opens(sentence, start) else []
    rest = sentence.folds[start:]
    rivals = any(rest.count(word) >= _SEVERAL for word in ("against", "over"))
    remarks = "(" in rest or ";" in rest or rivals
    if len(people) >= _SEVERAL and (slate or remarks):
        yield from _frame(body_before(sentence, at, lexicon), people, at, lexicon)


def _slate_behind(sentence: Sentence, start: int, lexicon: Lexicon) -> int:
    """Past "the rival Y slate of" at ``start``; 0 if no slate is named there."""
    for at in range(start, min(start + _REACH, len(sentence.folds) - 2)):
        if sentence.folds[at] in lexicon.slate_nouns and sentence.folds[at + 1] == "of":
            return at + 2
        if sentence.folds[at] in (",", ";", "."):
            return 0
    return 0


def _opens(sentence: Sentence, at: int) -> bool:
    """Whether no preposition follows: "is running for mayor"."""
    return at < len(sentence.kinds) and sentence.kinds[at] not in ("preposition", "and")


def _owned(sentence: Sentence, at: int, lexicon: Lexicon) -> Iterator[Frame]:
    """Y's picks are A and B; the Y slate of A and B; its ticket is made up of A and B."""
    if sentence.folds[at] in lexicon.slate_nouns and (made := made_by(sentence, at, lexicon)):
        yield from _frame(*made, at, lexicon)
        return
    start = _behind_slate(sentence, at)
    if start is None:
        return
    people = people_from(sentence, start)
    one = sentence.folds[at] in lexicon.slate_picks and not sentence.folds[at].endswith("s")
    people = people[:1] if one else people
    enough = 1 if one or sentence.folds[start - 1].startswith("include") else _SEVERAL
    if len(people) < enough or people[0].first - start >= _REACH:
        return
    owner = owner_before(sentence, at, lexicon)
    if owner is not None and _is_backed(sentence, owner, lexicon):
        return  # "Z has endorsed the Y slate of A and B"
    of_it = sentence.folds[at + 1] == "of"
    if owner is not None and (of_it or _opens_clause(sentence, owner)):
        yield from _frame(owner, people, at, lexicon)


def _is_backed(sentence: Sentence, owner: Noun, lexicon: Lexicon) -> bool:
    """Whether a verb of support stands before the name of a slate: it is only its name."""
    verb = owner.first - 1 - (sentence.folds[owner.first - 1 : owner.first] == ["the"])
    word = sentence.folds[verb] if verb > 0 else ""
    cue = lexicon.cues.at(sentence.folds, verb) if word in lexicon.cues else None
    return cue is not None and cue.value.frame == "act"


def _behind_slate(sentence: Sentence, at: int) -> int | None:
    """The token at which those named may begin, behind "are", "of", "is made up of"."""
    folds = sentence.folds
    if folds[at + 1 : at + 2] == ["of"]:
        return at + 2
    for index in range(at + 1, min(at + _REACH, len(folds) - 1)):
        word = folds[index]
        if word in _GOING and folds[index + 1 : index + 2] == ["to"]:
            return index + 2
        if word in _LEADING or word in ("comprises", "features", "consists"):
            start = index + 1
            if folds[start : start + 3] in _LEADING_ON:
                start += 3
            return start + (word == "consists" and folds[start : start + 1] == ["of"])
        if word in (",", ";", ".") or (
            sentence.kinds[index] in _CLAUSAL and folds[index + 1 : index + 2] != ["gone"]
        ):
            return None
        if index == at + 1 and not sentence.kinds[index] and sentence.noun(index) is None:
            return None  # "its endorsement panel"
    return None


def _opens_clause(sentence: Sentence, owner: Noun) -> bool:
    """Whether whose the slate is opens the clause: not "critics of Y's endorsements are".

    Those with it, or on it, may: "those on the Y slate are", "who ran with Y's endorsement - A, B".
    """
    first = owner.first - (owner.first > 0 and sentence.folds[owner.first - 1] == "the")
    if first == 0 or sentence.folds[first - 1] in _BEFORE_CLAUSE:
        return True
    return owner.kind == "pronoun" and sentence.kinds[first - 1] not in _GOVERNING


def _chosen_by(sentence: Sentence, at: int, lexicon: Lexicon) -> Iterator[Frame]:
    """A and B, the two backed for the board by Y; the two put forward by Y are A and B."""
    verb = _participle(sentence, at, lexicon)
    if verb is None:
        return
    body = body_from(sentence, at + 1, lexicon)
    before = verb - 1
    while before > 0 and sentence.kinds[before] in ("adverb", "time"):
        before -= 1
    counted = sentence.noun(before)
    if body is None or counted is None or counted.kind not in ("number", "group"):
        return
    first = counted.first - (sentence.folds[counted.first - 1] == "the")
    if first and sentence.folds[first - 1] in (",", "-", "(") and sentence.folds[first] == "the":
        yield from _frame(body, _series_before(sentence, first - 1), verb, lexicon)
    elif sentence.folds[body.last : body.last + 1] in (["are"], ["is"], ["were"], [":"]):
        yield from _frame(body, people_from(sentence, body.last + 1), verb, lexicon)


def _participle(sentence: Sentence, by: int, lexicon: Lexicon) -> int | None:
    """The participle that "by" belongs to, if it says that somebody was chosen."""
    for at in range(by - 1, max(-1, by - _REACH), -1):
        word = sentence.folds[at]
        cue = lexicon.cues.at(sentence.folds, at) if word in lexicon.cues else None
        if cue is not None and cue.value.frame == "act":
            return at if cue.value.form in ("past", "participle") else None
        if word in ("put", "fielded", "run", "agreed", "picked"):
            return at
        if word in (",", ";", ".") or sentence.kinds[at] in ("be", "have", "relative"):
            return None
    return None


def _series_before(sentence: Sentence, last: int) -> list[Noun]:
    """The people of a series that ends before token ``last``."""
    found: list[Noun] = []
    index = last - 1
    while index >= 0:
        noun = sentence.noun(index)
        past = past_bracket(sentence, index, -1)
        if past is not None:
            index = past
        elif noun is not None and noun.kind == "person" and " " in noun.name:
            found.insert(0, noun)
            index = noun.first - 1
        elif sentence.folds[index] in (",", "and", "&", ";"):
            index -= 1
        else:
            break
    return found


def _paired(sentence: Sentence, lexicon: Lexicon) -> Iterator[Frame]:
    """A and B for Y, against C and D for Z: two such pairs in one sentence."""
    if _AGAINST.isdisjoint(sentence.folds):
        return
    found: list[tuple[Noun, list[Noun], int]] = []
    for at, word in enumerate(sentence.folds):
        if word != "for":
            continue
        people = _series_before(sentence, at)
        body = body_at(sentence, at + 1, lexicon) if people else None
        if body is not None:
            found.append((body, people, at))
    if len(found) >= _SEVERAL:
        for body, people, at in found:
            yield from _frame(body, people, at, lexicon)
