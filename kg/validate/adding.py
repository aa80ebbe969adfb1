"""What an addition may not say, whatever the shapes say, and what the graph said of it before.

Nobody speaks in kg's own name, and nobody changes what is known of a thing unseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import pyoxigraph as ox

from kg.validate import checks
from kg.validate.addition import judge_addition
from kg.validate.engine import Judgement, counted
from kg.validate.engines import Engine
from kg.validate.engines.fast.loading import facts_of
from kg.validate.engines.fast.words import kind
from kg.validate.known import Known
from kg.validate.passages import misquoted
from kg.validate.report import Finding, Severity
from kg.validate.rules import Rules
from kg.validate.terms import text_of
from kg.vocab import DCTERMS, KGO, OWL, RDF

_IDENTITY = frozenset({OWL.sameAs, DCTERMS.isReplacedBy, KGO.splitInto})
# Each article and each reading of a passage gives its own, so another value takes nothing back.
_EACH_ITS_OWN = frozenset(
    {
        KGO.asOf,
        KGO.confidence,
        KGO.decision,
        KGO.printedName,
        KGO.printedPlace,
        KGO.printedRole,
        KGO.rule,
        DCTERMS.date,
    }
)
_RESERVED = (
    "Only kg itself says what a submission is, and who handed it in.",
    "Leave these statements out; kg submit makes them.",
)
_MATCHED = (
    "Whether two things are one is a match decision, and no submission can make it.",
    "Leave this out and propose the match to the maintainers.",
)
_DERIVED = (
    "This is worked out from endorsements and never stated.",
    "State the endorsement itself, with its evidence.",
)
_ANOTHER = (
    "The graph has something else here already.",
    "See whether both are right; if another thing is meant, give it another name.",
)
_MORE = (
    "This adds to something that is in the graph already.",
    "See that the same thing is meant.",
)


def judge_against(
    quads: Sequence[ox.Quad],
    known: Known,
    rules: Rules,
    file: str,
    faults: Sequence[Finding] = (),
    engine: Engine = "auto",
) -> Judgement:
    """What ``judge_addition`` finds, with what the graph said before, and what additions may not.

    The numbers of the judgement are those of ``quads`` alone. Raises as ``judge_addition`` does.
    """
    judged = judge_addition(quads, known, rules, file, faults, engine)
    if faults or any(finding.shape == "object" for finding in judged.findings):
        return judged
    by_shape = _looked_at(quads, known, rules)
    looked_at = checks.all_of(by_shape)
    findings = [
        *(replace(finding, already=known.already(finding)) for finding in judged.findings),
        *_remarks(sorted(set(quads), key=str), known, rules, file),
        *misquoted(quads, known, file),
    ]
    if not looked_at:
        findings += checks.unchecked(facts_of(quads, ()), looked_at, file)
    shapes = counted(by_shape)
    return replace(judged, findings=tuple(findings), focus_nodes=len(looked_at), shapes=shapes)


def _looked_at(
    quads: Sequence[ox.Quad], known: Known, rules: Rules
) -> Mapping[str, frozenset[str]]:
    """The things that ``quads`` describe and a shape looks at, here or in the graph, by shape."""
    own = facts_of(quads, ())
    there = [
        quad for subject in {text_of(q.subject) for q in quads} for quad in known.about(subject)
    ]
    found = checks.focus_nodes(facts_of((*quads, *there), rules.hierarchy), rules)
    return {shape: nodes & own.subjects for shape, nodes in found.items()}


def _remarks(
    statements: Iterable[ox.Quad], known: Known, rules: Rules, file: str
) -> Iterator[Finding]:
    """What an addition may not say, and what it says of things that are there already."""
    told: set[str] = set()
    for quad in statements:
        subject = text_of(quad.subject)
        there = known.about(subject)
        if any((q.predicate, q.object) == (quad.predicate, quad.object) for q in there):
            continue  # it is in the graph, so nothing changes
        if forbidden := _forbidden(quad, known.base):
            yield _finding(quad, "violation", "reserved", forbidden, file)
        elif rivals := _rivals(quad, there, rules):
            found = _finding(quad, "warning", "another", _ANOTHER, file)
            yield replace(found, already=known.told(rivals))
        elif there and subject not in told:
            told.add(subject)
            found = _finding(quad, "info", "more", _MORE, file)
            yield replace(found, already=known.told(there))


def _forbidden(quad: ox.Quad, base: str) -> tuple[str, str] | None:
    if text_of(quad.subject).startswith(f"{base}id/submission/"):
        return _RESERVED
    if quad.predicate.value in _IDENTITY or text_of(quad.object) == KGO.MatchDecision:
        return _MATCHED
    return _DERIVED if quad.predicate.value == KGO.backs else None


def _rivals(quad: ox.Quad, there: Sequence[ox.Quad], rules: Rules) -> list[ox.Quad]:
    """The statements that are there and say something else of what ``quad`` says."""
    predicate = quad.predicate.value
    if predicate == RDF.type:
        above = rules.superclasses()
        types = [q for q in there if q.predicate.value == RDF.type]
        wider = {w for q in types for w in above.get(text_of(q.object), ())}
        return [] if text_of(quad.object) in wider else types
    if not isinstance(quad.object, ox.Literal) or predicate in _EACH_ITS_OWN:
        return []
    return [q for q in there if q.predicate.value == predicate]


def _finding(
    quad: ox.Quad, severity: Severity, constraint: str, words: tuple[str, str], file: str
) -> Finding:
    message, hint = words
    return Finding(
        file,
        severity,
        "addition",
        constraint,
        message,
        hint,
        focus=text_of(quad.subject),
        path=quad.predicate.value,
        value=text_of(quad.object),
        value_type=kind(str(quad.object)),
    )
