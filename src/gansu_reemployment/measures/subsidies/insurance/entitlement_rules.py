"""The conditions and the time of the social insurance subsidy (补贴条件和期限).

They state who is subsidised in an enterprise, a post or flexible work, and for how long. How
months are counted is a reading, and shown as such.
"""

from datetime import date
from typing import Final

from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import NO_TEXT
from gansu_reemployment.measures.persons.facts import GROUPS_2002, GROUPS_2006, EntitledGroup
from gansu_reemployment.measures.subsidies.insurance.facts import (
    BegunMonth,
    Employer,
    Extension,
    FlexibleFor,
    Hiring,
    NearRetirement,
    PostContract,
    PostsFor,
)
from gansu_reemployment.regions import Level

CAISHE_2002_107: Final = find_instrument("财社[2002]107号")
GUOFA_2005_36: Final = find_instrument("国发[2005]36号")
GUOFA_2008_5: Final = find_instrument("国发[2008]5号")
ZHONGFA_2002_12: Final = find_instrument("中发[2002]12号")
CAISHUI_2003_192: Final = find_instrument("财税[2003]192号")

_FIRST = date(2002, 9, 30)
_FUNDS = date(2002, 12, 3)
_SHORTER = date(2003, 8, 23)
_SECOND = date(2006, 1, 1)
_THIRD = date(2008, 2, 3)
_CARDS_ENDED = date(2009, 1, 1)
_REPORTED_2002 = ZHONGFA_2002_12.reported()
_ASSUMED_2002 = ZHONGFA_2002_12.assumed()
_ARTICLE_2 = CAISHUI_2003_192.at("第二条")
_ARTICLE_3 = CAISHUI_2003_192.at("第三条")
_REPORTED_2005 = GUOFA_2005_36.reported()
_ASSUMED_2005 = GUOFA_2005_36.assumed()
_REPORTED_2008 = GUOFA_2008_5.reported()
_ASSUMED_2008 = GUOFA_2008_5.assumed()

_TRADES = frozenset({Employer.SERVICE, Employer.RETAIL})
_FROM_STATE_ENTERPRISES = GROUPS_2002 - {EntitledGroup.LIVING_ALLOWANCE}


