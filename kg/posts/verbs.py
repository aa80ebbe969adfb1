"""Offices that verbs and nouns say of somebody: "X served as mayor", "the party made X chair"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kg.frames.places.subject import find_subject
from kg.lexicon import Cue, Lexicon
from kg.model import RoleStatus
from kg.posts.heading import headed
from kg.posts.model import Post, gap
from kg.posts.owning import owned
from kg.posts.places import bare_after, object_of, office_after, posts
from kg.posts.predicates import holder_of
from kg.words.nouns import Noun, Sentence

_MADE = ("past", "participle")
_CHOSEN = frozenset(("elected", "re-elected", "chosen", "appointed", "asked"))
_WANTING = frozenset(("for", "behind"))
_Reader = Callable[[Sentence, int, int, Cue], Iterator[Post]]


def said_by_verbs(sentence: Sentence, lexicon: Lexicon) -> Iterator[Post]:
    """The posts that a verb or noun of ``post-verbs.tsv`` states."""
    done = 0
    for at, found in lexicon.post_verbs.found(sentence.folds):
        if at >= done and sentence.tokens[at].text[0].islower() and not _is_named(sentence, at):
            done = at + found.length
            yield from _said(sentence, at, done, found.value, lexicon)


def _is_named(sentence: Sentence, at: int) -> bool:
    """Whether the word belongs to a noun phrase; "chairs" and "heads" may still be verbs."""
    noun = sentence.noun(at)
    return noun is not None and not (noun.kind == "group" and noun.last == noun.first + 1)


def _said(sentence: Sentence, verb: int, end: int, cue: Cue, lexicon: Lexicon) -> Iterator[Post]:
    if cue.frame == "head":
        return headed(sentence, verb, end, cue, lexicon)
    return _READERS[cue.frame](sentence, verb, end, cue)


def _as_subject(sentence: Sentence, verb: int, end: int, cue: Cue) -> Iterator[Post]:
    """X serves, took over, resigned as mayor."""
    bare = cue.lemma.endswith(" of")
    office = bare_after(sentence, end) if bare else office_after(sentence, end, "as")
    wished = sentence.folds[verb - 1 : verb] == ["to"] and sentence.kinds[verb - 1] != "commit"
    if wished and sentence.folds[verb - 2] in _CHOSEN:  # "X was elected to carry on as chair"
        verb, wished = verb - 2, False
    wished = wished or (office is not None and _is_for_other(sentence, office))
    holder = holder_of(sentence, verb) if office and not wished else None
    if office is None or holder is None:
        return
    status: RoleStatus | None = "former" if cue.frame == "leave" else None
    if cue.frame == "serve" and cue.form in _MADE and "since" not in sentence.folds[office.last :]:
        status = "former"
    yield from posts(sentence, holder, office, status)


def _is_for_other(sentence: Sentence, office: Noun) -> bool:
    """Whether the office is what somebody is wanted for: "spoke for X as the new chair"."""
    at = office.first - 1
    while at > 0 and sentence.folds[at] != "as":
        at -= 1
    named = sentence.noun(at - 1)
    wanted = named is not None and named.kind == "person" and named.first > 0
    return named is not None and wanted and sentence.folds[named.first - 1] in _WANTING


def _appointed(sentence: Sentence, verb: int, end: int, cue: Cue) -> Iterator[Post]:
    """X was appointed (as) mayor; the council appointed X (as) mayor; X was sacked as mayor."""
    office = office_after(sentence, end, "as") or bare_after(sentence, end)
    if office is None:
        return
    status: RoleStatus | None = "former" if cue.frame == "dismiss" else None
    subject = find_subject(sentence, verb)
    if subject.hedge:
        return
    chosen = object_of(sentence, end, office.first)
    start = verb - (sentence.folds[verb - 1] == "being")
    if chosen is None and _is_set_off(sentence, start):
        chosen = sentence.noun(start - 2)
    if chosen is None and subject.passive:
        chosen = holder_of(sentence, verb)
    elif chosen is not None and not subject.passive and not _has_happened(sentence, verb, cue):
        if cue.frame != "dismiss" or "as" not in sentence.folds[end : office.first]:
            return
        status = None  # "want to remove X as leader": she is still leader
    if chosen is not None and chosen.kind in ("person", "pronoun"):
        others = () if chosen in subject.chain else subject.chain
        yield from posts(sentence, chosen, office, status, others)
        yield from _gapped(sentence, office, status)


def _gapped(sentence: Sentence, office: Noun, status: RoleStatus | None) -> Iterator[Post]:
    """The further pairs of one verb: "made X chancellor, Y home secretary and Z chief whip"."""
    nouns = iter(sentence.nouns[sentence.noun_at[office.first] + 1 :])
    last = office
    for person, held in zip(nouns, nouns, strict=False):
        joints = gap(sentence, last.last, person.first)
        if person.kind != "person" or held.kind != "office" or not joints:
            return
        if gap(sentence, person.last, held.first) != []:
            return
        yield from posts(sentence, person, held, status)
        last = held


def _has_happened(sentence: Sentence, verb: int, cue: Cue) -> bool:
    """Whether the verb tells of something done, and of no wish: "made X mayor", not "make X mayor".

    "Employs X as" is a state that lasts.
    """
    return cue.form in _MADE or (cue.form == "third" and sentence.kinds[verb - 1] != "to")


def _is_set_off(sentence: Sentence, verb: int) -> bool:
    """Whether a participle follows the name that it describes: "X, elected mayor in May,"."""
    return sentence.folds[verb - 1 : verb] == [","] and sentence.noun(verb - 2) is not None


def _succeeded(sentence: Sentence, verb: int, end: int, cue: Cue) -> Iterator[Post]:
    """X succeeds Y as mayor: X holds the post, Y held it; Y was succeeded by X as mayor."""
    office = office_after(sentence, end, "as")
    if office is None:
        return
    subject = find_subject(sentence, verb)
    if subject.hedge:
        return
    other = object_of(sentence, end, office.first) or _agent(sentence, end, office)
    newer, older = holder_of(sentence, verb), other
    if subject.passive and cue.form in _MADE:
        newer, older = older, newer
    if newer is not None and newer.kind in ("person", "pronoun"):
        yield from posts(sentence, newer, office, None)
    if older is not None and older.kind == "person":
        yield from posts(sentence, older, office, "former")


def _agent(sentence: Sentence, end: int, office: Noun) -> Noun | None:
    """Y in "X was replaced by Y as mayor" and "X was replaced as mayor by Y"."""
    for at in (*range(end, office.first), office.last):
        if sentence.folds[at : at + 1] == ["by"]:
            noun = sentence.noun(at + 1)
            return noun if noun is not None and noun.kind == "person" else None
    return None


def _moved(sentence: Sentence, verb: int, end: int, cue: Cue) -> Iterator[Post]:
    """X moves from one post to another; X was promoted to mayor."""
    left = office_after(sentence, end, "from")
    taken = office_after(sentence, left.last if left else end, "to")
    first = left or taken
    if first is None:
        return
    holder = object_of(sentence, end, first.first) or holder_of(sentence, verb)
    if holder is None:
        return
    if left is not None:
        yield from posts(sentence, holder, left, "former")
    if taken is not None and (left is not None or cue.form != "base"):
        yield from posts(sentence, holder, taken, None)


_READERS: Mapping[str, _Reader] = {
    "serve": _as_subject,
    "take": _as_subject,
    "leave": _as_subject,
    "appoint": _appointed,
    "dismiss": _appointed,
    "succeed": _succeeded,
    "move": _moved,
    "noun": owned,
}
