"""Cells (单元格): read one cell of a register as the type of its fact.

A blank cell is unknown, never no and never zero. Digits may be full-width. A number in a
spreadsheet is read as the digits that it shows; an identity number must be text.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, partial
from typing import Any, Final

from gansu_reemployment.dates import from_excel_serial, read_date
from gansu_reemployment.errors import RegisterError
from gansu_reemployment.fact_model import KIND_NAMES
from gansu_reemployment.i18n import Choice, Message, _
from gansu_reemployment.identity import IdentityNumber, mask
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Region, find_region

#: Reads a cell; a blank one is ``None``.
Reader = Callable[[Any], Any]

#: The answers of a cell, in lower case.
YES_NO: Final[Mapping[str, bool]] = {
    **dict.fromkeys(("是", "有", "yes", "1", "true"), True),
    **dict.fromkeys(("否", "无", "no", "0", "false"), False),
}
#: The days 1927-05-18 to 2012-12-31. A number above them may also be 63301, that is 1963-03-01
#: with a two-digit year, which is not guessed; one below has four digits, like a bare year.
_SERIALS: Final = range(10_000, 41_275)
_SERIAL: Final = re.compile(r"[0-9]{5}")
_WHOLE: Final = re.compile(r"-?[0-9]{1,15}")
_GROUPED: Final = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?")
_AMOUNT: Final = re.compile(r"-?[0-9]{1,14}(?:\.[0-9]{1,6})?")
_PERCENT: Final = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)%")
_RATIO: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}|/[1-9][0-9]{0,8})?")
#: How many yuan each unit is that a register may state for its money.
UNITS: Final[Mapping[str, Decimal]] = {
    "元": Decimal(1),
    "分": Decimal("0.01"),
    "千元": Decimal(1_000),
    "万元": Decimal(10_000),
    "yuan": Decimal(1),
    "fen": Decimal("0.01"),
}
_SCIENTIFIC: Final = re.compile(r"[0-9.]+[Ee][+]?[0-9]+")
#: The full-width forms of all printable ASCII characters.
_HALF_WIDTH: Final = {code + 0xFEE0: code for code in range(0x21, 0x7F)}
#: Above this number a float has lost digits.
_EXACT: Final = 2**53
_SHOWN: Final = 20
#: The number of different cells of a column whose values are cached.
_REPEATED: Final = 4096


def plain(cell: Any) -> Any:
    """Return a cell without spaces and the apostrophe that marks text; ``None`` if it is blank.

    Raises:
        RegisterError: the cell has bytes that are not text in the file's encoding.
    """
    if not isinstance(cell, str):
        return cell
    text = cell.strip()
    if text[:1] == "'":
        text = text[1:].strip()
    if "\ufffd" in text:
        raise RegisterError(_("the cell has bytes that are not text in the encoding of the file"))
    return text or None


def reader(kind: type[Any], heading: str = "", unit: str = "") -> Reader | None:
    """Return the reader of a cell as *kind*; ``None`` if a single cell cannot hold it.

    *unit* is that of a column of money, if the register states one.
    """
    choice = isinstance(kind, type) and issubclass(kind, Choice)
    read = partial(read_choice, kind) if choice else _READERS.get(kind)
    if kind is Yuan:
        read = partial(read_yuan, heading=heading, unit=unit)
    if read is None:
        return None

    def read_cell(cell: Any) -> Any:
        bare = plain(cell)
        return None if bare is None else read(bare)

    # Answers, terms and days recur; names and numbers do not.
    repeated = kind not in (str, IdentityNumber)
    return lru_cache(_REPEATED, typed=True)(read_cell) if repeated else read_cell


def read_text(cell: Any) -> str:
    """Read a text; a whole number in a spreadsheet is read as its digits."""
    return cell if isinstance(cell, str) else _numeral(cell, str)


def read_yes_no(cell: Any) -> bool:
    """Read 是, 有, yes, 1, true or 否, 无, no, 0, false, in any case and width."""
    if isinstance(cell, bool):
        return cell
    answer = YES_NO.get(_numeral(cell, bool).lower())
    if answer is None:
        raise _not_a(cell, bool)
    return answer


def read_whole(cell: Any) -> int:
    """Read a whole number of up to 15 digits."""
    text = _numeral(cell, int)
    if _WHOLE.fullmatch(text) is None:
        raise _not_a(cell, int)
    return int(text)


def read_day(cell: Any) -> date:
    """Read a date: any that :func:`~.dates.read_date` reads, a date cell or a serial number.

    A bare number of five digits is a spreadsheet's serial number of the 1900 date system if it
    is a day from 1927-05-18 to 2012-12-31, also in CSV. Other numbers are not guessed.
    """
    if isinstance(cell, datetime):
        return _midnight(cell)
    if isinstance(cell, date):
        return cell
    text = _numeral(cell, date)
    if _SERIAL.fullmatch(text) and int(text) in _SERIALS:
        return from_excel_serial(int(text))
    return read_date(text)


def read_yuan(cell: Any, heading: str = "", unit: str = "") -> Yuan:
    """Read an amount, with or without thousands separators, in the *unit* of its column.

    Without a unit an amount of yuan has decimals or ends with 元, as a whole number may be of fen.

    Raises:
        RegisterError: the unit of a whole number is not known.
        AmountError: the cell is not an amount, or finer than a fen.
    """
    text = _numeral(cell, Yuan)
    bare = text.removesuffix("元")
    unit = "元" if bare != text or isinstance(cell, Decimal) else unit
    digits = bare.replace(",", "") if _GROUPED.fullmatch(bare) else bare
    if UNITS.get(unit, 1) != 1 and _AMOUNT.fullmatch(digits):
        return Yuan(Decimal(digits) * UNITS[unit])
    amount = Yuan(digits)
    if unit or "." in digits or not amount.fen:
        return amount
    raise RegisterError(
        _("{cell} may be yuan or fen: write {right}, or the unit into the heading: {headed}"),
        cell=_shown(cell),
        right=str(amount),
        headed=f"{heading}（元）",
    )


def read_ratio(cell: Any) -> Fraction:
    """Read an exact ratio: 0.8, 80% or 4/5."""
    text = _numeral(cell, Fraction)
    if percent := _PERCENT.fullmatch(text):
        return Fraction(percent[1]) / 100
    if _RATIO.fullmatch(text) is None:
        raise _not_a(cell, Fraction)
    return Fraction(text)


def read_choice(kind: type[Choice], cell: Any) -> Choice:
    """Read a member of *kind* by its Chinese term, code or name."""
    try:
        return kind.read(read_text(cell))
    except ValueError:
        text = _("{cell} is none of {choices}")
        choices = tuple(member.value for member in kind)
        raise RegisterError(text, cell=_shown(cell), choices=choices) from None


def read_region(cell: Any) -> Region:
    """Read a region by any of its names or codes."""
    return find_region(read_text(cell))


def read_identity(cell: Any) -> IdentityNumber:
    """Read an identity number, which must be text."""
    if isinstance(cell, str) and _SCIENTIFIC.fullmatch(cell):
        raise RegisterError(
            _("a spreadsheet has turned the identity number into a number and lost its last digits")
        )
    return IdentityNumber.read(cell)


def _numeral(cell: Any, kind: type[Any]) -> str:
    """Return text in half width, or the digits that a number in a spreadsheet shows."""
    if isinstance(cell, str):
        return cell if cell.isascii() else cell.translate(_HALF_WIDTH)
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return str(int(cell))
    if isinstance(cell, float) and abs(cell) < _EXACT:
        return format(Decimal(repr(cell)), "f")
    if isinstance(cell, (int, Decimal)) and not isinstance(cell, bool):
        return f"{Decimal(cell).normalize():f}"
    raise _not_a(cell, kind)


def _midnight(moment: datetime) -> date:
    if moment.time() != time():
        raise RegisterError(_("{cell} has a time of day; a date is needed"), cell=str(moment))
    return moment.date()


def _not_a(cell: Any, kind: type[Any]) -> RegisterError:
    wanted = Message(KIND_NAMES[kind])
    return RegisterError(_("{cell} is not {kind}"), cell=_shown(cell), kind=wanted)


def _shown(cell: Any) -> str:
    """Format a cell for a fault: short, and with anything like an identity number masked."""
    text = mask(str(cell))
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


_READERS: Final[Mapping[type[Any], Reader]] = {
    str: read_text,
    bool: read_yes_no,
    int: read_whole,
    date: read_day,
    Yuan: read_yuan,
    Fraction: read_ratio,
    IdentityNumber: read_identity,
    Region: read_region,
}
