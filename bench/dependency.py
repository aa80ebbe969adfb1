"""Endorsements by a dependency parse: the other way to read prose, to measure kg's own against.

Run by a Python that has spaCy and a model (``kg[nlp]``), as ``python -m bench.dependency MODEL``
with articles as JSON on stdin, ``[{"id": ..., "text": ...}]``; prints what it found and how long it
took. The verbs and nouns are those of ``data/reference/cues.tsv`` and who is named where is read by
kg, so that only the grammar differs: who does what to whom is taken from the parse. The entity
types of the model are not used; they call every second candidate a place or a body.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.cast import assemble
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.lexicon import Lexicon, load_lexicon
from kg.tables import rows
from kg.text import lines, tokenise
from kg.text import sentences as sentence_spans
from kg.words.nouns import read_sentence
from kg.words.scan import scan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = ("nsubj",)
_RECEIVING = ("win", "secure", "have", "get", "receive", "gain", "pick", "land", "enjoy", "attract")
_GIVING = ("give", "lend", "offer", "throw", "add", "declare", "announce", "pledge")
_TO = ("to", "for", "behind", "of", "in")
_DOUBTFUL = ("would", "could", "might", "may", "if", "whether", "unless")
_REFUSING = ("refuse", "decline", "deny", "fail", "stop")
_ALL_PARTS = ("conj", "appos")


@dataclass(frozen=True, slots=True)
class Cues:
    """Lemmas of verbs, each with the particles that may follow, and of nouns of support."""

    verbs: Mapping[str, frozenset[tuple[str, ...]]]
    nouns: frozenset[str]
    gate: re.Pattern[str]


def load_cues() -> Cues:
    """The cues that say support, from the table that kg's own reader uses."""
    verbs: dict[str, set[tuple[str, ...]]] = {}
    nouns: set[str] = set()
    for cue, frame, _ in rows("cues.tsv", ("cue", "frame", "force")):
        words = cue.split()
        if frame == "act" and "*" not in words:
            verbs.setdefault(words[0], set()).add(tuple(words[1:]))
        elif frame in ("support", "backer"):
            nouns.add(words[-1])
    stems = sorted({*verbs, *nouns}, key=len, reverse=True)
    gate = re.compile(rf"\b(?:{'|'.join(re.escape(stem[:4]) for stem in stems)})", re.IGNORECASE)
    kept = {verb: frozenset(particles) for verb, particles in verbs.items()}
    return Cues(kept, frozenset(nouns), gate)


