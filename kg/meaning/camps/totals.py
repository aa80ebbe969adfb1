"""The words of a line or head that only says how many there are: "Total so far: 4"."""

TOTALS = frozenset(("total", "so", "far", "count", "tally", "number", "of", "in", "all", "now"))
