"""The report's page in a real browser: at the width of a phone and of a desk, and in print."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests import report_pages as pages
from tests import shipped

CHROMIUM = Path("/usr/bin/chromium")
QUIETLY = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE, DESK = (360, 740), (1280, 900)

pytestmark = pytest.mark.skipif(
    not CHROMIUM.exists(), reason="no Chromium here: Debian's package chromium has it"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIETLY))
        yield running
        running.close()


class Opened:
    """A page that is open, and everything that it complained of or asked for."""

    def __init__(self, browser: Any, file: Path, size: tuple[int, int]) -> None:
        self.trouble: list[str] = []
        self._address = file.as_uri()
        self.page = browser.new_page(viewport={"width": size[0], "height": size[1]})
        self.page.on("console", lambda message: self.trouble.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.trouble.append(f"error: {error}"))
        self.page.on("request", self._asked)
        self.page.goto(self._address)

    def _asked(self, request: Any) -> None:
        if request.url != self._address and not request.url.startswith("data:"):
            self.trouble.append(f"request: {request.url}")

    def run(self, code: str) -> Any:
        return self.page.evaluate(code)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    made = {"shipped": pages.shipped_page(), "hostile": pages.hostile_page()}
    for name, page in made.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("which", ["shipped", "hostile"])
def test_the_page_opens_without_error_request_or_sideways_scrolling(
    browser: Any, files: dict[str, Path], which: str, size: tuple[int, int]
) -> None:
    opened = Opened(browser, files[which], size)
    opened.run("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert opened.run("document.documentElement.scrollWidth") <= size[0]
    images = opened.run(
        "[...document.images].map(i => [i.alt.length, i.naturalWidth, i.clientWidth])"
    )
    assert len(images) >= 4
    for alt, natural, shown in images:
        assert alt > 40
        # Drawn for this width: a picture that is shrunk has letters that are too small.
        assert 0 < natural <= shown * 1.15
    assert opened.trouble == []
    opened.page.close()


def test_what_is_shown_is_what_the_queries_say(browser: Any, files: dict[str, Path]) -> None:
    opened = Opened(browser, files["shipped"], DESK)
    shown = opened.run(
        "[...document.querySelectorAll('data')].map(d => [d.textContent, d.value, d.dataset.from])"
    )
    again = pages.Again(shipped.shipped())
    assert len(shown) > 100
    for text, value, source in shown:
        assert Decimal(text.replace(",", "")) == Decimal(value) == again.worth(source)
    opened.page.close()


def test_a_sentence_can_be_linked_to(browser: Any, files: dict[str, Path]) -> None:
    opened = Opened(browser, files["shipped"], PHONE)
    opened.page.click("#said-1 .anchor")
    assert opened.page.url.endswith("#said-1")
    plain, marked = (
        opened.run(f"getComputedStyle(document.querySelector('#said-{n}')).backgroundColor")
        for n in (2, 1)
    )
    assert plain != marked
    assert opened.trouble == []
    opened.page.close()


def test_print_has_the_figures_and_leaves_out_what_only_a_screen_can_use(
    browser: Any, files: dict[str, Path]
) -> None:
    opened = Opened(browser, files["shipped"], DESK)
    opened.page.emulate_media(media="print")
    hidden = "getComputedStyle(document.querySelector('{}')).display == 'none'"
    assert opened.run(hidden.format("nav"))
    assert not opened.run(hidden.format("figure img"))
    pdf = opened.page.pdf(format="A4", margin=dict.fromkeys(("left", "right"), "18mm"))
    assert pdf.startswith(b"%PDF-")
    assert 4 <= pdf.count(b"/Type /Page\n") <= 14
    assert opened.trouble == []
    opened.page.close()