def pairs(doc: Doc, cues: Cues, names: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """Who supports whom in a parsed article, by name."""
    for token in doc:
        if token.pos_ in ("VERB", "AUX") and token.lemma_ in cues.verbs and not _doubtful(token):
            found = _by_verb(token, cues.verbs[token.lemma_])
        elif token.lemma_ in cues.nouns and token.pos_ == "NOUN":
            found = _by_noun(token)
        else:
            continue
        for endorser in found[0]:
            for candidate in found[1]:
                pair = _named(endorser, names), _named(candidate, names)
                if all(pair) and pair[0] != pair[1]:
                    yield pair


def _by_verb(verb: Token, particles: frozenset[tuple[str, ...]]) -> tuple[list[Token], list[Token]]:
    """Subjects and objects of a verb; the agent and the subject of a passive one."""
    passive = [child for child in verb.children if child.dep_ == "nsubjpass"]
    if passive or _is_participle(verb):
        agents = [o for c in verb.children if c.dep_ == "agent" for o in _objects_of(c)]
        return _spread(agents), _spread(passive or _modified(verb))
    subjects = _subjects(verb)
    objects = [child for child in verb.children if child.dep_ in ("dobj", "dative")]
    if () not in particles or not objects:
        objects = list(_behind(verb, particles)) or objects
    if not objects and verb.dep_ == "relcl" and () in particles:
        objects = [verb.head]
    return _spread(subjects), _spread(objects)


def _is_participle(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(child.dep_ == "agent" for child in verb.children)


def _modified(verb: Token) -> list[Token]:
    """What a participle or relative clause describes."""
    if verb.dep_ in ("acl", "relcl"):
        return [verb.head]
    return _subjects(verb.head) if verb.dep_ == "advcl" else []


def _subjects(verb: Token) -> list[Token]:
    """The subject of a verb, its own or that of the verb it hangs on."""
    seen = verb
    while True:
        own = [child for child in seen.children if child.dep_ in _SUBJECTS]
        if own:
            return [
                seen.head if o.tag_ in ("WP", "WDT") and seen.dep_ == "relcl" else o for o in own
            ]
        if seen.dep_ == "acl":
            return [seen.head]
        if seen.dep_ not in ("conj", "xcomp", "advcl") or seen.head.pos_ not in ("VERB", "AUX"):
            return []
        seen = seen.head


def _behind(verb: Token, particles: frozenset[tuple[str, ...]]) -> Iterator[Token]:
    """The objects of the prepositions that belong to the verb: "came out for X"."""
    for words in particles:
        last = words[-1] if words else ""
        for token in verb.subtree:
            if last and token.lower_ == last and token.i - verb.i <= len(words) + 2:
                yield from _objects_of(token)


def _by_noun(noun: Token) -> tuple[list[Token], list[Token]]:
    """Support received or given: "won the backing of X", "gave her support to Y"."""
    verb = noun.head
    owners = [child for child in noun.children if child.dep_ == "poss"]
    of = [o for c in noun.children if c.lower_ in ("of", "from") for o in _objects_of(c)]
    if verb.lemma_ in _RECEIVING and not _doubtful(verb):
        return _spread(of or owners), _spread(_subjects(verb))
    if verb.lemma_ in _GIVING and not _doubtful(verb):
        to = [
            o for c in (*verb.children, *noun.children) if c.lower_ in _TO for o in _objects_of(c)
        ]
        return _spread(_subjects(verb)), _spread(to)
    return _spread(owners), _spread(of)


def _objects_of(preposition: Token) -> list[Token]:
    return [child for child in preposition.children if child.dep_ in ("pobj", "dobj", "pcomp")]


def _spread(heads: Sequence[Token]) -> list[Token]:
    """The phrases with what is joined to them or stands beside them."""
    found: list[Token] = []
    waiting = list(heads)
    while waiting:
        token = waiting.pop(0)
        if token not in found:
            found.append(token)
            waiting += [child for child in token.children if child.dep_ in _ALL_PARTS]
    return found


def _doubtful(verb: Token) -> bool:
    """Whether the verb is denied, refused, or said to depend on something."""
    chain = [verb]
    while chain[-1].dep_ in ("xcomp", "ccomp") and chain[-1].head is not chain[-1]:
        chain.append(chain[-1].head)
    return any(
        one.lemma_ in _REFUSING
        or any(c.dep_ == "neg" or c.lower_ in _DOUBTFUL for c in one.children)
        for one in chain
    )


def _named(token: Token, names: Mapping[int, str]) -> str:
    """The name that stands at ``token``, in the fullest form the article gives; "" for none."""
    return names.get(token.idx, "")


def full_names(text: str, lexicon: Lexicon, gazetteer: Gazetteer) -> dict[int, str]:
    """Who is named where, as kg's own reader sees it: the name by each offset inside a mention."""
    sentences = [
        read_sentence(scan(text, tokens, lexicon, gazetteer))
        for line in lines(text)
        for span in sentence_spans(text, line, lexicon.abbreviations)
        if (tokens := tokenise(text, span))
    ]
    cast = assemble(sentences)
    found: dict[int, str] = {}
    for sentence in sentences:
        for noun in sentence.nouns:
            member = cast.member(noun)
            if member is not None and noun.kind in ("person", "organisation"):
                for token in sentence.tokens[noun.first : noun.last]:
                    found[token.start] = member.name
    return found


def main() -> int:
    """Read the articles on stdin with the model named on the command line."""
    import spacy

    model = spacy.load(sys.argv[1], exclude=["ner"])
    cues, lexicon, gazetteer = load_cues(), load_lexicon(), load_gazetteer()
    given = json.load(sys.stdin)
    started = time.process_time()
    found = {}
    for one in given:
        doc = model(_gated(one["text"], cues))
        names = full_names(one["text"], lexicon, gazetteer)
        found[one["id"]] = sorted(set(pairs(doc, cues, names)))
    taken = time.process_time() - started
    json.dump({"found": found, "seconds": taken}, sys.stdout)
    return 0


def _gated(text: str, cues: Cues) -> str:
    """The text with paragraphs that have no cue blanked out: they need no parse."""
    return "\n".join(
        line if cues.gate.search(line) else " " * len(line) for line in text.split("\n")
    )


if __name__ == "__main__":
    sys.exit(main())
