"""The documentation is run: every command of README and manual, every example in a docstring.

A ```console block holds commands after ``$ `` and below each the output to expect: stdout as it
comes through a pipe, then stderr. A line ``…`` stands for any lines, ``…`` at the end of a line for
the rest of it. A command that ends in ``# exits N`` is to end with that code, any other with 0.
"""

from __future__ import annotations

import doctest
import importlib
import os
import pkgutil
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import kg
from docs.making.manual import made as with_help
from docs.making.manual import without_help
from kg.cli.commands import COMMANDS
from tests import servers
from tests.conftest import ROOT, RunKg

# A server that a page asks: a test's own stands in for it, empty at first.
SERVER = "http://localhost:7878"
PAGES = ("README.md", "docs/manual.md")
ANY = "…"


@dataclass(frozen=True, slots=True)
class Example:
    """A command of a page, the code it should end with, and the lines it should print."""

    place: str
    command: str
    code: int
    lines: tuple[str, ...]


def _examples(page: str) -> list[Example]:
    found: list[Example] = []
    text = (ROOT / page).read_text(encoding="utf-8")
    for block in re.finditer(r"^```console\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        at = text.count("\n", 0, block.start()) + 2
        for part in re.split(r"^\$ ", block[1], flags=re.MULTILINE)[1:]:
            command, _, printed = part.partition("\n")
            bare, _, code = command.partition("  # exits ")
            lines = tuple(printed.rstrip("\n").split("\n")) if printed.strip() else ()
            found.append(Example(f"{page}:{at}", bare, int(code or 0), lines))
    return found


EXAMPLES = [example for page in PAGES for example in _examples(page)]


BUILD = "kg build"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the articles, as the reader of a page has it."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "data" / "articles", folder / "data" / "articles")
    shutil.copytree(ROOT / "data" / "submissions", folder / "data" / "submissions")
    shutil.copytree(ROOT / "queries", folder / "queries")
    shutil.copytree(ROOT / "tests" / "labelled", folder / "tests" / "labelled")
    return folder


@pytest.fixture(scope="module")
def built(checkout: Path) -> subprocess.CompletedProcess[str]:
    """What the build said that made the store of ``checkout``."""
    ran = _run(BUILD, checkout)
    assert ran.returncode == 0, ran.stderr
    return ran


def _run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command line in ``folder``, with kg and python those of this environment."""
    tools = folder / "bin"
    if not tools.exists():
        tools.mkdir()
        for name, words in (("kg", "-m kg"), ("python", "")):
            tool = tools / name
            tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n', encoding="utf-8")
            tool.chmod(0o755)
    env = {
        **os.environ,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.run(
        ["sh", "-c", command],  # noqa: S607 - the shell of whoever runs this
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def _agrees(wanted: str, line: str) -> bool:
    if wanted.endswith(ANY):
        return line.startswith(wanted.removesuffix(ANY))
    return line == wanted


def _matches(wanted: tuple[str, ...], lines: list[str]) -> bool:
    """Whether the lines printed are those wanted, ``…`` standing for any number of them."""
    if not wanted:
        return not lines
    if wanted[0] == ANY:
        return any(_matches(wanted[1:], lines[skip:]) for skip in range(len(lines) + 1))
    return bool(lines) and _agrees(wanted[0], lines[0]) and _matches(wanted[1:], lines[1:])


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    with servers.oxigraph() as running:
        yield running.root


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.place} {e.command[:40]}")
def test_an_example_prints_what_the_page_says(
    example: Example,
    checkout: Path,
    built: subprocess.CompletedProcess[str],
    request: pytest.FixtureRequest,
) -> None:
    root = str(request.getfixturevalue("served")) if SERVER in example.command else SERVER
    command = example.command.replace(SERVER, root)
    ran = built if example.command == BUILD else _run(command, checkout)
    assert ran.returncode == example.code, ran.stderr
    if example.lines:
        text = (ran.stdout + ran.stderr).replace(root, SERVER)
        printed = [line.rstrip() for line in text.splitlines()]
        assert _matches(example.lines, printed), "\n".join(printed[:60])


def test_the_pages_have_examples() -> None:
    assert {example.place.split(":")[0] for example in EXAMPLES} == set(PAGES)
    assert len(EXAMPLES) > 20


def test_the_manual_has_every_command_and_option(kg: RunKg) -> None:
    manual = without_help((ROOT / "docs" / "manual.md").read_text(encoding="utf-8"))
    headed = re.findall(r"^## `kg (\w+)", manual, re.MULTILINE)
    assert headed == list(COMMANDS)
    sections = re.split(r"^## ", manual, flags=re.MULTILINE)
    for name in COMMANDS:
        section = next(part for part in sections if part.startswith(f"`kg {name}"))
        options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", kg(name, "--help").out))
        common = {"--help", "--store", "--config", "--quiet", "--output"}  # told once, above
        own = re.sub(rf"(?m)^\$ kg (?!{name}\b).*$", "", section)  # examples may need others
        told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", own))
        assert options - common <= told, name
        assert told <= options, name
        assert any(e.command.startswith(f"kg {name}") for e in EXAMPLES), name


def test_the_manual_has_the_help_of_every_command(kg: RunKg) -> None:
    manual = (ROOT / "docs" / "manual.md").read_text(encoding="utf-8")
    assert with_help(manual) == manual, "run `make docs`"
    for name in COMMANDS:
        assert f"```text\n{kg(name, '--help').out.rstrip()}\n```" in manual, name


def test_the_manual_names_every_exit_code_and_common_option() -> None:
    manual = (ROOT / "docs" / "manual.md").read_text(encoding="utf-8")
    for word in (
        "| 0 |",
        "| 1 |",
        "| 2 |",
        "| 3 |",
        "--store",
        "--config",
        "--quiet",
        "--output",
        "KG_DEBUG",
    ):
        assert word in manual


def test_links_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "data").rglob("*.md")]
    for page in pages:
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_decisions_that_are_referred_to_exist() -> None:
    for page in [*(ROOT / "kg").rglob("*.py"), *(ROOT / "docs").rglob("*.md")]:
        for name in re.findall(r"docs/decisions/[\w-]+\.md", page.read_text(encoding="utf-8")):
            assert (ROOT / name).is_file(), f"{page.name}: {name}"


def test_every_decision_has_a_number_of_its_own() -> None:
    # Numbers are given when work begins, and work does not end in their order.
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [int(page.name[:4]) for page in pages]
    assert numbers[:19] == list(range(1, 20))
    assert len(set(numbers)) == len(numbers)
    for number, page in zip(numbers, pages, strict=True):
        assert page.name.startswith(f"{number:04}-")
        assert page.read_text(encoding="utf-8").startswith(f"# {number}. ")


def test_sections_of_the_manual_that_are_referred_to_exist() -> None:
    manual = (ROOT / "docs" / "manual.md").read_text(encoding="utf-8")
    named = [
        section
        for folder, kind in (("kg", "*.py"), ("data/reference", "*.tsv"), ("docs", "*.md"))
        for page in (ROOT / folder).rglob(kind)
        for section in re.findall(r'docs/manual\.md, "([^"]+)"', page.read_text(encoding="utf-8"))
    ]
    assert "How sentences are read" in named
    assert all(f"\n## {section}\n" in manual for section in named), named


def test_the_manual_explains_every_frame_of_a_cue() -> None:
    section = (ROOT / "docs" / "manual.md").read_text(encoding="utf-8").partition("## How sent")[2]
    told = re.findall(r"^\| `([a-z-]+)` \|", section, re.MULTILINE)
    assert sorted(told) == sorted({row[1] for row in _rows("cues.tsv")[1:]})


def test_every_reference_table_is_described_with_its_columns() -> None:
    notes = (ROOT / "data" / "reference" / "README.md").read_text(encoding="utf-8")
    places, words = notes.split("\n## Words\n")
    described = re.findall(r"^\| `([\w-]+\.tsv)` \| (.*?) \|", words, re.MULTILINE)
    in_places = re.findall(r"^\| `([\w-]+\.tsv)` \|", places, re.MULTILINE)
    files = sorted(file.name for file in (ROOT / "data" / "reference").glob("*.tsv"))
    assert sorted([*in_places, *(name for name, _ in described)]) == files
    for name, columns in described:
        assert re.findall(r"`([^`]+)`", columns) == _rows(name)[0], name


def _rows(table: str) -> list[list[str]]:
    """The header and the rows of a table of ``data/reference``."""
    text = (ROOT / "data" / "reference" / table).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def test_examples_in_docstrings_hold() -> None:
    tried = 0
    for found in pkgutil.walk_packages(kg.__path__, "kg."):
        if not found.name.endswith("__main__"):
            result = doctest.testmod(importlib.import_module(found.name))
            assert result.failed == 0, found.name
            tried += result.attempted
    assert tried > 0
