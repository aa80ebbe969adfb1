"""All the posts that one sentence or line states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.posts.beside import beside_names
from kg.posts.counterparts import counterpart_posts
from kg.posts.ending import is_ended
from kg.posts.model import Post
from kg.posts.predicates import predicated
from kg.posts.shared import shared_posts
from kg.posts.verbs import said_by_verbs
from kg.words.nouns import Sentence


def read_posts(sentence: Sentence, lexicon: Lexicon) -> Iterator[Post]:
    """Every post that the sentence says of a name or pronoun, construction by construction."""
    for found in _posts(sentence, lexicon):
        over = found.office.status == "current" and is_ended(sentence.folds, found.office.last)
        yield replace(found, office=replace(found.office, status="former")) if over else found


def _posts(sentence: Sentence, lexicon: Lexicon) -> Iterator[Post]:
    offices = any(noun.offices for noun in sentence.nouns)
    if offices:
        yield from beside_names(sentence)
        yield from predicated(sentence)
        yield from counterpart_posts(sentence)
    yield from shared_posts(sentence, lexicon)
    yield from said_by_verbs(sentence, lexicon)
