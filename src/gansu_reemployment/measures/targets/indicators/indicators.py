"""Indicators of employment (就业指标): separate counts and exact rates.

Statistics and labour authorities (统计、劳动保障部门) report them. Net new jobs (净增就业), new
jobs (新增就业) and the newly employed (累计新就业) are three different numbers. They were defined
in April 2004. Before that day the words of the opinion of 2003 count, which sets goals in both
净增 and 新增; that they mean what was defined later is a reading.
No formula of Gansu's re-employment rate is known, so the base of the rate is a fact.

>>> from datetime import date
>>> from gansu_reemployment.measures.targets.indicators.facts import RateBase
>>> from gansu_reemployment.working.case import CaseWorking
>>> case = CaseWorking(on=date(2003, 12, 31))
>>> count = Reemployment(base=RateBase.STOCK, reemployed=60_000, stock=150_000)
>>> reemployment_rate(case, case.read(count), IndicatorRules()).value
Fraction(2, 5)
"""

from fractions import Fraction

from attrs import frozen

from gansu_reemployment.fact_model import Known, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.targets.indicators.facts import (
    CertificateCount,
    EmployedStock,
    LabourForce,
    LedgerCount,
    NewlyEmployed,
    RateBase,
    Reemployment,
    ShortLabourForce,
)
from gansu_reemployment.measures.targets.indicators.rules import IndicatorRules
from gansu_reemployment.working import Working, formula, measure


@frozen(kw_only=True)
class Coverage:
    """How many of the persons who qualify are reached (覆盖情况).

    If more are reached than qualify, some of them do not qualify: the excess is shown, and it is
    not known whether everyone who qualifies is reached, so the requirement is not met.
    """

    rate: Fraction = result_field("比率", "rate")
    lacking: int = result_field("尚缺人数", "persons still without")
    excess: int = result_field("超出人数", "persons above those who qualify")
    complete: bool = result_field("达到要求", "complete")


@measure("净增就业", "net new jobs")
def net_new_jobs(w: Working, stock: EmployedStock[Known], rules: IndicatorRules) -> int:
    """Compute the net new jobs of a period (净增就业); below zero where employment fell.

    The day of the law is the last day of the period.
    """
    w.cite(rules.net_new_jobs)
    return stock.employed_end - stock.employed_start


@measure("新增就业", "new jobs")
def new_jobs(w: Working, moves: NewlyEmployed[Known], rules: IndicatorRules) -> int:
    """Compute the new jobs of a period (新增就业), against which the plan is checked.

    The day of the law is the last day of the period.
    """
    w.cite(rules.newly_employed)
    gross = w.step(_("newly employed"), moves.newly_employed)
    w.cite(rules.new_jobs)
    return gross - moves.natural_loss


@measure("城镇登记失业率", "registered unemployment rate")
def unemployment_rate(w: Working, force: LabourForce[Known], rules: IndicatorRules) -> Fraction:
    """Compute the urban registered unemployment rate in its long form (城镇登记失业率).

    The day of the law is the day of the count.
    """
    w.cite(rules.unemployment_rate)
    owners = force.private_owners + force.sole_traders
    employed = force.unit_employed + force.off_post + owners + force.private_employed
    base = w.step(_("base of the rate"), employed + force.registered)
    return w.ratio(force.registered, base)


@measure("城镇登记失业率（简式）", "registered unemployment rate, short form")
def short_unemployment_rate(
    w: Working, force: ShortLabourForce[Known], rules: IndicatorRules
) -> Fraction:
    """Compute the registered unemployment rate in its short form (登记失业率简式).

    The day of the law is the day of the count.

    It is an illustration from prefecture data, not an official rate.
    """
    w.cite(rules.short_rate)
    employed = force.unit_employed + force.private_employed
    base = w.step(_("base of the rate"), employed + force.registered)
    return w.ratio(force.registered, base)


@measure("再就业率", "re-employment rate")
def reemployment_rate(w: Working, count: Reemployment[Known], rules: IndicatorRules) -> Fraction:
    """Compute the re-employment rate on the stated base (下岗失业人员再就业率).

    The day of the law is the last day of the year.
    """
    w.cite(rules.reemployment)
    return w.ratio(count.reemployed, rate_base(w, count, rules))


@formula
def rate_base(w: Working, count: Reemployment[Known], rules: IndicatorRules) -> int:
    """Return the persons of whom the re-employed are a share (再就业率分母)."""
    match count.base:
        case RateBase.FLOW:
            w.cite(rules.flow_base)
            return count.stock + count.newly_laid_off
        case RateBase.STOCK:
            w.cite(rules.stock_base)
            return count.stock


@measure("优惠证发放率", "certificate issue rate")
def issue_rate(w: Working, count: CertificateCount[Known], rules: IndicatorRules) -> Coverage:
    """Compute the share of the entitled who hold their certificate (优惠证发放率).

    The day of the law is the day of the count.
    """
    return coverage(w, count.issued, count.entitled, w.use(rules.certificates))


@measure("“4050”人员建账率", "“4050” ledger rate")
def ledger_rate(w: Working, count: LedgerCount[Known], rules: IndicatorRules) -> Coverage:
    """Compute the share of the “4050” persons who have a ledger (“4050”人员建账率).

    The day of the law is the day of the count.
    """
    return coverage(w, count.recorded, count.older, w.use(rules.ledgers))


@formula
def coverage(w: Working, reached: int, entitled: int, required: Fraction) -> Coverage:
    """Return the share *reached* of those *entitled*, compared with the *required* one."""
    rate = w.ratio(reached, entitled)
    return Coverage(
        rate=rate,
        lacking=max(entitled - reached, 0),
        excess=max(reached - entitled, 0),
        complete=rate >= required and reached <= entitled,
    )
