"""The shapes and the ontology, loaded once for a run: what to judge by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pyoxigraph as ox

from kg import resources
from kg.errors import InputError, KgError, ResourceError
from kg.validate.shapesgraph import RDFS_CLASS, SH, ShapesGraph
from kg.vocab import KGO, RDF

_SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
_OWL_CLASS = "http://www.w3.org/2002/07/owl#Class"
_OWL_DATATYPE = "http://www.w3.org/2002/07/owl#DatatypeProperty"
_TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")
_SHAPES = frozenset((SH + "NodeShape", SH + "PropertyShape"))


@dataclass(frozen=True, slots=True)
class Targets:
    """What a shape looks at: instances of classes, users of properties, single nodes."""

    classes: frozenset[str]
    subjects_of: frozenset[str]
    objects_of: frozenset[str]
    nodes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """All that a run judges by.

    ``shapes`` are statements as written, for each engine to make of them what it needs; ``hints``
    goes by the IRI of the shape, ``targets`` by its IRI or a number: those that look at something
    by themselves. ``terms`` are all that the ontology declares or lists;
    ``datatype_properties`` are those whose values are literals, ``hierarchy`` the subclass
    statements, which the engine needs beside the data. ``own`` says that the shapes are kg's.
    """

    shapes: ShapesGraph
    targets: Mapping[str, Targets]
    hints: Mapping[str, str]
    terms: frozenset[str]
    datatype_properties: frozenset[str]
    hierarchy: tuple[ox.Quad, ...]
    own: bool

    def superclasses(self) -> Mapping[str, frozenset[str]]:
        """Each class with all classes above it, itself included."""
        above: dict[str, set[str]] = {}
        for quad in self.hierarchy:
            above.setdefault(_value(quad.subject), set()).add(_value(quad.object))
        return {name: _reach(name, above) for name in above}


def load_rules(shapes: Sequence[Path] | None = None) -> Rules:
    """The rules of kg, or those of the user's own ``shapes`` with the ontology of kg.

    Raises ``ResourceError`` naming file and line when a file that kg ships is missing or
    malformed, or no shape looks at a class of the ontology; ``InputError`` when a file of
    ``shapes`` is.
    """
    ontology = _parse(resources.path("ontology", "kg.ttl"), _ours)
    quads = _own_shapes() if shapes is None else [q for p in shapes for q in _parse(p, _theirs)]
    graph = ShapesGraph.of(quads)
    rules = Rules(
        graph,
        _targets(graph),
        {_value(s): _value(o) for s, o in graph.pairs(SH + "description")},
        frozenset(_value(q.subject) for q in ontology if isinstance(q.subject, ox.NamedNode)),
        frozenset(_value(q.subject) for q in ontology if _value(q.object) == _OWL_DATATYPE),
        tuple(q for q in ontology if q.predicate.value == _SUBCLASS),
        shapes is None,
    )
    if shapes is None:
        _refuse_gaps(rules, ontology)
    return rules


def _own_shapes() -> list[ox.Quad]:
    folder = resources.path("shapes")
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise ResourceError("there are no shapes", where=str(folder), todo="install kg again")
    return [quad for file in files for quad in _parse(file, _ours)]


def _ours(what: str, where: str) -> KgError:
    return ResourceError(what, where=where, todo="install kg again, or mend the file")


def _theirs(what: str, where: str) -> KgError:
    return InputError(what, where=where, todo="mend the shapes")


def _parse(file: Path, fault: Callable[[str, str], KgError]) -> list[ox.Quad]:
    try:
        data = file.read_bytes()
        # Labels of blank nodes are local to a file; renaming keeps those of two files apart.
        found = ox.parse(data, format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)
        return list(found)
    except OSError as error:
        raise fault(f"cannot be read: {error.strerror}", str(file)) from error
    except SyntaxError as error:
        raise fault(f"not valid Turtle: {error.msg}", f"{file}:{error.lineno}") from error


def _refuse_gaps(rules: Rules, ontology: Iterable[ox.Quad]) -> None:
    """A class without a shape would make every graph of it conform."""
    fixed = str(resources.path("shapes"))
    looked_at = {name for targets in rules.targets.values() for name in targets.classes}
    for quad in ontology:
        name = _value(quad.subject)
        if not (name.startswith(KGO.NS) and _value(quad.object) == _OWL_CLASS):
            continue
        above = rules.superclasses().get(name, frozenset())
        if not ({name} | above) & looked_at:
            raise ResourceError(f"no shape looks at {name}", where=fixed, todo="restore the shapes")


def _targets(shapes: ShapesGraph) -> dict[str, Targets]:
    """The targets of each shape that is in force, by its name, sorted.

    Shapes without an IRI are numbered as they come: their labels are made up anew in each run.
    """
    found: dict[str, Targets] = {}
    numbers = (f"_:shape{number}" for number in count(1))
    for node in shapes.subjects():
        if any(_value(one) in ("true", "1") for one in shapes.objects(node, SH + "deactivated")):
            continue
        named = (shapes.objects(node, SH + name) for name in _TARGETS)
        classes, subjects_of, objects_of, nodes = (frozenset(map(_value, one)) for one in named)
        types = set(map(_value, shapes.objects(node, RDF.type)))
        if RDFS_CLASS in types and types & _SHAPES:
            classes |= {_value(node)}  # a shape that is also a class looks at its instances
        if classes or subjects_of or objects_of or nodes:
            name = node.value if isinstance(node, ox.NamedNode) else next(numbers)
            found[name] = Targets(classes, subjects_of, objects_of, nodes)
    return dict(sorted(found.items()))


def _reach(name: str, above: Mapping[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(above.get(one, ()))
    return frozenset(found)


def _value(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.BlankNode | ox.Literal) else str(term)
