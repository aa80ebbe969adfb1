"""Prose: what the sentences of an article say, as statements without identity."""

from kg.prose.reader import ProseReading, read_prose

__all__ = ["ProseReading", "read_prose"]
