"""The settings of autodoc: each name is documented once, in the module that defines it.

A page has one class; what else a module has is on the page of the module.

The rules of a measure are the default values of their class. Its signature would therefore print
the law itself, which the tables of the page show better, as they show the values of constants.
A choice is never called, so it has no signature either.
"""

import inspect
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

import attrs

from gansu_reemployment.i18n import Choice
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.working.measure import Measure

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: The package, before the name of a module.
PACKAGE: Final = "gansu_reemployment."
#: The pages that are made from the code.
GENERATED: Final = "reference/generated/"


def setup(app: "Sphinx") -> dict[str, bool]:
    """Shorten signatures, and drop what the pages show better."""
    app.connect("autodoc-process-signature", shorten)
    app.connect("autodoc-process-docstring", drop_shown)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def introduction(measure: Measure[Any, Any]) -> str:
    """Document the module of a measure, without its members."""
    return _eval_rst([f".. automodule:: {measure.work.__module__}\n   :no-index:\n"])


def measure_text(measure: Measure[Any, Any]) -> str:
    """Document what a measure decides, in the words of its formula."""
    place = f"{measure.work.__module__}.{measure.name}"
    return _eval_rst([f".. autodata:: {place}\n   :no-index:\n   :no-value:\n"])


def class_page(kind: type[Any]) -> str:
    """Document a class with its members."""
    return _eval_rst([f".. autoclass:: {kind.__module__}.{kind.__qualname__}\n   :members:\n"])


def module_page(name: str, elsewhere: Iterable[type[Any]]) -> str:
    """Document a module with its members, but those *elsewhere*; a package with its own alone."""
    module = f"{PACKAGE}{name}"
    spec = find_spec(module)
    others = {kind.__name__: None for kind in elsewhere}
    if spec is not None and spec.submodule_search_locations:
        own = ", ".join(public for public in _defined(module) if public not in others)
        members = f"   :members: {own}\n" if own else ""
        return _eval_rst([f".. automodule:: {module}\n{members}"])
    skipped = ", ".join([*_taken_over(module), *others])
    exclude = f"   :exclude-members: {skipped}\n" if skipped else ""
    return _eval_rst([f".. automodule:: {module}\n   :members:\n{exclude}"])


def _defined(name: str) -> Iterator[str]:
    """Yield the public classes and functions that a module defines."""
    for public, found in vars(import_module(name)).items():
        defined = inspect.isclass(found) or inspect.isfunction(found)
        if defined and found.__module__ == name and not public.startswith("_"):
            yield public


def _eval_rst(directives: Iterable[str]) -> str:
    return "```{eval-rst}\n" + "\n".join(directives) + "```\n"


def _taken_over(name: str) -> Iterator[str]:
    """Yield the public classes and functions that a module takes over from another one."""
    module = import_module(name)
    for public in getattr(module, "__all__", ()):
        found = getattr(module, public)
        if (inspect.isclass(found) or inspect.isroutine(found)) and found.__module__ != name:
            yield public


def shorten(
    _app: Any,
    _what: str,
    _name: str,
    obj: Any,
    _options: Any,
    _signature: str | None,
    _returned: str | None,
) -> tuple[str, None] | None:
    """Return an empty signature for a choice and for a class of rules."""
    return ("", None) if inspect.isclass(obj) and _is_choice_or_rules(obj) else None


def _is_choice_or_rules(kind: type[Any]) -> bool:
    rules = attrs.has(kind) and any(isinstance(f.default, Rule) for f in attrs.fields(kind))
    return rules or issubclass(kind, Choice)


def drop_shown(app: Any, what: str, _name: str, obj: Any, options: Any, lines: list[str]) -> None:
    """Drop the examples of an introduction, and the values of constants.

    The example of a measure is written with the public call instead. What a measure is made of is
    documented in the docstring of its formula.
    """
    # The pages are written, and tested, where Sphinx is not installed too.
    from sphinx.util.docstrings import prepare_docstring  # noqa: PLC0415

    if isinstance(obj, Measure):
        lines[:] = prepare_docstring(obj.function.__doc__ or "")
    if what == "module" and not options.members:
        examples = [number for number, line in enumerate(lines) if line.startswith(">>>")]
        del lines[min(examples, default=len(lines)) :]
    if app.env.docname.startswith(GENERATED):
        # A whole module has no such option, but passes its options on to its members.
        options.no_value = True
