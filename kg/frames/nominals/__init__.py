"""Frames whose cue is a noun of support."""
