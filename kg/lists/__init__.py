"""Lists: where they are, what the fields of their items are, and what they are lists of."""

from kg.lists.finding.regions import Region, find_regions
from kg.lists.items.inline import find_inline
from kg.lists.items.posts import line_roles
from kg.lists.reader import Candidates, ListReading, read_list

__all__ = [
    "Candidates",
    "ListReading",
    "Region",
    "find_inline",
    "find_regions",
    "line_roles",
    "read_list",
]
