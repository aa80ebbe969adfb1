"""Rules of the house that no other tool checks."""

from __future__ import annotations

import ast
import hashlib
import importlib
import pkgutil
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from tests.conftest import ROOT

PACKAGE = ROOT / "kg"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 300
SILENCERS = re.compile(r"#\s*(noqa|type:\s*ignore)")
# A machine's own paths, and hosts that packages are fetched from.
TRACES = re.compile(
    r"(?<![\w.])/(?:root|home|work|tmp|Users)/\w|\bpypi\.org|pythonhosted\.org|npmjs\.(?:org|com)"
)


def _name(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 - git is found on the path of whoever runs this
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:  # not a checkout: look at what is there
        return [path for path in PACKAGE.rglob("*") if path.is_file()]
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_there_is_something_to_check() -> None:
    assert len(MODULES) > 30


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_a_module_is_short(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_a_silenced_check_says_why(module: Path) -> None:
    with module.open("rb") as file:
        comments = [t for t in tokenize.tokenize(file.readline) if t.type == tokenize.COMMENT]
    for comment in comments:
        if SILENCERS.search(comment.string):
            after = re.sub(r"^#\s*(noqa|type:\s*ignore)\S*[^#\-–]*", "", comment.string)
            assert len(after.strip(" #-–").split()) >= 2, (
                f"line {comment.start[0]}: no reason given"
            )


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_a_broad_except_says_why(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ExceptHandler) and _is_broad(node):
            beside = "".join(lines[node.lineno - 1 : node.lineno + 1])
            assert "#" in beside, f"line {node.lineno}: except without a reason"


def _is_broad(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or (
        isinstance(handler.type, ast.Name) and handler.type.id in ("Exception", "BaseException")
    )


def _people() -> Iterator[str]:
    """Names of people and places that knowledge of the articles would bring into the code."""
    for article in sorted((ROOT / "data" / "articles").glob("*.txt")):
        text = article.read_text(encoding="utf-8")
        for match in re.finditer(
            r"^(?:Councillor )?([A-Z][a-z]+ [A-Z][a-z]+)\b", text, re.MULTILINE
        ):
            yield match[1]
    yield from ("Corbyn", "Kendall", "Burnham", "Umunna", "Miliband", "Islington", "Streatham")


def _code_strings(module: Path) -> Iterator[tuple[int, str]]:
    """The string literals and names of a module, docstrings aside."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_no_name_of_a_person_or_place_is_in_the_code(module: Path) -> None:
    names = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(set(_people())))) + r")\b")
    found = [(line, text) for line, text in _code_strings(module) if names.search(text)]
    assert found == []


def test_nothing_names_a_machine_or_a_registry() -> None:
    for path in _tracked():
        if path == Path(__file__) or path.is_relative_to(ROOT / "data"):
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # not text, so nobody reads it
        found = TRACES.search(text)
        assert found is None, f"{path.relative_to(ROOT)}: {found.group() if found else ''}"


def test_every_module_imports_alone() -> None:
    for found in pkgutil.walk_packages(kg.__path__, "kg."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)


def test_the_import_rule_holds() -> None:
    code = "from importlinter.cli import lint_imports; exit(lint_imports(no_cache=True))"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stdout
    assert " kept, 0 broken" in ran.stdout


def test_importing_the_reader_imports_no_rdf() -> None:
    code = (
        "import sys; import kg.extract, kg.articles, kg.reconcile;"
        "sys.exit(any(m in sys.modules for m in ('rdflib', 'pyshacl', 'pyoxigraph', 'rich')))"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=60)
    assert ran.returncode == 0


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_the_lock_is_exact_hashed_and_names_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > 10
    for entry in entries:
        assert re.match(r"[A-Za-z0-9_.-]+==[\w.]+( ;[^\\]*)? \\\n", entry), entry[:60]
        assert "--hash=sha256:" in entry, entry[:60]
    assert "://" not in text


def test_the_lock_pins_what_the_project_asks_for() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = project["project"]["dependencies"]
    for lock, wanted in (
        ("requirements.txt", runtime),
        ("requirements-dev.txt", [*runtime, *project["dependency-groups"]["dev"]]),
    ):
        text = (ROOT / lock).read_text(encoding="utf-8")
        for requirement in wanted:
            pinned, _, _ = requirement.partition(" ;")  # the lock spells conditions its own way
            assert f"{pinned} " in text, requirement


@pytest.mark.parametrize("article", sorted((ROOT / "data" / "articles").glob("*.txt")), ids=_name)
def test_an_article_is_as_it_came(article: Path) -> None:
    notes = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    row = next(line for line in notes.splitlines() if article.name in line)
    assert hashlib.sha256(article.read_bytes()).hexdigest() in row
