"""A difference in words: groups of sentences, each with its total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kg.cli.render.table import json_text
from kg.plain import clean

if TYPE_CHECKING:
    from kg.diff.model import Change, Difference, Group, What

_SIGNS: Mapping[What, str] = {"added": "+", "withdrawn": "-", "changed": "~"}


def as_text(found: Difference, old: str, new: str, most: int | None) -> str:
    """A heading and a block a group; ``most`` differences of each (None: all)."""
    title = f"{clean(old)} → {clean(new)}"
    if found.none:
        return f"{title}: no difference\n"
    counted = f"{found.added} statements added, {found.withdrawn} withdrawn"
    lines = [f"{title}: {counted}"]
    for group in found.groups:
        lines += ["", *_group(group, most)]
    return "\n".join(lines) + "\n"


def _group(group: Group, most: int | None) -> Iterator[str]:
    totals = [f"{number} {what}" for what in _SIGNS if (number := group.total(what))]
    yield f"{group.name[:1].upper()}{group.name[1:]}: {', '.join(totals)}"
    for change in group.changes[:most]:
        yield f"  {_SIGNS[change.what]} {_sentence(change)}"
    if rest := len(group.changes) - len(group.changes[:most]):
        yield f"  … and {rest} more (--limit 0 shows all)"


def _sentence(change: Change) -> str:
    return clean(f"{change.text}; {change.where}" if change.where else change.text)


def as_json(found: Difference, old: str, new: str, most: int | None) -> str:
    """The same as an object."""
    return json_text(
        {
            "a": old,
            "b": new,
            "same": found.none,
            "added": found.added,
            "withdrawn": found.withdrawn,
            "groups": [_group_object(group, most) for group in found.groups],
        }
    )


def _group_object(group: Group, most: int | None) -> dict[str, object]:
    return {
        "group": group.name,
        **{what: group.total(what) for what in _SIGNS},
        "changes": [
            {
                "what": change.what,
                "text": change.text,
                "times": change.times,
                "iris": list(change.iris),
                "sources": list(change.sources),
                "where": change.where,
            }
            for change in group.changes[:most]
        ],
    }
