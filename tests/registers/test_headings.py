"""Headings mapped to facts."""

from collections.abc import Iterator, Sequence
from datetime import date
from time import process_time

import pytest
from attrs import frozen

from gansu_reemployment.errors import AmountError, RegisterError
from gansu_reemployment.fact_model import CheckedFacts, describe, fact
from gansu_reemployment.measures.persons.facts import Worker
from gansu_reemployment.money import Yuan
from gansu_reemployment.registers.entries import Person
from gansu_reemployment.registers.headings import SYNONYMS, Headings, find_headings, misspelt
from gansu_reemployment.registers.rows import Row


@frozen(kw_only=True, slots=False)
class Payment(CheckedFacts):
    """Facts of a test: two that must be known, one with a value of its own, one of many values."""

    amount: Yuan = fact("金额", "amount")
    paid_on: date = fact("支付日期", "day of payment")
    months: int = fact("月数", "months", default=1)
    kinds: frozenset[str] | None = fact("种类", "kinds")


def rows(*table: Sequence[object]) -> Iterator[Row]:
    """Number the rows of *table*."""
    return (Row(number, cells) for number, cells in enumerate(table, start=1))


def headings(*texts: object, kind: type[CheckedFacts] = Worker) -> Headings:
    """Map one row of headings."""
    return find_headings(rows(texts), kind)[0]


@pytest.mark.parametrize(
    "text",
    [
        "身份证号",
        "公民身份号码",
        "居民身份证号码",
        "身份证号码",
        "公民身份号",
        " 身 份　证 号",
        "*身份证号：",
        "identity number",
        "Identity_Number",
        "identity",
    ],
)
def test_spellings_of_a_heading(text: str) -> None:
    """Terms, synonyms and names are found, whatever their spaces, case and width."""
    assert {"identity": text.strip()} == headings(text).named


@pytest.mark.parametrize("text", ["在业", "是否在业", "就业", "是否已就业", "employed", "In Work"])
def test_a_leading_whether(text: str) -> None:
    """是否 before a term changes nothing."""
    assert {"employed": text} == headings(text).named


def test_every_fact_of_a_worker() -> None:
    """Each fact is found by its Chinese term, its English term and its name."""
    facts = describe(Worker)
    for texts in ([f.zh for f in facts], [f.en for f in facts], [f.name for f in facts]):
        assert [f.name for f in facts] == list(headings(*texts).named)


def test_synonyms_are_of_terms_that_exist() -> None:
    """Each synonym stands for a term of a person or a worker."""
    assert set(SYNONYMS) <= {each.zh for each in (*describe(Person), *describe(Worker))}


def test_a_year_and_month_is_no_birthday() -> None:
    """出生年月 has no day and is not taken for the date of birth."""
    assert ("出生年月",) == headings("姓名", "出生年月").unknown


def test_person_facts_and_others() -> None:
    """Columns are sorted into the person's, the facts' and the unknown ones, with their places."""
    found = headings("序号", "姓名", "性别", "", "备注", "", None)

    assert ("序号", "姓名", "性别", "", "备注") == found.texts
    assert [(1, "姓名")] == [(column.index, column.heading) for column in found.person]
    assert [(2, "性别")] == [(column.index, column.heading) for column in found.facts]
    assert {0: "序号", 4: "备注"} == found.extra
    assert ("sex", "born_on") == found.derived


def test_titles_above_the_headings() -> None:
    """Titles and blank rows above the headings are passed over."""
    table = [
        ["2003年下岗失业人员登记册"],
        [""],
        ["单位：某街道", "性别"],
        ["姓名", "性别"],
        ["李梅", "女"],
    ]

    found, rest = find_headings(rows(*table), Worker)

    assert ("姓名", "性别") == found.texts
    assert [Row(5, ["李梅", "女"])] == list(rest)


def test_rows_below_the_head_are_kept() -> None:
    """Every row below the headings comes, in its order."""
    table = [["姓名"], *([str(number)] for number in range(2, 40))]

    _found, rest = find_headings(rows(*table), Worker)

    assert list(range(2, 40)) == [row.number for row in rest]


@pytest.mark.parametrize("table", [[], [["甲", "乙"], ["丙", "丁"]], [["甲"]] * 10 + [["姓名"]]])
def test_no_headings(table: list[list[str]]) -> None:
    """A file without a known heading in its first ten rows is no register."""
    with pytest.raises(RegisterError, match="No headings were found; known are 姓名, 身份证号"):
        find_headings(rows(*table), Worker)


