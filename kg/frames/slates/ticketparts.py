"""The parts of a sentence that names a slate: the body whose it is, and the series of names."""

from __future__ import annotations

from kg.frames.coordination.whence import past_bracket
from kg.frames.model import CHOOSER
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_LINKS = frozenset(("of", "for", "to", "the", "and", "&"))
_INNER = frozenset(("of", "for", "to"))
_CALLED = frozenset(
    (
        *("preferred", "favoured", "favored", "chosen", "endorsed", "recommended", "other"),
        *("remaining", "further", "additional", "latest", "first", "joint", "official"),
    )
)
_JOINT = frozenset(("ticket", "slate", "team", "line-up", "lineup"))
_HELPING = frozenset(("be", "have", "adverb", "time", "modal"))
_PARTING = frozenset((",", ";", "and", "&", "plus"))
_RIVALS = frozenset(
    ("over", "against", "instead", "rather", "than", "unlike", "beat", "facing", "while", "but")
)
_AGAINST = frozenset(("over", "against"))
_GOVERNING = frozenset(("preposition", "be", "have", "modal", "speech", "do", "verb"))
_STOPPING = frozenset(("speech", "contrast", "negation", "modal"))
_LONGEST_NAME = 6
_ASIDE = 10


def people_from(sentence: Sentence, at: int) -> list[Noun]:
    """The people named one after the other from token ``at``, whatever is told of each.

    What describes one stands before the name or between marks behind it; who is named there, behind
    a preposition or a verb, is another: "A, who beat B; C, a nurse; and the planner D".
    """
    found: list[Noun] = []
    mark = at
    index = at
    while index < len(sentence.folds):
        noun = sentence.noun(index)
        if noun is not None and _is_named(noun):
            if not _opens_part(sentence, mark, noun.first):
                if not found:
                    return []
            else:
                found.append(noun)
            index = noun.last
            continue
        past = past_bracket(sentence, index, 1)
        if past is not None:
            index = past
            continue
        beyond = _past_rival(sentence, index, found)
        if beyond is not None:
            index = mark = beyond
            continue
        if _ends(sentence, index, found):
            break
        if sentence.folds[index] in _PARTING:
            mark = index + 1
        index += 1
    return found


def _past_rival(sentence: Sentence, at: int, found: list[Noun]) -> int | None:
    """Past a rival and the mark behind, if the next named has one, too: "A over X, B over Y"."""
    word = sentence.folds[at]
    if word not in _AGAINST or not found or found[-1].last != at:
        return None
    for index in range(at + 1, min(at + _ASIDE + _ASIDE, len(sentence.folds) - 1)):
        if sentence.folds[index] in (".", ";", ":"):
            return None
        if sentence.folds[index] not in (",", "and"):
            continue
        ahead = range(index + 1, min(index + _LONGEST_NAME, len(sentence.folds)))
        named = next((n for i in ahead if (n := sentence.noun(i)) and _is_named(n)), None)
        if named is not None and sentence.folds[named.last : named.last + 1] == [word]:
            return index + 1
    return None


def _is_named(noun: Noun) -> bool:
    return noun.kind == "person" and (" " in noun.name or bool(noun.title))


def _opens_part(sentence: Sentence, mark: int, first: int) -> bool:
    """Whether nothing but words that describe somebody stand between the mark and the name."""
    return not any(
        sentence.kinds[i] in _GOVERNING or sentence.kinds[i] == "relative"
        for i in range(mark, first)
    )


def _ends(sentence: Sentence, index: int, found: list[Noun]) -> bool:
    """Whether the series ends at a token: at a rival, a full stop, a clause of its own."""
    word = sentence.folds[index]
    small = sentence.tokens[index].text.islower()
    if word in _RIVALS or (small and sentence.kinds[index] in _STOPPING):
        return True
    if word == "." and len(sentence.folds[index - 1]) > 1:
        return True
    after_name = bool(found) and found[-1].last == index
    return after_name and sentence.kinds[index] in ("be", "have", "do", "verb")


def body_from(sentence: Sentence, at: int, lexicon: Lexicon) -> Noun | None:
    """The body named at ``at``, past what describes it: "by the pro-X group Y", "by the Y"."""
    index = at
    while index < len(sentence.folds) and index - at < _ASIDE:
        noun = sentence.noun(index)
        if noun is not None and noun.kind == "organisation":
            return noun
        word = sentence.tokens[index].text
        if word in lexicon.body_kinds and index + 1 < len(sentence.folds):
            return _run(sentence, index + 1, lexicon)
        if sentence.folds[index] in (",", ".", ";", ":"):
            return None
        index += 1
    return None


