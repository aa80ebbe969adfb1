"""What people decided about who is who: rows of SSSOM files, read and written one at a time."""

from kg.decisions.model import Decision, Verdict

__all__ = ["Decision", "Verdict"]
