"""What the shell offers behind TAB."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli.commands import COMMANDS
from kg.cli.completion import SHELLS
from kg.store import publish
from tests import shipped
from tests.conftest import ROOT, RunKg


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("completion") / ".kg"
    publish(folder, shipped.worked_quads())
    return folder


@pytest.fixture
def offered(kg: RunKg, store: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """What bash is offered for the last of some words."""

    def ask(*words: str) -> list[str]:
        monkeypatch.setenv("KG_STORE", str(store))
        monkeypatch.setenv("COMP_WORDS", "\n".join(("kg", *words)))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        monkeypatch.setenv("_KG_COMPLETE", "complete_bash")
        ran = kg()
        assert (ran.code, ran.err) == (0, "")
        return ran.out.splitlines()

    return ask


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("que",), ["query"]),
        (("query", "turnout"), ["turnout-by-council-type", "turnout-by-region"]),
        (("query", "checks/double"), ["checks/double-backers"]),
        (("check", "double"), ["double-backers"]),
        (("query", "endorsers-of-candidate", "-p", "can"), ["candidate="]),
        (("query", "endorsers-of-candidate", "-p", ""), ["candidate="]),
        (("query", "-p", "can"), []),
        (("query", "no-such-query", "-p", "can"), []),
        (("query", "articles", "-p", ""), []),
        # bash takes = for a word of its own, and replaces what is behind it.
        (("query", "places-not-councils", "-p", "kind", "=", "a"), ["ambiguous", "abolished"]),
        (("query", "places-not-councils", "--param", "kind", "=", "w"), ["ward"]),
        (("query", "endorsers-of-candidate", "-p", "candidate", "=", "ken"), ["kendall"]),
        (
            ("query", "endorsers-of-candidate", "-p", "candidate", "=", "liz"),
            ["liz-kendall--leicester-west"],
        ),
        (("query", "low-confidence", "-p", "below", "="), []),
        (("query", "low-confidence", "-p", "above", "=", "x"), []),
        (("export", "--format", "nq"), ["nquads"]),
        (("completion", "z"), ["zsh"]),
        (("no-such-command", "x"), []),
        (("query", "zebra"), []),
    ],
)
def test_what_fits_is_offered(words: tuple[str, ...], found: list[str], offered: object) -> None:
    assert callable(offered)
    assert offered(*words) == found


def test_every_command_is_offered(offered: object) -> None:
    assert callable(offered)
    assert offered("") == list(COMMANDS)


@pytest.mark.parametrize("where", ["memory:", "missing", "https://no.such.example/sparql", "file"])
def test_where_no_store_can_be_read_nothing_is_offered(
    where: str, offered: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(offered)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("no store")
    words = ("--store", where, "-p", "candidate", "=", "k")
    assert offered("query", "endorsers-of-candidate", *words) == []
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("instruction", ["complete_bash", "complete_nosuch", "x", "source"])
def test_a_shell_that_asks_oddly_is_told_nothing(
    instruction: str, kg: RunKg, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_KG_COMPLETE", instruction)
    monkeypatch.delenv("COMP_WORDS", raising=False)
    ran = kg()
    assert (ran.code, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_has_its_script(shell: str, kg: RunKg) -> None:
    script = kg("completion", shell).out
    assert f"complete_{shell}" in script
    assert "kg" in script


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_bash_itself_completes(kg: RunKg, store: Path, tmp_path: Path) -> None:
    tool = tmp_path / "kg"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    script = kg("completion", "bash").out
    asked = """
COMP_WORDS=(kg query endorsers-of-candidate -p candidate = ken); COMP_CWORD=6
_kg_completion kg; echo "${COMPREPLY[@]}"
"""
    ran = subprocess.run(
        ["bash", "--norc", "-c", script + asked],  # noqa: S607 - the shell of whoever runs this
        env={
            **os.environ,
            "PATH": f"{tmp_path}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "KG_STORE": str(store),
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ran.stdout.split() == ["kendall"]
