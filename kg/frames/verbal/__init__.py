"""Frames whose cue is a verb, or a wording of the tables."""
