"""Frames: who stands with whom, as the words of one sentence put it.

``read_frames`` finds the cues of a sentence and fills the places of their frames with its noun
phrases. Prose turns the result into statements; lists read in it what they are lists of.
"""

from kg.frames.match import read_frames
from kg.frames.model import Actor, Frame, Hedge

__all__ = ["Actor", "Frame", "Hedge", "read_frames"]
