"""The pages made from the rules: whole, and in the language of the site."""

import doctest
import json
import re
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gansu_reemployment import Rulebook, Worker, load_host
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.fact_model import describe
from gansu_reemployment.i18n import Choice, show
from gansu_reemployment.law.documents import Instrument
from gansu_reemployment.law.instruments import REGISTER, find_instrument
from gansu_reemployment.law.provisions import READ_ONCE, Provision
from gansu_reemployment.law.sources import Grade, TextRead
from gansu_reemployment.measures.persons.hardship.rules import AgeDay, HardshipRules
from gansu_reemployment.measures.targets.tasks.table import all_tasks
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.working.measure import Measure

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "docs" / "_ext"))
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
    assert ["`rent`", "月租金"] in [row[:2] for row in found]
    cap = next(row for row in found if row[0] == "`stall_rent.cap`")
    name = "月补贴上限" if locale == "zh_CN" else "cap of a month"
    assert [name, "[2003-07-01]{.day}", ""] == cap[1:4]
    assert "张政发〔2003〕1号" in cap[5]
    assert ["`hardship`", "`zhangye.resident`"] in [row[:2] for row in found]
    assert ["`resident`", "本市户口", "`hardship`"] in [[*row[:2], row[-1]] for row in found]
    assert ("### 增加的事实" if locale == "zh_CN" else "### Added facts") in page
    assert ("## 张掖市" if locale == "zh_CN" else "## Zhangye City") in page


