"""Numbers of a spreadsheet (单元格数字): their form, and which of them it keeps exactly."""

from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from gansu_reemployment.money import Yuan
from gansu_reemployment.sheets.sheet import Column

#: The digits of a number that a spreadsheet keeps; a longer number is written as text.
_EXACT_DIGITS: Final = 15


def number_format(cell: Any, column: Column) -> str:
    """Return the form in which a spreadsheet shows a number."""
    # The underscore adds the space of one character between the number and the line.
    if isinstance(cell, Fraction):
        return f"{_with_decimals('0', column.decimals)}%_ "
    if isinstance(cell, Yuan):
        return "#,##0.00_ "
    exponent = int(cell.as_tuple().exponent) if isinstance(cell, Decimal) else 0
    return f"{_with_decimals('#,##0', -exponent)}_ "


def _with_decimals(whole: str, decimals: int) -> str:
    return f"{whole}.{'0' * decimals}" if decimals > 0 else whole


def units(cell: Any) -> Any:
    """Return a cell as a number that XlsxWriter writes exactly."""
    if isinstance(cell, Yuan):
        return cell.decimal
    if isinstance(cell, Fraction):
        return Decimal(cell.numerator) / cell.denominator
    return cell


def fits(cell: Any) -> bool:
    """Return whether a spreadsheet keeps all digits of a number."""
    if isinstance(cell, Fraction):
        return True
    return len(Decimal(units(cell)).as_tuple().digits) <= _EXACT_DIGITS
