"""Saved queries and checks: questions kept as files, each with an expected answer.

>>> import pyoxigraph
>>> from kg.queries import bind, load_query
>>> saved = load_query("endorsers-of-candidate")
>>> [parameter.name for parameter in saved.parameters]
['candidate']
"""

from kg.asking import Queryable
from kg.queries.checks import CheckResult, run_check, run_checks
from kg.queries.parameters import Parameter, bind
from kg.queries.saved import (
    Result,
    SavedQuery,
    list_checks,
    list_queries,
    load_query,
    names,
    read_query,
    run,
)
from kg.queries.suggest import suggest

__all__ = [
    "CheckResult",
    "Parameter",
    "Queryable",
    "Result",
    "SavedQuery",
    "bind",
    "list_checks",
    "list_queries",
    "load_query",
    "names",
    "read_query",
    "run",
    "run_check",
    "run_checks",
    "suggest",
]
