"""Tables of endorsements, read by the heads of their columns, as lists that are understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lists import ListReading, Region
from kg.lists.leading.meaning import Meaning
from kg.lists.tables.tablefinding import Table
from kg.lists.tables.tablerows import Told
from kg.meaning.claims import ReadList
from kg.meaning.leads import Led
from kg.model import Contest, Endorsement, Evidence
from kg.rules import confidence

_RULE = "list.table"
_BESIDE = "list.table-beside"


def read_tables(tables: Sequence[Table], contest: Contest) -> Iterator[ReadList]:
    """Each table with its endorsements; what its notes look back to is of an earlier contest."""
    for table in tables:
        region = Region(table.first, table.last, table.lines)
        made = tuple(_statement(told, contest) for told in table.told)
        meaning = Meaning(None, "supports")
        yield ReadList(region, Led(meaning, None), ListReading(made, ()))


def _statement(told: Told, contest: Contest) -> Endorsement:
    rule = _BESIDE if told.beside else _RULE
    evidence = Evidence(told.line.whole, rule, confidence(rule), printed_name=told.endorser.name)
    where = replace(contest, year=None) if told.earlier else contest
    return Endorsement(told.endorser, told.candidate, where, told.polarity, (evidence,))
