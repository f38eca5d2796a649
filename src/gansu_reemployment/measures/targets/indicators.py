"""Indicators of employment (就业指标): counts that are kept apart, and exact rates.

Statistics and labour authorities (统计、劳动保障部门) report them. Net new jobs (净增就业), new
jobs (新增就业) and the newly employed (累计新就业) are three numbers; none stands for another.
The base of the re-employment rate is not known for Gansu, so it is always stated.

>>> from datetime import date
>>> from gansu_reemployment.working.case import CaseWorking
>>> case = CaseWorking(on=date(2003, 12, 31))
>>> stock = Reemployment(base=RateBase.STOCK, reemployed=60_000, stock=150_000)
>>> reemployment_rate(case, case.read(stock), IndicatorRules()).value
Fraction(2, 5)
"""

from fractions import Fraction

from attrs import field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import CheckedFacts, fact, not_negative, positive
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.measures.targets.indicators_rules import IndicatorRules
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Facts, Out_co, Working


class RateBase(Choice):
    """To what those who found work are compared (再就业率口径)."""

    FLOW = "年初加当年新增", "laid off at the start and in the year"
    STOCK = "当年存量", "existing stock"


@frozen(kw_only=True, slots=False)
class EmployedStock(CheckedFacts):
    """The urban employed (城镇从业人员) at both ends of a period, in persons."""

    employed_start: int | None = fact("期初城镇从业人员", "urban employed at start", not_negative)
    employed_end: int | None = fact("期末城镇从业人员", "urban employed at end", not_negative)


@frozen(kw_only=True, slots=False)
class NewlyEmployed(CheckedFacts):
    """Who took up and who gave up work in a period (就业人员变动), in persons.

    *newly_employed* counts everyone newly employed, first-time or again, but not those who move
    from another unit. *natural_loss* is retirement, death and leaving (自然减员).
    """

    newly_employed: int | None = fact("累计新就业", "newly employed", not_negative)
    natural_loss: int | None = fact("自然减员", "natural loss", not_negative)


@frozen(kw_only=True, slots=False)
class LabourForce(CheckedFacts):
    """The parts of the long form of the rate (登记失业率分母), in persons at year-end.

    *unit_employed* is without rural labour used, re-hired retirees, and staff from Hong Kong,
    Macao, Taiwan and abroad; *off_post* are the off-post staff of urban units.
    """

    registered: int | None = fact("登记失业人员", "registered unemployed", not_negative)
    unit_employed: int | None = fact("单位从业人员", "employed in units", not_negative)
    off_post: int | None = fact("不在岗职工", "off-post staff", not_negative)
    private_owners: int | None = fact("私营业主", "private owners", not_negative)
    sole_traders: int | None = fact("个体户主", "self-employed owners", not_negative)
    private_employed: int | None = fact("私营个体从业人员", "privately employed", not_negative)

    def contradictions(self) -> list[Fault]:
        """Refuse a labour force of nobody."""
        return _nobody(self, "registered")


@frozen(kw_only=True, slots=False)
class ShortLabourForce(CheckedFacts):
    """The parts of the short form, for which prefectures have data (简式), in persons."""

    registered: int | None = fact("登记失业人员", "registered unemployed", not_negative)
    unit_employed: int | None = fact("单位从业人员", "employed in units", not_negative)
    private_employed: int | None = fact(
        "私营和个体从业人员", "private and self-employed", not_negative
    )

    def contradictions(self) -> list[Fault]:
        """Refuse a labour force of nobody."""
        return _nobody(self, "registered")


@frozen(kw_only=True, slots=False)
class Reemployment(CheckedFacts):
    """Who was re-employed, and of how many (下岗失业人员再就业), in persons.

    *reemployed* are those of the group who found work in the year; on the stock base only
    those of the stock. *stock* is at the start of the year.
    """

    base: RateBase | None = fact("再就业率口径", "base of the rate")
    reemployed: int | None = fact("再就业人数", "re-employed", not_negative)
    stock: int | None = fact("年初下岗失业人员", "laid off at the start", positive)
    newly_laid_off: int | None = fact("当年新增下岗失业人员", "newly laid off", not_negative)


@frozen(kw_only=True, slots=False)
class CertificateCount(CheckedFacts):
    """Certificates issued among those entitled (优惠证发放情况), in persons."""

    issued: int | None = fact("已发证人数", "certificates issued", not_negative)
    entitled: int | None = fact("符合条件人数", "entitled persons", positive)


@frozen(kw_only=True, slots=False)
class LedgerCount(CheckedFacts):
    """Ledgers kept among the “4050” persons (“4050”人员台账), in persons."""

    recorded: int | None = fact("已建台账人数", "persons with a ledger", not_negative)
    older: int | None = fact("“4050”人员数", "“4050” persons", positive)


@frozen(kw_only=True)
class Coverage:
    """How far everyone who qualifies is reached (覆盖情况)."""

    rate: Fraction = field(metadata={"zh": "比率", "en": "rate"})
    lacking: int = field(metadata={"zh": "尚缺人数", "en": "persons still without"})
    complete: bool = field(metadata={"zh": "达到要求", "en": "complete"})


