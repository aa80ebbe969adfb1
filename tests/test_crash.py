"""kill -9 while publishing: readers get the old graph or the new one, and the next build works."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Quad

from kg.nquads import sorted_lines
from kg.store import open_store, publish, verify
from kg.store.layout import Layout
from tests.killing import in_memory
from tests.plaingraphs import graph

ROOT = Path(__file__).parent.parent
ROUNDS = 30
tmp_path = in_memory
ARTICLES = 40

_PUBLISH = """
import sys
from pathlib import Path
from kg.store import publish
from tests.plaingraphs import graph
quads = graph(int(sys.argv[2]), sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
publish(Path(sys.argv[1]), quads)
"""

# The same, but it kills itself at its n-th step that touches the store's files.
_PUBLISH_UP_TO = """
import os, signal, sys
from pathlib import Path
from kg.store import publish
from tests.plaingraphs import graph
folder, quads, last = sys.argv[1], graph(int(sys.argv[2]), sys.argv[3]), int(sys.argv[4])
steps = 0
def watch(event, arguments):
    global steps
    if event in {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir"}:
        steps += 1
        if steps == last:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
publish(Path(folder), quads)
print(steps)
"""


def start(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def served(folder: Path) -> list[bytes]:
    with open_store(str(folder)) as store:
        return list(store.lines())


def assert_whole(folder: Path, old: list[Quad], new: list[Quad]) -> None:
    """The store serves one of the two graphs, undamaged, and can be written at once."""
    assert served(folder) in (sorted_lines(old), sorted_lines(new))
    assert verify(folder).damage == ()
    publish(folder, new)
    assert served(folder) == sorted_lines(new)
    left = {path.name for path in folder.iterdir()}
    assert left == {"CURRENT", "kg.lock", "versions"}
    assert {path.name for path in (folder / "versions").iterdir()} == set(Layout(folder).kept())


def _delays(folder: Path) -> Iterator[float]:
    """Seconds after which to kill: from none to longer than publishing takes in ``folder``."""
    longest = 1.3 * _seconds_to_publish(folder)
    chance = random.Random(20151117)  # noqa: S311 - the same moments each time, not secrets
    yield 0.0
    for _ in range(ROUNDS - 1):
        yield chance.uniform(0, longest)


def _seconds_to_publish(folder: Path) -> float:
    begin = time.monotonic()
    publish(folder, graph(ARTICLES))
    return time.monotonic() - begin


def test_kill_at_random_moments_leaves_the_old_graph_or_the_new(tmp_path: Path) -> None:
    old = graph(ARTICLES, "start")
    folder = tmp_path / "kg"
    publish(folder, old)
    codes = []
    for number, delay in enumerate(_delays(tmp_path / "timed")):
        new = graph(ARTICLES, str(number))
        with start(_PUBLISH, folder, ARTICLES, number) as process:
            assert process.stdin
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
            process.stdin.write("go\n")
            process.stdin.flush()
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
            codes.append(process.wait())
        assert_whole(folder, old, new)
        old = new
    assert len(codes) == ROUNDS
    assert -signal.SIGKILL in codes


def test_kill_at_the_first_build_leaves_nothing_or_the_graph(tmp_path: Path) -> None:
    new = graph(3)
    for step in (1, 5, 20, 40):
        folder = tmp_path / str(step)
        with start(_PUBLISH_UP_TO, folder, 3, "", step) as process:
            assert process.wait() == -signal.SIGKILL
        publish(folder, new)
        assert_whole(folder, new, new)


def test_kill_at_every_other_step_leaves_the_old_graph_or_the_new(tmp_path: Path) -> None:
    """Steps are the files that are opened, made, renamed and removed, so none is left to luck."""
    old = graph(3, "start")
    publish(tmp_path, old)
    step, code = 1, -signal.SIGKILL
    outcomes = set()
    while code == -signal.SIGKILL:
        new = graph(3, str(step))
        with start(_PUBLISH_UP_TO, tmp_path, 3, step, step) as process:
            code = process.wait()
        outcomes.add(served(tmp_path) == sorted_lines(new))
        assert_whole(tmp_path, old, new)
        old, step = new, step + 5
    assert code == 0
    assert outcomes == {False, True}
    assert step > ROUNDS
