"""Readers of single plain values, and their faults (单个数据项的读入).

A reader returns the value, or raises ``InvalidFactsError`` with a path that begins below the
value; :func:`read_each` joins the paths for several values.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any, Final, TypeVar

import attrs

from gansu_reemployment.dates import read_date
from gansu_reemployment.errors import Fault, GansuError, InvalidFactsError, InvalidIdentityError
from gansu_reemployment.fact_model.fields import KIND_NAMES
from gansu_reemployment.i18n import Choice, Message, _
from gansu_reemployment.identity import IdentityNumber, mask
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Region, find_region

T = TypeVar("T")
#: Reads a plain value.
Reader = Callable[[Any], Any]

_DECIMAL: Final = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")
_RATIO: Final = re.compile(rf"{_DECIMAL.pattern}|-?[0-9]{{1,30}}/0*[1-9][0-9]{{0,29}}")
_SHOWN: Final = 40


def wrong(text: str, **values: Any) -> InvalidFactsError:
    """Build the error of a fault in the value itself."""
    return InvalidFactsError([Fault.at("", text, **values)])


def shown(value: Any) -> str:
    """Format a value for a fault: masked and shortened."""
    try:
        text = mask(str(value))
    except (ValueError, RecursionError):
        # A number of thousands of digits, or lists within lists, have no text.
        text = type(value).__name__
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def not_a(kind: str, value: Any) -> InvalidFactsError:
    """Build the error of a value that is not of the *kind*, a marked name."""
    if value is None:
        return wrong(_("a value is needed"))
    text = _("the float {value!s} is not exact; it must be {kind}")
    text = text if isinstance(value, float) else _("{value!r} is not {kind}")
    return wrong(text, value=shown(value), kind=Message(kind))


def join(path: str, below: str) -> str:
    """Join two parts of a path, such as ``taxes`` and ``business_tax`` or ``[0].year``."""
    return f"{path}{'.' if path and below and below[0] != '[' else ''}{below}"


def read_each(parts: Iterable[tuple[str, Reader, Any]]) -> tuple[list[Any], list[Fault]]:
    """Read each part (path, reader, value); return the values read, and all faults."""
    values, faults = [], []
    for path, reader, value in parts:
        try:
            values.append(reader(value))
        except InvalidFactsError as error:
            values.append(attrs.NOTHING)
            faults += [attrs.evolve(f, path=join(path, f.path)) for f in error.faults]
    return values, faults


def _read_plain(kind: type[Any], value: Any) -> Any:
    if isinstance(value, kind) and isinstance(value, bool) is (kind is bool):
        return value
    raise not_a(_YES_NO_NAME if kind is bool else KIND_NAMES[kind], value)


def _read_amount(value: Any) -> Yuan:
    if isinstance(value, Yuan):
        return value
    if type(value) is int:
        text = _("{value} may be yuan or fen: write an amount of yuan as text, as in '{right}'")
        raise wrong(text, value=shown(value), right=f"{shown(value)}.00")
    if not isinstance(value, (str, Decimal)):
        raise not_a(_AMOUNT_NAME, value)
    return _with_own_fault(Yuan, value)


def _read_day(value: Any) -> date:
    if isinstance(value, str):
        return _with_own_fault(read_date, value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise not_a(_DAY_NAME, value)


def _with_own_fault(read: Callable[[Any], T], value: Any) -> T:
    """Read by a function of the library, whose errors mask identity numbers."""
    try:
        return read(value)
    except GansuError as error:
        raise InvalidFactsError([Fault("", error.message)]) from None


def _read_number(kind: type[Any], spelling: re.Pattern[str], name: str, value: Any) -> Any:
    ready = isinstance(value, kind | Decimal) and not (
        isinstance(value, Decimal) and not value.is_finite()
    )
    written = isinstance(value, str) and spelling.fullmatch(value)
    if ready or written or type(value) is int:
        return kind(value)
    raise not_a(name, value)


def _read_identity(value: Any) -> IdentityNumber:
    if isinstance(value, IdentityNumber):
        return value
    try:
        return IdentityNumber.read(value)
    except InvalidIdentityError as error:
        raise InvalidFactsError(attrs.evolve(fault, path="") for fault in error.faults) from None


def _read_region(value: Any) -> Region:
    if isinstance(value, Region):
        return value
    if not isinstance(value, str):
        raise not_a(_REGION_NAME, value)
    return _with_own_fault(find_region, value)


def read_choice(kind: type[Choice], value: Any) -> Choice:
    """Read a member of the choice *kind* by its code, Chinese term or name."""
    if isinstance(value, kind):
        return value
    if value is None:
        raise not_a("", value)
    try:
        return kind.read(value)
    except (TypeError, ValueError):
        known = tuple(member.code for member in kind)
        text = _("{value!r} is none of {known}")
        raise wrong(text, value=shown(value), known=known) from None


_AMOUNT_NAME: Final = _("an amount in yuan, such as Yuan('20000') or '20000.00'")
_DAY_NAME: Final = _("a date, such as date(2003, 7, 1) or '2003-07-01'")
_REGION_NAME: Final = _("a region, such as find_region('天水市'), its name or its code")
_YES_NO_NAME: Final = _("yes or no, written as true or false")
_RATIO_NAME: Final = _("an exact ratio, written as '58/100' or '0.58'")
_DECIMAL_NAME: Final = _("an exact number, written as '0.58'")
#: The reader and the writer of each type.
SINGLE: Final[Mapping[type[Any], tuple[Reader, Callable[[Any], Any]]]] = {
    str: (partial(_read_plain, str), str),
    int: (partial(_read_plain, int), int),
    bool: (partial(_read_plain, bool), bool),
    date: (_read_day, date.isoformat),
    Yuan: (_read_amount, str),
    Fraction: (partial(_read_number, Fraction, _RATIO, _RATIO_NAME), str),
    Decimal: (partial(_read_number, Decimal, _DECIMAL, _DECIMAL_NAME), lambda n: f"{n:f}"),
    IdentityNumber: (_read_identity, lambda number: number.whole),
    Region: (_read_region, lambda region: region.id),
}
