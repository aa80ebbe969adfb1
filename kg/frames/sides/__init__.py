"""Frames that put somebody on a side."""
