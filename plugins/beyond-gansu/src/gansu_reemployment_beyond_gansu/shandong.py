"""Rules of 山东省: 青岛市 and 枣庄市."""

from datetime import date
from fractions import Fraction

from gansu_reemployment import Amendment, Instrument, Level, Region
from gansu_reemployment.facts import AgeDay
from gansu_reemployment.plugins import LocalRules

# When the rows below were last compared with their sources.
_CHECKED = date(2026, 11, 23)

SHANDONG = Region("370000", "山东省", "Shandong Province", Level.PROVINCE)
QINGDAO = Region("370200", "青岛市", "Qingdao City", Level.PREFECTURE, "370000")
ZAOZHUANG = Region("370400", "枣庄市", "Zaozhuang City", Level.PREFECTURE, "370000")

# The titles are descriptive: the real ones are unknown. Only year and month are known.
QINGDAO_2001 = Instrument(
    "", "青岛市2001年的就业援助规定", ("青岛市",), None, None, known_by=date(2001, 12, 31)
)
ZAOZHUANG_2004 = Instrument(
    "", "枣庄市2004年小额担保贷款规定", ("枣庄市",), None, None, known_by=date(2004, 3, 31)
)

_POLICY = date(2002, 9, 30)
_REPORTED = QINGDAO_2001.reported()
# The rule is older than the policy; that it remained in force under the policy is assumed.
_HELD_ON = QINGDAO_2001.assumed()
# Of March 2004; the day of the month is assumed.
_MARCH = date(2004, 3, 1)
_READ = ZAOZHUANG_2004.at()
_SHARE = "guarantee.bank_share_with_agency"

RULES = (
    LocalRules(
        region="青岛市",
        declares=(SHANDONG, QINGDAO),
        amendments=(
            Amendment("hardship.age_men", _POLICY, 45, _HELD_ON, "370200"),
            Amendment("hardship.age_day", _POLICY, AgeDay.FIXED, _HELD_ON, "370200"),
            Amendment("hardship.age_fixed_day", _POLICY, date(2002, 12, 31), _REPORTED, "370200"),
        ),
        checked_on=_CHECKED,
    ),
    LocalRules(
        region="枣庄市",
        declares=(SHANDONG, ZAOZHUANG),
        amendments=(
            Amendment("guarantee.multiple", _MARCH, 3, _READ, "370400"),
            # The city and its districts have agencies.
            Amendment(_SHARE, _MARCH, Fraction(20, 100), _READ, "370400"),
        ),
        checked_on=_CHECKED,
    ),
)
