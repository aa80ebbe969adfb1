"""Labelled articles as people write them, and what is said when one is written wrongly."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.evaluation import load_articles
from kg.evaluation.model import Label, LabelledArticle

TEXT = "Ann Holt said: “I’m backing Bob Carr.”\nCarr has 1,500 supporters.\nAnn Holt, MP for Bury\n"
HEAD = "what\twho\twhom or what\tof\ttype\tother names\toptional\twords\tnote"
ROWS = (
    "supports\tAnn Holt\tBob Carr\t\t\tAnnie Holt; A. Holt\t\tI’m backing Bob Carr\ta remark",
    "claim\tBob Carr\t1,500\tsupporters\t\t\tyes\tCarr has 1,500 supporters",
    "role\tAnn Holt\tMP\tBury\t\t\t\tAnn Holt, MP for Bury",
    "expected\tBakers Union\tBob Carr\t\torganisation\t\tYES\tBob Carr",
)
LABELS = (
    Label(
        "supports",
        "Ann Holt",
        "Bob Carr",
        "I’m backing Bob Carr",
        other_names=("Annie Holt", "A. Holt"),
    ),
    Label("claims", "Bob Carr", "1500", "Carr has 1,500 supporters", optional=True),
    Label("roles", "Ann Holt", "MP", "Ann Holt, MP for Bury", of="Bury"),
    Label("expected", "Bakers Union", "Bob Carr", "Bob Carr", kind="organisation", optional=True),
)

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a labelled article and returns its folder."""

    def make(
        *rows: str, head: str = HEAD, meta: str = 'kind = "prose"\n', name: str = "one"
    ) -> Path:
        folder = tmp_path / "labelled" / name
        folder.mkdir(parents=True)
        (folder / "article.txt").write_text(TEXT, encoding="utf-8")
        (folder / "labels.tsv").write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
        if meta:
            (folder / "article.meta.toml").write_text(meta, encoding="utf-8")
        return folder

    return make


def _one(folder: Path) -> LabelledArticle:
    (article,) = load_articles(folder)
    return article


def _refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        load_articles(path)
    assert caught.value.todo
    assert str(path) in str(caught.value)
    return str(caught.value)


def test_a_folder_is_an_article_with_its_labels(write: Write) -> None:
    folder = write(*ROWS, meta='kind = "mixed"\npublished = "2015-07"\nurl = "https://a.example"\n')
    article = _one(folder.parent)
    assert (article.name, article.folder, article.kind) == ("one", "", "mixed")
    assert article.document.text == TEXT
    assert article.document.published is not None
    assert article.labels == LABELS


def test_articles_are_found_in_folders_of_folders(write: Write) -> None:
    for name in ("b/two", "a/one", "a/.hidden/x", "three"):
        write(*ROWS, name=name)
    top = write(*ROWS, name="a/four").parent.parent
    (top / "README.md").write_text("not an article", encoding="utf-8")
    found = [(article.name, article.folder) for article in load_articles(top)]
    assert found == [("a/four", "a"), ("a/one", "a"), ("b/two", "b"), ("three", "")]
    assert _one(top / "three").name == "three"


def test_columns_stand_in_any_order_and_most_may_be_missing(write: Write) -> None:
    folder = write(
        "I’m backing Bob Carr\tsupports\tBob Carr\tAnn Holt\t\t\t",
        "",
        "# a remark",
        head="Words\tWhat\tWhom or what\tWho\t\t",
    )
    (label,) = _one(folder).labels
    assert label == Label("supports", "Ann Holt", "Bob Carr", "I’m backing Bob Carr")


def test_what_spreadsheets_do_to_cells_is_undone(write: Write) -> None:
    folder = write(
        'supports\t"Ann Holt"\tBob Carr\t"said: ""I\'m backing Bob Carr."""',
        "supports\tAnn Holt\tBob Carr\tI'm  Backing Bob Carr",
        head="\ufeff" + "\t".join(("what", "who", "whom or what", "words")),
    )
    table = folder / "labels.tsv"
    table.write_bytes(table.read_bytes().replace(b"\n", b"\r\n"))
    assert [label.who for label in _one(folder).labels] == ["Ann Holt", "Ann Holt"]


