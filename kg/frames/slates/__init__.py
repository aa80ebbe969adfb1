"""Frames of several candidates of one body."""
