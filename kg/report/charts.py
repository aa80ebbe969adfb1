"""The one file that knows Altair: figures as Vega-Lite specifications.

A chart is drawn in two widths, for a page on a desk and on a phone, since a picture that is only
made smaller has letters that nobody can read.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, replace
from typing import Any

import altair as alt

from kg.report.figures.model import Bar, Bars, Chart, Hexagons, Stacks

Spec = dict[str, Any]
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
INK, QUIET, LINE = "#1b1f24", "#5b626b", "#d9dce0"
SPARE = 0.86
"""What part of its room a name may fill, by the measures of ``FONT``: where a browser has none of
these fonts, letters are wider."""
_HEXAGON = "M0,-1L.8660254,-.5L.8660254,.5L0,1L-.8660254,.5L-.8660254,-.5Z"
_ROW = 0.8660254
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-")


@dataclass(frozen=True, slots=True)
class Size:
    """Measures in pixels: of the whole, of the names at the left, of letters and bars."""

    whole: int
    names: int
    letters: int
    step: int
    tile: float


WIDE = Size(whole=680, names=190, letters=13, step=28, tile=23.0)
NARROW = Size(whole=324, names=150, letters=12, step=28, tile=13.2)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above and below a picture that stands alone."""

    title: str
    lines: tuple[str, ...]


def specification(chart: Chart, size: Size, heading: Heading | None = None) -> Spec:
    """The Vega-Lite specification of a chart."""
    drawn = _draw(chart, size)
    if heading is not None:
        width = size.tile * 24 if isinstance(chart, Hexagons) else size.whole
        drawn = alt.vconcat(drawn).properties(
            title=alt.TitleParams(
                text=textwrap.wrap(heading.title, int(width / 10)),
                subtitle=[
                    part for line in heading.lines for part in textwrap.wrap(line, int(width / 6.4))
                ],
                anchor="start",
                fontSize=18,
                subtitleFontSize=12,
                subtitleColor=QUIET,
                subtitlePadding=6,
                offset=14,
            )
        )
    made: Spec = (
        drawn.properties(padding=14 if heading else 2, background="white")
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_concat(spacing=14)
        .to_dict()
    )
    return made


def _draw(chart: Chart, size: Size) -> Any:
    match chart:
        case Bars():
            return _bars(chart, size)
        case Stacks():
            return _stacks(chart, size)
        case Hexagons():
            return _hexagons(chart, size)


def _chart(rows: list[dict[str, Any]]) -> alt.Chart:
    """A chart with its data inside it."""
    return alt.Chart(alt.InlineData(values=rows))


def _bars(chart: Bars, size: Size) -> Any:
    longest = max(max(bar.length, bar.mark or 0) for _, bars in chart.groups for bar in bars)
    room = max(len(bar.text) for _, bars in chart.groups for bar in bars) * size.letters * 0.56
    size = _fitted(size, [bar.name for _, bars in chart.groups for bar in bars])
    width = size.whole - size.names - 24
    reach = (longest or 1) * width / max(width - room - 8, width * 0.3)
    return alt.vconcat(*(_group(title, bars, reach, width, size) for title, bars in chart.groups))


def _group(title: str, bars: tuple[Bar, ...], reach: float, width: int, size: Size) -> Any:
    rows = [
        {
            "row": at,
            "name": bar.name,
            "length": bar.length,
            "text": bar.text,
            "colour": bar.colour,
            "mark": bar.mark if bar.mark is not None else bar.length,
            "end": max(bar.length, bar.mark or 0),
        }
        for at, bar in enumerate(bars)
    ]
    base = _chart(rows).encode(y=_names([bar.name for bar in bars], size))
    length = alt.X("length:Q", scale=alt.Scale(domain=[0, reach], nice=False), axis=None)
    layers = [
        base.mark_bar(height=size.step * 0.62).encode(
            x=length, color=alt.Color("colour:N", scale=None)
        ),
        base.mark_text(align="left", dx=6, fontSize=size.letters, color=INK).encode(
            x=alt.X("end:Q", scale=alt.Scale(domain=[0, reach], nice=False), axis=None),
            text="text:N",
        ),
    ]
    if any(bar.mark is not None for bar in bars):
        layers.append(
            base.mark_tick(height=size.step * 0.86, thickness=2.5, color=INK, opacity=1).encode(
                x=alt.X("mark:Q", scale=alt.Scale(domain=[0, reach], nice=False), axis=None)
            )
        )
    drawn = alt.layer(*layers).properties(width=width, height=alt.Step(size.step))
    return drawn.properties(title=_title(title, size)) if title else drawn


def _fitted(size: Size, names: list[str]) -> Size:
    """The size with no more room for names than these need, whatever the font."""
    return replace(size, names=min(size.names, round(max(map(len, names)) * size.letters * 0.66)))


