"""What no column could follow is refused with file, line and what to write instead."""

import traceback
from collections.abc import Callable
from datetime import date
from inspect import unwrap
from types import ModuleType, SimpleNamespace
from typing import Any, Final

import narwhals as nw
import pytest
from made_up import RULES, Shop, Translated

from gansu_reemployment.columns.terms import Column
from gansu_reemployment.columns.working import ColumnWorking
from gansu_reemployment.errors import FormulaError
from gansu_reemployment.fact_model import Unknown
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.formula import formula, formula_faults
from gansu_reemployment.working.translation import translate

#: Each refused text, the line of it that is refused, and words of the sentence.
REFUSED: Final = {
    "while x.a:\n    pass": (1, "loop over plain values"),
    "for n in (1, 2):\n    break": (2, "use 'if'"),
    "for n in (1, 2):\n    continue": (2, "use 'if'"),
    "for n in (1, 2):\n    if x.a:\n        return n\nreturn 0": (1, "a loop neither returns"),
    "for n in (1, 2):\n    pass\nelse:\n    pass": (1, "nor has an 'else'"),
    "try:\n    return x.a\nexcept ValueError:\n    return 1": (1, "test the condition with 'if'"),
    "with x:\n    return 1": (1, "'with' has no meaning"),
    "if x.a:\n    raise ValueError": (2, "w.refuse or w.require"),
    "assert x.a": (1, "w.require"),
    "global A": (1, "pass it as an argument"),
    "def inner():\n    return 1\nreturn inner()": (1, "put it beside the formula"),
    "y = 1\nreturn (z := x.a) + y": (2, "a line of its own"),
    "yield x.a": (1, "return them together"),
    "return f'{x.a}'": (1, "a term has no text"),
    "return x.a is None": (1, "use =="),
    "return x.a is not None": (1, "use !="),
    "return x.a / 2": (1, "w.ratio and w.share"),
    "return x.a // 2": (1, "w.ratio and w.share"),
    "return bool(x.a)": (1, "inspects a value"),
    "return int(x.a)": (1, "inspects a value"),
    "return min(x.a)": (1, "two or more terms"),
    "return max(*x.a)": (1, "two or more terms"),
    "return 1 <= w.use(x.a) <= 3": (1, "give it a name"),
    "if x.a:\n    y = 1\nreturn y": (1, "only some branches assign 'y'"),
    "if x.a:\n    y = 1\nelif x.b:\n    z = 1\nelse:\n    y = 2\nreturn y": (3, "assign 'y'"),
    "if x.a:\n    return z\nz = 1\nreturn z": (2, "not assigned on every path"),
    "rows = []\nif x.a:\n    rows.append(1)\nreturn rows": (3, "assign a new value"),
    "rows = {}\nif x.a:\n    rows['a'] = 1\nreturn rows": (3, "assign a new value"),
    "match x.a:\n    case [a, b]:\n        return a\nreturn 0": (2, "values joined by '|'"),
    "match x.a:\n    case 1 if x.b:\n        return 1\nreturn 0": (2, "write it inside the case"),
    "x.a += 1": (1, "AugAssign has no meaning"),
    "rows = [0]\nrows[0] += 1\nreturn rows": (2, "AugAssign has no meaning"),
    "import os": (1, "Import has no meaning"),
    "del x": (1, "Delete has no meaning"),
}


def made(tmp_path: Any, body: str) -> Callable[..., Any]:
    """Write a function with that body into a file, and return it."""
    text = "def written(w, x):\n" + "".join(f"    {line}\n" for line in body.split("\n"))
    file = tmp_path / "written.py"
    file.write_text(text, encoding="utf-8")
    scope: dict[str, Any] = {"__name__": "written"}
    exec(compile(text, str(file), "exec"), scope)  # noqa: S102 - the text of the test
    function: Callable[..., Any] = scope["written"]
    return function


@pytest.mark.parametrize("body", REFUSED)
def test_refused(tmp_path: Any, body: str) -> None:
    """Each construct is refused at its line, in both languages, with the line's text."""
    line, words = REFUSED[body]
    with pytest.raises(FormulaError) as caught:
        translate(made(tmp_path, body))
    fault = caught.value
    assert (fault.file, fault.line) == (str(tmp_path / "written.py"), line + 1)
    assert fault.source == body.split("\n")[line - 1].strip()
    assert words in fault.say("en")
    assert f"written.py:{line + 1}: " in fault.say("zh_CN")
    assert fault.say("zh_CN") != fault.say("en")


def test_no_source() -> None:
    """A function whose source text is not available is refused by name."""
    scope: dict[str, Any] = {}
    exec("def typed_in(w, x):\n    return x", scope)  # noqa: S102 - a text without a file
    with pytest.raises(FormulaError, match="source text of typed_in is not available"):
        translate(scope["typed_in"])


