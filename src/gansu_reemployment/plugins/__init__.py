"""Plugins (插件): the local rules, measures and ledgers they bring, and what they are written with.

Each name is loaded when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gansu_reemployment.fact_model import CheckedFacts as CheckedFacts
    from gansu_reemployment.fact_model import Known as Known
    from gansu_reemployment.fact_model import U as U
    from gansu_reemployment.fact_model import fact as fact
    from gansu_reemployment.fact_model import not_negative as not_negative
    from gansu_reemployment.fact_model import positive as positive
    from gansu_reemployment.fact_model import result_field as result_field
    from gansu_reemployment.i18n import Bilingual as Bilingual
    from gansu_reemployment.i18n import Choice as Choice
    from gansu_reemployment.law.bands import ByBand as ByBand
    from gansu_reemployment.law.documents import Instrument as Instrument
    from gansu_reemployment.law.documents import Standing as Standing
    from gansu_reemployment.law.provisions import Amendment as Amendment
    from gansu_reemployment.law.provisions import Provision as Provision
    from gansu_reemployment.law.provisions import cited as cited
    from gansu_reemployment.law.rules import Reading as Reading
    from gansu_reemployment.law.rules import Rule as Rule
    from gansu_reemployment.law.tables import reading as reading
    from gansu_reemployment.law.tables import rule_table as rule_table
    from gansu_reemployment.law.tables import stated as stated
    from gansu_reemployment.money import Yuan as Yuan
    from gansu_reemployment.plugins.hooks import LocalCondition as LocalCondition
    from gansu_reemployment.plugins.hooks import LocalFacts as LocalFacts
    from gansu_reemployment.plugins.hooks import LocalRules as LocalRules
    from gansu_reemployment.plugins.hooks import LocalSeries as LocalSeries
    from gansu_reemployment.plugins.hooks import LocalWeights as LocalWeights
    from gansu_reemployment.plugins.hooks import hookimpl as hookimpl
    from gansu_reemployment.plugins.loading import load_host as load_host
    from gansu_reemployment.plugins.source import Source as Source
    from gansu_reemployment.regions import Level as Level
    from gansu_reemployment.regions import Region as Region
    from gansu_reemployment.working.formula import formula as formula
    from gansu_reemployment.working.measure import Measure as Measure
    from gansu_reemployment.working.measure import measure as measure
    from gansu_reemployment.working.protocol import Working as Working
    from gansu_reemployment.working.terms import Reason as Reason

#: Where each name is defined.
_HOMES = {
    "Amendment": "law.provisions",
    "Bilingual": "i18n",
    "ByBand": "law.bands",
    "CheckedFacts": "fact_model",
    "Choice": "i18n",
    "Instrument": "law.documents",
    "Known": "fact_model",
    "Level": "regions",
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
    "U": "fact_model",
    "Working": "working.protocol",
    "Yuan": "money",
    "cited": "law.provisions",
    "fact": "fact_model",
    "formula": "working.formula",
    "hookimpl": "plugins.hooks",
    "load_host": "plugins.loading",
    "measure": "working.measure",
    "not_negative": "fact_model",
    "positive": "fact_model",
    "reading": "law.tables",
    "result_field": "fact_model",
    "rule_table": "law.tables",
    "stated": "law.tables",
}

__all__ = [*sorted(_HOMES)]  # noqa: PLE0604 - the names of a constant table


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"gansu_reemployment.{_HOMES[name]}"), name)
