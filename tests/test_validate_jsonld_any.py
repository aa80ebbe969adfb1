"""Random documents of JSON-LD: what the walk expects is what the parser gives out."""

from __future__ import annotations

import json
import random
from typing import Any

from kg.validate import Limits
from kg.validate.forms.model import Placer
from kg.validate.reading import read
from kg.validate.terms import text_of

E = "http://example.net/"
CONTEXT = {
    "e": E,
    "id": "@id",
    "type": "@type",
    "knows": {"@id": "e:knows", "@type": "@id"},
    "tag": {"@id": "e:tag", "@type": "@vocab"},
    "size": {"@id": "e:size", "@type": "http://www.w3.org/2001/XMLSchema#decimal"},
    "label": {"@id": "e:label", "@container": "@language"},
    "idx": {"@id": "e:idx", "@container": "@index"},
    "parts": {"@id": "e:parts", "@container": "@list"},
    "child": {"@reverse": "e:parent"},
    "byid": {"@id": "e:byid", "@container": "@id"},
    "Box": {"@id": "e:Box", "@context": {"holds": "e:holds"}},
}


class Writer:
    """Writes documents in which every value can be told apart."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - not for secrets
        self.count = 0

    def new(self) -> int:
        self.count += 1
        return self.count

    def value(self, depth: int, *, lists: bool = True) -> object:
        kind, n = self.random.random(), self.new()
        if depth < 4 and kind < 0.3:
            return self.node(depth + 1)
        if lists and kind < 0.37:
            return {"@list": self.values(depth)}
        return self.random.choice(
            [
                f"v{n}",
                n,
                n + 0.5,
                True,
                {"@value": f"v{n}", "@language": "en"},
                {"@value": str(n), "@type": "e:dt"},
                {"@id": f"e:v{n}"},
                {"@id": f"_:u{n}"},
            ]
        )

    def values(self, depth: int) -> list[object]:
        return [self.value(depth + 1, lists=False) for _ in range(self.random.randrange(3))]

    def node(self, depth: int) -> dict[str, object]:
        made: dict[str, object] = {}
        if self.random.random() < 0.6:
            made[self.random.choice(["id", "@id"])] = f"e:n{self.new()}"
        if self.random.random() < 0.5:
            made["type"] = self.random.choice([["e:T", "Box"], "Box"])
        for _ in range(self.random.randrange(4)):
            key, n = self.random.choice([*list(CONTEXT)[3:], "e:p", "e:q", "@reverse"]), self.new()
            made[key] = self.said(key, n, depth)
        if "type" in made and self.random.random() < 0.5:
            made["holds"] = self.value(depth)
        return {key: value for key, value in made.items() if value is not None}

    def said(self, key: str, n: int, depth: int) -> Any:
        fixed: dict[str, object] = {
            "knows": [f"e:k{n}", {"id": f"e:l{n}"}],
            "tag": f"e:t{n}",
            "size": str(n),
            "label": {"en": f"l{n}", "de": [f"m{n}"]},
            "idx": {"a": f"i{n}", "b": self.values(depth)},
            "child": {"id": f"e:c{n}"},
            "byid": {f"e:b{n}": {"e:p": f"x{n}"}},
            "@reverse": {"e:rev": {"id": f"e:r{n}"}},
            "Box": None,
        }
        return fixed[key] if key in fixed else self.values(depth)


def test_nearly_every_statement_of_a_random_document_has_its_value() -> None:
    total = missed = 0
    for seed in range(300):
        writer = Writer(seed)
        document = {"@context": CONTEXT, "@graph": [writer.node(0) for _ in range(3)]}
        made = read(json.dumps(document).encode(), "application/ld+json", "x", Limits())
        assert made.faults == ()
        assert made.remarks == ()
        assert isinstance(made.place, Placer)
        for quad, marks in zip(made.quads, made.place.marks(), strict=True):
            total += 1
            if marks is None:
                missed += 1
                continue
            pointer = made.place.place(marks[2]).pointer
            assert pointer is not None
            here = json.dumps(resolved(document, pointer)) + pointer
            assert told(text_of(quad.object)) in here or "/" + "child" in pointer, (seed, quad)
    assert total > 3000
    assert missed <= total / 200


def resolved(document: Any, pointer: str) -> Any:
    """The value that a JSON pointer leads to."""
    for step in pointer.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        document = document[int(key)] if isinstance(document, list) else document[key]
    return document


def told(value: str) -> str:
    """What the document must have where a value stands: nothing for what it does not name."""
    if value.startswith(("_:b", f"{E}n")) or "rdf-syntax" in value or "E" in value:
        return ""
    return value.removeprefix(E)
