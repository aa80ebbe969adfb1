"""The body whose page it is, or whose name runs into a word for its slate, in titles mostly."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.frames import Actor
from kg.lexicon import Lexicon
from kg.model import Mention
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Noun, Sentence

_SHORT = 9
_YEAR = re.compile(r"(?:19|20)\d\d")
_CONTEST = 4  # words
_LONGEST_RUN = 5
_HELPING = frozenset(("be", "have", "adverb", "time"))
_MARKS = frozenset(("|", "-"))
_LINKS = frozenset(("of", "&", "for", "and"))
_TIES = frozenset(("of", "for", "to", "on", "the"))
_QUOTES = {"‘": "’", "“": "”", '"': '"', "'": "'"}
_POSSESSIVE = frozenset(("'s", "'"))


def body_run(sentence: Sentence, at: int, lexicon: Lexicon) -> Mention | None:
    """The body named by the capitalised words before the slate at token ``at``.

    "Official Anytown Green Party Endorsements", "The Anytown Bugle Spring 2022 Voter Guide": the
    words between are none of its name. It has a word of bodies in it, or an article before it.
    """
    last = at
    while last and _fills(sentence, last - 1, lexicon):
        last -= 1
    first = last
    while first and _names(sentence, first - 1, lexicon):
        first -= 1
    while first < last and sentence.folds[first] in _LINKS:
        first += 1
    if first == last or (first and sentence.folds[first - 1] == ","):
        return None
    folds = sentence.folds[first:last]
    known = any(
        word in lexicon.organisation_words or lexicon.parties.at(folds, i) is not None
        for i, word in enumerate(folds)
    )
    kinds = [lexicon.organisation_words.get(word) for word in folds]
    if all(kinds) and "media" not in kinds:
        return None
    called = first > 0 and sentence.folds[first - 1] == "the"
    if not known and (not called or folds[0] in lexicon.given_names):
        return None
    return Mention("organisation", " ".join(t.text for t in sentence.tokens[first:last]))


def subject_run(sentence: Sentence, at: int, lexicon: Lexicon) -> Mention | None:
    """The body of an unknown name that opens the sentence before the verb: "Everyhome backs:"."""
    last = at
    while last and sentence.kinds[last - 1] in _HELPING:
        last -= 1
    first = int(sentence.folds[0] == "the")
    words = range(first, last)
    if any(noun.kind != "person" and noun.first < last for noun in sentence.nouns):
        return None
    if not 0 < len(words) <= _LONGEST_RUN or sentence.folds[first] in lexicon.given_names:
        return None
    if any(
        sentence.kinds[i]
        or not sentence.tokens[i].text[0].isupper()
        or _fills(sentence, i, lexicon)
        for i in words
    ):
        return None
    return Mention("organisation", words_of(sentence, first, last))


def _fills(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    word = sentence.folds[at]
    return word in lexicon.slate_fillers or word in _POSSESSIVE or bool(_YEAR.fullmatch(word))


def _names(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    word = sentence.folds[at]
    if word in _LINKS or (word.isdigit() and at > 0 and _is_capital(sentence, at - 1)):
        return True  # "UAW Region 6"
    return _is_capital(sentence, at) and word not in lexicon.slate_fillers


def own_body(
    introduction: Sequence[tuple[Sentence, int | None]], talk: Discourse, lexicon: Lexicon
) -> Mention | None:
    """The body that says "we" and "our": it opens the headline, or a short line names it alone.

    The first sentences of the page come with their passages, if they have one.
    """
    for at, (sentence, index) in enumerate(introduction):
        opens = [n for n in sentence.nouns if n.first <= 1 and _is_body(sentence, n, lexicon)]
        rest = sentence.folds[opens[0].last :] if opens else []
        made = lexicon.slate_makers | lexicon.slate_fillers
        alone = len(sentence.tokens) <= _SHORT and all(word in made for word in rest)
        if opens and (alone or (at == 0 and not _is_contested(rest, lexicon))):
            found = talk.mentions(Actor(opens[0]), index) if index is not None else ()
            named = next(iter(found), None)
            return Mention("organisation", named.name if named else opens[0].name)
    if not introduction:
        return None
    headline = introduction[0][0]
    runs = (
        body_run(headline, at, lexicon)
        for at, word in enumerate(headline.folds)
        if word in lexicon.slate_nouns
    )
    return next((run for run in runs if run), None) or beside_mark(headline, lexicon)


def _is_contested(behind: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a body that opens a headline is only that in which a contest is: "Party primary"."""
    words = [word for word in behind[:_CONTEST] if word not in lexicon.cues]
    told = any(word in lexicon.contested for word in words)
    return told and lexicon.slate_nouns.isdisjoint(behind)


