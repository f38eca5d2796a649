"""The facts of the social insurance subsidy (社会保险补贴), and the forms of its rules."""

from datetime import date
from typing import ClassVar, Final, Generic

from attrs import frozen

from gansu_reemployment.fact_model import CheckedFacts, U, fact, not_negative, positive
from gansu_reemployment.fact_model.contradictions import Contradiction, NotAbove
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.measures.persons.facts import EntitledGroup, Group
from gansu_reemployment.money import Yuan


class Employer(Choice):
    """Where the person works (用人单位类别)."""

    SERVICE = "服务型企业", "service enterprise"
    RETAIL = "商贸企业", "retail enterprise"
    PRIVATE_NON_ENTERPRISE = "民办非企业单位", "private non-enterprise unit"
    PUBLIC_POST = "公益性岗位", "public-service post"
    FLEXIBLE = "灵活就业", "flexible employment"
    EXCLUDED = "除外行业企业", "enterprise of an excluded trade"
    OTHER = "其他企业", "other enterprise"


class Insurance(Choice):
    """The insurances that may be subsidised (险种)."""

    PENSION = "养老保险", "pension"
    MEDICAL = "医疗保险", "medical"
    UNEMPLOYMENT = "失业保险", "unemployment"


class Hiring(Choice):
    """Whom an enterprise must hire (企业招用的对象)."""

    CARD_HOLDER = (
        "服务型、商贸企业招用持证人员",
        "holders of the certificate, in trade and services",
    )
    EITHER = "持证人员或者就业困难人员", "such holders, or the hard to employ anywhere"
    HARD_TO_EMPLOY = "企业招用就业困难人员", "the hard to employ, anywhere"


class PostsFor(Choice):
    """Who is subsidised in a public-service post (公益性岗位的对象)."""

    OLDER = "原国有企业的“4050”人员", "older persons from state enterprises"
    HARD_TO_EMPLOY = "就业困难人员", "the hard to employ"


class PostContract(Choice):
    """Whether a public-service post needs a contract of some length (公益性岗位合同期限)."""

    NOT_ASKED = "未见规定", "no length is asked"
    ASKED = "有规定", "a length is asked"


class FlexibleFor(Choice):
    """Who is subsidised in flexible work (灵活就业的对象)."""

    NOBODY = "无国家补贴", "no national subsidy"
    OLDER = "“4050”人员", "older persons"
    HARD_TO_EMPLOY = "就业困难人员", "the hard to employ"


class FlexibleForm(Choice):
    """How flexible workers are subsidised (灵活就业补贴的算法)."""

    PAID = "按实际缴费的比例", "a ratio of what the person paid"
    BASE = "按基数、费率和比例", "base × pension rate × ratio"


class Extension(Choice):
    """Whether a place may extend the longest time in a public-service post (公益性岗位期满后)."""

    NONE = "不延长", "none"
    LOCAL_COST = (
        "公益性岗位“4050”人员可延长，地方负担",
        "for older persons in public posts, locally paid",
    )
    YEARLY = "公益性岗位“4050”人员逐年审批延长", "for older persons in public posts, year by year"


class NearRetirement(Choice):
    """How persons near retirement are treated after the longest time (接近退休人员期满后)."""

    STOPS = "期满停发", "the subsidy stops"
    TO_RETIREMENT = "延至退休", "the subsidy goes on to retirement"


class BaseForm(Choice):
    """How the contribution base is set (缴费基数的确定)."""

    WAGE = "工资，在上下限以内", "the wage, between floor and cap"
    FIXED = "定额（如最低工资标准）", "a fixed sum, such as the minimum wage"
    AVERAGE = "上年度月平均工资的一定比例", "a share of last year's monthly average wage"


class BegunMonth(Choice):
    """How a month counts in which the contract begins or ends (不满一月的计算)."""

    WHOLE = "按整月计算", "as a whole month"
    NOT = "不计算", "not at all"


class WageUntilNew(Choice):
    """Which average wage counts until that of the year before is published (公布前的平均工资)."""

    LAST_PUBLISHED = "最近公布的", "the last that was published"
    YEAR_BEFORE = "上年度的", "that of the year before, once it is published"


class Limit(Choice):
    """Whether the subsidy of a month is limited (月补贴限额)."""

    NONE = "无限额", "none"
    AMOUNT = "有限额", "an amount"


#: More months cannot be paid under a contract than in all (已补贴月数).
PAID_IN_CONTRACT: Final = NotAbove(
    "months_in_contract", "months_used", _("at most {limit}, not {number}")
)


@frozen(kw_only=True, slots=False)
class InsuranceClaim(CheckedFacts, Generic[U]):
    """A claim for one person's months (补贴申请); ``None`` is an unknown fact.

    Args:
        employer: where the person works.
        contract_years: length of the labour contract in full years.
        months_in_contract: months already paid under this contract.
        group: which of the policy's groups the person belongs to.
        hardship: the “4050” classification.
        new_post: newly hired into a new post.
        wage: the wage of a month.
        average_wage: last year's average wage of the place, in yuan a year.
        months: months claimed, of which the day of the law ends the last.
        months_used: months already paid for the person.
        retired: has reached or gone through legal retirement.
        extended: the place has approved an extension beyond the longest time.
        years_left_at_approval: full years left to legal retirement at the first approval.
        approved_on: the day on which the subsidy was first approved.
        paid_pension: the payment of a flexible worker for the pension, in a month.
        paid_medical: the same for the medical insurance.
        paid_unemployment: the same for the unemployment insurance.
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = (PAID_IN_CONTRACT,)

    employer: Employer | U = fact("用人单位类别", "employer")
    contract_years: int | U = fact("劳动合同年限", "contract years", not_negative)
    months_in_contract: int | U = fact(
        "本合同已补贴月数", "months used in this contract", not_negative
    )
    group: EntitledGroup | U = fact("人员类别", "group")
    hardship: Group | U = fact("就业困难程度", "hardship")
    new_post: bool | U = fact("新增岗位新招用", "new post")
    wage: Yuan | U = fact("月工资", "monthly wage", not_negative)
    average_wage: Yuan | U = fact(
        "上年度年平均工资", "yearly average wage of the year before", positive
    )
    months: int | U = fact("申请月数", "months claimed", positive)
    months_used: int | U = fact("已补贴月数", "months used", not_negative)
    retired: bool | U = fact("已退休", "retired")
    extended: bool | U = fact("经批准延长", "extension approved")
    years_left_at_approval: int | U = fact(
        "首次批准时距退休年数", "years to retirement at the first approval", not_negative
    )
    approved_on: date | U = fact("首次批准日期", "first approved on")
    paid_pension: Yuan | U = fact("本人月缴养老保险费", "pension paid a month", not_negative)
    paid_medical: Yuan | U = fact("本人月缴医疗保险费", "medical paid a month", not_negative)
    paid_unemployment: Yuan | U = fact(
        "本人月缴失业保险费", "unemployment paid a month", not_negative
    )
