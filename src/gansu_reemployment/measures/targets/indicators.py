"""Indicators of employment (就业指标): separate counts and exact rates.

Statistics and labour authorities (统计、劳动保障部门) report them. Net new jobs (净增就业), new
jobs (新增就业) and the newly employed (累计新就业) are three different numbers. They were defined
in April 2004; earlier texts use 净增 and 新增 for the same number, so no rule covers those days.
No formula of Gansu's re-employment rate is known, so the base of the rate is a fact.

>>> from datetime import date
>>> from gansu_reemployment.working.case import CaseWorking
>>> case = CaseWorking(on=date(2003, 12, 31))
>>> count = Reemployment(base=RateBase.STOCK, reemployed=60_000, stock=150_000)
>>> reemployment_rate(case, case.read(count), IndicatorRules()).value
Fraction(2, 5)
"""

from datetime import date
from fractions import Fraction
from typing import Final, Generic

from attrs import frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import (
    CheckedFacts,
    Known,
    U,
    fact,
    not_negative,
    positive,
    result_field,
)
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments.employment import LAOSHEBUFA_2004_9
from gansu_reemployment.law.instruments.gansu import GANSU_OPINION_2003, ZHONGGUO_NIANJIAN_2005
from gansu_reemployment.law.instruments.peers import SHAANZHENGBANFA_2003_28
from gansu_reemployment.law.provisions import Provision, cited
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.law.tables import reading, rule_table, stated
from gansu_reemployment.working.formula import formula
from gansu_reemployment.working.measure import measure
from gansu_reemployment.working.protocol import Working

_POLICY: Final = date(2002, 9, 30)
_OPINION: Final = date(2003, 6, 10)
_DEFINITIONS: Final = date(2004, 4, 2)
_ALL: Final = Fraction(1)


class RateBase(Choice):
    """The denominator of the re-employment rate (再就业率口径)."""

    FLOW = "年初加当年新增", "laid off at the start and in the year"
    STOCK = "当年存量", "existing stock"


@frozen(kw_only=True, slots=False)
class EmployedStock(CheckedFacts, Generic[U]):
    """The urban employed at both ends of a period (城镇从业人员), in persons."""

    employed_start: int | U = fact("期初城镇从业人员", "urban employed at start", not_negative)
    employed_end: int | U = fact("期末城镇从业人员", "urban employed at end", not_negative)


@frozen(kw_only=True, slots=False)
class NewlyEmployed(CheckedFacts, Generic[U]):
    """Persons who took up and who left work in a period (就业人员变动).

    *newly_employed* counts first-time and renewed employment, but not moves from another unit.
    *natural_loss* counts retirement, death and leaving (自然减员).
    """

    newly_employed: int | U = fact("累计新就业", "newly employed", not_negative)
    natural_loss: int | U = fact("自然减员", "natural loss", not_negative)


@frozen(kw_only=True, slots=False)
class LabourForce(CheckedFacts, Generic[U]):
    """The parts of the long form of the rate (登记失业率分母), in persons at year-end.

    *unit_employed* excludes rural labour, re-hired retirees, and staff from Hong Kong, Macao,
    Taiwan and abroad. *off_post* counts the off-post staff of urban units.
    """

    registered: int | U = fact("登记失业人员", "registered unemployed", not_negative)
    unit_employed: int | U = fact("单位从业人员", "employed in units", not_negative)
    off_post: int | U = fact("不在岗职工", "off-post staff", not_negative)
    private_owners: int | U = fact("私营业主", "private owners", not_negative)
    sole_traders: int | U = fact("个体户主", "self-employed owners", not_negative)
    private_employed: int | U = fact("私营个体从业人员", "privately employed", not_negative)

    def contradictions(self) -> list[Fault]:
        """Reject a labour force of zero persons."""
        return _all_zero(self, "registered")


