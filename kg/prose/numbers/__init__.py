"""Numbers of supporters, and whose they are."""
