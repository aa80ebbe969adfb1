"""Articles in every kind of file that people have them in, and the files that hold none."""

from __future__ import annotations

import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from kg.articles import find_articles, read_document, read_documents, read_stream
from kg.articles.conversion import Converter
from kg.articles.conversion.wrapping import unwrapped
from kg.articles.kinds import kind_of
from kg.errors import InputError
from tests.conftest import RunKg
from tests.files import HTML, MARKDOWN, TEXT, pdf, word_document, write_all

BACKERS = {"Mary Major", "Tom Tester", "Una Unit", "Vic Vale"}


def test_each_kind_of_file_says_the_same(kg: RunKg, tmp_path: Path) -> None:
    files = write_all(tmp_path)
    read = json.loads(kg("extract", *files).out)
    assert [{one["endorser"] for one in made["endorsements"]} for made in read] == [BACKERS] * 5
    for file, made in zip(files, read, strict=True):
        [document] = read_documents([file])
        for kind in ("endorsements", "claims", "roles", "leftovers"):
            for one in made[kind]:
                assert document.text[one["start"] : one["end"]] == one["quote"]


def test_the_hash_is_that_of_the_text(tmp_path: Path) -> None:
    for document in read_documents(write_all(tmp_path)):
        assert document.sha256 == sha256(document.text.encode()).hexdigest()


def test_what_a_page_says_about_itself_is_kept_and_its_menus_are_not(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(HTML)
    read = read_document(page)
    assert (read.title, read.publisher) == ("Who backs whom for party leader?", "The Anytown Echo")
    assert read.url == "https://example.org/news/who"
    assert read.published is not None
    assert read.published.when == "2015-07-17"
    assert read.text.startswith("Who backs whom for party leader?\n")
    assert "cookies" not in read.text
    assert "Home" not in read.text


def test_a_sidecar_outweighs_the_page(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(HTML)
    (tmp_path / "page.meta.toml").write_text('title = "Mine"\npublished = "2015-07-01"\n')
    read = read_document(tmp_path / "page.html")
    assert read.title == "Mine"
    assert read.published is not None
    assert read.published.when == "2015-07-01"
    assert read.publisher == "The Anytown Echo"


def test_markdown_loses_its_marks_and_keeps_its_lines(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(MARKDOWN + "\n| Paper | Choice |\n|---|---|\n| The Post | **Ann Example** |\n")
    read = read_document(file)
    assert "Mary Major, the leader of Ipswich council, is backing Ann Example." in read.text
    assert "- Vic Vale, Leeds City Council" in read.text
    assert "| The Post | Ann Example |" in read.text
    assert read.title == "Who backs whom?"
    assert read.published is not None
    assert read.published.when == "2015-07-17"


def test_a_table_in_word_becomes_rows(tmp_path: Path) -> None:
    import docx

    made = docx.Document()
    made.add_paragraph("Papers and parties")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "The Post", "Ann Example"
    made.save(str(tmp_path / "a.docx"))
    assert (
        read_document(tmp_path / "a.docx").text
        == "Papers and parties\n| The Post | Ann Example |\n"
    )


@pytest.mark.parametrize(
    ("printed", "paragraphs"),
    [
        (
            [
                "The leader of the council said on Monday that she was going to",
                "support Ann Example, and that most of those who sit with her on",
                "the council would too.",
                "Nobody answered.",
            ],
            [
                "The leader of the council said on Monday that she was going to support Ann "
                "Example, and that most of those who sit with her on the council would too.",
                "Nobody answered.",
            ],
        ),
        (
            ["Tom Tester, Norwich", "Una Unit, Essex County Council", "Vic Vale, Leeds"],
            ["Tom Tester, Norwich", "Una Unit, Essex County Council", "Vic Vale, Leeds"],
        ),
        (["It is a hy\ufffe", "phen."], ["It is a hyphen."]),
        ([], []),
    ],
)
def test_lines_of_a_page_are_joined_where_they_were_wrapped(
    printed: list[str], paragraphs: list[str]
) -> None:
    assert unwrapped(printed) == paragraphs


def _zip(**files: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "/").replace("/xml", ".xml"), data)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "complaint"),
    [
        ("scan.pdf", pdf([]), "without text, probably a scan"),
        ("locked.pdf", pdf(["Secret"], encrypted=True), "is an encrypted PDF"),
        ("cut.pdf", pdf(["Whole"])[:40], "is a damaged PDF"),
        ("cut.docx", word_document()[:200], "is a damaged Word document"),
        ("other.docx", _zip(readme=b"x"), "is a ZIP archive, not a Word document"),
        ("bomb.docx", _zip(word_document_xml=bytes(300 << 20)), "unpacks to more than 256 MB"),
        ("nothing.docx", _zip(word_document_xml=b"<x/>"), "is a damaged Word document"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + bytes(64), "is an old or encrypted Office file"),
        ("empty.html", b"<!doctype html><html><body></body></html>", "without an article on it"),
        ("latin.md", b"caf\xe9", "is not UTF-8 (byte 3)"),
        ("late.txt", b"a" * 5000 + b"\0", "is binary"),
        ("long.txt", b"word " * (2 << 20), "has more than 8,388,608 bytes of text"),
        ("long.md", b"word " * (2 << 20), "has more than 8,388,608 bytes of text"),
        ("none.jsonl", b"\n\n", "is empty"),
        ("bad.jsonl", b'{"text": "A"}\n{"text": \n', "bad.jsonl:2: is no JSON"),
        ("list.jsonl", b"[]\n", "list.jsonl:1: is no JSON object"),
        ("deep.jsonl", b"[" * 100_000 + b"\n", "deep.jsonl:1: is no JSON"),
        ("mute.jsonl", b'{"title": "A"}\n', "mute.jsonl:1: has no text"),
        ("half.jsonl", b'{"text": "\\ud800"}\n', "half a character"),
        ("date.jsonl", b'{"text": "A", "published": "soon"}\n', "published is 'soon'"),
        ("wide.jsonl", b'{"text": "' + b"a" * (17 << 20) + b'"}\n', "is longer than"),
    ],
)
def test_a_file_without_an_article_is_refused_in_one_line(
    kg: RunKg, tmp_path: Path, name: str, data: bytes, complaint: str
) -> None:
    (tmp_path / name).write_bytes(data)
    ran = kg("extract", tmp_path / name)
    assert (ran.code, ran.out) == (2, "")
    assert complaint in ran.err
    assert name in ran.err
    assert ran.err.count("\n") == 1


