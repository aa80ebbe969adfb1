"""What is said or done "in support of" somebody: whoever speaks, writes or works so is for them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.model import Frame
from kg.frames.places.subject import find_subject
from kg.frames.places.supporting import phrases_after, support_frame
from kg.words.nouns import Sentence

_REACH = 5
_SPEAKING = frozenset(
    (
        *("speak", "speaks", "spoke", "spoken", "speaking", "write", "writes", "wrote", "written"),
        *("campaign", "campaigns", "campaigned", "campaigning", "argue", "argued", "argues"),
        *("canvass", "canvassed", "canvassing", "tweeted", "tweets", "posted", "posts", "rallied"),
        *("signed", "issued", "released", "published", "stumped", "stumping", "marched"),
    )
)
_LITTLE = frozenset(("nothing", "little", "not", "never", "nobody", "no", "hardly"))


def read_in_support(sentence: Sentence, index: int, end: int) -> Iterator[Frame]:
    """SUPPORTER spoke in support of CANDIDATE; the word for support stands at ``index``.

    Nothing is said of anybody by "has said nothing in support of Y".
    """
    for verb in range(index - 2, max(-1, index - 2 - _REACH), -1):
        if sentence.folds[verb] in _LITTLE:
            return
        if sentence.folds[verb] in _SPEAKING:
            subject = find_subject(sentence, verb)
            whom = phrases_after(sentence, end, ("of",))
            passive = subject.passive and not sentence.folds[verb].endswith("ing")
            if subject.chain and whom and not passive:
                yield support_frame(
                    "prose.giving", sentence, subject.chain, whom, subject.hedge, (verb, end)
                )
            return
