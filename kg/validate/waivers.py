"""Waivers: findings that a maintainer has looked at and accepts for a while.

A file of waivers is TOML, a table a waiver:

    [[waiver]]
    shape = "https://example.org/kg/shapes#Endorsement-evidence"
    focus = "https://example.org/kg/id/endorsement/x-2015/jane-doe--anytown/john-roe--anytown"
    reason = "The article went off the web before its words were copied."
    until = 2027-03-31

It waives the findings of that shape on that focus node until the end of that day. ``path``,
``value``, ``constraint`` and ``file`` narrow it further; without ``focus`` or ``file`` it would
waive a rule for everybody, which is what other shapes are for, so one of the two has to be there.
A waiver is never silent: one whose day has passed, and one that waives nothing, are findings too.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kg.errors import InputError
from kg.validate.report import UNREADABLE, Finding, Report, Waived, in_order

LARGEST = 1 << 20
"""The largest file of waivers that is read, in bytes."""

_MATCHED = ("shape", "constraint", "focus", "path", "value", "file")
_KEYS = frozenset({*_MATCHED, "reason", "until"})


@dataclass(frozen=True, slots=True)
class Waiver:
    """What is waived, why, and the last day of it; ``where`` names it in messages.

    ``match`` holds the fields of a finding that have to be equal, ``shape`` among them.
    """

    match: tuple[tuple[str, str], ...]
    reason: str
    until: date
    where: str

    def covers(self, finding: Finding) -> bool:
        """Whether ``finding`` is one that this waives."""
        return all(getattr(finding, name) == value for name, value in self.match)


def load_waivers(path: Path) -> tuple[Waiver, ...]:
    """The waivers of a file, in its order.

    Raises ``InputError`` naming file and waiver when it cannot be read or says something else
    than the format allows.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=str(path)) from error
    return parse_waivers(data, str(path))


def parse_waivers(data: bytes, name: str) -> tuple[Waiver, ...]:
    """The waivers that the bytes of a file hold; ``name`` is the file's, for messages.

    Raises ``InputError`` as ``load_waivers`` does.
    """
    if len(data) > LARGEST:
        raise InputError(f"is larger than {LARGEST >> 20} MiB", where=name, todo="split it")
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"is not TOML: {error}", where=name, todo="mend the file") from error
    rows = table.get("waiver")
    if set(table) - {"waiver"} or not isinstance(rows, list) or not rows:
        raise InputError("holds no waivers", where=name, todo="write [[waiver]] before each waiver")
    return tuple(_waiver(row, f"{name}, waiver {number}") for number, row in enumerate(rows, 1))


def _waiver(row: object, where: str) -> Waiver:
    if not isinstance(row, Mapping):
        raise InputError("is not a table", where=where, todo="write [[waiver]] above it")
    unknown = sorted(set(row) - _KEYS)
    if unknown:
        known = ", ".join((*_MATCHED, "reason", "until"))
        raise InputError(f"has no use for '{unknown[0]}'", where=where, todo=f"use {known}")
    until = row.get("until")
    # A TOML date-time is a date to Python, too; its hour would be dropped in silence.
    if type(until) is not date:
        raise InputError("needs a last day", where=where, todo="write until = 2027-03-31")
    words = {name: _text(row, name, where) for name in (*_MATCHED, "reason") if name in row}
    for name, todo in (
        ("shape", "copy the rule of the finding"),
        ("reason", "say in a sentence why this is accepted"),
    ):
        if not words.get(name):
            raise InputError(f"needs '{name}'", where=where, todo=todo)
    if not {"focus", "file"} & set(words):
        raise InputError(
            "waives the rule for everybody", where=where, todo="add the focus or the file"
        )
    match = tuple((name, words[name]) for name in _MATCHED if name in words)
    return Waiver(match, words["reason"], until, where)


def _text(row: Mapping[str, object], name: str, where: str) -> str:
    value = row[name]
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"'{name}' is not text", where=where, todo="write it in quotation marks")
    return value


def waive(report: Report, waivers: Sequence[Waiver], today: date) -> Report:
    """``report`` with the findings that a valid waiver covers set apart, the verdicts made anew.

    A file that could not be read to its end cannot be waived. For each waiver that is past its day
    and covers a finding, and for each that covers none, there is a warning, under the waiver's
    name as the file.
    """
    valid = [waiver for waiver in waivers if waiver.until >= today]
    kept: list[Finding] = []
    waived: list[Waived] = []
    used: set[Waiver] = set()
    for finding in report.findings:
        covering = [waiver for waiver in valid if waiver.covers(finding)]
        if not covering or finding.constraint in UNREADABLE:
            kept.append(finding)
            continue
        used.update(covering)
        last = max(covering, key=lambda waiver: waiver.until)
        waived.append(Waived(finding, last.reason, last.until.isoformat()))
    files = tuple(
        replace(file, conforms=not any(_breaks(finding, file.file) for finding in kept))
        for file in report.files
    )
    remarks = in_order(_remarks(waivers, report, used, today))
    return Report(files, (*kept, *remarks), tuple(waived), report.notes)


def _breaks(finding: Finding, file: str) -> bool:
    return finding.file == file and finding.severity == "violation"


def _remarks(
    waivers: Sequence[Waiver], report: Report, used: set[Waiver], today: date
) -> Iterator[Finding]:
    for waiver in waivers:
        if waiver.until < today and any(map(waiver.covers, report.findings)):
            yield _remark(
                waiver,
                f"This waiver ended on {waiver.until.isoformat()} and counts no more.",
                "Mend what it waived, or give it a new day and reason.",
            )
        elif waiver not in used:
            yield _remark(waiver, "This waiver waives nothing.", "Remove it.")


def _remark(waiver: Waiver, message: str, hint: str) -> Finding:
    shape, focus = (dict(waiver.match).get(name) for name in ("shape", "focus"))
    return Finding(
        waiver.where, "warning", "waiver", "waiver", message, hint, focus=focus, value=shape
    )
