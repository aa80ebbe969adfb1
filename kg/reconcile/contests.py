"""Which contests the statements of an article are about."""

from __future__ import annotations

from collections.abc import Iterable

from kg.iris import slug
from kg.model import Contest, RoleHeld, Statement


def contest_key(contest: Contest) -> str:
    """Body, office and year, of those that are known: ``labour-leadership-2015``.

    A contest of which no body is known is the article's own: ``mayor-2018--doc-`` and its key.
    """
    year = str(contest.year) if contest.year else None
    key = "-".join(slug(part) for part in (contest.body, contest.office, year) if part)
    return key if contest.body or not contest.article else f"{key}--doc-{contest.article}"


def contest_keys(statements: Iterable[Statement]) -> dict[Contest, str]:
    """Each contest of the statements with its key."""
    contests = (one.contest for one in statements if not isinstance(one, RoleHeld))
    return {contest: contest_key(contest) for contest in contests}
