"""Fuzzing of every door through which strangers' bytes come in: see ``tests/fuzz/__main__.py``."""
