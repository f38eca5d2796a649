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
from gansu_reemployment.law.documents import CONVENTION, Standing
from gansu_reemployment.law.instruments import REGISTER
from gansu_reemployment.rulebook.tables import rules_of

PACKAGE = Path(gansu_reemployment.__file__).parent
#: From the bottom to the top; a room imports its own floor and those below.
FLOORS = (
    (
        *("errors", "i18n", "money", "dates", "identity", "regions", "fact_model"),
        *("_divisions", "_lazy", "names", "facts", "results", "objects"),
    ),
    ("law",),
    ("data",),
    ("working",),
    ("registers", "sheets", "charts"),
    ("measures",),
    ("_measures", "catalogue"),
    ("rulebook",),
    ("plugins",),
    ("columns", "ledger"),
    ("bureau",),
    ("assessing", "frames", "interchange"),
    ("testing",),
    ("cli",),
    ("__main__",),
)
#: The package root is the way in, and no drawer.
MOST_MODULES_AT_THE_ROOT = 16
MOST_LINES = 300
LIGHT = (
    *("babel", "cattrs", "narwhals", "importlib.metadata", "polars", "sqlite3", "click"),
    *("altair", "vl_convert"),
)
#: The year of a symbol.
YEAR = re.compile(r"[〔\[(](\d{4})[〕\])]\d+号")
#: What a measure never imports: it would work in one working only, or load what is heavy.
FOREIGN = ("pluggy", "cattrs", "babel", "narwhals", "polars", "sqlite3")
#: A series is read where it is needed, and computed with in the module of its name.
SERIES_WORDS = frozenset({"rates"})


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Give each module of the package by its name below the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "template" not in path.parts:
            name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
            yield name.removesuffix(".__init__"), ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield what a module imports while it is loaded, not inside functions or for types only."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


MODULES = dict(sources())


def own(tree: ast.Module) -> Iterator[str]:
    """Yield the modules of the package that a module imports, by their names below the package."""
    targets = {target.removeprefix("gansu_reemployment.") for target in imported(tree)}
    yield from sorted(targets & set(MODULES))


def floor(name: str) -> int:
    """Return the floor of a module."""
    first = name.partition(".")[0]
    return next(number for number, names in enumerate(FLOORS) if first in names)


def test_every_room_has_its_floor() -> None:
    """A new room is entered in the order of imports, a room that has gone is taken out."""
    rooms = {name.partition(".")[0] for name in MODULES} - {"__init__"}
    assert rooms <= {name for names in FLOORS for name in names}


def test_root_is_small() -> None:
    """The root holds what is imported every day; all else has a room."""
    assert len(list(PACKAGE.glob("*.py"))) <= MOST_MODULES_AT_THE_ROOT


def test_modules_are_short() -> None:
    """A module is read from end to end."""
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in PACKAGE.rglob("*.py")}
    assert [] == [str(path) for path, number in lines.items() if number > MOST_LINES]


def test_imports_go_one_way() -> None:
    """No module imports from a floor above its own."""
    upward = {
        f"{name} imports {target}"
        for name, tree in MODULES.items()
        if name != "__init__"
        for target in own(tree)
        if floor(target) > floor(name)
    }
    assert set() == upward


def test_subjects_share_facts_only() -> None:
    """No subject of measures imports another one, but its facts."""
    shared = [
        f"{name} imports {target}"
        for name, tree in MODULES.items()
        if name.startswith("measures.")
        for target in own(tree)
        if target.startswith("measures.")
        if target.split(".")[1] != name.split(".")[1] and target.split(".")[2:] != ["facts"]
    ]
    assert [] == shared


def homes() -> dict[str, set[str]]:
    """Return the modules or packages whose tables hold rules, by the first word of their paths."""
    found: dict[str, set[str]] = {}
    for kind in {measure.rules for measure in MEASURES.values()}:
        home = kind.__module__.split(".")[3].removesuffix("_rules")
        for _name, _key, rule in rules_of(kind()):
            found.setdefault(rule.path.partition(".")[0], set()).add(home)
    return found


def test_first_word_of_a_path_is_the_module() -> None:
    """The rule `hardship.age_women` is stated in the package `measures/persons/hardship`."""
    elsewhere = [
        f"{word} is stated in {sorted(found)}"
        for word, found in homes().items()
        if word not in SERIES_WORDS and word not in found
    ]
    assert [] == elsewhere
    assert all(f"measures.loans.{word}" in MODULES for word in SERIES_WORDS)


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
    ("subsidies.insurance.claim", "subsidies.insurance.months"),
    ("loans.interest.claim", "loans.interest.subsidy"),
    ("taxes.collection_offset.offices", "taxes.collection_offset.offset"),
    ("taxes.collection_offset.offices", "taxes.collector"),
}


def test_measures_do_not_import_each_other() -> None:
    """What two measures share stands in a module of its own, which holds no measure."""
    below = "gansu_reemployment.measures."
    holders = {measure.work.__module__.removeprefix(below) for measure in MEASURES.values()}
    pairs = {
        (name.removeprefix("measures."), target.removeprefix("measures."))
        for name, tree in MODULES.items()
        for target in own(tree)
    }
    assert OF_LINES == {(one, two) for one, two in pairs if {one, two} <= holders}


def test_only_the_columns_know_narwhals() -> None:
    """The dataframe library is imported in one room, inside functions too."""
    users = {
        name
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom) and "narwhals" in ast.unparse(node)
    }
    assert [] == sorted(name for name in users if name.partition(".")[0] != "columns")


def test_only_the_charts_know_altair() -> None:
    """The charting libraries are imported in one module, inside functions."""
    users = {
        name
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Import) and {"altair", "vl_convert"} & {a.name for a in node.names}
    }
    assert {"charts.chart"} == users


def test_import_is_light() -> None:
    """`import gansu_reemployment` loads nothing heavy."""
    code = f"import sys, gansu_reemployment; print([m for m in {LIGHT!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]" == done.stdout.strip()


RULES = [
    (kind, name, key, rule)
    for kind in {measure.rules for measure in MEASURES.values()}
    for name, key, rule in rules_of(kind())
]


def test_every_row_is_cited() -> None:
    """Each row names a document of the register, or is a convention of the library."""
    rows = [(rule.path, row) for rule in Rulebook.national().rules() for row in rule.all_rows()]
    outside = {
        path for path, row in rows if row.cite != CONVENTION and row.cite.instrument not in REGISTER
    }
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
    for _kind, _name, key, rule in RULES:
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


def test_slow_tests_have_a_reason() -> None:
    """What is left out of the usual run says why."""
    root = Path(__file__).parents[1]
    files = [*root.glob("tests/**/*.py"), *root.glob("plugins/*/tests/*.py")]
    texts = [file.read_text(encoding="utf-8") for file in files]
    marks = [mark for text in texts for mark in re.findall(r"mark\.slow\b.*", text)]
    assert marks
    assert [] == [mark for mark in marks if not re.match(r"mark\.slow\(\"\w.+\"\)", mark)]
