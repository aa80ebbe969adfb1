"""``make docs``: writes what is made from the program, its ontology and its shapes."""

from __future__ import annotations

from pathlib import Path

from docs.making import manual, page

DOCS = Path(__file__).parent.parent


def main() -> None:
    """Write each document whose content is another one now, and say which."""
    for name, made in (
        ("manual.md", manual.made((DOCS / "manual.md").read_text(encoding="utf-8"))),
        ("ontology.html", page.made()),
    ):
        path = DOCS / name
        if not path.exists() or path.read_text(encoding="utf-8") != made:
            path.write_text(made, encoding="utf-8")
            print(f"docs/{name}")  # noqa: T201 - what `make docs` says


if __name__ == "__main__":
    main()
