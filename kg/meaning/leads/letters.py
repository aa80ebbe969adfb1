"""What those who sign a letter say: the stance of its "we", for the names below it."""

from __future__ import annotations

from kg.lists.leading.meaning import Meaning, fellows_of
from kg.meaning.leads.reading import Led, lead_of
from kg.prose import ProseReading
from kg.prose.reference.discourse import Discourse

_LETTER = 14  # sentences
_SIGNERS = frozenset(("we", "i"))
_NAMED = frozenset(("person", "organisation", "office"))


def signed(before: range, talk: Discourse, prose: ProseReading) -> Led | None:
    """The stance of a letter: what its "we" says, if the names below sign it."""
    for index in reversed(before[-_LETTER:]):
        lead = lead_of(index, talk, prose)
        if lead.sentence.folds[0] == "signed" and index != before[-1]:
            return None  # those who signed another letter
        letter = "document" in lead.sentence.kinds and "signed" in lead.sentence.folds
        if not letter and not any(noun.name in _SIGNERS for noun in lead.sentence.nouns):
            continue
        for frame, mention in lead.frames:
            kinds = {actor.noun.kind for actor in frame.endorsers}
            if not frame.hedge and not kinds & _NAMED:
                fellows = fellows_of(mention, frame, lead)
                return Led(Meaning(mention, frame.polarity, fellows=fellows), index)
    return None
