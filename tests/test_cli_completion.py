"""What the shell offers behind TAB."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
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
        (("query", "--tag", "f"), ["figures"]),
        (("query", "--tag", "people", "ends"), []),
        (("query", "--tag", "people", "endorsers-of-candidate", "-p", "c"), ["candidate="]),
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


def _needs(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"there is no {shell} here")


@pytest.fixture
def scripted(kg: RunKg, store: Path, tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """Puts the script of a shell into a file ``script`` beside ``kg``; gives its environment."""

    def prepare(shell: str) -> dict[str, str]:
        tool = tmp_path / "kg"
        tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n', encoding="utf-8")
        tool.chmod(0o755)
        (tmp_path / "script").write_text(kg("completion", shell).out, encoding="utf-8")
        return {
            **os.environ,
            "PATH": f"{tmp_path}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "KG_STORE": str(store),
            "HOME": str(tmp_path),
            "TERM": "dumb",
        }

    return prepare


Scripted = Callable[[str], dict[str, str]]


def _said(shell: Sequence[str], text: str, tmp_path: Path, env: Mapping[str, str]) -> str:
    ran = subprocess.run(
        [*shell, "-c", text],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return ran.stdout


@_needs("bash")
def test_bash_itself_completes(scripted: Scripted, tmp_path: Path) -> None:
    asked = """
source ./script
COMP_WORDS=(kg query endorsers-of-candidate -p candidate = ken); COMP_CWORD=6
_kg_completion kg; echo "${COMPREPLY[@]}"
"""
    assert _said(["bash", "--norc"], asked, tmp_path, scripted("bash")).split() == ["kendall"]


@_needs("fish")
def test_fish_itself_completes(scripted: Scripted, tmp_path: Path) -> None:
    asked = """
source ./script
complete -C 'kg query endorsers-of-candidate -p can'
complete -C 'kg query endorsers-of-candidate -p candidate=ken'
complete -C 'kg query --tag fig'
"""
    found = _said(["fish", "--no-config"], asked, tmp_path, scripted("fish"))
    assert found.splitlines() == ["candidate=", "candidate=kendall", "figures"]


@_needs("zsh")
@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("kg query endorsers-of-candidate -p can", "-p candidate=x"),  # no space before the value
        ("kg query endorsers-of-candidate -p candidate=ken", "-p candidate=kendall x"),
        ("kg query --tag fig", "--tag figures x"),
    ],
)
def test_zsh_itself_completes(
    typed: str, completed: str, scripted: Scripted, tmp_path: Path
) -> None:
    env = scripted("zsh")
    line, terminal = pty.openpty()
    zsh = subprocess.Popen(
        ["zsh", "-f", "-i"],  # noqa: S607 - the shell of whoever runs this
        cwd=tmp_path,
        env=env,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,
    )
    try:
        os.close(terminal)
        os.write(line, b"autoload -U compinit; compinit -u -D; source ./script; echo rea''dy\n")
        _wait_for(line, "ready")
        os.write(line, f"{typed}\tx".encode())
        _wait_for(line, completed)
    finally:
        zsh.kill()
        zsh.wait()
        os.close(line)


_MOVES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|[\x07\x08\r]")


def _wait_for(line: int, text: str) -> None:
    """Read from a terminal until it shows ``text``, however it moves about and spaces words."""
    shown, last = "", time.monotonic() + 30
    while text not in " ".join(_MOVES.sub("", shown).split()):
        assert time.monotonic() < last, shown
        if select.select([line], [], [], 0.2)[0]:
            shown += os.read(line, 4096).decode(errors="replace")
