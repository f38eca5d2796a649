"""Rules of other provinces: 青海省, 安徽省, 合肥市, 深圳市, 沈阳市 and 重庆市."""

from datetime import date
from fractions import Fraction

from gansu_reemployment import (
    AgeDay,
    Amendment,
    Deadline,
    Group,
    Instrument,
    Level,
    LocalRules,
    PostForm,
    Region,
    Standing,
    Yuan,
    find_instrument,
)
from gansu_reemployment.measures.subsidies.insurance.facts import Limit

# When the rows below were last compared with their sources.
_CHECKED = date(2026, 11, 23)

LIAONING = Region("210000", "辽宁省", "Liaoning Province", Level.PROVINCE)
SHENYANG = Region("210100", "沈阳市", "Shenyang City", Level.PREFECTURE, "210000")
ANHUI = Region("340000", "安徽省", "Anhui Province", Level.PROVINCE)
HEFEI = Region("340100", "合肥市", "Hefei City", Level.PREFECTURE, "340000")
GUANGDONG = Region("440000", "广东省", "Guangdong Province", Level.PROVINCE)
SHENZHEN = Region("440300", "深圳市", "Shenzhen City", Level.PREFECTURE, "440000")
CHONGQING = Region("500000", "重庆市", "Chongqing City", Level.PROVINCE)
QINGHAI = Region("630000", "青海省", "Qinghai Province", Level.PROVINCE)

# The titles are descriptive: the real ones are unknown. Only the year of issue is known.
_OUT_2006 = date(2006, 12, 31)
SHENYANG_2006 = Instrument(
    "", "沈阳市2006年就业再就业规定", ("沈阳市",), None, None, known_by=_OUT_2006
)
CHONGQING_2006 = Instrument(
    "", "重庆市2006年就业再就业规定", ("重庆市",), None, None, known_by=_OUT_2006
)

# The rules of 2006 implement 国发[2005]36号; if the day is unknown, its first day is assumed.
_2006 = date(2006, 1, 1)
_SHENZHEN_DAY = date(2006, 5, 15)
_ANHUI_DAY = date(2004, 5, 28)
_QINGHAI = find_instrument("青海省2006年就业再就业实施办法").at()
_ANHUI = find_instrument("皖政办[2004]38号").at()
_SHENZHEN = find_instrument("深府[2006]78号").at(standing=Standing.REPORTED)
_SHENYANG = SHENYANG_2006.at(standing=Standing.REPORTED)
_CHONGQING = CHONGQING_2006.at(standing=Standing.REPORTED)

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
        region="深圳市",
        declares=(GUANGDONG, SHENZHEN),
        amendments=(
            Amendment("insurance.ratio", _SHENZHEN_DAY, Fraction(80, 100), _SHENZHEN, "440300"),
            Amendment("insurance.limit", _SHENZHEN_DAY, Limit.AMOUNT, _SHENZHEN, "440300"),
            Amendment("insurance.limit_amount", _SHENZHEN_DAY, Yuan(300), _SHENZHEN, "440300"),
            Amendment("post.form", _SHENZHEN_DAY, PostForm.FIXED, _SHENZHEN, "440300"),
            Amendment("post.amount", _SHENZHEN_DAY, Yuan(800), _SHENZHEN, "440300"),
        ),
        checked_on=_CHECKED,
    ),
    LocalRules(
        region="沈阳市",
        declares=(LIAONING, SHENYANG),
        amendments=(
            Amendment("post.kinds", _2006, frozenset({Group.OLDER}), _SHENYANG, "210100"),
            Amendment("post.form", _2006, PostForm.MINIMUM_WAGE, _SHENYANG, "210100"),
            Amendment("post.wage_share", _2006, Fraction(30, 100), _SHENYANG, "210100"),
        ),
        checked_on=_CHECKED,
    ),
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
