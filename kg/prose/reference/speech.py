"""Who speaks: the phrase that a verb of speech outside quotation marks belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from kg.frames.clause.clauses import VERBAL, is_inside, is_predicate, opens_clause
from kg.frames.coordination.chains import noun_from
from kg.frames.places.subject import find_subject
from kg.passages import Passage
from kg.prose.reference.signs import is_told
from kg.words.nouns import Noun
from kg.words.wordkinds import DENYING

_SPEAKING = frozenset(("person", "organisation", "pronoun", "office", "number"))
_PARAGRAPH = 40  # sentences beside a quotation in which its speaker is looked for
_LABEL = 12  # words behind a name within which the colon of a label stands
_DASHES = frozenset(("-", "–", "—", "―"))
_SAYING = frozenset(
    (
        *("agreed", "agrees", "continued", "commented", "remarked", "posted", "concluded", "says"),
        *("enthused", "reckons", "thinks", "believes", "observed", "joked", "noted", "replied"),
        *("responded", "stressed", "emphasised", "emphasized", "declares", "insists", "maintained"),
        *("recalled", "quipped", "gushed", "predicted", "urged", "asked", "pleaded", "explains"),
        *("reads", "runs", "argues", "opined", "ventured", "laughed", "sighed", "offered", "went"),
    )
)
_TELLING = frozenset(("told", "tells"))
_WRITTEN = frozenset(("statement", "message", "letter", "tweet", "post", "note", "email", "words"))
_QUOTING = frozenset(("quoted", "cited", "quotes", "cites", "quoting"))
_COLON = frozenset((":",))
_OWNING = frozenset(("of", "from", "by"))


def paragraph_of(passages: Sequence[Passage], at: int) -> range:
    """The passages of the same paragraph, which stand next to one another."""
    paragraph = passages[at].paragraph
    first, end = at, at + 1
    while at - first < _PARAGRAPH and first and passages[first - 1].paragraph == paragraph:
        first -= 1
    last = min(len(passages), at + _PARAGRAPH)
    while end < last and passages[end].paragraph == paragraph:
        end += 1
    return range(first, end)


def speaker_of(passage: Passage) -> Noun | None:
    """Who says what the passage quotes: "X, the member for Y, said", "said X"."""
    sentence = passage.sentence
    for index, kind in enumerate(sentence.kinds):
        if kind != "speech" or passage.in_quotation(index):
            continue
        if _is_of_others(passage, index):
            return None
        found = _before(passage, index) or _behind(passage, index)
        if found is not None:
            return found
    return _labelled(passage) or _beside_quotation(passage) or _leading_to(passage)


def _is_of_others(passage: Passage, verb: int) -> bool:
    """Whether words are denied, "denied having said", or others', "quoted a voter as saying"."""
    sentence = passage.sentence
    at = verb - 1
    while at > 0 and sentence.kinds[at] in ("have", "adverb", "be"):
        at -= 1
    if at >= 0 and sentence.kinds[at] in DENYING and not passage.in_quotation(at):
        return passage.quoted != ()
    if sentence.folds[verb - 1 : verb] != ["as"]:
        return False
    quoting = next((at for at in range(verb) if sentence.folds[at] in _QUOTING), 0)
    return quoting > 0 and "be" not in sentence.kinds[max(0, quoting - 2) : quoting]


def _beside_quotation(passage: Passage) -> Noun | None:
    """Who does with a quotation what is done with much else: '"...," agreed X'."""
    sentence = passage.sentence
    if not passage.quoted or _SAYING.isdisjoint(sentence.folds):
        return None
    for index, word in enumerate(sentence.folds):
        passive = index > 0 and sentence.kinds[index - 1] == "be"  # "X was asked"
        if word in _SAYING and not passive and not passage.in_quotation(index):
            found = _behind(passage, index) or _before(passage, index)
            if found is not None:
                return found
    return None


def teller_of(passages: Sequence[Passage], at: int, noun: Noun) -> tuple[int, Noun] | None:
    """Whose "I" or "we" ``noun`` is, outside quotations, and the passage that names who it is."""
    teller = speaker_of(passages[at])
    if teller is not None and is_told(passages[at].sentence.folds, teller, noun):
        return at, teller
    return _heading_speaker(passages, at)


def _heading_speaker(passages: Sequence[Passage], at: int) -> tuple[int, Noun] | None:
    """Whose words a paragraph without quotation marks gives: "X (@x): I am for Y".

    Or "I am for Y - X (@x)", as posts are printed. With the passage that names who it is.
    """
    beside = paragraph_of(passages, at)
    first, last = passages[beside[0]], passages[beside[-1]]
    noun = first.sentence.noun(0)
    if noun is not None and noun.kind == "person" and _is_plain_label(first, noun):
        return beside[0], noun
    for noun in reversed(last.sentence.nouns):
        folds = last.sentence.folds
        handled = folds[noun.last : noun.last + 2] == ["(", "@"]
        if handled and noun.kind == "person" and noun.first and folds[noun.first - 1] in _DASHES:
            return beside[-1], noun
    return None


