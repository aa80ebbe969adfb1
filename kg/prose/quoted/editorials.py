"""What several newspapers want, each told in a paragraph or a row of its own.

Papers seldom say "we endorse": they "ask for a Labour vote", hold that a party "deserves its
chance" or print "It has to be Y" under their name. So what stands beside each party and candidate
is weighed, for and against, and a paper is taken to want the one who has most in favour.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kg.lexicon import Lexicon
from kg.model import Contest, Endorsement, Evidence, Mention
from kg.passages import Passage
from kg.prose.quoted.praise import weigh
from kg.prose.quoted.sides import Sides
from kg.prose.reference.discourse import Discourse
from kg.prose.reference.speech import paragraph_of
from kg.rules import confidence
from kg.words.nouns import Noun, Sentence

_RULE = "prose.editorial"
_HEAD = 4
_LEAST = 2  # papers that a text about papers names
_PAPERS = frozenset(
    (
        *("papers", "newspapers", "editors", "editorials", "dailies", "sundays", "titles", "press"),
        *("newspaper", "leaders", "boards", "tabloids", "broadsheets"),
    )
)
_CHOOSING = frozenset(
    (
        *("back", "backs", "backed", "backing", "choose", "chose", "choice", "choices", "endorse"),
        *("endorsed", "endorsing", "endorsement", "endorsements", "support", "supporting"),
        *("supported", "vote", "voters", "election", "verdict", "verdicts", "picked", "want"),
        *("pick", "picks", "side", "sides", "endorses", "voted", "recommend", "favour", "stand"),
    )
)
_CALLING = frozenset(
    (
        *("vote", "votes", "voting", "back", "backing", "backs", "backed", "support", "supports"),
        *("supporting", "endorse", "endorses", "endorsed", "choose", "chooses", "chose", "elect"),
        *("return", "pick", "picks", "side", "favour", "favours", "favors", "trust", "put", "only"),
        *("time", "plumps", "plumped", "opts", "opted", "prefers", "preferred", "recommends"),
        *("wants", "want", "need", "urges", "asks", "stands"),
    )
)
_LINKS = frozenset(("for", "of", "to", "behind", "with", "in", "by", "'s", "putting", "a", "an"))
_WON = frozenset(("vote", "votes", "majority", "government", "victory", "win", "landslide"))
_SHOULD = frozenset(("should", "must", "deserves", "deserve", "merits", "offers", "is", "has"))
_GOOD = frozenset(("deserves", "deserve", "merits", "earned", "deserved"))
_BETTER = frozenset(("better", "best", "right", "strongest", "stronger", "party", "choice"))
_RULING = ("government", "coalition")
_EARLIER = frozenset(
    (
        *("after", "years", "decades", "once", "until", "previously", "formerly", "usually"),
        *("traditionally", "history", "had", "since", "champion", "ago", "last", "long"),
    )
)
_AGAINST = frozenset(
    (
        *(
            "against",
            "stop",
            "out",
            "wreck",
            "cannot",
            "unfit",
            "chaos",
            "scandals",
            "boot",
            "keep",
        ),
        *("keeps", "lost", "failed", "danger", "threat", "fear", "worse", "nor", "neither", "if"),
        *("mayhem", "plotting", "raid", "critical", "attacks", "attacked", "warns", "warned"),
    )
)
_ALOOF = frozenset(("neutral", "neither", "independence", "undecided"))
_PARTING = frozenset((",", ";", ":", ".", "!", "?", "—", "–", '"', "“", "”", "and", "but", "that"))
_ENDORSING = frozenset(
    ("endorse", "endorses", "endorsed", "endorsing", "endorsement", "endorsements")
)
_BEFORE = 5
_DENIED = 3
_AFTER = 3


def read_editorials(
    discourse: Discourse,
    known: Sides,
    contest: Contest,
    endorsements: Sequence[Endorsement],
    lexicon: Lexicon,
) -> Iterator[Endorsement]:
    """The endorsements of the papers of a text that tells whom papers want."""
    if not _is_about_papers(discourse.passages):
        return
    told = {one.endorser for one in endorsements}
    endorsing = _endorse_all(discourse.passages)
    for paper, noun, passages in _turns(discourse):
        wanted = None if paper in told else _wanted(discourse, passages, known, lexicon)
        if wanted is None and endorsing and paper not in told and _is_row(discourse, noun):
            wanted = _only_named(discourse, passages)
        if wanted is not None and wanted != paper:
            passage = discourse.passages[noun[0]]
            yield _endorsement(passage, (paper, wanted), noun[1], contest)


def _is_about_papers(passages: Sequence[Passage]) -> bool:
    """Whether the head of a text speaks of papers and of choices, and the text names several."""
    head = {word for passage in passages[:_HEAD] for word in passage.sentence.folds}
    if _PAPERS.isdisjoint(head) or _CHOOSING.isdisjoint(head):
        return False
    names = {
        noun.name
        for passage in passages
        for noun in passage.sentence.nouns
        if noun.body is not None and noun.body.kind == "media"
    }
    return len(names) >= _LEAST


def _endorse_all(passages: Sequence[Passage]) -> bool:
    """Whether the head of a text says that papers endorse those of whom it goes on to tell."""
    head = [passage.sentence for passage in passages[:_HEAD]]
    return any(
        not _PAPERS.isdisjoint(one.folds) and not _ENDORSING.isdisjoint(one.folds) for one in head
    )


def _is_row(discourse: Discourse, named: tuple[int, Noun]) -> bool:
    """Whether a paper's own words stand behind its name and a colon: 'IN: X TIMES: "..."'."""
    passage = discourse.passages[named[0]]
    at = named[1].last
    colon = passage.sentence.folds[at : at + 1] == [":"] and at + 1 < len(passage.sentence.folds)
    return colon and passage.in_quotation(at + 1)


