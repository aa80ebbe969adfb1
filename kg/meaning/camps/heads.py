"""Lines that may stand above the people of one candidate: "Jane Doe (7)", "TEAM DOE:", "**Doe**".

Each is taken apart into the name and what is printed around it. What is printed around it is the
line's form: the heads of a page have one form in common, whoever they name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.frames.support import speaks_in_favour
from kg.lexicon import Lexicon, is_known
from kg.lists.heads.apart import bare_name
from kg.lists.heads.headcounts import HeadCount, read_headcounts, unit_in
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.items import Segment
from kg.lists.segments.roles import past_offices, read_offices
from kg.lists.slates.slatenames import names_in
from kg.meaning.camps.described import described_head
from kg.meaning.camps.marks import without_marks
from kg.meaning.camps.totals import TOTALS
from kg.model import Mention, Span
from kg.text import Token, fold, tokenise
from kg.words.titles import read_titles

Known = Callable[[str], Mention | None]

_LONGEST = 90
_LONGEST_NAME = 6
_VERBAL = ("ing", "ed", "s")
_LONGEST_SINGLE = 60
# Two or three capitals are a region: "AL", "NSW".
_SURNAME = re.compile(r"(?![A-Z]{2,3}$)[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*")
_BOLD = re.compile(
    r"(?:\*\*|__|={2,6})?\s*([^*_=\n]{3,60}?)[:,]?\s*(?:\*\*|__|={2,6})\s*[:–—-]?\s*(?=[^\W_])"
)
_BRACKETED = re.compile(r"([^(),\n]{3,60}?)\s*\(([^()\d]{7,}(?:\([^()]*\)[^()\d]*)*)\)\.?$")
_MARKUP = frozenset("#*=_")
_BEHIND_COLON = re.compile(r":[*_]*\s+(?=\S)|\s[-–—]\s+(?=\S)")
_MARKS = frozenset("()[]:-,*=.'\"|")
_RECEIVED = frozenset(("by", "from", "against", "not", "no"))
_TELLING = frozenset(("side", "support", "number"))
_CLASS_ENDINGS = ("ing", "ers", "ors", "ists", "ians", "ents")  # "Backbenchers", "Wavering"
_JOINTS = (",", ";", " and ", " & ")


@dataclass(frozen=True, slots=True)
class Head:
    """A line that names one person, with what is printed around the name.

    ``form`` is what it has in common with other heads. ``favours``: its words speak of support,
    ``sides``: they say that people stand on a side. ``run`` is the rest of the line behind a colon
    or a dash, where those may stand whom it heads. ``marked``: its form sets it apart from a name
    on a list. ``titled``: a title or an office before the name says that it is a person.
    """

    name: str
    form: tuple[str, ...]
    counts: tuple[HeadCount, ...] = ()
    favours: bool = False
    sides: bool = False
    run: Span | None = None
    titled: bool = False

    @property
    def beside(self) -> bool:
        """Whether it is printed beside each of those whom it heads, and not above them."""
        return self.form == ("beside",)

    @property
    def marked(self) -> bool:
        """Whether anything but the name is printed."""
        return self.form != ("name",) or bool(self.counts)


def read_head(whole: Span, called: Known, knowledge: Knowledge) -> Head | None:
    """The line ``whole`` as a head, or None; ``called`` tells whom a surname alone means."""
    text = knowledge.text
    whole, labelled = without_marks(whole, knowledge)
    where, run = _parted(whole, text)
    start, end = where.start, where.end
    if end - start > _LONGEST:
        return None
    cut, counts = read_headcounts(text[start:end], knowledge.lexicon)
    tokens = tuple(tokenise(text, Span(start, start + cut)))
    if not tokens:
        return None
    found = _around(tokens, called, knowledge, described=bool(counts))
    told = found is not None and not _TELLING.isdisjoint(found[1])
    if run is not None and not (told or _begins_with_name(found, knowledge)):
        described = described_head(tokens, called, knowledge)
        found = described if described and (not found or described[0] != found[0]) else found
    if found is None:
        return None
    name, words, leading = found
    shouted = "CAPITALS" if text[start : start + cut].isupper() else ""
    behind = "" if run is None else "run"
    around = (
        _markup(where, text),
        "option" if labelled else "",
        shouted,
        *words,
        _colon(where, text),
        behind,
    )
    form = tuple(part for part in around if part)
    folds = [token.fold for token in tokens]
    counted = (*leading, *counts)
    return Head(
        _spelt(name),
        form,
        counted,
        favours=speaks_in_favour(folds, knowledge.lexicon),
        sides="side" in words,
        run=run,
        titled=_is_titled(tokens, knowledge),
    )


def _is_titled(tokens: tuple[Token, ...], knowledge: Knowledge) -> bool:
    looked = knowledge.look(tokens)
    return read_titles(looked, 0)[0] > 0 or past_offices(looked) > 0


def _begins_with_name(
    found: tuple[str, list[str], list[HeadCount]] | None, knowledge: Knowledge
) -> bool:
    return found is not None and fold(found[0]).split()[0] in knowledge.lexicon.given_names


def _parted(whole: Span, text: str) -> tuple[Span, Span | None]:
    """A line as its head and the run behind it: "Jane Doe: A, B and C", "**Jane Doe** A, B"."""
    bold = _BOLD.match(text, whole.start, whole.end)
    if bold:
        return Span(*bold.span(1)), Span(bold.end(), whole.end)
    bracket = _BRACKETED.match(text, whole.start, whole.end)
    if bracket and any(mark in bracket.group(2) for mark in _JOINTS):
        return Span(*bracket.span(1)), Span(*bracket.span(2))
    match = _lead(whole, text)
    if match is None or match.start() == whole.start or match.end() == whole.end:
        return whole, None
    behind = text[match.end() : whole.end]
    single = len(behind) <= _LONGEST_SINGLE and behind[0].isupper()
    if not single and not any(mark in behind for mark in _JOINTS):
        return whole, None
    return Span(whole.start, match.start()), Span(match.end(), whole.end)


def before_lead(whole: Span, text: str) -> Span | None:
    """What stands before the first colon or dash of a line that has words on both its sides."""
    match = _lead(whole, text)
    return Span(whole.start, match.start()) if match and match.end() < whole.end else None


def _lead(whole: Span, text: str) -> re.Match[str] | None:
    """The first colon or dash with a letter before it: the second in "16 – Jane Doe: A, B"."""
    for match in _BEHIND_COLON.finditer(text, whole.start, whole.end):
        if any(char.isalpha() for char in text[whole.start : match.start()]):
            return match
    return None


def _markup(where: Span, text: str) -> str:
    """The marks of a heading in plain text that stand before the line: "##", "**"."""
    before = text[text.rfind("\n", 0, where.start) + 1 : where.start].strip()
    return before if before and _MARKUP.issuperset(before) else ""


def _colon(where: Span, text: str) -> str:
    return ":" if ":" in (text[where.end - 1], *text[where.end : where.end + 1]) else ""


def _spelt(name: str) -> str:
    """A name in capitals as names are written elsewhere."""
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), name)


def _around(
    tokens: Sequence[Token], called: Known, knowledge: Knowledge, *, described: bool
) -> tuple[str, list[str], list[HeadCount]] | None:
    """The one name among the tokens, what the other words are, and a number before it.

    ``described``: what stands behind a comma may be any description, not only an office.
    """
    kinds = list(_kinds(tokens, knowledge))
    named = [at for at, kind in enumerate(kinds) if not kind]
    if _RECEIVED.intersection(token.fold for token in tokens) or not named:
        return None
    first, last = named[0], named[-1] + 1
    comma = next((at for at in range(first, last) if kinds[at] == ","), last)
    if comma < last:
        if not (described or _holds_office(tokens[comma + 1 :], last - comma - 1, knowledge)):
            return None
        last = comma
    if last - first > _LONGEST_NAME:
        return None
    told = described or bool(_TELLING.intersection(kinds))
    name = _name(tuple(tokens[first:last]), called, knowledge)
    if name is None and told:
        name = lone_surname(tokens[first:last], knowledge)
    if name is None or any(kinds[at] not in ("", "link") for at in range(first, last)):
        return None
    around = [
        *kinds[:first],
        "name",
        *([","] if comma <= named[-1] else []),
        *kinds[named[-1] + 1 :],
    ]
    numbers = [
        int(t.text)
        for t, k in zip(tokens[:first], kinds, strict=False)
        if k == "number" and t.text.isdigit()
    ]
    text = knowledge.text[tokens[0].start : tokens[first].start]
    unit = unit_in(" ".join(re.findall(r"[A-Za-z]+", text)), knowledge.lexicon)
    return name, [k for k in around if k not in ("", "link")], [HeadCount(n, unit) for n in numbers]


def _holds_office(behind: Sequence[Token], size: int, knowledge: Knowledge) -> bool:
    """Whether the words behind a name's comma, all or the first ``size`` of them, are an office."""
    ways = (tuple(behind), tuple(behind[:size]))
    return any(way and read_offices(knowledge.look(way)) for way in ways)


