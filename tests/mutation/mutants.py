"""Mutants of the measures and their law (变异体): one small change of one line each.

Each has a group: what a decision is computed by (``formulas``), or what a row of the law states
(``dates``, ``fractions``, ``amounts``, ``sets``, ``citations``, ``standings``, ``levels``), or
a yes or no of either (``flags``).
"""

import ast
import copy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from attrs import frozen

ROOT: Final = Path(__file__).parents[2]
SOURCES: Final = ROOT / "src" / "gansu_reemployment" / "measures"
GROUPS: Final = (
    *("formulas", "dates", "fractions", "amounts", "sets"),
    *("citations", "standings", "levels", "flags"),
)
#: Tables, pages and charts that are made of outcomes decide nothing.
SHOWN: Final = ("_sheet", "_chart", "/sheet", "/circular")
#: The options of classes and loops that no decision rests on.
OPTIONS: Final = ("strict", "kw_only", "slots", "repr", "init", "eq")
COMPARED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
COMPUTED: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
SWAPPED: Final = {"min": "max", "max": "min", "all": "any", "any": "all", "least": "most"}
#: The verbs of citations, each with one of another standing.
CITED: Final = {"at": "", "reported": "assumed", "assumed": "at"}
#: The calls that only word or describe something.
TEXTS: Final = ("_", "Reason", "Message", "Label", "Step", "fact", "rule_table", "meaning", "noted")


@frozen
class Mutant:
    """A change of one node of a module."""

    path: Path
    line: int
    group: str
    what: str
    #: The number of the node among all nodes of the module, and of its change.
    node: int
    change: int

    @property
    def name(self) -> str:
        """The place and the change."""
        return f"{self.path.relative_to(SOURCES)}:{self.line} {self.what}"

    @property
    def key(self) -> str:
        """The file and the text of the line with the change, which stay when lines move."""
        text = self.path.read_text(encoding="utf-8").splitlines()[self.line - 1].strip()
        return f"{self.path.relative_to(SOURCES)} | {text} | {self.what}"

    def tree(self) -> ast.Module:
        """Return the changed module."""
        tree = ast.parse(self.path.read_text(encoding="utf-8"))
        node = list(ast.walk(tree))[self.node]
        _group, _what, changed = list(changes(node, in_table=is_table(tree)))[self.change]
        changed(node)
        return ast.fix_missing_locations(tree)


Change = Callable[[Any], None]


def is_table(tree: ast.Module) -> bool:
    """Return whether a module has a table of rules."""
    return any(isinstance(node, ast.ClassDef) and decorated(node) for node in tree.body)


def decorated(node: ast.ClassDef) -> bool:
    """Return whether a class is a table of rules."""
    calls = (each.func for each in node.decorator_list if isinstance(each, ast.Call))
    return any(isinstance(each, ast.Name) and each.id == "rule_table" for each in calls)


def mutants() -> list[Mutant]:
    """Return every mutant, file by file."""
    return [mutant for path in sorted(SOURCES.rglob("*.py")) for mutant in of_file(path)]


def of_file(path: Path) -> Iterator[Mutant]:
    """Yield the mutants of a file."""
    if any(part in str(path.with_suffix("")) for part in SHOWN) or path.name == "__init__.py":
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    left_alone = {id(below) for node in ast.walk(tree) if is_text(node) for below in ast.walk(node)}
    # The numbers of a day or a fraction are changed with it.
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    whole = (call for call in calls if called(call) in {"date", "Fraction"})
    left_alone |= {id(arg) for call in whole for arg in call.args}
    options = (node for node in ast.walk(tree) if isinstance(node, ast.keyword))
    left_alone |= {id(option.value) for option in options if option.arg in OPTIONS}
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in left_alone or not hasattr(node, "lineno"):
            continue
        for index, (group, what, _change) in enumerate(changes(node, in_table=is_table(tree))):
            yield Mutant(path, node.lineno, group, what, number, index)


def is_text(node: ast.AST) -> bool:
    """Return whether a node only words or describes something, or is read by type checkers."""
    if isinstance(node, ast.Call):
        return called(node) in TEXTS
    if isinstance(node, ast.AnnAssign):
        return node.value is None
    if isinstance(node, ast.ClassDef):
        return any(isinstance(base, ast.Name) and base.id.endswith("Choice") for base in node.bases)
    return isinstance(node, ast.arguments | ast.Import | ast.ImportFrom)


def called(node: Any) -> str:
    """Return the name of what a call calls."""
    function = getattr(node, "func", None)
    return getattr(function, "id", "") or getattr(function, "attr", "")


def changes(node: ast.AST, *, in_table: bool) -> Iterator[tuple[str, str, Change]]:
    """Yield the changes of a node: their group, what they do, and how."""
    if isinstance(node, ast.Call):
        yield from of_call(node, in_table=in_table)
    elif isinstance(node, ast.Set | ast.Tuple) and in_table:
        yield from of_members(node)
    elif isinstance(node, ast.Attribute):
        yield from of_member(node)
    elif isinstance(node, ast.Constant) and type(node.value) is int and in_table:
        yield "amounts", f"{node.value} → {node.value + 1}", put("value", node.value + 1)
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield "flags", f"{node.value} → {not node.value}", put("value", not node.value)
    if not in_table:
        yield from of_formula(node)


