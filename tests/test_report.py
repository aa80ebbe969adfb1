"""The report says what the graph says, in a page that nothing in the graph can break."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import report
from kg.errors import StoreError
from kg.gazetteer import load_gazetteer
from kg.report.atlas import load_atlas
from kg.report.facts import Row, ask
from kg.report.figures.model import COLOURS, MOST_ROWS, OTHER, TIED
from kg.report.links import address
from kg.report.sentences import sentences
from kg.report.words import Cell, Number, plain
from kg.store import memory_store
from kg.vocab import KGO
from tests import report_pages as pages
from tests import shipped
from tests.conftest import ROOT, RunKg

DECIMAL = ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
PAGES = {
    "shipped": lambda: (shipped.shipped(), pages.shipped_page()),
    "worked": lambda: (shipped.worked(), pages.worked_page()),
}


def _of_empty() -> str:
    return report.page(memory_store())


@pytest.mark.parametrize("which", PAGES)
def test_every_number_is_what_its_query_says(which: str) -> None:
    store, page = PAGES[which]()
    again = pages.Again(store)
    shown = pages.numbers(page)
    assert len(shown) > 60
    asked = [(one, again.worth(one.source)) for one in shown]
    assert [one for one, worth in asked if worth is not None and worth != one.value] == []
    assert [one for one, worth in asked if worth is None] == []  # a store in memory has no manifest
    for one in shown:
        assert Decimal(one.text.replace(",", "")) == one.value


def test_no_cell_of_a_table_is_a_number_without_a_source() -> None:
    for cell in pages.parsed(pages.shipped_page()).iter("td"):
        if re.fullmatch(r"[\d.,]+", pages.text_of(cell)):
            assert cell.find("data") is not None or not cell.get("class")


def test_the_figures_that_the_articles_are_known_for() -> None:
    text = pages.text_of(pages.parsed(pages.shipped_page()).find(".//main"))
    for sentence in (
        "233 people are named as backing Jeremy Corbyn in the contest “Labour leadership 2015”, "
        "79 more than Liz Kendall, who comes second.",
        "154 people are named as backing Liz Kendall in the contest “Labour leadership 2015”.",
        "Those who are named speak for 168 councils in the contest “Labour leadership 2015”; the "
        "United Kingdom had 418 in 2015.",
        "One article states 230 supporters of Jeremy Corbyn; the list that it gives has 233.",
        "Christopher Baron is named as backing Liz Kendall and Yvette Cooper",
        "Huffington Post puts the support for Andy Burnham in the contest “Labour leadership 2015” "
        "at over 150 councillors, without naming them.",
        "n = 489 backers on 153 of 391 councils of July 2015.",
        "Mr Corbyn has secured the backing of the following 230 Labour councillors",
    ):
        assert sentence in text


def test_backers_are_on_the_map_or_counted_as_unplaced() -> None:
    figure = report.all_figures(shipped.shipped())["map"]
    assert figure is not None
    placed, without, off = (
        next(part for part in words if isinstance(part, Number))
        for words in (figure.size, figure.unplaced, figure.unplaced[2:])
    )
    rows = figure.table.whole
    councils = shipped.values(run_query("councils-by-contest"))
    assert (placed + off).value == sum(int(row[4] or 0) for row in councils)
    assert rows == len(councils)
    contest = shipped.values(run_query("contests"))[0]
    assert without.value == int(contest[3] or 0) - int(contest[4] or 0)


def run_query(name: str) -> tuple[tuple[object, ...], ...]:
    from kg.queries import load_query, run

    return run(shipped.shipped(), load_query(name)).rows  # type: ignore[return-value]


def test_regions_have_as_many_backers_as_councils() -> None:
    figure = report.all_figures(shipped.shipped())["regions"]
    assert figure is not None
    together = sum(row[-1].value for row in figure.table.rows if isinstance(row[-1], Number))
    councils = shipped.values(run_query("councils-by-contest"))
    assert together == sum(int(row[4] or 0) for row in councils)


def test_pictures_hold_the_numbers_of_their_tables() -> None:
    for image in pages.parsed(pages.shipped_page()).iterfind(".//figure//img"):
        svg = base64.b64decode(image.get("src").partition(",")[2]).decode()
        if image.get("class") == "endorsements":
            assert {">233<", ">154<", ">139<", ">Jeremy Corbyn<"} <= set(
                re.findall(">[^<>]+<", svg)
            )
        if image.get("class") == "stated":
            assert "230 stated, 233 listed" in svg


def test_the_same_graph_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    code = (
        "import sys\nfrom kg import report\nfrom tests import shipped\n"
        "out = sys.stdout.buffer\nout.write(report.page(shipped.worked()).encode())\n"
        "out.write(report.picture(shipped.worked(), 'claims', 'png'))"
    )
    made = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "4711"},
        capture_output=True,
        check=True,
    ).stdout
    here = pages.worked_page().encode() + report.picture(shipped.worked(), "claims", "png")
    assert made == here


def test_a_graph_of_nothing_has_a_page_that_says_so() -> None:
    page = pages.parsed(_of_empty())
    assert page.findall(".//figure") == []
    assert "There is nothing to draw" in pages.text_of(page)
    assert "The graph holds no article." in pages.text_of(page)


@pytest.mark.parametrize("number", ["NaN", "-INF", "many", "1 000"])
def test_what_is_no_number_is_refused(number: str) -> None:
    row = Row("claims-and-lists", 0, {"stated": number})
    with pytest.raises(StoreError, match="where a number is needed"):
        row.number("stated")


def test_a_number_beyond_all_sense_breaks_no_page() -> None:
    quads = [
        ox.Quad(q.subject, q.predicate, ox.Literal("9" * 400, datatype=DECIMAL), q.graph_name)
        if q.predicate.value == KGO.count
        else q
        for q in shipped.worked_quads()
    ]
    page = report.page(memory_store(quads))
    assert "1E+400" in pages.text_of(pages.parsed(page))


def test_many_candidates_with_long_names() -> None:
    store = pages.crowd(contests=11, candidates=6, backers=2)
    page = pages.parsed(report.page(store))
    text = pages.text_of(page)
    assert "Contests with fewer endorsements: 3" in text
    assert "The 40 candidates with most backers of 66" in text
    assert f"The first {MOST_ROWS} of 66 rows." in text
    assert text.count("Candidate Hyphenated-Doublebarrelled-Surname the 10-5th") >= 2
    # The 24 bars have the most; the rest is counted in words.
    figure = report.all_figures(store)["endorsements"]
    assert figure is not None
    drawn = sum(bar.length for _, bars in figure.chart.groups for bar in bars)  # type: ignore[union-attr]
    left = next(part for part in figure.unplaced if isinstance(part, Number))
    assert (
        Decimal(drawn) + left.value == next(p for p in figure.size if isinstance(p, Number)).value
    )


def _safe(page: str) -> None:
    """The page has no element, attribute or address but those of the template."""
    root = pages.parsed(page)
    tags = {element.tag for element in root.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "svg", "iframe", "object", "embed", "form", "link", "base"}
    for element in root.iter():
        for name, value in element.items():
            assert not name.startswith("on")
            if name in ("href", "src", "srcset"):
                assert value.startswith(("#", "https://", "http://", "data:image/svg+xml;base64,"))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028]", page)
    for image in root.iterfind(".//figure//img"):
        svg = base64.b64decode(image.get("src").partition(",")[2]).decode()
        assert not re.search(r"<(script|img|svg onload|foreignObject)|\bon\w+=\S*alert[^&]*\"", svg)


def test_nothing_in_the_graph_breaks_out_of_the_page() -> None:
    page = pages.hostile_page()
    _safe(page)
    assert "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;" in page
    assert "{{7*7}}" in page
    assert "\\u202e" in page
    assert "javascript:" not in "".join(pages.parsed(page).xpath("//@href"))


def test_hostile_names_change_nothing_but_the_names() -> None:
    plain_numbers = [one.value for one in pages.numbers(pages.worked_page())]
    hostile = pages.hostile_page()
    # Names that were equal stay so, and what they are sorted by begins as before.
    assert sorted(one.value for one in pages.numbers(hostile)) == sorted(plain_numbers)


def test_a_picture_alone_is_sound_xml_whatever_the_names() -> None:
    import lxml.etree

    store = pages.hostile(shipped.worked_quads())
    for name, figure in report.all_figures(store).items():
        if figure is not None:
            svg = report.picture(store, name)
            root = lxml.etree.fromstring(svg)
            tags = {lxml.etree.QName(e).localname for e in root.iter() if isinstance(e.tag, str)}
            assert tags <= {"svg", "g", "path", "rect", "line", "text", "title", "desc", "tspan"}
            assert root.get("role") == "img"
            assert root[0].text == figure.title


@pytest.mark.parametrize("which", [*PAGES, "empty"])
def test_the_page_allows_itself_nothing(which: str) -> None:
    page = _of_empty() if which == "empty" else PAGES[which]()[1]
    _safe(page)
    root = pages.parsed(page)
    policy = root.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    assert not [element for element in root.iter() if element.get("style")]


@pytest.mark.parametrize("which", [*PAGES, "empty"])
def test_the_page_is_sound_and_can_be_read_aloud(which: str) -> None:
    page = _of_empty() if which == "empty" else PAGES[which]()[1]
    assert page.startswith("<!DOCTYPE html>")
    root = pages.parsed(page)
    assert root.get("lang") == "en-GB"
    levels = [int(e.tag[1]) for e in root.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in root.xpath("//@href") if href.startswith("#")} <= set(ids)
    assert {label for e in root.iter() for label in (e.get("aria-labelledby"),) if label} <= set(
        ids
    )
    for image in root.iter("img"):
        assert len(image.get("alt")) > 40
    for table in root.iter("table"):
        assert pages.text_of(table.find("caption"))
        assert {e.get("scope") for e in table.iter("th")} <= {"col", "row"}
        columns = len(table.findall(".//thead/tr/th"))
        assert all(len(row) == columns for row in table.iterfind(".//tbody/tr"))
    for figure in root.iter("figure"):
        caption = pages.text_of(figure.find("figcaption"))
        assert "n = " in caption
        assert "Unplaced: " in caption
        assert "Source: kg " in caption
        assert figure.find("details//table") is not None


def test_every_stance_and_oddity_has_its_words() -> None:
    text = pages.text_of(pages.parsed(pages.worked_page()))
    assert "Jacqui Smith opposes Liz Kendall Jacqui Smith has come out against Kendall" in text
    assert "“over 150” councillors" in text
    root = pages.parsed(pages.worked_page())
    quotes = [pages.text_of(quote) for quote in root.iterfind(".//section[@id='checks']//q")]
    assert "Mike Lerry – Labour Group Leader, Sedgemoore District Council" in quotes
    links = [e.get("href") for e in root.iterfind(".//section[@id='sources']//a")]
    assert "https://news.example/2015/names" in links


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//news.example/x",
        "https:///x",
        "https://user:word@news.example/",
        "https://news.example/a b",
        'https://news.example/"onclick=x',
        "http://[::1",
        "ftp://news.example/",
        "news.example",
        "",
        "https://news.example/" + "a" * 3000,
    ],
)
def test_only_pages_of_the_web_are_linked_to(text: str) -> None:
    assert address(text) is None


def test_a_number_knows_its_cells() -> None:
    def cell(row: int, value: int) -> Number:
        return Number(Decimal(value), (Cell("q", "n", row),))

    made = cell(4, 1) + cell(0, 2) + cell(3, 3) - cell(7, 4)
    assert made.value == 2
    assert made.source == "q.n[0,3-4] - q.n[7]"
    assert str(Number(Decimal(1234567))) == "1,234,567"


def test_the_tiles_are_the_councils_of_july_2015_that_lie_over_no_other() -> None:
    atlas, day = load_atlas(), date(2015, 7, 15)
    councils = load_gazetteer().councils
    wanted = {c.slug for c in councils.values() if c.is_principal and c.alive_on(day)}
    assert set(atlas.tiles) == {slug for slug in wanted if councils[slug].kind != "county"}
    assert len(set(atlas.tiles.values())) == len(atlas.tiles) == 391


def test_tiles_keep_neighbours_together() -> None:
    from tests.lay_tiles import FILE, _read, centre, neighbours

    _, places = _read(FILE)
    names = sorted(places)
    tiles = load_atlas().tiles
    apart = [
        abs(complex(*centre((tiles[names[a]].column, tiles[names[a]].row)))
            - complex(*centre((tiles[names[b]].column, tiles[names[b]].row)))) / 27.0
        for a, b in neighbours([places[name] for name in names])
    ]  # fmt: skip
    assert sum(gap < 1.01 for gap in apart) > 0.6 * len(apart)
    assert sum(gap < 2.7 for gap in apart) > 0.95 * len(apart)


def test_sentences_are_few_however_large_the_graph() -> None:
    facts = ask(pages.crowd(contests=3, candidates=12, backers=1))
    said = sentences(facts)
    assert 8 <= len(said) <= 26
    assert len({one.anchor for one in said}) == len(said)
    assert plain(said[0].words).startswith("12 people are named as backing Candidate")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    from kg.store import publish

    folder = tmp_path_factory.mktemp("report") / "store"
    about = {"leftovers": {"https://example.org/a": 3, "https://example.org/b": 4}}
    publish(folder, shipped.worked_quads(), about)
    return str(folder)


def test_the_command_writes_the_page(kg: RunKg, store: str, tmp_path: Path) -> None:
    piped = kg("report", "--store", store)
    assert (piped.code, piped.err) == (0, "")
    assert piped.out.startswith("<!DOCTYPE html>")
    file = tmp_path / "page.html"
    written = kg("report", "--store", store, "-o", file)
    assert (written.code, written.out) == (0, "")
    assert written.err == f"kg: written to {file}\n"
    assert file.read_text(encoding="utf-8") == piped.out
    leftovers = [one for one in pages.numbers(piped.out) if one.source == "manifest leftovers"]
    assert [one.value for one in leftovers] == [7]
    assert [left.name for left in tmp_path.iterdir()] == ["page.html"]


def test_the_command_writes_a_figure(kg: RunKg, store: str, tmp_path: Path) -> None:
    svg, png = tmp_path / "f.svg", tmp_path / "f.png"
    assert kg("report", "--store", store, "--figure", "claims", "-o", svg).code == 0
    assert svg.read_text(encoding="utf-8").startswith("<svg ")
    asked = ("--figure", "claims", "--format", "png", "-o", png, "--quiet")
    ran = kg("report", "--store", store, *asked)
    assert (ran.code, ran.err) == (0, "")
    assert png.read_bytes().startswith(b"\x89PNG\r\n")


def test_the_command_lists_its_figures(kg: RunKg, store: str) -> None:
    ran = kg("report", "--store", store, "--list")
    assert ran.code == 0
    assert [line.split("\t")[0] for line in ran.out.splitlines()[1:]] == list(report.FIGURES)


def test_what_cannot_be_had_is_said(kg: RunKg, store: str, tmp_path: Path) -> None:
    for words, hint in (
        (("--figure", "mpa"), "did you mean 'map'?"),
        (("--format", "png"), "name it with --figure"),
        (("--figure", "map", "--format", "pgn"), "did you mean 'png'?"),
        (("--figure", "map", "--list"), "leave --figure out"),
        (("-o", tmp_path), "is a folder"),
    ):
        ran = kg("report", "--store", store, *words)
        assert (ran.code, ran.out) == (2, "")
        assert hint in ran.err
    empty = kg("report", "--store", "memory:", "--figure", "map")
    assert empty.code == 2
    assert "nothing to draw for the figure 'map'" in empty.err


def _brightness(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _on_white(colour: str) -> float:
    return 1.05 / (_brightness(colour) + 0.05)


def test_letters_and_bars_stand_out_from_the_page() -> None:
    style = (ROOT / "kg" / "report" / "pages" / "page.css").read_text(encoding="utf-8")
    names = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", style))
    colours = re.findall(r"[;{ ]color: (?:var\(--)?(#?\w+)", style)
    written = {names.get(name, name) for name in colours}
    assert {"#1b1f24", "#555c65", "#1f4e79"} <= written
    for colour in written - {"inherit"}:
        assert _on_white(colour) >= 4.5, colour
    for colour in (*COLOURS, OTHER, TIED):
        assert _on_white(colour) >= 3, colour


def test_the_picture_in_the_readme_is_the_one_that_kg_draws() -> None:
    shown = (ROOT / "docs" / "endorsements.svg").read_bytes()
    assert "docs/endorsements.svg" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert shown == report.picture(shipped.shipped(), "endorsements")
