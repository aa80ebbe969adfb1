"""Camps: pages that print who is with whom, a candidate's name above each group of names."""

from kg.meaning.camps.reading import Article, with_camps

__all__ = ["Article", "with_camps"]
