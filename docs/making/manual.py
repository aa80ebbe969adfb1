"""The manual with the help of every command in it, as the program prints it."""

from __future__ import annotations

import re

from kg.cli.commands import COMMANDS
from kg.cli.group import load, root_command

_BLOCK = re.compile(r"<!-- kg [\w-]+ --help -->\n.*?<!-- end of help -->\n\n", re.DOTALL)
_HEADING = re.compile(r"^(## `kg ([\w-]+)[^\n]*)\n+", re.MULTILINE)


def made(manual: str) -> str:
    """The manual with the help of a command below the heading of its section."""
    bare = without_help(manual)
    return _HEADING.sub(lambda found: f"{found[1]}\n\n{_block(found[2])}", bare)


def without_help(manual: str) -> str:
    """What people have written of the manual."""
    return _BLOCK.sub("", manual)


def help_of(name: str) -> str:
    """What ``kg NAME --help`` prints on a terminal of 80 columns; typer leaves two free."""
    root, command = root_command(), load(name)
    with (
        root.make_context("kg", [], resilient_parsing=True) as above,
        command.make_context(
            name, [], parent=above, resilient_parsing=True, terminal_width=78
        ) as ctx,
    ):
        return str(command.get_help(ctx))


def _block(name: str) -> str:
    if name not in COMMANDS:
        return ""
    lines = [
        f"<!-- kg {name} --help -->",
        f"<details><summary><code>kg {name} --help</code></summary>",
        "",
        "```text",
        help_of(name),
        "```",
        "",
        "</details>",
        "<!-- end of help -->",
        "",
        "",
    ]
    return "\n".join(lines)