def net_new_jobs(w: Working[Out_co], stock: Facts[EmployedStock], rules: IndicatorRules) -> Out_co:
    """Give the net new jobs of a period (净增就业); below zero where employment fell."""
    w.cite(rules.net_new_jobs)
    return w.outcome(stock.employed_end - stock.employed_start)


def new_jobs(w: Working[Out_co], moves: Facts[NewlyEmployed], rules: IndicatorRules) -> Out_co:
    """Give the new jobs of a period (新增就业), by which the plan is checked."""
    w.cite(rules.newly_employed)
    gross = w.step(_("newly employed"), moves.newly_employed)
    w.cite(rules.new_jobs)
    return w.outcome(gross - moves.natural_loss)


def unemployment_rate(
    w: Working[Out_co], force: Facts[LabourForce], rules: IndicatorRules
) -> Out_co:
    """Give the urban registered unemployment rate in its long form (城镇登记失业率)."""
    w.cite(rules.unemployment_rate)
    owners = force.private_owners + force.sole_traders
    employed = force.unit_employed + force.off_post + owners + force.private_employed
    base = w.step(_("base of the rate"), employed + force.registered)
    return w.outcome(w.ratio(force.registered, base))


def short_unemployment_rate(
    w: Working[Out_co], force: Facts[ShortLabourForce], rules: IndicatorRules
) -> Out_co:
    """Give the registered unemployment rate in its short form (登记失业率简式).

    It is an illustration from prefecture data, no official rate.
    """
    w.cite(rules.short_rate)
    employed = force.unit_employed + force.private_employed
    base = w.step(_("base of the rate"), employed + force.registered)
    return w.outcome(w.ratio(force.registered, base))


def reemployment_rate(
    w: Working[Out_co], count: Facts[Reemployment], rules: IndicatorRules
) -> Out_co:
    """Give the re-employment rate on the stated base (下岗失业人员再就业率)."""

    def flow() -> object:
        w.cite(rules.flow_base)
        return w.ratio(count.reemployed, count.stock + count.newly_laid_off)

    def stock() -> object:
        w.cite(rules.stock_base)
        return w.ratio(count.reemployed, count.stock)

    return w.outcome(w.branch(count.base == RateBase.FLOW, flow, stock))


def issue_rate(w: Working[Out_co], count: Facts[CertificateCount], rules: IndicatorRules) -> Out_co:
    """Give the share of the entitled who hold their certificate (优惠证发放率)."""
    rate = w.ratio(count.issued, count.entitled)
    complete = rate >= w.use(rules.certificates)
    lacking = count.entitled - count.issued
    return w.outcome(w.record(Coverage, rate=rate, lacking=lacking, complete=complete))


def ledger_rate(w: Working[Out_co], count: Facts[LedgerCount], rules: IndicatorRules) -> Out_co:
    """Give the share of the “4050” persons who have a ledger (“4050”人员建账率)."""
    rate = w.ratio(count.recorded, count.older)
    complete = rate >= w.use(rules.ledgers)
    lacking = count.older - count.recorded
    return w.outcome(w.record(Coverage, rate=rate, lacking=lacking, complete=complete))


def _nobody(facts: CheckedFacts, path: str) -> list[Fault]:
    """Refuse parts that are all known and all zero: there is no rate of nobody."""
    if any(value != 0 for value in facts.__dict__.values()):
        return []
    return [Fault.at(path, _("all parts are zero: there is no rate of nobody"))]


NET_NEW_JOBS: Measure[EmployedStock, int] = Measure(
    "net_new_jobs", "净增就业", "net new jobs", net_new_jobs, EmployedStock, IndicatorRules
)
NEW_JOBS: Measure[NewlyEmployed, int] = Measure(
    "new_jobs", "新增就业", "new jobs", new_jobs, NewlyEmployed, IndicatorRules
)
UNEMPLOYMENT_RATE: Measure[LabourForce, Fraction] = Measure(
    "unemployment_rate",
    "城镇登记失业率",
    "registered unemployment rate",
    unemployment_rate,
    LabourForce,
    IndicatorRules,
)
SHORT_UNEMPLOYMENT_RATE: Measure[ShortLabourForce, Fraction] = Measure(
    "short_unemployment_rate",
    "城镇登记失业率（简式）",
    "registered unemployment rate, short form",
    short_unemployment_rate,
    ShortLabourForce,
    IndicatorRules,
)
REEMPLOYMENT_RATE: Measure[Reemployment, Fraction] = Measure(
    "reemployment_rate",
    "再就业率",
    "re-employment rate",
    reemployment_rate,
    Reemployment,
    IndicatorRules,
)
ISSUE_RATE: Measure[CertificateCount, Coverage] = Measure(
    "issue_rate",
    "优惠证发放率",
    "certificate issue rate",
    issue_rate,
    CertificateCount,
    IndicatorRules,
)
LEDGER_RATE: Measure[LedgerCount, Coverage] = Measure(
    "ledger_rate",
    "“4050”人员建账率",
    "“4050” ledger rate",
    ledger_rate,
    LedgerCount,
    IndicatorRules,
)
