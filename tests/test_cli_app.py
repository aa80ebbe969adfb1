from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import app, build
from kg.cli.commands import COMMANDS, SECTIONS
from kg.cli.group import help_page, load, root_command
from kg.cli.names import unknown
from kg.errors import InputError, InternalError
from tests.conftest import ROOT, RunKg

KG = [sys.executable, "-m", "kg"]
ENV = {**os.environ, "PYTHONPATH": str(ROOT)}


def _process(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*KG, *arguments], capture_output=True, text=True, env={**ENV, **env}, timeout=60
    )


def _command(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let every command raise ``error``."""

    def run() -> int:
        raise error

    monkeypatch.setattr(build, "run", run)


def test_help_lists_every_command(kg: RunKg) -> None:
    ran = kg("--help")
    assert ran.code == 0
    assert ran.err == ""
    for name, command in COMMANDS.items():
        assert f"  {name} " in ran.out
        assert command.summary in ran.out


def test_the_help_page_that_is_kept_is_the_one_that_typer_makes() -> None:
    assert app.HELP_PAGE.read_text(encoding="utf-8") == help_page(), "run `make docs`"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_of_a_command_is_one_that_it_takes(name: str, kg: RunKg) -> None:
    words = shlex.split(COMMANDS[name].example.partition(" > ")[0])
    assert words[:2] == ["kg", name]
    with root_command().make_context("kg", []) as above:
        load(name).make_context(name, words[2:], parent=above)
    assert COMMANDS[name].example in " ".join(kg(name, "--help").out.split())


def test_every_section_of_the_help_has_its_command() -> None:
    assert next(iter(COMMANDS)) in SECTIONS
    assert set(SECTIONS) <= set(COMMANDS)
    for title in SECTIONS.values():
        assert f"\n{title}:\n" in help_page()


def test_without_a_command_the_help_is_shown(kg: RunKg) -> None:
    assert kg() == kg("--help")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(kg: RunKg, name: str) -> None:
    ran = kg(name, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"Usage: kg {name} ")
    for option in ("--store", "--config", "--quiet"):
        assert option in ran.out


def test_version(kg: RunKg) -> None:
    ran = kg("--version")
    assert ran.code == 0
    assert ran.out.startswith("kg 0.")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["qurey"], "there is no command 'qurey'; did you mean 'query'?"),
        (["zzz"], "there are build, extract, query"),
        (["--stroe", "x", "query"], "--store"),
        (["query", "--fromat", "csv"], "--format"),
        (["query", "--form", "csv"], "no such option"),
        (["query", "--format", "jsonn"], "there is no format 'jsonn'; did you mean 'json'?"),
        (["query", "a", "b"], "unexpected extra argument"),
        (["query", "articles", "-p", "candidate"], "name=value"),
        (["query", "articles", "-p", "=x"], "name=value"),
        (["extract"], "missing argument 'FILE...'"),
        (["build", "--jobs", "0"], "--jobs"),
        (["build", "--jobs", "1.5"], "--jobs"),
        (["store", "verfiy"], "there is no action 'verfiy'; did you mean 'verify'?"),
        (["reconcile", "Bury", "--as-of", "2015-13-01"], "a day such as 2015-07-17 is needed"),
        (["reconcile", "Bury", "--kind", "wrad"], "did you mean 'ward'?"),
        (["--config", "absent.toml", "query"], "absent.toml: the settings cannot be read"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(
    kg: RunKg, arguments: list[str], expected: str
) -> None:
    ran = kg(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("kg: ")
    assert ran.err.count("\n") == 1
    assert expected in ran.err


def test_common_options_may_stand_before_or_after_the_command(kg: RunKg, tmp_path: Path) -> None:
    before = kg("--store", tmp_path / "absent", "export")
    after = kg("export", "--store", tmp_path / "absent")
    assert before == after
    assert before.code == 2
    assert "absent" in before.err


def test_an_error_of_the_users_is_code_2_and_one_of_ours_3(
    kg: RunKg, monkeypatch: pytest.MonkeyPatch
) -> None:
    _command(monkeypatch, InputError("is empty", where="a.txt", todo="give another"))
    assert kg("build").err == "kg: a.txt: is empty (give another)\n"
    assert kg("build").code == 2
    _command(monkeypatch, InternalError("shape broken"))
    assert kg("build").code == 3


def test_an_unexpected_error_is_one_line_and_code_3(
    kg: RunKg, monkeypatch: pytest.MonkeyPatch
) -> None:
    _command(monkeypatch, ZeroDivisionError("division\nby zero\x1b[2J"))
    ran = kg("build")
    assert ran.code == 3
    assert ran.err == (
        "kg: a fault inside kg: ZeroDivisionError: division by zero[2J (KG_DEBUG=1 shows where)\n"
    )


def test_the_traceback_is_shown_when_asked_for(kg: RunKg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_DEBUG", "1")
    _command(monkeypatch, ZeroDivisionError("division by zero"))
    ran = kg("build")
    assert ran.code == 3
    assert "Traceback" in ran.err


def test_an_interrupt_is_code_130(kg: RunKg, monkeypatch: pytest.MonkeyPatch) -> None:
    _command(monkeypatch, KeyboardInterrupt())
    ran = kg("build")
    assert (ran.code, ran.err) == (130, "kg: interrupted\n")


def test_a_reader_that_stops_reading_is_no_error() -> None:
    process = subprocess.Popen(
        [*KG, "query", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENV,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) == 0
    assert errors == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
def test_a_full_disk_under_stdout_is_reported() -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [*KG, "query"], stdout=full, stderr=subprocess.PIPE, text=True, env=ENV, timeout=60
        )
    assert ran.returncode == 2
    assert "No space left" in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_output_is_utf_8_whatever_the_locale() -> None:
    ran = subprocess.run(
        [*KG, "extract", "--help"],
        capture_output=True,
        env={**ENV, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
        timeout=60,
    )
    assert ran.returncode == 0
    assert ran.stdout.decode("utf-8")


@pytest.mark.usefixtures("interruptible")
def test_interrupting_the_process_leaves_no_traceback() -> None:
    code = (
        "import sys, time; from kg.cli import app, build\n"
        "def run():\n    print('ready', flush=True)\n    time.sleep(60)\n"
        "build.run = run\n"
        "sys.exit(app.main(['build']))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENV,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors == "kg: interrupted\n"


HEAVY = ("pyoxigraph", "rdflib", "pyshacl", "rich", "rapidfuzz", "pydantic", "kg.cli.query")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["qurey"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from kg.cli import main; main(sys.argv[1:]);"
        "print([m for m in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        env=ENV,
        timeout=60,
    )
    loaded = ran.stderr.splitlines()[-1]
    assert "kg.cli.app" in loaded
    for name in (*HEAVY, "typer") if arguments == ["--help"] else HEAVY:
        assert f"'{name}'" not in loaded


def test_a_query_imports_neither_rdflib_nor_rich() -> None:
    code = (
        "import sys; from kg.cli import main; main(['query']);"
        "print([m for m in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=ENV, timeout=60
    )
    loaded = ran.stderr.splitlines()[-1]
    assert "'kg.queries'" in loaded
    for name in ("rdflib", "pyshacl", "rich", "rapidfuzz", "pydantic"):
        assert f"'{name}'" not in loaded


def test_suggestions_need_a_near_name() -> None:
    assert unknown("query", "artcles", ["articles", "backs"]).endswith("did you mean 'articles'?")
    assert unknown("query", "xyz", ["articles", "backs"]).endswith("there are articles, backs")
