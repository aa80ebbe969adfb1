"""The figures of a run as a table for people or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from bench.measure import Line, machine

_VERDICTS = {None: "", True: "pass", False: "MISS"}


def as_json(lines: Sequence[Line], size: int, seed: int) -> str:
    """One object: machine, size, seed, whether all passed, and the figures."""
    made = {
        "machine": machine(),
        "size": size,
        "seed": seed,
        "passed": all(line.passed is not False for line in lines),
        "figures": [asdict(line) for line in lines],
    }
    return json.dumps(made, indent=2, ensure_ascii=False)


def as_table(lines: Sequence[Line], size: int, seed: int) -> str:
    """A line a figure, with target and verdict; at the end how many targets were met."""
    rows = [("section", "what", "target", "measured", "", "medians")]
    rows += [
        (one.section, one.name, one.target, one.measured, _VERDICTS[one.passed], one.detail)
        for one in lines
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    printed = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    rule = "  ".join("-" * width for width in widths)
    judged = [line.passed for line in lines if line.passed is not None]
    return "\n".join(
        [
            f"graph of {size:,} statements, seed {seed}",
            machine(),
            "",
            printed[0],
            rule,
            *printed[1:],
            "",
            f"{sum(judged)} of {len(judged)} targets met",
        ]
    )
