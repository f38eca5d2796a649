"""The values allowed in a cell of an official table (单元格), and their formatting."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Any, Final

from gansu_reemployment.i18n import Message, _, show
from gansu_reemployment.money import Yuan

#: The longest text that a cell of a spreadsheet holds.
_LONGEST: Final = 32_767


def is_number(cell: Any) -> bool:
    """Return whether a cell is a number, an amount or a ratio."""
    return isinstance(cell, (int, Decimal, Fraction, Yuan)) and not isinstance(cell, bool)


def add_up(cells: Sequence[Any]) -> Any:
    """Return the sum of the numbers of a column, ``None`` if there are none."""
    known = [cell for cell in cells if cell is not None]
    return sum(known[1:], start=known[0]) if known else None


def cell_text(cell: Any, locale: str, decimals: int = 1) -> str:
    """Format a cell for a reader of *locale*, without its unit; *decimals* are a percentage's."""
    if cell is None:
        return ""
    if isinstance(cell, Yuan):
        return f"{cell.decimal:,}"
    if isinstance(cell, Fraction):
        return f"{rounded(cell * 100, decimals):f}%"
    if is_number(cell):
        return f"{cell:,}"
    return show(cell, locale)


def rounded(number: Fraction, decimals: int) -> Decimal:
    """Return *number* rounded half up to *decimals* places."""
    with localcontext(prec=50):
        exact = Decimal(number.numerator) / number.denominator
        return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def problem(cell: Any) -> Message | None:
    """Return the problem of a cell, or ``None``."""
    if isinstance(cell, float):
        return Message(_("a float is not exact; use a whole number, Decimal, Yuan or Fraction"))
    if isinstance(cell, Decimal) and not cell.is_finite():
        return Message(_("not a number"))
    if isinstance(cell, str) and len(cell) > _LONGEST:
        return Message(_("longer than the {most} characters of a cell"), {"most": _LONGEST})
    return None
