"""The labelled articles, all at once, against the floors. ``make evaluate`` prints the figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import evaluation
from kg.evaluation import Evaluation, LabelledArticle
from kg.extract import extract
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.pipeline import build
from tests import facts

FOLDER = Path(__file__).parent / "labelled"
FLOORS = evaluation.read_floors(Path(__file__).with_name("floors.toml"))


@pytest.fixture(scope="module")
def articles() -> list[LabelledArticle]:
    return evaluation.load_articles(FOLDER)


@pytest.fixture(scope="module")
def result(articles: list[LabelledArticle]) -> Evaluation:
    return evaluation.evaluate(articles)


def test_every_score_reaches_its_floor(result: Evaluation) -> None:
    breaches = [str(breach) for breach in evaluation.below(result, FLOORS)]
    assert not breaches, "\n".join(breaches)


def test_together_they_make_a_valid_graph(articles: list[LabelledArticle]) -> None:
    built = build([article.document for article in articles], None)
    broken = [one for one in built.report.findings if one.severity == "violation"]
    assert not broken, "\n".join(f"{one.focus}: {one.message}" for one in broken)


def test_the_main_scores_have_floors() -> None:
    limited = {(floor.articles, floor.statements, floor.figure) for floor in FLOORS}
    assert ("all", "supports", "precision") in limited
    assert ("all", "supports", "recall") in limited
    assert ("negative", "supports", "unexpected") in limited


def test_every_folder_holds_an_article_of_its_own(articles: list[LabelledArticle]) -> None:
    folders = {path.parent.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("labels.tsv")}
    assert sorted(folders) == [article.name for article in articles]
    assert len({article.document.sha256 for article in articles}) == len(articles)


def test_every_character_of_every_article_is_accounted_for(
    articles: list[LabelledArticle],
) -> None:
    lexicon, gazetteer = load_lexicon(), load_gazetteer()
    for article in articles:
        read = extract(article.document, lexicon, gazetteer)
        assert facts.unaccounted(read) == [], article.name
        assert facts.misplaced(read) == [], article.name
