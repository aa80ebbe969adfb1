"""How well articles are read: against labels that people wrote, by statement, article and rule.

load_articles(path)       the labelled articles of a folder
evaluate(articles)        read each, compare, count
read_floors(file)         the scores that must be reached
below(evaluation, floors) those that are not
"""

from kg.evaluation.floors import Floor, below, read_floors
from kg.evaluation.model import Evaluation, LabelledArticle, Outcome
from kg.evaluation.reading import load_articles
from kg.evaluation.scoring import evaluate, judge_article, tally_rules

__all__ = [
    "Evaluation",
    "Floor",
    "LabelledArticle",
    "Outcome",
    "below",
    "evaluate",
    "judge_article",
    "load_articles",
    "read_floors",
    "tally_rules",
]
