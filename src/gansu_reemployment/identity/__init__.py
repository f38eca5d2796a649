"""Resident identity numbers (居民身份号码), of 15 and of 18 digits.

The public security organs assign each citizen one number for life: six digits for the county, the
birth date, a sequence code that is odd for men and even for women, and since GB 11643-1999 a check
character. Under GB 11643-1989 the year had two digits and there was no check character.

A number is never shown in full: ``repr``, ``str`` and every error mask it; only
:attr:`IdentityNumber.whole` returns it in full.

>>> number = IdentityNumber.read("620502630701123")
>>> number
IdentityNumber('6205*********23')
>>> number.born_on, number.sex.en
(datetime.date(1963, 7, 1), 'male')
>>> number.upgraded()
IdentityNumber('6205************34')
>>> number == number.upgraded()
True
>>> mask("refused: 620502630701123, too young")
'refused: 6205*********23, too young'
"""

import re
from datetime import date
from operator import mul
from typing import Final, Self

from attrs import field, frozen

from gansu_reemployment.errors import Fault, InvalidIdentityError
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.identity.masking import mask as mask
from gansu_reemployment.identity.masking import mask_all
from gansu_reemployment.identity.masking import masked as masked


class Sex(Choice):
    """The sex entered in the register (性别)."""

    FEMALE = "女", "female"
    MALE = "男", "male"


_SHAPE: Final = re.compile(r"[1-9][0-9]{14}(?:[0-9]{2}[0-9X])?")
_FIRST17: Final = re.compile(r"[0-9]{17}")
_HALF_WIDTH: Final = str.maketrans("０１２３４５６７８９Ｘ", "0123456789X")
#: ISO 7064 mod 11-2: the weight of each of the first 17 digits, and the check characters.
_WEIGHTS: Final = tuple(2**place % 11 for place in range(17, 0, -1))
_CHECKS: Final = "10X98765432"
#: The excess of the weighted sum when it is taken over ASCII codes.
_ASCII_EXCESS: Final = ord("0") * sum(_WEIGHTS)
#: Sequence codes that the 15-digit form reserved for people aged a hundred or more.
_CENTENARIANS: Final = frozenset({"996", "997", "998", "999"})
_YEARS: Final = range(1800, 2101)
_PATH: Final = "identity"


def _checked(text: object) -> str:
    """Return the number in plain ASCII, by a short path, for it runs once per row of a register."""
    if not isinstance(text, str):
        raise InvalidIdentityError([_not_text(text)])
    number = text.strip().upper()
    if not number.isascii():
        number = number.translate(_HALF_WIDTH)
    if _SHAPE.fullmatch(number) is None:
        raise InvalidIdentityError([_misshapen(number)])
    if not (_birth_is_right(number) and _check_is_right(number)):
        raise InvalidIdentityError(_faults(number))
    return number


@frozen(eq=False, repr=False)
class IdentityNumber:
    """A resident identity number (居民身份号码) that is well formed.

    A 15-digit number equals its upgrade to 18 digits. It is not checked whether the county existed
    in the year of birth.

    Raises:
        InvalidIdentityError: with every fault; the number is shown masked.
    """

    _number: str = field(converter=_checked)

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a number from text; spaces around it, full-width digits and ``x`` are accepted.

        Raises:
            InvalidIdentityError: not text, the wrong length, an impossible birth date or a wrong
                check character; all faults at once, the number masked.
        """
        return cls(text)

    @property
    def whole(self) -> str:
        """The full number as it was read: for the bureau's own files, never for a log."""
        return self._number

    @property
    def masked(self) -> str:
        """The number, masked except for the first four and the last two characters."""
        return mask_all(self._number)

    @property
    def generation(self) -> int:
        """The length of the number: 15 or 18 characters."""
        return len(self._number)

    @property
    def region_code(self) -> str:
        """The six digits of the county that issued the number (行政区划代码)."""
        return self._number[:6]

    @property
    def born_on(self) -> date:
        """The birth date (出生日期); :meth:`upgraded` states the century of a 15-digit number."""
        return date.fromisoformat(_birth(self._number))

    @property
    def sex(self) -> Sex:
        """The sex (性别), from the last digit of the sequence code."""
        return Sex.MALE if int(_sequence(self._number)) % 2 else Sex.FEMALE

    def upgraded(self) -> Self:
        """Return the 18-digit form (升位); an 18-digit number is returned unchanged.

        The year begins with 19, or with 18 for the sequence codes 996 to 999, which were
        reserved for people aged a hundred or more (assumed).
        """
        return self if self.generation == 18 else type(self)(_upgrade(self._number))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, IdentityNumber):
            return NotImplemented
        return _upgrade(self._number) == _upgrade(other._number)

    def __hash__(self) -> int:
        return hash(_upgrade(self._number))

    def __repr__(self) -> str:
        # A traceback may show a number whose text was refused.
        number = getattr(self, "_number", "")
        return f"{type(self).__name__}({mask_all(number)!r})"

    def __str__(self) -> str:
        return self.masked


def check_digit(first17: str) -> str:
    """Compute the check character, 0 to 9 or X, of the first 17 digits (校验码).

    The method is ISO 7064 mod 11-2, as adopted by GB 11643-1999.

    Raises:
        InvalidIdentityError: *first17* is not 17 digits.
    """
    if not isinstance(first17, str) or _FIRST17.fullmatch(first17) is None:
        fault = Fault.at(_PATH, _("A check character is computed from 17 digits in text."))
        raise InvalidIdentityError([fault])
    return _check(first17)


def _check(first17: str) -> str:
    # map stops at the 17th weight, so a number of 18 characters may be passed too.
    return _CHECKS[(sum(map(mul, _WEIGHTS, first17.encode())) - _ASCII_EXCESS) % 11]


def _sequence(number: str) -> str:
    return number[14:17] if len(number) == 18 else number[12:]


def _birth(number: str) -> str:
    if len(number) == 18:
        return number[6:14]
    return ("18" if _sequence(number) in _CENTENARIANS else "19") + number[6:12]


def _upgrade(number: str) -> str:
    if len(number) == 18:
        return number
    first17 = number[:6] + _birth(number) + _sequence(number)
    return first17 + _check(first17)


def _birth_is_right(number: str) -> bool:
    try:
        return date.fromisoformat(_birth(number)).year in _YEARS
    except ValueError:
        return False


def _check_is_right(number: str) -> bool:
    return len(number) == 15 or _check(number) == number[17]


def _faults(number: str) -> list[Fault]:
    faults = []
    if not _birth_is_right(number):
        text = _("{masked}: the birth date must be a day of the years {first} to {last}")
        values = {"first": _YEARS[0], "last": _YEARS[-1]}
        faults.append(Fault.at(_PATH, text, masked=mask_all(number), **values))
    if not _check_is_right(number):
        text = _(
            "{masked}: the check character does not match; the other 17 characters require {right}"
        )
        faults.append(Fault.at(_PATH, text, masked=mask_all(number), right=_check(number)))
    return faults


def _misshapen(number: str) -> Fault:
    return Fault.at(
        _PATH,
        _("{masked}: 15 digits, or 17 digits and a digit or X are needed, not {length} characters"),
        masked=mask_all(number),
        length=len(number),
    )


def _not_text(value: object) -> Fault:
    if isinstance(value, (int, float)):
        return Fault.at(_PATH, _("an identity number must be text; a number has lost digits"))
    kind = type(value).__name__
    return Fault.at(_PATH, _("an identity number must be text, not {kind}"), kind=kind)
