"""The pages made from the rules: whole, and in the language of the site."""

import re
import sys
from pathlib import Path

import pytest

from gansu_reemployment import Rulebook, load_host
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.measures.tasks_table import all_tasks

sys.path.insert(0, str(Path(__file__).parents[1] / "docs" / "_ext"))
pytest.importorskip("click", reason="click is in the extra cli")
LOCALES = ("en", "zh_CN")
DAY = re.compile(r"\[\d{4}-\d\d-\d\d\]\{\.day\}")


@pytest.fixture(name="pages", scope="module")
def _pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """Write the pages in both languages, without the plugins that are installed here."""
    import gansu_pages

    written = {}
    for locale in LOCALES:
        folder = tmp_path_factory.mktemp(locale)
        gansu_pages.write_all(folder, load_host([]), locale)
        files = (folder / "reference" / "generated").glob("*.md")
        written[locale] = {file.stem: file.read_text(encoding="utf-8") for file in files}
    return written


def rows(page: str) -> list[list[str]]:
    """Give the cells of each row of the tables of a page, heads among them."""
    lines = [line for line in page.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line[1:-1].split(" | ")] for line in lines]


@pytest.mark.parametrize("locale", LOCALES)
def test_coverage_has_the_days_of_every_measure(
    pages: dict[str, dict[str, str]], locale: str
) -> None:
    """The nation's day stands beside each measure, the province's where it has rules."""
    covered = {row[0].strip("`"): row for row in rows(pages[locale]["coverage"])}
    assert set(MEASURES) <= set(covered)
    assert all(DAY.fullmatch(covered[name][3]) for name in MEASURES)
    province = "甘肃省" if locale == "zh_CN" else "Gansu Province"
    assert re.fullmatch(f"{province} {DAY.pattern}", covered["post_subsidy"][4])
    assert "" == covered["guarantee_fee"][4]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_task_has_its_row(pages: dict[str, dict[str, str]], locale: str) -> None:
    """The 78 rows stand in the order of the text, each with article and standing."""
    page = pages[locale]["tasks"]
    found = [row for row in rows(page) if "]{#" in row[0]]
    assert [f"[{task.id}]{{#{task.id.lower()}}}" for task in all_tasks()] == [r[0] for r in found]
    assert all(row[1] and row[-1] for row in found)


def test_tasks_are_found_by_deadline_rhythm_and_department(
    pages: dict[str, dict[str, str]],
) -> None:
    """Each list leads to the rows; T04 is in two rhythms."""
    lists = {row[0]: row[1:] for row in rows(pages["en"]["tasks"])}
    assert ["[T16](#t16)"] == lists["[2003-07-31]{.day}"]
    assert ["[T04](#t04) [T66](#t66)"] == lists["quarterly"]
    assert lists["省国税局"] == [
        "[T30](#t30)",
        "[T06](#t06) [T31](#t31) [T32](#t32)",
    ]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_rule_tells_when_it_was_compared(
    pages: dict[str, dict[str, str]], locale: str
) -> None:
    """Below each rule stands the day, and the day of each place with rows of its own."""
    page = pages[locale]["rules"]
    sections = dict(re.findall(r"^### `([^`]+)`\n(.*?)(?=^##|\Z)", page, re.MULTILINE | re.DOTALL))
    assert {rule.path for rule in Rulebook.national().rules()} == set(sections)
    assert all(DAY.search(text.splitlines()[-2]) for text in sections.values())
    place = {"zh_CN": "甘肃省", "en": "Gansu Province"}[locale]
    assert place in sections["post.ceiling"].splitlines()[-2]


@pytest.mark.parametrize("name", ["rules", "instruments", "coverage", "tasks", "columns"])
def test_heads_are_chinese_on_the_chinese_site(pages: dict[str, dict[str, str]], name: str) -> None:
    """Headings of tables and the title of the page have no English word."""
    lines = pages["zh_CN"][name].splitlines()
    heads = [lines[n - 1] for n, line in enumerate(lines) if re.fullmatch(r"\|(---\|)+", line)]
    assert heads
    assert [] == [line for line in (lines[0], *heads) if re.search("[A-Za-z]", line)]