@pytest.mark.parametrize(
    ("locale", "note"),
    [
        ("en", "Articles 6, 14, 17 and 18 were read."),
        ("zh_CN", "读过第六条、第十四条、第十七条和第十八条。"),
    ],
)
def test_notes_of_rules_of_places(locale: str, note: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The notes of rows and documents stand below the rules that only a place has."""
    import gansu_reemployment_zhangye as zhangye
    import pages_of_local
    from pages_of_sources import notes

    document = find_instrument("国务院令第258号")
    row = Provision(date(2003, 7, 1), 1, document.at(), note=READ_ONCE)
    monkeypatch.setattr(pages_of_local, "notes", lambda _rows, *others: notes((row,), *others))
    page = pages_of_local.local_page(load_host([Source.of(zhangye)], strict=True), locale)
    for path in ("stall_rent.share", "stall_rent.cap", "zhangye.resident"):
        below = page.split(f"\n`{path}`\n\n")[1].splitlines()
        assert below[0].startswith("- [2003-07-01]{.day}")
        assert note in below[1]


@pytest.mark.parametrize("locale", LOCALES)
def test_coverage_has_the_days_of_every_measure(
    pages: dict[str, dict[str, str]], locale: str
) -> None:
    """The nation's day stands beside each measure, the province's where it has rules."""
    linked = re.compile(r"\[.+\]\(measures/(\w+)\.md\)")
    covered = {
        found[1]: row
        for row in rows(pages[locale]["coverage"])
        if (found := linked.fullmatch(row[0]))
    }
    assert set(MEASURES) <= set(covered)
    assert all(DAY.fullmatch(covered[name][2]) for name in MEASURES)
    province = "甘肃省" if locale == "zh_CN" else "Gansu Province"
    assert re.fullmatch(f"{province} {DAY.pattern}", covered["post_subsidy"][3])
    assert "" == covered["guarantee_fee"][3]


def test_coverage_counts_the_rules_by_standing(pages: dict[str, dict[str, str]]) -> None:
    """On each day every rule is counted once; the last line counts the rows."""
    counted = [
        [int(cell) for cell in row[1:] if cell]
        for row in rows(pages["en"]["coverage"])
        if len(row) == 6 and row[1].isdigit()
    ]
    book = list(Rulebook.national().rules())
    assert [len(book)] * 9 == [sum(numbers) for numbers in counted[:-1]]
    assert sum(len(rule.provisions) for rule in book) == sum(counted[-1])


@pytest.mark.parametrize("locale", LOCALES)
def test_coverage_lists_the_rows_that_were_not_found_again(
    pages: dict[str, dict[str, str]], locale: str
) -> None:
    """Rows read or reported without an address are listed, conventions and readings are not."""
    head = "## 曾查到原文、出处未再查到的" if locale == "zh_CN" else "## Read once, not found again"
    section = pages[locale]["coverage"].split(head)[1]
    listed = set(re.findall(r"^\| \[`([^`]+)`\]", section, re.MULTILINE))
    assert {"loan.share_certified", "turnover_taxes.service"} <= listed
    assert listed.isdisjoint({"breakdown.method", "breakdown.levels", "tax_relief.not_genuine"})


@pytest.mark.parametrize("locale", LOCALES)
def test_documents_have_their_addresses(pages: dict[str, dict[str, str]], locale: str) -> None:
    """A document has a link to each article that was read; conventions are not documents."""
    page = pages[locale]["instruments"]
    assert "[第一条](<http://m.shudouzi.com/shuishou/186.html>)" in document(
        page, "财税[2002]208号"
    )
    assert "本库约定" not in page
    note = "执行至2005年底（读过原文）" if locale == "zh_CN" else "To the end of 2005 (read)."
    assert note in document(page, "财税[2003]133号")


@pytest.mark.parametrize(("locale", "kind"), [("en", "copy"), ("zh_CN", "转载")])
def test_document_of_a_place_has_its_address(locale: str, kind: str) -> None:
    """Where the document of a plugin was read is on the page like that of the register."""
    from pages_of_sources import instruments_page

    address, day = "https://example.org/1.html", date(2026, 11, 28)
    read = TextRead(address=address, read_on=day, grade=Grade.COPY, article="第三条")
    local = Instrument("武政发〔2003〕1号", "", (), None, None, texts=(read,))
    page = document(instruments_page([], [local], locale), local.name)
    assert f"[第三条](<{address}>) {kind} [2026-11-28]{{.day}}" in page


def document(page: str, name: str) -> str:
    """Return the section of a document."""
    return page.split(f"## [{name}]")[1].split("\n## ", maxsplit=1)[0]


@pytest.mark.parametrize("locale", LOCALES)
def test_documents_and_rules_lead_to_each_other(
    pages: dict[str, dict[str, str]], locale: str
) -> None:
    """Every link from a rule to a document names an entry; every document has one of its own."""
    entries = re.findall(r"^## \[.+\]\{#(.+)\}$", pages[locale]["instruments"], re.MULTILINE)
    assert len(set(entries)) == len(entries)
    assert {document.name for document in REGISTER} <= set(
        re.findall(r"^## \[(.+)\]\{#", pages[locale]["instruments"], re.MULTILINE)
    )
    links = set(re.findall(r"instruments\.md#([^)]+)\)", "".join(pages[locale].values())))
    assert links
    assert links <= set(entries)
    paths = re.findall(r"\(rules/([^)]+)\.md\)", pages[locale]["instruments"])
    assert {f"rules/{path}" for path in paths} <= set(pages[locale])


def rule_page(pages: dict[str, str], path: str) -> str:
    """Return the page of a rule."""
    return pages[f"rules/{path}"]


@pytest.mark.parametrize(
    ("locale", "note"), [("en", "The text gives a norm"), ("zh_CN", "原文只说")]
)
def test_notes_of_rows_are_on_the_page_of_the_rule(
    pages: dict[str, dict[str, str]], locale: str, note: str
) -> None:
    """Below the rows of a rule are their notes and those of the documents."""
    assert note in rule_page(pages[locale], "loan.norm")


@pytest.mark.parametrize(
    ("locale", "note"),
    [("en", "the table of rates was read once"), ("zh_CN", "税目税率表曾经读到")],
)
def test_note_of_the_document_of_a_limit_is_on_the_page_of_the_rule(
    pages: dict[str, dict[str, str]], locale: str, note: str
) -> None:
    """A rule without a row has the note of the document that limits its local values."""
    assert note in rule_page(pages[locale], "turnover_taxes.entertainment")


@pytest.mark.parametrize(
    ("locale", "cited"), [("en", "convention of this library"), ("zh_CN", "本库约定")]
)
def test_convention_has_no_document_on_the_page_of_the_rule(
    pages: dict[str, dict[str, str]], locale: str, cited: str
) -> None:
    """In place of a document the page says that the library chose."""
    assert cited == rows(rule_page(pages[locale], "breakdown.method"))[1][4]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_rule_has_a_page_with_its_values(
    pages: dict[str, dict[str, str]], locale: str
) -> None:
    """Each row has its day, value and standing, each reader a link; the line of time has bars."""
    for rule in Rulebook.national().rules():
        page = rule_page(pages[locale], rule.path)
        found = [row for row in rows(page) if DAY.fullmatch(row[0])]
        since = [f"[{row.since}]{{.day}}" for row in rule.provisions]
        assert set(since) <= {row[0] for row in found}
        assert page.count("<b class") >= len(found)
        assert f"rules/{rule.path}.md" in pages[locale]["rules"]
        read = {m.name for m in MEASURES.values() if rule.path in paths_of(m)}
        assert read == set(re.findall(r"\.\./measures/(\w+)\.md", page))


def paths_of(measure: Measure[Any, Any]) -> set[str]:
    """Return the paths of the rules that a measure reads."""
    return {rule.path for rule in rules_of(measure)}


def rules_of(measure: Measure[Any, Any]) -> list[Any]:
    """Return the rules that a measure reads."""
    return list(Rulebook.national().rules_in(measure.rules))


def test_rows_of_a_place_are_on_the_page_of_the_rule(
    pages: dict[str, dict[str, str]],
) -> None:
    """The line of time has a layer for the province, and the table its row."""
    page = rule_page(pages["zh_CN"], "post.ceiling")
    assert "<span>甘肃省</span>" in page
    assert "甘肃省" in [row[2] for row in rows(page)]


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
def test_every_rule_shows_its_kind_and_its_last_comparison(
    pages: dict[str, dict[str, str]], locale: str
) -> None:
    """A choice is listed with its codes and terms; the day is shown for each place with rows."""
    codes = " · ".join(f"`{day.code}` {show(day, locale)}" for day in AgeDay)
    head = {"en": "Value: ", "zh_CN": "取值："}[locale]
    assert f"\n{head}{codes}\n" in rule_page(pages[locale], "hardship.age_day")
    compared = {"en": "Last compared with the sources: ", "zh_CN": "最近核对日期："}[locale]
    for rule in Rulebook.national().rules():
        page = rule_page(pages[locale], rule.path)
        (line,) = [line for line in page.splitlines() if line.startswith(compared)]
        assert DAY.search(line)
        assert f"\n{head}" in page
    place = {"zh_CN": "甘肃省", "en": "Gansu Province"}[locale]
    line = rule_page(pages[locale], "post.ceiling").split(compared)[1].splitlines()[0]
    assert place in line


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.name)
def test_measure_has_its_facts_values_refusals_and_codes(
    pages: dict[str, dict[str, str]], measure: Measure[Any, Any], locale: str
) -> None:
    """Every fact, every national value, every refusal and every choice has its row."""
    found = rows(pages[locale][f"measures/{measure.name}"])
    terms = {(row[0], row[1]) for row in found}
    facts = describe(measure.facts)
    assert {(f"`{fact.name}`", fact.zh) for fact in facts} <= terms
    book = Rulebook.national()
    rules = [rule for rule in rules_of(measure) if not book.is_series(rule.path)]
    named = {row[0].partition("]")[0] for row in found if len(row) == 7}
    assert {f"[`{rule.path}`" for rule in rules} <= named
    values = [row for row in found if len(row) == 7 and DAY.fullmatch(row[2])]
    assert sum(len(rule.provisions) for rule in rules) == len(values)
    assert all(row[5] for row in values)
    chosen = [fact.kind for fact in facts if issubclass(fact.kind, Choice)]
    members = {(f"`{one.code}`", one.value) for kind in chosen for one in kind}
    assert members <= terms
    assert f"rules/{rules[0].path}.md" in pages[locale][f"measures/{measure.name}"]


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.name)
def test_refusals_of_the_worked_cases_are_on_the_page(
    pages: dict[str, dict[str, str]], measure: Measure[Any, Any]
) -> None:
    """What a worked case expects as a refusal, the page of the measure lists with a rule."""
    listed = {row[0].strip("`"): row[2] for row in rows(pages["en"][f"measures/{measure.name}"])}
    for path in (ROOT / "tests" / "vectors").glob("*.toml"):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        if data["measure"] == measure.name:
            for case in data["case"]:
                for code in case["expect"].get("refused", ()):
                    assert "](../rules/" in listed[code]


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.name)
@pytest.mark.parametrize("locale", LOCALES)
def test_call_of_a_measure_prints_what_the_page_shows(
    pages: dict[str, dict[str, str]],
    measure: Measure[Any, Any],
    locale: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The session on the page runs as it is printed, with the public names alone."""
    monkeypatch.setenv("GANSU_REEMPLOYMENT_PLUGINS", "none")
    page = pages[locale][f"measures/{measure.name}"]
    (session,) = re.findall(r"```pycon\n(.*?)```", page, re.DOTALL)
    assert f".{measure.name}(facts, on=" in session
    test = doctest.DocTestParser().get_doctest(session, {}, measure.name, None, 0)
    runner = doctest.DocTestRunner(verbose=False)
    assert 0 == runner.run(test).failed


def test_bureau_lists_every_measure_by_subject(pages: dict[str, dict[str, str]]) -> None:
    """The page of the bureau names each method once."""
    methods = re.findall(r"`Bureau\.(\w+)`", pages["zh_CN"]["methods"])
    assert list(MEASURES) == methods


def test_every_class_has_a_page_of_its_own(pages: dict[str, dict[str, str]]) -> None:
    """A page of the code documents one class, and the list leads to each."""
    code = {name: text for name, text in pages["en"].items() if name.startswith("code/")}
    classes = [text.count(".. autoclass::") for name, text in code.items() if name != "code/index"]
    assert max(classes) == 1
    links = set(re.findall(r"\(([\w.]+)\.md\)", code["code/index"]))
    assert {f"code/{name}" for name in links} == set(code) - {"code/index"}
    assert "code/measures.persons.facts.Worker" in code


def test_default_of_a_fact_is_shown(pages: dict[str, dict[str, str]]) -> None:
    """The default of a fact follows its kind, that of a choice as its code."""
    page = {
        row[0]: row[3] for row in rows(pages["en"]["measures/interest_periods"]) if len(row) == 4
    }
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
    assert heads or name == "instruments"
    assert [] == [line for line in (lines[0], *heads) if re.search("[A-Za-z]", line)]


def test_schemas_of_every_measure(tmp_path: Path) -> None:
    """The site has the schemas of the facts and of the outcome of each measure as files."""
    import schema_files

    files = schema_files.write_schemas(tmp_path / "schemas")
    assert 2 * len(MEASURES) == len(files) == len(list((tmp_path / "schemas").iterdir()))
    facts = json.loads((tmp_path / "schemas" / "loan_terms.facts.json").read_text("utf-8"))
    assert "yuan" == facts["properties"]["requested"]["anyOf"][0]["unit"]
