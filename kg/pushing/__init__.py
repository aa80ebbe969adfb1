"""``kg push``: the graph on a server, graph by graph, so that a repeat changes nothing.

    plan(endpoint, source, base)      what has to be written and removed
    carry_out(endpoint, plan, ...)    writes and removes it

The server gets each article's graph under its name, the statements of no article in a graph of
their own, and the union of all in another; and a record of what was put there.
"""

from kg.pushing.planning import Action, Plan, Step, plan
from kg.pushing.sending import InterruptedPushError, carry_out

__all__ = ["Action", "InterruptedPushError", "Plan", "Step", "carry_out", "plan"]
