"""Slates: lists of those whom one body supports, and the body whose slate it is."""

from __future__ import annotations

from kg.frames.chains import actors
from kg.frames.subject import find_subject
from kg.lexicon import Lexicon
from kg.model import Mention
from kg.prose.discourse import Discourse

_SLATE_REACH = 5


def slate_endorser(index: int, talk: Discourse, lexicon: Lexicon) -> Mention | None:
    """Who supports those on the list below: "The board has endorsed the following candidates:"."""
    sentence = talk.passages[index].sentence
    for at, word in enumerate(sentence.folds):
        cue = lexicon.cues.at(sentence.folds, at) if word in lexicon.cues else None
        if cue is None or cue.value.frame != "act":
            continue
        ahead = sentence.folds[at + cue.length : at + cue.length + _SLATE_REACH]
        if not any(word in lexicon.slate_words for word in ahead):
            continue
        subject = find_subject(sentence, at)
        if subject.passive or subject.hedge:
            continue
        chain = [noun for noun in subject.chain if noun.kind != "pronoun"]
        named = chain or [n for n in sentence.nouns if n.kind == "organisation" and n.first < at]
        for actor in actors(sentence, named[:1]):
            for mention in talk.mentions(actor, index):
                return mention
    return None