def _names(names: list[str], size: Size) -> alt.Y:
    """The names at the left, in the order given; rows are numbered, as two may have one name."""
    spoken = "[" + ",".join(_quoted(name) for name in names) + "][datum.value]"
    return alt.Y(
        "row:O",
        sort=None,
        title=None,
        axis=alt.Axis(
            labelExpr=spoken,
            labelLimit=round(size.names * SPARE),
            labelFontSize=size.letters,
            labelColor=INK,
            labelPadding=8,
            minExtent=size.names,
            maxExtent=size.names,
            domain=False,
            ticks=False,
        ),
    )


def _quoted(text: str) -> str:
    """A string of Vega's expression language: every character but plain ones by its number."""
    units = text.encode("utf-16-be")
    numbers = [int.from_bytes(units[at : at + 2], "big") for at in range(0, len(units), 2)]
    return "'" + "".join(chr(n) if chr(n) in _PLAIN else f"\\u{n:04x}" for n in numbers) + "'"


def _title(text: str, size: Size) -> alt.TitleParams:
    return alt.TitleParams(
        text=text,
        anchor="start",
        frame="bounds",
        fontSize=size.letters,
        color=QUIET,
        limit=size.whole - 10,
        offset=6,
    )


def _stacks(chart: Stacks, size: Size) -> Any:
    size = _fitted(size, [name for name, _ in chart.bars])
    width = size.whole - size.names - 24
    rows = [
        {"row": at, "part": part, "length": length, "order": place}
        for at, (_, lengths) in enumerate(chart.bars)
        for place, ((part, _), length) in enumerate(zip(chart.key, lengths, strict=True))
        if length
    ]
    sums = [
        {"row": at, "length": sum(lengths), "text": f"{sum(lengths):,.0f}"}
        for at, (_, lengths) in enumerate(chart.bars)
    ]
    most = max(float(str(row["length"])) for row in sums) or 1
    reach = most * width / (width - 6 * size.letters * 0.6)
    x = alt.X("length:Q", scale=alt.Scale(domain=[0, reach], nice=False), axis=None, stack="zero")
    names = _names([name for name, _ in chart.bars], size)
    bars = (
        _chart(rows)
        .mark_bar(height=size.step * 0.62, stroke="white", strokeWidth=1)
        .encode(x=x, y=names, color=_key(chart.key, size, width), order="order:Q")
    )
    ends = (
        _chart(sums)
        .mark_text(align="left", dx=6, fontSize=size.letters, color=INK)
        .encode(
            x=alt.X("length:Q", scale=alt.Scale(domain=[0, reach]), axis=None),
            y=names,
            text="text:N",
        )
    )
    return alt.layer(bars, ends).properties(width=width, height=alt.Step(size.step))


def _key(key: tuple[tuple[str, str], ...], size: Size, room: float) -> alt.Color:
    """The colours and, over as many columns as ``room`` has space for, what they stand for."""
    columns = max(1, int(room // (size.letters * 11)))
    return alt.Color(
        "part:N",
        sort=None,
        scale=alt.Scale(domain=[name for name, _ in key], range=[colour for _, colour in key]),
        legend=None
        if len(key) == 1
        else alt.Legend(
            title=None,
            orient="top",
            direction="horizontal",
            columns=columns,
            labelFontSize=size.letters,
            labelColor=INK,
            labelLimit=round((room / columns - 36) * SPARE),
            symbolType="square",
            symbolSize=120,
            symbolStrokeWidth=0,
            offset=8,
            columnPadding=18,
            rowPadding=3,
        ),
    )


def _hexagons(chart: Hexagons, size: Size) -> Any:
    wide = max(tile.column for tile in chart.tiles) + 1.5
    high = max(tile.row for tile in chart.tiles) * _ROW + 1
    rows = [
        {
            "x": tile.column + 0.5 * (tile.row % 2),
            "y": tile.row * _ROW,
            "part": chart.key[tile.part][0],
            "text": tile.text,
        }
        for tile in chart.tiles
    ]
    base = _chart(rows).encode(
        x=alt.X("x:Q", scale=alt.Scale(domain=[-0.5, wide - 0.5], nice=False), axis=None),
        y=alt.Y("y:Q", scale=alt.Scale(domain=[-0.5, high - 0.5], nice=False), axis=None),
    )
    # Vega draws a shape in a square of the root of ``size``; a hexagon of that shape is 2 high.
    hexagons = base.mark_point(
        shape=_HEXAGON, filled=True, opacity=1, size=(size.tile * 1.12) ** 2
    ).encode(color=_key(chart.key, size, size.tile * wide))
    layers = [hexagons]
    if size.tile > 18:
        layers.append(
            base.mark_text(fontSize=9.5, color="white", baseline="middle").encode(text="text:N")
        )
    return alt.layer(*layers).properties(width=size.tile * wide, height=size.tile * high)
