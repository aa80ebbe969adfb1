"""What a reader found, against what a person wrote down: used by the cases and the goldens.

An expectation is the JSON of ``expected.json``: under each key a set of items, each naming only
the fields that are to be compared. A key that is absent is not checked; an item marked
``"optional": true`` may be found or not. ``null`` says that a field must be empty, and a list
gives forms of which any will do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kg.model import Dated, Evidence, Extraction, Mention, RoleHeld, Span

Fact = Mapping[str, Any]

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {"’": "'", "‘": "'"})
_STATUS_WORDS = {"former", "ex", "interim", "acting", "current"}
_BODY_WORDS = {"the", "party", "council"}
_LOCAL_PARTY_WORDS = {"clps", "parties", "associations"}


def fold(text: str) -> str:
    """The text in one case, one kind of dash and apostrophe, single spaces."""
    return " ".join(text.translate(_DASHES).casefold().split())


def _without(text: str, words: set[str]) -> str:
    return " ".join(w for w in fold(text).replace("ex-", "ex ").split() if w not in words)


def _role(text: str) -> str:
    return _without(text, _STATUS_WORDS)


def _body(text: str) -> str:
    return _without(text, _BODY_WORDS)


def _unit(text: str) -> str:
    """The head noun, and whether it is counted or a percentage of it."""
    words = fold(text).replace("(", " ").replace(")", " ").split()
    head = "clps" if words[-1] in _LOCAL_PARTY_WORDS else words[-1]
    return f"percent of {head}" if words[0] in ("percent", "%") else head


def _number(value: Any) -> str:
    return f"{float(value):g}"


_NORMAL: Mapping[str, Callable[[Any], Any]] = {
    "role": _role,
    "organisation": _body,
    "unit": _unit,
    "count": _number,
}


def _name(mention: Mention | None) -> str | None:
    return mention.name if mention else None


def _first(evidence: tuple[Evidence, ...], extraction: Extraction) -> str:
    return extraction.document.quote(evidence[0].span)


def _dates(dates: tuple[Dated, ...]) -> str | None:
    """All dates as one field: "2015-06-12"; None where there are none."""
    return " ".join(dated.when for dated in dates) or None


def endorsements(extraction: Extraction) -> Iterator[dict[str, Any]]:
    for item in extraction.endorsements:
        yield {
            "endorser": item.endorser.name,
            "endorser_type": item.endorser.kind,
            "candidate": item.candidate.name,
            "polarity": item.polarity,
            "role": item.role,
            "place": _name(item.place),
            "passages": len(item.evidence),
            "contest_year": item.contest.year,
            "dates": _dates(item.dates),
            "start": item.evidence[0].span.start,
            "end": item.evidence[0].span.end,
            "quote": _first(item.evidence, extraction),
        }


def claims(extraction: Extraction) -> Iterator[dict[str, Any]]:
    for item in extraction.claims:
        yield {
            "candidate": item.candidate.name,
            "count": item.count,
            "comparator": item.comparator,
            "unit": item.unit,
            "attributed_to": _name(item.attributed_to),
            "contest_year": item.contest.year,
            "dates": _dates(item.dates),
            "quote": _first(item.evidence, extraction),
        }


def roles(extraction: Extraction) -> Iterator[dict[str, Any]]:
    for item in extraction.roles:
        bodies = [_name(item.organisation), _name(item.place)]
        yield {
            "person": item.person.name,
            "role": item.role,
            "organisation": [body for body in bodies if body],
            "former": item.status == "former",
            "interim": item.status == "interim",
            "quote": _first(item.evidence, extraction),
        }


def candidacies(extraction: Extraction) -> Iterator[dict[str, Any]]:
    for item in extraction.candidacies:
        yield {
            "person": item.person.name,
            "status": item.status,
            "office": item.contest.office,
            "body": item.contest.body,
            "contest_year": item.contest.year,
            "dates": _dates(item.dates),
            "quote": _first(item.evidence, extraction),
        }


READERS: Mapping[str, Callable[[Extraction], Iterator[dict[str, Any]]]] = {
    "endorsements": endorsements,
    "claims": claims,
    "roles": roles,
    "candidacies": candidacies,
}


def _agrees(field: str, wanted: Any, found: Any) -> bool:
    if isinstance(wanted, list):
        return any(_agrees(field, one, found) for one in wanted)
    if isinstance(found, list):
        return any(_agrees(field, wanted, one) for one in found) if wanted else not found
    normal = _NORMAL.get(field, fold if isinstance(wanted, str) else None)
    if wanted is None or found is None or normal is None:
        return bool(wanted == found)
    return bool(normal(wanted) == normal(found))


def matches(wanted: Fact, found: Fact) -> bool:
    """Whether every field that is asked for agrees."""
    return all(_agrees(k, v, found[k]) for k, v in wanted.items() if k != "optional")


def shown(fact: Fact) -> str:
    return ", ".join(
        f"{k}={v!r}" for k, v in fact.items() if not (v is None or v is False or v == [])
    )


def pair(wanted: list[Fact], found: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Expectations that nothing meets, and findings that nobody expected."""
    missing: list[Fact] = []
    rest = list(found)
    for item in sorted(wanted, key=lambda fact: bool(fact.get("optional"))):
        hit = next((one for one in rest if matches(item, one)), None)
        if hit is not None:
            rest.remove(hit)
        elif not item.get("optional"):
            missing.append(item)
    return missing, rest


def differences(expected: Mapping[str, list[Fact]], extraction: Extraction) -> list[str]:
    """One readable line for each thing missed or invented; empty when they agree."""
    lines = []
    for key, wanted in expected.items():
        missing, extra = pair(wanted, list(READERS[key](extraction)))
        lines += [f"- {key}: {shown(item)}" for item in missing]
        lines += [f"+ {key}: {shown(item)}" for item in extra]
    return lines


def _accounted(extraction: Extraction) -> Iterator[Span]:
    for statement in extraction.statements:
        yield from (evidence.span for evidence in statement.evidence)
        if not isinstance(statement, RoleHeld):
            yield from (dated.span for dated in statement.dates)
    yield from (leftover.span for leftover in extraction.leftovers)
    yield from (ignored.span for ignored in extraction.ignored)


def unaccounted(extraction: Extraction) -> list[str]:
    """Stretches of the text, white space aside, that are neither fact, ignored nor leftover."""
    text = extraction.document.text
    left = list(text)
    for span in _accounted(extraction):
        left[span.start : span.end] = "\n" * (span.end - span.start)
    return [line.strip() for line in "".join(left).split("\n") if line.strip()]


def misplaced(extraction: Extraction) -> list[str]:
    """Spans beyond the text, and words of names that the text does not contain."""
    text = extraction.document.text
    faults = [f"{s} is beyond the text" for s in _accounted(extraction) if s.end > len(text)]
    printed = fold(text)
    for key, field in (("endorsements", "endorser"), ("endorsements", "candidate")):
        for fact in READERS[key](extraction):
            faults += [
                f"{word!r} of {field} {fact[field]!r} is not in the text"
                for word in fold(fact[field]).split()
                if word not in printed
            ]
    return faults
