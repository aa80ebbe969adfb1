"""The template for submissions: an empty CSV file, or what its columns mean."""

from __future__ import annotations

import csv
import io

from kg.tables import rows
from kg.validate.forms.csvcolumns import COLUMNS


def as_csv(*, example: bool = False) -> str:
    """The header, with one row to go by if ``example``."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    if example:
        writer.writerow(example_row().values())
    return out.getvalue()


def as_markdown(*, example: bool = False) -> str:
    """A table of the columns: name, whether it is needed, what to write, an example."""
    lines = ["| column | needed | what to write | example |", "|---|---|---|---|"]
    shown = example_row()
    lines += [
        f"| `{c.name}` | {'yes' if c.required else ''} | {c.explained} | {_code(shown[c.name])} |"
        for c in COLUMNS.values()
    ]
    text = "\n".join(lines) + "\n"
    return f"{text}\n```csv\n{as_csv(example=True)}```\n" if example else text


def example_row() -> dict[str, str]:
    """An example of each column. Raises ``ResourceError`` when the table of them is broken."""
    told = dict(rows("submission-example.tsv", ("column", "example")))
    return {name: told.get(name, "") for name in COLUMNS}


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


FORMATS = {"csv": as_csv, "md": as_markdown}
