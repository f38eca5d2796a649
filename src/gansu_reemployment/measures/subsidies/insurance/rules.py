"""The rules of the social insurance subsidy (社会保险补贴), and what a region may set.

First who is subsidised and how long, then which insurances and how much. The medical rate and
the ratio of flexible workers are local; the amounts that Gansu's measures of 2003 set are not
known. The rate of the employer's pension contribution, the bounds of the base and their
rounding are readings, and shown as such.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import partial

from attrs import Factory

from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments.employment import (
    CAISHE_2002_107,
    GUOFA_1997_26,
    GUOFA_2005_36,
    GUOFA_2005_38,
    GUOFA_2008_5,
    SHIYE_BAOXIAN_TIAOLI,
    ZHONGFA_2002_12,
)
from gansu_reemployment.law.instruments.taxes import CAISHUI_2003_192
from gansu_reemployment.law.provisions import Bound, Provision, cited
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.law.series import wages_of_the_year_before
from gansu_reemployment.law.tables import reading, rule_table, stated
from gansu_reemployment.measures.persons.facts import GROUPS_2002, GROUPS_2006, EntitledGroup
from gansu_reemployment.measures.subsidies.insurance.facts import (
    BaseForm,
    Employer,
    Extension,
    FlexibleFor,
    FlexibleForm,
    Hiring,
    Insurance,
    Limit,
    NearRetirement,
    PostContract,
    PostsFor,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Level

_FIRST = date(2002, 9, 30)
_FUNDS = date(2002, 12, 3)
_SHORTER = date(2003, 8, 23)
_SECOND = date(2006, 1, 1)
_THIRD = date(2008, 2, 3)
_CARDS_ENDED = date(2009, 1, 1)
_REPORTED_2002 = ZHONGFA_2002_12.at(standing=Standing.REPORTED)
_ASSUMED_2002 = ZHONGFA_2002_12.at(standing=Standing.ASSUMED)
_ARTICLE_2 = CAISHUI_2003_192.at("第二条")
_ARTICLE_3 = CAISHUI_2003_192.at("第三条")
_REPORTED_2005 = GUOFA_2005_36.at(standing=Standing.REPORTED)
_ASSUMED_2005 = GUOFA_2005_36.at(standing=Standing.ASSUMED)
_REPORTED_2008 = GUOFA_2008_5.at(standing=Standing.REPORTED)
_ASSUMED_2008 = GUOFA_2008_5.at(standing=Standing.ASSUMED)
_PENSION = GUOFA_1997_26.at(standing=Standing.ASSUMED)
_PENSION_2005 = GUOFA_2005_38.at(standing=Standing.ASSUMED)
_UNEMPLOYMENT = SHIYE_BAOXIAN_TIAOLI.at("第六条")

_TRADES = frozenset({Employer.SERVICE, Employer.RETAIL})
_FROM_STATE_ENTERPRISES = GROUPS_2002 - {EntitledGroup.LIVING_ALLOWANCE}


@rule_table("insurance", checked=date(2026, 11, 23))
class InsuranceRules:
    """The rules of the subsidy, and what a region may set."""

    reimbursed: Reading = reading(
        "先缴后补，按季申请",
        "paid first, claimed back by the quarter",
        cited(_FUNDS, CAISHE_2002_107.at()),
        cited(_SECOND, _ASSUMED_2005),
    )
    retirement: Reading = reading(
        "未退休（退休即停发）",
        "not retired (retirement ends the subsidy)",
        cited(_FIRST, _REPORTED_2002),
    )
    hiring: Rule[Hiring] = stated(
        "企业招用的对象",
        "whom an enterprise hires",
        Provision(_FIRST, Hiring.CARD_HOLDER, _REPORTED_2002),
        Provision(_THIRD, Hiring.EITHER, _REPORTED_2008),
        Provision(_CARDS_ENDED, Hiring.HARD_TO_EMPLOY, _ASSUMED_2008),
    )
    # Not the rule of the certificate, whose groups no place may set.
    groups: Rule[frozenset[EntitledGroup]] = stated(
        "人员范围",
        "entitled groups",
        Provision(_FIRST, GROUPS_2002, _REPORTED_2002),
        Provision(_SECOND, GROUPS_2006, _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    trades: Rule[frozenset[Employer]] = stated(
        "企业范围",
        "kinds of enterprise",
        Provision(_FIRST, _TRADES, _REPORTED_2002),
        Provision(_SECOND, _TRADES, _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    new_posts: Reading = reading(
        "新增岗位新招用",
        "newly hired into a new post",
        cited(_FIRST, _REPORTED_2002),
        cited(_SECOND, _REPORTED_2005),
    )
    contract_years: Rule[int] = stated(
        "劳动合同期限（年以上）",
        "length of the contract (years or more)",
        Provision(_FIRST, 3, _REPORTED_2002),
        Provision(_SHORTER, 1, _ARTICLE_2),
        Provision(_SECOND, 1, _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    posts_for: Rule[PostsFor] = stated(
        "公益性岗位的对象",
        "who is subsidised in a public-service post",
        Provision(_FIRST, PostsFor.OLDER, _REPORTED_2002),
        Provision(_SECOND, PostsFor.HARD_TO_EMPLOY, _REPORTED_2005),
    )
    post_groups: Rule[frozenset[EntitledGroup]] = stated(
        "公益性岗位的人员范围",
        "groups in public-service posts",
        Provision(_FIRST, _FROM_STATE_ENTERPRISES, _REPORTED_2002),
        Provision(_SECOND, frozenset(EntitledGroup), _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    post_contract: Rule[PostContract] = stated(
        "公益性岗位是否要求合同期限",
        "whether a public-service post needs a contract of some length",
        Provision(_FIRST, PostContract.NOT_ASKED, _ASSUMED_2002),
        Provision(_SECOND, PostContract.ASKED, _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    post_contract_years: Rule[int] = stated(
        "公益性岗位劳动合同期限（年以上）",
        "length of the contract in a public-service post (years or more)",
        Provision(_SECOND, 1, _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    approved_by: Rule[date] = stated(
        "此日以前批准的按原条件执行",
        "approvals up to this day keep their terms",
        Provision(_FIRST, date(2005, 12, 31), _ARTICLE_3),
    )
    cards_until: Rule[date] = stated(
        "持证招用批准截止日",
        "last day of approvals for card holders",
        Provision(_FIRST, date(2008, 12, 31), _ASSUMED_2005),
        delegated_to=Level.COUNTY,
    )
    flexible_for: Rule[FlexibleFor] = stated(
        "灵活就业的对象",
        "who is subsidised in flexible work",
        Provision(_FIRST, FlexibleFor.NOBODY, _ASSUMED_2002),
        Provision(_SECOND, FlexibleFor.OLDER, _REPORTED_2005),
        Provision(_THIRD, FlexibleFor.HARD_TO_EMPLOY, _REPORTED_2008),
    )
    term_months: Rule[int] = stated(
        "补贴期限（月以内）",
        "longest time (months)",
        Provision(_FIRST, 36, _REPORTED_2002),
        Provision(_SHORTER, 36, _ARTICLE_3),
        Provision(_SECOND, 36, _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    extension: Rule[Extension] = stated(
        "公益性岗位期满后的延长",
        "extension after that time, in public-service posts",
        Provision(_FIRST, Extension.NONE, _ASSUMED_2002),
        Provision(_SECOND, Extension.LOCAL_COST, _REPORTED_2005),
        # Of 2008 only the rule for those near retirement is reported.
        Provision(_THIRD, Extension.NONE, _ASSUMED_2008),
        delegated_to=Level.COUNTY,
    )
    near_retirement: Rule[NearRetirement] = stated(
        "接近退休人员期满后",
        "those near retirement, after that time",
        Provision(_FIRST, NearRetirement.STOPS, _ASSUMED_2002),
        Provision(_THIRD, NearRetirement.TO_RETIREMENT, _REPORTED_2008),
        delegated_to=Level.COUNTY,
    )
    near_years: Rule[int] = stated(
        "距退休年数（不足）",
        "fewer years than this to retirement",
        Provision(_THIRD, 5, _REPORTED_2008),
    )
    insurances: Rule[frozenset[Insurance]] = stated(
        "补贴的险种",
        "insurances counted",
        Provision(_FIRST, frozenset({Insurance.PENSION, Insurance.UNEMPLOYMENT}), _REPORTED_2002),
        Provision(_SECOND, frozenset(Insurance), _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    base_form: Rule[BaseForm] = stated(
        "缴费基数的确定",
        "how the base is found",
        Provision(_FIRST, BaseForm.WAGE, _ASSUMED_2002),
        delegated_to=Level.COUNTY,
    )
    base_floor: Rule[Fraction] = stated(
        "缴费基数下限（占上年度月平均工资）",
        "floor of the base (of last year's monthly average wage)",
        Provision(_FIRST, Fraction(60, 100), _PENSION),
        delegated_to=Level.COUNTY,
    )
    base_cap: Rule[Fraction] = stated(
        "缴费基数上限（占上年度月平均工资）",
        "cap of the base (of last year's monthly average wage)",
        Provision(_FIRST, Fraction(300, 100), _PENSION),
        delegated_to=Level.COUNTY,
    )
    base_unit: Rule[int] = stated(
        "上下限四舍五入的单位（分）",
        "unit to which floor and cap are rounded half up (fen)",
        Provision(_FIRST, 100, _PENSION),
        delegated_to=Level.COUNTY,
    )
    base_share: Rule[Fraction] = stated(
        "缴费基数占上年度月平均工资的比例",
        "base as a share of last year's monthly average wage",
        delegated_to=Level.COUNTY,
    )
    fixed_base: Rule[Yuan] = stated("定额缴费基数", "fixed base", delegated_to=Level.COUNTY)
    pension_rate: Rule[Fraction] = stated(
        "养老保险单位费率",
        "employer's pension rate",
        Provision(_FIRST, Fraction(20, 100), _PENSION),
        delegated_to=Level.COUNTY,
    )
    medical_rate: Rule[Fraction] = stated(
        "医疗保险单位费率", "employer's medical rate", delegated_to=Level.COUNTY
    )
    unemployment_rate: Rule[Fraction] = stated(
        "失业保险单位费率",
        "employer's unemployment rate",
        Provision(_FIRST, Fraction(2, 100), _UNEMPLOYMENT),
        delegated_to=Level.COUNTY,
    )
    own_pension_rate: Rule[Fraction] = stated(
        "养老保险个人费率",
        "person's pension rate",
        Provision(_FIRST, Fraction(7, 100), _PENSION),
        Provision(date(2004, 1, 1), Fraction(8, 100), _PENSION),
        delegated_to=Level.COUNTY,
    )
    own_medical_rate: Rule[Fraction] = stated(
        "医疗保险个人费率", "person's medical rate", delegated_to=Level.COUNTY
    )
    own_unemployment_rate: Rule[Fraction] = stated(
        "失业保险个人费率",
        "person's unemployment rate",
        Provision(_FIRST, Fraction(1, 100), _UNEMPLOYMENT),
        delegated_to=Level.COUNTY,
    )
    ratio: Rule[Fraction] = stated(
        "补贴占单位缴费的比例",
        "share of the employer's contributions",
        Provision(_FIRST, Fraction(1), _ASSUMED_2002),
        delegated_to=Level.COUNTY,
    )
    limit: Rule[Limit] = stated(
        "月补贴限额",
        "monthly limit",
        Provision(_FIRST, Limit.NONE, _ASSUMED_2002),
        delegated_to=Level.COUNTY,
    )
    limit_amount: Rule[Yuan] = stated(
        "月补贴限额（元）", "amount of the monthly limit", delegated_to=Level.COUNTY
    )
    flexible_form: Rule[FlexibleForm] = stated(
        "灵活就业补贴的算法",
        "how flexible workers are subsidised",
        Provision(_SECOND, FlexibleForm.PAID, _ASSUMED_2005),
        delegated_to=Level.COUNTY,
    )
    flexible_ratio: Rule[Fraction] = stated(
        "灵活就业补贴比例",
        "ratio for flexible workers",
        delegated_to=Level.COUNTY,
        bounds=(Bound(_THIRD, _REPORTED_2008, most=Fraction(2, 3)),),
    )
    flexible_base_ratio: Rule[Fraction] = stated(
        "灵活就业按基数补贴的比例",
        "ratio for flexible workers where it is computed from the base",
        delegated_to=Level.COUNTY,
    )
    flexible_rate: Rule[Fraction] = stated(
        "灵活就业人员养老保险费率",
        "pension rate of flexible workers",
        Provision(_SECOND, Fraction(20, 100), _PENSION_2005),
        delegated_to=Level.COUNTY,
    )
    average_wage: Mapping[str, Rule[Yuan]] = Factory(
        partial(wages_of_the_year_before, "insurance.average_wage")
    )
