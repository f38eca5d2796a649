"""The page of each measure, and their list by subject.

A page has what the measure is, a call of it at a bureau with its output, its facts, the values of
its rules by day, its result, its refusals and the codes of all of these.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from automodules import introduction, measure_text
from examples_of_measures import example
from facts_and_codes import codes_section, facts_section, parts_of_type, rules_section
from page_words import named_table, pair, say, table
from places_of_measures import measure_link, title
from refusals import refusals
from value_words import words

from gansu_reemployment.catalogue import MEASURES, subject_of
from gansu_reemployment.fact_model import describe, types_of
from gansu_reemployment.i18n import show, translate
from gansu_reemployment.working.measure import Measure

Some = Measure[Any, Any]

_RESULT_HEADS = ("field", "in Chinese", "meaning", "type")
_REFUSAL_HEADS = ("refusal", "reason", "rules")


def measure_pages(locale: str) -> dict[str, str]:
    """Write a page for each measure, and their list."""
    pages = {name: "\n".join(_page(measure, locale)) for name, measure in MEASURES.items()}
    return {**pages, "index": "\n".join(_index(locale))}


def _index(locale: str) -> Iterator[str]:
    yield from (f"# {say('Measures', locale)}", "", say("measures-note", locale), "")
    yield from measures_by_subject(locale)
    yield from ("```{toctree}", ":hidden:", "", *MEASURES, "```", "")


def bureau_page(locale: str) -> str:
    """Write the methods of a bureau by subject, for the page of the bureau."""
    return "\n".join(measures_by_subject(locale, "generated/"))


def measures_by_subject(locale: str, up: str = "../") -> Iterator[str]:
    """Yield a table of measures for each subject, with the call that evaluates each."""
    for subject, measures in groupby(MEASURES.values(), lambda m: subject_of(m.name)):
        yield from (f"## {say(subject, locale)}", "")
        rows = (
            (measure_link(m, locale, up), f"`Bureau.{m.name}`", _kind(m, locale)) for m in measures
        )
        yield from table(("measure", "method", "result"), rows, locale)


def _kind(measure: Some, locale: str) -> str:
    """Return the type of a result; a list or a set is named by its items."""
    return words(measure.result, locale)


def _page(measure: Some, locale: str) -> Iterator[str]:
    yield from (f"# {title(measure, locale)}", "", introduction(measure))
    yield from (f"## {say('What it decides', locale)}", "", measure_text(measure))
    yield from (f"<a href='../../form.html#measure={measure.name}'>{say('decide', locale)}</a>", "")
    yield from (f"## {say('Call and output', locale)}", "", say("call-note", locale), "")
    yield from ("```pycon", example(measure, locale), "```", "")
    yield from facts_section([measure], locale)
    yield from rules_section([measure], locale)
    yield from _result(measure, locale)
    yield from _refusals(measure, locale)
    yield from codes_section([measure], (), locale)
    if measure.columns:
        yield from (f"[{say('Columns', locale)}](../columns.md#{measure.name})", "")


def _result(measure: Some, locale: str) -> Iterator[str]:
    yield from (f"## {say('Result', locale)}", "")
    yield from (pair(say("type", locale), _kind(measure, locale), locale), "")
    for kind in parts_of_type(measure.result):
        hints = types_of(kind)
        rows = ((f"`{f.name}`", f.zh, f.en, words(hints[f.name], locale)) for f in describe(kind))
        yield from named_table(_RESULT_HEADS, rows, locale)


def _refusals(measure: Some, locale: str) -> Iterator[str]:
    found = refusals(measure)
    if not found:
        return
    yield from (f"## {say('Refusals', locale)}", "", say("refusals-note", locale), "")
    rows = (
        (f"`{reason.code}`", translate(reason.text, locale), _links(rules, locale))
        for reason, rules in found.items()
    )
    yield from table(_REFUSAL_HEADS, rows, locale)


def _links(rules: Any, locale: str) -> str:
    return "<br>".join(
        f"[{show(rule, locale)}](../rules/{rule.path}.md)" for rule in rules.values()
    )
