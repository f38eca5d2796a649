"""Plugins (插件): their local rules, measures and ledgers, and the names they are written with.

Each name is loaded when it is first asked for.
"""

from typing import TYPE_CHECKING

from gansu_reemployment._lazy import lazy_names

if TYPE_CHECKING:
    from gansu_reemployment.columns.working import ColumnWorking
    from gansu_reemployment.fact_model import (
        CheckedFacts,
        Known,
        U,
        Unknown,
        at_most_one,
        born,
        fact,
        meaning,
        not_negative,
        positive,
        result_field,
    )
    from gansu_reemployment.i18n import Bilingual, Choice
    from gansu_reemployment.law.bands import ByBand
    from gansu_reemployment.law.deadlines import Deadline
    from gansu_reemployment.law.documents import Instrument, Standing
    from gansu_reemployment.law.provisions import Amendment, Provision, cited
    from gansu_reemployment.law.rules import Reading, Rule
    from gansu_reemployment.law.sources import Extent, Grade, TextRead
    from gansu_reemployment.law.tables import reading, rule_table, stated
    from gansu_reemployment.money import Yuan
    from gansu_reemployment.plugins.hooks import (
        LocalAdjustment,
        LocalCondition,
        LocalFacts,
        LocalRules,
        LocalSeries,
        LocalWeights,
        hookimpl,
    )
    from gansu_reemployment.plugins.host import Host
    from gansu_reemployment.plugins.loading import load_host
    from gansu_reemployment.plugins.source import Source
    from gansu_reemployment.regions import Level, Region
    from gansu_reemployment.working.case import CaseWorking
    from gansu_reemployment.working.formula import formula
    from gansu_reemployment.working.measure import Measure, measure
    from gansu_reemployment.working.protocol import Working
    from gansu_reemployment.working.terms import Reason

# The lists below are made from the imports above by ``.ci/measures.py``.
# fmt: off
_HOMES = {
    "columns.working": ("ColumnWorking",),
    "fact_model": (
        "CheckedFacts", "Known", "U", "Unknown", "at_most_one", "born", "fact", "meaning",
        "not_negative", "positive", "result_field",
    ),
    "i18n": ("Bilingual", "Choice"),
    "law.bands": ("ByBand",),
    "law.deadlines": ("Deadline",),
    "law.documents": ("Instrument", "Standing"),
    "law.provisions": ("Amendment", "Provision", "cited"),
    "law.rules": ("Reading", "Rule"),
    "law.sources": ("Extent", "Grade", "TextRead"),
    "law.tables": ("reading", "rule_table", "stated"),
    "money": ("Yuan",),
    "plugins.hooks": (
        "LocalAdjustment", "LocalCondition", "LocalFacts", "LocalRules", "LocalSeries",
        "LocalWeights", "hookimpl",
    ),
    "plugins.host": ("Host",),
    "plugins.loading": ("load_host",),
    "plugins.source": ("Source",),
    "regions": ("Level", "Region"),
    "working.case": ("CaseWorking",),
    "working.formula": ("formula",),
    "working.measure": ("Measure", "measure"),
    "working.protocol": ("Working",),
    "working.terms": ("Reason",),
}
__all__ = [
    "Amendment", "Bilingual", "ByBand", "CaseWorking", "CheckedFacts", "Choice",
    "ColumnWorking", "Deadline", "Extent", "Grade", "Host", "Instrument", "Known", "Level",
    "LocalAdjustment", "LocalCondition", "LocalFacts", "LocalRules", "LocalSeries",
    "LocalWeights", "Measure", "Provision", "Reading", "Reason", "Region", "Rule", "Source",
    "Standing", "TextRead", "U", "Unknown", "Working", "Yuan", "at_most_one", "born", "cited",
    "fact", "formula", "hookimpl", "load_host", "meaning", "measure", "not_negative",
    "positive", "reading", "result_field", "rule_table", "stated",
]
# fmt: on

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, __all__)
