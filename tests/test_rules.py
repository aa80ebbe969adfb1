"""How far the rules of the reader are believed: the table, what follows from it, and its age."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg import rules
from kg.articles import document
from kg.errors import ResourceError
from kg.extract import extract
from kg.extract.ledger import sift
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.model import Candidacy, Contest, Evidence, Mention, Span, Statement
from kg.rules import ENOUGH, FLOOR, Measured
from kg.tables import rows
from tests import measure_rules

COLUMNS = ("rule", "fired", "right", "confidence")
TABLE = {cells[0]: (int(cells[1]), int(cells[2]), cells[3]) for cells in rows("rules.tsv", COLUMNS)}
OFTEN = 20
"""A rule that fired so often is known well enough to say that its figure is out of date."""
DRIFT = 0.1


@pytest.fixture
def figures(monkeypatch: pytest.MonkeyPatch) -> dict[str, Measured]:
    """Figures to be believed instead of those of the table."""
    made: dict[str, Measured] = {}
    monkeypatch.setattr(rules, "_measured", lambda: made)
    return made


def test_the_table_is_what_measuring_writes() -> None:
    assert list(TABLE) == sorted(TABLE)
    for rule, (fired, right, confidence) in TABLE.items():
        assert 0 <= right <= fired, rule
        assert confidence == f"{(right + 1) / (fired + 2):.3f}", rule


def test_a_family_is_the_sum_of_its_rules() -> None:
    for family in {rule.partition(".")[0] for rule in TABLE}:
        members = [TABLE[rule] for rule in TABLE if rule.startswith(f"{family}.")]
        assert TABLE[family][:2] == (
            sum(fired for fired, _, _ in members),
            sum(right for _, right, _ in members),
        )


def test_the_figures_are_of_this_reader() -> None:
    measured = measure_rules.measure()
    assert {rule.partition(".")[0] for rule in measured} <= set(TABLE), "run make rules"
    far = [
        f"{rule}: {right} of {fired}, the table has {TABLE[rule][1]} of {TABLE[rule][0]}"
        for rule, (fired, right) in measured.items()
        if rule in TABLE and min(fired, TABLE[rule][0]) >= OFTEN
        if abs(right / fired - TABLE[rule][1] / TABLE[rule][0]) > DRIFT
    ]
    assert not far, "\n".join(["run make rules", *far])


def test_a_rule_has_its_own_figure_or_that_of_its_family(figures: dict[str, Measured]) -> None:
    figures |= {"list": Measured(10, 8, 0.75), "list.name": Measured(2, 2, 0.75 + 0.125)}
    assert rules.confidence("list.name") == 0.875
    assert rules.confidence("list.other") == 0.75
    with pytest.raises(ResourceError, match="measure it"):
        rules.confidence("verse.active")


@pytest.mark.parametrize(
    ("fired", "right", "believed"),
    [
        (ENOUGH, 0, False),
        (ENOUGH - 1, 0, True),
        (100, 49, False),
        (100, 50, True),
        (100, 100, True),
    ],
)
def test_a_rule_is_believed_until_it_is_known_to_be_wrong(
    figures: dict[str, Measured], fired: int, right: int, believed: bool
) -> None:
    figures["list.name"] = Measured(fired, right, (right + 1) / (fired + 2))
    assert rules.trusted("list.name") is believed
    assert rules.trusted("list.never-fired")


def test_half_is_the_least_to_be_believed() -> None:
    assert FLOOR >= 0.5


def _statements() -> Iterator[Statement]:
    for at, rule in enumerate(("prose.good", "prose.bad")):
        evidence = (Evidence(Span(at, at + 1), rule, 0.9),)
        yield Candidacy(Mention("person", rule), Contest("leadership"), "current", evidence)


def test_what_an_unbelieved_rule_reads_is_left_over_with_the_reason() -> None:
    kept, left = sift(_statements(), lambda rule: rule != "prose.bad")
    assert [one.evidence[0].rule for one in kept] == ["prose.good"]
    assert [(one.span, one.reason) for one in left] == [
        (Span(1, 2), "prose.bad is a rule that was wrong too often to be believed")
    ]


def test_an_article_read_by_no_believed_rule_says_nothing() -> None:
    given = document("a.txt", b"Ann Holt is backing Bob Carr in the leadership race.\n")
    look_ups = load_lexicon(), load_gazetteer()
    believed = extract(given, *look_ups, lambda _: True)
    doubted = extract(given, *look_ups, lambda _: False)
    assert believed.endorsements
    assert doubted.statements == ()
    spans = {evidence.span for one in believed.endorsements for evidence in one.evidence}
    assert spans <= {leftover.span for leftover in doubted.leftovers}
