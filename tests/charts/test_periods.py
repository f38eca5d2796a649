"""Lines of time: periods on their lines, and the rows of a rule by layer and standing."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from gansu_reemployment import Amendment, Instrument, Rulebook, Yuan
from gansu_reemployment.charts import Chart, Period, clocks_chart, rule_timeline, theme, timeline
from gansu_reemployment.charts.periods import STANDINGS, fitted
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.sheets import Label

SVG = "{http://www.w3.org/2000/svg}"
KINDS = (("a kind", theme.SKY, (1, 0)), ("unused", theme.PINK, (2, 2)))
LOCAL = Instrument("", "额度上调方案", ("天水市",), date(2004, 3, 1), None).at("第一条")


def texts(chart: Chart) -> list[str]:
    """Return the texts that are drawn."""
    return [text.text or "" for text in ET.fromstring(chart.svg()).iter(f"{SVG}text")]  # noqa: S314


def period(first: date, last: date, text: str = "x", line: str = "line") -> Period:
    """Return a period."""
    return Period(line=line, first=first, last=last, text=text, kind="a kind")


def boxes(chart: Chart) -> list[tuple[float, float]]:
    """Return the left end and the width of each bar."""
    paths = ET.fromstring(chart.svg()).iter(f"{SVG}path")  # noqa: S314
    drawn = [p.get("d", "") for p in paths if p.get("aria-roledescription") == "bar"]
    return [(float(d[1 : d.index(",")]), float(d[d.index("h") + 1 : d.index("v")])) for d in drawn]


def test_periods_are_true_to_scale() -> None:
    """A whole year of two is half the width, and the next one begins where it ends."""
    chart = timeline(
        "t",
        [
            period(date(2003, 1, 1), date(2003, 12, 31)),
            period(date(2004, 1, 1), date(2004, 12, 31)),
        ],
        KINDS,
    )
    (left, width), (second, _) = boxes(chart)
    assert (0, 365 / 731 * theme.WIDTH) == pytest.approx((left, width))
    assert second == pytest.approx(width)
    assert ["2003", "2004", "2005"] == [text for text in texts(chart) if text.isdigit()]


def test_text_has_days_and_kinds() -> None:
    """The text has both ends of each period; kinds that do not occur are not in the key."""
    chart = timeline("t", [period(date(2003, 1, 1), date(2003, 6, 30))], KINDS, locale="en")
    assert "line: 2003-01-01 – 2003-06-30 x (a kind)" == chart.text
    assert "unused" not in texts(chart)


@pytest.mark.parametrize(
    ("text", "pixels", "shown"),
    [
        ("20,000", 200, "20,000"),
        ("二万元整", 50, "二万…"),
        ("long", 10, ""),
        ("ab", 24, "ab"),
        ("20,000", 40, ""),
    ],
)
def test_words_are_cut_to_their_bar(text: str, pixels: int, shown: str) -> None:
    """Words that do not fit are cut, and in a sliver there are none."""
    assert shown == fitted(text, pixels)


def test_rule_has_a_line_for_each_layer() -> None:
    """National and local rows are on lines of their own, in the colour of their standing."""
    raised = Amendment("loan.norm", date(2004, 3, 1), Yuan(30_000), LOCAL, "620500")
    rule = Rulebook.national().amended([raised]).find("loan.norm")
    chart = rule_timeline(rule, "en")
    assert {"nation", "Tianshui City", "assumed", "reported", "read"} <= set(texts(chart))
    assert "Tianshui City: 2004-03-01 – 2010-12-31 30,000.00 yuan (read)" in chart.text
    assert "个人贷款额度" == rule_timeline(rule).title


def test_rows_may_be_those_of_every_region() -> None:
    """Rows that are not of the rule itself are drawn instead of its own."""
    rule = Rulebook.national().find("loan.norm")
    chart = rule_timeline(rule, "en", rows=rule.provisions[:1])
    assert "reported" not in chart.text


def test_every_standing_has_a_look() -> None:
    """No row is without a colour and dashes."""
    assert set(Standing) == set(STANDINGS)


def test_rule_without_a_value_can_be_drawn() -> None:
    """A reading has no value: its bar has the sign of a paragraph."""
    rule = next(
        rule
        for rule in Rulebook.national().rules()
        if rule.all_rows() and rule.all_rows()[0].value is None
    )
    assert "§" in rule_timeline(rule).text


def test_clocks_show_what_was_known_when() -> None:
    """Before the document of 2008 the coming years were expected to be as before."""
    chart = clocks_chart(Rulebook.national().find("loan.norm"), "en")
    assert chart.text.startswith(
        "2002-12-24: 2002-12-24 – 2010-12-31 20,000.00 yuan; "
        "2008-08-04: 2002-12-24 – 2008-08-03 20,000.00 yuan; "
        "2008-08-04: 2008-08-04 – 2010-12-31 50,000.00 yuan"
    )
    assert {"day of the law", "day of asking", "20,000.00 yuan", "50,000.00 yuan"} <= set(
        texts(chart)
    )


def test_areas_have_their_values_in_words() -> None:
    """The value is written in each area that has room; many values have no key of colours."""
    norm = texts(clocks_chart(Rulebook.national().find("loan.norm"), "en"))
    assert 4 == norm.count("20,000.00 yuan") + norm.count("50,000.00 yuan") - 1
    rates = texts(clocks_chart(Rulebook.national().find("rates.over_1y_to_3y"), "en"))
    assert rates.count("5.49%") > 1
    assert "7.47%" not in rates


def test_clocks_in_chinese() -> None:
    """The axes and the title are in Chinese for a Chinese reader."""
    chart = clocks_chart(Rulebook.national().find("loan.norm"))
    assert "个人贷款额度：适用日期和查询日期" == chart.title
    assert {"适用日期", "查询日期"} <= set(texts(chart))


def test_titles_are_in_both_languages() -> None:
    """A label is shown in the language of the chart."""
    title = Label("时间轴", "Line of time")
    assert "Line of time" == timeline(title, [], KINDS, locale="en").title


def test_rule_that_names_nothing_says_none() -> None:
    """An empty list of forms is a value, not a gap."""
    rule = Rulebook.national().find("tax_relief.not_genuine")
    assert "none" in texts(clocks_chart(rule, "en"))
    assert "2002-12-31 none (assumed)" in rule_timeline(rule, "en").text