def beside_mark(headline: Sentence, lexicon: Lexicon) -> Mention | None:
    """The body that a bar or a dash parts from the slate: "2023 Endorsements | Anytown Greens"."""
    marks = [at for at, word in enumerate(headline.folds) if word in _MARKS]
    if len(marks) != 1:
        return None
    sides = (range(marks[0]), range(marks[0] + 1, len(headline.folds)))
    for slate, name in (sides, sides[::-1]):
        words = [headline.folds[at] for at in slate]
        filling = all(
            w.isdigit() or w in lexicon.slate_fillers | lexicon.slate_nouns for w in words
        )
        named = [n for n in headline.nouns if n.kind == "organisation" and n.first in name]
        capital = not headline.tokens[name.stop - 1].text[0].islower()
        if filling and not lexicon.slate_nouns.isdisjoint(words) and named and capital:
            return Mention("organisation", words_of(headline, name.start, name.stop))
    return None


def _is_body(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether the phrase is a body, or ends in one's name behind a place: "Anytown UNISON"."""
    if noun.kind == "organisation":
        return True
    last = sentence.folds[noun.last - 1 : noun.last]
    return noun.kind == "person" and lexicon.organisations.whole(last) is not None


def whole_name(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> tuple[int, int]:
    """The tokens of a body's whole name, of which ``first`` to ``last`` are a part.

    At the head of a sentence small words may tie capitalised ones to it: "Right to Life PAC".
    """
    end = last
    stop = sentence.folds[end : end + 1] == ["."]  # of a word cut short: "Assoc. PAC"
    if stop and end + 1 < len(sentence.tokens) and _goes_on(sentence, end + 1, lexicon):
        end += 1
    while end < len(sentence.tokens) and _goes_on(sentence, end, lexicon):
        end += 1
    start = first
    while start and (_is_capital(sentence, start - 1) or sentence.folds[start - 1] in _TIES):
        start -= 1
        if (people := sentence.noun(start)) is not None and people.kind == "group":
            start = first  # "Delegates of X" are none of its name
            break
    start += sentence.folds[start] == "the"
    tied = (
        start <= 1
        and not sentence.kinds[start]
        and sentence.folds[start] not in _TIES | lexicon.slate_fillers
    )
    return (start if tied else first), end


def _goes_on(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    return _is_capital(sentence, at) and sentence.folds[at] in lexicon.organisation_words


def _is_capital(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].text[0].isupper()


def words_of(sentence: Sentence, first: int, last: int) -> str:
    """The words of a name as they are printed."""
    return " ".join(token.text for token in sentence.tokens[first:last]).replace(" .", ".")


def as_quoted(endorser: Mention, text: str) -> Mention:
    """The endorser by the words of its name that the article sets in quotation marks, if any."""
    words = endorser.name.split()
    for end in range(len(words) - 1, 0, -1):
        name = " ".join(words[:end])
        if any(f"{mark}{name}{_QUOTES[mark]}" in text for mark in _QUOTES):
            return Mention("organisation", name)
    return endorser
