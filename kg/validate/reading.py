"""A stranger's file in any form, read strictly to statements that know where they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from kg.iris import DEFAULT_BASE
from kg.validate.forms.model import Reading, Source
from kg.validate.limits import Limits

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_READERS: Mapping[str, str] = MappingProxyType(
    {
        "text/turtle": "turtle.read_turtle",
        "application/trig": "turtle.read_turtle",
        "application/n-triples": "turtle.read_turtle",
        "application/n-quads": "turtle.read_turtle",
        "application/ld+json": "jsonld.read_jsonld",
        "application/rdf+xml": "rdfxml.read_rdfxml",
        "text/csv": "csvfile.read_csv",
        "text/plain": "article.read_article",
        "text/markdown": "article.read_article",
        "text/html": "article.read_article",
        "application/pdf": "article.read_article",
        _DOCX: "article.read_article",
    }
)


def read(
    data: bytes, media_type: str, file: str, limits: Limits, base: str = DEFAULT_BASE
) -> Reading:
    """The statements of ``data``, what keeps them from being judged, and how to place findings.

    ``file`` is the name for the findings; ``base`` is for forms without IRIs of their own. Raises
    ``MemoryError`` for a single token beyond the parser's 16 MiB.
    """
    # Imported when a file asks for it: no form needs the libraries of another.
    module, _, name = _READERS[media_type].partition(".")
    reader: Callable[[Source], Reading] = getattr(
        import_module(f"kg.validate.forms.{module}"), name
    )
    return reader(Source(data, media_type, file, limits, base))
