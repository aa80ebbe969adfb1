"""Whatever an endpoint answers, kg says in one line what is wrong, in time, and goes on."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import time
from pathlib import Path

import pytest

from kg.cli.app import main
from kg.endpoint import Access, Credentials, Endpoint
from kg.errors import KgError, QueryError, StoreError, UserError
from kg.iris import DEFAULT_BASE
from kg.store import open_store
from tests.hostile_server import ANSWERS, JSON, Answer, answering, good, plain

SHORT = Access(DEFAULT_BASE, seconds=1.5, answer_bytes=1 << 20, graph_seconds=1.5)
# It names its graph, so that it is all that is sent.
QUERY = "SELECT ?x FROM <http://e/g> { ?x ?p ?o }"


@pytest.mark.parametrize("name", ANSWERS)
def test_a_query_ends_with_a_clear_word(name: str) -> None:
    answer, says = ANSWERS[name]
    began = time.monotonic()
    with answering(answer) as (url, _), open_store(url, SHORT) as store:
        with pytest.raises(UserError, match=says) as caught:
            store.query(QUERY)
        assert time.monotonic() - began < 10
        assert "\n" not in str(caught.value)
        assert (isinstance(caught.value, QueryError)) == name.startswith("400")
        assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("name", ["400-escapes", "500", "page", "redirect-private", "hangs-up"])
@pytest.mark.parametrize(
    "words",
    [
        ["query", "articles"],
        ["sparql", "SELECT * { ?s ?p ?o }"],
        ["sparql", "CONSTRUCT WHERE { ?s ?p ?o }"],
        ["why", "Somebody"],
        ["export"],
        ["check"],
        ["push", "URL"],
        ["push", "URL", "--dry-run", "--json"],
    ],
    ids=" ".join,
)
def test_every_command_ends_with_code_2_and_one_line(
    name: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with answering(ANSWERS[name][0]) as (url, _):
        if words[0] == "push":
            code = main(["--store", "memory:", *(url if w == "URL" else w for w in words)])
        else:
            code = main(["--store", url, *words])
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert err.startswith("kg: ")
    assert err.count("\n") == 1
    assert "\x1b" not in err


TRIPLES = b"application/n-triples"
BAD_TRIPLES: dict[str, tuple[Answer, str]] = {
    "rows": (good(b'{"head":{},"boolean":true}', JSON), "something that sends"),
    "syntax": (good(b"<http://e/a> <http://e/b> .\n", TRIPLES), "cannot be read"),
    "nested": (
        good(b"<http://e/a> <http://e/b> " + b"<<( <http://e/a> <http://e/b> " * 20_000, TRIPLES),
        "more than a thousand times",
    ),
    "nested-turtle": (
        good(b"<http://e/a> <http://e/b> " + b"<< " * 20_000, b"text/turtle"),
        "times",
    ),
    "not-utf8": (good(b'<http://e/a> <http://e/b> "\xff" .\n', TRIPLES), "cannot be read"),
    "cut-off": (
        good(b"<http://e/a> <http://e/b> 1 .\n" * 60_000, b"text/turtle"),
        "more than 1 MiB",
    ),
}


@pytest.mark.parametrize("name", BAD_TRIPLES)
def test_statements_are_read_with_the_same_care(name: str) -> None:
    answer, says = BAD_TRIPLES[name]
    with (
        answering(answer) as (url, _),
        open_store(url, SHORT) as store,
        pytest.raises(StoreError, match=says),
    ):
        store.query("CONSTRUCT { ?s ?p ?o } FROM <http://e/g> { ?s ?p ?o }")


def test_an_answer_too_long_is_used_as_far_as_it_goes() -> None:
    rows = b",".join([b'{"x":{"type":"literal","value":"a"}}'] * 60_000)
    body = b'{"head":{"vars":["x"]},"results":{"bindings":[' + rows + b"]}}"
    with answering(good(body)) as (url, _):
        endpoint = Endpoint(url, SHORT)
        found = endpoint.first(QUERY, rows=100, seconds=5, answer_bytes=1 << 16)
        assert (len(found.rows), found.truncated) == (100, True)
        found = endpoint.first(QUERY, rows=100_000, seconds=5, answer_bytes=1 << 16)
        assert 1000 < len(found.rows) < 60_000
        assert found.truncated
        endpoint.close()


SECRET = Credentials(user="somebody", password="s3cret-word")  # noqa: S106 - made up


@pytest.mark.parametrize(
    ("credentials", "challenge", "starts"),
    [
        (Credentials(token="s3cret-word"), b"Basic", b"Bearer s3cret-word"),  # noqa: S106 - made up
        (SECRET, b"Basic", b"Basic c29tZWJvZHk6czNjcmV0LXdvcmQ="),
        (SECRET, b'Digest realm="r", nonce="n", qop="auth"', b"Digest username="),
        (SECRET, b'Negotiate, Basic realm="x"', None),
        (Credentials(), b"Basic", None),
    ],
)
def test_who_asks_is_told_to_the_server_alone(
    credentials: Credentials, challenge: bytes, starts: bytes | None
) -> None:
    header = b"WWW-Authenticate: " + challenge + b"\r\n"
    access = Access(DEFAULT_BASE, credentials, seconds=5)
    assert "s3cret" not in repr(access)
    with answering(plain(b"401 No", b"s3cret-word", more=header)) as (url, heads):
        with open_store(url, access) as store, pytest.raises(StoreError) as caught:
            store.query(QUERY)
        sent = [
            line.partition(b": ")[2]
            for head in heads
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"authorization:")
        ]
    assert "s3cret" not in str(caught.value)
    assert len(heads) <= 2, "a refusal is a refusal"
    assert len(sent) == (starts is not None)
    assert all(one.startswith(starts or b"") for one in sent)


@pytest.mark.parametrize(
    "credentials",
    [Credentials(token="s3cret-word"), SECRET],  # noqa: S106 - made up
    ids=["token", "password"],
)
def test_a_server_that_repeats_our_secret_is_not_quoted(credentials: Credentials) -> None:
    said = b"you sent s3cret-word, Basic c29tZWJvZHk6czNjcmV0LXdvcmQ="
    access = Access(DEFAULT_BASE, credentials, seconds=5)
    with (
        answering(plain(b"400 Bad", said)) as (url, _),
        open_store(url, access) as store,
        pytest.raises(QueryError, match="you sent …") as caught,
    ):
        store.query(QUERY)
    assert "s3cret" not in str(caught.value)
    assert credentials.token or "c29tZWJ" not in str(caught.value)


def test_a_redirect_is_not_followed_and_takes_nothing_along() -> None:
    with answering(good(b"")) as (target, reached):
        moved = plain(b"307 Moved", more=b"Location: " + target.encode() + b"\r\n")
        access = Access(DEFAULT_BASE, Credentials(token="s3cret"), seconds=5)  # noqa: S106 - made up
        with answering(moved) as (url, _), open_store(url, access) as store, pytest.raises(KgError):
            store.query(QUERY)
        assert reached == []


def test_nobody_there() -> None:
    with answering(good(b"")) as (url, _):
        pass
    with open_store(url, SHORT) as store, pytest.raises(StoreError, match="nobody answers there"):
        store.query(QUERY)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://192.0.2.7/sparql", "http sends everything in the open"),
        ("http://e.example/sparql", "http sends everything in the open"),
        ("http://localhost.e.example/sparql", "http sends everything in the open"),
        ("http://127.0.0.1.e.example/sparql", "http sends everything in the open"),
        ("https://me:s3cret@e.example/sparql", "holds a user or a password"),
        ("https://s3cret@e.example/", "holds a user or a password"),
        ("https://:s3cret@e.example/", "holds a user or a password"),
        ("https://", "no URL of an endpoint"),
        ("https:///sparql", "no URL of an endpoint"),
        ("https://e.example:99999/", "no URL of an endpoint"),
        ("https://[::1/", "no URL of an endpoint"),
        ("https://e.example/a b", "a character that no URL has"),
        ("https://e.example/\r\nX: y", "a character that no URL has"),
        ("https://caf\u00e9.example/", "a character that no URL has"),
        ("ftp://e.example/", "no kind of store"),
    ],
)
def test_which_addresses_are_used(url: str, says: str) -> None:
    with pytest.raises(UserError, match=says) as caught:
        open_store(url)
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    "url", ["https://e.example", "http://localhost:1/", "http://[::1]:1/x", "http://127.9.9.9/"]
)
def test_which_addresses_are_used_without_a_word(url: str) -> None:
    open_store(url).close()


def test_plain_http_is_a_setting(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    open_store("http://e.example/", Access(DEFAULT_BASE, plain_http=True)).close()
    words = ["--store", "http://192.0.2.7:1/sparql", "query", "articles"]
    assert main(words) == 2
    assert "http sends everything in the open" in capsys.readouterr().err
    monkeypatch.setenv("KG_PLAIN_HTTP", "maybe")
    assert main(words) == 2
    assert "KG_PLAIN_HTTP must be 0 or 1" in capsys.readouterr().err


def test_what_is_secret_in_a_url_is_not_shown() -> None:
    with answering(plain(b"500 No")) as (url, _), open_store(f"{url}?key=s3cret", SHORT) as store:
        assert "s3cret" not in store.location
        with pytest.raises(StoreError) as caught:
            store.query(QUERY)
    assert "s3cret" not in str(caught.value)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="there is no openssl to make a key")
def test_a_certificate_that_nobody_vouches_for_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=x"
    made = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(["openssl", *words.split(), *made], check=True, capture_output=True)  # noqa: S607 - found above
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    rows = good(b'{"head":{"vars":["x"]},"results":{"bindings":[]}}')
    with answering(rows, context) as (url, _):
        secure = url.replace("http:", "https:")
        with open_store(secure, SHORT) as store, pytest.raises(StoreError, match="not trusted"):
            store.query(QUERY)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        with open_store(secure, SHORT) as store:
            assert list(store.query(QUERY)) == []  # type: ignore[arg-type] # rows
