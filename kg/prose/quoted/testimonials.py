"""Pages of supporters: each one's name on a line of its own, and below it what that one says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.model import Contest, Endorsement, Evidence, Mention
from kg.prose.quoted.praise import weigh
from kg.prose.quoted.sides import Sides
from kg.prose.reference.discourse import Discourse
from kg.prose.reference.heads import name_alone
from kg.rules import confidence
from kg.words.nouns import Noun

_RULE = "prose.testimonial"
_LEAST = 3  # sections of a page that does not say whose it is
_TICKET = 2


@dataclass(frozen=True, slots=True)
class _Section:
    """What stands below a name: who is named at passage ``at``, by which phrase, and the rest.

    ``named`` are the candidates of the section, ``blamed`` says that it takes praise back.
    """

    at: int
    author: Mention
    noun: Noun
    named: frozenset[Mention]
    blamed: bool
    empty: bool


def read_testimonials(
    discourse: Discourse, known: Sides, contest: Contest, lexicon: Lexicon
) -> Iterator[Endorsement]:
    """The endorsements of those whose names head what they say on the page of a candidate.

    On such a page a name alone is enough; blame, and words about nobody but a rival, are not.
    """
    sections = list(_sections(discourse, known, lexicon))
    wanted = (known.page,) if known.page is not None else _ticket(sections, known)
    for section in sections:
        if section.blamed or section.empty or section.author in (*known.barred, *known.standing):
            continue
        if section.named.isdisjoint(wanted) and (section.named or known.page is None):
            continue
        for candidate in wanted:
            chosen = known.choices.get(section.author)
            if chosen is None or (chosen in wanted and chosen != candidate):
                yield _endorsement(discourse, section, candidate, contest)


def _sections(discourse: Discourse, known: Sides, lexicon: Lexicon) -> Iterator[_Section]:
    begun = [one for one in discourse.writers.sections if one[1] != (known.page,)]
    ends = [*(at for at, _ in begun[1:]), len(discourse.passages)]
    for (at, authors), end in zip(begun, ends, strict=False):
        noun = name_alone(discourse.passages[at].sentence)
        if noun is None or len(authors) != 1:
            continue
        named: set[Mention] = set()
        blamed = False
        for index in range(at + 1, end):
            sentence = discourse.passages[index].sentence
            every = range(len(sentence.tokens))
            blamed = blamed or weigh(sentence, every, lexicon, quoted=True).faults > 0
            people = (discourse.member(n, index) for n in sentence.nouns if n.kind == "person")
            named.update(member for member in people if member in known.standing)
        yield _Section(at, authors[0], noun, frozenset(named), blamed, end == at + 1)


def _ticket(sections: Sequence[_Section], known: Sides) -> tuple[Mention, ...]:
    """The one or two whom most sections of a page name, if one of its authors backs them.

    Rivals cannot both be named in most.
    """
    told = [section for section in sections if not section.empty]
    if len(told) < _LEAST or not any(one.author in known.choices for one in told):
        return ()
    count = Counter(member for one in told for member in one.named)
    most = [m for m, times in count.items() if times * 2 > len(told) and m in known.backed]
    return tuple(sorted(most, key=lambda m: m.name)) if 0 < len(most) <= _TICKET else ()


def _endorsement(
    discourse: Discourse, section: _Section, candidate: Mention, contest: Contest
) -> Endorsement:
    sentence = discourse.passages[section.at].sentence
    noun = section.noun
    printed = " ".join(token.text for token in sentence.tokens[noun.first : noun.last])
    office = noun.offices[0].label if noun.offices else None
    evidence = Evidence(sentence.span, _RULE, confidence(_RULE), printed_name=printed)
    return Endorsement(section.author, candidate, contest, "supports", (evidence,), role=office)
