"""QuickStatements (version 1, with tabs): endorsements for Wikidata, each with its reference.

Only what can be told there truthfully: support, between two whom the graph knows to be one item of
Wikidata each, from an article that others can find. Whatever else there is, is counted and said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import BinaryIO

from kg.export.knowing import Known, Path, Thing, gather, plain, things
from kg.nquads import HasLines
from kg.vocab import DCTERMS, KGO, OA, RDF, SCHEMA

ENDORSED_BY = "P8001"
_POINT_IN_TIME = "P585"
_URL, _TITLE, _PUBLISHED, _QUOTATION = "S854", "S1476", "S577", "S1683"
_ITEM = re.compile(r"https?://www\.wikidata\.org/(?:entity|wiki)/(Q[1-9][0-9]*)\Z")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?\Z")
_LANGUAGE = "en"  # kg reads no other
_LONGEST = 1500  # characters: Wikidata takes no longer text

_CANDIDATE: Path = (KGO.endorses, KGO.candidate, SCHEMA.sameAs)
_ENDORSER: Path = (KGO.endorser, SCHEMA.sameAs)
_SOURCE: Path = (KGO.evidence, OA.hasSource)
_TYPE, _ENDORSEMENT = f"<{RDF.type}>", f"<{KGO.Endorsement}>"
_ABOUT_ARTICLES = (SCHEMA.url, SCHEMA.headline, SCHEMA.datePublished, KGO.dateBasis)
_GATHERED: tuple[Path, ...] = (
    _CANDIDATE,
    _SOURCE,
    (KGO.evidence, OA.hasSelector, OA.exact),
    *((*_SOURCE, about) for about in _ABOUT_ARTICLES),
)

REASONS = {
    "stance": "no support",
    "item": "not both sides are known to be one item of Wikidata (tell it with kg decide NAME "
    "https://www.wikidata.org/wiki/Q... same --by WHO, and build again)",
    "reference": "no article has an address or a title by which others could find it (give it one "
    "in the article's .meta.toml, and build again)",
}
"""Why endorsements are left out, and what can be done about it."""

Say = Callable[[str], None]


def write_quickstatements(graph: HasLines, sink: BinaryIO, say: Say) -> None:
    """Write a line for each endorsement and article; ``say`` is told what was left out, and why.

    Lines are sorted and stand once each, so that those of an earlier export can be taken away with
    ``comm``. Raises ``StoreError`` as the graph does.
    """
    known = gather(graph, _GATHERED)
    left_out: Counter[str] = Counter()
    lines: set[str] = set()
    for thing in things(graph):
        if _ENDORSEMENT in thing[1].get(_TYPE, ()):
            made = _commands(thing, known)
            if isinstance(made, str):
                left_out[made] += 1
            else:
                lines.update(made)
    sink.writelines(f"{line}\n".encode() for line in sorted(lines))
    say(f"kg: {_counted(len(lines), 'command')} for Wikidata")
    for reason, number in sorted(left_out.items()):
        say(f"kg: {_counted(number, 'endorsement')} left out: {REASONS[reason]}")


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _commands(thing: Thing, known: Known) -> list[str] | str:
    """The lines for one endorsement, or the key of why there are none."""
    if known.first(thing, (KGO.polarity,)) != KGO.Supports:
        return "stance"
    candidate, endorser = _item(thing, _CANDIDATE, known), _item(thing, _ENDORSER, known)
    if not candidate or not endorser:
        return "item"
    statement = [candidate, ENDORSED_BY, endorser]
    if date := _date(known.first(thing, (DCTERMS.date,))):
        statement += [_POINT_IN_TIME, date]
    made = ["\t".join([*statement, *source]) for source in _references(thing, known)]
    return made or "reference"


def _item(thing: Thing, path: Path, known: Known) -> str:
    """The item of Wikidata that somebody is; "" when there is none, or more than one."""
    found = (_ITEM.match(plain(token)) for token in known.follow(thing, path))
    items = {match[1] for match in found if match}
    return items.pop() if len(items) == 1 else ""


def _references(thing: Thing, known: Known) -> Iterator[list[str]]:
    """One reference for each article, with the words of its first passage."""
    told = set()
    for passage in thing[1].get(f"<{KGO.evidence}>", ()):
        for article in known.of(passage, OA.hasSource):
            if article not in told:
                told.add(article)
                yield from _reference(article, passage, known)


def _reference(article: str, passage: str, known: Known) -> Iterator[list[str]]:
    url, title, published, basis = (_told(article, about, known) for about in _ABOUT_ARTICLES)
    if not url and not title:
        return
    exact = (
        item for token in known.of(passage, OA.hasSelector) for item in known.of(token, OA.exact)
    )
    parts = (
        (_URL, f'"{url}"' if url else ""),
        (_TITLE, _words(title)),
        (_PUBLISHED, _date(published) if basis != KGO.Inferred else ""),
        (_QUOTATION, _words(" ".join(plain(next(exact, '""')).split()))),
    )
    yield [word for key, value in parts if value for word in (key, value)]


def _told(article: str, about: str, known: Known) -> str:
    """What is told of an article, on one line: a tab or a line break would end the value."""
    return " ".join(plain(next(iter(known.of(article, about)), '""')).split())


def _words(text: str) -> str:
    return f'{_LANGUAGE}:"{text}"' if text and len(text) <= _LONGEST else ""


def _date(text: str) -> str:
    """A date as Wikidata has it, as exact as it is known; "" for none.

    >>> _date("2015-07-17"), _date("2015")
    ('+2015-07-17T00:00:00Z/11', '+2015-00-00T00:00:00Z/9')
    """
    found = _DATE.match(text)
    if not found:
        return ""
    year, month, day = found.groups()
    exactness = 11 if day else 10 if month else 9
    return f"+{year}-{month or '00'}-{day or '00'}T00:00:00Z/{exactness}"
