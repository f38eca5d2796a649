"""How the house is built: imports go one way, import is light, every number has its source."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import gansu_reemployment
from gansu_reemployment import Rule, Rulebook
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments import REGISTER
from gansu_reemployment.rulebook import _rules_of

PACKAGE = Path(gansu_reemployment.__file__).parent
#: From the bottom to the top; a module imports its own floor and those below.
FLOORS = (
    ("nearest", "errors", "i18n", "money", "dates", "identity", "regions", "_divisions", "facts"),
    ("law",),
    ("working", "people", "enterprises", "loans", "targets", "panels", "apportion", "allocation"),
    ("registers",),
    ("finished_table", "finished_files"),
    ("measures",),
    ("catalogue", "rulebook", "grouping"),
    ("hookspecs",),
    ("host", "gansu"),
    ("importing", "plugin_answers", "discovery", "loading"),
    ("desks", "bureau", "frames", "engines"),
)
LIGHT = ("babel", "cattrs", "narwhals", "importlib.metadata", "polars", "sqlite3", "click")
#: The year of a symbol.
YEAR = re.compile(r"[〔\[(](\d{4})[〕\])]\d+号")
#: What a measure never imports: it would work in one working only, or load what is heavy.
FOREIGN = ("pluggy", "cattrs", "babel", "narwhals", "polars", "sqlite3")


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Give each module of the package by its name below the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "template" not in path.parts:
            name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
            yield name.removesuffix(".__init__"), ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    """Give what a module imports while it is loaded, not inside functions or for types only."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def floor(name: str) -> int:
    """Give the floor of a module; the top one is open to all others."""
    first = name.partition(".")[0]
    found = (number for number, names in enumerate(FLOORS) if first in names)
    return next(found, len(FLOORS))


def test_imports_go_one_way() -> None:
    """No module imports from a floor above its own."""
    upward = [
        f"{name} imports {target}"
        for name, tree in sources()
        for target in imported(tree)
        if target.startswith("gansu_reemployment.")
        if name not in {"__init__", "gansu_reemployment"}
        if floor(target.removeprefix("gansu_reemployment.")) > floor(name)
    ]
    assert [] == upward


def test_measures_stay_pure() -> None:
    """A measure imports no engine, no converter and no plugin manager."""
    foreign = [
        f"{name} imports {target}"
        for name, tree in sources()
        if name.startswith(("measures", "law"))
        for target in imported(tree)
        if target.partition(".")[0] in FOREIGN
    ]
    assert [] == foreign


#: A claim or a ledger works the measure of each of its lines; no other measure knows another.
OF_LINES = {
    ("insurance_claim", "insurance"),
    ("interest_claim", "interest"),
    ("offset_ledger", "offset"),
    ("offset_ledger", "offset_collector"),
}


def test_measures_do_not_import_each_other() -> None:
    """What two measures share stands in a module of its own, which holds no measure."""
    holders = {measure.work.__module__.rpartition(".")[2] for measure in MEASURES.values()}
    pairs = {
        (name.rpartition(".")[2], target.rpartition(".")[2])
        for name, tree in sources()
        if name.startswith("measures.")
        for target in imported(tree)
        if target.startswith("gansu_reemployment.measures.")
    }
    assert OF_LINES == {(one, two) for one, two in pairs if {one, two} <= holders}


def test_only_the_columns_know_narwhals() -> None:
    """The dataframe library stands behind the column working and the engines."""
    users = {name for name, tree in sources() if "narwhals" in set(imported(tree))}
    allowed = ("working.", "frames", "engines", "grouping")
    assert [] == sorted(name for name in users if not name.startswith(allowed))


def test_import_is_light() -> None:
    """`import gansu_reemployment` loads nothing heavy."""
    code = f"import sys, gansu_reemployment; print([m for m in {LIGHT!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]" == done.stdout.strip()


