"""Formulas in plain Python, evaluated in two ways (公式).

A formula is a function whose first parameter is a working. Where every fact of a case is known,
it simply runs. Over columns, and where a fact is unknown, it is translated once, on first use:
what Python decides by a truth value becomes a call of the working.

======================================  ====================================================
plain Python                            call of the working
======================================  ====================================================
``if``, ``elif``, ``else``, ``a if c``  ``w.branch(condition, yes, no)``
``match term: case A | B: …``           ``w.switch(term, [((A, B), work), …], otherwise)``
``and``, ``or``, ``not``                ``w.both``, ``w.either``, ``w.negate``
``in``, ``not in``                      ``w.among``
``a <= b < c``                          ``w.both(a <= b, lambda: b < c)``
``min(a, b)``, ``max(a, b)``            ``w.least``, ``w.most``
``for`` over plain values               unchanged, after ``w.each`` has checked that they are plain
a name that is read more than once      ``w.keep(value)``
======================================  ====================================================

Statements after a branch that returns are evaluated within the other branches. Every line keeps
its number, so that tracebacks, debuggers and coverage show the formula as written.

>>> from types import SimpleNamespace
>>> @formula
... def granted(w, requested, limit):
...     return requested if requested < limit else limit
>>> granted(SimpleNamespace(plain=True), 5, 3)
3
"""

from collections.abc import Callable, Iterator
from functools import cache, partial, wraps
from inspect import Parameter, Signature, signature
from types import CodeType, FunctionType, ModuleType
from typing import Any, Final, TypeVar, cast

from gansu_reemployment.errors import FormulaError
from gansu_reemployment.working.measure import Measure

FunctionT = TypeVar("FunctionT", bound=Callable[..., Any])


def formula(function: FunctionT) -> FunctionT:
    """Make a function of a working usable in both workings.

    It is translated on first need, so a :class:`~.errors.FormulaError` is raised by the first
    column or unknown fact, or by :func:`formula_faults`.
    """
    scope: dict[str, Any] = {"__partial": partial, "__written": function}

    def translated(*args: Any, **kwargs: Any) -> Any:
        from gansu_reemployment.working.translation import translate  # noqa: PLC0415 - on need

        made = scope["__translated"] = translate(function)
        return made(*args, **kwargs)

    scope["__translated"] = translated
    made: Any = wraps(function)(eval(_chooser(function), scope))  # noqa: S307 - the text below
    made.__defaults__, made.__kwdefaults__ = function.__defaults__, function.__kwdefaults__
    made.written = function
    return cast("FunctionT", made)


#: A case function, which runs as it is written, calls formulas that are translated.
_CHOICE: Final = (
    "lambda {taken}: __written({given}) if {w}.plain else __translated({given})"
    " if not {w}.as_written else {w}.in_formula(__partial(__translated, {given}))"
)


def _chooser(function: Callable[..., Any]) -> CodeType:
    """Return the code of a function that runs *function* as its working needs.

    It has the same parameters: a function that passes any parameters on takes twice as long.
    """
    empty = Parameter.empty
    parameters = signature(function).parameters.values()
    taken = [one.replace(annotation=empty, default=empty) for one in parameters]
    given = (f"{p.name}={p.name}" if p.kind is p.KEYWORD_ONLY else str(p) for p in taken)
    return _compiled(str(Signature(taken))[1:-1], ", ".join(given), taken[0].name)


@cache
def _compiled(taken: str, given: str, w: str) -> CodeType:
    return compile(_CHOICE.format(taken=taken, given=given, w=w), "<formula>", "eval")


def formulas(module: ModuleType) -> Iterator[Callable[..., Any]]:
    """Yield the functions of *module* that are formulas, as written."""
    found = dict.fromkeys(map(_written, vars(module).values()))
    return (one for one in found if one is not None and one.__module__ == module.__name__)


def _written(value: Any) -> Callable[..., Any] | None:
    """Return a formula as written; a case function is never translated."""
    if isinstance(value, Measure):
        return value.function if value.columns else None
    return vars(value).get("written") if isinstance(value, FunctionType) else None


def formula_faults(module: ModuleType) -> list[FormulaError]:
    """Translate every formula of *module* and return the errors, for its tests."""
    from gansu_reemployment.working.translation import translate  # noqa: PLC0415 - on need

    found = []
    for function in formulas(module):
        try:
            translate(function)
        except FormulaError as fault:
            found.append(fault)
    return found
