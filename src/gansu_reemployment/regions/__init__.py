"""Regions (行政区划): the nation, Gansu, 14 prefectures (市、州、地区) and 86 county units.

A region has one permanent identifier and name, those of 2003-06-10, the day of the Gansu opinion.
Its titles and codes are dated: 定西地区 became 定西市 and 622400 became 621100. The State Council
(国函) or the Ministry of Civil Affairs (民函) approves a change; the codes (行政区划代码) are those
of the National Bureau of Statistics.

A change is dated by its approval, the only day in the sources. An office may have used its old
name for months after that, so old and new names are accepted on every day.

>>> from datetime import date
>>> region = find_region("定西地区")
>>> region.id, region.name, region.en
('621100', '定西市', 'Dingxi City')
>>> region.name_on(date(2003, 4, 3)), region.code_on(date(2003, 4, 3))
('定西地区', '622400')
>>> [above.name for above in gansu().chain(find_region("安定区"))]
['全国', '甘肃省', '定西市', '安定区']

The table is ``data/gansu_divisions.csv``. It lacks the codes that the counties of
武威, 张掖, 平凉, 酒泉 and 庆阳 had before those prefectures became cities.
"""

from gansu_reemployment.regions.known import Regions, find_region, gansu
from gansu_reemployment.regions.region import (
    GANSU_ID,
    NATION_ID,
    REFERENCE_DAY,
    Dated,
    Level,
    Region,
    level_of,
)

__all__ = [
    "GANSU_ID",
    "NATION_ID",
    "REFERENCE_DAY",
    "Dated",
    "Level",
    "Region",
    "Regions",
    "find_region",
    "gansu",
    "level_of",
]