def test_an_article_that_backs_nobody_is_negative(write: Write) -> None:
    assert _one(write(ROWS[2], meta="", name="one")).kind == "negative"
    assert _one(write(ROWS[3], meta='kind = "negative"', name="two")).kind == "negative"


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("supports\tAnn Holt\tBob Carr\tI back Carr", "2: these words are not in the article: I b"),
        ("supports\tAnn Holt\tBob Carr\t" + "x" * 999, "x…"),
        (
            "suports\tAnn Holt\tBob Carr\tBob Carr",
            "2: has 'suports' under 'what' (write one of sup",
        ),
        ("supports\t\tBob Carr\tBob Carr", "2: has nothing under 'who'"),
        ("supports\tAnn Holt\tBob Carr", "2: has nothing under 'words'"),
        ('supports\tAnn Holt\t""\tBob Carr', "2: has nothing under 'whom or what'"),
        ("claim\tBob Carr\tmany\tBob Carr", "2: a claim has a number, not 'many'"),
        ("claim\tBob Carr\t-5\tBob Carr", "2: a claim has a number"),
        ("claim\tBob Carr\t" + "9" * 99 + "\tBob Carr", "2: a claim has a number"),
        ("supports\ta\tb\tBob Carr\tmore", "2: has 5 cells under 4 columns"),
        ("\nsupports\ta\tb\tzzz", "3: these words"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_line(
    write: Write, row: str, complaint: str
) -> None:
    folder = write(row, head="what\twho\twhom or what\twords")
    said = _refusal(folder)
    assert complaint in said
    assert "labels.tsv:" in said


@pytest.mark.parametrize(
    ("column", "value"), [("type", "group"), ("optional", "perhaps"), ("type", "\u202eperson")]
)
def test_a_cell_with_another_word_than_those_allowed_is_refused(
    write: Write, column: str, value: str
) -> None:
    folder = write(
        f"supports\tAnn Holt\tBob Carr\tBob Carr\t{value}",
        head=f"what\twho\twhom or what\twords\t{column}",
    )
    assert f"under '{column}'" in _refusal(folder)


@pytest.mark.parametrize(
    ("head", "complaint"),
    [
        ("what\twho\twords", "has no column 'whom or what'"),
        (HEAD + "\tmore", "has an unknown column 'more'"),
        (HEAD + "\twho", "names a column twice"),
        ("# nothing else", "has no line that names the columns"),
        ("what,who,whom or what,words", "has no column 'what'"),
    ],
)
def test_a_table_with_other_columns_is_refused(write: Write, head: str, complaint: str) -> None:
    assert complaint in _refusal(write(head=head))


@pytest.mark.parametrize(
    ("meta", "complaint"),
    [
        ("", "does not say of which kind"),
        ('kind = "lists"', "does not say of which kind"),
        ('kind = "negative"', "calls the article negative"),
        ("kind = 1", "kind must be text"),
        ('kin = "list"', "unknown key"),
        ("x = " + "[" * 20_000, "cannot be read"),
    ],
)
def test_an_article_of_no_kind_is_refused(write: Write, meta: str, complaint: str) -> None:
    said = _refusal(write(*ROWS, meta=meta))
    assert complaint in said
    assert "article.meta.toml" in said


def test_files_that_are_no_text_are_refused(write: Write) -> None:
    folder = write(*ROWS)
    (folder / "labels.tsv").write_bytes("what\twho".encode("utf-16"))
    assert "is not UTF-8" in _refusal(folder)
    (folder / "labels.tsv").unlink()
    assert "labels.tsv: is missing" in _refusal(folder)
    (folder / "labels.tsv").mkdir()
    assert "labels.tsv: is not a regular file" in _refusal(folder)
    (folder / "article.txt").unlink()
    (folder / "labels.tsv").rmdir()
    assert "has no labelled article" in _refusal(folder)
    (folder / "labels.tsv").write_text(HEAD, encoding="utf-8")
    assert "article.txt: cannot be read" in _refusal(folder)
    assert "no such folder" in _refusal(folder / "none")


def test_what_never_ends_is_not_waited_for(write: Write) -> None:
    folder = write(*ROWS)
    (folder / "labels.tsv").unlink()
    (folder / "labels.tsv").symlink_to("/dev/zero")
    assert "is not a regular file" in _refusal(folder)
    (folder / "labels.tsv").unlink()
    os.mkfifo(folder / "labels.tsv")
    assert "is not a regular file" in _refusal(folder)


def test_a_table_of_any_size_is_refused(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.evaluation.table.MAX_BYTES", 100)
    assert "more than 100 bytes" in _refusal(write(*ROWS))


# --- the same as JSON ------------------------------------------------------------------------

CASE: dict[str, Any] = {
    "id": "one",
    "published": "2015-07",
    "split_hint": "prose",
    "text": TEXT,
    "endorsements": [
        {
            "endorser": "Ann Holt",
            "endorser_type": "person",
            "candidate": "Bob Carr",
            "polarity": "supports",
            "line": "I’m backing Bob Carr",
            "endorser_aliases": ["Annie Holt", "A. Holt"],
        },
        {
            "endorser": "Bakers Union",
            "endorser_type": "organisation",
            "candidate": "Bob Carr",
            "polarity": "expected",
            "line": "Bob Carr",
            "optional": True,
        },
    ],
    "claims": [
        {
            "candidate": "Bob Carr",
            "count": 1500,
            "unit": "supporters",
            "line": "Carr has 1,500 supporters",
            "optional": True,
        }
    ],
    "roles": [
        {
            "person": "Ann Holt",
            "role": "MP",
            "organisation_or_place": "Bury",
            "line": "Ann Holt, MP for Bury",
        }
    ],
}


def _case(tmp_path: Path, **changes: Any) -> Path:
    folder = tmp_path / "cases"
    folder.mkdir(exist_ok=True)
    (folder / "one.json").write_text(json.dumps(CASE | changes), encoding="utf-8")
    return folder


def _item(key: str, at: int = 0, **changes: Any) -> dict[str, Any]:
    items = [dict(item) for item in CASE[key]]
    items[at] |= changes
    return {key: items}


def test_json_says_the_same(tmp_path: Path, write: Write) -> None:
    one = _one(write(*ROWS, meta='kind = "prose"\npublished = "2015-07"\n'))
    other = _one(_case(tmp_path))
    assert (other.name, other.kind) == (one.name, one.kind)
    assert set(other.labels) == set(one.labels)
    assert (other.document.text, other.document.published) == (TEXT, one.document.published)
    assert _one(tmp_path / "cases" / "one.json") == other


def test_json_may_say_that_something_is_not_known(tmp_path: Path) -> None:
    without = _item("roles", organisation_or_place="") | {"published": None}
    article = _one(_case(tmp_path, **without))
    assert article.document.published is None
    assert [label.of for label in article.labels if label.statement == "roles"] == [""]


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"text": None}, "needs a text 'text'"),
        ({"text": "\ud800 Bob Carr"}, "half a character"),
        ({"published": "2015-13"}, "published is '2015-13'"),
        ({"published": 2015}, "needs a text 'published'"),
        ({"split_hint": "letter"}, "has no 'split_hint' that is known"),
        ({"endorsements": {}}, "'endorsements' must be a list"),
        ({"endorsements": ["x"]}, "endorsements[0]: is no JSON object"),
        (_item("endorsements", polarity="backs"), "endorsements[0]: has no 'polarity'"),
        (
            _item("endorsements", at=1, endorser_type=None),
            "endorsements[1]: has no 'endorser_type'",
        ),
        (_item("endorsements", endorser=" "), "endorsements[0]: needs a text 'endorser'"),
        (_item("endorsements", line="elsewhere"), "endorsements[0]: its line is not in the text"),
        (_item("endorsements", optional="yes"), "'optional' must be true or false"),
        (_item("endorsements", endorser_aliases="A"), "'endorser_aliases' must be a list"),
        (_item("claims", count="many"), "claims[0]: its count is 'many'"),
        (_item("claims", count=True), "claims[0]: its count is 'True'"),
        (_item("claims", count=float("nan")), "claims[0]: its count is 'nan'"),
        (_item("roles", role=7), "roles[0]: needs a text 'role'"),
    ],
)
def test_a_case_that_cannot_be_is_refused_with_its_place(
    tmp_path: Path, changes: dict[str, Any], complaint: str
) -> None:
    said = _refusal(_case(tmp_path, **changes))
    assert complaint in said
    assert "one.json" in said


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000, '"\\ud800', "\x00", "1" * 5000])
def test_what_is_no_case_is_refused(tmp_path: Path, text: str) -> None:
    folder = _case(tmp_path)
    (folder / "one.json").write_text(text, encoding="utf-8")
    assert "JSON" in _refusal(folder)