def test_a_conversion_that_takes_too_long_is_stopped_and_the_next_one_is_not() -> None:
    with Converter(seconds=0.0) as hasty, pytest.raises(InputError, match="takes too long"):
        hasty.convert("html", HTML.encode(), "page.html")
    with Converter() as converter:
        with pytest.raises(InputError, match="is a damaged PDF"):
            converter.convert("pdf", b"%PDF-", "a.pdf")
        assert "Mary Major" in converter.convert("html", HTML.encode(), "page.html").text


def test_a_process_that_dies_of_a_file_takes_only_that_file_along() -> None:
    with Converter() as converter:
        assert converter.convert("html", HTML.encode(), "page.html").title
        assert converter._running is not None  # noqa: SLF001 - nothing else kills it on purpose
        converter._running._process.kill()  # noqa: SLF001 - same
        assert converter.convert("html", HTML.encode(), "page.html").title


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.txt", b"Plain", "text"),
        ("a.txt", b"<!DOCTYPE HTML><p>", "html"),
        ("a.txt", b'<?xml version="1.0"?>\n<html xmlns="x">', "html"),
        ("stdin", b"%PDF-1.7", "pdf"),
        ("stdin", b"PK\x03\x04", "docx"),
        ("stdin", b'{"text": "A"}', "jsonl"),
        ("stdin", b"{Not JSON}", "text"),
        ("stdin", b"<Not a page>", "text"),
        ("A.HTM", b"<p>A", "html"),
        ("a.md", b'{"', "markdown"),
    ],
)
def test_the_kind_of_a_file(name: str, head: bytes, kind: str) -> None:
    assert kind_of(name, head) == kind


def test_json_lines_give_an_article_each_with_what_is_known_of_it(
    kg: RunKg, tmp_path: Path
) -> None:
    rows = [
        {"id": "one", "text": TEXT, "title": "One", "published": "2015-07", "publisher": None},
        {"text": TEXT.replace("Mary Major", "Molly Minor")},
    ]
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n")
    first, second = read_documents([file])
    assert (first.name, first.title, second.name) == ("one", "One", "many.jsonl:2")
    lines = kg("extract", file, "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["document"]["title"] for line in lines] == ["One", None]
    assert len(json.loads(kg("extract", file).out)) == 2


class _Endless:
    """A file that never ends, and counts what is read of it."""

    def __init__(self, line: bytes) -> None:
        self._line, self.read_bytes = line, 0

    def read(self, size: int) -> bytes:
        self.read_bytes += size
        return (self._line * (size // len(self._line) + 1))[:size]

    def readline(self, size: int) -> bytes:
        assert size > len(self._line)
        self.read_bytes += len(self._line)
        return self._line


def test_json_lines_are_read_one_by_one() -> None:
    line = json.dumps({"text": "x" * 1015}).encode() + b"\n"
    assert len(line) == 1028
    endless = _Endless(line.replace(b"xxxx", b"", 1))  # 1,024 bytes: the first read ends a line
    articles = read_stream(endless, "stdin")  # type: ignore[arg-type] # all of a file that is used
    for _ in range(10):
        next(articles)
    articles.close()  # type: ignore[attr-defined] # a generator
    assert endless.read_bytes < 20_000


def test_stdin_may_hold_any_kind(kg: RunKg, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = BytesIO(HTML.encode())

    monkeypatch.setattr("sys.stdin", Stdin)
    [made] = json.loads(kg("extract", "-").out)
    assert {one["endorser"] for one in made["endorsements"]} == BACKERS


def test_a_folder_gives_its_articles_and_not_its_readme(tmp_path: Path) -> None:
    write_all(tmp_path)
    for name in ("README.md", "README.txt", "picture.png", "a.meta.toml"):
        (tmp_path / name).write_text("")
    assert [p.name for p in find_articles([tmp_path])] == [
        "a.txt",
        "b.html",
        "c.md",
        "d.docx",
        "e.pdf",
    ]


def test_what_was_read_is_kept_beside_the_graph_and_gives_it_again(
    kg: RunKg, tmp_path: Path
) -> None:
    files = write_all(tmp_path)
    assert kg("build", *files, "--store", tmp_path / "first").code == 0
    [kept] = (tmp_path / "first").glob("versions/*/articles.jsonl")
    for line in kept.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert sha256(row["text"].encode()).hexdigest() == row["sha256"]
    read = list(read_documents(files))
    again = list(read_documents([kept]))
    assert [document.sha256 for document in again] == sorted({document.sha256 for document in read})
    assert all(document in read for document in again)
    assert kg("build", kept, "--store", tmp_path / "second").code == 0
    graphs = [next((tmp_path / name).glob("versions/*/graph.nq")) for name in ("first", "second")]
    assert graphs[0].read_bytes() == graphs[1].read_bytes()
