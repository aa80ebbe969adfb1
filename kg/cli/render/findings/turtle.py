"""A report as the ``sh:ValidationReport`` of the SHACL recommendation, section 3.6, in Turtle.

As there, ``sh:conforms`` is true only when there is no result at all, be it as mild as it may.
Checks that kg makes beside the shapes are named in the namespace of kg's shapes. The place of a
finding, for which SHACL has no property, is its ``rdfs:comment``. Waived findings are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.plain import clean_graph
from kg.validate import Finding, Report
from kg.validate.render import place

if TYPE_CHECKING:
    from kg.validate import Severity

_PREFIXES = """\
@prefix kgs: <https://example.org/kg/shapes#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
"""
_SHACL = "http://www.w3.org/ns/shacl#"
_CHECKS = "https://example.org/kg/shapes#"
_SEVERITY: dict[Severity, str] = {
    "info": "sh:Info",
    "warning": "sh:Warning",
    "violation": "sh:Violation",
}
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20\x7f-\x9f<>\"{}|\\^`]*")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
# A blank node's label as engines make it; one that Turtle could not write is left out.
_LABEL = re.compile(r"_:[A-Za-z0-9]+")


def as_turtle(report: Report) -> str:
    """The whole report, its results in the order of the findings."""
    results = [_result(finding) for finding in report.findings]
    lines = ["[] a sh:ValidationReport", f"    sh:conforms {'false' if results else 'true'}"]
    if results:
        lines.append(f"    sh:result {', '.join(results)}")
    body = " ;\n".join(lines)
    text = f"{_PREFIXES}\n{body} .\n"
    return clean_graph(text.encode("utf-8", "replace")).decode("utf-8")


def _result(finding: Finding) -> str:
    body = "".join(f"        {name} {term} ;\n" for name, term in _properties(finding))
    return f"[\n        a sh:ValidationResult ;\n{body}    ]"


def _properties(finding: Finding) -> Iterator[tuple[str, str]]:
    yield "sh:resultSeverity", _SEVERITY[finding.severity]
    yield "sh:sourceConstraintComponent", _component(finding)
    yield "sh:sourceShape", _node(finding.shape) or _check(finding.shape)
    yield "sh:focusNode", _node(finding.focus) or _literal(finding.focus or finding.file)
    if finding.path and (path := _node(finding.path)):
        yield "sh:resultPath", path
    if finding.value is not None:
        yield "sh:value", _value(finding.value, finding.value_type)
    yield "sh:resultMessage", _literal(finding.message)
    where = place(finding)
    yield "rdfs:comment", _literal(f"{finding.file}, {where}" if where else finding.file)


def _component(finding: Finding) -> str:
    """The component of SHACL that a constraint is of, or the name of a check of kg's own.

    A shape has an IRI, a check that is none has only a name.
    """
    name = finding.constraint
    if _node(finding.shape) is None or not _NAME.fullmatch(name):
        return _check(name)
    upper = "SPARQL" if name == "sparql" else name[:1].upper() + name[1:]
    return f"<{_SHACL}{upper}ConstraintComponent>"


def _check(name: str) -> str:
    plain = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-") or "check"
    return f"<{_CHECKS}{plain}>"


def _node(text: str | None) -> str | None:
    """An IRI or a blank node as Turtle writes it; None for anything else."""
    if text and _LABEL.fullmatch(text):
        return text
    return f"<{text}>" if text and _IRI.fullmatch(text) else None


def _value(text: str, kind: str | None) -> str:
    """A value as the term that it is; one of an unknown kind is an IRI if it looks like one."""
    if kind in (None, "iri", "blank"):
        return _node(text) or _literal(text)
    return _literal(text, kind)


def _literal(text: str, kind: str | None = None) -> str:
    from pyoxigraph import Literal, NamedNode  # here: `kg --help` does without it

    plain = text.encode("utf-8", "replace").decode("utf-8")
    try:
        if kind is not None and kind.startswith("@"):
            return str(Literal(plain, language=kind[1:]))
        if kind is not None:
            return str(Literal(plain, datatype=NamedNode(kind)))
    except ValueError:
        pass  # of a kind that Turtle has no words for, such as a text with a direction
    return str(Literal(plain))