def test_all_that_is_missing_or_doubled() -> None:
    """One error names every missing and every doubled heading."""
    table = rows(["姓名", "名称", "金额", "amount", "备注", "备注"])

    with pytest.raises(RegisterError) as caught:
        find_headings(table, Payment, ["identity", "name", "colour"])

    assert (
        "The headings are wrong: these columns are missing: 支付日期, 身份证号, colour, "
        "these columns appear twice: 金额, amount, 备注."
    ) == str(caught.value)


def test_facts_that_need_no_column() -> None:
    """A fact with a value of its own needs no column, and one of many values can have none."""
    found = headings("金额", "支付日期", "种类", kind=Payment)

    assert {"amount", "paid_on"} == set(found.named)
    assert ("种类",) == found.unknown
    assert () == found.derived


def test_the_identity_number_gives_sex_and_birthday() -> None:
    """Sex and date of birth are not missing where there is an identity number."""
    find_headings(rows(["身份证号"]), Worker, ["sex", "born_on"])

    with pytest.raises(RegisterError, match="missing: 性别, 出生日期"):
        find_headings(rows(["姓名"]), Worker, ["sex", "born_on"])


def test_misspelt_headings_bring_the_term() -> None:
    """A heading is near a term only where no column has that fact."""
    found = headings("姓名", "身份证号", "性别", "出生年月", "性 別", "备注")

    assert ("出生年月", "性 別", "备注") == found.unknown
    assert {"出生年月": "出生日期"} == misspelt(found, Worker)


def test_very_many_headings() -> None:
    """Only the first of very many headings are compared with the terms, for each takes its time."""
    found = headings("姓名", "出生年月", *(f"备注{n}" for n in range(20_000)), "性 別")

    started = process_time()
    assert {"出生年月": "出生日期"} == misspelt(found, Worker)
    assert process_time() - started < 2


@pytest.mark.parametrize(
    ("heading", "cell", "amount"),
    [
        ("金额（元）", "20000", "20000.00"),
        ("金额(元)", "20,000", "20000.00"),
        ("amount [yuan]", 20_000.0, "20000.00"),
        ("金额（分）", "2000050", "20000.50"),
        ("金额（千元）", "20.5", "20500.00"),
        ("金额（万元）", "2.000005", "20000.05"),
        ("金额", "20000.00", "20000.00"),
        ("金额", "20000元", "20000.00"),
        ("金额", "0", "0.00"),
    ],
)
def test_unit_of_money(heading: str, cell: object, amount: str) -> None:
    """Whole numbers of money are read where the heading or the cell states the unit."""
    (column,) = headings(heading, "支付日期", kind=Payment).facts[:1]
    assert Yuan(amount) == column.read(cell)


@pytest.mark.parametrize("cell", ["20000", "20,000", "-5", 20_000.0, 20_000])
def test_whole_number_without_unit(cell: object) -> None:
    """A whole number of money may be yuan or fen; the fault says both ways to write it."""
    (column,) = headings("金额", "支付日期", kind=Payment).facts[:1]
    with pytest.raises(RegisterError, match=r"may be yuan or fen: write .*\.00, .*金额（元）"):
        column.read(cell)


@pytest.mark.parametrize(("unit", "amount"), [("元", "7.00"), ("万元", "70000.00")])
def test_unit_in_a_title(unit: str, amount: str) -> None:
    """A title above the headings may state the unit of all money; a heading's own goes first."""
    title = ["二〇〇三年三季度", f"单位： {unit}"]
    found, _below = find_headings(rows(title, ["金额", "支付日期"]), Payment)
    own, _below = find_headings(rows(title, ["金额（分）", "支付日期"]), Payment)
    assert Yuan(amount) == found.facts[0].read("7")
    assert Yuan("0.07") == own.facts[0].read("7")


def test_fen_have_no_decimals() -> None:
    """Parts of a fen are refused."""
    (column,) = headings("金额（分）", "支付日期", kind=Payment).facts[:1]
    with pytest.raises(AmountError):
        column.read("7.5")


@pytest.mark.parametrize(
    "row",
    [
        ["欧阳李梅花", "女", "620502196303011245", "就业"],
        ["欧阳李梅花", "女", "6205 0219 6303 0112 45", "就业"],
        ["李梅", "女", "1963-03-01", "就业"],
        ["李梅", "否", "就业"],
    ],
)
def test_person_is_not_taken_for_headings(row: list[str]) -> None:
    """A file without headings is refused by the row, and shows nothing of its first person."""
    with pytest.raises(RegisterError, match="Row 1 has the values of a person") as error:
        find_headings(iter([Row(1, row), Row(2, row)]), Worker)

    assert "李" not in str(error.value)
    assert "1963" not in str(error.value)


def test_cells_are_not_in_a_repr() -> None:
    """The repr of a row shows neither names nor numbers."""
    assert "Row(number=3, fault=None)" == repr(Row(3, ["李梅", "620502196303011245"]))
