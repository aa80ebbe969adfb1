"""Benchmarks of kg against raw pyoxigraph and rdflib: ``python -m bench`` or ``make bench``.

Run by hand, never as tests: figures depend on the machine, so what is judged is ratios between
two ways of doing one thing, taken in turns within one run. docs/decisions/0007-bench.md says what
is measured and why.
"""
