"""The engine itself: statements in, findings out."""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import InputError, InternalError
from kg.validate.engines.fast.compiling import compile_shapes
from kg.validate.engines.fast.facts import Facts
from kg.validate.engines.fast.judging import results
from kg.validate.engines.fast.shapes import Shape
from kg.validate.engines.fast.together import BlankComparedError
from kg.validate.engines.result import Findings, Result
from kg.validate.report import Finding
from kg.validate.rules import Rules


def run(facts: Facts, rules: Rules, file: str) -> list[Finding]:
    """The findings of the shapes on ``facts``, in no order.

    Raises ``Unsupported`` when the shapes are outside of the engine's part or malformed, and as
    the reference engine does for values that no engine can compare.
    """
    shapes = compile_shapes(rules.shapes)
    return Findings(rules, file).of(judge_all(shapes, facts, rules))


def judge_all(shapes: Sequence[Shape], facts: Facts, rules: Rules) -> list[Result]:
    """The breaches of every shape. Raises as ``run`` does."""
    try:
        return [
            one for shape in shapes for one in results(facts, shape, shape.targets.focus(facts))
        ]
    except BlankComparedError:
        kind = InternalError if rules.own else InputError
        raise kind(
            "the shapes cannot be followed: a blank node is compared",
            where="shapes",
            todo="mend the shapes",
        ) from None
