"""Writes the expectation of a new case from what kg reads now: ``make case NAME``.

What it writes is a draft. Read every line against the article, mend what is wrong, say in
``why.txt`` what the case is about, and only then commit: a wrong reading that is committed as an
expectation is a wrong reading for ever.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kg.articles import read_document
from kg.extract import extract
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.model import Extraction
from tests import facts

CASES = Path(__file__).parent / "cases"
WHY = "Say here what this case shows. Say what must not be read from it.\n"
# What a person can judge from the article alone; a quote or a count of passages is not asked.
_LEFT_OUT = {"quote", "passages", "contest_year", "interim"}


def expectation(extraction: Extraction) -> dict[str, list[dict[str, Any]]]:
    """What was read, in the form of ``expected.json``; kinds of which there are none are left out.

    Endorsements are always there, since an empty list says that there must be none.
    """
    read = {
        key: [dict(_fields(item)) for item in reader(extraction)]
        for key, reader in facts.READERS.items()
    }
    return {key: items for key, items in read.items() if items or key == "endorsements"}


def _fields(item: facts.Fact) -> Iterator[tuple[str, Any]]:
    for name, value in item.items():
        if name in _LEFT_OUT or value is None or value == []:
            continue
        if isinstance(value, list):
            yield name, value[0]
        else:
            yield name, value if isinstance(value, str | bool) else float(value)


def main(arguments: Sequence[str]) -> int:
    """Write ``expected.json`` of the case named, and ``why.txt`` if there is none."""
    if os.environ.get("CI"):
        return _refuse("expectations are written by people, not by the checks")
    if len(arguments) != 1:
        return _refuse("name one case: make case NAME")
    folder = CASES / arguments[0]
    article, expected = folder / "article.txt", folder / "expected.json"
    if not article.is_file():
        return _refuse(f"put the article into {article.relative_to(Path.cwd())} first")
    if expected.exists():
        return _refuse(f"{expected.name} is there already; take it away to write it anew")
    extraction = extract(read_document(article), load_lexicon(), load_gazetteer())
    expected.write_text(_as_text(expectation(extraction)), encoding="utf-8")
    why = folder / "why.txt"
    if not why.exists():
        why.write_text(WHY, encoding="utf-8")
    sys.stdout.write(f"Now read {expected} against the article, and write {why}.\n")
    return 0


def _as_text(made: dict[str, list[dict[str, Any]]]) -> str:
    """One line an item, so that a difference shows the item that changed."""
    blocks = []
    for key, items in made.items():
        lines = [f"    {json.dumps(item, ensure_ascii=False)}" for item in items]
        body = ",\n".join(lines)
        blocks.append(f'  "{key}": [\n{body}\n  ]' if items else f'  "{key}": []')
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def _refuse(reason: str) -> int:
    sys.stderr.write(f"{reason}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
