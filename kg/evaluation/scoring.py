"""All labelled articles: read, judged, counted by statement, by kind of article and by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.errors import naming
from kg.evaluation.judging import judge
from kg.evaluation.model import (
    COUNTED,
    KINDS,
    Counted,
    Evaluation,
    LabelledArticle,
    Outcome,
    RuleTally,
    Score,
    Tally,
)
from kg.extract import extract
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.processes import Map
from kg.rules import trusted

ALL = "all"
_PARTS: tuple[Counted, ...] = ("supports", "other", "claims", "roles")
"""What is counted for a part of the articles; finer figures would be of a few statements."""


def evaluate(
    articles: Sequence[LabelledArticle],
    *,
    map: Map = map,  # noqa: A002 - named after what it takes: any map will do
    progress: Callable[[Outcome], object] | None = None,
) -> Evaluation:
    """Read every article, compare it with its labels, and count.

    ``map`` calls the worker for each article and may do so in other processes; ``progress`` is
    told each outcome as it comes. Raises ``InternalError``, naming the article, when reading fails.
    """
    outcomes = []
    for outcome in map(judge_article, articles):
        outcomes.append(outcome)
        if progress:
            progress(outcome)
    return Evaluation(
        articles=len(outcomes),
        scores=tuple(_scores(outcomes)),
        faults=tuple(fault for outcome in outcomes for fault in outcome.faults),
        rules=tally_rules(firing for outcome in outcomes for firing in outcome.firings),
    )


def judge_article(article: LabelledArticle, believe: Callable[[str], bool] = trusted) -> Outcome:
    """Read one article and judge what was read by the rules that ``believe`` names; the worker."""
    with naming(article.name):
        read = extract(article.document, load_lexicon(), load_gazetteer(), believe)
        return judge(article, read)


def tally_rules(firings: Iterable[tuple[str, bool]]) -> tuple[RuleTally, ...]:
    """How often each rule fired and was right, by name."""
    fired: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for rule, good in firings:
        fired[rule] += 1
        right[rule] += good
    return tuple(RuleTally(rule, fired[rule], right[rule]) for rule in sorted(fired))


def _scores(outcomes: Sequence[Outcome]) -> Iterator[Score]:
    """For all articles every figure; for those of a kind or a folder the main ones."""
    yield from _scores_of(ALL, outcomes, COUNTED)
    for kind in KINDS:
        of_kind = [outcome for outcome in outcomes if outcome.article.kind == kind]
        yield from _scores_of(kind, of_kind, _PARTS)
    for folder in sorted({outcome.article.folder for outcome in outcomes} - {""}):
        inside = [outcome for outcome in outcomes if outcome.article.folder == folder]
        yield from _scores_of(f"{folder}/", inside, _PARTS)


def _scores_of(
    articles: str, outcomes: Sequence[Outcome], counted: Iterable[Counted]
) -> Iterator[Score]:
    if outcomes:
        for statements in counted:
            tallies = (outcome.tallies[statements] for outcome in outcomes)
            yield Score(statements, articles, sum(tallies, Tally()))
