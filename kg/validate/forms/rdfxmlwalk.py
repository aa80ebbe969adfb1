"""Which element of an RDF/XML document says which statement.

The parser says what a document means and gives no places; expat gives places. This follows the
stripes of RDF/XML, things inside properties inside things, as far as places need. Nothing is
judged by it: an entity, a deep document and bad XML end it, and the parser never sees them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from xml.parsers import expat  # entities end the walk at their declaration

from kg.validate.forms.aligning import Record
from kg.validate.forms.relative import joined
from kg.vocab import RDF

_XML = "http://www.w3.org/XML/1998/namespace"
# What the syntax uses for itself; any other attribute is a property.
_SYNTAX = frozenset(
    RDF.NS + name for name in ("about", "ID", "nodeID", "resource", "datatype", "parseType")
)
_NOT_IN_IRIS = frozenset(' <>"{}|\\^`\t\n\r')

_MOST_ATTRIBUTES = 1000
"""How many attributes an element may have: the parser compares each with each."""

Kind = Literal["things", "thing", "property", "collection", "literal"]


class XmlRefusedError(ValueError):
    """A document that is not read on: the constraint, in words why, line and column from 1."""

    def __init__(self, constraint: str, what: str, line: int, column: int) -> None:
        super().__init__(what)
        self.constraint = constraint
        self.what = what
        self.line = line
        self.column = column


@dataclass
class _Frame:
    """An open element: what it is, whom it is about, where it stands."""

    kind: Kind
    base: str
    spot: int = 0
    subject: str | int = ""
    at: int = 0
    predicate: str = ""
    reified: str | None = None
    text: list[str] = field(default_factory=list)
    inside: list[tuple[str | int, int]] = field(default_factory=list)
    done: bool = False
    members: int = 0


@dataclass
class Walk:
    """What a walk has found; a mark is the number of an element in ``spots`` (line, column)."""

    records: list[Record] = field(default_factory=list)
    spots: list[tuple[int, int]] = field(default_factory=list)
    suspect: int | None = None
    """The first element with an IRI that is none."""


def walk(text: str, nesting: int) -> Walk:
    """Walk over a whole document.

    Raises ``XmlRefusedError`` for what is no XML, declares a document type or another encoding, is
    nested deeper than ``nesting``, or has an element of too many attributes.
    """
    walker = _Walker(nesting)
    walker.parse(text)
    return walker.found


class _Walker:
    """One walk: the expat parser that calls it, and the elements that are open."""

    def __init__(self, nesting: int) -> None:
        self.found = Walk()
        self._nesting = nesting
        self._open = [_Frame("things", "")]
        self._unnamed = 0
        # The encoding of the text is known; a declaration of another one is refused.
        self._expat = expat.ParserCreate("utf-8", " ")
        self._expat.buffer_text = True
        self._expat.XmlDeclHandler = self._declared
        self._expat.StartDoctypeDeclHandler = self._doctype
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._characters

    def parse(self, text: str) -> None:
        try:
            self._expat.Parse(text.encode("utf-8"), True)
        except expat.ExpatError as error:
            what = expat.errors.messages.get(error.code, "not well-formed")
            raise XmlRefusedError("syntax", what, error.lineno, error.offset + 1) from error

    def _refuse(self, constraint: str, what: str) -> XmlRefusedError:
        at = self._expat
        return XmlRefusedError(constraint, what, at.CurrentLineNumber, at.CurrentColumnNumber + 1)

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "us-ascii"):
            raise self._refuse("encoding", f"the file says that it is in {encoding[:40]}")

    def _doctype(self, *_: object) -> None:
        raise self._refuse("doctype", "it has a document type, which may define entities")

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if len(self._open) > self._nesting:
            raise self._refuse("nesting", "it is too deep")
        if len(attributes) > _MOST_ATTRIBUTES:
            raise self._refuse("limits", f"an element has more than {_MOST_ATTRIBUTES} attributes")
        at = self._expat
        self.found.spots.append((at.CurrentLineNumber, at.CurrentColumnNumber + 1))
        spot = len(self.found.spots) - 1
        outer = self._open[-1]
        iri = name.replace(" ", "", 1) if " " in name else name
        said = {key.replace(" ", "", 1): value for key, value in attributes.items()}
        base = joined(outer.base, said.pop(_XML + "base", ""))
        said = {key: value for key, value in said.items() if not key.startswith(_XML)}
        if outer.kind == "literal":
            frame = _Frame("literal", base)
        elif outer.kind == "thing":
            frame = self._property(outer, iri, said, spot, base)
        elif iri == RDF.NS + "RDF" and outer.kind == "things":
            frame = _Frame("things", base)
        else:
            frame = self._thing(outer, iri, said, spot, base)
        self._open.append(frame)

    def _thing(
        self, outer: _Frame, iri: str, said: Mapping[str, str], spot: int, base: str
    ) -> _Frame:
        """A node element."""
        subject = self._subject(said, base, spot)
        outer.inside.append((subject, spot))
        if iri != RDF.NS + "Description":
            self._say(subject, spot, RDF.type, iri, spot)
        self._attributes(subject, spot, said, base)
        return _Frame("thing", base, spot, subject, spot)

    def _subject(self, said: Mapping[str, str], base: str, spot: int) -> str | int:
        if RDF.NS + "about" in said:
            return self._iri(said[RDF.NS + "about"], base, spot)
        if RDF.NS + "ID" in said:
            return f"{base.partition('#')[0]}#{said[RDF.NS + 'ID']}"
        if RDF.NS + "nodeID" in said:
            return f"_:{said[RDF.NS + 'nodeID']}"
        return self._new()

    def _attributes(self, subject: str | int, at: int, said: Mapping[str, str], base: str) -> None:
        """Properties that are written as attributes."""
        for name, value in said.items():
            if name == RDF.type:
                self._say(subject, at, name, self._iri(value, base, at), at)
            elif name not in _SYNTAX:
                self._say(subject, at, name, value, at)

    def _property(
        self, outer: _Frame, iri: str, said: dict[str, str], spot: int, base: str
    ) -> _Frame:
        """A property element."""
        if iri == RDF.NS + "li":
            outer.members += 1
            iri = f"{RDF.NS}_{outer.members}"
        name = said.pop(RDF.NS + "ID", None)
        reified = None if name is None else f"{base.partition('#')[0]}#{name}"
        frame = _Frame("property", base, spot, outer.subject, outer.at, iri, reified)
        kind = said.pop(RDF.NS + "parseType", None)
        more = [key for key in said if key not in _SYNTAX]
        datatype = said.get(RDF.NS + "datatype")
        if datatype is not None:
            self._iri(datatype, base, spot)
        if kind == "Resource":
            thing = self._new()
            self._link(frame, thing)
            return _Frame("thing", base, spot, thing, spot)
        if kind == "Collection":
            frame.kind = "collection"
        elif kind is not None:
            frame.kind = "literal"
            self._link(frame, None)
        elif more or RDF.NS + "resource" in said or RDF.NS + "nodeID" in said:
            target = self._target(said, base, spot)
            self._attributes(target, spot, said, base)
            self._link(frame, target)
        return frame

    def _target(self, said: Mapping[str, str], base: str, spot: int) -> str | int:
        if RDF.NS + "resource" in said:
            return self._iri(said[RDF.NS + "resource"], base, spot)
        if RDF.NS + "nodeID" in said:
            return f"_:{said[RDF.NS + 'nodeID']}"
        return self._new()

    def _characters(self, text: str) -> None:
        if self._open[-1].kind == "property":
            self._open[-1].text.append(text)

    def _end(self, _name: str) -> None:
        frame = self._open.pop()
        if frame.kind == "collection":
            self._collected(frame)
        elif frame.kind == "property" and not frame.done:
            if frame.inside:
                self._link(frame, frame.inside[0][0])
            else:
                text = "".join(frame.text)
                # Line ends are the parser's to decide.
                self._link(frame, None if "\n" in text else text)

    def _collected(self, frame: _Frame) -> None:
        cells = [self._new() for _ in frame.inside]
        self._link(frame, cells[0] if cells else RDF.NS + "nil")
        following: list[str | int] = [*cells[1:], RDF.NS + "nil"]
        for (item, spot), cell, rest in zip(frame.inside, cells, following, strict=False):
            self._say(cell, spot, RDF.NS + "rest", rest, spot)
            self._say(cell, spot, RDF.NS + "first", item, spot)

    def _link(self, frame: _Frame, value: str | int | None) -> None:
        """What a property element says of the thing that it stands in."""
        frame.done = True
        self._say(frame.subject, frame.at, frame.predicate, value, frame.spot)
        if frame.reified is not None:
            parts = (("object", value), ("predicate", frame.predicate), ("subject", frame.subject))
            for name, part in parts:
                self._say(frame.reified, frame.spot, RDF.NS + name, part, frame.spot)
            self._say(frame.reified, frame.spot, RDF.type, RDF.NS + "Statement", frame.spot)

    def _say(
        self, subject: str | int, at: int, predicate: str, value: str | int | None, spot: int
    ) -> None:
        self.found.records.append(Record(subject, predicate, value, (at, spot, spot, at)))

    def _iri(self, written: str, base: str, spot: int) -> str:
        """An IRI as the parser resolves it."""
        made = joined(base, written) if ":" not in written.partition("/")[0] else written
        head, colon, _ = made.partition(":")
        if not (head and colon) or _NOT_IN_IRIS & set(made):
            self.found.suspect = spot if self.found.suspect is None else self.found.suspect
        return made

    def _new(self) -> int:
        self._unnamed += 1
        return self._unnamed
