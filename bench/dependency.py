"""Endorsements by a dependency parse: the other way to read prose, to measure kg's own against.

Run by a Python that has spaCy and a model (``kg[nlp]``), as ``python -m bench.dependency MODEL``
with articles as JSON on stdin, ``[{"id": ..., "text": ...}]``; prints what it found and how long it
took. The verbs and nouns are those of ``data/reference/cues.tsv``. The parse is trusted for who
does what to whom, the entity types of the model are not: a name is a run of proper nouns, and a
surname is looked up among the names that stand before it in full.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon, load_lexicon
from kg.tables import rows

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


def pairs(
    doc: Doc, cues: Cues, lexicon: Lexicon, names: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
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
                pair = _named(endorser, names, lexicon), _named(candidate, names, lexicon)
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


def _named(token: Token, names: Mapping[str, str], lexicon: Lexicon) -> str:
    """The name that ``token`` is part of, in full when it stands so before; "" for no name."""
    if token.pos_ != "PROPN":
        return ""
    first, last = token.i, token.i + 1
    while first and token.doc[first - 1].pos_ == "PROPN":
        first -= 1
    while last < len(token.doc) and token.doc[last].pos_ == "PROPN":
        last += 1
    name = _without_titles(token.doc[first:last].text, lexicon)
    return names.get(name.split()[-1], name) if name else ""


def _without_titles(name: str, lexicon: Lexicon) -> str:
    """The name without the titles, offices and parties that stand before and behind it."""
    words = name.split()
    while words and _is_title(words[0].strip(".").casefold(), lexicon):
        words.pop(0)
    while words and words[-1].casefold() in lexicon.offices:
        words.pop()
    return " ".join(words)


def _is_title(word: str, lexicon: Lexicon) -> bool:
    known = (lexicon.titles, lexicon.offices, lexicon.office_words, lexicon.parties)
    return any(word in table for table in known)


def _full_names(text: str, lexicon: Lexicon) -> dict[str, str]:
    """Surnames, each with the first run of capitalised words that begins with a given name."""
    found: dict[str, str] = {}
    for match in re.finditer(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+", text):
        name = _without_titles(match.group(), lexicon)
        if " " in name and name.split()[0].casefold() in lexicon.given_names:
            found.setdefault(name.split()[-1], name)
    return found


def main() -> int:
    """Read the articles on stdin with the model named on the command line."""
    import spacy

    model = spacy.load(sys.argv[1], exclude=["ner"])
    cues, lexicon = load_cues(), load_lexicon()
    given = json.load(sys.stdin)
    started = time.process_time()
    found = {one["id"]: sorted(set(_read(one["text"], model, cues, lexicon))) for one in given}
    taken = time.process_time() - started
    json.dump({"found": found, "seconds": taken}, sys.stdout)
    return 0


def _read(text: str, model: object, cues: Cues, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The pairs of one article; paragraphs without a cue are not parsed."""
    kept = [line for line in text.splitlines() if cues.gate.search(line)]
    doc = model("\n\n".join(kept))  # type: ignore[operator] # spaCy's Language, not installed here
    yield from pairs(doc, cues, lexicon, _full_names(text, lexicon))


if __name__ == "__main__":
    sys.exit(main())
