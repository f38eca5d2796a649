"""The social insurance subsidy (社会保险补贴): the employer's contributions that the fund repays.

Service and retail enterprises that newly hire certificate holders, and public-service posts for
the older, get back the employer's pension and unemployment contributions, from 2006 the medical
ones too; flexible workers are subsidised from 2006, in part. Paid first, claimed back after the
quarter (先缴后补): the labour authority (劳动保障部门) checks, finance (财政部门) pays.

>>> from datetime import date
>>> from gansu_reemployment.money import Yuan
>>> from gansu_reemployment.people import EntitledGroup
>>> from gansu_reemployment.working.case import CaseWorking
>>> case = CaseWorking(on=date(2003, 7, 1))
>>> claim = InsuranceClaim(
...     employer=Employer.SERVICE, contract_years=3, group=EntitledGroup.LAID_OFF_SOE,
...     new_post=True, wage=Yuan(400), average_wage=Yuan(900), months=1, months_used=0,
... )
>>> subsidy = insurance_subsidy(case, case.read(claim), InsuranceRules()).value
>>> subsidy.base, subsidy.total, subsidy.own
(Yuan('540.00'), Yuan('118.80'), Yuan('43.20'))
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final

from attrs import field, frozen

from gansu_reemployment.facts import CheckedFacts, fact, not_negative, positive
from gansu_reemployment.i18n import _
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.measures.insurance_rules import (
    BaseForm,
    Employer,
    Extension,
    FlexibleFor,
    FlexibleForm,
    Hiring,
    Insurance,
    InsuranceRules,
    Limit,
    PostsFor,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.people import EntitledGroup, Group
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Condition, Facts, Out_co, Reason, Term, Working

__all__ = [
    "INSURANCE_SUBSIDY",
    "Employer",
    "Insurance",
    "InsuranceClaim",
    "InsuranceRules",
    "InsuranceSubsidy",
    "insurance_subsidy",
]

_MONTHS_A_YEAR: Final = 12
_HARD: Final = frozenset(Group) - {Group.GENERAL}
#: The contract bounds the time only of those whom an enterprise hires.
_UNBOUND: Final = frozenset({Employer.PUBLIC_POST, Employer.FLEXIBLE})

RETIRED = Reason("retired", _("The person has retired."))
NOT_COVERED = Reason("employer-not-covered", _("This kind of employer is not subsidised."))
NOT_ENTITLED = Reason("not-in-entitled-group", _("The person belongs to none of the groups."))
NOT_HARD = Reason("not-hard-to-employ", _("The person is not hard to employ."))
NOT_OLDER = Reason("not-older-hard-to-employ", _("The person is not of the “4050” group."))
NOT_NEW = Reason("not-a-new-post", _("The person was not newly hired into a new post."))
TOO_SHORT = Reason("contract-too-short", _("The labour contract is too short."))
USED_UP = Reason("months-used-up", _("The months of the subsidy are used up."))


@frozen(kw_only=True, slots=False)
class InsuranceClaim(CheckedFacts):
    """One person's months that are claimed (补贴申请); ``None`` means that nobody knows.

    Args:
        employer: where the person works.
        contract_years: length of the labour contract in whole years.
        group: which of the policy's groups the person belongs to.
        hardship: the “4050” classification.
        new_post: newly hired into a new post.
        wage: the wage of a month.
        average_wage: last year's average wage of the place, by month.
        months: months claimed, all under the law of one day.
        months_used: months already paid for the person.
        retired: has reached or gone through legal retirement; no, unless said.
        extended: the place has approved an extension beyond the longest time.
        years_to_retirement: full years left at the first approval.
        approved_on: the day on which the subsidy was first approved.
        paid_pension: what a flexible worker paid in a month for the pension.
        paid_medical: the same for the medical insurance.
        paid_unemployment: the same for the unemployment insurance.

    Raises:
        InvalidFactsError: with every fault.
    """

    employer: Employer | None = fact("用人单位类别", "employer")
    contract_years: int | None = fact("劳动合同年限", "contract years", not_negative)
    group: EntitledGroup | None = fact("人员类别", "group")
    hardship: Group | None = fact("就业困难程度", "hardship")
    new_post: bool | None = fact("新增岗位新招用", "new post")
    wage: Yuan | None = fact("月工资", "monthly wage", not_negative)
    average_wage: Yuan | None = fact("上年度月平均工资", "last year's monthly average", positive)
    months: int | None = fact("申请月数", "months claimed", positive)
    months_used: int | None = fact("已补贴月数", "months used", not_negative)
    retired: bool | None = fact("已退休", "retired", default=False)
    extended: bool | None = fact("经批准延长", "extension approved")
    years_to_retirement: int | None = fact("距退休年数", "years to retirement", not_negative)
    approved_on: date | None = fact("首次批准日期", "first approved on")
    paid_pension: Yuan | None = fact("本人月缴养老保险费", "pension paid a month", not_negative)
    paid_medical: Yuan | None = fact("本人月缴医疗保险费", "medical paid a month", not_negative)
    paid_unemployment: Yuan | None = fact(
        "本人月缴失业保险费", "unemployment paid a month", not_negative
    )


def _part(zh: str, en: str) -> Any:
    return field(metadata={"zh": zh, "en": en})


@frozen
class InsuranceSubsidy:
    """What is repaid for the months granted, by insurance; *own* is paid by the person alone."""

    base: Yuan = _part("月缴费基数", "monthly base")  # noqa: RUF009 - gives a field
    pension: Yuan = _part("养老保险补贴", "pension")  # noqa: RUF009
    medical: Yuan = _part("医疗保险补贴", "medical")  # noqa: RUF009
    unemployment: Yuan = _part("失业保险补贴", "unemployment")  # noqa: RUF009
    total: Yuan = _part("补贴合计", "total")  # noqa: RUF009
    own: Yuan = _part("个人负担", "borne by the person")  # noqa: RUF009
    months: int = _part("补贴月数", "months granted")  # noqa: RUF009
    extended_months: int = _part("其中延长月数", "of them beyond the longest time")  # noqa: RUF009
