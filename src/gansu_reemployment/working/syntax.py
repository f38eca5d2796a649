"""Queries on Python's syntax tree for the translation of formulas (句法).

>>> body = ast.parse("share = rate * months; total = share + fee").body
>>> assigned(*body), sorted(needed(body, set()))
(['share', 'total'], ['fee', 'months', 'rate'])
"""

import ast
import linecache
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from functools import lru_cache
from typing import Any, Final, cast

Choice = ast.If | ast.Match
_COMPREHENSIONS: Final = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_SCOPES: Final = (*_COMPREHENSIONS, ast.Lambda)


def parsed(function: Callable[..., Any]) -> ast.FunctionDef:
    """Return the syntax tree of *function*, with the line numbers of its file.

    Raises:
        OSError: the source text is not available.
    """
    code = function.__code__
    lines = linecache.getlines(code.co_filename, function.__globals__)
    node = deepcopy(_functions("".join(lines)).get(code.co_firstlineno))
    if node is None:
        raise OSError(code.co_filename)
    return cast("ast.FunctionDef", _Longhand().visit(node))


@lru_cache(maxsize=2)
def _functions(source: str) -> dict[int, ast.FunctionDef]:
    """Return the functions of a module by first line, a decorator's line included."""
    found = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    return {min([node.lineno, *(d.lineno for d in node.decorator_list)]): node for node in found}


class _Longhand(ast.NodeTransformer):
    """Rewrites ``a += b`` as ``a = a + b`` and drops annotations."""

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        """Write the operation out."""
        if not isinstance(node.target, ast.Name):
            return node
        value = ast.BinOp(ast.Name(node.target.id, ast.Load()), node.op, node.value)
        return _placed(ast.Assign([node.target], value), node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """Drop the annotation."""
        return _placed(ast.Assign([node.target], node.value) if node.value else ast.Pass(), node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        """Drop the annotation."""
        return _placed(ast.arg(node.arg), node)


def _placed(new: ast.AST, old: ast.AST) -> ast.AST:
    return ast.fix_missing_locations(ast.copy_location(new, old))


def new_function() -> ast.FunctionDef:
    """Return an empty function with every field that this version of Python has."""
    return cast("ast.FunctionDef", ast.parse("def f(): pass").body[0])


def deferred(value: ast.expr) -> ast.expr:
    """Return a lambda that evaluates *value* when called."""
    made = ast.parse("lambda: 0", mode="eval").body
    cast("ast.Lambda", made).body = value
    return ast.copy_location(made, value)


def names_as(names: list[str], ctx: ast.expr_context) -> ast.expr:
    """Return one name, or a tuple of several."""
    parts: list[ast.expr] = [ast.Name(name, ctx) for name in names]
    return parts[0] if len(parts) == 1 else ast.Tuple(parts, ctx)


def head(node: ast.stmt) -> ast.AST:
    """Return the part of a statement that is evaluated before any statement inside it."""
    parts = {ast.If: "test", ast.Match: "subject", ast.For: "iter"}
    return getattr(node, parts[type(node)]) if type(node) in parts else node


def bodies(node: Choice) -> list[list[ast.stmt]]:
    """Return the branches of a choice."""
    return [node.body, node.orelse] if isinstance(node, ast.If) else [c.body for c in node.cases]


def returns(*body: ast.stmt) -> bool:
    """Return whether a statement of *body* returns."""
    return any(isinstance(node, ast.Return) for s in body for node in ast.walk(s))


def ends(body: list[ast.stmt]) -> bool:
    """Return whether every path through *body* returns."""
    last = body[-1] if body else None
    if isinstance(last, Choice):
        return all(ends(inner) for inner in bodies(last))
    return isinstance(last, ast.Return)


def assigned(*body: ast.AST) -> list[str]:
    """Return the names that are assigned in *body*, in order."""
    found = (node for statement in body for node in _in_scope(statement))
    stored = (n.id for n in found if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))
    return list(dict.fromkeys(stored))


def _in_scope(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, _SCOPES):
            yield from _in_scope(child)


def read(*nodes: ast.AST) -> Counter[str]:
    """Count how often each name is read; a read inside a loop counts twice."""
    found: Counter[str] = Counter()
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found[node.id] += 1
        inner = read(*ast.iter_child_nodes(node))
        for name in _bound(node) if isinstance(node, _SCOPES) else ():
            del inner[name]
        found += inner + inner if isinstance(node, (ast.For, *_COMPREHENSIONS)) else inner
    return found


def _bound(scope: ast.AST) -> Iterable[str]:
    for node in ast.walk(scope):
        if isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def needed(body: list[ast.stmt], later: set[str]) -> set[str]:
    """Return the names that must have a value before *body*, given those read *later*."""
    for node in reversed(body):
        if isinstance(node, Choice):
            later = later.union(*(needed(inner, later) for inner in bodies(node)))
        elif isinstance(node, ast.For):
            later = later | needed(node.body, later) - set(assigned(node.target))
        else:
            later = set() if isinstance(node, ast.Return) else later - set(assigned(node))
        later = later | set(read(head(node)))
    return later
