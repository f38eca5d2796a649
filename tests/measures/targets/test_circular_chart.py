"""Charts of progress: well formed, true to scale, with every value in words."""

from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from gansu_reemployment.measures.targets.circular.chart import _TILES, Bar, bars, tile_map
from gansu_reemployment.measures.targets.progress import Mark
from gansu_reemployment.regions import Level, gansu

SVG = "{http://www.w3.org/2000/svg}"
HALF = Fraction(1, 2)
PLACES = [
    Bar("<兰州>", Fraction(6, 10), Mark.AHEAD),
    Bar("天水", HALF, Mark.ON_TIME),
    Bar("定西", Fraction(0), Mark.BEHIND),
    Bar("陇南", None, None),
]


def read(svg: str) -> ET.Element:
    """Read a chart, which must be well-formed XML."""
    return ET.fromstring(svg)  # noqa: S314


def texts(svg: str) -> list[str]:
    """Return the texts of a chart."""
    return [text.text or "" for text in read(svg).iter(f"{SVG}text")]


def widths(svg: str) -> list[int]:
    """Return the widths of the coloured bars."""
    groups = read(svg).iter(f"{SVG}g")
    return [int(group.findall(f"{SVG}rect")[1].get("width", "")) for group in groups]


def test_bars_are_true_to_scale() -> None:
    """The length of a bar is its share of the target."""
    assert [288, 240, 0] == widths(bars("t", PLACES, HALF))


def test_a_share_above_the_target_still_fits() -> None:
    """If a place has done twice its target, the scale is halved."""
    assert [480, 120] == widths(
        bars("t", [Bar("a", Fraction(2), Mark.AHEAD), Bar("b", HALF, Mark.ON_TIME)], HALF)
    )


def test_the_line_of_time_is_at_the_time_elapsed() -> None:
    """The line crosses the bars at the share of the year that has passed."""
    svg = bars("t", PLACES, HALF)
    line = read(svg).find(f"{SVG}line")
    left = next(r for r in read(svg).iter(f"{SVG}g")).findall(f"{SVG}rect")[1].get("x", "")

    assert line is not None
    assert int(left) + 240 == int(line.get("x1", ""))
    assert "时序进度 50.0%" in texts(svg)


def test_unknown_shares_are_named() -> None:
    """A place without a report has a text instead of a bar."""
    assert "未报" in texts(bars("t", PLACES, HALF))
    assert "no report" in texts(bars("t", PLACES, HALF, "en"))


def test_texts_are_escaped() -> None:
    """A name with characters of XML is a text."""
    assert "<兰州>" in texts(bars("<t>", PLACES, HALF))


def test_chart_without_places() -> None:
    """A chart without places has no bars."""
    assert [] == widths(bars("t", [], HALF))


def test_the_map_has_each_prefecture_once() -> None:
    """Each of the 14 prefectures has a tile at its own position."""
    prefectures = {region.id for region in gansu().of_level(Level.PREFECTURE)}

    assert prefectures == set(_TILES)
    assert 14 == len({(column, row) for _name, column, row in _TILES.values()})


@pytest.mark.parametrize("region", gansu().of_level(Level.PREFECTURE), ids=lambda r: r.id)
def test_short_names_belong_to_their_prefecture(region: object) -> None:
    """The name of a prefecture begins with the short name of its tile."""
    name = _TILES[region.id][0]  # type: ignore[attr-defined]

    assert region.name.startswith(name)  # type: ignore[attr-defined]


def test_tiles_have_share_and_judgement() -> None:
    """A tile has name, share and judgement in words, or the text of no report."""
    svg = tile_map("t", {"620100": Bar("兰州市", Fraction(6, 10), Mark.AHEAD)}, "en")

    found = texts(svg)
    index = found.index("Lanzhou")
    assert ["Lanzhou", "60.0%", "ahead"] == found[index : index + 3]
    assert 13 == found.count("no report")


def test_map_in_chinese() -> None:
    """The tiles have Chinese names for a Chinese reader."""
    assert {"兰州", "嘉峪关", "临夏"} <= set(texts(tile_map("t", {}, "zh_CN")))
