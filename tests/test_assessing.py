"""A register assessed into a ledger: what is counted, and how it is told."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from gansu_reemployment import Bureau, Yuan, open_ledger
from gansu_reemployment.assessing import Assessment, assess_register, print_assessment
from gansu_reemployment.ledger import Ledger
from gansu_reemployment.measures.persons.facts import Group
from gansu_reemployment.measures.persons.reasons import EMPLOYED, NOT_WILLING
from gansu_reemployment.registers import Counts
from gansu_reemployment.results import PostSubsidy
from gansu_reemployment.working.outcome import Status

DAY = date(2003, 7, 1)
REGISTER = """\
身份证号,性别,出生日期,人员类别,有劳动能力,有就业愿望,在业,已退休,企业内部退养
,女,1963-03-01,国有企业下岗职工,是,是,否,否,否
,女,1963-03-01,国有企业下岗职工,是,否,是,否,否
,女,1963-03-01,国有企业下岗职工,是,是,,否,否
,女,1963-13-01,国有企业下岗职工,是,是,否,否,否
"""


@pytest.fixture(name="result")
def _result(tmp_path: Path) -> Assessment:
    register = tmp_path / "register.csv"
    register.write_text(REGISTER, encoding="utf-8")
    with open_ledger("memory:") as ledger:
        return assess_register(
            register,
            Bureau.of("天水市"),
            "hardship",
            on=date(2003, 7, 1),
            ledger=ledger,
            rejects=tmp_path / "rejects.csv",
        )


def test_every_row_is_counted_once(result: Assessment) -> None:
    """The rows that are decided, refused, undecided or rejected add up to the rows read."""
    assert {Status.DECIDED: 1, Status.REFUSED: 1, Status.UNDECIDED: 1} == result.by_status
    assert (4, 3, 1) == (result.counts.read, result.counts.accepted, result.counts.rejected)


def test_results_and_reasons_are_counted(result: Assessment) -> None:
    """Results are counted as terms, reasons as sentences with codes, and missing facts by name."""
    assert {Group.OLDER: 1} == result.by_value
    assert {NOT_WILLING: 1, EMPLOYED: 1} == result.by_reason
    assert ["employed"] == [getattr(fact, "name", fact) for fact in result.by_missing]


@pytest.mark.parametrize(
    ("locale", "lines"),
    [
        (
            "en",
            [
                "4 rows read = 3 assessed + 1 rejected",
                "          1  decided",
                "          1  older hard-to-employ person (“4050” group) (older)",
                "          1  The person does not wish to work (not-willing)",
                "          1  in work (employed)",
            ],
        ),
        (
            "zh_CN",
            [
                "          1  已定（decided）",
                "          1  大龄就业困难对象（“4050”人员）（older）",
                "          1  在业（employed）",
            ],
        ),
    ],
)
def test_counts_are_told_with_their_codes(
    result: Assessment, locale: str, lines: list[str]
) -> None:
    """Terms, reasons and facts are told in the language, with the code in brackets."""
    told: list[str] = []
    print_assessment(result, locale, told.append)
    assert lines == [line for line in told if line in lines]


def test_amount_is_told_as_it_is(result: Assessment) -> None:
    """A result that is no legal term, and a fact of no class, have no code beside them."""
    result.by_value["300.00"] += 2
    result.by_missing["average_wage"] += 2
    told: list[str] = []
    print_assessment(result, "en", told.append)
    assert "          2  300.00" in told
    assert "          2  average_wage" in told


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("en", "          1  amount of a month: 250.00 yuan; total: 750.00 yuan"),
        ("zh_CN", "          1  月补贴额：250.00元；补贴合计：750.00元"),
    ],
)
def test_result_of_several_values_is_told_by_name(locale: str, line: str) -> None:
    """A record is told with the terms of its fields."""
    record = PostSubsidy(monthly=Yuan(250), total=Yuan(750))
    told: list[str] = []
    result = Assessment(Counts(), by_value=Counter([record]))
    print_assessment(result, locale, told.append)
    assert line == told[-1]


def assess(path: Path, ledger: Ledger, recorded_on: date = DAY) -> Assessment:
    """Assess a register into a ledger."""
    rejects = path.with_name("rejects.csv")
    bureau = Bureau.of("天水市")
    return assess_register(
        path, bureau, "hardship", on=DAY, ledger=ledger, rejects=rejects, recorded_on=recorded_on
    )


def test_persons_without_numbers_of_two_registers(tmp_path: Path) -> None:
    """Two persons with equal facts in the same row of two registers are two cases."""
    one, other = tmp_path / "a.csv", tmp_path / "b.csv"
    heading, row, *_rest = REGISTER.splitlines()
    one.write_text(f"姓名,{heading}\n李梅,{row}\n", encoding="utf-8")
    other.write_text(f"姓名,{heading}\n王芳,{row}\n", encoding="utf-8")
    with open_ledger("memory:") as ledger:
        assert (0, 0) == (assess(one, ledger).known, assess(other, ledger).known)
        assert 2 == len(list(ledger.find()))


def test_register_is_resumed_on_another_day(tmp_path: Path) -> None:
    """A register that was broken off is finished on another day; the cases known are counted."""
    path = tmp_path / "register.csv"
    path.write_text(REGISTER, encoding="utf-8")
    printed: list[str] = []
    with open_ledger("memory:") as ledger, open_ledger("memory:") as whole:
        assess(path, whole)
        ledger.append(list(whole.find())[:2])
        print_assessment(assess(path, ledger, date(2003, 7, 8)), "en", printed.append)

        days = [case.recorded_on for case in ledger.find()]
    assert [DAY, DAY, date(2003, 7, 8)] == days
    assert "2 of the cases were in the ledger before, and were not entered again." in printed
