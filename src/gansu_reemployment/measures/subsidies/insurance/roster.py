"""An employer's quarterly claim, its roster and the claim sheet (招用人员花名册、补贴申请表)."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from attrs import field, frozen

from gansu_reemployment.dates import quarter_start
from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import (
    CheckedFacts,
    fact,
    meaning,
    not_negative,
    positive,
    result_field,
)
from gansu_reemployment.fact_model.contradictions import Contradiction
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.persons.facts import EntitledGroup, Group
from gansu_reemployment.measures.subsidies.insurance.amounts import InsuranceSubsidy
from gansu_reemployment.measures.subsidies.insurance.facts import PAID_IN_CONTRACT, Employer
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import Reason
from gansu_reemployment.working.tabular import Tabular


@frozen(kw_only=True, slots=False)
class Hire(CheckedFacts):
    """A person on the roster (招用人员花名册); ``None`` is an unknown fact.

    Args:
        number: the number in the roster.
        group: which of the policy's groups the person belongs to.
        hardship: the “4050” classification.
        new_post: newly hired into a new post.
        hired_on: the first day of the labour contract.
        contract_years: its length in full years.
        wage: the wage of a month.
        months_used: months paid for the person before the quarter.
        months_in_contract: those of them that were paid under this contract.
        paid_first: the contributions of the quarter's first month were paid in full.
        paid_second: those of its second month.
        paid_third: those of its third month.
        retired: has reached or gone through legal retirement.
        extended: the place has approved an extension beyond the longest time.
        years_left_at_approval: full years left to legal retirement at the first approval.
        approved_on: the day on which the subsidy was first approved.
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = (PAID_IN_CONTRACT,)

    number: str = field(metadata=meaning("序号", "number"))
    group: EntitledGroup | None = fact("人员类别", "group")
    hardship: Group | None = fact("就业困难程度", "hardship")
    new_post: bool | None = fact("新增岗位新招用", "new post")
    hired_on: date | None = fact("合同起始日", "contract from")
    contract_years: int | None = fact("劳动合同年限", "contract years", positive)
    wage: Yuan | None = fact("月工资", "monthly wage", not_negative)
    months_used: int | None = fact("已补贴月数", "months used", not_negative)
    months_in_contract: int | None = fact(
        "本合同已补贴月数", "months used in this contract", not_negative
    )
    paid_first: bool | None = fact("首月已缴费", "first month paid")
    paid_second: bool | None = fact("次月已缴费", "second month paid")
    paid_third: bool | None = fact("末月已缴费", "third month paid")
    retired: bool | None = fact("已退休", "retired")
    extended: bool | None = fact("经批准延长", "extension approved")
    years_left_at_approval: int | None = fact(
        "首次批准时距退休年数", "years to retirement at the first approval", not_negative
    )
    approved_on: date | None = fact("首次批准日期", "first approved on")


@frozen(kw_only=True, slots=False)
class QuarterlyClaim(CheckedFacts):
    """An employer's claim for a quarter (季度补贴申请).

    Args:
        employer: the kind of employer.
        claimed_on: the day of the claim.
        in_arrears: behind with contributions, or not in social insurance.
        average_wage: last year's average wage of the place, in yuan a year; the published one,
            unless given.
        hires: the roster.
    """

    usual: ClassVar[Mapping[str, Any]] = {"in_arrears": False, "papers_complete": True}

    employer: Employer | None = fact("用人单位类别", "employer")
    first_day: date = field(metadata=meaning("季度起始日", "first day of the quarter"))
    claimed_on: date = field(metadata=meaning("申请日期", "claimed on"))
    in_arrears: bool | None = fact("欠缴社会保险费", "in arrears")
    papers_complete: bool | None = fact("材料齐全", "papers complete")
    average_wage: Yuan | None = fact(
        "上年度年平均工资", "yearly average wage of the year before", positive
    )
    hires: tuple[Hire, ...] = field(metadata=meaning("招用人员", "hires"))

    def contradictions(self) -> list[Fault]:
        """Reject a quarter that begins on another day, and a number that two persons have."""
        faults = []
        if type(self.first_day) is date and self.first_day != quarter_start(self.first_day):
            faults.append(Fault.at("first_day", _("a quarter begins on 1 Jan, Apr, Jul or Oct")))
        hires = self.hires if isinstance(self.hires, tuple) else ()
        twice = [name for name, n in Counter(hire.number for hire in hires).items() if n > 1]
        faults += [
            Fault.at(f"hires.{number}", _("two persons have this number")) for number in twice
        ]
        return faults


@frozen
class InsuranceLine:
    """One person's month that is granted, with the amounts by insurance."""

    number: str = result_field("序号", "number")
    month: date = result_field("月份", "month")
    subsidy: InsuranceSubsidy = result_field("社会保险补贴", "subsidy")


@frozen
class NotGranted:
    """One person's month that is not granted, with every reason or every missing fact."""

    number: str = result_field("序号", "number")
    month: date = result_field("月份", "month")
    reasons: tuple[Reason, ...] = result_field("不予补贴的理由", "reasons against")
    missing: tuple[str, ...] = result_field("缺少的事实", "missing facts")


@frozen
class ClaimSheet(Tabular):
    """The sheet of a claim (社会保险补贴申请表): months granted, months not granted, total."""

    lines: tuple[InsuranceLine, ...] = result_field("核定明细", "granted")
    not_granted: tuple[NotGranted, ...] = result_field("未核定", "not granted")
    total: Yuan = result_field("补贴合计", "total")
