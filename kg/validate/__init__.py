"""Judges graphs by the shapes: those that kg makes, and files that others hand in.

``validate_quads`` is for statements of our own making and runs at once. ``validate_files`` is for
strangers' files: they are read and judged in a process that can be killed, with every finding at
its line. The engines are imported only when something is judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.validate.report import FileReport, Finding, Report, Severity, file_report, in_order

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = [
    "FileReport",
    "Finding",
    "Report",
    "Severity",
    "validate_quads",
]


def validate_quads(
    quads: Iterable[Quad], shapes: Sequence[Path] | None = None, *, name: str = "graph"
) -> Report:
    """The report on statements as made, all graphs taken together.

    ``shapes`` are files of other shapes than kg's own; ``name`` stands for the file in the report.
    Raises ``ResourceError`` when the shapes or the ontology of kg are missing or malformed,
    ``InputError`` when ``shapes`` are, and ``InternalError`` when the engine cannot follow them.
    """
    from kg.validate import engine, rules, terms  # here: rdflib and pySHACL take 0.4 s to import

    rulebook = rules.load_rules(shapes)
    made = list(quads)
    bad = [finding for quad in made for finding in terms.unsafe(quad, name, None)]
    if bad:
        # An engine is not shown what it may choke on; these have to go before the rest is judged.
        count = len(set(made))
        return Report((file_report(name, _QUADS, bad, count, 0),), in_order(bad))
    judged = engine.judge(made, rulebook, name)
    file = file_report(name, _QUADS, judged.findings, judged.triples, judged.focus_nodes)
    return Report((file,), in_order(judged.findings))


_QUADS = "application/n-quads"