@frozen(kw_only=True, slots=False)
class ShortLabourForce(CheckedFacts, Generic[U]):
    """The parts of the short form, which prefecture data has (简式), in persons."""

    registered: int | U = fact("登记失业人员", "registered unemployed", not_negative)
    unit_employed: int | U = fact("单位从业人员", "employed in units", not_negative)
    private_employed: int | U = fact(
        "私营和个体从业人员", "private and self-employed", not_negative
    )

    def contradictions(self) -> list[Fault]:
        """Reject a labour force of zero persons."""
        return _all_zero(self, "registered")


@frozen(kw_only=True, slots=False)
class Reemployment(CheckedFacts, Generic[U]):
    """The laid-off and unemployed, and those re-employed (下岗失业人员再就业), in persons.

    *reemployed* counts members of the base who found work in the year. *stock* counts the
    laid-off and unemployed at the start of the year.
    """

    base: RateBase | U = fact("再就业率口径", "base of the rate")
    reemployed: int | U = fact("再就业人数", "re-employed", not_negative)
    stock: int | U = fact("年初下岗失业人员", "laid off at the start", positive)
    newly_laid_off: int | U = fact("当年新增下岗失业人员", "newly laid off", not_negative)


@frozen(kw_only=True, slots=False)
class CertificateCount(CheckedFacts, Generic[U]):
    """Persons with a certificate, and those entitled to one (优惠证发放情况)."""

    issued: int | U = fact("已发证人数", "certificates issued", not_negative)
    entitled: int | U = fact("符合条件人数", "entitled persons", positive)


@frozen(kw_only=True, slots=False)
class LedgerCount(CheckedFacts, Generic[U]):
    """“4050” persons with a ledger, and all of them (“4050”人员台账)."""

    recorded: int | U = fact("已建台账人数", "persons with a ledger", not_negative)
    older: int | U = fact("“4050”人员数", "“4050” persons", positive)


@rule_table("indicators", checked=date(2026, 11, 23))
class IndicatorRules:
    """The definition of each indicator (指标口径)."""

    net_new_jobs: Reading = reading(
        "净增就业：期末城镇从业人员减期初城镇从业人员",
        "net new jobs: urban employed at the end less those at the start",
        cited(_DEFINITIONS, LAOSHEBUFA_2004_9.at("一(一)")),
    )
    newly_employed: Reading = reading(
        "累计新就业：不含由其他单位转入的人员",
        "newly employed: without those who move from another unit",
        cited(_DEFINITIONS, LAOSHEBUFA_2004_9.at("一(二)")),
    )
    new_jobs: Reading = reading(
        "新增就业：累计新就业减自然减员",
        "new jobs: newly employed less natural loss",
        cited(_DEFINITIONS, LAOSHEBUFA_2004_9.at("一(三)", Standing.ASSUMED)),
    )
    unemployment_rate: Reading = reading(
        "城镇登记失业率：登记失业人员占城镇从业人员与登记失业人员之和的比重",
        "registered unemployed over urban employed and registered unemployed",
        cited(_POLICY, ZHONGGUO_NIANJIAN_2005.at()),
    )
    short_rate: Reading = reading(
        "市州简式：分母取单位、私营个体从业人员与登记失业人员之和",
        "short form: unit and private employment and registered unemployed below",
        cited(_POLICY, ZHONGGUO_NIANJIAN_2005.at(standing=Standing.ASSUMED)),
    )
    flow_base: Reading = reading(
        "年初下岗失业人员加当年新增下岗失业人员",
        "those laid off at the start of the year and in the year",
        cited(_OPINION, GANSU_OPINION_2003.at(standing=Standing.ASSUMED)),
    )
    stock_base: Reading = reading(
        "当年存量下岗失业人员",
        "the stock of the laid-off and unemployed",
        # The text of Shaanxi was read; that Gansu uses the same base is assumed.
        cited(_OPINION, SHAANZHENGBANFA_2003_28.at(standing=Standing.ASSUMED)),
    )
    certificates: Rule[Fraction] = stated(
        "优惠证应发尽发",
        "share of the entitled who are to have their certificate",
        Provision(_OPINION, _ALL, GANSU_OPINION_2003.at("二(三)", Standing.ASSUMED)),
    )
    ledgers: Rule[Fraction] = stated(
        "“4050”人员逐一建立台账",
        "share of the “4050” persons who are to have a ledger",
        Provision(_OPINION, _ALL, GANSU_OPINION_2003.at("四(九)", Standing.ASSUMED)),
    )


