"""Prose: what the sentences of an article say, as statements without identity."""

from kg.prose.denials import read_denials
from kg.prose.reader import ProseReading, read_prose

__all__ = ["ProseReading", "read_denials", "read_prose"]
