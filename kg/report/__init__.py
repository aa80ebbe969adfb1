"""The report: one page that a journalist can open, and its figures one by one.

Everything that it says is the answer of a saved query or of a check (``facts``), made into figures
(``figures``, drawn by ``charts`` and ``pictures``), sentences and the page. What draws takes a
second to load, so it is imported when a page or a picture is wanted.
"""

from __future__ import annotations

from kg.errors import UsageError
from kg.report.facts import ask
from kg.report.figures import FIGURES, Figure, Matter, matter_of
from kg.report.words import About, plain
from kg.store import Store
from kg.store.layout import Version

__all__ = ["FIGURES", "FORMATS", "Figure", "all_figures", "page", "picture"]

FORMATS = ("svg", "png")


def page(store: Store) -> str:
    """The whole page as HTML. Raises ``StoreError`` when the store is damaged."""
    from kg.report.html import write_page

    return write_page(_matter(store), _about(store))


def all_figures(store: Store) -> dict[str, Figure | None]:
    """Every figure by name; None for one that the graph has nothing to draw for."""
    matter = _matter(store)
    return {name: draw(matter) for name, draw in FIGURES.items()}


def picture(store: Store, name: str, fmt: str = "svg") -> bytes:
    """One figure that stands alone, as SVG or PNG, with its title, number and source.

    ``name`` is one of ``FIGURES``, ``fmt`` one of ``FORMATS``. Raises ``UsageError`` when the graph
    has nothing to draw for it.
    """
    matter = _matter(store)
    figure = FIGURES[name](matter)
    if figure is None:
        raise UsageError(
            f"the graph has nothing to draw for the figure '{name}'",
            where=store.location,
            todo="kg report --list says which figures it has something for",
        )
    from kg.report import charts, pictures
    from kg.report.html import credit

    lines = (
        f"n = {plain(figure.size)}. Unplaced: {plain(figure.unplaced)}.",
        f"Source: {credit(matter.facts)}.",
    )
    spec = charts.specification(figure.chart, charts.WIDE, charts.Heading(figure.title, lines))
    if fmt == "png":
        return pictures.png(spec)
    return pictures.svg(spec, figure.title, plain(figure.alt).strip()).encode() + b"\n"


def _matter(store: Store) -> Matter:
    return matter_of(ask(store))


def _about(store: Store) -> About:
    """What the manifest of a store on disk tells of the graph; nothing of any other store."""
    files = store.on_disk()
    if files is None:
        return About()
    manifest = Version(files[0].parent).read_manifest()
    left = manifest.get("about", {}).get("leftovers")
    return About(
        sha256=manifest.get("sha256"),
        statements=manifest.get("quads"),
        leftovers=sum(left.values()) if isinstance(left, dict) else None,
    )
