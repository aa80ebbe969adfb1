"""The phrases that two marks set off: "the secretary, X, urged", "two of the five (A, B) back"."""

from __future__ import annotations

from kg.frames.coordination.chains import chain_left, noun_from, object_chain
from kg.frames.coordination.joints import past_aside
from kg.frames.coordination.reach import APART
from kg.frames.coordination.whence import named_before, past_whence
from kg.words.nouns import Noun, Sentence

_NAMED = ("person", "organisation")
_LEADING = frozenset((("led", "by"), ("headed", "by")))
_LED = 3  # tokens before a leader's name: those who are led, "led by"
_TOGETHER = frozenset(
    (("along", "with"), ("together", "with"), ("joined", "by"), ("led", "by"), ("headed", "by"))
)


def set_off_in(sentence: Sentence, start: int, end: int) -> tuple[Noun, ...]:
    """What fills the words set off: "the secretary, X, urged", "two MPs, X and Z, urged"."""
    inner = named_before(sentence, end)
    if inner is None or inner.kind not in ("person", "office", "organisation"):
        return ()
    chain = chain_left(sentence, inner)
    if len(chain) > 1 and chain[-2].kind == "office" and chain[-2].last < start:
        chain = chain[-1:]  # "a former secretary, X, urged"
    opening = [at for at in range(start, chain[0].first) if not _describes(sentence, at)]
    grouped = sentence.noun(start - 2)
    if sentence.folds[start - 1] == "(" and grouped is not None and grouped.kind in _NAMED:
        return ()  # "the Nurses' Federation (NF)", "X (Anytown)"
    if sentence.folds[start - 1] == "(":
        return _in_bracket(sentence, start, end)
    several = grouped is not None and grouped.kind in ("group", "number")
    return tuple(chain) if not opening and (several or len(chain) == 1) else ()


def _in_bracket(sentence: Sentence, start: int, end: int) -> tuple[Noun, ...]:
    """All who are named in a bracket, where "and" may be left out: "two of the five (A, B)"."""
    inside = [noun for noun in sentence.nouns if start <= noun.first and noun.last <= end]
    joints = [
        word for at, word in enumerate(sentence.folds[start:end], start) if not sentence.noun(at)
    ]
    full = all(noun.kind == "organisation" or " " in noun.name for noun in inside)
    named = all(noun.kind in _NAMED for noun in inside) and full
    return tuple(inside) if named and set(joints) <= {",", "and", "&"} else ()


def _describes(sentence: Sentence, at: int) -> bool:
    """Whether the word only leads to the name: "one union, the small outfit X, backs Y"."""
    if sentence.kinds[at] == "determiner":
        return True
    if sentence.folds[at] in APART:
        return False
    plain = sentence.kinds[at] in ("", "relation", "body") and sentence.noun(at) is None
    return plain and sentence.tokens[at].text[0].islower()


def beside(sentence: Sentence, start: int, end: int) -> tuple[Noun, ...]:
    """Those who do it with the subject: "X, alongside Z, backs", "X, joined by Z, backs"."""
    words = sentence.folds[start : start + 2]
    whole = sentence.noun(start - 2)
    if tuple(words) in _LEADING and whole is not None and whole.name:
        return ()  # a body acts, and not who leads it
    length = 1 if words[:1] == ["alongside"] else 2 if tuple(words) in _TOGETHER else 0
    named = noun_from(sentence, start + length) if length else None
    chain = object_chain(sentence, named) if named is not None else []
    return tuple(chain) if chain and closes(sentence, chain[-1].last, end) else ()


def closes(sentence: Sentence, last: int, at: int) -> bool:
    """Whether only what says who the last of them is stands between him and the mark ``at``."""
    return past_whence(sentence, last) == at or (last < at and past_aside(sentence, last) == at)


def led(sentence: Sentence, noun: Noun) -> tuple[Noun, ...]:
    """A group and its leaders, of whom ``noun`` is the last: "40 MPs led by X and Z back Y"."""
    chain = chain_left(sentence, noun)
    first = chain[0].first
    if first < _LED or tuple(sentence.folds[first - 2 : first]) not in _LEADING:
        return ()
    group = sentence.noun(first - 3)
    if group is None or group.kind != "group":
        return ()
    return tuple(chain) if group.count is None else (group, *chain)
