"""A validation report in the forms that people, programs and services for checks read.

Text and JSON stop after ``kg.validate.render.SHOWN`` findings and say how many there are, and so do
the remarks for GitHub, which shows few of them anyway; all other forms hold every finding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kg.cli.render.findings.plain import as_json, as_rows, as_text
from kg.cli.render.findings.sarif import as_sarif
from kg.cli.render.findings.services import as_github, as_junit
from kg.cli.render.findings.turtle import as_turtle
from kg.validate import Report

__all__ = ["RENDERERS", "as_text"]

RENDERERS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {
        "text": as_text,
        "json": as_json,
        "csv": as_rows,
        "github": as_github,
        "sarif": as_sarif,
        "junit": as_junit,
        "turtle": as_turtle,
    }
)
"""The name of a format, as ``kg validate --format`` takes it, and what writes it."""
