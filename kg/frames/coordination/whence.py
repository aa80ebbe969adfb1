"""What stands beside a name and says nothing: whence somebody is, which seat, how old, how many."""

from __future__ import annotations

from kg.frames.coordination.districts import before_district, past_district
from kg.words.nouns import Noun, Sentence

_PLACE_WORDS = frozenset(("(", ")", "of", "in", "from", "for"))
_BELONGING = frozenset(("of", "from", "at", "with", "in"))
_GROUP = 10  # words of a group: "one of the county's longest-serving councillors"
_CLAUSAL = frozenset(("be", "have", "do", "modal", "relative", "verb", "speech"))
_RELATED = 3  # words between an owner and the person: "'s younger brother"
_MAX_BRACKET = 18
_WHENCE = 3
_SIZES = frozenset(("member", "strong"))
_DESCRIBING = 3  # words of what somebody does


def past_bracket(sentence: Sentence, at: int, step: int) -> int | None:
    """Past a short bracket beside a name, "(Party, Place)"; None when there is none at ``at``."""
    opening, closing = ("(", ")") if step > 0 else (")", "(")
    if sentence.folds[at] != opening:
        return None
    for index in range(at + step, at + step * _MAX_BRACKET, step):
        if not 0 <= index < len(sentence.folds):
            return None
        if sentence.folds[index] == closing:
            return index + step
    return None


def past_beside(sentence: Sentence, at: int, step: int) -> int | None:
    """Past the bracket or the district beside a name; None when there is none at ``at``."""
    bracket = past_bracket(sentence, at, step)
    if bracket is not None:
        return bracket
    return past_district(sentence, at) if step > 0 else before_district(sentence, at)


def beside_place(sentence: Sentence, at: int) -> bool:
    """Whether the word only ties a place to the name before it: "of Kent", "(Kent)".

    In "Kent for X" the place is somebody itself.
    """
    if sentence.folds[at] not in _PLACE_WORDS:
        return False
    beside = (sentence.noun(at - 1) if sentence.folds[at] == ")" else None, sentence.noun(at + 1))
    return any(noun is not None and noun.kind == "place" for noun in beside)


def past_whence(sentence: Sentence, at: int) -> int:
    """Past what says only where the name before ``at`` is from, or how old: "A (Kent)", "A, 44"."""
    if at + 1 >= len(sentence.folds):
        return at
    if sentence.folds[at] == ",":
        return at + 2 if sentence.folds[at + 1].isdigit() else at
    past = past_beside(sentence, at, 1)
    if past is not None:
        return past
    place = sentence.noun(at + 1) if beside_place(sentence, at) else None
    return place.last if place is not None and place.kind == "place" else at


def is_whence(owner: Noun, member: Noun) -> bool:
    """Whether what looks like a surname with a genitive is where somebody sits: "Anyton's A B"."""
    one = owner.kind == "person" and " " not in owner.name and not owner.title
    return one and member.kind == "person" and " " in member.name


def named_before(sentence: Sentence, at: int) -> Noun | None:
    """The phrase that ends before token ``at``, or that of whom only the place stands there."""
    noun = sentence.noun(at - 1)
    if at < _WHENCE or (noun is not None and noun.kind not in ("place", "number")):
        return noun
    past = past_beside(sentence, at - 1, -1)
    if past is not None:
        named = sentence.noun(past)
    elif noun is not None:
        named = sentence.noun(noun.first - 2)
    else:
        return None
    return named if named is not None and past_whence(sentence, named.last) == at else noun


def numbers_members(sentence: Sentence, at: int) -> bool:
    """Whether the word is of "4,000-member" in "the 4,000-member A": how many a body has."""
    words = sentence.folds[max(0, at - 2) : at + 3]
    return (
        "-" in words
        and any(
            words[start + 1 : start + 2] == ["-"]
            and words[start][0].isdigit()
            and words[start + 2] in _SIZES
            for start in range(len(words) - 2)
        )
        and sentence.folds[at] != "and"
    )


