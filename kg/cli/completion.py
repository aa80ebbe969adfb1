"""What the shell offers behind TAB, and ``kg completion``, which tells the shell to ask.

The shell starts kg with the words typed so far; the library behind the command line finds what is
being completed, and the functions here say what it may be. They read and never write, offer
nothing where a store is large or far away, and whatever goes wrong, nothing is offered: whoever
types is not to be stopped by an error.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.context import make_context
from kg.cli.output import write_text

if TYPE_CHECKING:
    from kg.queries import Parameter

VARIABLE = "_KG_COMPLETE"
SHELLS = ("bash", "zsh", "fish")
_MOST = 50
_LARGEST = 50_000_000  # bytes of statements; names of twice as many take a second to read
_WITH_VALUE = ("-p", "--param", "--tag", "--format", "-o", "--output", "--store", "--config")
_PLAIN_KEY = re.compile(r"[a-z0-9-]+")
# bash takes = for the end of a word, so the value of a parameter is a word of its own.
_BASH = """\
_kg_completion() {
    local IFS=$'\\n'
    COMPREPLY=( $( COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \\
                   _KG_COMPLETE=complete_bash "$1" 2>/dev/null ) )
    if [[ ${COMPREPLY[0]} == *= ]]; then compopt -o nospace; fi
}
complete -o default -F _kg_completion kg
"""
# Behind the name of a parameter comes its value, without the space that zsh puts behind a word.
_ZSH = """\
#compdef kg
_kg_completion() {
    if [[ ${words[CURRENT-1]} == (-p|--param) && ${words[CURRENT]} != *=* ]]; then
        compadd -S '' -- ${(f)"$(COMP_WORDS="${(F)words[1,CURRENT]}" COMP_CWORD=$((CURRENT-1)) \\
                                 _KG_COMPLETE=complete_bash kg 2>/dev/null)"}
    else
        eval "$(_TYPER_COMPLETE_ARGS="${words[1,CURRENT]}" \\
                _KG_COMPLETE=complete_zsh kg 2>/dev/null)"
    fi
}
compdef _kg_completion kg
"""
_SCRIPTS = {"bash": _BASH, "zsh": _ZSH}

Shell = Annotated[
    str,
    typer.Argument(
        metavar="SHELL",
        callback=options.one_of("shell", SHELLS),
        autocompletion=options.offered(SHELLS),
        help=f"{', '.join(SHELLS)}.",
        show_default=False,
    ),
]


def run(
    ctx: typer.Context,
    shell: Shell,
    output: options.Output = None,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Print the lines for the start-up file of a shell."""
    context = make_context(ctx, store, config, quiet)
    script = _SCRIPTS.get(shell) or f"{_ask(f'source_{shell}').strip()}\n"
    write_text(context, script, output)
    return 0


def complete(instruction: str) -> int:
    """Answer the shell; ``instruction`` is what its script put into the environment."""
    try:
        joined = instruction == "complete_bash" and _join_at_equals()
        offered = _ask(instruction)
    except Exception:  # whoever types must not be stopped: nothing is offered then
        return 0
    lines = offered.splitlines()
    if joined:
        lines = [line.partition("=")[2] for line in lines]
    sys.stdout.write("".join(f"{line}\n" for line in lines if line))
    return 0


def _ask(instruction: str) -> str:
    """What the library behind the command line answers to the shell."""
    # The library installs the shells in this function only.
    from typer._completion_classes import completion_init
    from typer.completion import shell_complete

    from kg.cli.group import root_command

    completion_init()
    sink = StringIO()
    with redirect_stdout(sink), redirect_stderr(StringIO()):
        shell_complete(root_command(), {}, "kg", VARIABLE, instruction)
    return sink.getvalue()


def _join_at_equals() -> bool:
    """Put ``name``, ``=`` and ``value`` together again; whether the last word was among them."""
    words = os.environ["COMP_WORDS"].split("\n")
    number = int(os.environ["COMP_CWORD"])
    words = words[: number + 1]
    whole: list[str] = []
    for word in words:
        if (word == "=" and whole) or (whole and whole[-1].endswith("=")):
            whole[-1] += word
        else:
            whole.append(word)
    os.environ["COMP_WORDS"] = "\n".join(whole)
    os.environ["COMP_CWORD"] = str(len(whole) - 1)
    return len(words) > 1 and "=" in words[-2:]


def query_names(incomplete: str) -> list[str]:
    """Saved queries, for ``kg query``."""
    from kg import queries

    return [one for one in queries.names() if one.startswith(incomplete)]


def check_names(incomplete: str) -> list[str]:
    """Saved checks, for ``kg check``."""
    from kg import queries

    start = f"{queries.CHECKS}/"
    found = (name.removeprefix(start) for name in queries.names() if name.startswith(start))
    return [name for name in found if name.startswith(incomplete)]


def tags(incomplete: str) -> list[str]:
    """Tags of saved queries, for ``kg query --tag``."""
    from kg import queries

    found = {tag for outline in queries.outlines() for tag in outline.header.tags}
    return sorted(tag for tag in found if tag.startswith(incomplete))


def parameters(ctx: typer.Context, incomplete: str) -> list[str]:
    """Parameters of the query that is named, and behind ``=`` what their values may be."""
    from kg import queries

    typed = _typed()
    known = {one.name: one for one in queries.load_query(typed["name"]).parameters}
    wanted, equals, value = incomplete.partition("=")
    if not equals:
        return [f"{one}=" for one in known if one.startswith(wanted)]
    return [f"{wanted}={one}" for one in _values(ctx, typed, known[wanted], value)]


def _typed() -> dict[str, str]:
    """The name of the query that was typed, and the options with a value.

    The library stops reading at the option that still wants its value, and so gives nothing.
    """
    words = (os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS", "")).split()
    found: dict[str, str] = {}
    rest = iter(words[words.index("query") + 1 :])
    for word in rest:
        if word in _WITH_VALUE:
            found[word] = next(rest, "")
        elif not word.startswith("-"):
            found.setdefault("name", word)
    return found


def _values(
    ctx: typer.Context, typed: Mapping[str, str], parameter: Parameter, start: str
) -> list[str]:
    if parameter.choices:
        return [one for one in parameter.choices if one.casefold().startswith(start.casefold())]
    if parameter.sort is None:
        return []
    settings = make_context(ctx, typed.get("--store"), typed.get("--config"), True).settings
    return sorted(set(_keys(settings.store, parameter.sort, start.casefold())))[:_MOST]


def _keys(store: str, sort: str, start: str) -> Iterable[str]:
    """The keys of things, and surnames that only one has, that begin so.

    They hold nothing but letters, digits and hyphens, which no shell takes for anything else.
    """
    from kg.queries.naming import things_of
    from kg.store import open_store

    if not Path(store).is_dir():
        return
    with open_store(store) as graph:
        files = graph.on_disk()
        if files is None or files[0].stat().st_size > _LARGEST:
            return
        things = things_of(graph, sort)
    surnames: dict[str, set[str]] = {}
    for iri, name in things:
        surnames.setdefault(name.casefold().rpartition(" ")[2], set()).add(iri)
    words = [word for word, whose in surnames.items() if len(whose) == 1]
    for word in (*words, *(iri.rpartition("/")[2] for iri, _ in things)):
        if word.startswith(start) and _PLAIN_KEY.fullmatch(word):
            yield word