def _name(tokens: tuple[Token, ...], called: Known, knowledge: Knowledge) -> str | None:
    """The name that the tokens are: a full one, or a word that the article knows as a person's."""
    if not tokens or not tokens[0].text[0].isupper():
        return None
    if any(char.isdigit() for token in tokens for char in token.text):
        return None
    span = Span(tokens[0].start, tokens[-1].end)
    printed = " ".join(knowledge.text[span.start : span.end].split())
    known = called(printed)
    if len(tokens) == 1:
        return known.name if known and known.kind == "person" else None
    if known and known.kind == "person":
        return known.name
    return bare_name(Segment(span, tokens), knowledge) or _behind_office(span, knowledge)


def _behind_office(where: Span, knowledge: Knowledge) -> str | None:
    """The sure name behind an office that begins the words: "Former City Comptroller Jane Doe"."""
    people = names_in(where, knowledge)
    alone = len(people) == 1 and people[0].sure and people[0].span.end == where.end
    return people[0].name if alone else None


def lone_surname(tokens: Sequence[Token], knowledge: Knowledge) -> str | None:
    """The one word that is nobody's full name, where a count or the words beside it tell a camp."""
    lexicon = knowledge.lexicon
    if len(tokens) != 1 or not _SURNAME.fullmatch(tokens[0].text):
        return None
    word = tokens[0].fold
    said = (lexicon.class_words, lexicon.stances, lexicon.function_words, lexicon.units, TOTALS)
    plain = is_known(lexicon, word) or any(word in words for words in said)
    if plain or word.endswith(_CLASS_ENDINGS) or lexicon.parties.whole((word,)):
        return None
    return None if knowledge.look(tuple(tokens)).is_place(0, 1) else tokens[0].text