def _is_plain_label(passage: Passage, noun: Noun) -> bool:
    """Whether a colon stands behind the name and what describes it, and nothing is done there."""
    sentence = passage.sentence
    end = min(noun.last + _LABEL, len(sentence.folds))
    colon = next((at for at in range(noun.last, end) if sentence.folds[at] == ":"), -1)
    return colon > 0 and VERBAL.isdisjoint(sentence.kinds[noun.last : colon])


def _leading_to(passage: Passage) -> Noun | None:
    """Whose words a colon leads to, whatever is said of them: 'A note from X read: "..."'.

    It is who does what stands before the colon, else the one of whom or from whom they are.
    """
    sentence = passage.sentence
    last = len(sentence.folds) - 1
    for colon in sentence.places(_COLON):
        if passage.in_quotation(colon) or not (
            colon == last or passage.in_quotation(min(colon + 1, last))
        ):
            continue
        return next((n for n in sentence.nouns if n.last <= colon and _acts(passage, n)), None)
    return None


def _acts(passage: Passage, noun: Noun) -> bool:
    """Whether somebody does something outside quotations, or words are of or from somebody."""
    sentence = passage.sentence
    if noun.kind not in _SPEAKING or passage.in_quotation(noun.first):
        return False
    if sentence.folds[noun.first] in _WRITTEN:
        return False  # "Statement by X:"
    owns = sentence.folds[max(0, noun.first - 1)] in _OWNING
    does = is_predicate(sentence, noun.last) and not is_inside(sentence, noun)
    return owns or does or opens_clause(sentence, noun)


def _labelled(passage: Passage) -> Noun | None:
    """Who says a quotation without a verb of speech: 'X: "..."', '"..." – X, mayor'."""
    sentence = passage.sentence
    signing = sentence.noun(1) if sentence.folds[0] in _DASHES else None
    if not passage.quoted:
        return signing if signing is not None and signing.kind == "person" else None
    opening = sentence.noun(0) or sentence.noun(1)
    if opening is not None and opening.kind in ("person", "organisation"):
        if _is_label(passage, opening):
            return opening
        if opening.kind == "person" and opening.first == 0:
            return None
    for noun in sentence.nouns:
        if noun.kind == "person" and noun.first and sentence.folds[noun.first - 1] in _DASHES:
            closed = noun.first > 1 and passage.in_quotation(noun.first - 2)
            return _outside(passage, noun) if closed else None
    return None


def _is_label(passage: Passage, noun: Noun) -> bool:
    """Whether a colon and quoted words stand behind the name and what describes it."""
    folds = passage.sentence.folds
    for at in range(noun.last, min(noun.last + _LABEL, len(folds) - 1)):
        if folds[at] == ":":
            return passage.in_quotation(at + 1)
        if passage.in_quotation(at) or passage.sentence.kinds[at] in VERBAL:
            return False
    return False


def _before(passage: Passage, verb: int) -> Noun | None:
    """The subject of the verb, the last of those joined, when it stands before the verb."""
    chain = find_subject(passage.sentence, verb).chain
    if not chain or chain[0].first > verb:
        return None
    named = [n for n in chain if n.kind == "person"] or [n for n in chain if n.kind in _SPEAKING]
    return _outside(passage, named[-1]) if named else None


def _behind(passage: Passage, verb: int) -> Noun | None:
    """Who stands behind the verb: "said X", "according to X"; those told something do not speak."""
    sentence = passage.sentence
    if sentence.folds[verb] in _TELLING:
        return None
    end = verb + 1
    while end < len(sentence.kinds) and sentence.kinds[end] == "speech":
        end += 1
    noun = noun_from(sentence, end)
    if noun is None or noun.kind not in _SPEAKING or sentence.folds[noun.last :][:1] == ["'s"]:
        return None
    return _outside(passage, _named(passage, noun))


def _named(passage: Passage, noun: Noun) -> Noun:
    """The name behind an office: "said the union's secretary, X"."""
    if noun.kind != "office":
        return noun
    sentence = passage.sentence
    after = noun.last + (sentence.folds[noun.last : noun.last + 1] == [","])
    beside = sentence.noun(after)
    return beside if beside is not None and beside.kind == "person" else noun


def _outside(passage: Passage, noun: Noun) -> Noun | None:
    return None if passage.in_quotation(noun.first) else noun