#: The public names; one that is taken away breaks those who build on the library.
PUBLIC = """
    AgeDay Amendment Bureau CaseWorking Citation ColumnWorking Deadline EntitledGroup FirmLimit
    GansuError Group IdentityNumber Instrument Level LocalReview LocalRules Outcome PostForm
    Provision Reason Region Rule Rulebook Sex Standing Worker Yuan find_instrument find_region
    hookimpl load_host open_ledger rule
"""


def test_public_names_are_sorted_and_there() -> None:
    """Each public name can be imported, and nothing else is listed."""
    assert ["__version__", *PUBLIC.split()] == gansu_reemployment.__all__
    assert sorted(gansu_reemployment.__all__) == dir(gansu_reemployment)
    names = [name for name in gansu_reemployment.__all__ if name != "__version__"]
    assert sorted(names) == names
    assert all(getattr(gansu_reemployment, name) is not None for name in names)


RULES = [
    (key, rule)
    for kind in {measure.rules for measure in MEASURES.values()}
    for _name, key, rule in _rules_of(kind())
]


def test_every_row_is_cited() -> None:
    """Each row names a document of the register, and how well its words are known."""
    rows = [(rule.path, row) for rule in Rulebook.national().rules() for row in rule.all_rows()]
    outside = {path for path, row in rows if row.cite.instrument not in REGISTER}
    assert set() == outside
    assert all(isinstance(row.cite.standing, Standing) for _path, row in rows)


def test_no_row_is_known_before_the_year_of_its_document() -> None:
    """A row that reaches back is not to be known before its document was numbered."""
    rows = [(rule.path, row) for rule in Rulebook.national().rules() for row in rule.all_rows()]
    years = [(path, row, YEAR.search(row.cite.instrument.symbol)) for path, row in rows]
    early = [path for path, row, year in years if year and row.known_on.year < int(year[1])]
    assert [] == early


def test_paths_are_distinct() -> None:
    """No two rules stand at one path; a series may serve several measures."""
    first: dict[str, Rule[object]] = {}
    for key, rule in RULES:
        held = first.setdefault(rule.path, rule)
        assert held is rule or (key is not None and held.provisions == rule.provisions), rule.path


def test_bounds_are_cited_and_only_on_delegated_rules() -> None:
    """A limit of local values has its source, and there is somebody whom it binds."""
    bounded = [rule for rule in Rulebook.national().rules() if rule.bounds]
    assert bounded
    assert all(rule.delegated for rule in bounded)
    assert all(bound.cite.instrument in REGISTER for rule in bounded for bound in rule.bounds)


def literals(tree: ast.Module) -> Iterator[tuple[int, object]]:
    """Give the numbers that stand in the functions which a working runs."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.args.args[:1]:
            if node.args.args[0].arg != "w":
                continue
            for part in ast.walk(node):
                if isinstance(part, ast.Constant) and type(part.value) in {int, float}:
                    yield part.lineno, part.value


def test_formulas_hold_no_numbers() -> None:
    """A number in a formula comes from a rule row; only nought, one and two are the language's."""
    found = [
        f"{name}:{line} {value}"
        for name, tree in sources()
        if name.startswith("measures.")
        for line, value in literals(tree)
        if value not in {0, 1, 2}
    ]
    assert [] == found


def public(tree: ast.Module, name: str) -> Iterator[tuple[str, ast.AST]]:
    """Give a module with its public classes, functions and methods, by their full names."""
    yield name, tree
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield f"{name}.{node.name}", node
            for part in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(part, ast.FunctionDef) and not part.name.startswith("_"):
                    yield f"{name}.{node.name}.{part.name}", part


def test_public_names_have_docstrings() -> None:
    """Every module and every public class, function and method says what it means."""
    found = [pair for name, tree in sources() for pair in public(tree, name)]
    assert [] == [name for name, node in found if not ast.get_docstring(node)]  # type: ignore[arg-type]
