"""``make docs``: writes what is made from the program, its ontology and its shapes."""

from __future__ import annotations

from pathlib import Path

from docs.making import manual, page
from kg.cli.app import HELP_PAGE
from kg.cli.group import help_page

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"


def main() -> None:
    """Write each document whose content is another one now, and say which."""
    for path, made in (
        (HELP_PAGE, help_page()),
        (DOCS / "manual.md", manual.made((DOCS / "manual.md").read_text(encoding="utf-8"))),
        (DOCS / "ontology.html", page.made()),
    ):
        if not path.exists() or path.read_text(encoding="utf-8") != made:
            path.write_text(made, encoding="utf-8")
            print(path.relative_to(ROOT))  # noqa: T201 - what `make docs` says


if __name__ == "__main__":
    main()
