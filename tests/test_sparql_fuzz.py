"""Mutants of hostile queries: whatever the guard lets through calls no other server.

The engine refuses to call port 1 before it opens a connection, and says so; that is how an attempt
shows. ``SILENT`` would hide it, so no mutant has it.
"""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.sparql import Limits, clear

FOLDER = Path(__file__).parent / "hostile-queries"
NOBODY = "http://127.0.0.1:1/"
CALL = f"SERVICE <{NOBODY}> {{ ?s ?p ?o }}"
MUTANTS = 40_000
FRAGMENTS = [
    *(FOLDER / "fragments.txt").read_text(encoding="utf-8").splitlines(),
    " ",
    "\n",
    "\r",
    f"<{NOBODY}>",
    f"PREFIX : <{NOBODY}>",
    f"PREFIX SERVICE: <{NOBODY}>",
    CALL,
    f"{CALL}#'''",
    f'{CALL}}}#"""',
]
PREFIXES = {"e": "http://e/", "": NOBODY, "SERVICE": NOBODY}


def seeds() -> list[str]:
    found: list[str] = []
    for name in ("service", "harmless"):
        entries = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["query"]
        found += [e["text"].replace("http://127.0.0.1:9/", NOBODY) for e in entries if "text" in e]
    return [text for text in found if "SILENT" not in text.upper()]


def mutant(seed: str, chance: random.Random) -> str:
    text = seed
    for _ in range(chance.choice([0, 1, 1, 2, 3])):
        at = chance.randrange(len(text) + 1)
        cut = at + chance.choice([0, 0, 0, 1, 1, 2, 5])
        text = text[:at] + chance.choice(["", *FRAGMENTS]) + text[cut:]
    return text


def passes(text: str) -> bool:
    try:
        clear(text, Limits())
    except QueryError:
        return False
    return True


def evaluates(index: ox.Store, text: str) -> bool:
    """Whether the engine could read ``text``; an attempt to call a server is an ``OSError``."""
    try:
        answer = index.query(text, prefixes=PREFIXES)
        if not isinstance(answer, ox.QueryBoolean):
            for _ in zip(range(100), answer, strict=False):
                pass
    except (SyntaxError, RuntimeError, ValueError):
        return False
    return True


def test_no_mutant_that_passes_calls_a_server() -> None:
    chance = random.Random(2015)  # noqa: S311 - the same mutants every time, and no secret
    index = ox.Store()
    for number in range(3):
        subject = ox.NamedNode(f"http://e/s{number}")
        index.add(ox.Quad(subject, ox.NamedNode("http://e/p"), ox.Literal(number)))
    index.add(ox.Quad(subject, ox.NamedNode("http://e/p"), ox.Literal(True)))
    known = seeds()
    passed = read = 0
    for _ in range(MUTANTS):
        text = mutant(chance.choice(known), chance)
        if passes(text):
            passed += 1
            read += evaluates(index, text)
    assert passed > MUTANTS // 20
    assert read > MUTANTS // 40


def test_an_attempt_would_show() -> None:
    index = ox.Store()
    with pytest.raises(OSError, match="port 1"):
        evaluates(index, f"SELECT * {{ {CALL} }}")
