"""The rules of Gansu province (甘肃省规定), which are loaded through the same hook as a plugin's.

Only the rules of the province itself are here: 甘政发〔2005〕96号 and its followers. The
measures of 2003 that the Gansu opinion ordered are not known, so nothing is set for them.
"""

from datetime import date
from fractions import Fraction
from functools import partial
from typing import Final

from gansu_reemployment.i18n import _
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.measures.loans.micro_profit import GANSU_2006
from gansu_reemployment.measures.persons.certificate.rules import Area
from gansu_reemployment.measures.persons.facts import Group
from gansu_reemployment.measures.persons.security.rules import AfterAgreement, Duty
from gansu_reemployment.measures.subsidies.insurance.facts import Employer, Extension, Insurance
from gansu_reemployment.measures.subsidies.post.rules import Ceiling
from gansu_reemployment.money import Yuan
from gansu_reemployment.plugins.hooks import LocalRules, hookimpl
from gansu_reemployment.regions import GANSU_ID

GANSU_OPINION_2003 = find_instrument("甘肃省人民政府2003年6月10日关于加快推进再就业工作的意见")
GANZHENGFA_2005_96: Final = find_instrument("甘政发〔2005〕96号")
GANZHENGFA_2009_24: Final = find_instrument("甘政发〔2009〕24号")

#: The day on which the rows below were last compared with their documents.
CHECKED_ON = date(2026, 11, 28)

_OPINION_DAY = date(2003, 6, 10)
_OPINION_7 = GANSU_OPINION_2003.assumed("三(七)")
_CENTRES_CLOSED = _FIRST_REGIME_ENDS = date(2005, 12, 31)
_OPINION_9 = GANSU_OPINION_2003.at("四(九)")
_OPINION_10 = GANSU_OPINION_2003.at("五(十)")
_OPINION_11 = GANSU_OPINION_2003.at("五(十一)")
_OLDER = frozenset({Group.OLDER})
_STAYS = AfterAgreement.STAYS_WHERE_NOT_ENDED
_SECOND = date(2006, 1, 1)
# The province defines the scope of micro-profit projects from the day of 银发[2006]5号.
_LOANS_2006 = date(2006, 1, 12)
_NOTICE_2005 = GANZHENGFA_2005_96.reported()
_NOTICE_2005_POSTS = GANZHENGFA_2005_96.at("二(六)2")
_NOTICE_2005_8 = GANZHENGFA_2005_96.at("二(八)")
_EXTENSION = GANZHENGFA_2005_96.reported("二(六)1")
_THIRD = date(2008, 2, 3)
_EXTENSION_HELD_ON = GANZHENGFA_2005_96.assumed("二(六)1")
_NOTICE_DAY = date(2009, 3, 11)
_NOTICE_2009 = GANZHENGFA_2009_24.reported()
_PROLONGED = GANZHENGFA_2009_24.assumed()
_PROLONGED_TO = date(2009, 12, 31)
# Item (四) also pays half of the benchmark interest, half of that from the centre, as the nation.
_NOTICE_2009_4 = GANZHENGFA_2009_24.reported("(四)")
_FUND = date(2010, 1, 1)
_DAY_OF_FUND = _("Of about 2009 or 2010: the day is assumed, the words of the article were read.")
_FUND_17 = find_instrument("甘肃省就业专项资金使用管理暂行办法").assumed("第十七条")

_row = partial(Amendment, region=GANSU_ID)

#: The rows of the province, laid over the national ones.
AMENDMENTS: tuple[Amendment, ...] = (
    _row("certificate.area", _SECOND, Area.PROVINCE, _NOTICE_2005_8),
    _row("certificate.public_notice", _SECOND, True, _NOTICE_2005),
    _row("candidates.ranks", _OPINION_DAY, (_OLDER,), _OPINION_9, until=_FIRST_REGIME_ENDS),
    _row("enterprise_loan.months", _NOTICE_DAY, 36, _NOTICE_2009_4),
    _row("enterprise_loan.ceiling", _NOTICE_DAY, Yuan(2_000_000), _NOTICE_2009_4),
    _row("insurance.extension", _SECOND, Extension.LOCAL_COST, _EXTENSION),
    _row("insurance.extension", _THIRD, Extension.LOCAL_COST, _EXTENSION_HELD_ON).noted(
        "Nothing is known to have ended it; that it holds on beside 国发[2008]5号 is assumed."
    ),
    _row("insurance.contract_years", _NOTICE_DAY, 1, _NOTICE_2009),
    _row("insurance.insurances", _NOTICE_DAY, frozenset(Insurance), _NOTICE_2009),
    _row(
        "insurance.cards_until", date(2009, 1, 1), _PROLONGED_TO, _PROLONGED, retroactive=True
    ).noted(
        "The notice prolongs the tax relief to the end of 2009. That it prolongs the approvals "
        "for card holders too, and from the first day of the year on, is a reading."
    ),
    _row("micro_profit.items", _LOANS_2006, GANSU_2006, _NOTICE_2005),
    _row(
        "security.after_agreement", _OPINION_DAY, _STAYS, _OPINION_10, until=_CENTRES_CLOSED
    ).noted(
        "The centres were to be closed into unemployment insurance by the end of 2005. That "
        "the rule ended on that day in Gansu is assumed."
    ),
    _row(
        "insurance.trades",
        _OPINION_DAY,
        frozenset({Employer.SERVICE, Employer.RETAIL, Employer.PRIVATE_NON_ENTERPRISE}),
        _OPINION_7,
        until=_FIRST_REGIME_ENDS,
    ).noted(
        "The opinion names service enterprises and private non-enterprise units in one breath "
        "(三(七)): that the latter are subsidised as the former is a reading."
    ),
    _row("security.duty", _OPINION_DAY, Duty.WORK_AND_TRAINING, _OPINION_11),
    _row("services.skills", _FUND, Yuan(300), _FUND_17, note=_DAY_OF_FUND),
    _row("services.start_idea", _FUND, Yuan(300), _FUND_17, note=_DAY_OF_FUND),
    _row("services.start_firm", _FUND, Yuan(1300), _FUND_17, note=_DAY_OF_FUND),
    _row("services.by_employer", _FUND, Yuan(150), _FUND_17, note=_DAY_OF_FUND),
    _row("services.unplaced_share", _FUND, Fraction(60, 100), _FUND_17, note=_DAY_OF_FUND),
    _row("post.ceiling", _SECOND, Ceiling.AVERAGE_WAGE, _NOTICE_2005_POSTS),
    _row("post.cap_share", _SECOND, Fraction(25, 100), _NOTICE_2005_POSTS),
)


@hookimpl
def local_rules() -> LocalRules:
    """Return the rules of the province."""
    return LocalRules(region=GANSU_ID, amendments=AMENDMENTS, checked_on=CHECKED_ON)
