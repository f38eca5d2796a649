"""The translation of a formula's expressions to calls of the working (表达式转换)."""

import ast
import functools
import linecache
from typing import Any, Final, cast

from gansu_reemployment.errors import FormulaError
from gansu_reemployment.i18n import _
from gansu_reemployment.working.syntax import deferred

_ROUNDING: Final = (ast.Div, ast.FloorDiv, ast.Mod, ast.Pow)
_INSPECTING: Final = frozenset({"bool", "float", "int", "isinstance", "round", "str", "type"})
#: Statements and expressions that no column can follow, and what to write instead.
_REFUSED: Final[dict[type[ast.AST], str]] = {
    ast.While: _("'while' ends at a different time in each row; loop over plain values"),
    ast.Break: _("'break' ends at a different time in each row; use 'if'"),
    ast.Continue: _("'continue' skips different items in each row; use 'if'"),
    ast.Try: _("'try' catches nothing over columns; test the condition with 'if'"),
    ast.With: _("'with' has no meaning over columns"),
    ast.Raise: _("'raise' stops every row; use w.refuse or w.require"),
    ast.Assert: _("'assert' has no truth value to test; use w.require"),
    ast.Global: _("'global' hides what a formula depends on; pass it as an argument"),
    ast.Nonlocal: _("'nonlocal' hides what a formula depends on; pass it as an argument"),
    ast.FunctionDef: _("a function inside a formula; put it beside the formula, with @formula"),
    ast.NamedExpr: _("':=' inside an expression; assign on a line of its own"),
    ast.Yield: _("'yield' returns terms one by one; return them together"),
    ast.JoinedStr: _("a term has no text"),
    ast.Is: _("'is' compares identity; use =="),
    ast.IsNot: _("'is not' compares identity; use !="),
}
_OTHER: Final = _("{kind} has no meaning over columns")


class Faults:
    """Raises errors that name the file, the line and the place of a node."""

    file: str

    def refuse(self, node: Any) -> None:
        """Raise the error for a kind of node that no column can follow."""
        kind = type(node)
        raise self.error(node, _REFUSED.get(kind, _OTHER), kind=kind.__name__)

    def error(self, node: Any, text: str, **values: Any) -> FormulaError:
        """Build the error at *node*."""
        line = linecache.getline(self.file, node.lineno).strip()
        return FormulaError(text, file=self.file, line=node.lineno, source=line, **values)


class ExpressionTranslator(Faults, ast.NodeTransformer):
    """Translates expressions."""

    #: The name of the working.
    working: str

    def ask(self, name: str, *args: ast.expr, at: ast.AST) -> ast.expr:
        """Build the call of a method of the working."""
        method = ast.Attribute(ast.Name(self.working, ast.Load()), name, ast.Load())
        return ast.copy_location(ast.Call(method, list(args), []), at)

    def visit(self, node: ast.AST) -> Any:
        """Translate a node, or refuse it."""
        if type(node) in _REFUSED:
            self.refuse(node)
        return super().visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        """Evaluate the right side only if the left side does not decide the result."""
        name = "both" if isinstance(node.op, ast.And) else "either"
        *others, last = [cast("ast.expr", self.visit(value)) for value in node.values]
        for value in reversed(others):
            last = self.ask(name, value, deferred(last), at=node)
        return last

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        """Translate ``not``."""
        self.generic_visit(node)
        return self.ask("negate", node.operand, at=node) if isinstance(node.op, ast.Not) else node

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        """Evaluate each side for its rows."""
        test, yes, no = (self.visit(part) for part in (node.test, node.body, node.orelse))
        return self.ask("branch", test, deferred(yes), deferred(no), at=node)

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        """Compare two by two."""
        for op in node.ops:
            if type(op) in _REFUSED:
                raise self.error(node, _REFUSED[type(op)])
        for middle in node.comparators[:-1]:
            if not isinstance(middle, ast.Name | ast.Attribute | ast.Constant):
                raise self.error(
                    middle, _("the middle of a comparison is evaluated twice; give it a name")
                )
        self.generic_visit(node)
        terms = [node.left, *node.comparators]
        pairs = zip(terms, node.ops, terms[1:], strict=False)
        parts = [self._compared(*pair, at=node) for pair in pairs]
        return functools.reduce(lambda a, b: self.ask("both", a, deferred(b), at=node), parts)

    def _compared(self, left: ast.expr, op: ast.cmpop, right: ast.expr, at: ast.expr) -> ast.expr:
        if not isinstance(op, ast.In | ast.NotIn):
            return ast.copy_location(ast.Compare(left, [op], [right]), at)
        found = self.ask("among", left, right, at=at)
        return found if isinstance(op, ast.In) else self.ask("negate", found, at=at)

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        """Accept sums, differences and products; every other operation would have to round."""
        plain = isinstance(node.left, ast.Constant) and isinstance(node.right, ast.Constant)
        if isinstance(node.op, _ROUNDING) and not plain:
            raise self.error(node, _("this operation rounds; use w.ratio and w.share"))
        self.generic_visit(node)
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """Translate ``min`` and ``max``."""
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in _INSPECTING:
            raise self.error(node, _("{name!r} inspects a value; a column has none"), name=name)
        self.generic_visit(node)
        if name not in ("min", "max"):
            return node
        starred = any(isinstance(argument, ast.Starred) for argument in node.args)
        if len(node.args) < 2 or node.keywords or starred:
            raise self.error(node, _("{name!r} takes two or more terms, one by one"), name=name)
        asked = "least" if name == "min" else "most"
        return functools.reduce(lambda a, b: self.ask(asked, a, b, at=node), node.args)

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        """Accept loops over plain values."""
        self.generic_visit(node)
        node.iter = self.ask("each", node.iter, at=node.iter)
        return node
