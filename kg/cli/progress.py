"""A progress bar on stderr, for those who watch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.cli.context import Context

Step = Callable[[object], None]


@contextmanager
def bar(context: Context, label: str, total: int, *, then: str) -> Iterator[Step]:
    """Show a bar of ``total`` steps and yield the function that takes one.

    After the last step the label becomes ``then``. There is no bar when stderr is no terminal or
    with ``--quiet``, and none is left behind.
    """
    if context.quiet or not context.watched:
        yield lambda _: None
        return
    from rich.console import Console  # here: rich is slow to import, and pipes do without it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    console = Console(file=context.err, no_color=not context.colour)
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(label, total=total)

        def step(_: object) -> None:
            progress.advance(task)
            if progress.tasks[0].finished:
                progress.update(task, description=then)

        yield step