def _kinds(tokens: Sequence[Token], knowledge: Knowledge) -> Iterator[str]:
    """What each word around the name is; "" for a word that may be part of the name."""
    lexicon = knowledge.lexicon
    folds = [token.fold for token in tokens]
    inside = False
    at = 0
    while at < len(tokens):
        word, text = folds[at], tokens[at].text
        inside = (inside or word in "([") and word not in ")]"
        unit = lexicon.units.at(folds, at) if word in lexicon.units else None
        small = text.islower() or at == 0 or inside
        if text[0].isdigit():
            yield "number"
        elif word in _MARKS or (text.islower() and word in TOTALS):
            yield word if word in "(:," else "link"
        elif inside:
            yield "link"
        elif unit and (small or text.isupper()):
            yield from ["support" if word in lexicon.support_nouns else "link"] * unit.length
            at += unit.length - 1
        elif word == "for" and (text.islower() or at == 0):
            yield "side"
        elif lexicon.side_words.get(word):
            yield lexicon.side_words[word]
        elif small and _speaks(word, lexicon):
            yield "support"
        else:
            yield ""
        at += 1


def _speaks(word: str, lexicon: Lexicon) -> bool:
    """Whether a word speaks of support; "Grant" and "Drew" at the head of a line are names."""
    verb = word in lexicon.cues and word.endswith(_VERBAL)
    return word not in lexicon.given_names and (verb or word in lexicon.support_nouns)
