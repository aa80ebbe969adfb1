"""What an engine hands back, and the words for shapes that have none of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.validate.report import Finding, Severity
from kg.validate.rules import Rules
from kg.validate.shapesgraph import ShapesGraph

SEVERITIES: dict[str, Severity] = {
    "http://www.w3.org/ns/shacl#Info": "info",
    "http://www.w3.org/ns/shacl#Warning": "warning",
    "http://www.w3.org/ns/shacl#Violation": "violation",
}


@dataclass(frozen=True, slots=True)
class Result:
    """One breach of a constraint, its terms as findings show them.

    ``shape`` is an IRI, or the label of a blank node without ``_:``; ``path`` is None when it is
    more than one property. ``value_type`` is as in ``Finding``.
    """

    shape: str
    constraint: str
    severity: str
    messages: tuple[str, ...]
    focus: str
    path: str | None
    value: str | None
    value_type: str | None


class Findings:
    """Makes findings of results, in the same words whichever engine they come from."""

    def __init__(self, rules: Rules, file: str) -> None:
        self._rules, self._file = rules, file
        self._owners = _owners(rules.shapes)

    def of(self, results: Iterable[Result]) -> list[Finding]:
        """A finding for each result."""
        return [self._one(result) for result in results]

    def _one(self, result: Result) -> Finding:
        shape = self._owners.get(result.shape, result.shape)
        return Finding(
            self._file,
            SEVERITIES.get(result.severity, "violation"),
            shape,
            result.constraint,
            " ".join(sorted(result.messages)) or default_message(result.constraint),
            self._rules.hints.get(result.shape) or self._rules.hints.get(shape),
            focus=result.focus,
            path=result.path,
            value=result.value,
            value_type=result.value_type,
        )


@lru_cache(maxsize=8)
def _owners(shapes: ShapesGraph) -> Mapping[str, str]:
    return shapes.owners()


def default_message(constraint: str) -> str:
    """What is said when the shape says nothing."""
    return f"This breaks the constraint sh:{constraint} of the shape."
