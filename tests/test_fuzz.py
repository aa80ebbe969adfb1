"""A short run of the fuzzer on each door, and every crash it ever found, played again."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.fuzz.__main__ import CRASHES
from tests.fuzz.doors import DOORS, enter

SECONDS = "3"
# Atheris takes a minute to begin watching the whole reader; test_reading_fuzz.py is quicker.
SOON = [door for door in DOORS if door != "article"]
KEPT = sorted(path for path in CRASHES.glob("*/*") if path.is_file())


@pytest.mark.parametrize("door", DOORS)
def test_every_example_passes(door: str) -> None:
    seeds = list(DOORS[door].seeds())
    for seed in seeds:
        enter(door, seed)
    assert seeds


def test_every_crash_stays_mended() -> None:
    for crash in KEPT:
        enter(crash.parent.name, crash.read_bytes())


# There are no wheels of Atheris for other systems and for the newest Python.
@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="no Atheris here")
@pytest.mark.parametrize("door", SOON)
def test_the_fuzzer_finds_nothing_soon(door: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.fuzz", door, "--seconds", SECONDS]
    done = subprocess.run(
        [*command, "--corpus", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONHASHSEED": "0"},
    )
    assert done.returncode == 0, done.stderr[-4000:]
