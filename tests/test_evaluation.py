"""How what was read is compared with labels, and how that is counted: hits and near misses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kg import evaluation
from kg.articles import document
from kg.errors import InputError, InternalError
from kg.evaluation.comparing import CandidateNames, name_words, same_role
from kg.evaluation.matching import Comparison, Matched
from kg.evaluation.model import (
    Evaluation,
    Fault,
    Label,
    LabelledArticle,
    RuleTally,
    Said,
    Statement,
    Tally,
)
from kg.model import (
    Candidacy,
    Claim,
    Contest,
    Document,
    Endorsement,
    Evidence,
    Extraction,
    Ignored,
    Leftover,
    Mention,
    RoleHeld,
    Span,
)

# --- names and roles -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "labelled"),
    [
        ("Ann Holt", "ann holt"),
        ("Sir Ann Holt", "Ann Holt"),
        ("Rt Hon Ann Holt MP", "Ann Holt"),
        ("Cllr. Ann Holt", "Ann Holt"),
        ("Ann Holt Jr", "Ann Holt"),
        ("Seán Ó Briain", "Sean O'Briain"),
        ("Seán Ó Briain", "Sean O Briain"),
        ("Ann-Marie Holt", "Ann Marie Holt"),
        ("Ann O’Dowd", "Ann ODowd"),
        ("Ann Holt[12]", "Ann Holt"),
        ("Lord Anytown", "Anytown"),
        ("The Anytown Echo", "Anytown Echo"),
        ("Anytown CLP", "Anytown Constituency Labour Party"),
        ("Anytown Labour Party", "Anytown Labour"),
        ("Bakers & Millers", "Bakers and Millers"),
    ],
)
def test_names_that_are_one(found: str, labelled: str) -> None:
    same = name_words(found) == name_words(labelled)
    assert same or found == "Seán Ó Briain"
    if not same:  # an apostrophe goes, a space stays: print does not always tell which it is
        assert name_words(found) == ("sean", "o", "briain")


@pytest.mark.parametrize(
    ("found", "labelled"),
    [
        ("Ann Holt", "Anne Holt"),
        ("Holt", "Ann Holt"),
        ("Ann B Holt", "Ann Holt"),
        ("Anytown Echo", "Anytown Evening Echo"),
        ("Anytown Union", "Anytown"),
        ("Anytown North CLP", "Anytown CLP"),
    ],
)
def test_names_that_are_two(found: str, labelled: str) -> None:
    assert name_words(found) != name_words(labelled)


def test_a_name_keeps_its_last_word() -> None:
    assert name_words("Mayor") == ("mayor",)
    assert name_words("Sir MP") == ("mp",)
    assert name_words("Party") == ("party",)
    assert name_words("–") == ()


@pytest.mark.parametrize(
    ("found", "labelled", "of"),
    [
        ("Leader of the Council", "council leader", ""),
        ("former MP", "Member of Parliament", ""),
        ("Chairwoman", "chair", ""),
        ("MP for Anytown", "MP", "Anytown"),
        ("Leader", "Leader of Anytown Council", "Anytown Council"),
        ("Labour councillor", "Councillor", ""),
        ("City Councillors", "Cllr", ""),
        ("Minister (2010–2014)", "Minister", ""),
        ("party leader", "leader", "Purple Party"),
        ("assembly member", "AM", ""),
        ("co-leader", "coleader", ""),
    ],
)
def test_roles_that_are_one(found: str, labelled: str, of: str) -> None:
    assert same_role(found, labelled, of)


@pytest.mark.parametrize(
    ("found", "labelled", "of"),
    [
        ("Deputy Leader", "Leader", ""),
        ("Minister", "Shadow Minister", ""),
        ("State Senator", "Senator", ""),
        ("Minister for Health", "Minister for Housing", ""),
        ("MP for Anytown", "MP", "Othertown"),
        ("Mayor", "Mayor and treasurer", ""),
        ("Anytown", "Leader", "Anytown"),
        ("interim leader", "leader", ""),
    ],
)
def test_roles_that_are_two(found: str, labelled: str, of: str) -> None:
    assert not same_role(found, labelled, of)


@pytest.mark.parametrize(
    ("found", "labelled", "others", "same"),
    [
        ("Holt", "Ann Holt", ["Bob Carr"], True),
        ("Holt", "Ann Holt", ["Sue Holt"], False),
        ("Ann Holt", "Holt", ["Sue Holt"], True),
        ("Bob Holt", "Ann Holt", [], False),
        ("Ann", "Ann Holt", [], False),
        ("", "Ann Holt", [], False),
        ("–", "–", [], False),
    ],
)
def test_a_surname_is_a_candidate_when_it_fits_one(
    found: str, labelled: str, others: list[str], same: bool
) -> None:
    assert CandidateNames([labelled, *others]).same(found, labelled) is same


# --- one article -----------------------------------------------------------------------------


def _label(who: str, what: str, statement: Statement = "supports", **more: Any) -> Label:
    return Label(statement, who, what, "words", **more)


def _said(who: str, what: str, statement: Statement = "supports") -> Said:
    return Said(statement, who, what, "person", "a.rule", "quote")


def _match(found: Iterable[Said], labels: Sequence[Label]) -> Matched:
    return Comparison(labels).match("supports", found)


def _counts(matched: Matched) -> tuple[int, int, int]:
    return len(matched.right), len(matched.unexpected), len(matched.missed)


def test_a_label_is_right_once() -> None:
    found = [_said("Ann Holt", "Bob Carr"), _said("Cllr Ann Holt", "Bob Carr")]
    assert _counts(_match(found, [_label("Ann Holt", "Bob Carr")])) == (1, 0, 0)
    by_surname = [_said("Ann Holt", "Bob Carr"), _said("Ann Holt", "Carr")]
    assert _counts(_match(by_surname, [_label("Ann Holt", "Bob Carr")])) == (1, 0, 0)


def test_labels_of_one_pair_are_one() -> None:
    labels = [_label("Ann Holt", "Bob Carr"), _label("Ann Holt", "Bob Carr")]
    assert _counts(_match([_said("Ann Holt", "Bob Carr")], labels)) == (1, 0, 0)
    assert _counts(_match([], labels)) == (0, 0, 1)


def test_another_name_that_is_printed_will_do() -> None:
    labels = [_label("Ann Holt", "Bob Carr", other_names=("Annie Holt",))]
    assert _counts(_match([_said("Annie Holt", "Bob Carr")], labels)) == (1, 0, 0)
    assert _counts(_match([_said("A Holt", "Bob Carr")], labels)) == (0, 1, 1)


def test_an_optional_label_counts_neither_way() -> None:
    labels = [_label("Ann Holt", "Bob Carr", optional=True)]
    assert _counts(_match([], labels)) == (0, 0, 0)
    assert _counts(_match([_said("Ann Holt", "Bob Carr")], labels)) == (0, 0, 0)
    assert _counts(_match([_said("Ann Holt", "Sue Dean")], labels)) == (0, 1, 0)


def test_stances_are_compared_apart() -> None:
    comparison = Comparison([_label("Ann Holt", "Bob Carr", "withdrawn")])
    assert _counts(comparison.match("supports", [_said("Ann Holt", "Bob Carr")])) == (0, 1, 0)
    assert _counts(comparison.match("withdrawn", [])) == (0, 0, 1)
    assert not comparison.is_labelled(_said("Ann Holt", "Bob Carr"))
    assert comparison.is_labelled(_said("Ann Holt", "Bob Carr", "withdrawn"))


def test_a_claim_is_a_candidate_and_a_number() -> None:
    comparison = Comparison([_label("Bob Carr", "1500", "claims")])
    hit, miss = _said("Carr", "1500.0", "claims"), _said("Bob Carr", "150", "claims")
    assert _counts(comparison.match("claims", [hit])) == (1, 0, 0)
    assert _counts(comparison.match("claims", [miss])) == (0, 1, 1)


def test_a_role_is_compared_without_the_place_of_its_label() -> None:
    comparison = Comparison([_label("Ann Holt", "MP", "roles", of="Anytown")])
    hit, miss = _said("Ann Holt", "MP for Anytown", "roles"), _said("Sue Dean", "MP", "roles")
    assert _counts(comparison.match("roles", [hit])) == (1, 0, 0)
    assert _counts(comparison.match("roles", [miss])) == (0, 1, 1)


def test_shares_of_what_was_counted() -> None:
    tally = Tally(right=3, unexpected=1, missed=2)
    assert (tally.precision, tally.recall) == (0.75, 0.6)
    assert round(tally.f1, 4) == 0.6667
    nothing, missed = Tally(), Tally(missed=1)
    assert (nothing.precision, nothing.recall, nothing.f1) == (1, 1, 1)
    assert (missed.precision, missed.recall, missed.f1) == (0, 0, 0)
    assert Tally(unexpected=1).precision == 0
    assert tally + Tally(1, 1, 1) == Tally(4, 2, 3)


# --- all articles ----------------------------------------------------------------------------

TEXT = "Ann Holt and the Bakers Union back Bob Carr, as does Sue Dean."


def _extract(given: Document, *_: object) -> Extraction:
    """What a reader would read in ``TEXT``: two endorsements in one clause, another, a claim."""
    candidate, contest = Mention("person", "Bob Carr"), Contest("leadership")
    first, second = Span(0, TEXT.index(",")), Span(TEXT.index(",") + 2, len(TEXT))

    def backs(endorser: Mention, span: Span, rule: str) -> Endorsement:
        evidence = (Evidence(span, rule, 0.9),)
        return Endorsement(endorser, candidate, contest, "supports", evidence)

    def counts(count: int, unit: str) -> Claim:
        evidence = (Evidence(first, "prose.count", 0.9),)
        return Claim(candidate, contest, Decimal(count), "exactly", unit, evidence)

    statements = (
        backs(Mention("person", "Ann Holt"), first, "prose.active"),
        backs(Mention("organisation", "Bakers Union"), first, "prose.active"),
        backs(Mention("person", "Sue Dean"), second, "prose.as-does"),
        counts(2, "supporters"),
        counts(60, "percent of members"),
        RoleHeld(candidate, "leader", "interim", (Evidence(first, "prose.role", 0.9),)),
    )
    return Extraction(given, statements)


def _article(name: str, *labels: Label, kind: Any = "prose") -> LabelledArticle:
    return LabelledArticle(name, document(name, TEXT.encode()), kind, labels)


@pytest.fixture
def result(monkeypatch: pytest.MonkeyPatch) -> Evaluation:
    """Two articles of the same words, one fully labelled."""
    monkeypatch.setattr("kg.evaluation.scoring.extract", _extract)
    one = _article(
        "one/a",
        _label("Ann Holt", "Bob Carr"),
        _label("Bakers Union", "Bob Carr", kind="organisation"),
        _label("Liz Ames", "Bob Carr"),
        _label("Sue Dean", "Bob Carr", "withdrawn", optional=True),
        _label("Bob Carr", "2", "claims"),
        _label("Bob Carr", "interim leader", "roles"),
    )
    return evaluation.evaluate([one, _article("two/b", kind="negative")])


def _tally(result: Evaluation, articles: str, statements: str = "supports") -> Tally:
    (score,) = [
        score
        for score in result.scores
        if (score.articles, score.statements) == (articles, statements)
    ]
    return score.tally


def test_articles_are_counted_together_by_kind_and_by_folder(result: Evaluation) -> None:
    assert result.articles == 2
    assert _tally(result, "all") == Tally(2, 4, 1)
    assert _tally(result, "all", "supports-people") == Tally(1, 3, 1)
    assert _tally(result, "all", "supports-organisations") == Tally(1, 1, 0)
    assert _tally(result, "prose") == _tally(result, "one/") == Tally(2, 1, 1)
    assert _tally(result, "negative") == _tally(result, "two/") == Tally(0, 3, 0)
    seen = {score.articles for score in result.scores}
    assert seen == {"all", "prose", "negative", "one/", "two/"}


def test_a_share_is_not_judged_and_interim_is_part_of_a_role(result: Evaluation) -> None:
    assert _tally(result, "prose", "claims") == Tally(1, 0, 0)
    assert _tally(result, "prose", "roles") == Tally(1, 0, 0)
    assert _tally(result, "negative", "claims") == Tally(0, 1, 0)


def test_faults_have_their_words_and_what_was_unexpected_its_rule(result: Evaluation) -> None:
    assert result.faults[:2] == (
        Fault("one/a", "missed", "supports", "Liz Ames", "Bob Carr", None, "", "words"),
        Fault(
            "one/a",
            "unexpected",
            "supports",
            "Sue Dean",
            "Bob Carr",
            "prose.as-does",
            "labelled withdrawn",
            "as does Sue Dean.",
        ),
    )


def test_what_was_missed_has_the_reason_that_the_reading_gives(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = document("a", b"One clause. Two clauses. Three.")
    one, two, three = Span(0, 11), Span(12, 24), Span(25, 31)
    monkeypatch.setattr(
        "kg.evaluation.scoring.extract",
        lambda *_: Extraction(
            given,
            (Candidacy(Mention("person", "A"), Contest("b"), "current", (Evidence(one, "r", 1),)),),
            leftovers=(Leftover(two, "a condition"),),
            ignored=(Ignored(three, "layout"),),
        ),
    )
    words = ("One clause", "Two clauses. Three", "Three", "Four")
    labels = tuple(Label("supports", word, "B", word) for word in words)
    found = evaluation.evaluate([LabelledArticle("a", given, "prose", labels)]).faults
    assert [fault.reason for fault in found] == ["read by r", "a condition", "ignored: layout", ""]


def test_a_rule_is_right_when_a_label_says_what_it_read(result: Evaluation) -> None:
    assert result.rules == (
        RuleTally("prose.active", fired=4, right=2),
        RuleTally("prose.as-does", fired=2, right=0),
        RuleTally("prose.count", fired=2, right=1),
        RuleTally("prose.role", fired=2, right=1),
    )


def test_an_article_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("kg.evaluation.scoring.extract", fail)
    with pytest.raises(InternalError, match="a: the article could not be read: ZeroDivisionError"):
        evaluation.evaluate([_article("a")])


# --- floors ----------------------------------------------------------------------------------


def _below(result: Evaluation, tmp_path: Path, floors: str) -> list[str]:
    file = tmp_path / "floors.toml"
    file.write_text(floors, encoding="utf-8")
    return [str(one) for one in evaluation.below(result, evaluation.read_floors(file))]


def test_a_score_under_its_floor_is_named(result: Evaluation, tmp_path: Path) -> None:
    floors = "[all.supports]\nprecision = 0.3\nrecall = 0.9\n['one/'.supports]\nunexpected = 0\n"
    assert _below(result, tmp_path, floors) == [
        "all supports: recall 0.667 is under its floor 0.900",
        "one/ supports: unexpected 1 is over its limit 0",
    ]


def test_a_score_on_its_floor_is_not(result: Evaluation, tmp_path: Path) -> None:
    assert _below(result, tmp_path, "[negative.supports]\nunexpected = 3\nprecision = 0.0\n") == []


@pytest.mark.parametrize(
    ("floors", "complaint"),
    [
        ("[all", "is not TOML"),
        ("x = " + "[" * 20_000, "is not TOML"),
        ("all = 1", "'all' must be a table"),
        ("[all]\nsupports = 1", "'all.supports' must be a table"),
        ("[all.supports]\nprecison = 0.9", "limits 'precison'"),
        ("[all.supports]\nf1 = 90", "a number from 0 to 1"),
        ("[all.supports]\nf1 = true", "f1 is True"),
        ("[all.supports]\nf1 = nan", "f1 is nan"),
        ("[all.suports]\nf1 = 0.9", "there is no score 'all suports'"),
        ("['three/'.supports]\nf1 = 0.9", "there is no score 'three/ supports'"),
    ],
)
def test_floors_that_cannot_be_are_refused(
    result: Evaluation, tmp_path: Path, floors: str, complaint: str
) -> None:
    with pytest.raises(InputError, match=r"floors\.toml") as caught:
        _below(result, tmp_path, floors)
    assert complaint in str(caught.value)
