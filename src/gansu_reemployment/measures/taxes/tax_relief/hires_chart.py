"""The worth of further hires, as a table and as a drawing (招用测算表、图).

The drawing shows the tax payable against the number of further hires, and its drop where 30 per
cent is reached. It is SVG written line by line, without a charting library.
"""

from html import escape
from typing import Final

from gansu_reemployment.i18n import show
from gansu_reemployment.measures.taxes.tax_relief.hires import HireStep, NeededHires
from gansu_reemployment.sheets.sheet import Column, Label, Sheet, Text

_TITLE: Final = Label("再招用人数与应纳税额", "Further hires and tax payable")
_HIRES: Final = Label("再招用人数", "Further hires")
_SHARE: Final = Label("招用比例", "Share of staff")
_RELIEF: Final = Label("减免税额", "Relief")
_PAYABLE: Final = Label("应纳税额", "Tax payable")
_YUAN: Final = Label("元", "yuan")
_FONT: Final = "font-family='SimSun, Songti SC, Noto Serif CJK SC, serif'"

#: Pixels: the drawing, and the margins around the plot.
_WIDTH: Final = 640
_HEIGHT: Final = 360
_LEFT: Final = 110
_TOP: Final = 56
_RIGHT: Final = 24
_BOTTOM: Final = 56
#: The largest number of labels below the axis.
_TICKS: Final = 12


def hires_sheet(result: NeededHires) -> Sheet:
    """Build the table, with a row for each number of further hires (招用测算表)."""
    return Sheet(
        title=_TITLE,
        unit=_YUAN,
        columns=(Column(_HIRES), Column(_SHARE), Column(_RELIEF), Column(_PAYABLE)),
        rows=[(step.hires, step.share, step.relief, step.payable) for step in result.steps],
    )


def hires_chart(result: NeededHires, locale: str = "zh_CN") -> str:
    """Format a drawing of the tax payable against the number of further hires (招用测算图)."""
    points = [_place(step, result.steps) for step in result.steps]
    line = " ".join(f"{x},{y}" for x, y in points)
    parts = [
        _text(_WIDTH // 2, 28, _TITLE, locale, "middle"),
        _axes(),
        f"<polyline points='{line}' fill='none' stroke='#1f5f8b' stroke-width='2'/>",
        *(f"<circle cx='{x}' cy='{y}' r='3' fill='#1f5f8b'/>" for x, y in points),
        *_drop(points),
        *_amounts(result.steps, locale),
        *_numbers(result.steps, locale),
    ]
    head = (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{_WIDTH}' height='{_HEIGHT}' "
        f"viewBox='0 0 {_WIDTH} {_HEIGHT}' role='img' {_FONT} font-size='14'>"
    )
    return "\n".join([head, f"<title>{escape(show(_TITLE, locale))}</title>", *parts, "</svg>\n"])


def _place(step: HireStep, steps: tuple[HireStep, ...]) -> tuple[int, int]:
    """Compute the pixel of a step; the highest tax payable is at the top."""
    most = max(other.payable.fen for other in steps) or 1
    x = _LEFT + (_WIDTH - _LEFT - _RIGHT) * step.hires // max(steps[-1].hires, 1)
    y = _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * step.payable.fen // most
    return x, y


def _axes() -> str:
    bottom = _HEIGHT - _BOTTOM
    path = f"M{_LEFT} {_TOP - 8}V{bottom}H{_WIDTH - _RIGHT + 8}"
    return f"<path d='{path}' fill='none' stroke='#111111'/>"


def _drop(points: list[tuple[int, int]]) -> list[str]:
    """Mark the last step, where the relief jumps."""
    if len(points) == 1:
        return []
    (x0, y0), (x1, y1) = points[-2:]
    line = f"x1='{x0}' y1='{y0}' x2='{x1}' y2='{y1}'"
    return [f"<line {line} stroke='#b00020' stroke-width='3' stroke-dasharray='6 3'/>"]


def _amounts(steps: tuple[HireStep, ...], locale: str) -> list[str]:
    """Format the tax payable now and at the last step, beside the axis."""
    ends = {step.payable: _place(step, steps)[1] for step in (steps[0], steps[-1])}
    return [_text(_LEFT - 8, y + 5, amount, locale, "end") for amount, y in ends.items()]


def _numbers(steps: tuple[HireStep, ...], locale: str) -> list[str]:
    every = -(-len(steps) // _TICKS)
    below = _HEIGHT - _BOTTOM + 20
    shown = [*steps[:-1:every], steps[-1]]
    ticks = [_text(_place(step, steps)[0], below, step.hires, locale, "middle") for step in shown]
    return [*ticks, _text((_LEFT + _WIDTH) // 2, below + 24, _HIRES, locale, "middle")]


def _text(x: int, y: int, text: Text, locale: str, anchor: str) -> str:
    words = escape(show(text, locale))
    return f"<text x='{x}' y='{y}' text-anchor='{anchor}'>{words}</text>"
