"""Plugins (插件): the local rules, measures and ledgers they bring, and what they are written with.

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
_HOMES = {
    "Amendment": "law.provisions",
    "Bilingual": "i18n",
    "ByBand": "law.bands",
    "CaseWorking": "working.case",
    "CheckedFacts": "fact_model",
    "Choice": "i18n",
    "ColumnWorking": "columns.working",
    "Deadline": "law.deadlines",
    "Extent": "law.sources",
    "Grade": "law.sources",
    "Host": "plugins.host",
    "Instrument": "law.documents",
    "Known": "fact_model",
    "Level": "regions",
    "LocalAdjustment": "plugins.hooks",
    "LocalCondition": "plugins.hooks",
    "LocalFacts": "plugins.hooks",
    "LocalRules": "plugins.hooks",
    "LocalSeries": "plugins.hooks",
    "LocalWeights": "plugins.hooks",
    "Measure": "working.measure",
    "Provision": "law.provisions",
    "Reading": "law.rules",
    "Reason": "working.terms",
    "Region": "regions",
    "Rule": "law.rules",
    "Source": "plugins.source",
    "Standing": "law.documents",
    "TextRead": "law.sources",
    "U": "fact_model",
    "Unknown": "fact_model",
    "Working": "working.protocol",
    "Yuan": "money",
    "at_most_one": "fact_model",
    "born": "fact_model",
    "cited": "law.provisions",
    "fact": "fact_model",
    "formula": "working.formula",
    "hookimpl": "plugins.hooks",
    "load_host": "plugins.loading",
    "meaning": "fact_model",
    "measure": "working.measure",
    "not_negative": "fact_model",
    "positive": "fact_model",
    "reading": "law.tables",
    "result_field": "fact_model",
    "rule_table": "law.tables",
    "stated": "law.tables",
}

__all__ = [
    "Amendment",
    "Bilingual",
    "ByBand",
    "CaseWorking",
    "CheckedFacts",
    "Choice",
    "ColumnWorking",
    "Deadline",
    "Extent",
    "Grade",
    "Host",
    "Instrument",
    "Known",
    "Level",
    "LocalAdjustment",
    "LocalCondition",
    "LocalFacts",
    "LocalRules",
    "LocalSeries",
    "LocalWeights",
    "Measure",
    "Provision",
    "Reading",
    "Reason",
    "Region",
    "Rule",
    "Source",
    "Standing",
    "TextRead",
    "U",
    "Unknown",
    "Working",
    "Yuan",
    "at_most_one",
    "born",
    "cited",
    "fact",
    "formula",
    "hookimpl",
    "load_host",
    "meaning",
    "measure",
    "not_negative",
    "positive",
    "reading",
    "result_field",
    "rule_table",
    "stated",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, __all__)
