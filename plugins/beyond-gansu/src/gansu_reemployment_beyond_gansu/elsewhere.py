"""Rules of other provinces: 青海省, 安徽省, 合肥市 and 重庆市."""

from datetime import date
from fractions import Fraction

from gansu_reemployment import Amendment, Instrument, Level, Region, Yuan, find_instrument
from gansu_reemployment.facts import AgeDay, PostForm
from gansu_reemployment.law.deadlines import Deadline
from gansu_reemployment.plugins import LocalRules

# When the rows below were last compared with their sources.
_CHECKED = date(2026, 11, 23)

ANHUI = Region("340000", "安徽省", "Anhui Province", Level.PROVINCE)
HEFEI = Region("340100", "合肥市", "Hefei City", Level.PREFECTURE, "340000")
CHONGQING = Region("500000", "重庆市", "Chongqing City", Level.PROVINCE)
QINGHAI = Region("630000", "青海省", "Qinghai Province", Level.PROVINCE)

# The title is descriptive: the real one is unknown. Only the year of issue is known.
_OUT_2006 = date(2006, 12, 31)
CHONGQING_2006 = Instrument(
    "", "重庆市2006年就业再就业规定", ("重庆市",), None, None, known_by=_OUT_2006
)

# The rules of 2006 implement 国发[2005]36号; if the day is unknown, its first day is assumed.
_2006 = date(2006, 1, 1)
_ANHUI_DAY = date(2004, 5, 28)
_QINGHAI = find_instrument("青海省2006年就业再就业实施办法").at()
_ANHUI = find_instrument("皖政办[2004]38号").at()
_CHONGQING = CHONGQING_2006.reported()

RULES = (
    LocalRules(
        region="青海省",
        declares=(QINGHAI,),
        # Signed on 2006-10-12, yet in force from 1 January.
        amendments=(
            Amendment("hardship.age_men", _2006, 45, _QINGHAI, "630000", retroactive=True),
            Amendment(
                "insurance.flexible_ratio",
                _2006,
                Fraction(60, 100),
                _QINGHAI,
                "630000",
                retroactive=True,
            ),
        ),
        checked_on=_CHECKED,
    ),
    LocalRules(
        region="安徽省",
        declares=(ANHUI,),
        amendments=(
            Amendment("loan.answer", _ANHUI_DAY, Deadline(4, working=True), _ANHUI, "340000"),
        ),
        checked_on=_CHECKED,
    ),
    # Hefei set only a sum of money, a fact of a case; it is declared for the province's rule.
    LocalRules(region="合肥市", declares=(ANHUI, HEFEI)),
    LocalRules(
        region="重庆市",
        declares=(CHONGQING,),
        amendments=(
            Amendment("hardship.age_day", _2006, AgeDay.FIXED, _CHONGQING, "500000"),
            Amendment("hardship.age_fixed_day", _2006, date(2007, 12, 31), _CHONGQING, "500000"),
            Amendment("post.form", _2006, PostForm.LADDER, _CHONGQING, "500000"),
            Amendment("post.ladder", _2006, (Yuan(1_000),) * 3, _CHONGQING, "500000"),
        ),
        checked_on=_CHECKED,
    ),
)
