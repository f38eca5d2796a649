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
    """Write a page for each module or package that states rules, by subject, and their index."""
    chapters = list(_chapters())
    pages = {name: _page(modules, locale) for name, modules in chapters if _measures(modules)}
    rest = [module for name, modules in chapters if name not in pages for module in modules]
    if rest:
        pages["further"] = _further(rest, locale)
    toc = "\n".join(pages)
    heading = say("Measures", locale)
    pages["index"] = f"# {heading}\n\n```{{toctree}}\n:maxdepth: 1\n\n{toc}\n```\n"
    return pages


def title(measure: Measure[Any, Any], locale: str) -> str:
    """Name a measure at the top of its page or section."""
    return measure.zh if locale == "zh_CN" else f"{measure.zh} · {measure.en}"


def _chapters() -> Iterator[tuple[str, list[str]]]:
    """Yield the name and the modules of each page; facts that a subject shares come alone."""
    for subject in pkgutil.iter_modules(measures_package.__path__):
        found = import_module(f"{PACKAGE}measures.{subject.name}")
        entries = {entry.name: entry.ispkg for entry in pkgutil.iter_modules(found.__path__)}
        for name, is_package in entries.items():
            full = f"measures.{subject.name}.{name}"
            if is_package:
                package = import_module(f"{PACKAGE}{full}")
                yield name, [f"{full}.{m.name}" for m in pkgutil.iter_modules(package.__path__)]
            elif name == "facts":
                yield f"{subject.name}.facts", [full]
            else:
                yield name, [full]


def _measures(modules: Iterable[str]) -> list[Measure[Any, Any]]:
    places = {f"{PACKAGE}{name}" for name in modules}
    return [measure for measure in MEASURES.values() if measure.work.__module__ in places]


def _page(modules: list[str], locale: str) -> str:
    measures = _measures(modules)
    defining = dict.fromkeys(m.work.__module__.removeprefix(PACKAGE) for m in measures)
    lines = [f"# {title(measures[0], locale)}", "", *map(introduction, defining)]
    lines += facts_section(measures, locale)
    lines += rules_section(measures, locale)
    lines += codes_section(measures, _choices(modules), locale)
    return "\n".join((*lines, *_code(modules, locale)))


def _further(modules: list[str], locale: str) -> str:
    lines = [f"# {say('Further modules', locale)}", ""]
    lines += codes_section((), _choices(modules), locale)
    return "\n".join((*lines, *_code(modules, locale)))


def _code(modules: list[str], locale: str) -> tuple[str, ...]:
    return (f"## {say('In Python', locale)}", "", contents(modules))


def _choices(modules: Iterable[str]) -> Iterator[type[Choice]]:
    """Yield the public choices that the modules define, in the order of the text."""
    for name in modules:
        module = import_module(f"{PACKAGE}{name}")
        for public, value in vars(module).items():
            own = inspect.isclass(value) and value.__module__ == module.__name__
            if own and issubclass(value, Choice) and not public.startswith("_"):
                yield value
