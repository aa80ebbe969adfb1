"""Lines that were broken where the page ended and not where a line does, made whole again.

Minutes and letters come so: "Councillor A, seconded by / Councillor B, proposed that / C be
elected". A line that stops at a word which leads on, or that goes on in small letters, goes on; and
what is resolved stands below the word that says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Span

_LONG = 30
_SHORT = 15
_OPENING = re.compile(r",.*\s(?:the|an?|of)$", re.IGNORECASE)
_ENDS = frozenset(".?!:;\"”'’)]|")
# Words that no line of a list or heading ends in; and those that may end a label, "Endorsed by".
_LEADING_ON = re.compile(
    r"\s(?:the|an?|that|his|her|their|our|its|be|of|and|or|from|as|whose|which)$", re.IGNORECASE
)
_LABELLING = re.compile(r"\s(?:by|for|to|on|at|in|with)$", re.IGNORECASE)
_CARRIED = re.compile(
    r"\b(?:carried|resolved|agreed|recommended|and)\b(?:\s+unanimously)?\s*[:–—-]{0,3}$",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[a-z][.)]?\s")  # "o", "a)" before an item
_RESOLVED = re.compile(r"(?:(?:it was )?resolved|that\s)", re.IGNORECASE)


def rejoined(text: str, spans: Sequence[Span]) -> list[Span]:
    """The lines of ``text``, each with those that go on with it."""
    found: list[Span] = []
    for at, span in enumerate(spans):
        following = spans[at + 1] if at + 1 < len(spans) else None
        if found and _goes_on(text, spans[at - 1], span, following):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def _goes_on(text: str, above: Span, line: Span, below: Span | None) -> bool:
    """Whether ``line`` goes on with the line ``above`` it."""
    printed = text[above.start : above.end]
    if _CARRIED.search(printed) and _RESOLVED.match(text, line.start, line.end):
        return True
    if text.count("\n", above.end, line.start) > 1 or printed[-1] in _ENDS:
        return False
    if len(printed) < _LONG:
        return len(printed) >= _SHORT and _OPENING.search(printed) is not None
    small = text[line.start].islower() and not _MARKED.match(text, line.start, line.end)
    if small or _LEADING_ON.search(printed):
        return True
    hanging = text[line.start : line.end]
    on = below is not None and text.count("\n", line.end, below.start) == 1
    return bool(_LABELLING.search(printed)) and on and bool(_LEADING_ON.search(hanging))
