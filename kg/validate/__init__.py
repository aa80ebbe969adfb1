"""Judges graphs by the shapes: those that kg makes, and files that others hand in.

``validate_quads`` is for statements of our own making and runs at once. ``validate_files`` is for
strangers' files: they are read and judged in a process that can be killed, with every finding at
its line; ``judge_submission`` judges one as an addition to a graph. The engines are imported only
when something is judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.validate.against import Against
from kg.validate.engines import ENGINES, Engine
from kg.validate.files import (
    MEDIA_TYPES,
    Judged,
    Submission,
    judge_submission,
    validate_files,
    validate_submissions,
)
from kg.validate.limits import Limits
from kg.validate.quotes import check_quotes
from kg.validate.report import (
    FileReport,
    Finding,
    Report,
    Severity,
    Waived,
    file_report,
    in_order,
)
from kg.validate.waivers import Waiver, load_waivers, waive

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = [
    "ENGINES",
    "MEDIA_TYPES",
    "Against",
    "Engine",
    "FileReport",
    "Finding",
    "Judged",
    "Limits",
    "Report",
    "Severity",
    "Submission",
    "Waived",
    "Waiver",
    "check_quotes",
    "judge_submission",
    "load_waivers",
    "validate_files",
    "validate_quads",
    "validate_submissions",
    "waive",
]


def validate_quads(
    quads: Iterable[Quad],
    shapes: Sequence[Path] | None = None,
    *,
    name: str = "graph",
    engine: Engine = "auto",
) -> Report:
    """The report on statements as made, all graphs taken together.

    ``shapes`` are files of other shapes than kg's own; ``name`` stands for the file in the report;
    ``engine`` is one of ``ENGINES``.
    Raises ``ResourceError`` when the shapes or the ontology of kg are missing or malformed,
    ``InputError`` when ``shapes`` are or cannot be followed, and ``InternalError`` when kg's own
    cannot.
    """
    from kg.validate import engine as judging
    from kg.validate import rules, terms  # here: most commands judge nothing

    rulebook = rules.load_rules(shapes)
    made = list(quads)
    faults = [finding for quad in made for finding in terms.unsafe(quad, name, None)]
    judged = judging.judge(made, rulebook, name, faults, engine)
    counts = judged.triples, judged.focus_nodes, judged.shapes
    file = file_report(name, _QUADS, judged.findings, *counts)
    notes = (judged.note,) if judged.note else ()
    return Report((file,), in_order(judged.findings), notes=notes)


_QUADS = "application/n-quads"
