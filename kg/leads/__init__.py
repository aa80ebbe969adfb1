"""Which words above a list say what it is a list of."""

from kg.leads.inside import inline_meaning, is_labelled
from kg.leads.lone import lone
from kg.leads.opposed import opposed
from kg.leads.presumed import presumed
from kg.leads.reading import Led
from kg.leads.walking import Flow, find_meaning
from kg.leads.weighed import Above, weighed

__all__ = [
    "Above",
    "Flow",
    "Led",
    "find_meaning",
    "inline_meaning",
    "is_labelled",
    "lone",
    "opposed",
    "presumed",
    "weighed",
]
