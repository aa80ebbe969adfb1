"""Lines that say themselves who supports whom, and so are no items of a list."""

from __future__ import annotations

from collections.abc import Sequence

from kg.frames.support import speaks_of_support
from kg.lexicon import Lexicon
from kg.lists.leading.meaning import ADDING
from kg.text import Token

_TOWARDS = ("for", "against")
_DASHES = ("–", "—")
_LONGEST_LABEL = 7
_DONE = ("past", "participle")
_SPEAKING = frozenset(("said", "wrote", "writes", "says", "replied"))
_MOVERS = frozenset(("proposer", "proposers", "seconder", "seconders", "mover", "assentors"))


def labels_run(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the line says itself whose supporters it lists: "Supporting NAME: A, B and C".

    Or "For NAME – A, B and C".
    """
    folds = [token.fold for token in tokens]
    if "," not in folds:
        return False
    if ":" in folds:
        label = folds[: folds.index(":")]
        return speaks_of_support(label, lexicon) or _adds_for_somebody(tokens[: len(label)])
    dash = next((at for at, token in enumerate(tokens) if token.text in _DASHES), 0)
    short = 0 < dash <= _LONGEST_LABEL and "," not in folds[:dash]
    return short and (folds[0] in _TOWARDS or speaks_of_support(folds[:dash], lexicon))


def _adds_for_somebody(label: Sequence[Token]) -> bool:
    """Whether a label is of more people for somebody: "New for NAME", "Also for NAME this week"."""
    at = next((i for i, token in enumerate(label) if token.fold == "for"), 0)
    named = 0 < at < len(label) - 1 and label[at + 1].text[0].isupper()
    return named and ADDING.issuperset(token.fold for token in label[:at])


def says_itself(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the line is a sentence of support, or says who speaks below it: "X said...".

    Who moved and who seconded somebody is a motion, and says it itself.
    """
    if any(token.fold == "seconded" for token in tokens) or tokens[0].fold in _MOVERS:
        return True
    last = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].text[0].isalnum()), 0)
    if tokens[last].fold in _SPEAKING and last + 1 < len(tokens):
        return True
    if _is_told_of(tokens, lexicon):
        return True
    if tokens[-1].text != ".":
        return False
    return any(
        at and tokens[at].text.islower() and tokens[at + 1].text[0].isupper()
        for at, cue in lexicon.cues.found([token.fold for token in tokens[:-1]])
        if cue.value.frame == "act" and cue.value.form in ("third", "past") and cue.length == 1
    )


def _is_told_of(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a line begins with a name and whom it is backed by: "Jane Doe endorsed by A. Roe"."""
    first = next((at for at, token in enumerate(tokens) if token.text[0].islower()), 0)
    by = first + 1
    if not 1 < first < len(tokens) - 2 or tokens[by].fold != "by":
        return False
    named = all(token.text[0].isupper() or token.text == "." for token in tokens[:first])
    cue = lexicon.cues.at([tokens[first].fold], 0)
    backed = cue is not None and cue.value.frame == "act" and cue.value.form in _DONE
    return named and backed and tokens[by + 1].text[0].isupper()
