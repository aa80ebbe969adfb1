"""Measures every rule of the reader on labelled articles, cases and goldens: ``make rules``.

A firing is right when a label or an expectation names it. A kind that an expectation does not speak
of is not counted. Rules that are believed no more are measured too, so that they may be again.
The confidence is (right + 1) / (fired + 2): Laplace's rule of succession, so that a rule that fired
twice does not look as sure as one that fired five hundred times. A family, such as ``list``, is the
sum of its rules and serves those that never fired.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.articles import read_document
from kg.evaluation import judge_article, load_articles, tally_rules
from kg.extract import extract
from kg.files import atomic_write
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.model import Extraction
from tests import facts

HERE = Path(__file__).parent
TABLE = HERE.parent / "data" / "reference" / "rules.tsv"
HEAD = (
    "# How often each rule fired on the articles of tests/, how often it was right, and how far to "
    "trust it.\nrule\tfired\tright\tconfidence\n"
)
KINDS = ("endorsements", "claims", "roles", "candidacies")


def expectations() -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Every article with its expectation; the lines of a list are endorsements."""
    for folder in sorted((HERE / "cases").iterdir()):
        yield folder / "article.txt", json.loads((folder / "expected.json").read_text("utf-8"))
    for golden in sorted((HERE / "golden").glob("*.json")):
        expected = json.loads(golden.read_text("utf-8"))
        if "lines" in expected:
            expected["endorsements"] = expected["lines"] + expected.get("endorsements", [])
        yield HERE.parent / "data" / "articles" / f"{golden.stem}.txt", expected


def measure() -> dict[str, tuple[int, int]]:
    """For each rule how often it fired and how often it was right."""
    return {one.rule: (one.fired, one.right) for one in tally_rules(all_firings())}


def all_firings() -> Iterator[tuple[str, bool]]:
    """The firings on all articles of ``tests/`` and ``data/articles``."""
    for labelled in load_articles(HERE / "labelled"):
        yield from judge_article(labelled, _any_rule).firings
    lexicon, gazetteer = load_lexicon(), load_gazetteer()
    for article, expected in expectations():
        extraction = extract(read_document(article), lexicon, gazetteer, _any_rule)
        yield from firings(extraction, expected)


def _any_rule(_: str) -> bool:
    return True


def firings(extraction: Extraction, expected: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """The rule of every statement that the expectation speaks of, and whether it was right."""
    for kind in KINDS:
        if kind not in expected:
            continue
        wanted = list(expected[kind])
        statements = getattr(extraction, kind)
        for statement, fact in zip(statements, facts.READERS[kind](extraction), strict=True):
            compared = ({k: v for k, v in one.items() if k in fact} for one in wanted)
            yield statement.evidence[0].rule, any(facts.matches(one, fact) for one in compared)


def table(measured: Mapping[str, tuple[int, int]]) -> str:
    """The table with its families, sorted by rule."""
    families: dict[str, tuple[int, int]] = {}
    for rule, (fired, right) in measured.items():
        family = rule.split(".")[0]
        sums = families.get(family, (0, 0))
        families[family] = (sums[0] + fired, sums[1] + right)
    rows = sorted({**families, **measured}.items())
    lines = [
        f"{rule}\t{fired}\t{right}\t{(right + 1) / (fired + 2):.3f}"
        for rule, (fired, right) in rows
    ]
    return HEAD + "\n".join(lines) + "\n"


def main() -> int:
    """Write the table, unless the checks run it: figures are read before they are committed."""
    if os.environ.get("CI"):
        sys.stderr.write("rules are measured by people, not by the checks\n")
        return 2
    with atomic_write(TABLE) as out:
        out.write(table(measure()).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
