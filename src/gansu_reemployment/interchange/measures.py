"""Measures as data (措施数据): names, facts, result, refusals and rules of each."""

from typing import Any

from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.i18n import translate
from gansu_reemployment.interchange.schemas import json_schema
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.regions import Region
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.refusals import reasons_of


def all_measures(host: Host) -> tuple[Measure[Any, Any], ...]:
    """Return every measure, those of the plugins of *host* last."""
    return (*MEASURES.values(), *host.measures().values())


def measure_as_json(host: Host, name: str, region: Region | None = None) -> dict[str, Any]:
    """Return a measure in JSON's own types, with the facts that *region* adds, or any region.

    Raises:
        UnknownNameError: there is no such measure; the nearest names are suggested.
    """
    found = host.measure(name, region)
    book = host.rulebook(region) if region else Rulebook.national()
    return {
        "name": found.name,
        "zh": found.zh,
        "en": found.en,
        "columns": found.columns,
        "facts": json_schema(found),
        "outcome": json_schema(found, "outcome"),
        "refusals": [
            {"code": one.code, "zh": translate(one.text, "zh_CN"), "en": translate(one.text, "en")}
            for one in reasons_of(found)
        ],
        "rules": sorted({rule.path for rule in book.rules_in(found.rules)}),
    }
