"""Rules of 江苏省: 南京市 and 无锡市."""

from datetime import date
from fractions import Fraction

from gansu_reemployment import Amendment, Instrument, Level, Region, Yuan, find_instrument
from gansu_reemployment.facts import FirmLimit
from gansu_reemployment.plugins import LocalRules

# When the rows below were last compared with their sources.
_CHECKED = date(2026, 11, 23)

JIANGSU = Region("320000", "江苏省", "Jiangsu Province", Level.PROVINCE)
NANJING = Region("320100", "南京市", "Nanjing City", Level.PREFECTURE, "320000")
WUXI = Region("320200", "无锡市", "Wuxi City", Level.PREFECTURE, "320000")

# The title is descriptive: the real one is unknown. Only year and month of issue are known.
WUXI_2008 = Instrument(
    "", "无锡市2008年小企业小额担保贷款规定", ("无锡市",), None, None, known_by=date(2008, 6, 30)
)

# Of January 2003; the day of the month is assumed.
_JANUARY = date(2003, 1, 31)
_NANJING_2003 = find_instrument("南京市2003年1号文件").reported()
# Of June 2008; the day of the month is assumed.
_JUNE = date(2008, 6, 1)
_WUXI = WUXI_2008.at()

RULES = (
    LocalRules(
        region="南京市",
        declares=(JIANGSU, NANJING),
        amendments=(Amendment("hardship.age_men", _JANUARY, 45, _NANJING_2003, "320100"),),
        checked_on=_CHECKED,
    ),
    LocalRules(
        region="无锡市",
        declares=(JIANGSU, WUXI),
        amendments=(
            Amendment("enterprise_loan.hired_share", _JUNE, Fraction(0), _WUXI, "320200"),
            Amendment("enterprise_loan.limit", _JUNE, FirmLimit.BOTH, _WUXI, "320200"),
            Amendment("enterprise_loan.per_head", _JUNE, Yuan(50_000), _WUXI, "320200"),
            Amendment("enterprise_loan.ceiling", _JUNE, Yuan(1_000_000), _WUXI, "320200"),
        ),
        checked_on=_CHECKED,
    ),
)
