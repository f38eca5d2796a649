"""Numbers that remember how they were computed (算式), for the arithmetic of an explanation.

A traced number equals the plain one and computes the same; what is computed from it remembers the
operator and both operands.

>>> monthly = traced(Yuan("120.00"))
>>> total = monthly * 3
>>> total, formatted(total, "en")
(Yuan('360.00'), '= 120.00 yuan × 3')
"""

import operator
from collections.abc import Callable
from fractions import Fraction
from functools import reduce
from typing import Any, Final

from gansu_reemployment.i18n import show
from gansu_reemployment.money import Yuan

#: An operator and its operands.
How = tuple[str, tuple[Any, ...]]

#: How tightly each operator binds; a number by itself binds most.
_BINDS: Final = {"+": 1, "−": 1, "×": 2, "÷": 2}
_NUMBER: Final = 3
_EXACTLY: Final[dict[str, Callable[[Fraction, Fraction], Fraction]]] = {
    "+": operator.add,
    "−": operator.sub,
    "×": operator.mul,
    "÷": operator.truediv,
}
_OPERATORS: Final = {
    "__add__": "+",
    "__sub__": "−",
    "__mul__": "×",
    "__truediv__": "÷",
    "share": "×",
    "over": "÷",
}
_REFLECTED: Final = {"__radd__": "+", "__rsub__": "−", "__rmul__": "×", "__rtruediv__": "÷"}
#: A longer expression explains nothing.
_LONGEST: Final = 120
#: An expression with more numbers is longer than that.
_MOST: Final = 30


# The only subclass of an amount, for explanations alone.
class _TracedYuan(Yuan):  # type: ignore[misc]
    __slots__ = ("how",)


class _TracedInt(int):
    how: How | None


class _TracedFraction(Fraction):
    how: How | None


def traced(value: Any, how: How | None = None) -> Any:
    """Return a number that remembers *how* it was computed; any other value as it is."""
    kind = next((one for one in _TRACED if isinstance(value, one)), None)
    if kind is None or isinstance(value, bool):
        return value
    made = _amount(value.fen) if kind is Yuan else _TRACED[kind](value)
    # Past the amount's own setter, which refuses.
    object.__setattr__(made, "how", how)
    return made


def _amount(fen: int) -> _TracedYuan:
    amount = object.__new__(_TracedYuan)
    object.__setattr__(amount, "fen", fen)
    return amount


def plain(value: Any) -> Any:
    """Return the number without its history."""
    kind = next((one for one in _TRACED if type(value) is _TRACED[one]), None)
    if kind is None:
        return value
    return Yuan.from_fen(value.fen) if kind is Yuan else kind(value)


def formatted(value: Any, locale: str) -> str | None:
    """Return how a number was computed, after ``=`` or, where it was rounded, after ``≈``.

    ``None`` if it was not computed, or if the text would be too long.
    """
    if _how(value) is None or not _is_short(value):
        return None
    text, _binds = _expression(value, locale)
    sign = "=" if _exact(value) == _units(plain(value)) else "≈"
    return f"{sign} {text}" if len(text) <= _LONGEST else None


def _is_short(value: Any) -> bool:
    """Return whether an expression has few numbers; the last one of a schedule has billions."""
    left, numbers = [value], 0
    while left and numbers <= _MOST:
        how = _how(left.pop())
        numbers += how is None
        left += how[1] if how else ()
    return numbers <= _MOST


def _exact(value: Any) -> Fraction:
    """Return the value of an expression without any rounding."""
    how = _how(value)
    if how is None:
        return _units(plain(value))
    sign, operands = how
    return reduce(_EXACTLY[sign], map(_exact, operands))


def _units(value: Any) -> Fraction:
    return Fraction(value.fen, 100) if isinstance(value, Yuan) else Fraction(value)


def added(parts: tuple[Any, ...]) -> How | None:
    """Return how a sum of *parts* was computed: from those that are not zero."""
    counted = tuple(part for part in parts if part)
    if len(counted) == 1:
        return _how(counted[0])
    return ("+", counted) if counted else None


def _how(value: Any) -> How | None:
    found: How | None = getattr(value, "how", None)
    return found


def _expression(value: Any, locale: str) -> tuple[str, int]:
    """Return the text of an expression, and how tightly its outermost operator binds."""
    how = _how(value)
    if how is None:
        return show(plain(value), locale), _NUMBER
    sign, operands = how
    binds = _BINDS[sign]
    first, *others = operands
    # On the right of − and ÷ an operator that binds as tightly needs brackets as well.
    loose = binds + (sign in "−÷")
    texts = [_bracketed(first, binds, locale), *(_bracketed(o, loose, locale) for o in others)]
    return f" {sign} ".join(texts), binds


def _bracketed(value: Any, binds: int, locale: str) -> str:
    text, own = _expression(value, locale)
    return f"({text})" if own < binds else text


def _operation(kind: type[Any], name: str, sign: str) -> Callable[[Any, Any], Any]:
    plainly = getattr(kind, name)

    def run(self: Any, other: Any) -> Any:
        found = plainly(self, other)
        return found if found is NotImplemented else traced(found, _shortest(sign, self, other))

    return run


def _reflected(kind: type[Any], name: str, sign: str) -> Callable[[Any, Any], Any]:
    """Return the operation whose left operand is a plain number."""
    straight, turned = getattr(kind, name.replace("__r", "__")), getattr(kind, name, None)

    def run(self: Any, other: Any) -> Any:
        if isinstance(other, kind):
            found = straight(other, self)
        else:
            found = turned(self, other) if turned else NotImplemented
        return found if found is NotImplemented else traced(found, _shortest(sign, other, self))

    return run


def _shortest(sign: str, first: Any, second: Any) -> How | None:
    """Return how a number was computed, without operands that change nothing."""
    if (sign in "+−" and not second) or (sign in "×÷" and _is_one(second)):
        return _how(first)
    if (sign == "+" and not first) or (sign == "×" and _is_one(first)):
        return _how(second)
    unit = _how(second)
    if sign == "×" and unit and unit[0] == "÷" and _is_one(unit[1][0]):
        return "÷", (first, unit[1][1])
    return sign, (first, second)


def _is_one(value: Any) -> bool:
    """Return whether a value is the number one; the ratio 100 % is said."""
    return isinstance(value, int) and value == 1


_TRACED: Final[dict[type[Any], type[Any]]] = {
    Yuan: _TracedYuan,
    Fraction: _TracedFraction,
    int: _TracedInt,
}
for _plain_kind, _kind in _TRACED.items():
    for _name, _sign in _OPERATORS.items():
        if hasattr(_plain_kind, _name):
            setattr(_kind, _name, _operation(_plain_kind, _name, _sign))
    for _name, _sign in _REFLECTED.items():
        if hasattr(_plain_kind, _name.replace("__r", "__")):
            setattr(_kind, _name, _reflected(_plain_kind, _name, _sign))
