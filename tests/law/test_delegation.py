"""Who may set a rule, and within which limits, written down a second time.

A level that is changed by mistake would refuse the rows of a place, or let it set what the province
sets. So each is stated here too: the rules that only the province sets by name, and the limits of
the texts.
"""

from fractions import Fraction
from typing import Any, Final

import pytest

from gansu_reemployment import Rulebook, Yuan
from gansu_reemployment.law.provisions import Bound
from gansu_reemployment.regions import Level

_RULES: Final = tuple(Rulebook.national().rules())
#: The rules that no place below the province sets.
_PROVINCIAL: Final = {
    *("certificate.widened", "insurance.pension_rate", "insurance.own_pension_rate"),
    *("services.skills", "services.start_idea", "services.start_firm", "services.by_employer"),
    *("services.unplaced_share", "services.placement_standard", "micro_profit.items"),
    *("interest.central_full", "guarantee.upper_share", "ordered_relief.standard"),
    *("fee_relief.provincial_items", "collection_offset.method", "turnover_taxes.entertainment"),
    "transfers.factors",
}
#: How many rules counties may set, by the first word of their paths.
_OF_COUNTIES: Final = {
    "certificate": 14,
    "hardship": 9,
    "candidates": 2,
    "security": 2,
    "insurance": 30,
    "post": 13,
    "services": 7,
    "loan": 9,
    "extension": 1,
    "enterprise_loan": 5,
    "interest": 6,
    "guarantee": 7,
    "new_enterprise": 1,
    "collection_offset": 1,
    "breakdown": 2,
    "tasks": 4,
}
_OPINION: Final = "甘肃省人民政府2003年6月10日关于加快推进再就业工作的意见"
#: The limits of local values: the rule, the first day, the least, the most, the document, the
#: article and the standing.
_LIMITS: Final[tuple[tuple[Any, ...], ...]] = (
    ("insurance.pension_rate", "2002-09-30", None, "1/5", "国发[1997]26号", "", "reported"),
    ("insurance.flexible_ratio", "2008-02-03", None, "2/3", "国发[2008]5号", "", "reported"),
    ("loan.uplift", "2002-12-24", "0", "0", "银发[2002]394号", "第四条", "read"),
    ("loan.uplift", "2008-01-01", "0", "3/100", "银发[2008]238号", "", "reported"),
    ("interest.months", "2002-12-24", "1", "36", "银发[2002]394号", "第三条", "assumed"),
    ("guarantee.multiple", "2002-12-24", "0", "5", "银发[2002]394号", "第六条", "reported"),
    ("guarantee.fee", "2002-12-24", "0", "1/100", "银发[2002]394号", "第五条", "reported"),
    ("guarantee.upper_share", "2004-03-31", "1/10", "1", "银发[2004]51号", "一（一）", "read"),
    ("ordered_relief.standard", "2006-01-01", "3200", "4800", "财税[2005]186号", "第一条", "read"),
    (
        "turnover_taxes.entertainment",
        "1994-01-01",
        "1/20",
        "1/5",
        "国务院令第136号",
        "第二条",
        "read",
    ),
    (
        *("turnover_taxes.entertainment", "1994-01-01", "1/20", "1/5"),
        *("国务院令第136号", "第二条", "read"),
    ),
    (
        *("tasks.platform_deadline", "2003-06-10", "2003-06-30", "2003-07-31"),
        *(_OPINION, "二(三)", "assumed"),
    ),
)


def plain(value: Any) -> str | None:
    """Return a limit as it is written above."""
    if isinstance(value, Yuan):
        return str(Fraction(value.fen, 100))
    return None if value is None else str(value)


def stated(path: str, limit: Bound) -> tuple[Any, ...]:
    """Return a limit of a rule as it is written above."""
    cite = limit.cite
    between = (limit.since.isoformat(), plain(limit.least), plain(limit.most))
    return (path, *between, cite.instrument.name, cite.article, cite.standing.name.lower())


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.path)
def test_level(rule: Any) -> None:
    """A rule is set by the province if it is named above, by counties, or by no place."""
    assert (rule.path in _PROVINCIAL) == (rule.delegated_to is Level.PROVINCE)
    assert rule.delegated_to in {Level.PROVINCE, Level.COUNTY, None}


@pytest.mark.parametrize("table", sorted({rule.path.partition(".")[0] for rule in _RULES}))
def test_rules_of_counties(table: str) -> None:
    """Each table has as many rules that counties may set as are counted above."""
    ours = [rule for rule in _RULES if rule.path.partition(".")[0] == table]

    assert _OF_COUNTIES.get(table, 0) == sum(rule.delegated_to is Level.COUNTY for rule in ours)


def test_limits() -> None:
    """The limits of local values are those of the texts, and there are no others."""
    found = {stated(rule.path, limit) for rule in _RULES for limit in rule.bounds}

    assert {*_LIMITS} == found
