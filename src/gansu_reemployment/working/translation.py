"""The translation of a formula to calls of the working (公式转换); see :mod:`.working.formula`."""

import ast
import itertools
from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import Any, TypeVar, cast

from gansu_reemployment.errors import FormulaError
from gansu_reemployment.i18n import _
from gansu_reemployment.working import syntax
from gansu_reemployment.working.operators import ExpressionTranslator
from gansu_reemployment.working.syntax import assigned, needed, read

R = TypeVar("R")


def translate(function: Callable[..., R]) -> Callable[..., R]:
    """Compile *function* again, with its decisions as calls of the working.

    Raises:
        FormulaError: it uses Python that has no meaning over columns.
    """
    translator = _Translator(function)
    module = ast.fix_missing_locations(ast.Module([translator.function()], []))
    scope: dict[str, Any] = {}
    exec(compile(module, translator.file, "exec"), function.__globals__, scope)  # noqa: S102 - the formula's own text
    made = scope[function.__name__]
    made.__defaults__, made.__kwdefaults__ = function.__defaults__, function.__kwdefaults__
    return cast("Callable[..., R]", made)


class _Translator(ExpressionTranslator):
    """Translates one function."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.file = function.__code__.co_filename
        try:
            node = syntax.parsed(function)
        except OSError:
            raise FormulaError(
                _("the source text of {name} is not available"),
                file=self.file,
                line=function.__code__.co_firstlineno,
                name=function.__qualname__,
            ) from None
        if function.__closure__:
            raise self.error(
                node, _("a formula uses a name of an enclosing function; move it to module level")
            )
        self.node = node
        self.parameters = [arg.arg for arg in ast.walk(node.args) if isinstance(arg, ast.arg)]
        self.working = self.parameters[0]
        self.locals = set(assigned(*node.body))
        self.often = {name for name, times in read(*node.body).items() if times > 1}
        self.numbers = itertools.count(1)

    def function(self) -> ast.FunctionDef:
        """Return the translated function."""
        self.node.decorator_list, self.node.returns = [], None
        self.node.body = self.block(self.node.body, set(self.parameters), set())
        return self.node

    def block(
        self, body: list[ast.stmt], known: set[str], later: set[str], *, branch: bool = False
    ) -> list[ast.stmt]:
        """Translate *body*: *known* names have a value before it, *later* are read after it."""
        done: list[ast.stmt] = []
        for index, node in enumerate(body):
            rest, new = body[index + 1 :], set(assigned(node))
            for name in read(syntax.head(node)).keys() & self.locals - known:
                raise self.error(
                    node, _("{name!r} is not assigned on every path to this line"), name=name
                )
            if isinstance(node, ast.If | ast.Match):
                new &= needed(rest, later)
                done += self.choice(node, rest, known, new)
                if syntax.returns(node):
                    break
            elif isinstance(node, ast.For):
                again = needed([node, *rest], later)
                new &= again
                done.append(self.loop(node, known, again, branch=branch))
            else:
                done.append(self.simple(node, branch=branch))
            known = known | new
        return done or [ast.Pass()]

    def choice(
        self, node: syntax.Choice, rest: list[ast.stmt], known: set[str], new: set[str]
    ) -> list[ast.stmt]:
        """Translate a choice; where a branch returns, the other branches continue with *rest*."""
        names = [name for name in assigned(node) if name in new and not syntax.returns(node)]
        for name in names:
            if name not in known and not all(name in assigned(*b) for b in syntax.bodies(node)):
                raise self.error(
                    node, _("only some branches assign {name!r}, which is read later"), name=name
                )
        if not syntax.returns(node):
            chosen = ast.copy_location(ast.Return(syntax.names_as(names, ast.Load())), node)
            rest = [chosen] if names else []
        functions, value = self.branches(node, rest, known)
        if self.often & set(names):
            value = self.ask("keep", value, at=node)
        last: ast.stmt = ast.Expr(value)
        if syntax.returns(node):
            last = ast.Return(value)
        elif names:
            last = ast.Assign([syntax.names_as(names, ast.Store())], value)
        return [*functions, ast.copy_location(last, node)]

    def branches(
        self, node: syntax.Choice, tail: list[ast.stmt], known: set[str]
    ) -> tuple[list[ast.FunctionDef], ast.expr]:
        """Return a function for each branch, ending with *tail*, and the call that chooses."""
        functions = [self.branch(node, body, tail, known) for body in syntax.bodies(node)]
        if isinstance(node, ast.If):
            return functions, self.ask("branch", self.visit(node.test), *_all(functions), at=node)
        cases = [self.values(case) for case in node.cases]
        if None not in cases:
            # mypy checks that the cases are exhaustive; the rest is never reached.
            functions.append(self.branch(node, [], tail, known, also=self.locals))
        table = zip(cases, _all(functions), strict=False)
        rows: list[ast.expr] = [ast.Tuple([c, work], ast.Load()) for c, work in table if c]
        listed, otherwise = ast.List(rows, ast.Load()), _all(functions)[-1]
        return functions, self.ask("switch", self.visit(node.subject), listed, otherwise, at=node)

    def branch(
        self,
        node: ast.stmt,
        body: list[ast.stmt],
        tail: list[ast.stmt],
        known: set[str],
        also: Iterable[str] = (),
    ) -> ast.FunctionDef:
        """Return a branch as a function; the *known* names that it changes are its parameters."""
        whole = body if syntax.ends(body) else [*body, *deepcopy(tail)]
        made = ast.copy_location(syntax.new_function(), node)
        made.name = f"<branch {next(self.numbers)} of line {node.lineno}>"
        changed = [name for name in assigned(*whole) if name in known]
        made.args.args = [ast.arg(name) for name in changed]
        made.args.defaults = [ast.Name(name, ast.Load()) for name in changed]
        made.body = self.block(whole, known.union(also), set(), branch=True)
        return made

    def values(self, case: ast.match_case) -> ast.expr | None:
        """Return the values of a case, ``None`` for ``case _``."""
        pattern: Any = case.pattern
        if case.guard:
            raise self.error(case.guard, _("a case has no 'if'; write it inside the case"))
        if isinstance(pattern, ast.MatchAs) and not pattern.pattern and not pattern.name:
            return None
        parts: list[Any] = pattern.patterns if isinstance(pattern, ast.MatchOr) else [pattern]
        if not all(isinstance(part, ast.MatchValue) for part in parts):
            raise self.error(pattern, _("a case is a value, values joined by '|', or '_'"))
        return ast.Tuple([part.value for part in parts], ast.Load())

    def loop(self, node: ast.For, known: set[str], later: set[str], *, branch: bool) -> ast.For:
        """Translate a loop over plain values."""
        if node.orelse or syntax.returns(*node.body):
            raise self.error(node, _("a loop neither returns nor has an 'else'"))
        node.iter = self.ask("each", self.visit(node.iter), at=node)
        node.body = self.block(node.body, known.union(assigned(node.target)), later, branch=branch)
        return node

    def simple(self, node: Any, *, branch: bool) -> ast.stmt:
        """Translate a statement that decides nothing."""
        if not isinstance(node, ast.Assign | ast.Expr | ast.Return | ast.Pass):
            self.refuse(node)
        if branch and self._changes_in_place(node):
            raise self.error(node, _("a branch changes a value in place; assign a new value"))
        light = isinstance(node, ast.Assign) and isinstance(
            node.value, ast.Name | ast.Attribute | ast.Constant
        )
        self.generic_visit(node)
        if isinstance(node, ast.Assign) and self.often & set(assigned(node)) and not light:
            node.value = self.ask("keep", node.value, at=node.value)
        return cast("ast.stmt", node)

    def _changes_in_place(self, node: ast.stmt) -> bool:
        if isinstance(node, ast.Assign):
            return any(isinstance(to, ast.Attribute | ast.Subscript) for to in node.targets)
        called = getattr(getattr(getattr(node, "value", None), "func", None), "value", None)
        owned = isinstance(called, ast.Name) and called.id in self.locals
        return isinstance(node, ast.Expr) and owned


def _all(functions: Iterable[ast.FunctionDef]) -> list[ast.expr]:
    return [ast.Name(function.name, ast.Load()) for function in functions]
