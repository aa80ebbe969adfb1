"""Writes the expected answers of saved queries anew: ``python -m tests.update_answers [NAME...]``.

Without names it writes all. Read the difference line by line before committing it: an answer that
moved says either that the graph became better or that something broke.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kg.queries import load_query, names, run
from tests import queries_page
from tests.shipped import as_tsv, shipped

ANSWERS = Path(__file__).parent / "answers"


def path_of(name: str) -> Path:
    """The file with the expected answer of the query ``name``."""
    return ANSWERS / f"{name}.tsv"


def main(arguments: Sequence[str]) -> int:
    """Write the answers and the page of queries; delete answers of queries that are no more."""
    if os.environ.get("CI"):
        sys.stderr.write("answers are approved by people, not by the checks\n")
        return 2
    for name in arguments or names():
        file = path_of(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(as_tsv(run(shipped(), load_query(name))), encoding="utf-8")
    for file in ANSWERS.rglob("*.tsv"):
        if file.relative_to(ANSWERS).with_suffix("").as_posix() not in names():
            file.unlink()
    queries_page.PAGE.write_text(queries_page.page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
