"""Small files of each kind, made here so that no test needs a binary in the repository."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import docx

TEXT = """Who backs whom for party leader?
Mary Major, the leader of Ipswich council, is backing Ann Example.
Councillors for Ann Example:
- Tom Tester, Norwich City Council
- Una Unit, Essex County Council
- Vic Vale, Leeds City Council
"""

HTML = """<!doctype html><html lang="en"><head><title>Who backs whom? | The Anytown Echo</title>
<meta property="og:site_name" content="The Anytown Echo">
<meta property="article:published_time" content="2015-07-17T10:00:00Z">
<link rel="canonical" href="https://example.org/news/who"></head>
<body><nav><a href="/">Home</a></nav><div class="cookie">We use cookies. Accept.</div>
<article><h1>Who backs whom for party leader?</h1>
<p><b>Mary Major</b>, the leader of Ipswich council, is backing <a href="/x">Ann Example</a>.</p>
<h2>Councillors for Ann Example:</h2>
<ul><li>Tom Tester, Norwich City Council</li><li>Una Unit, Essex County Council</li>
<li>Vic Vale, Leeds City Council</li></ul>
</article><footer>Copyright</footer></body></html>
"""

MARKDOWN = """---
title: "Who backs whom?"
date: 2015-07-17
site: The Anytown Echo
---
# Who backs whom for party leader?

**Mary Major**, the leader of Ipswich council, is
backing [Ann Example](https://example.org/ann).

## Councillors for Ann Example:

* Tom Tester, Norwich City Council
* Una Unit, Essex County Council
* Vic Vale, *Leeds City Council*
"""


def word_document() -> bytes:
    """The same article as a Word document."""
    made = docx.Document()
    made.core_properties.title = "Who backs whom?"
    for line in TEXT.splitlines():
        item = line.removeprefix("- ")
        made.add_paragraph(item, style="List Bullet" if item != line else None)
    packed = BytesIO()
    made.save(packed)
    return packed.getvalue()


def pdf(lines: Sequence[str], *, encrypted: bool = False, title: str = "") -> bytes:
    """A PDF of one page with these lines; ``encrypted`` says that it needs a password."""
    shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
    stream = f"BT /F1 10 Tf 40 800 Td 12 TL\n{shown}ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({_escaped(title)}) >>".encode("latin-1"),
    ]
    if encrypted:
        key = b"<%s>" % (b"00" * 32)
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /P -44 /O %s /U %s >>" % (key, key))
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    lock = b" /Encrypt 7 0 R /ID [<00> <00>]" if encrypted else b""
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
        + b"trailer << /Size %d /Root 1 0 R /Info 6 0 R%s >>\n" % (len(objects) + 1, lock)
        + b"startxref\n%d\n%%%%EOF\n" % len(body)
    )


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def write_all(folder: Path) -> list[Path]:
    """The same article in every kind of file, one article a file."""
    made: dict[str, bytes] = {
        "a.txt": TEXT.encode(),
        "b.html": HTML.encode(),
        "c.md": MARKDOWN.encode(),
        "d.docx": word_document(),
        "e.pdf": pdf(TEXT.splitlines(), title="Who backs whom?"),
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in made]
