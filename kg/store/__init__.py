"""Where the graph lives: one way to open it, one way to publish it.

open_store(url)               a store open for reading, by the scheme of its URL
SCHEMES                       scheme → function that opens a store
publish(folder, quads)        make a graph the one that a folder serves, whole or not at all
writer(folder)                the same, holding the folder while a build is going on
verify(folder)                a Verdict: is what is served what was published?
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from pyoxigraph import Quad

from kg.asking import Answer, Term
from kg.errors import UsageError
from kg.iris import DEFAULT_BASE
from kg.store.base import Publish, Published, Store, Verdict
from kg.store.indexed import MEMORY, folder_store, memory_store
from kg.store.versions import parted

if TYPE_CHECKING:
    from kg.endpoint import Access

__all__ = [
    "MEMORY",
    "SCHEMES",
    "Answer",
    "Publish",
    "Published",
    "Store",
    "Term",
    "Verdict",
    "folder_store",
    "memory_store",
    "open_store",
    "publish",
    "verify",
    "writer",
]

_SCHEME = r"([A-Za-z][A-Za-z0-9+.-]+):(?://|\Z)"


def _open_folder(url: str, _access: Access | None) -> Store:
    return folder_store(*parted(url))


def _open_memory(_url: str, _access: Access | None) -> Store:
    return memory_store()


def _open_endpoint(url: str, access: Access | None) -> Store:
    from kg.endpoint import Access  # here: most stores are folders
    from kg.store.remote import EndpointStore

    return EndpointStore(url, access or Access(DEFAULT_BASE))


SCHEMES: Mapping[str, Callable[[str, Access | None], Store]] = MappingProxyType(
    {
        "": _open_folder,
        "memory": _open_memory,
        "http": _open_endpoint,
        "https": _open_endpoint,
    }
)
"""The scheme of a store's URL, "" for the path of a folder, and the function that opens it."""


def open_store(url: str, access: Access | None = None) -> Store:
    """Open a store for reading.

    ``url`` is the path of a folder, ``memory:`` for an empty one in memory, or the URL of a SPARQL
    endpoint. ``access`` says how an endpoint is reached (None: https or this machine, as
    nobody); it is asked nothing yet.

    ``FOLDER@previous`` is what the folder served before, ``FOLDER@HASH`` a version by its name.

    Raises ``UsageError`` for a scheme that is not known and ``StoreError`` for a store that is
    missing or damaged.
    """
    found = re.match(_SCHEME, url)
    scheme = found[1].lower() if found else ""
    if scheme not in SCHEMES:
        raise UsageError(
            f"{scheme}: is no kind of store",
            where=url,
            todo="name a folder, memory: or the https URL of an endpoint",
        )
    return SCHEMES[scheme](url, access)


# What writes and what verifies is imported when it is called: most runs of kg only read.


def publish(
    folder: Path,
    quads: Iterable[Quad],
    about: Mapping[str, object] | None = None,
    articles: Iterable[bytes] = (),
    occurrences: Iterable[bytes] = (),
) -> Published:
    """Make ``quads`` the graph that the store in ``folder`` serves, whole or not at all.

    ``about`` is kept in the manifest: plain data that depends on the input alone. ``articles`` are
    lines of JSON with the texts that the statements quote, ``occurrences`` those with the entities
    as each article has them; both are kept beside the graph. Readers that have the store open keep
    the version that they opened.

    Raises ``StoreError`` when another process is writing, the folder is no store, or the disk
    fails; what was published before is then still served.
    """
    with writer(folder) as put:
        return put(quads, about or {}, articles, occurrences)


def writer(folder: Path, doing: str = "kg build") -> AbstractContextManager[Publish]:
    """Hold the store in ``folder`` for writing, so that a long build refuses a second one at once.

    ``doing`` is the command, for the message of whoever is refused. Entering gives ``publish``
    without its first argument. Raises the same errors.
    """
    from kg.store import publishing

    return publishing.writer(folder, doing)


def verify(folder: Path) -> Verdict:
    """Check the served version of the store in ``folder`` against its checksums and manifest.

    Raises ``StoreError`` when nothing has been published there or the pointer to it is damaged.
    """
    from kg.store import verifying

    return verifying.verify(folder)
