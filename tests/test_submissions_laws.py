"""Whatever was handed in and taken out, in whatever order: only what is there in the end counts."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given as given_
from hypothesis import settings
from hypothesis import strategies as st

from kg.submissions import Reason, retract, standing, taking
from kg.validate import Against, FileReport, Judged, Limits, Report, Submission
from kg.validate.naming import named
from tests.handing import exports, given, hand_in, make_store, stance

NAMES = ("Ann Other", "Bea Able", "Nina Vale")
STEPS = st.lists(st.tuples(st.booleans(), st.sampled_from(NAMES)), max_size=6)


def _good(file: Submission, _against: Against, under: str, _limits: Limits) -> Judged:
    """What judging says of the files here, without a process for each."""
    quads = ox.parse(file.data, format=ox.RdfFormat.TURTLE)
    reports = (FileReport(file.name, True, file.media_type, 1, 1),)
    return Judged(Report(reports, ()), named(quads, under))


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "judge_submission", _good)


def _ids(store: Path, keep: Callable[[str], bool]) -> list[str]:
    return [record.id for record in standing(store) if keep(record.state)]


@pytest.mark.usefixtures("quickly")
def test_only_what_is_there_in_the_end_counts() -> None:
    @settings(max_examples=10)
    @given_(STEPS)
    def hold(steps: list[tuple[bool, str]]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            store = make_store(Path(folder) / "kg")
            plain, there = exports(store), set()
            for minutes, (comes, name) in enumerate(steps):
                if comes:
                    hand_in(store, given(stance(name)), minutes=minutes)
                    there.add(name)
                elif name in there:
                    (one,) = hand_in(store, given(stance(name)))  # tells its ID, changes nothing
                    retract(store, [one.record.id], Reason())
                    there.discard(name)
            made = exports(store)
            assert (made == plain) is (not there)
            fresh = make_store(Path(folder) / "fresh")
            hand_in(fresh, *(given(stance(name)) for name in sorted(there)), minutes=30)
            assert exports(fresh) == made
            assert _ids(store, "accepted".__eq__) == _ids(fresh, "accepted".__eq__)
            retract(store, _ids(store, "accepted".__eq__), Reason())
            assert exports(store) == plain

    hold()
