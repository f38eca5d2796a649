"""The tree of errors: as it is drawn, told in both languages, and whole in every process."""

import builtins
import copy
import inspect
import pickle
import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final

import pytest

from gansu_reemployment import errors
from gansu_reemployment.errors import (
    AmbiguousNameError,
    ColumnsError,
    Fault,
    GansuError,
    InvalidFactsError,
    InvalidIdentityError,
    MissingExtraError,
    PluginError,
    PluginWarning,
    RuleNotInForceError,
    UnknownNameError,
)
from gansu_reemployment.i18n import Message, _

#: Each line of the drawing: how deep, the class, and the builtin that a stranger would catch.
LINE: Final = re.compile(r"^ {4}(?P<branch>[│├└─ ]*)(?P<name>\w+Error)\b(?: \((?P<builtin>\w+)\))?")
CLASSES: Final = {
    name: kind
    for name, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, GansuError)
}
FAULTS: Final = (
    Fault.at("wage", _("must not be negative")),
    Fault.at("born_on", _("a value is needed")),
)
ONE_OF_EACH: Final[dict[str, Callable[[type[Any]], Any]]] = {
    "InvalidFactsError": lambda kind: kind(FAULTS),
    "InvalidIdentityError": lambda kind: kind(FAULTS),
    "UnknownNameError": lambda kind: kind(Message(_("rule")), "loan.cieling", ("loan.ceiling",)),
    "AmbiguousNameError": lambda kind: kind(
        Message(_("region")), "城关", ("兰州市城关区", "城关镇")
    ),
    "FormulaError": lambda kind: kind(
        _("{kind} has no meaning over columns"), file="a.py", line=3, kind="Import"
    ),
    "PluginError": lambda kind: kind(
        "a-plugin 1", _("{distribution} was skipped: {problem}"), problem="x"
    ),
    "ColumnsError": lambda kind: kind(_("The frame has the columns of no measure."), FAULTS),
    "RuleNotInForceError": lambda kind: kind(
        _("No value of {path} ({rule}) is known for {day}."),
        path="loan.norm",
        day=date(1990, 1, 1),
        rule="norm",
    ),
    "NotDecidedError": lambda kind: kind(
        _("The outcome is refused and has no value:"), [Message(_("a value is needed"))]
    ),
    "MissingExtraError": lambda kind: kind("duckdb", "columns"),
}


def through_pickle(error: GansuError) -> Any:
    """Send an error as one process sends it to another."""
    return pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes


def drawn() -> list[tuple[int, str, str | None]]:
    """Read the tree of the docstring: depth, name and builtin of each class."""
    lines = (LINE.match(line) for line in (errors.__doc__ or "").splitlines())
    return [(len(m["branch"]) // 4, m["name"], m["builtin"]) for m in lines if m]


def one(kind: type[GansuError]) -> GansuError:
    """Give an error of that class."""
    build = ONE_OF_EACH.get(kind.__name__)
    return build(kind) if build else kind(_("{path}: {problem}"), path="a", problem=1)


def test_tree_is_drawn_as_it_is() -> None:
    """Every class stands in the drawing, below the class it derives from."""
    parents: dict[int, str] = {}
    found = {}
    for depth, name, _builtin in drawn():
        parents[depth] = name
        found[name] = parents[depth - 1] if depth else "Exception"
    assert {name: kind.__bases__[0].__name__ for name, kind in CLASSES.items()} == found


@pytest.mark.parametrize(("name", "builtin"), [(n, b) for _depth, n, b in drawn() if b])
def test_builtin_that_a_stranger_would_catch(name: str, builtin: str) -> None:
    """Each class is also of the builtin that the drawing names."""
    assert issubclass(CLASSES[name], getattr(builtins, builtin))


@pytest.mark.parametrize("kind", CLASSES.values(), ids=CLASSES.keys())
class TestEachError:
    """What holds of every class."""

    def test_one_base(self, kind: type[GansuError]) -> None:
        """One base catches all, and the name says that it is an error."""
        assert issubclass(kind, GansuError)
        assert kind.__name__.endswith("Error")
        assert inspect.getdoc(kind)

    def test_said_in_both_languages(self, kind: type[GansuError]) -> None:
        """The text is English unless another language is asked for; no placeholder is left."""
        error = one(kind)
        assert str(error) == error.say() == error.say("en")
        assert error.say("zh_CN")
        assert "{" not in error.say("en") + error.say("zh_CN")

    @pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, through_pickle])
    def test_comes_back_whole(
        self, kind: type[GansuError], copied: Callable[[GansuError], GansuError]
    ) -> None:
        """An error of a worker process arrives with its class, its text and all it holds."""
        error = one(kind)
        found = copied(error)
        assert (kind, error.say("zh_CN")) == (type(found), found.say("zh_CN"))
        assert error.__dict__.keys() == found.__dict__.keys()


