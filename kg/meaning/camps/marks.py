"""What is printed around a head and is none of its form: "Option 1: X", "X (withdrew)", "X ✓"."""

from __future__ import annotations

import re
import string

from kg.lists.segments.fields import Knowledge
from kg.model import Span
from kg.words.pronouns import CONTENDER

# That somebody has left the race, or how she fared in it, is said of some heads of a page only.
_STATUS = (
    r"(?:withdr[ae]wn?|withdrew|eliminated|dropped out|knocked out|out of the race|suspended"
    r"|no longer (?:running|a candidate|standing)|conceded|defeated|elected|winner|qualified"
    r"|declared|did not qualify|failed to qualify)"
)
_STANDS = re.compile(rf"{_STATUS}\s*:\s+", re.IGNORECASE)
_FARED = re.compile(
    rf"(?<=\S)\s*(?:[(\[]\s*{_STATUS}[^()\[\]\n]{{0,40}}[)\]]|[,–—-]\s+{_STATUS}(?:\s[^:,;\n]{{0,40}})?)$",
    re.IGNORECASE,
)
_TICKS = string.whitespace + "\u00a0✓✔☑✅★☆✗✘❌†‡*"
# What a bracket at the end says of the head itself: "Jane Doe – 2 nominations (backed by X)".
_NOTED = re.compile(r"(?<=\w)\s+\((?:backed|supported|endorsed|sponsored) by [^()\n]{2,60}\)$")
_LABEL = re.compile(r"([A-Z][a-z]{2,12})\s*(?:(?:No\.?\s*)?#?(?:\d{1,2}|[A-H]))?\s*[:.–-]\s+(?=\S)")
_OPTION = "option"


def without_marks(where: Span, knowledge: Knowledge) -> tuple[Span, bool]:
    """The head alone, and whether a label before it says that it is one of those to choose from."""
    text = knowledge.text
    start, end = where.start, where.end
    label = _LABEL.match(text, start, end)
    labelled = label is not None and _is_choice(label[1], knowledge)
    if label and labelled:
        start = label.end()
    stands = _STANDS.match(text, start, end)
    if stands:
        start = stands.end()
    end = _before(_NOTED, text, start, end)
    end = start + (len(text[start:end].rstrip(_TICKS)) or end - start)
    end = _before(_FARED, text, start, end)
    return Span(start, end), labelled


def _before(mark: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where the mark begins that ends a head; ``end`` without one, or with nothing before it."""
    found = mark.search(text, start, end)
    return found.start() if found and found.start() > start else end


def _is_choice(word: str, knowledge: Knowledge) -> bool:
    said = word.casefold()
    return said == _OPTION or CONTENDER in knowledge.lexicon.description_words.get(said, "")
