"""The clause: its words, its parts, and what weakens or takes back what it says."""
