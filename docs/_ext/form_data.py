"""The data of the form in the page, beside the schemas: measures, places, units and examples."""

import typing
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any, Final

import attrs
from examples_of_measures import worked
from page_words import say

from gansu_reemployment import Bureau, load_host
from gansu_reemployment.catalogue import MEASURES, subject_of
from gansu_reemployment.fact_model import types_of
from gansu_reemployment.regions import GANSU_ID, NATION_ID, find_region
from gansu_reemployment.testing.worked_cases import Vector
from gansu_reemployment.working.outcome_json import known, plain

#: The units of the schemas, as a Chinese form shows them.
UNITS: Final[Mapping[str, str]] = {
    "yuan": "元",
    "months": "个月",
    "years": "年",
    "persons": "人",
    "certificates": "件",
    "points": "分",
    "percentage points": "个百分点",
    "basis points": "个基点",
    "months of persons": "人·月",
    "months or days": "月或者天",
    "month of the year": "月份",
    "calendar year": "年度",
    "quarter of the year": "季度",
    "number in order, from 1": "序号，自1起",
    "share of 1": "比例，如 0.58 或者 58/100",
    "share of 1 a year": "年利率，如 0.0531",
    "share of 1 a day": "日利率，如 0.00021",
    "times the rate": "倍",
    "weight": "权数",
    "value of the factor": "因素值",
    "what the target counts": "目标任务的计量单位",
}
#: Facts in words that are the names of no person, firm, loan or office: a link may have them.
IMPERSONAL: Final = (
    *("Factor.name", "Indicator.name", "Indicator.part_of", "RateCeiling.name"),
    *("ReliefOffer.scheme", "Charge.item", "Item.zh", "Item.en", "Band.zh", "Band.en"),
)


def form_data() -> dict[str, Any]:
    """Return what the form shows, in both languages, under the rules of the library alone."""
    return {
        "subjects": list(_subjects()),
        "regions": [
            {"id": r.id, "zh": r.name, "en": r.en, "parent": r.parent}
            for r in load_host([]).regions
        ],
        "units": UNITS,
        "kept": IMPERSONAL,
        "facts": {name: measure.facts.__name__ for name, measure in MEASURES.items()},
        "usual": {kind.__name__: plain(kind.usual) for kind in _records() if _presumable(kind)},
        "examples": {name: _example(worked()[name]) for name in MEASURES},
    }


def _subjects() -> Iterator[dict[str, Any]]:
    for subject, measures in groupby(MEASURES.values(), lambda one: subject_of(one.name)):
        names = [{"name": one.name, "zh": one.zh, "en": one.en} for one in measures]
        yield {"zh": say(subject, "zh_CN"), "en": say(subject, "en"), "measures": names}


def _presumable(kind: type[Any]) -> bool:
    return bool(getattr(kind, "usual", None))


def _records() -> Iterator[type[Any]]:
    """Yield the classes of the facts of every measure, and of the records in them."""
    left: list[Any] = [measure.facts for measure in MEASURES.values()]
    seen = set()
    while left:
        kind = left.pop()
        left += typing.get_args(kind)
        kind = typing.get_origin(kind) or kind
        if isinstance(kind, type) and attrs.has(kind) and kind not in seen:
            seen.add(kind)
            left += types_of(kind).values()
            yield kind


def _example(vector: Vector) -> dict[str, Any]:
    """Return a worked case; that of the nation is decided in the province, as on the pages."""
    region = find_region(vector.region).id
    region = GANSU_ID if region == NATION_ID else region
    facts = vector.read_facts(Bureau.of(region, host=vector.host))
    return {"on": vector.on.isoformat(), "region": region, "facts": known(facts)}
