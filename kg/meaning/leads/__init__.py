"""Which words above a list say what it is a list of."""

from kg.meaning.leads.inside import inline_meaning, is_labelled
from kg.meaning.leads.lone import lone
from kg.meaning.leads.opposed import opposed
from kg.meaning.leads.presumed import presumed
from kg.meaning.leads.reading import Led
from kg.meaning.leads.titled import titled
from kg.meaning.leads.walking import Flow, find_meaning
from kg.meaning.leads.weighed import Above, weighed

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
    "titled",
    "weighed",
]
