"""Local rules of 武威市 (武威市地方规定): the age counts at the end of the year."""

from datetime import date

from gansu_reemployment import Amendment, Instrument
from gansu_reemployment.facts import AgeDay
from gansu_reemployment.plugins import LocalRules, hookimpl

ISSUED = date(2003, 6, 28)
SINCE = date(2003, 7, 1)
RULES = Instrument("武政发〔2003〕1号", "再就业实施办法", ("武威市人民政府",), ISSUED, SINCE)


@hookimpl
def local_rules() -> LocalRules:
    """Give the local rules of 武威市."""
    age_day = Amendment("hardship.age_day", SINCE, AgeDay.YEAR_END, RULES.at("第三条"), "武威市")
    return LocalRules(region="武威市", amendments=(age_day,), checked_on=date(2003, 8, 1))
