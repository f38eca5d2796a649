"""Named rules of places outside Gansu (甘肃省外的地方规定), one region each."""

from datetime import date

from gansu_reemployment import (
    Amendment,
    Instrument,
    LocalRules,
    Region,
    Standing,
    hookimpl,
)
from gansu_reemployment.measures.hardship import AgeDay
from gansu_reemployment.regions import Level

# The titles describe; neither document is known by its own.
QINGDAO_2001 = Instrument("", "青岛市2001年的就业援助规定", ("青岛市",), None, None)
NANJING_2003_1 = Instrument("", "南京市2003年1号文件", ("南京市",), None, None)

SHANDONG = Region("370000", "山东省", "Shandong Province", Level.PROVINCE)
QINGDAO = Region("370200", "青岛市", "Qingdao City", Level.PREFECTURE, "370000")
JIANGSU = Region("320000", "江苏省", "Jiangsu Province", Level.PROVINCE)
NANJING = Region("320100", "南京市", "Nanjing City", Level.PREFECTURE, "320000")

_POLICY = date(2002, 9, 30)
_REPORTED = QINGDAO_2001.at(standing=Standing.REPORTED)
# The rule is older than the policy; that it held on under the policy is assumed.
_HELD_ON = QINGDAO_2001.at(standing=Standing.ASSUMED)


@hookimpl
def local_rules() -> list[LocalRules]:
    """Give the rules of each place."""
    return [
        LocalRules(
            region="青岛市",
            declares=(SHANDONG, QINGDAO),
            amendments=(
                Amendment("hardship.age_men", _POLICY, 45, _HELD_ON, "370200"),
                Amendment("hardship.age_day", _POLICY, AgeDay.FIXED, _HELD_ON, "370200"),
                Amendment(
                    "hardship.age_fixed_day", _POLICY, date(2002, 12, 31), _REPORTED, "370200"
                ),
            ),
        ),
        LocalRules(
            region="南京市",
            declares=(JIANGSU, NANJING),
            amendments=(
                Amendment(
                    "hardship.age_men",
                    date(2003, 1, 31),
                    45,
                    NANJING_2003_1.at(standing=Standing.REPORTED),
                    "320100",
                ),
            ),
        ),
    ]
