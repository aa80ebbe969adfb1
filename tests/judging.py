"""Files judged in this process, for tests of the judging and not of the process it runs in."""

from __future__ import annotations

from functools import cache

from kg.validate import Finding, Limits
from kg.validate.engine import judge
from kg.validate.reading import read
from kg.validate.report import in_order
from kg.validate.rules import Rules, load_rules


@cache
def rules() -> Rules:
    """The rules of kg, loaded once."""
    return load_rules()


def findings(data: bytes, media_type: str, name: str = "file") -> list[Finding]:
    """The findings on one file, as a report has them."""
    reading = read(data, media_type, name, Limits())
    judged = judge(reading.quads, rules(), name, reading.faults)
    return list(in_order((*reading.place(judged.findings), *reading.remarks)))