@frozen(kw_only=True)
class Coverage:
    """How many of the persons who qualify are reached (覆盖情况)."""

    rate: Fraction = result_field("比率", "rate")
    lacking: int = result_field("尚缺人数", "persons still without")
    complete: bool = result_field("达到要求", "complete")


@measure("净增就业", "net new jobs")
def net_new_jobs(w: Working, stock: EmployedStock[Known], rules: IndicatorRules) -> int:
    """Compute the net new jobs of a period (净增就业); below zero where employment fell."""
    w.cite(rules.net_new_jobs)
    return stock.employed_end - stock.employed_start


@measure("新增就业", "new jobs")
def new_jobs(w: Working, moves: NewlyEmployed[Known], rules: IndicatorRules) -> int:
    """Compute the new jobs of a period (新增就业), against which the plan is checked."""
    w.cite(rules.newly_employed)
    gross = w.step(_("newly employed"), moves.newly_employed)
    w.cite(rules.new_jobs)
    return gross - moves.natural_loss


@measure("城镇登记失业率", "registered unemployment rate")
def unemployment_rate(w: Working, force: LabourForce[Known], rules: IndicatorRules) -> Fraction:
    """Compute the urban registered unemployment rate in its long form (城镇登记失业率)."""
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

    It is an illustration from prefecture data, not an official rate.
    """
    w.cite(rules.short_rate)
    employed = force.unit_employed + force.private_employed
    base = w.step(_("base of the rate"), employed + force.registered)
    return w.ratio(force.registered, base)


@measure("再就业率", "re-employment rate")
def reemployment_rate(w: Working, count: Reemployment[Known], rules: IndicatorRules) -> Fraction:
    """Compute the re-employment rate on the stated base (下岗失业人员再就业率)."""
    match count.base:
        case RateBase.FLOW:
            w.cite(rules.flow_base)
            return w.ratio(count.reemployed, count.stock + count.newly_laid_off)
        case RateBase.STOCK:
            w.cite(rules.stock_base)
            return w.ratio(count.reemployed, count.stock)


@measure("优惠证发放率", "certificate issue rate")
def issue_rate(w: Working, count: CertificateCount[Known], rules: IndicatorRules) -> Coverage:
    """Compute the share of the entitled who hold their certificate (优惠证发放率)."""
    return coverage(w, count.issued, count.entitled, w.use(rules.certificates))


@measure("“4050”人员建账率", "“4050” ledger rate")
def ledger_rate(w: Working, count: LedgerCount[Known], rules: IndicatorRules) -> Coverage:
    """Compute the share of the “4050” persons who have a ledger (“4050”人员建账率)."""
    return coverage(w, count.recorded, count.older, w.use(rules.ledgers))


@formula
def coverage(w: Working, reached: int, entitled: int, required: Fraction) -> Coverage:
    """Return the share *reached* of those *entitled*, compared with the *required* one."""
    rate = w.ratio(reached, entitled)
    return Coverage(rate=rate, lacking=entitled - reached, complete=rate >= required)


def _all_zero(facts: CheckedFacts, path: str) -> list[Fault]:
    """Return a fault if every part is known and zero."""
    if any(value != 0 for value in facts.__dict__.values()):
        return []
    return [Fault.at(path, _("all parts are zero, so there is no rate"))]
