"""The terms of match decisions, as plain strings: what is the same, and who says so."""
# ruff: noqa: N815 - the constants are spelt as the RDF terms that they name

from __future__ import annotations

from typing import Final


class OWL:
    """The Web Ontology Language: what is the same, and statements about statements."""

    NS: Final = "http://www.w3.org/2002/07/owl#"
    Axiom: Final = NS + "Axiom"
    annotatedProperty: Final = NS + "annotatedProperty"
    annotatedSource: Final = NS + "annotatedSource"
    annotatedTarget: Final = NS + "annotatedTarget"
    sameAs: Final = NS + "sameAs"


class PAV:
    """Provenance, authoring and versioning."""

    NS: Final = "http://purl.org/pav/"
    authoredOn: Final = NS + "authoredOn"
    createdWith: Final = NS + "createdWith"


class SEMAPV:
    """Why two things were matched."""

    NS: Final = "https://w3id.org/semapv/vocab/"


class SSSOM:
    """The Simple Standard for Sharing Ontological Mappings: who matched what, and why."""

    NS: Final = "https://w3id.org/sssom/"
    NegatedPredicate: Final = NS + "NegatedPredicate"
    author_label: Final = NS + "author_label"
    mapping_justification: Final = NS + "mapping_justification"
    predicate_modifier: Final = NS + "predicate_modifier"
