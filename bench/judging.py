"""The fast engine against pySHACL, additions to a small and to a large graph, and a whole command.

Both engines are given the same statements in memory and hand back findings, so that turning the
statements into what they work on, judging and reading the results are all in the figure.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from bench.generate import article
from bench.measure import PROCESSOR, Line, once, seconds
from kg.gazetteer import Gazetteer
from kg.iris import DEFAULT_BASE, Minter
from kg.nquads import quads_of as statements_of
from kg.nquads import sort_text
from kg.rdf import quads as quads_of
from kg.store.layout import Layout
from kg.validate.addition import judge_addition
from kg.validate.against import Against
from kg.validate.engine import Judgement, judge
from kg.validate.engines import Engine
from kg.validate.known import Known
from kg.validate.rules import load_rules
from kg.vocab import PREFIXES

_FASTER = 100.0
_FAST_ROUNDS = 5
_ADDITION = 60
_MILLISECONDS = 5.0
_GROWTH = 1.5
_COMMAND_SECONDS = 1.5
_LINES = 83  # a list; with those of three lists and the prose, just over 250 endorsements


def judge_whole(file: Path) -> list[Line]:
    """The whole graph by each engine, in the order in which a build hands its statements in.

    Raises ``AssertionError`` when their findings differ.
    """
    rules, quads = load_rules(), list(statements_of(sort_text(file.read_bytes())))

    def run(engine: Engine) -> tuple[float, Judgement]:
        return once(lambda: judge(quads, rules, "graph", engine=engine))

    before = [run("fast") for _ in range(_FAST_ROUNDS)]
    theirs, reference = run("pyshacl")
    after = [run("fast") for _ in range(_FAST_ROUNDS)]
    ours = median(taken for taken, _ in (*before, *after))
    if set(before[0][1].findings) != set(reference.findings):
        raise AssertionError("the engines disagree")
    faster = theirs / ours
    return [
        Line(
            "judge",
            f"{len(quads):,} statements, {len(set(reference.findings))} findings, against pySHACL",
            f">= {_FASTER:g}x faster",
            f"{faster:.0f}x faster",
            faster >= _FASTER,
            f"{seconds(ours)} against {seconds(theirs)}",
        )
    ]


def judge_additions(small: Path, large: Path, quads: Sequence[Quad], rounds: int) -> list[Line]:
    """About 60 statements, new to the graph, added to a small store and to a large one.

    ``quads`` are statements of both, to make the additions of. Judged in turns, in this process.
    """
    rules = load_rules()
    additions = list(_additions(quads, 10 * rounds))
    with _known(small) as one, _known(large) as other:
        taken: dict[Known, list[float]] = {one: [], other: []}
        for added in additions:
            for known in taken:
                start = PROCESSOR()
                judge_addition(added, known, rules, "addition")
                taken[known].append(PROCESSOR() - start)
        first, second = (median(times) for times in taken.values())
    size = median(len(added) for added in additions)
    told = f"{size:g} statements added to the small graph, and to the large one"
    most = f"<= {_MILLISECONDS:g} ms"
    passed = max(first, second) * 1000 <= _MILLISECONDS
    ratio = second / first
    return [
        Line("judge", told, most, f"{seconds(first)}, {seconds(second)}", passed),
        Line("judge", "the large one", f"<= {_GROWTH:g}x", f"{ratio:.2f}x", ratio <= _GROWTH),
    ]


def judge_file(folder: Path, seed: int, gazetteer: Gazetteer, rounds: int) -> list[Line]:
    """``kg validate`` of a file of 250 endorsements: a whole process, its worker included."""
    made = article(seed, 0, gazetteer, lines=_LINES)
    quads = quads_of(made.extraction, made.resolution, gazetteer, Minter())
    file = folder / "submission.trig"
    with file.open("wb") as sink:
        serialize(quads, sink, RdfFormat.TRIG, prefixes=dict(PREFIXES))
    taken = []
    for _ in range(rounds):
        start = perf_counter()
        command = [sys.executable, "-m", "kg", "validate", str(file)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken.append(perf_counter() - start)
    name = (
        f"kg validate, {len(made.extraction.endorsements)} endorsements, {len(quads):,} statements"
    )
    limit, found = f"<= {_COMMAND_SECONDS:g} s", median(taken)
    return [Line("judge", name, limit, seconds(found), found <= _COMMAND_SECONDS)]


def _known(store: Path) -> Known:
    version = Layout(store).version(Layout(store).served())
    return Known(Against(DEFAULT_BASE, version.graph, version.index))


def _additions(quads: Sequence[Quad], count: int) -> Iterator[list[Quad]]:
    """Endorsements of the graph given to people whom it does not know, with all that shows them."""
    about: dict[object, list[Quad]] = {}
    for quad in quads:
        about.setdefault(quad.subject, []).append(quad)
    found = sorted(str(node) for node in about if "/id/endorsement/" in str(node))
    step = max(1, len(found) // (count * 4))
    chosen = iter(found[::step])
    for number in range(count):
        made: dict[Quad, None] = {}
        while len(made) < _ADDITION * 2 // 3:
            made |= dict.fromkeys(_described(NamedNode(next(chosen)[1:-1]), about))
        yield [_renamed(quad, number) for quad in made]


def _described(node: NamedNode, about: dict[object, list[Quad]]) -> Iterator[Quad]:
    own = ("/id/person/", "/id/membership/", "/id/evidence/")
    waiting, seen = [node], set()
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        for quad in about.get(one, ()):
            yield quad
            if isinstance(quad.object, NamedNode) and any(
                part in quad.object.value for part in own
            ):
                waiting.append(quad.object)


def _renamed(quad: Quad, number: int) -> Quad:
    """The statement about other people, other passages and what is theirs."""
    ends = (
        NamedNode(_other(term.value, number)) if isinstance(term, NamedNode) else term
        for term in (quad.subject, quad.object)
    )
    subject, value = ends
    return Quad(subject, quad.predicate, value)


def _other(iri: str, number: int) -> str:
    iri = re.sub(r"(/id/evidence/[0-9a-f]{16}/)", rf"\g<1>9{number}", iri)
    if "/id/endorsement/" in iri:
        return re.sub(r"(/id/endorsement/[^/]+/)", rf"\g<1>new-{number}-", iri)
    return re.sub(r"(/id/(?:person|membership)/)", rf"\g<1>new-{number}-", iri)
