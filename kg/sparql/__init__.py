"""Ad hoc SPARQL: any query that only reads, guarded, bounded, and in a process of its own."""

from kg.sparql.answers import Answer
from kg.sparql.client import ask
from kg.sparql.guard import clear
from kg.sparql.limits import Limits

__all__ = ["Answer", "Limits", "ask", "clear"]
