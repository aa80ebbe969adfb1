"""The beginning of the page: what the ontology is, for people and for machines."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

from docs.making.terms import OWL, Terms
from kg.vocab import DCTERMS, KGO, RDF, RDFS

_STYLE = Path(__file__).with_name("page.css")
_LICENCES = {"https://spdx.org/licenses/MIT": "MIT"}


def head(known: Terms) -> str:
    """All that stands before the sections."""
    title = known.label(KGO.ONTOLOGY)
    version = known.text(KGO.ONTOLOGY, f"{OWL}versionInfo")
    licence = known.text(KGO.ONTOLOGY, f"{DCTERMS.NS}license")
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}: the ontology of kg</title>",
            f"<style>\n{_STYLE.read_text(encoding='utf-8')}</style>",
            f'<script type="application/ld+json">\n{_described(known)}\n</script>',
            "</head>",
            "<body>",
            f"<h1>{escape(title)}</h1>",
            f"<p>{escape(known.definition(KGO.ONTOLOGY))}</p>",
            "<dl>",
            f"<dt>IRI</dt><dd><code>{KGO.ONTOLOGY}</code></dd>",
            f"<dt>Prefix</dt><dd><code>kgo: &lt;{KGO.NS}&gt;</code></dd>",
            f"<dt>Version</dt><dd>{escape(version)}</dd>",
            f'<dt>Licence</dt><dd><a href="{licence}">{_LICENCES[licence]}</a></dd>',
            '<dt>Source</dt><dd><a href="../ontology/kg.ttl">ontology/kg.ttl</a> (Turtle), with '
            'the rules in <a href="../shapes">shapes/</a> (SHACL); this page holds the terms as '
            "JSON-LD</dd>",
            "</dl>",
        ]
    )


def _described(known: Terms) -> str:
    """The terms as JSON-LD, in a context of its own: what a machine finds on this page."""
    nodes = [
        {
            "@id": iri,
            "@type": known.values(iri, RDF.type),
            "rdfs:label": known.label(iri),
            "rdfs:comment": known.definition(iri),
            "rdfs:isDefinedBy": {"@id": KGO.ONTOLOGY},
        }
        for iri in known.own()
    ]
    header = {"@id": KGO.ONTOLOGY, "@type": f"{OWL}Ontology"}
    value = {"@context": {"rdfs": RDFS.NS}, "@graph": [header, *nodes]}
    # Nothing in it can end the script element.
    return json.dumps(value, ensure_ascii=False, indent=1).replace("</", "<\\/")


def contents() -> str:
    """The list of the sections."""
    names = {
        "picture": "The picture",
        "example": "A sentence and its graph",
        "classes": "Classes",
        "properties": "Properties",
        "concepts": "Concepts",
        "others": "Terms of other vocabularies",
        "prefixes": "Prefixes",
    }
    items = "".join(f'<li><a href="#{name}">{text}</a></li>' for name, text in names.items())
    return f"<nav><ul>{items}</ul></nav>"
