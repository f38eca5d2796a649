"""A chart: SVG with its words, PNG, files, fonts, and the extra that brings the libraries."""

import subprocess
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from gansu_reemployment import Yuan, errors
from gansu_reemployment.charts import Chart, Point, chart, steps, theme
from gansu_reemployment.sheets import Label

SVG = "{http://www.w3.org/2000/svg}"
PNG = b"\x89PNG\r\n\x1a\n"


def drawn(title: str = "t", locale: str = "en") -> Chart:
    """Return a small chart."""
    return steps(
        title,
        [Point(0, Yuan("73700.10")), Point(1, Yuan(0))],
        across=Label("人数", "hires"),
        up=Label("税额", "tax"),
        unit=Label("元", "yuan"),
        locale=locale,
    )


def read(svg: str) -> ET.Element:
    """Read a drawing, which must be well-formed XML."""
    return ET.fromstring(svg)  # noqa: S314


def test_svg_has_title_and_text_for_who_cannot_see_it() -> None:
    """The first children are the title and the exact values, in the language of the chart."""
    root = read(drawn("<税>", "zh_CN").svg())
    assert ("img", "zh-CN") == (root.get("role"), root.get("lang"))
    title, text = list(root)[:2]
    assert (f"{SVG}title", "<税>") == (title.tag, title.text)
    assert (f"{SVG}desc", "人数 – 税额（元）. 0: 73,700.10；1: 0.00") == (text.tag, text.text)


def test_title_is_drawn() -> None:
    """The title is on the drawing as well as in its text."""
    assert "Tax by hires" in [
        text.text for text in read(drawn("Tax by hires").svg()).iter(f"{SVG}text")
    ]


def test_fonts_are_named() -> None:
    """A Chinese chart names Chinese fonts of several systems; no font is embedded."""
    svg = drawn("税", "zh_CN").svg()
    assert "Noto Sans CJK SC" in svg
    assert "Microsoft YaHei" in svg
    assert "@font-face" not in svg


def test_files(tmp_path: Path) -> None:
    """The ending of the name chooses the form; only the owner can read the file."""
    svg, png = tmp_path / "a.svg", tmp_path / "a.PNG"
    for path in (svg, png):
        drawn().save(path)
        assert 0o600 == path.stat().st_mode & 0o777
    assert drawn().svg() == svg.read_text(encoding="utf-8")
    assert PNG == png.read_bytes()[:8]


def test_other_endings_are_refused(tmp_path: Path) -> None:
    """A file of another ending is not written, and the error names the right ones."""
    with pytest.raises(errors.UnknownNameError, match=r"\.svg, \.png"):
        drawn().save(tmp_path / "a.pdf")
    assert [] == list(tmp_path.iterdir())


def test_png_is_scaled() -> None:
    """The picture has as many pixels for each one of the drawing as asked for."""
    width = int(read(drawn().svg()).get("width", ""))
    sizes = [int.from_bytes(drawn().png(scale=scale)[16:20], "big") for scale in (1, 3)]
    assert [width, 3 * width] == sizes


def test_chinese_without_fonts_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture of blank boxes is not written; without Chinese words no font is needed."""
    monkeypatch.setattr(chart, "_draws_chinese", lambda _fonts: False)
    with pytest.raises(errors.ChartError, match="folder of fonts"):
        drawn("税", "zh_CN").png()
    assert drawn("税", "zh_CN").svg()
    assert PNG == drawn("tax", "en").png()[:8]


def test_blank_characters_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two characters that look alike are of no font."""
    look = chart._draws_chinese.__wrapped__
    monkeypatch.setattr(chart, "_drawn", lambda _character: b"box")
    assert not look(None)
    monkeypatch.setattr(chart, "_drawn", lambda character: character.encode())
    assert look(None)


def test_folder_of_fonts_is_registered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder must exist, and is named to the converter."""
    with pytest.raises(FileNotFoundError):
        drawn().png(fonts=tmp_path / "none")
    registered: list[str] = []
    monkeypatch.setattr(chart, "_register", lambda folder: registered.append(folder.name))
    drawn().png(fonts=tmp_path)
    assert [tmp_path.name] == registered


@pytest.mark.parametrize("package", ["altair", "vl_convert"])
def test_missing_extra_is_our_error(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra a chart names it."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(errors.MissingExtraError, match=r"gansu-reemployment\[charts\]"):
        drawn().svg()


def test_library_without_the_extra() -> None:
    """The library and its room of charts are imported without the libraries of the extra."""
    code = (
        "import sys; sys.modules['altair'] = sys.modules['vl_convert'] = None\n"
        "import gansu_reemployment.sheets, gansu_reemployment.charts as charts\n"
        "print(charts.rule_timeline.__name__, charts.hires_chart.__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "rule_timeline hires_chart" == done.stdout.strip()


def test_notebook_shows_the_drawing() -> None:
    """A notebook draws a chart by itself, and its repr is short."""
    assert drawn().svg() == drawn()._repr_html_()
    assert "Chart('t', 'en')" == repr(drawn())


@pytest.mark.parametrize(
    ("value", "place"),
    [(3, 3.0), (Yuan("0.10"), 0.1), (Fraction(1, 4), 0.25), (Decimal("1.5"), 1.5)],
)
def test_coordinates_of_exact_values(value: object, place: float) -> None:
    """Exact values become floats at the drawing edge only."""
    assert place == theme.number(value)


@pytest.mark.parametrize("value", [0.1, "3", None, date(2003, 7, 1)])
def test_other_values_have_no_coordinate(value: object) -> None:
    """A float is not exact, so it is not drawn either."""
    with pytest.raises(errors.ArgumentError, match="exact"):
        theme.number(value)


def test_days_are_in_one_time_zone() -> None:
    """A day is midnight in UTC on every machine."""
    assert "2003-07-01T00:00:00Z" == theme.day(date(2003, 7, 1))