def _only_named(discourse: Discourse, passages: Sequence[int]) -> Mention | None:
    """The only person whom a paper's words name in full."""
    found = {
        member
        for at in passages
        for noun in discourse.passages[at].sentence.nouns
        if noun.kind == "person" and (member := discourse.member(noun, at)) is not None
    }
    full = [member for member in found if " " in member.name]
    return full[0] if len(full) == 1 else None


def _turns(discourse: Discourse) -> Iterator[tuple[Mention, tuple[int, Noun], list[int]]]:
    """Each paper in turn, where it is named, and the passages that tell of it.

    A sentence without a paper belongs to that of the one before it in the paragraph, else to that
    of the next; one with two papers to none.
    """
    done = 0
    while done < len(discourse.passages):
        paragraph = paragraph_of(discourse.passages, done)
        done = paragraph[-1] + 1
        turns: list[tuple[Mention, tuple[int, Noun], list[int]]] = []
        waiting: list[int] = []
        for at in paragraph:
            papers = _papers(discourse, at)
            if len(papers) > 1:
                turns, waiting = turns, []
                continue
            named = next(iter(papers.items()), None)
            if named is not None and not (turns and turns[-1][0] == named[0]):
                turns.append((named[0], (at, named[1]), waiting))
                waiting = []
            (turns[-1][2] if turns else waiting).append(at)
        yield from turns


def _papers(discourse: Discourse, at: int) -> dict[Mention, Noun]:
    """The papers that passage ``at`` names outside quotations; the one that opens it goes alone."""
    passage = discourse.passages[at]
    found: dict[Mention, Noun] = {}
    for noun in passage.sentence.nouns:
        if noun.body is None or noun.body.kind != "media" or passage.in_quotation(noun.first):
            continue
        member = discourse.cast.member(noun)
        if member is not None:
            found.setdefault(member, noun)
        if noun.first <= 1 and member is not None:
            return {member: noun}
    return found