def test_faults_are_told_each_on_its_line() -> None:
    """All faults come at once, each with its path, in the language asked for."""
    for error in (InvalidFactsError(FAULTS), InvalidIdentityError(FAULTS)):
        assert ["  wage: must not be negative", "  born_on: a value is needed"] == (
            error.say("en").splitlines()[1:]
        )
        assert FAULTS == error.faults
    assert 3 == len(ColumnsError(_("{measure}"), FAULTS, measure="loan").say("zh_CN").splitlines())


def test_name_that_does_not_exist() -> None:
    """The nearest right names are told, at most three; where none is near, none is."""
    near = UnknownNameError(Message(_("rule")), "loan.cieling", ("loan.ceiling", "offset.task"))
    assert ("loan.ceiling",) == near.near
    assert "Did you mean loan.ceiling?" in str(near)
    far = UnknownNameError(Message(_("rule")), "zzz", ("loan.ceiling",))
    assert ((), True) == (far.near, str(far).endswith("There is no rule zzz."))


def test_name_with_a_number_of_a_person_is_masked() -> None:
    """The code that raises the error need not mask the name."""
    error = UnknownNameError(Message(_("rule")), "loan.11010519491231002X")
    assert ("loan.1101************2X", True) == (error.name, error.name in str(error))


def test_name_that_several_have() -> None:
    """Each full name is told."""
    error = AmbiguousNameError(Message(_("region")), "甲", ("甲市", "甲县"))
    assert ("甲", ("甲市", "甲县")) == (error.name, error.near)


def test_error_of_a_plugin_names_it() -> None:
    """The distribution is at hand and in the text."""
    error = PluginError("a-plugin 1", _("{distribution} was skipped: {problem}"), problem="x")
    assert ("a-plugin 1", "a-plugin 1 was skipped: x") == (error.distribution, str(error))


def test_warning_of_a_plugin_is_no_error() -> None:
    """It is a warning of Python, told in both languages, and stops nobody."""
    fault = PluginError("a-plugin 1", _("{distribution} was skipped: {problem}"), problem="x")
    told = PluginWarning(_("A plugin is not used: {fault}"), fault=fault)
    assert (True, False) == (isinstance(told, UserWarning), isinstance(told, GansuError))
    assert "A plugin is not used: a-plugin 1 was skipped: x" == str(told) == told.say("en")
    assert "a-plugin 1" in told.say("zh_CN")


def test_extra_that_is_not_installed() -> None:
    """The text says what to install."""
    assert "pip install 'gansu-reemployment[columns]'" in str(
        MissingExtraError("polars", "columns")
    )


def test_values_are_said_in_the_language() -> None:
    """A date within an error is written as the reader of the language expects it."""
    error = RuleNotInForceError(
        _("No value of {path} ({rule}) is known for {day}."),
        path="a",
        rule="b",
        day=date(2003, 7, 1),
    )
    assert "2003-07-01" in error.say("en")
    assert "2003年7月1日" in error.say("zh_CN")
