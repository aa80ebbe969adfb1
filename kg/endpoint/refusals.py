"""What a reply that is no answer means to the person who asked."""

from __future__ import annotations

from kg.endpoint.address import Address
from kg.endpoint.http import Reply
from kg.errors import KgError, QueryError, StoreError

_SHOWN = 200
_TEXT = ("text/plain", "application/json", "application/problem+json")


def refusal(reply: Reply, address: Address, *, asking: bool) -> KgError:
    """The error for a reply whose status is not of success.

    ``asking`` says that a query was sent, which the server may find fault with; otherwise it was
    a graph.
    """
    status, where = reply.status, address.shown
    if status in (401, 403):
        return StoreError(
            f"the endpoint does not let us in ({status})",
            where=where,
            todo="set KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD, or KG_ENDPOINT_TOKEN",
        )
    if 300 <= status < 400:
        return StoreError(
            f"the endpoint sends us elsewhere ({status}), and kg does not follow",
            where=where,
            todo="give the address that it now has",
        )
    if status in (404, 405, 406, 410, 415, 501):
        return StoreError(
            f"no SPARQL endpoint answers here ({status}{_saying(reply)})"
            if asking
            else f"no graph store answers here ({status}{_saying(reply)})",
            where=where,
            todo="see that the address is right",
        )
    if status == 400 and asking:
        return QueryError(
            f"the endpoint refuses the query{_saying(reply)}", where=where, todo="mend the query"
        )
    if status == 413:
        return StoreError("the endpoint takes no body of this size (413)", where=where)
    return StoreError(f"the endpoint failed ({status}{_saying(reply)})", where=where)


def _saying(reply: Reply) -> str:
    """The first words of the server's own message, after a colon; nothing of a page."""
    if reply.media_type not in _TEXT:
        return ""
    text = " ".join(reply.body[: 4 * _SHOWN].decode("utf-8", "replace").split())
    return f": {text[:_SHOWN]}" if text else ""
