"""Circulars as sentences, table, page and charts."""

import re
import shutil
import subprocess
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from gansu_reemployment.charts import progress_chart, progress_map
from gansu_reemployment.errors import ArgumentError
from gansu_reemployment.measures.targets.circular.circular import Circular, circular
from gansu_reemployment.measures.targets.circular.reports import Counted
from gansu_reemployment.measures.targets.circular.words import sentences, title
from gansu_reemployment.regions import Level, find_region, gansu
from gansu_reemployment.sheets import Filing, as_markdown, circular_html, circular_sheet

LANZHOU, TIANSHUI, LONGNAN = (find_region(name) for name in ("兰州市", "天水市", "陇南地区"))
JUNE = date(2003, 6, 30)
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")


def make(counts: dict[Any, int], until: date = JUNE, **more: Any) -> Circular:
    """Build a circular from counts since January, with targets of 1,000."""
    january = date(until.year, 1, 1)
    reports = [
        Counted(place=place, since=january, until=until, number=number)
        for place, number in counts.items()
    ]
    targets = dict.fromkeys((LANZHOU, TIANSHUI, LONGNAN), 1000)
    return circular(targets, reports, until=until, tolerance=5, **more)


FULL = make({LANZHOU: 600, TIANSHUI: 500, LONGNAN: 400})
PART = make({LANZHOU: 600, TIANSHUI: 500})


def texts(made: Circular, locale: str = "zh_CN") -> list[str]:
    """Return the sentences."""
    return [phrase.show(locale) for phrase in sentences(made)]


def test_sentences_in_chinese() -> None:
    """The sentences name the total, and the places of each judgement."""
    assert [
        "截至2003年6月30日，新增就业累计完成1,500人，占全年目标3,000人的50.0%；时序进度50.0%。",
        "进度超前：兰州市。",
        "进度同步：天水市。",
        "进度滞后：陇南地区。",
        "完成率与时序进度相差5个百分点以内为同步；文件没有规定幅度，由通报单位自定。",
    ] == texts(FULL)


def test_sentences_in_english() -> None:
    """The sentences in English name the silent place."""
    assert [
        (
            "By 2003-06-30 not every place had reported, so the total of new jobs is not known; "
            "50.0% of the year has passed."
        ),
        "Ahead: Lanzhou City.",
        "On time: Tianshui City.",
        "Not fully reported: Longnan Prefecture.",
        "On time is within 5 points of the time elapsed; the issuer sets this, no text does.",
    ] == texts(PART, "en")


def test_the_ceiling_is_named() -> None:
    """The sentence on the rate names the ceiling and the places above it."""
    made = make({}, rates={LANZHOU: Fraction(5, 100)}, ceiling=Fraction(45, 1000))

    assert "城镇登记失业率高于4.5%：兰州市。" in texts(made)


def test_titles() -> None:
    """The title names the month or the quarter."""
    quarter = make({}, every=3)

    assert "2003年6月新增就业目标完成情况通报" == title(FULL).show("zh_CN")
    assert "Circular on the target of new jobs, 2003-06" == title(FULL).show("en")
    assert "2003年第二季度新增就业目标完成情况通报" == title(quarter).show("zh_CN")
    assert "Circular on the target of new jobs, quarter 2 of 2003" == title(quarter).show("en")


def test_table() -> None:
    """The table has rank, counts, share, points ahead, forecast and judgement."""
    lines = as_markdown(circular_sheet(FULL)).splitlines()

    assert "| 1 | 兰州市 | 1,000 |  | 600 | 60.0% | 10.0 | 1,200 | 超前 |" in lines
    assert "| 3 | 陇南地区 | 1,000 |  | 400 | 40.0% | -10.0 | 800 | 滞后 |" in lines
    assert "|  | 合计 | 3,000 |  | 1,500 | 50.0% | 0.0 | 3,000 | 同步 |" in lines


def test_table_with_a_silent_place() -> None:
    """A silent place has no rank, and the counts have no total."""
    lines = as_markdown(circular_sheet(PART)).splitlines()

    assert "|  | 陇南地区 | 1,000 |  |  |  |  |  | 未报 |" in lines
    assert "|  | 合计 | 3,000 |  |  |  |  |  |  |" in lines


def test_a_known_rate_has_a_column() -> None:
    """Without any rate the table has no column of rates."""
    rated = circular_sheet(make({}, rates={LANZHOU: Fraction(5, 100)}))

    assert 10 == len(rated.leaves)
    assert 9 == len(circular_sheet(FULL).leaves)


def test_filing() -> None:
    """The unit that issues the circular is on the page and on the sheet, which is one page."""
    filing = Filing(by="某厅", on=date(2003, 7, 5))
    assert 1 == circular_sheet(FULL, filing).pages
    assert "填报单位（盖章）：某厅" in circular_html(FULL, filing=filing)
    assert "Date: 2003-07-05" in circular_html(FULL, "en", filing)


@pytest.mark.skipif(BROWSER is None, reason="needs Chromium")
@pytest.mark.parametrize("locale", ["zh_CN", "en"])
def test_page_is_one_page(locale: str, tmp_path: Path) -> None:
    """A circular on all prefectures, with its chart and table, prints on one page of A4."""
    targets = dict.fromkeys(gansu().of_level(Level.PREFECTURE), 1000)
    january = date(2003, 1, 1)
    reports = [Counted(place=p, since=january, until=JUNE, number=500) for p in targets]
    made = circular(targets, reports, until=JUNE, tolerance=5)
    page, printed = tmp_path / "circular.html", tmp_path / "circular.pdf"
    page.write_text(circular_html(made, locale, Filing(by="某厅")), encoding="utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    command = [str(BROWSER), *options, f"--print-to-pdf={printed}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert 1 == len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes()))


def test_places_are_named_as_on_the_day() -> None:
    """陇南 was a prefecture area in 2003 and a city in 2004."""
    later = make({LONGNAN: 1}, until=date(2004, 6, 30))

    assert "陇南地区" in as_markdown(circular_sheet(FULL))
    assert "陇南市" in as_markdown(circular_sheet(later))


def test_charts_have_share_and_judgement() -> None:
    """Each place has its share and its judgement in words; a silent one says so."""
    words = "60.0% 超前", "50.0% 同步", "未报"
    assert all(word in progress_chart(PART).text for word in words)
    assert "兰州: 60.0% 超前" in progress_map(PART).text
    assert "陇南: 未报" in progress_map(PART).text
    assert title(FULL).show("en") == progress_chart(FULL, "en").title


def test_counties_have_no_map() -> None:
    """The map is that of the prefectures, so a county has no square."""
    county = find_region("安定区")
    reports = [Counted(place=county, since=date(2003, 1, 1), until=JUNE, number=5)]
    made = circular({county: 10}, reports, until=JUNE, tolerance=5)
    assert "Anding District: 50.0% on time" in progress_chart(made, "en").text
    with pytest.raises(ArgumentError, match="621102 is not a prefecture of Gansu"):
        progress_map(made)


def test_page_has_sentences_chart_and_table() -> None:
    """The page has all parts of the circular."""
    page = circular_html(FULL)

    assert "<p>进度超前：兰州市。</p>" in page
    assert 1 == page.count("<svg ")
    assert 1 == page.count("<table>")
