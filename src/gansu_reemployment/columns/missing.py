"""Missing facts and rules of a column (缺项): the rows in which each is needed and unknown."""

from functools import reduce
from operator import or_
from typing import Literal

import narwhals as nw

Expr = nw.Expr


#: The rows in which each fact is missing; ``False`` if it is missing in no row.
Missing = dict[str, Expr | Literal[False]]


def either(first: Missing, second: Missing) -> Missing:
    """Join two maps of missing facts."""
    joined = dict(first)
    for name, at in second.items():
        held = joined.get(name, False)
        if held is False:
            joined[name] = at
        elif at is not False and at is not held:
            joined[name] = held | at
    return joined


def within(missing: Missing, condition: Expr) -> Missing:
    """Keep what is missing only where *condition* is true."""
    return {name: at if at is False else condition & at for name, at in missing.items()}


def is_certain(missing: Missing) -> bool:
    """Return whether every fact is known in every row."""
    return all(at is False for at in missing.values())


def any_of(conditions: list[Expr]) -> Expr:
    """Join conditions by or."""
    return reduce(or_, conditions)
