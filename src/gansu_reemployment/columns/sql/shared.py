"""Terms that a query needs several times (公共项), each computed once, in a stage before.

A plan repeats its terms wherever they are needed, as the engines of dataframes find equal terms by
themselves. The text of a query would repeat them too: some would be longer than an engine reads.
Here every result is one term over the columns that are read, equal terms are one, and what is
needed in several places has a column.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import ibis.expr.operations as ops

#: A term gets a column of its own if that saves at least this number of operations.
CHEAP: Final = 15
#: Columns by name.
Columns = Mapping[str, Any]


def staged(table: Any, names: Iterable[str]) -> Iterator[Any]:
    """Yield the stages that compute the columns *names* of *table*, each over the one before.

    There are as few of them as are needed; the first one is over the table that is read.
    """
    source, columns = _flat(table)
    wanted = {name: columns[name] for name in names}
    shared = _Shared(list(wanted.values()))
    for number in range(1, shared.height + 1):
        stage = ops.Project(source, shared.columns(source, number))
        yield stage
        source = ops.UnboundTable(f"stage_{number}", stage.schema)
    held = shared.held(source)
    yield ops.Project(source, {name: _over(held, term) for name, term in wanted.items()})


def _over(held: Mapping[Any, Any], term: Any) -> Any:
    """Return a term over the columns that a stage has."""
    return held[term] if term in held else term.replace(held, filter=ops.Value)


def _flat(table: Any) -> tuple[Any, Columns]:
    """Return the table that is read, and every column of *table* as one term over it."""
    if isinstance(table, ops.UnboundTable):
        return table, {name: ops.Field(table, name) for name in table.schema.names}
    source, before = _flat(table.parent)
    inward = {ops.Field(table.parent, name): term for name, term in before.items()}
    return source, {name: _over(inward, term) for name, term in table.values.items()}


def _parts(term: Any) -> Iterator[Any]:
    """Yield the terms that the text of a term has; what it has twice, twice."""
    for part in term.args:
        parts = part if isinstance(part, tuple) else (part,)
        yield from (each for each in parts if isinstance(each, ops.Value))
    if isinstance(term, ops.FloorDivide):
        yield term.left


def _ordered(terms: list[Any]) -> Iterator[Any]:
    """Yield every term once, after those that it is made of."""
    seen: set[Any] = set()
    left = [(term, False) for term in terms]
    while left:
        term, ready = left.pop()
        if ready:
            yield term
        elif term not in seen:
            seen.add(term)
            left.append((term, True))
            left += [(part, False) for part in _parts(term)]


class _Shared:
    """The terms that have columns: those that are read, and those that are needed often."""

    def __init__(self, wanted: list[Any]) -> None:
        self._named: dict[Any, str] = {}
        #: The stage that computes a term with a column, and the last one that reads it.
        self._stages: dict[Any, int] = {}
        self._until: dict[Any, int] = {}
        self._sizes: dict[Any, int] = {}
        self._behind: dict[Any, int] = {}
        order = list(_ordered(wanted))
        uses = Counter(part for term in order for part in _parts(term))
        for term in order:
            self._place(term, uses[term])
        self.height: int = max(self._stages.values(), default=0)
        for term in self._stages:
            self._note(_parts(term), self._stages[term])
        self._note(wanted, self.height + 1)

    def _place(self, term: Any, uses: int) -> None:
        """Name a term that is read, or that would cost more if it were repeated."""
        parts = list(_parts(term))
        size = 1 + sum(1 if part in self._named else self._sizes[part] for part in parts)
        behind = max((self._stages.get(part, self._behind[part]) for part in parts), default=0)
        self._sizes[term], self._behind[term] = size, behind
        if isinstance(term, ops.Field):
            self._named[term], self._stages[term] = term.name, 0
        elif (uses - 1) * (size - 1) >= CHEAP and not term.dtype.is_null():
            self._named[term], self._stages[term] = f"__term{len(self._named)}", behind + 1

    def _note(self, terms: Iterable[Any], stage: int) -> None:
        """Note that a stage reads the columns in *terms*."""
        left, seen = list(terms), set()
        while left:
            term = left.pop()
            if term in self._named:
                self._until[term] = max(stage, self._until.get(term, 0))
            elif term not in seen:
                seen.add(term)
                left += _parts(term)

    def held(self, source: Any) -> dict[Any, Any]:
        """Return the terms that a stage has, each as its column."""
        named = self._named.items()
        return {term: ops.Field(source, name) for term, name in named if name in source.schema}

    def columns(self, source: Any, number: int) -> Columns:
        """Return the columns of the stage of that number, which has all that is needed later."""
        held, columns = self.held(source), dict[str, Any]()
        for term, name in self._named.items():
            if self._stages[term] <= number < self._until.get(term, 0):
                columns[name] = _over(held, term)
        return columns
