"""Those who act, and the one candidate beside whom they do, in sentences that no wording reads.

Who acts is told by ``kg.prose.acting``, who the candidate is by ``kg.prose.favoured``; whether the
ones support the other is weighed elsewhere (``kg.prose.pairsigns``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.model import Mention
from kg.prose.acting import acting, speaking
from kg.prose.commitments import KINDS, SUPPORT, VERDICT, Word, commitments
from kg.prose.discourse import Discourse
from kg.prose.favoured import favoured
from kg.words.nouns import Noun, Sentence

_ENDS = frozenset((".", '"', "”", "!", "?", "'", "’", ")"))


@dataclass(frozen=True, slots=True)
class Pairing:
    """Those who act in passage ``at``, and the candidate beside whom they do.

    ``acting`` are their phrases with whom each means, none of whom stands; ``whom`` are the phrases
    for the ``candidate``, who is ``told`` to stand or not; ``words`` those of people who are for
    somebody. ``spoken`` says that the acting one says the sentence, or part of it, and ``others``
    how many people it names besides.
    """

    at: int
    sentence: Sentence
    acting: tuple[tuple[Noun, Mention], ...]
    candidate: Mention
    whom: tuple[Noun, ...]
    words: Sequence[Word]
    spoken: bool
    told: bool
    others: int

    @property
    def places(self) -> list[int]:
        """The tokens at which those who act are named; somebody may say it elsewhere."""
        return [n.first for n, _ in self.acting if self.sentence.noun(n.first) is n]


def pairings(
    discourse: Discourse, standing: Collection[Mention], lexicon: Lexicon
) -> Iterator[Pairing]:
    """The pairings of every passage; those who stand are ``standing``.

    Headings are left out: they name too little to be weighed.
    """
    for at, passage in enumerate(discourse.passages):
        if not passage.sentence.nouns or passage.sentence.folds[-1] not in _ENDS:
            continue
        words = commitments(passage.sentence, lexicon)
        if not _speaks(passage.sentence, words, lexicon):
            continue
        found = favoured(discourse, at, standing, words)
        if found is None:
            continue
        apart = {*standing, found[0]}
        speaker = speaking(discourse, at, apart)
        doing = acting(discourse, at, apart, words, found)
        for several, spoken in ((([speaker] if speaker else []), True), (doing, False)):
            if not several or (speaker and not spoken and passage.quoted):
                continue
            others = _people(discourse, at) - {found[0], *(one for _, one in several)}
            told = found[0] in standing
            yield Pairing(
                at, passage.sentence, tuple(several), *found, words, spoken, told, len(others)
            )


def _speaks(sentence: Sentence, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a sentence has words of support, of those who are for somebody, or a verdict.

    Without any there is nothing to be weighed.
    """
    if any(word.kind == SUPPORT or word.kind in KINDS for word in words):
        return True
    return any(found.value == VERDICT for _, found in lexicon.praise.found(sentence.folds))


def _people(discourse: Discourse, at: int) -> set[Mention]:
    """Those whom a passage names."""
    nouns = discourse.passages[at].sentence.nouns
    return {
        one
        for noun in nouns
        if noun.kind == "person" and (one := discourse.cast.member(noun)) is not None
    }
