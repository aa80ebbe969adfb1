"""An evaluation as tables of rows and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.cli.render.table import Row, json_text

if TYPE_CHECKING:
    from kg.evaluation.floors import Breach
    from kg.evaluation.model import Evaluation, Tally

Table = tuple[Sequence[str], Sequence[Row]]

_SCORES = (
    "articles",
    "statements",
    "right",
    "unexpected",
    "missed",
    "precision",
    "recall",
    "f1",
)
_FAULTS = ("article", "fault", "statement", "who", "what", "rule", "reason", "quote")
_RULES = ("rule", "fired", "right", "share")
_PLACES = Decimal("0.001")


def scores(evaluation: Evaluation) -> Table:
    """A row for every score of anything that was labelled or found.

    Support always has its row: that none was found in negative articles is worth one.
    """
    rows = [
        (score.articles, score.statements, *_counts(score.tally), *_shares(score.tally))
        for score in evaluation.scores
        if score.statements == "supports" or any(_counts(score.tally))
    ]
    return _SCORES, rows


def faults(evaluation: Evaluation) -> Table:
    """A row for everything missed or unexpected."""
    return _FAULTS, [tuple(asdict(fault).values()) for fault in evaluation.faults]


def rules(evaluation: Evaluation) -> Table:
    """A row for every rule that fired, those that were wrong most often first."""
    ordered = sorted(evaluation.rules, key=lambda one: (one.right - one.fired, one.rule))
    return _RULES, [
        (one.rule, one.fired, one.right, _share(one.right / one.fired)) for one in ordered
    ]


def as_json(evaluation: Evaluation, breaches: Sequence[Breach]) -> str:
    """The whole evaluation as an object."""
    return json_text(
        {
            "articles": evaluation.articles,
            "scores": [
                {"articles": score.articles, "statements": score.statements}
                | asdict(score.tally)
                | {
                    "precision": round(score.tally.precision, 4),
                    "recall": round(score.tally.recall, 4),
                    "f1": round(score.tally.f1, 4),
                }
                for score in evaluation.scores
            ],
            "below": [
                {
                    "articles": breach.floor.articles,
                    "statements": breach.floor.statements,
                    "figure": breach.floor.figure,
                    "limit": breach.floor.limit,
                    "value": round(breach.value, 4),
                }
                for breach in breaches
            ],
            "errors": [asdict(fault) for fault in evaluation.faults],
            "rules": [asdict(rule) for rule in evaluation.rules],
        }
    )


def _counts(tally: Tally) -> tuple[int, int, int]:
    return tally.right, tally.unexpected, tally.missed


def _shares(tally: Tally) -> tuple[Decimal, Decimal, Decimal]:
    return _share(tally.precision), _share(tally.recall), _share(tally.f1)


def _share(value: float) -> Decimal:
    return Decimal(value).quantize(_PLACES)
