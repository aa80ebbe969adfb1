"""Frames of opposition and of support taken back."""
