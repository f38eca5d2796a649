"""Assessment schemes of other places as data (考核办法); the points of Gansu are unknown.

>>> sum(item.points for item in SCHEMES["guangdong_2008"].items)
100
>>> SCHEMES["guangdong_2003"].items[0].points is None
True
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from attrs import frozen

from gansu_reemployment.i18n import Named
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.instruments import find_instrument

YUEFUBAN_2003_75: Final = find_instrument("粤府办〔2003〕75号")
YUEFUBAN_2008_44: Final = find_instrument("粤府办〔2008〕44号")


@frozen
class Item(Named):
    """An item of a scheme (考核项目) and its full points (分值); ``None`` if unknown."""

    zh: str
    en: str
    points: int | None = None


@frozen
class Band(Named):
    """A band of results (等次): from *at_least* points, for at most the share *most* of places."""

    zh: str
    en: str
    at_least: Fraction
    most: Fraction | None = None


@frozen
class Scheme:
    """An assessment scheme (考核办法) with its place, year and standing.

    *document* is ``None`` if the scheme is reported without its document.
    """

    place: str
    year: int
    standing: Standing
    items: tuple[Item, ...] = ()
    bands: tuple[Band, ...] = ()
    document: Instrument | None = None


def _heads(policy: int, service: int, training: int, aid: int, funds: int) -> tuple[Item, ...]:
    return (
        Item("政策和任务", "policy and tasks", policy),
        Item("就业服务", "employment service", service),
        Item("培训", "training", training),
        Item("就业援助", "employment aid", aid),
        Item("资金", "funds", funds),
    )


#: The known schemes, by place and year.
SCHEMES: Final[Mapping[str, Scheme]] = {
    "guangdong_2003": Scheme(
        "广东省",
        2003,
        Standing.READ,
        (
            Item("目标责任制", "responsibility system"),
            Item("就业和失业", "jobs and unemployment"),
            Item("政策落实", "policy"),
            Item("工作平台", "platform"),
            Item("服务和培训", "service and training"),
            Item("资金", "funds"),
            Item("困难群体", "groups in difficulty"),
        ),
        document=YUEFUBAN_2003_75,
    ),
    "guangdong_city_2007": Scheme(
        "广东省某地级市", 2007, Standing.REPORTED, _heads(45, 16, 16, 11, 12)
    ),
    "guangdong_2008": Scheme(
        "广东省",
        2008,
        Standing.READ,
        _heads(45, 16, 16, 13, 10),
        document=YUEFUBAN_2008_44,
    ),
    "shanwei_2010": Scheme(
        "汕尾市",
        2010,
        Standing.REPORTED,
        bands=(
            Band("优秀", "excellent", Fraction(90), Fraction(30, 100)),
            Band("达标", "up to standard", Fraction(75)),
            Band("不达标", "below standard", Fraction(0)),
        ),
    ),
}