def renames(sentence: Sentence, first: Noun, second: Noun) -> bool:
    """Whether the second only describes the first: "David, the older Smith"."""
    return (
        first.kind == second.kind == "person"
        and " " not in second.name
        and sentence.folds[first.last] == ","
        and sentence.folds[first.last + 1] == "the"
        and second.first == first.last + 3
    )


def describes(word: str) -> bool:
    """Whether a word may describe the name after it: no plural and no past form.

    With a hyphen a past form does: "newly-elected".
    """
    plural = word.endswith("s") and not word.endswith("ss")
    past = word.endswith("ed") and "-" not in word
    ordinal = word[0].isdigit() and word.endswith(("st", "nd", "rd", "th"))
    return ordinal or (word[0].islower() and not plural and not past)


def places(sentence: Sentence, noun: Noun) -> bool:
    """Whether a place only says where the person named behind it is from.

    What the person does may stand between: "Anytown businessman X".
    """
    if noun.kind != "place":
        return False
    at = noun.last
    while at < min(noun.last + _DESCRIBING, len(sentence.folds)) and sentence.noun(at) is None:
        if sentence.kinds[at] not in ("", "relation") or not describes(sentence.tokens[at].text):
            return False
        at += 1
    named = sentence.noun(at) if at < len(sentence.folds) else None
    return named is not None and named.kind == "person"


def bearer(sentence: Sentence, noun: Noun) -> Noun | None:
    """The person of whom a body or a place only says whence: "X of the Y Union in Anytown"."""
    while noun.kind in ("organisation", "place"):
        at = noun.first - 1
        at -= at > 0 and sentence.kinds[at] == "determiner"
        before = sentence.noun(at - 1) if at > 0 and sentence.folds[at] in _BELONGING else None
        if before is None:
            return None
        noun = before
    return noun if noun.kind == "person" else None


def owned_person(sentence: Sentence, owner: Noun) -> int:
    """Where the person begins whom an owner only tells: "Anytown's X", "Y's brother X"; else -1."""
    at = owner.last
    if not sentence.is_owning(at) or owner.kind == "pronoun":
        return -1
    last = at + 1
    while last < len(sentence.folds) and last - at <= _RELATED and _describes(sentence, last):
        last += 1
    kin = sentence.folds[last : last + 1] == [","] and sentence.kinds[last - 1] == "relation"
    last += kin  # "Y's wife, X"
    named = sentence.noun(last)
    related = owner.kind != "person" or "relation" in sentence.kinds[at + 1 : last]
    person = named is not None and named.kind == "person" and named.first == last
    return last if person and related else -1


def one_of_them(sentence: Sentence, number: Noun) -> int:
    """Where the name begins behind a group of which it is one: "one of its veterans, X"; or -1."""
    if sentence.folds[number.first : number.last + 1] != ["one", "of"]:
        return -1
    for at in range(number.last + 1, min(number.last + _GROUP, len(sentence.folds) - 1)):
        noun = sentence.noun(at)
        if sentence.folds[at] in (",", "-", "–", "—"):
            named = sentence.noun(at + 1)
            found = named is not None and named.kind in ("person", "organisation")
            return at + 1 if found else -1
        verbal = sentence.kinds[at] in _CLAUSAL and not sentence.is_owning(at)
        if verbal or (noun is not None and noun.kind == "person"):
            return -1
    return -1


def _describes(sentence: Sentence, at: int) -> bool:
    """Whether a plain word in small letters stands at a token: "brother", "own"."""
    plain = sentence.kinds[at] in ("", "relation", "adverb") and sentence.noun(at) is None
    return plain and sentence.tokens[at].text.islower()


def is_kin(sentence: Sentence, noun: Noun) -> bool:
    """Whether somebody is only named to say whose the phrase is: "the widow of X"."""
    at = noun.first - 1
    return at > 1 and sentence.folds[at] == "of" and sentence.kinds[at - 1] == "relation"
