"""Document to extraction: what an article says, and an account of all its characters."""

from kg.extract.document import extract

__all__ = ["extract"]