@rule_table("insurance", checked=date(2026, 11, 28))
class EntitlementRules:
    """Who is subsidised and how long; the first part of the rules of the subsidy."""

    reimbursed: Reading = reading(
        "先缴后补，按季申请",
        "paid first, claimed back by the quarter",
        cited(_FUNDS, CAISHE_2002_107.at("四")),
        cited(_SECOND, _ASSUMED_2005).noted(
            "Read in 财社[2002]107号 for the years to 2005; that claims went on so from 2006 "
            "is a reading."
        ),
    )
    retirement: Reading = reading(
        "未退休（退休即停发）",
        "not retired (retirement ends the subsidy)",
        cited(_FIRST, _REPORTED_2002),
    )
    approval: Reading = reading(
        "按批准之日的规定执行至期满",
        "what is approved runs to its end under the law of its approval",
        cited(_FIRST, _ARTICLE_3).noted(
            "The article says so of approvals up to the end of 2005. That a refusal stands as "
            "well, and that later approvals are judged alike, is a reading."
        ),
    )
    hiring: Rule[Hiring] = stated(
        "企业招用的对象",
        "whom an enterprise hires",
        Provision(_FIRST, Hiring.CARD_HOLDER, _REPORTED_2002),
        Provision(_THIRD, Hiring.EITHER, _REPORTED_2008),
        Provision(_CARDS_ENDED, Hiring.HARD_TO_EMPLOY, _ASSUMED_2008).noted(
            "The text names those hard to employ; that card holders are no longer hired under "
            "it from 2009 on follows from the assumed end of approvals on 2008-12-31."
        ),
    )
    # Not the rule of the certificate, whose groups no place may set.
    groups: Rule[frozenset[EntitledGroup]] = stated(
        "人员范围",
        "entitled groups",
        # Only the laid-off and unemployed of state enterprises (国有企业下岗失业人员).
        Provision(_FIRST, _FROM_STATE_ENTERPRISES, _REPORTED_2002),
        Provision(_FUNDS, _FROM_STATE_ENTERPRISES, CAISHE_2002_107.at()),
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
        delegated_to=Level.COUNTY,
    )
    post_contract: Rule[PostContract] = stated(
        "公益性岗位是否要求合同期限",
        "whether a public-service post needs a contract of some length",
        Provision(_FIRST, PostContract.NOT_ASKED, _ASSUMED_2002, note=NO_TEXT),
        Provision(_SECOND, PostContract.ASKED, _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    post_contract_years: Rule[int] = stated(
        "公益性岗位劳动合同期限（年以上）",
        "length of the contract in a public-service post (years or more)",
        Provision(_SECOND, 1, _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    cards_until: Rule[date] = stated(
        "持证招用批准截止日",
        "last day of approvals for card holders",
        Provision(_SECOND, date(2008, 12, 31), _ASSUMED_2005).noted(
            "No text that was read says when approvals end; the tax notice of the same policy, "
            "财税[2005]186号, takes approvals to this day."
        ),
        delegated_to=Level.COUNTY,
    )
    flexible_for: Rule[FlexibleFor] = stated(
        "灵活就业的对象",
        "who is subsidised in flexible work",
        Provision(_FIRST, FlexibleFor.NOBODY, _ASSUMED_2002, note=NO_TEXT),
        Provision(_SECOND, FlexibleFor.OLDER, _REPORTED_2005),
        Provision(_THIRD, FlexibleFor.HARD_TO_EMPLOY, _REPORTED_2008),
        # The Gansu opinion, 二(五), has the province write the rules of flexible work.
        delegated_to=Level.PROVINCE,
    )
    term_months: Rule[int] = stated(
        "补贴期限（月以内）",
        "longest time (months)",
        Provision(_FIRST, 36, _REPORTED_2002),
        Provision(_SHORTER, 36, _ARTICLE_3),
        Provision(_SECOND, 36, _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    contract_term: Reading = reading(
        "补贴期限与劳动合同期限相对应",
        "an enterprise is subsidised for the term of the contract",
        cited(_FIRST, _ASSUMED_2002).noted(
            "No text bounds public-service posts and flexible work by a contract."
        ),
        cited(_SHORTER, _ARTICLE_2).noted(
            "No text bounds public-service posts and flexible work by a contract."
        ),
    )
    clock: Reading = reading(
        "补贴期限按已补贴月数计算",
        "the longest time is counted in months paid",
        cited(_FIRST, _ASSUMED_2002).noted(
            "No text says whether the time runs while nothing is paid, or whether it is "
            "counted by person, employer or contract: months paid for the person are counted."
        ),
    )
    begun_month: Rule[BegunMonth] = stated(
        "合同起止当月的计算",
        "how a month counts in which the contract begins or ends",
        Provision(_FIRST, BegunMonth.WHOLE, _ASSUMED_2002).noted(
            "No text says it. Contributions are paid by the month, so a month for which they "
            "were paid counts as a whole."
        ),
        delegated_to=Level.COUNTY,
    )
    extension: Rule[Extension] = stated(
        "公益性岗位期满后的延长",
        "extension after that time, in public-service posts",
        Provision(_FIRST, Extension.NONE, _ASSUMED_2002, note=NO_TEXT),
        Provision(_SECOND, Extension.LOCAL_COST, _REPORTED_2005),
        Provision(_THIRD, Extension.NONE, _ASSUMED_2008).noted(
            "Of this document only the rule for those near retirement is reported."
        ),
        delegated_to=Level.COUNTY,
    )
    near_retirement: Rule[NearRetirement] = stated(
        "接近退休人员期满后",
        "those near retirement, after that time",
        Provision(_FIRST, NearRetirement.STOPS, _ASSUMED_2002, note=NO_TEXT),
        Provision(_THIRD, NearRetirement.TO_RETIREMENT, _REPORTED_2008).noted(
            "That it holds for approvals from this day only, and for the hard to employ only, "
            "is a reading: texts of the years before do not have it."
        ),
        delegated_to=Level.COUNTY,
    )
    near_years: Rule[int] = stated(
        "距退休年数（不足）",
        "fewer years than this to retirement",
        Provision(_THIRD, 5, _REPORTED_2008),
    )