def _wanted(
    discourse: Discourse, passages: Sequence[int], known: Sides, lexicon: Lexicon
) -> Mention | None:
    """Whom the words of some passages favour most; nobody if they stand aside or favour two."""
    scores: dict[Mention, int] = {}
    for at in passages:
        sentence = discourse.passages[at].sentence
        if not _ALOOF.isdisjoint(sentence.folds):
            return None
        for noun in sentence.nouns:
            member = _candidate(discourse, noun, at, known.standing)
            if member is not None and not _ends_as_body(member, lexicon):
                scores[member] = scores.get(member, 0) + _favour(sentence, noun, lexicon)
    best = max(scores.values(), default=0)
    leading = [member for member, score in scores.items() if score == best]
    return leading[0] if best > 0 and len(leading) == 1 else None


def _candidate(
    discourse: Discourse, noun: Noun, at: int, standing: Collection[Mention]
) -> Mention | None:
    """The party or the candidate that a phrase names."""
    party = noun.kind == "organisation" and noun.body is not None and noun.body.kind == "party"
    member = discourse.member(noun, at) if party or noun.kind == "person" else None
    return member if member is not None and (party or member in standing) else None


def _ends_as_body(member: Mention, lexicon: Lexicon) -> bool:
    """Whether a name ends like that of some body: "Coalition Government" is no candidate."""
    last = member.name.lower().split()[-1]
    return member.kind == "person" and (last in lexicon.organisation_words or last in _RULING)


def _favour(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> int:
    """What the clause round a name weighs: above 0 in favour, below 0 against."""
    first, last = _clause(sentence, noun)
    words = sentence.folds[first:last]
    behind = sentence.kinds[noun.last : min(last, noun.last + _DENIED)]
    if "negation" in (*sentence.kinds[first : noun.first], *behind):
        return -1
    if not _EARLIER.isdisjoint(words) and "time" not in words:  # "for the first time in years"
        return 0
    before = _called(sentence, noun)
    if not before and not _AGAINST.isdisjoint(words):
        return -1
    after = sentence.folds[noun.last : noun.last + _AFTER]
    owned = after[:1] == ["'s"]
    won = bool(after) and after[0] in _WON and (after[0] in ("vote", "votes") or before)
    verdict = weigh(sentence, range(first, last), lexicon, quoted=False).verdicts > 0
    verdict = verdict or not _BETTER.isdisjoint(words[noun.last - first :])
    deserving = bool(after) and after[0] in _SHOULD and (verdict or not _GOOD.isdisjoint(after))
    return 0 if owned else 2 * (before or won) + (deserving or verdict)


def _called(sentence: Sentence, noun: Noun) -> bool:
    """Whether a word for voting or choosing leads to the name over small words."""
    for at in range(noun.first - 1, max(-1, noun.first - 1 - _BEFORE), -1):
        if sentence.folds[at] in _CALLING:
            return True
        small = sentence.kinds[at] in ("determiner", "adverb", "possessive")
        describing = at == noun.first - 1 and not sentence.kinds[at]  # "supporting federal Y"
        describing = describing and sentence.tokens[at].text.islower()
        if not (small or describing or sentence.folds[at] in _LINKS):
            return False
    return False


def _clause(sentence: Sentence, noun: Noun) -> tuple[int, int]:
    """The tokens between the marks and joints round a name."""
    first, last = noun.first, noun.last
    while first and sentence.folds[first - 1] not in _PARTING:
        first -= 1
    while last < len(sentence.folds) and sentence.folds[last] not in _PARTING:
        last += 1
    return first, last


def _endorsement(
    passage: Passage, pair: tuple[Mention, Mention], noun: Noun, contest: Contest
) -> Endorsement:
    tokens = passage.sentence.tokens[noun.first : noun.last]
    printed = " ".join(token.text for token in tokens)
    evidence = Evidence(passage.sentence.span, _RULE, confidence(_RULE), printed_name=printed)
    return Endorsement(*pair, contest, "supports", (evidence,))
