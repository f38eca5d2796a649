"""The values allowed in a cell of an official table (单元格), and their formatting."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from gansu_reemployment.i18n import Message, _, show
from gansu_reemployment.money import Yuan

#: The characters that XML does not have, so that no program would open the file.
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: The most digits of a number before and after its point.
_MOST_DIGITS: Final = 1_000
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
    return text_of(cell, locale)


def text_of(item: Any, locale: str) -> str:
    """Return a text in *locale*, with a mark for each character that no file may have."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", show(item, locale))


def rounded(number: Fraction, decimals: int) -> Decimal:
    """Return *number* rounded half up to *decimals* places."""
    scaled = abs(number) * 10**decimals
    digits = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(f"{'-' if number < 0 else ''}{digits}E-{decimals}")


def problem(cell: Any) -> Message | None:
    """Return the problem of a cell, or ``None``."""
    if isinstance(cell, float):
        return Message(_("a float is not exact; use a whole number, Decimal, Yuan or Fraction"))
    if isinstance(cell, Decimal) and not cell.is_finite():
        return Message(_("not a number"))
    if is_number(cell) and _is_huge(cell):
        return Message(_("longer than the {most} digits of a number"), {"most": _MOST_DIGITS})
    if isinstance(cell, str) and len(cell) > _LONGEST:
        return Message(_("longer than the {most} characters of a cell"), {"most": _LONGEST})
    return None


def _is_huge(cell: Any) -> bool:
    if isinstance(cell, Decimal):
        *_sign, digits, exponent = cell.as_tuple()
        return max(len(digits), abs(int(exponent))) > _MOST_DIGITS
    # An amount has few digits itself.
    return not isinstance(cell, Yuan) and bool(abs(cell) >= 10**_MOST_DIGITS)


def column_letters(index: int) -> str:
    """Return the letters of a column of a spreadsheet, counted from zero: A to Z, then AA."""
    above, last = divmod(index, 26)
    return (column_letters(above - 1) if above else "") + chr(ord("A") + last)


def as_tuple(items: Iterable[Any]) -> tuple[Any, ...]:
    """Return the items of a field as a tuple; the type itself would hide theirs from mypy."""
    return tuple(items)
