"""The pages made from the rules: whole, and in the language of the site."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from gansu_reemployment import Rulebook, Worker, load_host
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.fact_model import describe
from gansu_reemployment.i18n import Choice, show
from gansu_reemployment.measures.persons.hardship.rules import AgeDay, HardshipRules
from gansu_reemployment.measures.targets.tasks.table import all_tasks
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.working.measure import Measure

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
        top = folder / "reference" / "generated"
        written[locale] = {
            file.relative_to(top).with_suffix("").as_posix(): file.read_text(encoding="utf-8")
            for file in top.rglob("*.md")
        }
    return written


def rows(page: str) -> list[list[str]]:
    """Give the cells of each row of the tables of a page, heads among them."""
    lines = [line for line in page.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line[1:-1].split(" | ")] for line in lines]


@pytest.mark.parametrize("locale", LOCALES)
def test_measures_and_conditions_of_places(locale: str, tmp_path: Path) -> None:
    """Facts, rules with their documents and codes of what a plugin brings are on one page."""
    import gansu_pages
    import gansu_reemployment_zhangye as zhangye

    gansu_pages.write_all(tmp_path, load_host([Source.of(zhangye)], strict=True), locale)
    page = (tmp_path / "reference" / "generated" / "local.md").read_text(encoding="utf-8")
    found = rows(page)
    assert ["`rent`", "月租金", "monthly rent"] in [row[:3] for row in found]
    cap = next(row for row in found if row[0] == "`stall_rent.cap`")
    assert ["月补贴上限", "cap of a month", "[2003-07-01]{.day}", ""] == cap[1:5]
    assert "张政发〔2003〕1号" in cap[6]
    assert ["`hardship`", "`zhangye.resident`"] in [row[:2] for row in found]
    assert ("## 张掖市" if locale == "zh_CN" else "## Zhangye City") in page


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
def test_coverage_lists_the_rows_that_were_not_found_again(
    pages: dict[str, dict[str, str]], locale: str
) -> None:
    """Rows read or reported without an address are listed, conventions and readings are not."""
    head = "## 曾查到原文、出处未再查到的" if locale == "zh_CN" else "## Read once, not found again"
    listed = {row[0].strip("`") for row in rows(pages[locale]["coverage"].split(head)[1])}
    assert {"loan.share_certified", "turnover_taxes.service"} <= listed
    assert listed.isdisjoint({"breakdown.method", "breakdown.levels", "tax_relief.not_genuine"})


@pytest.mark.parametrize("locale", LOCALES)
def test_documents_have_their_addresses(pages: dict[str, dict[str, str]], locale: str) -> None:
    """A document has a link to each article that was read; conventions are not documents."""
    found = {row[0]: row for row in rows(pages[locale]["instruments"])}
    read = found["财税[2002]208号"][5]
    assert "[第一条](<http://m.shudouzi.com/shuishou/186.html>)" in read
    assert not any("本库约定" in cell for row in found.values() for cell in row)
    note = "执行至2005年底（读过原文）" if locale == "zh_CN" else "To the end of 2005 (read)."
    assert found["财税[2003]133号"][6].startswith(note)


@pytest.mark.parametrize(
    ("locale", "note"), [("en", "The text gives a norm"), ("zh_CN", "原文只说")]
)
def test_notes_of_rows_are_on_the_page_of_rules(
    pages: dict[str, dict[str, str]], locale: str, note: str
) -> None:
    """Below the rows of a rule stand their notes, each after its day."""
    section = pages[locale]["rules"].split("### `loan.norm`")[1].split("###")[0]
    assert note in section


@pytest.mark.parametrize(
    ("locale", "cited"), [("en", "convention of this library"), ("zh_CN", "本库约定")]
)
def test_convention_has_no_document_on_the_page_of_rules(
    pages: dict[str, dict[str, str]], locale: str, cited: str
) -> None:
    """In the place of a document stands that the library chose."""
    section = pages[locale]["rules"].split("### `breakdown.method`")[1].split("###")[0]
    assert cited == rows(section)[1][4]


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


@pytest.mark.parametrize("locale", LOCALES)
def test_every_rule_tells_what_its_value_may_be(
    pages: dict[str, dict[str, str]], locale: str
) -> None:
    """A choice stands there with its codes and terms; a date is called so."""
    page = pages[locale]["rules"]
    codes = " · ".join(f"`{day.code}` {show(day, locale)}" for day in AgeDay)
    told = {"en": ("Value: ", "a date"), "zh_CN": ("取值：", "日期")}[locale]
    assert f"\n{told[0]}{codes}\n" in page
    assert f"\n{told[0]}{told[1]}\n" in page
    assert len(list(Rulebook.national().rules())) == page.count(f"\n{told[0]}")


def measure_page(pages: dict[str, str], measure: Measure[Any, Any]) -> str:
    """Give the page of a measure: that of its module, or of the one whose part that is."""
    module = measure.work.__module__
    found = [text for text in pages.values() if f"automodule:: {module}\n   :members:" in text]
    (page,) = found
    return page


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.name)
def test_measure_has_its_facts_rules_and_codes(
    pages: dict[str, dict[str, str]], measure: Measure[Any, Any], locale: str
) -> None:
    """Every fact has its row, every rule that a region may set too, every choice its members."""
    page = measure_page(pages[locale], measure)
    found = rows(page)
    terms = {(row[0], row[1]) for row in found}
    facts = describe(measure.facts)
    assert {(f"`{fact.name}`", fact.zh) for fact in facts} <= terms
    book = Rulebook.national()
    local = [row[0].partition("]")[0] for row in found if len(row) == 5 and row[4]]
    assert {f"[`{r.path}`" for r in book.rules_in(measure.rules) if r.delegated} <= set(local)
    chosen = [fact.kind for fact in facts if issubclass(fact.kind, Choice)]
    members = {(f"`{one.code}`", one.value, one.en) for kind in chosen for one in kind}
    assert members <= {tuple(row) for row in found if len(row) == 3}


def test_default_of_a_fact_is_shown(pages: dict[str, dict[str, str]]) -> None:
    """The default of a fact follows its kind, that of a choice as its code."""
    page = {row[0]: row[3] for row in rows(pages["en"]["measures/accrual"]) if len(row) == 4}
    assert page["`uplift`"] == "a whole number; default: 0"
    assert page["`settlement`"].endswith("; default: `quarterly`")
    assert page["`drawn_on`"] == "a date"


def test_signature_has_no_rules() -> None:
    """A class of rules and a choice are shown without arguments, other classes with them."""
    import automodules

    def shortened(kind: type[Any]) -> Any:
        return automodules.shorten(None, "class", "", kind, None, "(groups=...)", None)

    assert [("", None), ("", None), None] == [*map(shortened, (HardshipRules, AgeDay, Worker))]


@pytest.mark.parametrize("name", ["rules", "instruments", "coverage", "tasks", "columns"])
def test_heads_are_chinese_on_the_chinese_site(pages: dict[str, dict[str, str]], name: str) -> None:
    """Headings of tables and the title of the page have no English word."""
    lines = pages["zh_CN"][name].splitlines()
    heads = [lines[n - 1] for n, line in enumerate(lines) if re.fullmatch(r"\|(---\|)+", line)]
    assert heads
    assert [] == [line for line in (lines[0], *heads) if re.search("[A-Za-z]", line)]


def test_schemas_of_every_measure(tmp_path: Path) -> None:
    """The site has the schemas of the facts and of the outcome of each measure as files."""
    import schema_files

    files = schema_files.write_schemas(tmp_path / "schemas")
    assert 2 * len(MEASURES) == len(files) == len(list((tmp_path / "schemas").iterdir()))
    facts = json.loads((tmp_path / "schemas" / "loan_terms.facts.json").read_text("utf-8"))
    assert "yuan" == facts["properties"]["requested"]["anyOf"][0]["unit"]
