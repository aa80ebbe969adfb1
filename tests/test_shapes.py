"""Every constraint of shapes/ fires when, and only when, a good graph is broken at its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import resources
from kg.validate import Engine, Finding
from kg.validate.engine import judge
from kg.validate.rules import Rules, load_rules
from kg.validate.shapesgraph import SH

DATA = Path(__file__).parent / "shapes"
GOOD = (DATA / "good.ttl").read_text(encoding="utf-8")

BOTH: tuple[Engine, Engine] = ("fast", "pyshacl")

# What a shape says beside its constraints.
NOT_CONSTRAINTS = {
    "targetClass",
    "targetSubjectsOf",
    "targetObjectsOf",
    "property",
    "path",
    "severity",
    "message",
    "description",
    "qualifiedValueShape",  # its counts are the constraints
}


@dataclass(frozen=True, slots=True)
class Change:
    """A change to one thing of good.ttl."""

    thing: str
    goes: str
    comes: str

    def made(self) -> str:
        """The text of good.ttl after the change."""
        blocks = GOOD.split("\n\n")
        found = [i for i, block in enumerate(blocks) if block.split("\n")[0] == self.thing]
        assert len(found) == 1, f"{self.thing} is not one thing of good.ttl"
        blocks[found[0]] = self._changed(blocks[found[0]])
        return "\n\n".join(blocks)

    def _changed(self, block: str) -> str:
        if self.goes == "(subject)":
            return block.replace(self.thing, self.comes, 1)
        line = f"    {self.goes} ;\n"
        assert block.count(line) == 1, f"{self.thing} does not say {self.goes} once"
        return block.replace(line, f"    {self.comes} ;\n" if self.comes else "")


def rows(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


BREACHES = [(shape, constraint, Change(*rest)) for shape, constraint, *rest in rows("breaches.tsv")]
NEAR_MISSES = [(why, Change(*rest)) for why, *rest in rows("still-good.tsv")]


@cache
def rules() -> Rules:
    return load_rules()


@cache
def rules_beside(shape: str) -> Rules:
    """The rules of the file that declares ``shape``: all of them for each breach take long."""
    for file in sorted(resources.path("shapes").glob("*.ttl")):
        if re.search(rf"^kgs:{shape} ", file.read_text(encoding="utf-8"), re.MULTILINE):
            return load_rules([file])
    raise AssertionError(f"no file declares {shape}")


def findings(turtle: str, by: Rules | None = None, engine: Engine = "fast") -> tuple[Finding, ...]:
    quads = list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    return judge(quads, by or rules(), "good.ttl", engine=engine).findings


def declared() -> set[tuple[str, str]]:
    """Each shape with each of its constraints, as the files declare them."""
    return {
        (shape.value.rpartition("#")[2], predicate.removeprefix(SH))
        for shape in rules().shapes.subjects()
        for predicate in rules().shapes.predicates(shape)
        if isinstance(shape, ox.NamedNode)
        and predicate.startswith(SH)
        and not shape.value.endswith("-query")
        and predicate.removeprefix(SH) not in NOT_CONSTRAINTS
    }


def test_the_good_graph_is_good() -> None:
    assert findings(GOOD) == findings(GOOD, engine="pyshacl") == ()


def test_every_constraint_has_a_breach() -> None:
    assert {(shape, constraint) for shape, constraint, _ in BREACHES} == declared()


@pytest.mark.parametrize(
    ("shape", "constraint", "change"),
    BREACHES,
    ids=[f"{shape}-{constraint}-{i}" for i, (shape, constraint, _) in enumerate(BREACHES)],
)
def test_a_breach_is_found(shape: str, constraint: str, change: Change) -> None:
    fast, reference = (findings(change.made(), rules_beside(shape), engine) for engine in BOTH)
    fired = {(f.shape.rpartition("#")[2], f.constraint) for f in fast}
    assert (shape, constraint) in fired
    assert set(fast) == set(reference)


@pytest.mark.parametrize(
    ("why", "change"), NEAR_MISSES, ids=[why.replace(" ", "-") for why, _ in NEAR_MISSES]
)
def test_a_near_miss_is_not_found(why: str, change: Change) -> None:
    assert findings(change.made()) == findings(change.made(), engine="pyshacl") == (), why


def test_every_shape_speaks_to_people() -> None:
    shapes = rules().shapes
    for shape, constraint in declared():
        node = ox.NamedNode(f"https://example.org/kg/shapes#{shape}")
        told = next(iter(shapes.objects(node, SH + "sparql")), node)
        assert shapes.objects(told, SH + "message"), f"{shape} has no message for {constraint}"
        assert shapes.objects(node, SH + "description"), f"{shape} does not say what to do"


def test_a_contradiction_is_a_warning_and_not_a_violation() -> None:
    [change] = [c for shape, _, c in BREACHES if shape == "Contest-twoCandidates"]
    [found] = [f for f in findings(change.made()) if f.shape.endswith("Contest-twoCandidates")]
    assert found.severity == "warning"
    assert found.value == "https://example.org/kg/id/person/mike-lerry--sedgemoor"
