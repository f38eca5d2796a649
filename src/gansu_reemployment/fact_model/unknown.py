"""Unknown facts (待补事实): their type, and the value of one in a formula."""

import typing
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, ClassVar

if typing.TYPE_CHECKING:
    from typing_extensions import TypeVar

    #: The type of an unknown fact: ``None`` outside formulas, impossible within them.
    U = TypeVar("U", bound=None, default=None)
else:
    U = typing.TypeVar("U")

#: In a formula every fact has a value: ``Worker[Known]`` has no ``None``.
Known: typing.TypeAlias = typing.Never


_Operator: typing.TypeAlias = Callable[["Unknown", Any], "Unknown"]


class Unknown:
    """A value that depends on unknown facts; *names* are those facts.

    Anything computed from it is unknown too, except ``False & unknown`` and ``True | unknown``; so
    is each field of an unknown record. It has no truth value, so an ``if`` cannot mistake it for
    false.
    """

    __slots__ = ("names",)

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names: tuple[str, ...] = names

    def with_(self, *others: Any) -> "Unknown":
        """Return one unknown that names the facts of all operands."""
        names = self.names
        for other in others:
            if type(other) is Unknown and other.names != names:
                names = _joined(names, other.names)
        return self if names is self.names else Unknown(names)

    def _propagate(self, other: Any) -> "Unknown":
        if type(other) is not Unknown or other.names == self.names:
            return self
        return Unknown(_joined(self.names, other.names))

    def __and__(self, other: Any) -> Any:
        return False if other is False else self._propagate(other)

    def __or__(self, other: Any) -> Any:
        return True if other is True else self._propagate(other)

    __rand__ = __and__
    __ror__ = __or__
    __eq__: _Operator = _propagate  # type: ignore[assignment]
    __ne__: _Operator = _propagate  # type: ignore[assignment]
    __lt__: _Operator = _propagate
    __le__: _Operator = _propagate
    __gt__: _Operator = _propagate
    __ge__: _Operator = _propagate
    __add__: _Operator = _propagate
    __radd__: _Operator = _propagate
    __sub__: _Operator = _propagate
    __rsub__: _Operator = _propagate
    __mul__: _Operator = _propagate
    __rmul__: _Operator = _propagate
    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __getattr__(self, name: str) -> "Unknown":
        if name.startswith("_"):
            raise AttributeError(name)
        return self

    def __iter__(self) -> "Iterator[Unknown]":
        # An unknown list has one unknown item.
        yield self

    def __bool__(self) -> bool:
        names = ", ".join(self.names)
        message = f"an unknown fact is neither yes nor no: {names}"
        raise TypeError(message)

    def __repr__(self) -> str:
        return f"Unknown({', '.join(self.names)})"


@lru_cache(maxsize=4096)
def _joined(names: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Return each name once."""
    return tuple(dict.fromkeys(names + others))
