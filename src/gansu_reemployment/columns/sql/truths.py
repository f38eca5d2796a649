"""Yes and no for engines that hold 1 and 0 (真值改写): SQL Server, and Oracle before version 23.

There a comparison may only be a condition, and a column may only be a value. Each comparison that
is held as a value becomes a choice between 1 and 0, and each value that is a condition is compared
with 1. What is unknown stays unknown.
"""

from typing import Any, Final

import sqlglot.expressions as sge

_JOINING: Final = (sge.And, sge.Or)
_COMPARING: Final = (
    *(sge.EQ, sge.NEQ, sge.LT, sge.LTE, sge.GT, sge.GTE),
    *(sge.Is, sge.In, sge.Between),
)
_YES: Final = sge.Literal.number(1)
_NO: Final = sge.Literal.number(0)


def as_value(node: Any) -> Any:
    """Return an expression that may be the column of a query."""
    if isinstance(node, sge.Boolean):
        return (_YES if node.this else _NO).copy()
    if isinstance(node, sge.Paren):
        return sge.Paren(this=as_value(node.this))
    if isinstance(node, sge.Case):
        return _case(node)
    if isinstance(node, sge.Is):
        return sge.Case(ifs=[sge.If(this=as_condition(node), true=_YES.copy())], default=_NO.copy())
    if isinstance(node, (*_JOINING, *_COMPARING, sge.Not)):
        yes = sge.If(this=as_condition(node), true=_YES.copy())
        no = sge.If(this=sge.Not(this=sge.Paren(this=as_condition(node))), true=_NO.copy())
        return sge.Case(ifs=[yes, no])
    return _with_values(node)


def as_condition(node: Any) -> Any:
    """Return an expression that may follow ``WHEN``."""
    if isinstance(node, sge.Paren):
        return sge.Paren(this=as_condition(node.this))
    if isinstance(node, sge.Not):
        return sge.Not(this=as_condition(node.this))
    if isinstance(node, _JOINING):
        left, right = as_condition(node.this), as_condition(node.expression)
        return type(node)(this=left, expression=right)
    if isinstance(node, _COMPARING):
        return _with_values(node)
    return sge.EQ(this=sge.Paren(this=as_value(node)), expression=_YES.copy())


def _case(node: sge.Case) -> Any:
    ifs = [
        sge.If(this=as_condition(each.this), true=as_value(each.args["true"]))
        for each in node.args["ifs"]
    ]
    default = node.args.get("default")
    return sge.Case(ifs=ifs, default=None if default is None else as_value(default))


def _with_values(node: Any) -> Any:
    """Return a node whose parts are values."""
    if not isinstance(node, sge.Expression) or isinstance(node, sge.Column | sge.DataType):
        return node
    parts = {name: _part(held) for name, held in node.args.items()}
    return type(node)(**parts)


def _part(held: Any) -> Any:
    if isinstance(held, list):
        return [as_value(one) for one in held]
    return as_value(held) if isinstance(held, sge.Expression) else held
