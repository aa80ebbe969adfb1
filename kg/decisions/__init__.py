"""What people decided about who is who: rows of SSSOM files, read and written one at a time."""

from kg.decisions.model import MANUAL, Decision, NewDecision, Verdict
from kg.decisions.reading import read_decisions
from kg.decisions.writing import add_decision

__all__ = ["MANUAL", "Decision", "NewDecision", "Verdict", "add_decision", "read_decisions"]
