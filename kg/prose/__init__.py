"""Prose: what the sentences of an article say, as statements without identity."""

from kg.prose.reader import ProseReading, read_prose
from kg.prose.wordings.denials import read_denials

__all__ = ["ProseReading", "read_denials", "read_prose"]
