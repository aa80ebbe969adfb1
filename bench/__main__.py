"""``python -m bench``: print figures with their targets; exit 1 when a target is missed."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from bench.differing import differ
from bench.exporting import export, export_as_rdflib, export_memory
from bench.identity import identity
from bench.joining import joining
from bench.judging import judge_additions, judge_file, judge_whole
from bench.measure import Line
from bench.parsing import parse
from bench.plan import Plan, progress
from bench.positions import position
from bench.reading import read
from bench.report import as_json, as_table
from bench.serving import remote, report
from bench.starting import start
from bench.storing import ask, ask_as_rdflib, load
from kg.lexicon import load_lexicon

_SIZE, _QUICK_SIZE = 100_000, 10_000
_RDFLIB_SIZE = 100_000
_SMALL_SIZE = 10_000


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code says whether every target was met."""
    given = _arguments(argv)
    size = given.size or (_QUICK_SIZE if given.quick else _SIZE)
    lines: list[Line] = []
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as folder:
        plan = Plan(size, given.seed, given.quick, Path(folder))
        for section in given.only:
            progress(f"measuring: {section}")
            lines += _SECTIONS[section](plan)
    show = as_json if given.json else as_table
    print(show(lines, size, given.seed))
    return 1 if any(line.passed is False for line in lines) else 0


def _start(plan: Plan) -> Iterable[Line]:
    return start(plan.graph(_SMALL_SIZE).store, 5 if plan.quick else 15)


def _reading(plan: Plan) -> Iterable[Line]:
    return read(plan.seed, plan.gazetteer, load_lexicon(), 10 if plan.quick else 40, plan.rounds)


def _parse(plan: Plan) -> Iterable[Line]:
    return parse(plan.gazetteer, load_lexicon(), plan.rounds)


def _identity(plan: Plan) -> Iterable[Line]:
    yield from identity(plan.seed, plan.gazetteer, plan.rounds)
    yield from joining(plan.seed, plan.gazetteer, plan.rounds)


def _load(plan: Plan) -> Iterable[Line]:
    return load(plan.graph().file, plan.graph().quads, plan.folder / "loads", plan.rounds)


def _query(plan: Plan) -> Iterable[Line]:
    graph, small = plan.graph(), plan.graph(_SMALL_SIZE)
    yield from ask(graph.store, graph.file, plan.values(), plan.folder, plan.rounds)
    yield from ask_as_rdflib(small.store, small.quads, plan.values(_SMALL_SIZE))


def _remote(plan: Plan) -> Iterable[Line]:
    return remote(plan.graph(_SMALL_SIZE).store, plan.values(_SMALL_SIZE), plan.rounds)


def _report(plan: Plan) -> Iterable[Line]:
    return report(plan.graph().store, len(plan.graph().quads), plan.rounds)


def _judge(plan: Plan) -> Iterable[Line]:
    small, large = plan.graph(), plan.larger()
    yield from judge_whole(small.file)
    yield from judge_additions(small.store, large.store, small.quads, plan.rounds)
    yield from judge_file(plan.folder, plan.seed, plan.gazetteer, plan.rounds)


def _export(plan: Plan) -> Iterable[Line]:
    graph, modest = plan.graph(), plan.graph(_RDFLIB_SIZE)
    yield from export(graph.store, graph.quads, plan.rounds)
    yield from export_as_rdflib(modest.store, modest.quads)
    yield from export_memory(graph.store, len(graph.quads), plan.folder)


def _diff(plan: Plan) -> Iterable[Line]:
    return differ(plan.graph().file, plan.folder, plan.rounds)


def _position(plan: Plan) -> Iterable[Line]:
    return position(plan.graph().store, plan.rounds)


_SECTIONS: Mapping[str, Callable[[Plan], Iterable[Line]]] = {
    "start": _start,
    # Before reading, which leaves much in memory: what grows is then no nearer at hand.
    "identity": _identity,
    "reading": _reading,
    "parse": _parse,
    "load": _load,
    "position": _position,
    "query": _query,
    "remote": _remote,
    "report": _report,
    "export": _export,
    "diff": _diff,
    "judge": _judge,
}


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--size", type=int, help=f"statements of the graph (default {_SIZE:,})")
    parser.add_argument("--quick", action="store_true", help="a small graph and few rounds")
    parser.add_argument("--seed", type=int, default=1, help="of the generator (default 1)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument(
        "--only",
        type=_sections,
        default=tuple(_SECTIONS),
        help=f"some of {','.join(_SECTIONS)}, with commas between",
    )
    return parser.parse_args(argv)


def _sections(text: str) -> tuple[str, ...]:
    chosen = tuple(text.split(","))
    for name in chosen:
        if name not in _SECTIONS:
            raise argparse.ArgumentTypeError(f"{name} is none of {', '.join(_SECTIONS)}")
    return chosen


if __name__ == "__main__":
    sys.exit(main())
