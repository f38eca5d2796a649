"""The map of squares: each prefecture once, with name, value and judgement in words."""

from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from gansu_reemployment import Region
from gansu_reemployment.charts import Chart, Tile, theme, tile_map
from gansu_reemployment.charts.tiles import TILES
from gansu_reemployment.regions import Level, gansu
from gansu_reemployment.sheets import Label

SVG = "{http://www.w3.org/2000/svg}"
MARKS = (("ahead", theme.BLUE), ("behind", theme.ORANGE))


def texts(chart: Chart) -> list[str]:
    """Return the texts that are drawn."""
    return [text.text or "" for text in ET.fromstring(chart.svg()).iter(f"{SVG}text")]  # noqa: S314


def fills(chart: Chart) -> list[str]:
    """Return the colours of the squares, those of the key not included."""
    paths = ET.fromstring(chart.svg()).iter(f"{SVG}path")  # noqa: S314
    squares = (p for p in paths if p.get("stroke") == theme.GREY and not p.get("transform"))
    return [path.get("fill", "") for path in squares]


def test_each_prefecture_has_a_square_of_its_own() -> None:
    """Each of the 14 prefectures has its own position."""
    prefectures = {region.id for region in gansu().of_level(Level.PREFECTURE)}
    assert prefectures == set(TILES)
    assert 14 == len({(column, row) for _name, column, row in TILES.values()})


@pytest.mark.parametrize("region", gansu().of_level(Level.PREFECTURE), ids=lambda r: r.id)
def test_short_names_belong_to_their_prefecture(region: Region) -> None:
    """The name of a prefecture begins with the short name of its square."""
    assert region.name.startswith(TILES[region.id][0])


def test_squares_say_that_they_are_no_outlines() -> None:
    """No outline is in the material, and the line below the title says what is drawn instead."""
    assert any("方格图" in text for text in texts(tile_map("t", {})))
    assert any("does not show the area" in text for text in texts(tile_map("t", {}, locale="en")))


def test_judgement_is_in_words() -> None:
    """A square has name, value and judgement; the others say that they have no figure."""
    places = {"620100": Tile(Fraction(6, 10), "ahead")}
    chart = tile_map("t", places, marks=MARKS, locale="en")
    assert {"Lanzhou", "60.0%", "ahead"} <= set(texts(chart))
    assert 13 == texts(chart).count("no figure")
    assert "Lanzhou: 60.0% ahead" in chart.text
    assert [theme.BLUE] == [fill for fill in fills(chart) if fill != theme.WHITE]


def test_more_is_darker() -> None:
    """Without judgements the most is in the darkest colour, and words on it are white."""
    chart = tile_map("t", {"620100": Tile(100), "620500": Tile(1)}, unit=Label("人", "persons"))
    assert "rgb(8, 81, 156)" in fills(chart)
    texts_of = ET.fromstring(chart.svg()).iter(f"{SVG}text")  # noqa: S314
    assert theme.WHITE in {text.get("fill") for text in texts_of if text.text == "兰州"}
    assert {"兰州", "嘉峪关", "临夏", "无数据", "人"} <= set(texts(chart))


def test_ratios_have_a_key_in_percent() -> None:
    """The key of ratios is in percent."""
    chart = tile_map("t", {"620100": Tile(Fraction(1, 2)), "620500": Tile(Fraction(1, 4))})
    assert "0%" in texts(chart)