def of_call(node: ast.Call, *, in_table: bool) -> Iterator[tuple[str, str, Change]]:
    """Yield the changes of days, fractions, amounts and citations, and of what is called."""
    name = called(node)
    plain = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
    if name == "date" and len(plain) == 3:
        yield "dates", f"{plain} + 1 day", later
    elif name == "Fraction" and plain:
        yield "fractions", f"{plain} + 1/100", larger
    elif name in CITED:
        yield from of_citation(node, name, plain)
    elif name in SWAPPED and isinstance(node.func, ast.Name):
        yield "formulas", f"{name} → {SWAPPED[name]}", renamed(SWAPPED[name])
    elif name in {"frozenset", "union"} and in_table and node.args:
        yield "sets", f"{name}(…) → frozenset()", emptied


def of_citation(node: ast.Call, name: str, plain: list[Any]) -> Iterator[tuple[str, str, Change]]:
    """Yield another article, and another standing of the words that are cited."""
    if plain and isinstance(plain[0], str):
        of_fault = ast.unparse(node.func) == "Fault.at"
        group = "formulas" if of_fault else "citations"
        yield group, f"{plain[0]} → 第九十九条", first("第九十九条")
    if CITED[name]:
        yield "standings", f"{name} → {CITED[name]}", recited(CITED[name])


def of_members(node: Any) -> Iterator[tuple[str, str, Change]]:
    """Yield the removal of each member of a set or tuple of terms."""
    if len(node.elts) < 2 or not all(isinstance(each, ast.Attribute) for each in node.elts):
        return
    for index, each in enumerate(node.elts):
        yield "sets", f"without {ast.unparse(each)}", without(index)


def of_member(node: ast.Attribute) -> Iterator[tuple[str, str, Change]]:
    """Yield another standing or level."""
    of = getattr(node.value, "id", "")
    if of == "Standing":
        others = {"READ": "REPORTED", "REPORTED": "ASSUMED", "ASSUMED": "READ"}
        if node.attr in others:
            yield "standings", f"{node.attr} → {others[node.attr]}", put("attr", others[node.attr])
    elif of == "Level":
        other = "COUNTY" if node.attr != "COUNTY" else "PROVINCE"
        yield "levels", f"{node.attr} → {other}", put("attr", other)


def of_formula(node: Any) -> Iterator[tuple[str, str, Change]]:
    """Yield the changes of what is computed and decided."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARED:
        other = COMPARED[type(node.ops[0])]
        yield "formulas", f"{type(node.ops[0]).__name__} → {other.__name__}", put("ops", [other()])
    elif isinstance(node, ast.BinOp) and type(node.op) in COMPUTED:
        made = COMPUTED[type(node.op)]
        yield "formulas", f"{type(node.op).__name__} → {made.__name__}", put("op", made())
    elif isinstance(node, ast.BoolOp):
        turned = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield "formulas", f"{type(node.op).__name__} → {turned.__name__}", put("op", turned())
    elif isinstance(node, ast.If | ast.IfExp):
        yield "formulas", "condition negated", negated
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "formulas", "not removed", put("op", ast.UAdd())
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield "formulas", f"without {ast.unparse(node.value)[:60]}", dropped
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        yield "formulas", f"{node.value} → {node.value + 1}", put("value", node.value + 1)


def put(field: str, value: Any) -> Change:
    """Set a field of the node; further comparisons of a chain stay."""

    def change(node: Any) -> None:
        rest = node.ops[1:] if field == "ops" else []
        setattr(node, field, [*value, *rest] if field == "ops" else value)

    return change


def first(value: Any) -> Change:
    """Replace the first argument."""

    def change(node: Any) -> None:
        node.args[0] = ast.Constant(value)

    return change


def renamed(name: str) -> Change:
    """Call another function."""

    def change(node: Any) -> None:
        node.func = ast.Name(name, ast.Load())

    return change


def recited(verb: str) -> Change:
    """Cite by another verb."""

    def change(node: Any) -> None:
        node.func.attr = verb

    return change


def without(index: int) -> Change:
    """Remove a member."""

    def change(node: Any) -> None:
        del node.elts[index]

    return change


def emptied(node: Any) -> None:
    """Make an empty set of the call."""
    node.func, node.args = ast.Name("frozenset", ast.Load()), []


def negated(node: Any) -> None:
    """Negate the condition."""
    node.test = ast.UnaryOp(ast.Not(), node.test)


def dropped(node: Any) -> None:
    """Drop the statement."""
    node.value = ast.Constant(None)


def later(node: Any) -> None:
    """Add a day."""
    call = copy.deepcopy(node)
    node.func = ast.Attribute(ast.Name("date", ast.Load()), "fromordinal", ast.Load())
    ordinal = ast.Call(ast.Attribute(call, "toordinal", ast.Load()), [], [])
    node.args = [ast.BinOp(ordinal, ast.Add(), ast.Constant(1))]


def larger(node: Any) -> None:
    """Add a hundredth."""
    call = copy.deepcopy(node)
    hundredth = ast.Call(call.func, [ast.Constant(1), ast.Constant(100)], [])
    node.args = [ast.BinOp(call, ast.Add(), hundredth)]
