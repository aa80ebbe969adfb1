"""Each folder of tests/keys is one small article and the key of everybody and everything in it.

``keys.tsv`` has a line for each: its kind, its name, its key, and for a person what the second half
of the key is made of. ``doc`` in a key stands for the article itself.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.articles import read_document
from kg.extract import extract
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.model import Extraction
from kg.reconcile import reconcile

FOLDER = Path(__file__).parent / "keys"
HEADER = "kind\tname\tkey\tcontext"


def _names() -> list[str]:
    return sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def _read(name: str) -> Extraction:
    return extract(read_document(FOLDER / name / "article.txt"), load_lexicon(), load_gazetteer())


def _keys(read: Extraction) -> set[str]:
    """The lines of ``keys.tsv`` that the article gives."""
    resolution = reconcile(read, load_gazetteer(), load_lexicon())
    found = {
        (entity.kind, entity.label, entity.key, entity.context if entity.kind == "person" else "")
        for entity in resolution.agents.values()
    }
    found |= {("contest", contest.label, key, "") for contest, key in resolution.contests.items()}
    doc = f"doc-{read.document.key}"
    return {"\t".join(cells).replace(doc, "doc") for cells in found}


@pytest.mark.parametrize("name", _names())
def test_keys(name: str) -> None:
    folder = FOLDER / name
    header, *expected = (folder / "keys.tsv").read_text(encoding="utf-8").splitlines()
    assert header == HEADER
    assert set(expected) == _keys(_read(name)), (folder / "why.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", _names())
def test_one_mention_has_one_key_whatever_the_order(name: str) -> None:
    read = _read(name)
    turned = Extraction(
        read.document, read.statements[::-1], read.leftovers, read.ignored, read.lists
    )
    forth = reconcile(read, load_gazetteer(), load_lexicon())
    back = reconcile(turned, load_gazetteer(), load_lexicon())
    assert {m: e.key for m, e in forth.agents.items()} == {m: e.key for m, e in back.agents.items()}
