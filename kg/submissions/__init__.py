"""What strangers hand in: judged, added whole in a graph of its own, or kept in quarantine.

submit(folder, files, ...)     each file a submission, judged against the graph that is there
retract(folder, id, ...)       take one out again, as if it had never come; its record stays
standing(folder)               the records of all of them, as they stand
damage(folder)                 what is wrong with them on disk
kept(folder, base)             what a build has to join to the statements of the articles

They live in the folder of the store, outside its versions, so that no build removes them.
"""

from __future__ import annotations

from kg.submissions.checking import damage
from kg.submissions.model import Event, Record, State
from kg.submissions.published import Kept, kept, standing
from kg.submissions.shelf import find_record, read_report
from kg.submissions.taking import Handing, Taken, submit
from kg.submissions.withdrawing import Reason, Retracted, retract

__all__ = [
    "Event",
    "Handing",
    "Kept",
    "Reason",
    "Record",
    "Retracted",
    "State",
    "Taken",
    "damage",
    "find_record",
    "kept",
    "read_report",
    "retract",
    "standing",
    "submit",
]
