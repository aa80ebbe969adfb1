"""The classes and what joins them, as one drawing (SVG)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape

from docs.making.terms import anchor, compact
from kg.vocab import FOAF, KGO, OA, ORG

Place = tuple[int, int]
_WIDTH, _HEIGHT, _ACROSS, _DOWN = 168, 40, 270, 110
_MARGIN = 10
# Column and row of each class.
PLACES: Mapping[str, Place] = {
    KGO.SourceArticle: (0, 0),
    KGO.Evidence: (1, 0),
    KGO.EndorsementClaim: (2, 0),
    ORG.Membership: (0, 1),
    KGO.Endorsement: (1, 1),
    KGO.Candidacy: (2, 1),
    KGO.Area: (0, 2),
    FOAF.Agent: (1, 2),
    KGO.Contest: (2, 2),
}
# Classes of other vocabularies, in the words of kg.
_WORDS = {ORG.Membership: "office", FOAF.Agent: "person or body"}
# What is drawn: property, from, to. Those of kg agree with their domains and ranges, where they
# have them; a test looks.
EDGES = (
    (OA.hasSource, KGO.Evidence, KGO.SourceArticle),
    (KGO.evidence, KGO.Endorsement, KGO.Evidence),
    (KGO.evidence, KGO.EndorsementClaim, KGO.Evidence),
    (KGO.enumerates, KGO.EndorsementClaim, KGO.Endorsement),
    (KGO.regarding, KGO.EndorsementClaim, KGO.Candidacy),
    (KGO.inCapacity, KGO.Endorsement, ORG.Membership),
    (KGO.endorses, KGO.Endorsement, KGO.Candidacy),
    (KGO.endorser, KGO.Endorsement, FOAF.Agent),
    (KGO.candidate, KGO.Candidacy, FOAF.Agent),
    (KGO.contest, KGO.Candidacy, KGO.Contest),
    (KGO.represents, ORG.Membership, KGO.Area),
    (ORG.member, ORG.Membership, FOAF.Agent),
)


def svg(label: Callable[[str], str]) -> str:
    """The drawing; ``label`` gives the words for a class."""
    width = 2 * _MARGIN + 2 * _ACROSS + _WIDTH
    height = 2 * _MARGIN + 2 * _DOWN + _HEIGHT
    lines = [
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-labelledby="drawing">',
        '<title id="drawing">How the classes hang together</title>',
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" '
        'markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>',
        *_edges(),
        *_boxes(label),
        "</svg>",
    ]
    return "\n".join(lines)


def _boxes(label: Callable[[str], str]) -> Iterator[str]:
    for iri, place in PLACES.items():
        x, y = _middle(place)
        name = escape(_WORDS.get(iri) or label(iri))
        yield (
            f'<a href="#{anchor(iri)}"><rect x="{x - _WIDTH / 2:g}" y="{y - _HEIGHT / 2:g}" '
            f'width="{_WIDTH}" height="{_HEIGHT}" rx="6"/>'
            f'<text class="box" x="{x:g}" y="{y - 1:g}">{name}</text>'
            f'<text class="iri" x="{x:g}" y="{y + 13:g}">{escape(compact(iri))}</text></a>'
        )


def _edges() -> Iterator[str]:
    for iri, one, other in EDGES:
        (x1, y1), (x2, y2) = _ends(_middle(PLACES[one]), _middle(PLACES[other]))
        x, y = (x1 + x2) / 2, (y1 + y2) / 2 - 4
        yield f'<path class="edge" d="M{x1:g} {y1:g}L{x2:g} {y2:g}" marker-end="url(#tip)"/>'
        yield (
            f'<a href="#{anchor(iri)}"><text class="edge" x="{x:g}" y="{y:g}">'
            f"{escape(compact(iri).removeprefix('kgo:'))}</text></a>"
        )


def _middle(place: Place) -> tuple[float, float]:
    column, row = place
    return (
        _MARGIN + _WIDTH / 2 + column * _ACROSS,
        _MARGIN + _HEIGHT / 2 + row * _DOWN,
    )


def _ends(
    one: tuple[float, float], other: tuple[float, float]
) -> tuple[tuple[float, float], tuple[float, float]]:
    """From border to border of two boxes."""
    return _border(one, other), _border(other, one)


def _border(box: tuple[float, float], towards: tuple[float, float]) -> tuple[float, float]:
    """Where the line between the middles leaves a box."""
    across, down = towards[0] - box[0], towards[1] - box[1]
    share = min(
        _WIDTH / 2 / abs(across) if across else 1,
        _HEIGHT / 2 / abs(down) if down else 1,
    )
    return round(box[0] + share * across, 1), round(box[1] + share * down, 1)
