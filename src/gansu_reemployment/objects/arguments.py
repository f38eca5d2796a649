"""Arguments of another class (参数类别), refused with the name of the right one."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from gansu_reemployment.errors import ArgumentError
from gansu_reemployment.i18n import Message, _

T = TypeVar("T")


def need(value: object, kind: type | tuple[type, ...], call: str, right: str) -> None:
    """Check that a *call* was given an object of *kind*; *right* names it, marked for translation.

    Raises:
        ArgumentError: *value* is of another class.
    """
    if not isinstance(value, kind):
        raise _wrong(value, call, right)


def need_each(values: Iterable[T], kind: type[T], call: str, right: str) -> Iterator[T]:
    """Yield *values*; *right* names the list of them, marked for translation.

    Raises:
        ArgumentError: they are not a list, or one of them is not of *kind*.
    """
    # The letters of a text and the keys of a table are never the intended items.
    if isinstance(values, (str, Mapping)) or not isinstance(values, Iterable):
        raise _wrong(values, call, right)
    for value in values:
        need(value, kind, call, right)
        yield value


def _wrong(value: object, call: str, right: str) -> ArgumentError:
    text = _("{call!s} takes {right}, not {given!s}.")
    return ArgumentError(text, call=call, right=Message(right), given=type(value).__name__)
