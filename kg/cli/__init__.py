"""The command line: arguments in, text out, and the one place that chooses exit codes."""

from kg.cli.app import main

__all__ = ["main"]
