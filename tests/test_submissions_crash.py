"""kill -9, full disks and second writers while something is handed in or retracted.

Whatever happens: readers get the old graph or the new one, whole; a file that was taken is in the
graph or its record says that it is not; and handing in again finishes what was interrupted.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store import verify
from kg.submissions import Reason, retract, standing
from kg.submissions.shelf import place
from tests.handing import exports, given, hand_in, lines, make_store, stance
from tests.killing import in_memory

ROOT = Path(__file__).parent.parent
ROUNDS = 12
tmp_path = in_memory
TEXT = stance("Nina Vale")
KEY = hashlib.sha256(TEXT.encode()).hexdigest()[:16]

# Judging takes most of the time and touches no file of the store, so it is done beforehand.
_HAND_IN = """
import os, resource, signal, sys
from pathlib import Path
from kg.errors import StoreError
from kg.submissions import Handing, Reason, retract, standing, submit
from kg.submissions import taking
from kg.validate import FileReport, Judged, Report, Submission
from kg.validate.naming import named
import pyoxigraph as ox
doing, folder, text = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
last, limit = int(sys.argv[4]), int(sys.argv[5])
statements = named(ox.parse(text, format=ox.RdfFormat.TURTLE), "https://e.example/#")
report = Report((FileReport("more.ttl", True, "text/turtle", 1, 1),), ())
taking.judge_submission = lambda *_: Judged(report, statements)
steps = 0
def watch(event, arguments):
    global steps
    if event in {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate"}:
        steps += 1
        if steps == last:
            os.kill(os.getpid(), signal.SIGKILL)
print("ready", flush=True)
sys.stdin.readline()
sys.addaudithook(watch)
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    if doing == "submit":
        file = Submission("more.ttl", "text/turtle", text.encode())
        for taken in submit(folder, [file], Handing("Bea")):
            print(taken.outcome)
    else:
        retract(folder, [one.id for one in standing(folder)], Reason())
except StoreError as error:
    print(error)
    sys.exit(error.exit_code)
print(steps)
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return make_store(tmp_path / "kg")


def start(doing: str, store: Path, last: int = 0, limit: int = 0) -> subprocess.Popen[str]:
    """Another process that does it once a line is written to it."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HAND_IN, doing, str(store), TEXT, str(last), str(limit)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def go(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Let it run to its end, or to where it kills itself."""
    out, err = process.communicate("go\n", timeout=60)
    assert err == ""
    return process.returncode, out


def assert_old_or_new(store: Path, old: dict[str, bytes], new: dict[str, bytes]) -> bool:
    """Whether the new graph is served; the record agrees with it, and the bytes are there."""
    served = exports(store)
    assert served in (old, new)
    assert verify(store).sound
    for record in standing(store):
        assert place(store, record.id).original.read_bytes() == TEXT.encode()
        if record.state == "accepted":
            assert served == new
        if served == new:
            assert record.state in ("accepted", "retracted")
    return served == new


@pytest.fixture
def both(store: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The exports without and with the submission, which is not in the store afterwards."""
    old = exports(store)
    code, out = go(start("submit", store))
    assert (code, out.splitlines()[0]) == (0, "accepted")
    new = exports(store)
    retract(store, [standing(store)[0].id], Reason())
    assert exports(store) == old
    return old, new


def test_kill_at_every_other_step_of_handing_in(
    store: Path, both: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    old, new = both
    step, code, outcomes = 1, -signal.SIGKILL, set()
    while code == -signal.SIGKILL:
        code, _ = go(start("submit", store, step))
        outcomes.add(assert_old_or_new(store, old, new))
        again, out = go(start("submit", store))
        assert again == 0, out
        assert exports(store) == new
        assert {record.state for record in standing(store)} == {"accepted"}
        retract(store, [standing(store)[0].id], Reason())
        assert exports(store) == old
        assert not list(store.rglob("*.part"))
        step += 13
    assert code == 0
    assert outcomes == {False, True}
    assert step > 13 * 6


def test_kill_at_every_other_step_of_a_first_submission(tmp_path: Path) -> None:
    """Nothing is there to replace: the folder comes whole or not at all."""
    for step in range(1, 60, 7):
        store = make_store(tmp_path / str(step))
        old = lines(store)
        go(start("submit", store, step))
        left = {path.name for path in (store / "submissions").glob("[!.]*")}
        assert left == {record.id for record in standing(store)}
        go(start("submit", store))
        assert lines(store) > old
        assert not list((store / "submissions").glob(".*"))


def test_kill_at_every_other_step_of_retracting(
    store: Path, both: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    old, new = both
    step, code = 1, -signal.SIGKILL
    while code == -signal.SIGKILL:
        assert go(start("submit", store))[0] == 0
        code, _ = go(start("retract", store, step))
        served = exports(store)
        assert served in (old, new)
        # Once the record says so, the next writer finishes it, whatever that writer is there for.
        retracted = {r.id: r.state for r in standing(store)}[KEY] == "retracted"
        hand_in(store, given(stance("Ann Other")))
        assert any(b"nina-vale" in line for line in lines(store)) is not retracted
        retract(store, [record.id for record in standing(store)], Reason())
        assert exports(store) == old
        step += 27
    assert code == 0
    assert step > 27 * 2


def _delays(longest: float) -> Iterator[float]:
    chance = random.Random(20151117)  # noqa: S311 - the same moments each time, not secrets
    yield 0.0
    for _ in range(ROUNDS - 1):
        yield chance.uniform(0, longest)


def test_kill_at_random_moments(
    store: Path, both: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    old, new = both
    begin = time.monotonic()
    go(start("submit", store))
    longest = time.monotonic() - begin
    codes = []
    for delay in _delays(longest):
        retract(store, [standing(store)[0].id], Reason())
        with start("submit", store) as process:
            assert process.stdin
            process.stdin.write("go\n")
            process.stdin.flush()
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
            codes.append(process.wait())
        assert_old_or_new(store, old, new)
    assert -signal.SIGKILL in codes


@pytest.mark.parametrize("limit", [1, 100, 1_000, 5_000, 20_000, 60_000])
def test_a_file_that_may_not_grow_leaves_the_old_graph(
    store: Path, limit: int, both: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    """From the limit at which not even the lock can be written to that of the index."""
    old, new = both
    code, out = go(start("submit", store, limit=limit))
    if code == 0:
        assert exports(store) == new
        return
    assert code == 2
    assert "the published graph is as it was" in out
    assert not assert_old_or_new(store, old, new)
    code, out = go(start("submit", store))
    assert (code, out.splitlines()[0]) == (0, "accepted")
    assert exports(store) == new


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 24 MB."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(tmp_path)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False, text=True)
    except FileNotFoundError:
        pytest.skip("there is no mount command; the test with RLIMIT_FSIZE stands for this one")
    if done.returncode:
        pytest.skip("only root may mount a small disk; the test with RLIMIT_FSIZE stands for it")
    yield tmp_path
    subprocess.run(["umount", "--lazy", str(tmp_path)], check=True)  # noqa: S607 - as mount above


def test_a_full_disk_leaves_the_old_graph_and_then_takes_the_file(small_disk: Path) -> None:
    store = make_store(small_disk / "kg")
    old = lines(store)
    ballast = small_disk / "ballast"
    room = os.statvfs(small_disk)
    ballast.write_bytes(b"x" * (room.f_bavail * room.f_frsize))
    code, out = go(start("submit", store))
    assert code == 2
    assert "the disk is full; the published graph is as it was" in out
    assert lines(store) == old
    assert verify(store).sound
    ballast.unlink()
    assert go(start("submit", store))[0] == 0
    assert lines(store) > old
    assert [record.state for record in standing(store)] == ["accepted"]


def test_two_that_hand_in_at_once_are_both_right(store: Path) -> None:
    """One of them may be refused; none is lost in silence."""
    old = lines(store)
    first, second = start("submit", store), start("submit", store)
    assert first.stdin
    assert second.stdin
    first.stdin.write("go\n")
    first.stdin.flush()
    second.stdin.write("go\n")
    second.stdin.flush()
    ends = [process.communicate(timeout=60)[0] for process in (first, second)]
    told = [out.splitlines()[0] for out in ends]
    assert "accepted" in told
    other = told[1 - told.index("accepted")]
    assert other == "unchanged" or "another kg submit is running (pid" in other
    assert lines(store) > old
    assert verify(store).sound
