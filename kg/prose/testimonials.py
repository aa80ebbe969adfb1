"""Pages of supporters: each one's name on a line of its own, and below it what that one says."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.model import Contest, Endorsement, Evidence, Mention
from kg.nouns import Noun
from kg.prose.discourse import Discourse
from kg.prose.heads import name_alone
from kg.prose.praise import weigh
from kg.prose.sides import Sides
from kg.rules import confidence

_RULE = "prose.testimonial"


def read_testimonials(
    discourse: Discourse, known: Sides, contest: Contest, lexicon: Lexicon
) -> Iterator[Endorsement]:
    """The endorsements of those whose names head what they say on a candidate's page.

    On such a page a name alone is enough; blame, and words about nobody but a rival, are not.
    """
    if known.page is None:
        return
    begun = [one for one in discourse.writers.sections if one[1] != (known.page,)]
    ends = [*(at for at, _ in begun[1:]), len(discourse.passages)]
    for (at, authors), end in zip(begun, ends, strict=False):
        noun = name_alone(discourse.passages[at].sentence)
        if noun is None or len(authors) != 1 or known.is_barred(authors[0]):
            continue
        if _is_for(discourse, range(at + 1, end), known, lexicon):
            yield _endorsement(discourse, noun, at, (authors[0], known.page), contest)


def _is_for(discourse: Discourse, section: range, known: Sides, lexicon: Lexicon) -> bool:
    """Whether the words of a section can be those of a supporter."""
    named: set[Mention] = set()
    for at in section:
        sentence = discourse.passages[at].sentence
        every = range(len(sentence.tokens))
        if weigh(sentence, every, lexicon, quoted=True).faults:
            return False
        people = (discourse.member(noun, at) for noun in sentence.nouns if noun.kind == "person")
        named.update(member for member in people if member in known.standing)
    return bool(section) and (not named or known.page in named)


def _endorsement(
    discourse: Discourse, noun: Noun, at: int, pair: tuple[Mention, Mention], contest: Contest
) -> Endorsement:
    sentence = discourse.passages[at].sentence
    printed = " ".join(token.text for token in sentence.tokens[noun.first : noun.last])
    office = noun.offices[0].label if noun.offices else None
    evidence = Evidence(sentence.span, _RULE, confidence(_RULE), printed_name=printed)
    return Endorsement(*pair, contest, "supports", (evidence,), role=office)
