"""The rules on who gets the social insurance subsidy and how long, and what a region may set.

What is counted and how much is paid stands in :mod:`~.insurance.rules`.
"""

from datetime import date

from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments.employment import (
    CAISHE_2002_107,
    GUOFA_2005_36,
    GUOFA_2008_5,
    ZHONGFA_2002_12,
)
from gansu_reemployment.law.instruments.taxes import CAISHUI_2003_192
from gansu_reemployment.law.provisions import Provision, cited
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.law.tables import reading, rule_table, stated
from gansu_reemployment.measures.persons.facts import GROUPS_2002, GROUPS_2006, EntitledGroup
from gansu_reemployment.measures.subsidies.insurance.facts import (
    Employer,
    Extension,
    FlexibleFor,
    Hiring,
    NearRetirement,
    PostContract,
    PostsFor,
)

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

_TRADES = frozenset({Employer.SERVICE, Employer.RETAIL})
_FROM_STATE_ENTERPRISES = GROUPS_2002 - {EntitledGroup.LIVING_ALLOWANCE}


@rule_table("insurance", checked=date(2026, 11, 23))
class InsuranceConditionRules:
    """The rules on who is subsidised and how long, and what a region may set."""

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
    groups: Rule[frozenset[EntitledGroup]] = stated(
        "人员范围",
        "entitled groups",
        Provision(_FIRST, GROUPS_2002, _REPORTED_2002),
        Provision(_SECOND, GROUPS_2006, _REPORTED_2005),
        delegated=True,
    )
    trades: Rule[frozenset[Employer]] = stated(
        "企业范围",
        "kinds of enterprise",
        Provision(_FIRST, _TRADES, _REPORTED_2002),
        Provision(_SECOND, _TRADES, _REPORTED_2005),
        delegated=True,
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
        delegated=True,
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
        delegated=True,
    )
    post_contract: Rule[PostContract] = stated(
        "公益性岗位是否要求合同期限",
        "whether a public-service post needs a contract of some length",
        Provision(_FIRST, PostContract.NOT_ASKED, _ASSUMED_2002),
        Provision(_SECOND, PostContract.ASKED, _REPORTED_2005),
        delegated=True,
    )
    post_contract_years: Rule[int] = stated(
        "公益性岗位劳动合同期限（年以上）",
        "length of the contract in a public-service post (years or more)",
        Provision(_SECOND, 1, _REPORTED_2005),
        delegated=True,
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
        delegated=True,
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
        delegated=True,
    )
    extension: Rule[Extension] = stated(
        "公益性岗位期满后的延长",
        "extension after that time, in public-service posts",
        Provision(_FIRST, Extension.NONE, _ASSUMED_2002),
        Provision(_SECOND, Extension.LOCAL_COST, _REPORTED_2005),
        # Of 2008 only the rule for those near retirement is reported.
        Provision(_THIRD, Extension.NONE, _ASSUMED_2008),
        delegated=True,
    )
    near_retirement: Rule[NearRetirement] = stated(
        "接近退休人员期满后",
        "those near retirement, after that time",
        Provision(_FIRST, NearRetirement.STOPS, _ASSUMED_2002),
        Provision(_THIRD, NearRetirement.TO_RETIREMENT, _REPORTED_2008),
        delegated=True,
    )
    near_years: Rule[int] = stated(
        "距退休年数（不足）",
        "fewer years than this to retirement",
        Provision(_THIRD, 5, _REPORTED_2008),
    )
