"""SPARQL endpoints over HTTP: asked by the protocol, written graph by graph, trusted with nothing.

Endpoint(url, access)         queries as text, answers as the engine's own
Access, read_credentials      how an endpoint is reached, and as whom
Record                        what ``kg push`` has put on a server
"""

from kg.endpoint.access import Access, Credentials, read_credentials
from kg.endpoint.asking import Endpoint, First

__all__ = ["Access", "Credentials", "Endpoint", "First", "read_credentials"]
