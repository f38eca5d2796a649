"""Amounts of money (金额): exact to the fen, ordered, never a float, and written in capitals.

An amount is a whole number of fen (分); a hundred fen are one yuan (元). Nothing is rounded unless
the name of a method says so, and then half up: a half is rounded away from zero.

The capitals of vouchers (人民币大写) follow the basic rules for filling in bills and settlement
vouchers (正确填写票据和结算凭证的基本规定), the annex of the Measures for Payment and Settlement
(支付结算办法) of the People's Bank of China (中国人民银行).

>>> from fractions import Fraction
>>> wage = Yuan("1234.50")
>>> wage.share(Fraction(20, 100)) + Yuan(100)
Yuan('346.90')
>>> print(Yuan("1680.32").capitals())
人民币壹仟陆佰捌拾元零叁角贰分
"""

import re
from collections.abc import Callable
from decimal import Context, Decimal, Inexact, InvalidOperation
from fractions import Fraction
from functools import partial
from typing import Final, NoReturn, final

from attrs.exceptions import FrozenInstanceError

from gansu_reemployment.errors import AmountError, FloatRefusedError
from gansu_reemployment.i18n import Message, _, show_money

#: Most digits before the point: one fewer than the shorter identity number has, so an identity
#: number in a money column is rejected and not read as an amount.
_WHOLE_DIGITS: Final = 14
_TEXT: Final = re.compile(rf"-?[0-9]{{1,{_WHOLE_DIGITS}}}(\.[0-9]{{1,2}})?")
_FEN: Final = Decimal("0.01")
_EXACT: Final = Context(prec=_WHOLE_DIGITS + 2, traps=[Inexact, InvalidOperation])

_TOO_LONG: Final = _("An amount has at most 14 digits before the point.")
_NOT_READ: Final = _(
    "{given!r} is not an amount: write up to 14 plain digits and at most two decimals, "
    "as in 1234.50."
)

_CAPITALS: Final = "零壹贰叁肆伍陆柒捌玖"
_PLACES: Final = ("仟", "佰", "拾", "")


@final
class Yuan:
    """An immutable amount of money in yuan (元), kept as whole fen in *fen*.

    Text is digits with an optional minus and one or two decimals (``"1234.5"``), an int is
    whole yuan; at most 14 digits before the point are accepted. Amounts are added to and compared
    with amounts only, and multiplied by whole numbers only. ``sum(amounts, Yuan(0))`` of no
    amounts is zero yuan. The form in JSON is ``str(amount)``.

    Raises:
        FloatRefusedError: the amount is a float.
        AmountError: the amount is a bool or of another type, is written in another form, is not a
            number, is too long, or is finer than a fen.
    """

    __slots__ = ("fen",)

    fen: int

    def __init__(self, amount: str | int | Decimal) -> None:
        _put_fen(self, _read(amount))

    @staticmethod
    def from_fen(fen: int) -> "Yuan":
        """Build an amount from whole *fen* (分), of any size.

        Raises:
            FloatRefusedError: *fen* is a float.
            AmountError: *fen* is not a whole number.
        """
        return _of(_whole(fen, _("whole fen")))

    @property
    def decimal(self) -> Decimal:
        """The amount in yuan with two decimals."""
        return Decimal(str(self))

    def share(self, ratio: Fraction | int) -> "Yuan":
        """Return *ratio* of the amount, rounded half up to the fen (四舍五入到分).

        A half is rounded away from zero, also below zero: half of one fen is one fen, half of
        minus one fen is minus one fen.

        Raises:
            FloatRefusedError: *ratio* is a float.
            AmountError: *ratio* is neither a Fraction nor a whole number.
        """
        if isinstance(ratio, Fraction):
            numerator, denominator = ratio.as_integer_ratio()
            return _of(_half_up(self.fen * numerator, denominator))
        return _of(self.fen * _whole(ratio, _("a Fraction or a whole number")))

    def round_to_yuan(self) -> "Yuan":
        """Round half up to whole yuan (四舍五入到元), a half away from zero."""
        return _of(_half_up(self.fen, 100) * 100)

    def over(self, other: "Yuan") -> Fraction:
        """Return the exact ratio of this amount to *other*.

        Raises:
            AmountError: *other* is zero yuan or not an amount.
        """
        if not isinstance(other, Yuan) or not other.fen:
            raise AmountError(_("A ratio is taken to an amount of money other than zero yuan."))
        return Fraction(self.fen, other.fen)

    def show(self, locale: str) -> str:
        """Format the amount for a reader of *locale*: ``1,234.50元`` or ``1,234.50 yuan``."""
        return show_money(self.fen, locale)

    def capitals(self) -> str:
        """Format the amount in the capitals of vouchers (人民币大写).

        Where the rules leave a choice: 元, not 圆; 整 also after 角; 零 after 元 where the yuan
        digit is zero and the jiao digit is not (壹拾元零伍角整); no 零 where the digit of 万 or 亿
        is zero and the next is not (壹拾万柒仟元整). The rules are silent on amounts below one
        yuan: 元 is omitted, except for zero, which is 人民币零元整.

        Raises:
            AmountError: the amount is negative, or 1,000,000,000,000 yuan (壹万亿元) or more.
        """
        if not 0 <= self.fen < 100 * 10**12:
            text = _("Capitals are for zero to below 1,000,000,000,000 yuan, not {amount}.")
            raise AmountError(text, amount=self)
        yuan, below = divmod(self.fen, 100)
        if not below:
            return f"人民币{_capital_yuan(yuan) or '零'}元整"
        whole = f"{_capital_yuan(yuan)}元" if yuan else ""
        zero = "零" if yuan and (below < 10 or yuan % 10 == 0) else ""
        return f"人民币{whole}{zero}{_capital_below(below)}"

    def __add__(self, other: "Yuan") -> "Yuan":
        return _of(self.fen + other.fen) if isinstance(other, Yuan) else NotImplemented

    def __radd__(self, other: int) -> "Yuan":
        # sum() begins with the int 0; other numbers are not amounts.
        return self if type(other) is int and other == 0 else NotImplemented

    def __sub__(self, other: "Yuan") -> "Yuan":
        return _of(self.fen - other.fen) if isinstance(other, Yuan) else NotImplemented

    def __mul__(self, times: int) -> "Yuan":
        if isinstance(times, int) and not isinstance(times, bool):
            return _of(self.fen * times)
        return NotImplemented

    __rmul__ = __mul__

    def __neg__(self) -> "Yuan":
        return _of(-self.fen)

    def __abs__(self) -> "Yuan":
        return _of(abs(self.fen))

    def __bool__(self) -> bool:
        return self.fen != 0

    def __eq__(self, other: object) -> bool:
        return self.fen == other.fen if isinstance(other, Yuan) else NotImplemented

    def __lt__(self, other: "Yuan") -> bool:
        return self.fen < other.fen if isinstance(other, Yuan) else NotImplemented

    def __le__(self, other: "Yuan") -> bool:
        return self.fen <= other.fen if isinstance(other, Yuan) else NotImplemented

    def __gt__(self, other: "Yuan") -> bool:
        return self.fen > other.fen if isinstance(other, Yuan) else NotImplemented

    def __ge__(self, other: "Yuan") -> bool:
        return self.fen >= other.fen if isinstance(other, Yuan) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.fen)

    def __str__(self) -> str:
        yuan, fen = divmod(abs(self.fen), 100)
        return f"{'-' if self.fen < 0 else ''}{yuan}.{fen:02d}"

    def __repr__(self) -> str:
        return f"Yuan('{self}')"

    def __format__(self, spec: str) -> str:
        if spec:
            text = _(
                "There is no format {spec!r} of an amount; str writes {plain!s}, show {shown!s}."
            )
            raise AmountError(text, spec=spec, plain=str(self), shown=self.show("en"))
        return str(self)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError

    def __reduce__(self) -> tuple[Callable[[int], "Yuan"], tuple[int]]:
        return Yuan.from_fen, (self.fen,)


