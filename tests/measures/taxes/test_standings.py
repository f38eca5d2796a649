"""The standing of the rules on taxes and fees, and the documents that they rest on."""

from datetime import date
from typing import Any

import pytest

from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.measures.taxes.collector import CollectorRules
from gansu_reemployment.measures.taxes.fee_relief import FeeRules
from gansu_reemployment.measures.taxes.income_tax import IncomeTaxRules
from gansu_reemployment.measures.taxes.ordered_relief.rules import OrderedReliefRules
from gansu_reemployment.measures.taxes.spinoff_relief.rules import SpinoffRules
from gansu_reemployment.measures.taxes.tax_relief.rules import ReliefRules
from gansu_reemployment.measures.taxes.turnover_taxes import TaxRules
from gansu_reemployment.regions import Level

RELIEF = ReliefRules()
INCOME = IncomeTaxRules()
TURNOVER = TaxRules()
FIRST = date(2003, 1, 1)
EIGHT = date(2005, 1, 1)


@pytest.mark.parametrize(
    "rule",
    [
        RELIEF.contract_years,
        RELIEF.service_trades,
        RELIEF.threshold,
        RELIEF.exemption,
        RELIEF.reduction_factor,
        RELIEF.service_taxes,
        RELIEF.reduced_taxes,
        RELIEF.commerce_trades,
        RELIEF.retail_taxes,
        RELIEF.trader_taxes,
    ],
)
def test_rules_whose_words_were_read(rule: Rule[Any]) -> None:
    """Articles 1 and 2 of 财税[2002]208号 were read whole, article 5 as it is repeated."""
    assert Standing.READ is rule.on(FIRST).cite.standing


@pytest.mark.parametrize(
    "rule",
    [
        RELIEF.existing_share,
        RELIEF.spun_off_taxes,
        INCOME.first_tier,
        INCOME.first_rate,
        INCOME.second_tier,
        INCOME.second_rate,
        INCOME.whole,
    ],
)
def test_rules_that_are_reported(rule: Rule[Any]) -> None:
    """Articles 3 and 4, and the tiers of the income tax, are known from other texts."""
    assert Standing.REPORTED is rule.on(FIRST).cite.standing


@pytest.mark.parametrize(
    ("rule", "on", "short"),
    [
        (INCOME.first_rate, FIRST, "财税字[1994]009号"),
        (INCOME.full_rate, FIRST, "企业所得税暂行条例 第三条"),
        (TURNOVER.finance, FIRST, "财税[2001]21号"),
        (RELIEF.employee_test, EIGHT, "财税[2004]228号 第一条、第三条"),
        (RELIEF.employees, EIGHT, "财税[2004]228号 第一条、第三条"),
        (SpinoffRules().state_legal_share, EIGHT, "国资分配[2003]21号 一"),
        (SpinoffRules().sizes, EIGHT, "国资分配[2003]21号 二"),
        (CollectorRules().state_since, date(2003, 6, 10), "国发[2001]37号"),
        (CollectorRules().local_taxes, date(2003, 6, 10), "国发[2001]37号"),
    ],
)
def test_rules_cite_the_text_that_says_so(rule: Rule[Any], on: date, short: str) -> None:
    """A rule names the document, and the article, in which its words stand."""
    assert short == rule.on(on).cite.short


@pytest.mark.parametrize(
    ("rule", "since"),
    [
        (TURNOVER.service, date(1994, 1, 1)),
        (TURNOVER.lower_items, date(1994, 1, 1)),
        (TURNOVER.construction_city, date(1985, 2, 8)),
        (TURNOVER.education_surcharge, date(1994, 1, 1)),
        (TURNOVER.finance, date(2003, 1, 1)),
        (INCOME.full_rate, date(1994, 1, 1)),
    ],
)
def test_tax_acts_hold_from_their_own_days(rule: Rule[Any], since: date) -> None:
    """The acts are older than the policy."""
    assert since == rule.on(FIRST).since


@pytest.mark.parametrize(
    "rule",
    [OrderedReliefRules().standard, FeeRules().provincial_items, TURNOVER.entertainment],
)
def test_rules_that_the_province_sets(rule: Rule[Any]) -> None:
    """The texts name the province, and no level below it."""
    assert Level.PROVINCE is rule.delegated_to


def test_service_income_of_new_retail_is_noted() -> None:
    """That Beijing frees the service income of a retail enterprise is shown beside the rule."""
    assert "京地税营[2003]372号" in RELIEF.retail_taxes.on(FIRST).note
