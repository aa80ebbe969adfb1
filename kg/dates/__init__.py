"""Dates in text: which words say when, and which day, month or year they mean."""

from __future__ import annotations

from kg.dates.calendar import Calendar, Section
from kg.dates.sections import calendar
from kg.dates.spots import Spot, find_spots

__all__ = ["Calendar", "Section", "Spot", "calendar", "find_spots"]
