"""The recipe for a repository that takes submissions by pull request: its commands are run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

RECIPE = (ROOT / "docs" / "recipes" / "submissions.yml").read_text(encoding="utf-8")
ARTICLE = ROOT / "data" / "articles" / "2015-07-17-huffpost-local-parties.txt"
PLEDGE = (ROOT / "data" / "submissions" / "good" / "pledge.ttl").read_text(encoding="utf-8")


def script(step: str) -> str:
    """What the step of this name runs."""
    found = re.search(
        rf"- name: {re.escape(step)}\n(?:.*\n)*?\s+run: \|\n((?:\s{{10}}.*\n|\n)+)", RECIPE
    )
    assert found is not None, step
    return re.sub(r"^ {10}", "", found[1], flags=re.MULTILINE)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A clone with an article and one submission that was merged."""
    clone = tmp_path / "clone"
    (clone / "articles").mkdir(parents=True)
    (clone / "articles" / ARTICLE.name).write_bytes(ARTICLE.read_bytes())
    (clone / "submissions").mkdir()
    (clone / "submissions" / "pledge.ttl").write_text(PLEDGE, encoding="utf-8")
    tool = tmp_path / "bin" / "kg"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    git(clone, "init", "-q", "-b", "main")
    commit(clone, "Cora Dale")
    return clone


def git(clone: Path, *arguments: str) -> str:
    ran = subprocess.run(
        ["git", *arguments],  # noqa: S607 - git is found on the path of whoever runs this
        cwd=clone,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.strip()


def commit(clone: Path, who: str) -> None:
    git(clone, "add", "-A")
    author = f"--author={who} <who@e.example>"
    names = ("-c", "user.name=CI", "-c", "user.email=ci@e.example")
    git(clone, *names, "commit", "-q", "-m", "more", author, "--date=2026-11-20T12:00:00Z")


def run(clone: Path, step: str, base: str) -> subprocess.CompletedProcess[str]:
    """Run the step as the service does: in bash, ending at the first command that fails."""
    path = f"{clone.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script(step)],  # noqa: S607 - as the service does
        cwd=clone,
        env={**os.environ, "BASE": base, "PATH": path, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_a_pull_request_is_judged_against_the_graph_of_its_base(repository: Path) -> None:
    base = git(repository, "rev-parse", "HEAD")
    git(repository, "switch", "-q", "-c", "theirs")
    good = re.sub(r"(?s)id:candidacy\\/labour[^ ]*\n    a kgo:Candidacy.*", "", PLEDGE)
    good = good.replace("nina-vale", "ann-other")
    good = good.replace('foaf:name "Nina Vale"', 'foaf:name "Ann Other"')
    folder = repository / "submissions"
    (folder / "a file.ttl").write_text(good, encoding="utf-8")
    commit(repository, "Dora")
    built = run(repository, "Build the graph that is there", base)
    assert built.returncode == 0, built.stderr
    assert "submissions/pledge.ttl: accepted as" in built.stdout
    judged = run(repository, "Judge what the pull request adds", base)
    assert judged.returncode == 0, judged.stdout
    assert "::error" not in judged.stdout

    (folder / "worse.ttl").write_text(
        good.replace("    kgo:polarity kgo:Supports ;\n", "").replace("ann-other", "bea-able"),
        encoding="utf-8",
    )
    commit(repository, "Dora")
    judged = run(repository, "Judge what the pull request adds", base)
    assert judged.returncode == 1
    line = next(n for n, text in enumerate(good.split("\n"), 1) if text.startswith("id:endors"))
    assert re.search(
        rf"^::error file=submissions/worse\.ttl,line={line}\b", judged.stdout, re.MULTILINE
    )
    assert "::error file=submissions/a file" not in judged.stdout


def test_a_pull_request_without_submissions_passes(repository: Path) -> None:
    base = git(repository, "rev-parse", "HEAD")
    (repository / "README.md").write_text("more", encoding="utf-8")
    commit(repository, "Dora")
    judged = run(repository, "Judge what the pull request adds", base)
    assert (judged.returncode, judged.stdout, judged.stderr) == (0, "", "")


def test_who_and_when_are_those_of_the_commit(repository: Path) -> None:
    base = git(repository, "rev-parse", "HEAD")
    assert run(repository, "Build the graph that is there", base).returncode == 0
    (version,) = (repository.parent / "base" / ".kg" / "submissions").iterdir()
    text = (version / "graph.nq").read_text(encoding="utf-8")
    assert '"2026-11-20"^^' in text
    assert '"Cora Dale"' in text
