"""The figures of the report, each with what must be said beside it.

A figure is plain data; ``kg.report.charts`` draws it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kg.report.atlas import load_atlas
from kg.report.facts import Facts
from kg.report.figures import councils, dates, endorsements, stated, turnout
from kg.report.figures.model import Chart, Figure, Matter, Table, colours

__all__ = ["FIGURES", "Chart", "Figure", "Matter", "Table", "matter_of"]

FIGURES: Mapping[str, Callable[[Matter], Figure | None]] = MappingProxyType(
    {
        "endorsements": endorsements.draw,
        "map": councils.draw_map,
        "regions": councils.draw_regions,
        "turnout": turnout.draw,
        "stated": stated.draw_listed,
        "claims": stated.draw_claims,
        "time": dates.draw,
    }
)
"""The name of each figure and what makes it: None where the graph has nothing to draw."""


def matter_of(facts: Facts) -> Matter:
    """What figures are made from."""
    return Matter(facts, load_atlas(), colours(facts))
