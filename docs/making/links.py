"""Terms as links: to their place on the page, or to their own IRI."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from docs.making.terms import Terms, anchor, compact
from kg.vocab import XSD


def links(known: Terms, iris: Iterable[str]) -> str:
    """Terms in a row."""
    return ", ".join(link(known, iri) for iri in iris)


def link(known: Terms, iri: str) -> str:
    """A term as its short name."""
    shown = escape(compact(iri))
    if known.definition(iri):
        return f'<a href="#{anchor(iri)}">{shown}</a>'
    return f'<a href="{escape(iri)}">{shown}</a>' if iri.startswith(XSD.NS) else shown
