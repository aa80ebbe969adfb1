"""Offices in the text: "the shadow business secretary", "Anytown MP", "Leader of Kent CC".

An office phrase is a head ("leader", "chief executive"), what stands before it (its status, a
place or body, what it is for) and what stands behind it (what it is of or for).
"""

from kg.words.offices.before import leads_office as leads_office
from kg.words.offices.model import OfficePhrase as OfficePhrase
from kg.words.offices.reading import read_office as read_office
