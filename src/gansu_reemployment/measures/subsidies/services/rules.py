"""The rules of the training and placement subsidies (再就业培训补贴、职业介绍补贴).

The standards are the province's (劳社部发[2002]20号 item 19). Those of Gansu of 2003 are unknown.
"""

from datetime import date
from fractions import Fraction
from typing import Final

from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Level
from gansu_reemployment.working import Reason

LAOSHEBUFA_2002_20: Final = find_instrument("劳社部发[2002]20号")

# The day of issue is about 25 November 2002 (assumed).
_FIRST = date(2002, 11, 25)
_ITEM_18 = LAOSHEBUFA_2002_20.at("第十八条")
_ASSUMED = LAOSHEBUFA_2002_20.assumed()

NOT_QUALIFIED = Reason("not-qualified", _("The body is not recognised by the labour authority."))


class Course(Choice):
    """The kinds of training (培训类别)."""

    SKILLS = "职业技能培训", "skills"
    START_IDEA = "创业意识培训（GYB）", "start-up idea (GYB)"
    START_FIRM = "创业能力培训（SIYB）", "starting a firm (SIYB)"
    BY_EMPLOYER = "企业自行培训", "training by the employer"


class Rates(Choice):
    """Whether pass and placement rates must be reached (合格率、就业率要求)."""

    CHECKED = "审核合格率和就业率", "checked only"
    REACHED = "须达到规定的合格率和就业率", "least rates have to be reached"


class Placement(Choice):
    """When a placement counts (职业介绍成功的条件)."""

    PLACED = "实际就业", "in work"
    KEPT = "签订合同并稳定就业，按期申请", "under contract, kept, and claimed in time"


@rule_table("services", checked=date(2026, 11, 28))
class ServicesRules:
    """The rules of both subsidies; a region may set all but the first.

    The amounts are the province's to set (劳社部发[2002]20号 item 19).
    """

    qualified: Reading = reading(
        "经劳动保障部门资质认定",
        "recognised by the labour authority",
        cited(_FIRST, _ITEM_18),
    )
    skills: Rule[Yuan] = stated(
        "职业技能培训补贴标准", "standard for skills", delegated_to=Level.PROVINCE
    )
    start_idea: Rule[Yuan] = stated(
        "创业意识培训补贴标准", "standard for the start-up idea", delegated_to=Level.PROVINCE
    )
    start_firm: Rule[Yuan] = stated(
        "创业能力培训补贴标准", "standard for starting a firm", delegated_to=Level.PROVINCE
    )
    by_employer: Rule[Yuan] = stated(
        "企业自行培训补贴标准", "standard for training by the employer", delegated_to=Level.PROVINCE
    )
    unplaced_share: Rule[Fraction] = stated(
        "未就业人员的补贴比例",
        "share for those who passed and found no work",
        delegated_to=Level.PROVINCE,
    )
    rates: Rule[Rates] = stated(
        "合格率、就业率要求",
        "pass and placement rates",
        Provision(_FIRST, Rates.CHECKED, _ITEM_18),
        delegated_to=Level.COUNTY,
    )
    pass_rate: Rule[Fraction] = stated(
        "合格率（以上）", "least pass rate", delegated_to=Level.COUNTY
    )
    placement_rate: Rule[Fraction] = stated(
        "就业率（以上）", "least placement rate", delegated_to=Level.COUNTY
    )
    placement: Rule[Placement] = stated(
        "职业介绍成功的条件",
        "what a placement must show",
        Provision(_FIRST, Placement.PLACED, _ASSUMED).noted(
            "Items 18 to 21 were read and do not define a placement; that persons actually "
            "placed are counted is a reading."
        ),
        delegated_to=Level.COUNTY,
    )
    placement_standard: Rule[Yuan] = stated(
        "职业介绍补贴标准", "standard for a placement", delegated_to=Level.PROVINCE
    )
    contract_years: Rule[int] = stated(
        "劳动合同期限（年以上）",
        "length of the contract (years or more)",
        delegated_to=Level.COUNTY,
    )
    months_kept: Rule[int] = stated(
        "稳定就业月数（以上）", "months in the job", delegated_to=Level.COUNTY
    )
    claim_months: Rule[int] = stated(
        "满稳定就业月数后的申请期限（月以内）",
        "months for the claim after that",
        delegated_to=Level.COUNTY,
    )
