"""Saved queries and checks: questions kept as files, each with an expected answer.

What only some uses need is imported from where it is: ``kg.queries.checks`` runs the checks,
``kg.queries.naming`` finds what a name means.

>>> import pyoxigraph
>>> from kg.queries import bind, load_query
>>> saved = load_query("endorsers-of-candidate")
>>> [parameter.name for parameter in saved.parameters]
['candidate']
"""

from kg.asking import Queryable
from kg.queries.parameters import Parameter, bind
from kg.queries.saved import (
    CHECKS,
    Outline,
    Result,
    SavedQuery,
    list_checks,
    list_queries,
    load_query,
    names,
    outlines,
    read_query,
    run,
    terms_of,
)

__all__ = [
    "CHECKS",
    "Outline",
    "Parameter",
    "Queryable",
    "Result",
    "SavedQuery",
    "bind",
    "list_checks",
    "list_queries",
    "load_query",
    "names",
    "outlines",
    "read_query",
    "run",
    "terms_of",
]
