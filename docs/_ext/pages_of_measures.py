"""The pages of the measures: introduction, facts, rules and codes as tables, then the code."""

import inspect
import pkgutil
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from automodules import PACKAGE, contents, introduction
from facts_and_codes import codes_section, facts_section, rules_section
from page_words import say

import gansu_reemployment.measures as measures_package
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.i18n import Choice
from gansu_reemployment.working.measure import Measure


def measure_pages(locale: str) -> dict[str, str]:
    """Write a page for each module of ``measures/``, in the order of ``ls``, and their index."""
    modules = sorted(module.name for module in pkgutil.iter_modules(measures_package.__path__))
    main = [name for name in modules if _measures((name,))]
    parts = {name: [m for m in modules if m == name or _belongs(m, name, main)] for name in main}
    pages = {name: _page(name, parts[name], locale) for name in main}
    rest = [name for name in modules if not any(name in named for named in parts.values())]
    if rest:
        pages["further"] = _further(rest, locale)
    toc = "\n".join(pages)
    heading = say("Measures", locale)
    pages["index"] = f"# {heading}\n\n```{{toctree}}\n:maxdepth: 1\n\n{toc}\n```\n"
    return pages


def title(measure: Measure[Any, Any], locale: str) -> str:
    """Name a measure at the top of its page or section."""
    return measure.zh if locale == "zh_CN" else f"{measure.zh} · {measure.en}"


def _belongs(part: str, name: str, main: list[str]) -> bool:
    return part.startswith(f"{name}_") and part not in main


def _measures(modules: Iterable[str]) -> list[Measure[Any, Any]]:
    places = {f"{PACKAGE}measures.{name}" for name in modules}
    return [measure for measure in MEASURES.values() if measure.work.__module__ in places]


def _page(name: str, modules: list[str], locale: str) -> str:
    measures = _measures(modules)
    lines = [f"# {title(measures[0], locale)}", "", introduction(f"measures.{name}")]
    lines += facts_section(measures, locale)
    lines += rules_section(measures, locale)
    lines += codes_section(measures, _choices(modules), locale)
    return "\n".join((*lines, *_code(modules, locale)))


def _further(modules: list[str], locale: str) -> str:
    lines = [f"# {say('Further modules', locale)}", ""]
    lines += codes_section((), _choices(modules), locale)
    return "\n".join((*lines, *_code(modules, locale)))


def _code(modules: list[str], locale: str) -> tuple[str, ...]:
    return (f"## {say('In Python', locale)}", "", contents(f"measures.{m}" for m in modules))


def _choices(modules: Iterable[str]) -> Iterator[type[Choice]]:
    """Give the public choices that the modules define, in the order of the text."""
    for name in modules:
        module = import_module(f"{PACKAGE}measures.{name}")
        for public, value in vars(module).items():
            own = inspect.isclass(value) and value.__module__ == module.__name__
            if own and issubclass(value, Choice) and not public.startswith("_"):
                yield value
