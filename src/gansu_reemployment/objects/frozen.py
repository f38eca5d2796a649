"""Immutable tables (不可变表), for results and facts that are frozen throughout.

>>> shares = immutable({"兰州市": {"新增就业": 3}})
>>> shares["兰州市"]["新增就业"], shares == {"兰州市": {"新增就业": 3}}
(3, True)
>>> shares["天水市"] = {}
Traceback (most recent call last):
TypeError: 'FrozenMapping' object does not support item assignment
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

K = TypeVar("K")
V_co = TypeVar("V_co", covariant=True)


class FrozenMapping(Mapping[K, V_co]):
    """A mapping that cannot be changed; hashable where its values are, and equal to any mapping."""

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[K, V_co] | Iterable[tuple[K, V_co]] = ()) -> None:
        self._items = dict(items)

    def __getitem__(self, key: K) -> V_co:
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return repr(self._items)


def immutable(value: Any) -> Any:
    """Return a mapping, and every mapping among its values, frozen; any other value unchanged."""
    if isinstance(value, Mapping):
        return FrozenMapping({key: immutable(item) for key, item in value.items()})
    return value
