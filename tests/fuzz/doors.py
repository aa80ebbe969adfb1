"""The doors: what takes a stranger's bytes, and good examples of them to begin with.

A door answers with whatever it likes or refuses with a ``KgError``; any other exception, a signal,
a hang and too much memory are crashes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

from kg.errors import KgError

TESTS = Path(__file__).parent.parent
_LONGEST_SEED = 4000
_DECISIONS = """\
#curie_map:
#  kg: https://example.org/kg/
#  ex: http://example.com/a#
{columns}
kg:id/person/a--b\tA\tskos:exactMatch\tNot\tkg:id/person/c--b\tC\tsemapv:ManualMappingCuration\t\
A Reader\t2026-11-20\tone ward
"""


@dataclass(frozen=True, slots=True)
class Door:
    """``enter`` takes the bytes; ``seeds`` gives examples for the fuzzer to begin with."""

    enter: Callable[[bytes], object]
    seeds: Callable[[], Iterator[bytes]]


def enter(door: str, data: bytes) -> None:
    """Hand ``data`` in at ``door``; a refusal is as good as an answer."""
    try:
        DOORS[door].enter(data)
    except KgError:
        return


# The imports are in the functions: a door is fuzzed with its own modules watched, no others.


def _graph(data: bytes, media_type: str) -> object:
    from kg.validate.limits import Limits
    from kg.validate.reading import read

    return read(data, media_type, "file", Limits())


def _query(data: bytes) -> object:
    from kg.sparql import Limits, clear

    return clear(data.decode("utf-8", "replace"), Limits())


def _header(data: bytes) -> object:
    from kg.queries.header import parse_header

    return parse_header(data.decode("utf-8", "replace"), "query")


def _decisions(data: bytes) -> object:
    from kg.decisions.reading import parse_decisions
    from kg.iris import DEFAULT_BASE

    return parse_decisions(data.decode("utf-8", "replace"), Path("file.tsv"), DEFAULT_BASE)


def _waivers(data: bytes) -> object:
    from kg.validate.waivers import parse_waivers

    return parse_waivers(data, "file")


def _article(data: bytes) -> object:
    from kg.articles import document
    from kg.extract import extract
    from kg.gazetteer import load_gazetteer
    from kg.lexicon import load_lexicon

    return extract(document("article.txt", data), load_lexicon(), load_gazetteer())


def _decision_files() -> Iterator[bytes]:
    from kg.decisions.sssom import COLUMNS

    yield _DECISIONS.replace("{columns}", "\t".join(COLUMNS)).encode()


def _files(*patterns: str) -> Iterator[bytes]:
    for pattern in patterns:
        for path in sorted(TESTS.parent.glob(pattern)):
            yield path.read_bytes()[:_LONGEST_SEED]


def _manual(language: str) -> Iterator[bytes]:
    """The examples of the manual in this language."""
    text = (TESTS.parent / "docs" / "manual.md").read_text(encoding="utf-8")
    for block in re.finditer(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield block[1].encode()


def _with_hostile(ending: str, *patterns: str) -> Iterator[bytes]:
    from tests.hostile_files import hostile_files

    yield from _files(*patterns)
    for one in hostile_files():
        if one.ending == ending:
            yield one.make("http://127.0.0.1:1/")[:_LONGEST_SEED]


def _graph_door(media_type: str, ending: str, *patterns: str) -> Door:
    return Door(partial(_graph, media_type=media_type), partial(_with_hostile, ending, *patterns))


DOORS: Mapping[str, Door] = MappingProxyType(
    {
        "turtle": _graph_door("text/turtle", "ttl", "shapes/*.ttl", "tests/shapes/*/*.ttl"),
        "trig": _graph_door("application/trig", "trig", "tests/shapes/*/*.ttl"),
        "ntriples": _graph_door("application/n-triples", "nt"),
        "nquads": _graph_door("application/n-quads", "nq"),
        "jsonld": _graph_door("application/ld+json", "jsonld", "data/submissions/*/*.jsonld"),
        "rdfxml": _graph_door("application/rdf+xml", "rdf", "data/submissions/*/*.rdf"),
        "csv": _graph_door("text/csv", "csv", "data/submissions/*/*.csv"),
        "query": Door(_query, partial(_files, "queries/*.rq", "queries/checks/*.rq")),
        "header": Door(_header, partial(_files, "queries/*.rq", "queries/checks/*.rq")),
        "decisions": Door(_decisions, _decision_files),
        "waivers": Door(_waivers, partial(_manual, "toml")),
        "article": Door(_article, partial(_files, "tests/cases/a*/article.txt")),
    }
)
"""The name of a door and the door."""
