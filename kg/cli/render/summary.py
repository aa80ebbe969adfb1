"""What a build did, for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.cli.render.table import json_text
from kg.plain import clean, clean_lines

if TYPE_CHECKING:
    from kg.pipeline import ArticleSummary, BuildResult, ListedClaim
    from kg.validate import Report


def as_text(result: BuildResult, store: str) -> str:
    """A block an article, what validation found, and what became of the graph."""
    lines: list[str] = []
    for article in result.articles:
        lines += [*_article(article), ""]
    lines += [*_findings(result.report), *_outcome(result, store)]
    return "".join(line + "\n" for line in lines)


def as_json(result: BuildResult, store: str) -> str:
    """The same as an object."""
    published = result.published
    return json_text(
        {
            "articles": [_object(article) for article in result.articles],
            "duplicates": [list(pair) for pair in result.duplicates],
            "decisions": result.decisions,
            "statements": len(result.quads),
            "submissions": [record.id for record in result.submissions],
            "doubtful": [record.id for record in result.doubtful],
            "conforms": result.report.conforms,
            "findings": [asdict(finding) for finding in result.report.findings],
            "store": store,
            "version": published.version if published else None,
            "changed": published.changed if published else False,
        }
    )


def _article(article: ArticleSummary) -> Iterator[str]:
    title = f": {clean(article.title)}" if article.title else ""
    yield f"{clean(article.name)}{title}"
    backings = ", ".join(
        f"{clean(one.candidate)} {one.count}"
        + ("" if one.polarity == "supports" else f" ({one.polarity})")
        for one in article.backings
    )
    yield f"  endorsements  {article.endorsements}" + (f": {backings}" if backings else "")
    yield f"  claims        {article.claims}"
    yield f"  roles         {article.roles}"
    yield f"  candidacies   {article.candidacies}"
    names = ", ".join(clean(name) for name in article.unresolved)
    yield f"  unresolved    {len(article.unresolved)}" + (f": {names}" if names else "")
    yield f"  leftovers     {article.leftovers}"
    for claim in article.listed_claims:
        yield f"  {_listed(claim)}"


def _listed(claim: ListedClaim) -> str:
    about = "" if claim.comparator == "exactly" else f"{claim.comparator} "
    text = f"stated {about}{claim.stated} {clean(claim.unit)}, listed {claim.listed}"
    verdict = "" if claim.agrees else "  <- these differ"
    return f"{text}: {clean(claim.candidate)}{verdict}"


def _findings(report: Report) -> Iterator[str]:
    for finding in report.findings:
        yield clean_lines(f"{finding.severity}: {finding.message}")


def _outcome(result: BuildResult, store: str) -> Iterator[str]:
    if result.decisions:
        yield f"{result.decisions} match decision{'s' if result.decisions > 1 else ''} applied"
    size = f"{len(result.quads)} statements"
    if result.submissions:
        count = len(result.submissions)
        size += f", with those of {count} submission{'' if count == 1 else 's'},"
    if not result.report.conforms:
        yield f"{size} do not conform to the shapes; nothing was published"
        for record in result.doubtful:
            yield clean(
                f"submission {record.id} ({record.file}, by {record.by}) speaks of what breaks a "
                f"rule; to build without it: kg retract {record.id}"
            )
    elif result.published is None:
        yield f"{size} conform to the shapes; memory: keeps nothing"
    else:
        how = "published to" if result.published.changed else "already served by"
        yield f"{size} conform to the shapes and are {how} {clean(store)}"


def _object(article: ArticleSummary) -> dict[str, object]:
    made = asdict(article)
    claims = [asdict(one) | {"agrees": one.agrees} for one in article.listed_claims]
    return made | {"endorsements": article.endorsements, "listed_claims": claims}
