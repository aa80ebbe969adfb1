"""A published graph that keeps every rule, and files that people might hand in beside it."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyoxigraph as ox

from kg import export
from kg.iris import DEFAULT_BASE
from kg.store import open_store, publish
from kg.submissions import Handing, Taken, submit
from kg.validate import MEDIA_TYPES, Submission

GOOD = (Path(__file__).parent / "shapes" / "good.ttl").read_text(encoding="utf-8")
ID = f"{DEFAULT_BASE}id/"
ARTICLE = f"{ID}article/0123456789abcdef"
PREFIXES = GOOD.split("\n\n")[1] + "\n"
CLOCK = datetime(2026, 11, 22, 16, 5, 9, tzinfo=UTC)

PERSON = """
<https://example.org/kg/id/person/{slug}> a foaf:Person ; foaf:name "{name}" .
"""
STANCE = """
<https://example.org/kg/id/endorsement/labour-leadership-2015/{slug}/{whom}> a kgo:Endorsement ;
    kgo:endorser <https://example.org/kg/id/person/{slug}> ;
    kgo:endorses <https://example.org/kg/id/candidacy/labour-leadership-2015/{whom}> ;
    kgo:polarity kgo:Supports ;
    kgo:confidence 0.80 ;
    kgo:evidence <https://example.org/kg/id/evidence/0123456789abcdef/10-24> .
"""


def base_quads() -> list[ox.Quad]:
    """The good graph without its submission: shared facts, and what the article says."""
    own = ox.NamedNode(ARTICLE)
    return [
        ox.Quad(q.subject, q.predicate, q.object, own)
        if "endorsement/" in str(q.subject) or "evidence/" in str(q.subject)
        else ox.Quad(q.subject, q.predicate, q.object)
        for q in ox.parse(GOOD, format=ox.RdfFormat.TURTLE)
        if "id/submission/" not in str(q.subject)
    ]


def make_store(folder: Path) -> Path:
    """A store in which the base graph has been published."""
    publish(folder, base_quads(), {"base": DEFAULT_BASE}, [b'{"text": "x"}\n'], [b'{"o": 1}\n'])
    return folder


def stance(name: str, whom: str = "liz-kendall--leicester-west") -> str:
    """Turtle in which somebody new supports a candidate of the base graph."""
    slug = name.lower().replace(" ", "-")
    return PREFIXES + PERSON.format(slug=slug, name=name) + STANCE.format(slug=slug, whom=whom)


def given(text: str | bytes, name: str = "more.ttl") -> Submission:
    """A file as it would be read from disk."""
    data = text.encode() if isinstance(text, str) else text
    return Submission(name, MEDIA_TYPES[Path(name).suffix], data)


def hand_in(
    folder: Path, *files: Submission, by: str = "Cora Dale", minutes: int = 0
) -> list[Taken]:
    """Submit the files at a fixed time, ``minutes`` later than ``CLOCK``."""
    return list(submit(folder, files, Handing(by), lambda: CLOCK + timedelta(minutes=minutes)))


def exports(folder: Path) -> dict[str, bytes]:
    """What the store is in every format."""
    made = {}
    with open_store(str(folder)) as store:
        described = export.describe(store, DEFAULT_BASE)
        options = export.Options(DEFAULT_BASE, guard=True, say=str)
        for name in export.WHOLE:
            sink = io.BytesIO()
            export.write_whole(described, name, sink, options)
            made[name] = sink.getvalue()
    return made


def lines(folder: Path) -> set[bytes]:
    """The statements that the store serves."""
    with open_store(str(folder)) as store:
        return set(store.lines())


def graphs(quads: Iterable[bytes]) -> set[str]:
    """The names of the graphs that the lines are in; "" is the default graph."""
    return {
        q.graph_name.value if isinstance(q.graph_name, ox.NamedNode) else ""
        for q in ox.parse(b"".join(quads), format=ox.RdfFormat.N_QUADS)
    }