# Every sum makes an amount: a partial makes one in less time than a call that looks its parts
# up, and the slot sets the value past __setattr__, in less time than object.__setattr__.
_new: Final[Callable[[], Yuan]] = partial(object.__new__, Yuan)
_put_fen: Final[Callable[[Yuan, int], None]] = Yuan.__dict__["fen"].__set__


def _of(fen: int) -> Yuan:
    amount = _new()
    _put_fen(amount, fen)
    return amount


def _half_up(numerator: int, denominator: int) -> int:
    if numerator < 0:
        return -_half_up(-numerator, denominator)
    return (2 * numerator + denominator) // (2 * denominator)


def _read(amount: str | int | Decimal) -> int:
    if isinstance(amount, str):
        return _read_text(amount)
    if isinstance(amount, Decimal):
        return _read_decimal(amount)
    yuan = _whole(amount, _("text such as '123.45', whole yuan or a Decimal"))
    if abs(yuan) >= 10**_WHOLE_DIGITS:
        raise AmountError(_TOO_LONG)
    return yuan * 100


def _read_text(text: str) -> int:
    if not _TEXT.fullmatch(text):
        # The text may be an identity number, which an error never shows in full.
        given = text if len(text) <= _WHOLE_DIGITS else f"{text[:6]}…"
        raise AmountError(_NOT_READ, given=given)
    whole, _point, decimals = text.partition(".")
    return int(whole + decimals.ljust(2, "0"))


def _read_decimal(number: Decimal) -> int:
    if not number.is_finite():
        raise AmountError(_("{number} is not an amount of money."), number=number)
    try:
        return int(number.quantize(_FEN, context=_EXACT).scaleb(2, context=_EXACT))
    except Inexact:
        raise AmountError(_("The amount is finer than a fen: round it first.")) from None
    except InvalidOperation:
        raise AmountError(_TOO_LONG) from None


def _whole(number: int, right: str) -> int:
    if isinstance(number, int) and not isinstance(number, bool):
        return number
    if isinstance(number, float):
        raise FloatRefusedError(_("A float is not exact: use {right}."), right=Message(right))
    kind = type(number).__name__
    raise AmountError(_("{kind} is not accepted: use {right}."), kind=kind, right=Message(right))


def _capital_yuan(yuan: int) -> str:
    """Format whole yuan by groups of four digits; each inner run of zeros is one 零."""
    groups = ((yuan // 10**8, "亿"), (yuan // 10**4 % 10**4, "万"), (yuan % 10**4, ""))
    text = "".join(f"{_capital_group(group)}{unit}" if group else "零" for group, unit in groups)
    return "零".join(part for part in text.split("零") if part)


def _capital_group(group: int) -> str:
    digits = zip(f"{group:04d}", _PLACES, strict=True)
    text = "".join(
        _CAPITALS[int(digit)] + place if digit != "0" else "零" for digit, place in digits
    )
    return text.rstrip("零")


def _capital_below(below: int) -> str:
    jiao, fen = divmod(below, 10)
    return (f"{_CAPITALS[jiao]}角" if jiao else "") + (f"{_CAPITALS[fen]}分" if fen else "整")


#: Nothing to pay or to receive: an amount that is known.
ZERO: Final = Yuan(0)