def body_at(sentence: Sentence, at: int, lexicon: Lexicon) -> Noun | None:
    """The body whose name, of several words if it is not known, begins at ``at``."""
    at += sentence.folds[at : at + 1] == ["the"]
    found = _run(sentence, at, lexicon) if at < len(sentence.folds) else None
    known = found is not None and sentence.noun(at) is found
    return found if found is not None and (known or " " in found.name) else None


def body_before(sentence: Sentence, at: int, lexicon: Lexicon) -> Noun | None:
    """The body that acts in the verb at ``at``: "the group Y is running", "Y (Z) is running"."""
    last = at
    while (
        last and sentence.kinds[last - 1] in _HELPING and sentence.tokens[last - 1].text.islower()
    ):
        last -= 1
    last = _before_asides(sentence, last)
    noun = sentence.noun(last - 1)
    if noun is not None and (noun.kind == "organisation" or noun.name == "it"):
        return noun
    if _is_described(sentence, last - 1, lexicon):
        return Noun("office", last - 1, last, definite=True)
    first = last
    while first and _is_capital(sentence, first - 1) and last - first < _LONGEST_NAME:
        first -= 1
    led = first and sentence.tokens[first - 1].text in lexicon.body_kinds
    if first == last or not (led or _is_slate(sentence, first, last, lexicon)):
        return None
    return _named(sentence, first, last)


def _is_described(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether the word at token ``at`` stands for a body named before: "the union", "the club"."""
    known = at > 0 and sentence.folds[at] in lexicon.body_kinds
    return known and sentence.folds[at - 1] == "the" and sentence.tokens[at].text.islower()


def _before_asides(sentence: Sentence, last: int) -> int:
    """Past an aside set off by commas, and a short name in brackets, before token ``last``."""
    if last and sentence.folds[last - 1] == ",":
        for at in range(last - 2, max(-1, last - 2 - _ASIDE), -1):
            if sentence.folds[at] == ",":
                last = at
                break
    past = past_bracket(sentence, last - 1, -1) if last else None
    return past + 1 if past is not None else last


def _is_slate(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the words are a slate by their last word, or by an article: "the Reform ticket"."""
    return last - first > 1 and sentence.folds[last - 1] in lexicon.organisation_words


def owner_before(sentence: Sentence, at: int, lexicon: Lexicon) -> Noun | None:
    """Whose the slate at ``at`` is: "Y's three", "its picks", "the Y slate"."""
    while at > 1 and sentence.folds[at - 1] in _CALLED:  # "Y's preferred candidates"
        at -= 1
    before = sentence.folds[at - 1] if at else ""
    opens = at == 1 and before == "the" and sentence.folds[at] in _JOINT
    if before in ("its", "their") or opens:
        return Noun("pronoun", at - 1, at, name=CHOOSER)
    if sentence.is_owning(at - 1):
        return body_before(sentence, at - 1, lexicon) or _capitals_before(sentence, at - 1, lexicon)
    return _capitals_before(sentence, at, lexicon)


def _capitals_before(sentence: Sentence, last: int, lexicon: Lexicon) -> Noun | None:
    """The body whose name ends before ``last``, behind an article: "the Fair Schools slate"."""
    noun = sentence.noun(last - 1)
    if noun is not None and noun.kind == "organisation":
        return noun
    first = last
    while first and (
        _is_capital(sentence, first - 1)
        or (
            first < last
            and sentence.folds[first - 1] in _INNER
            and _is_capital(sentence, first - 2)
        )
    ):
        first -= 1
    before = first - (first > 0 and sentence.folds[first - 1] in ("rival", "new", "joint"))
    called = before and sentence.folds[before - 1] == "the"
    given = sentence.folds[first] in lexicon.given_names if first < last else True
    contested = any(sentence.folds[i] in lexicon.contested for i in range(first, last))
    return _named(sentence, first, last) if called and not given and not contested else None


def _run(sentence: Sentence, first: int, lexicon: Lexicon) -> Noun | None:
    """The capitalised words at ``first``, with the small words between them."""
    noun = sentence.noun(first)
    if noun is not None and noun.kind == "organisation":
        return noun
    last = first
    while last < len(sentence.folds) and last - first < _LONGEST_NAME:
        inner = sentence.folds[last] in _LINKS and last > first
        if not _is_capital(sentence, last) and not (inner and _is_capital(sentence, last + 1)):
            break
        last += 1
    alone = last > first and sentence.folds[first] in lexicon.given_names
    return None if alone else _named(sentence, first, last)


def _is_capital(sentence: Sentence, at: int) -> bool:
    return 0 <= at < len(sentence.tokens) and sentence.tokens[at].text[0].isupper()


def _named(sentence: Sentence, first: int, last: int) -> Noun | None:
    words = " ".join(token.text for token in sentence.tokens[first:last])
    return Noun("organisation", first, last, name=words) if last > first else None
