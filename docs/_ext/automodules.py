"""The settings of autodoc: each name is documented once, in the module that defines it.

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

from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.i18n import Choice
from gansu_reemployment.law.rules import Rule

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: The package, before the name of a module.
PACKAGE: Final = "gansu_reemployment."
#: The pages that are made from the code.
GENERATED: Final = "reference/generated/"
#: Modules whose introduction is at the top of a page, by :func:`introduction`.
INTRODUCED: Final = frozenset(measure.work.__module__ for measure in MEASURES.values())


def setup(app: "Sphinx") -> dict[str, bool]:
    """Shorten signatures, and drop what the pages show better."""
    app.connect("autodoc-process-signature", shorten)
    app.connect("autodoc-process-docstring", drop_shown)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def introduction(module: str) -> str:
    """Document a module without its members; :func:`contents` documents those further below."""
    return _eval_rst([f".. automodule:: {PACKAGE}{module}\n   :no-index:\n"])


def contents(modules: Iterable[str]) -> str:
    """Document modules with their members."""
    return _eval_rst(map(_automodule, modules))


def _eval_rst(directives: Iterable[str]) -> str:
    return "```{eval-rst}\n" + "\n".join(directives) + "```\n"


def _automodule(name: str) -> str:
    """Document a module with its members; a package has none, its modules have."""
    module = f"{PACKAGE}{name}"
    spec = find_spec(module)
    package = spec is not None and spec.submodule_search_locations
    if package:
        return f".. automodule:: {module}\n"
    taken_over = ", ".join(_taken_over(module))
    exclude = f"   :exclude-members: {taken_over}\n" if taken_over else ""
    return f".. automodule:: {module}\n   :members:\n{exclude}"


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


def drop_shown(app: Any, what: str, name: str, _obj: Any, options: Any, lines: list[str]) -> None:
    """Drop the introduction that is shown above already, and the values of constants."""
    if what == "module" and options.members and name in INTRODUCED:
        lines.clear()
    if app.env.docname.startswith(GENERATED):
        # A whole module has no such option, but passes its options on to its members.
        options.no_value = True
