"""Slates: rows of what is contested and of who should have it."""
