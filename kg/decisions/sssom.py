"""SSSOM/TSV, the format of decisions: its columns and words, as far as kg uses them.

The specification: https://mapping-commons.github.io/sssom/spec-formats-tsv
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.decisions.model import Verdict


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


OWN_PREFIX = "kg"
"""Bound to the base of the graph in every file, whether the file says so or not."""

BUILT_IN: Mapping[str, str] = {
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
}
"""Prefixes that a file need not declare, and may not change."""

NOTHING_FOUND = BUILT_IN["sssom"] + "NoTermFound"
UNSPECIFIED_LICENCE = BUILT_IN["sssom"] + "license/unspecified"

EXACT, SAME_AS, CLOSE = "skos:exactMatch", "owl:sameAs", "skos:closeMatch"
NOT = "Not"
MEANINGS: Mapping[tuple[str, str], Verdict] = {
    (EXACT, ""): "same",
    (SAME_AS, ""): "same",
    (EXACT, NOT): "different",
    (SAME_AS, NOT): "different",
    (CLOSE, ""): "unsure",
}
"""Predicate and modifier, and what they say together."""

WRITTEN: Mapping[Verdict, tuple[str, str]] = {
    "same": (EXACT, ""),
    "different": (EXACT, NOT),
    "unsure": (CLOSE, ""),
}
"""Verdict, and the predicate and modifier that it is written with."""

REQUIRED = ("subject_id", "predicate_id", "object_id", "mapping_justification")
AUTHORS = ("author_label", "author_id")
DATE = "mapping_date"
COLUMNS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "predicate_modifier",
    "object_id",
    "object_label",
    "mapping_justification",
    "author_label",
    "mapping_date",
    "comment",
)
"""The columns of a file that kg makes, in the order of the specification."""

UNUSED = _words(
    "record_id subject_category predicate_label object_category author_id reviewer_id "
    "reviewer_label creator_id creator_label license subject_type subject_source "
    "subject_source_version object_type object_source object_source_version predicate_type "
    "mapping_provider mapping_source mapping_cardinality cardinality_scope mapping_tool "
    "mapping_tool_id mapping_tool_version publication_date review_date confidence curation_rule "
    "curation_rule_text subject_match_field object_match_field match_string "
    "subject_preprocessing object_preprocessing similarity_score similarity_measure see_also "
    "issue_tracker_item other"
)
"""Columns of the specification that may stand in a file and change nothing here."""

JUSTIFICATIONS = frozenset(
    f"semapv:{term}"
    for term in _words(
        "BackgroundKnowledgeBasedMatching CompositeMatching InstanceBasedMatching "
        "LexicalMatching LexicalSimilarityThresholdMatching LogicalReasoning "
        "ManualMappingCuration MappingChaining MappingInversion MappingReview "
        "SemanticSimilarityThresholdMatching StructuralMatching UnspecifiedMatching"
    )
)
"""How a match can have been made, in the words of the semantic mapping vocabulary."""