def test_closure() -> None:
    """A name of an enclosing function is not visible to the translation."""
    limit = 3

    def inside(_w: Any, x: Any) -> Any:
        return x < limit

    with pytest.raises(FormulaError, match="move it to module level"):
        translate(inside)


def columns() -> ColumnWorking:
    """Return a working over columns."""
    return ColumnWorking(date(2005, 7, 1), Shop, measure="m")


def plain_helper(term: Any) -> int:
    """Decide by a term, without the mark of a formula."""
    if term:
        return 1
    return 2


@formula
def asks_helper(_w: Any, shop: Any) -> int:
    """Pass a term to a helper that is not marked."""
    return plain_helper(shop.new)


@formula
def loops(_w: Any, shop: Any) -> list[Any]:
    """Loop over a term."""
    return [part for part in shop.staff]  # noqa: C416 - the loop is what is tested


@formula
def chooses_rule(w: Any, shop: Any) -> Any:
    """Choose a rule as if it were a term."""
    rule = RULES.least if shop.new else RULES.most
    return w.use(rule)


@pytest.mark.parametrize(
    ("function", "words", "text"),
    [
        (asks_helper, "mark the function @formula", "if term:"),
        (loops, "a loop runs over plain values", "return [part for part in shop.staff]"),
        (chooses_rule, "read it with w.use in each branch", "rule = RULES.least"),
    ],
)
def test_refused_over_columns(function: Callable[..., Any], words: str, text: str) -> None:
    """What shows over columns only is refused at the line of the formula."""
    working = columns()
    with pytest.raises(FormulaError) as caught:
        function(working, working.facts)
    assert caught.value.file == __file__
    assert caught.value.source.startswith(text)
    assert words in caught.value.say()


@pytest.mark.parametrize("function", [loops, chooses_rule])
def test_refused_where_unknown(function: Callable[..., Any]) -> None:
    """The same is refused in a case with an unknown fact."""
    case = CaseWorking(date(2005, 7, 1))
    view = case.read(Shop())
    with pytest.raises(FormulaError):
        function(case, view)


def test_term_has_no_truth() -> None:
    """Neither a column nor an unknown fact is ever taken for a yes or no."""
    with pytest.raises(FormulaError):
        plain_helper(Column(nw.col("a")))
    with pytest.raises(TypeError, match="neither yes nor no"):
        plain_helper(Unknown(("a",)))


def fails(_w: Any, shop: Any) -> Any:
    """Fail on the last line."""
    if shop.new:  # noqa: SIM108 - a name assigned in branches
        grade = 1
    else:
        grade = 2
    return grade + shop.no_such_fact


def test_lines_of_traceback() -> None:
    """A traceback through translated code shows the line of the file."""
    case = Translated(date(2005, 7, 1))
    shop = Shop(new=True, poor=True, staff=1)
    with pytest.raises(AttributeError) as caught:
        translate(fails)(case, shop)
    last = traceback.extract_tb(caught.value.__traceback__)[-1]
    assert (last.filename, last.line) == (__file__, "return grade + shop.no_such_fact")


def test_faults_of_module() -> None:
    """The faults of a module are listed for its tests; this module's formulas have none."""
    import sys

    assert formula_faults(sys.modules[__name__]) == []


def test_faults_of_module_that_has_some(tmp_path: Any) -> None:
    """Each formula that cannot be translated is listed, the others are not."""
    module = ModuleType("written")
    for name, body in {"bad": "return x.a / 2", "good": "return x.a"}.items():
        (tmp_path / name).mkdir()
        vars(module)[name] = formula(made(tmp_path / name, body))
    bad = str(tmp_path / "bad" / "written.py")
    assert [(bad, 2)] == [(fault.file, fault.line) for fault in formula_faults(module)]


def test_own_name_of_a_lambda(tmp_path: Any) -> None:
    """The parameter of a lambda is not a name of the formula, which may assign it later."""
    function = translate(made(tmp_path, "pick = lambda n: n + 1\nn = pick(x.a)\nreturn n"))
    assert 4 == function(None, SimpleNamespace(a=3))


def test_translated_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A formula is translated on first need, and once."""
    from gansu_reemployment.working import translation as module

    calls: list[str] = []

    def counted(function: Callable[..., Any]) -> Callable[..., Any]:
        calls.append(function.__name__)
        return translate(function)

    monkeypatch.setattr(module, "translate", counted)
    fresh = formula(unwrap(loops))
    for _n in range(2):
        with pytest.raises(FormulaError):
            fresh(columns(), columns().facts)
    assert calls == ["loops"]
