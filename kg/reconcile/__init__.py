"""Who is who and what is where: the mentions of one article resolved to entities and places."""

from kg.reconcile.resolution import reconcile

__all__ = ["reconcile"]
