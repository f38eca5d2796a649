"""Reading registers: good rows go on, bad ones are rejected with every fault, none is lost."""

import csv
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from attrs import frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gansu_reemployment.errors import Fault, RegisterError
from gansu_reemployment.fact_model import CheckedFacts, fact
from gansu_reemployment.facts import Counted
from gansu_reemployment.i18n import _
from gansu_reemployment.identity import IdentityNumber, Sex
from gansu_reemployment.measures.persons.facts import EntitledGroup, Worker
from gansu_reemployment.registers import Counts, Entry, RegisterReader, Reject, read_register

#: Nobody's number: a woman born on 1963-03-01; the same in 15 digits.
NOBODY, NOBODY_15 = "620502196303019941", "620502630301994"
#: How a fault mentions it.
NUMBER = "6205************41 under 身份证号"


@frozen(kw_only=True, slots=False)
class Span(CheckedFacts):
    """Facts of a test that can contradict each other."""

    first: date | None = fact("开始", "first")
    last: date = fact("结束", "last")

    def contradictions(self) -> list[Fault]:
        """Give a fault where the end is before the beginning."""
        if self.first and self.last and self.last < self.first:
            return [Fault.at("last", _("ends too early")), Fault.at("span", _("is none"))]
        return []


def opened(folder: Path, *lines: str, encoding: str = "gb18030") -> RegisterReader[Worker]:
    """Open a register of workers with these lines."""
    path = folder / "register.csv"
    path.write_text("\n".join(lines), encoding=encoding)
    return read_register(path, Worker, rejects=folder / "rejects.csv")


def faults(folder: Path, *lines: str) -> list[str]:
    """Say the faults of each rejected row."""
    results = opened(folder, *lines).results()
    return [result.say() for result in results if isinstance(result, Reject)]


def test_a_good_row(tmp_path: Path) -> None:
    """A row gives its number, the person, the facts and the other cells."""
    [entry] = opened(
        tmp_path,
        "序号,姓名,公民身份号码,人员类别,有劳动能力,有就业愿望,在业,备注",
        f"1,李㛃,{NOBODY_15},国有企业下岗职工,有,是,否,见附表",
    )

    assert 2 == entry.row
    assert "李㛃" == entry.person.name
    assert IdentityNumber.read(NOBODY) == entry.person.identity
    assert entry.facts == Worker(
        sex=Sex.FEMALE,
        born_on=date(1963, 3, 1),
        group=EntitledGroup.LAID_OFF_SOE,
        able=True,
        willing=True,
        employed=False,
    )
    assert {"序号": "1", "备注": "见附表"} == entry.extra


def test_blank_cells_are_unknown(tmp_path: Path) -> None:
    """A blank cell is neither yes nor no nor zero."""
    [entry] = opened(tmp_path, "姓名,性别,在业,距退休年数", "李梅,,　,")

    assert Worker() == entry.facts
    assert entry.person.identity is None


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("女,1963年3月1日", []),
        (",", []),
        ("女,", []),
        (",1963.3.1", []),
        (
            "男,",
            [f"性别: male contradicts {NUMBER}, which implies female"],
        ),
        (
            ",1963-03-02",
            [f"出生日期: 1963-03-02 contradicts {NUMBER}, which implies 1963-03-01"],
        ),
    ],
)
def test_the_identity_number_tells(tmp_path: Path, cells: str, expected: list[str]) -> None:
    """Sex and birthday come from the number, and a cell that says otherwise is a fault."""
    reader = opened(tmp_path, "身份证号,性别,出生日期", f"{NOBODY},{cells}")
    results = list(reader.results())

    assert expected == [result.say() for result in results if isinstance(result, Reject)]
    for result in results:
        if isinstance(result, Entry):
            assert Worker(sex=Sex.FEMALE, born_on=date(1963, 3, 1)) == result.facts


def test_both_contradictions_at_once(tmp_path: Path) -> None:
    """A row that contradicts the number twice has two faults."""
    [said] = faults(tmp_path, "身份证号,性别,出生日期", f"{NOBODY},男,1964-03-01")

    assert 2 == said.count("contradicts")


def test_every_fault_of_a_row(tmp_path: Path) -> None:
    """All faults of a row are told at once, each under its heading as it is written."""
    texts = ("身份证", "性别", "出生年月日", "是否在业", "距退休年数")
    [reject] = opened(tmp_path, ",".join(texts), f"{NOBODY[:-1]}2,公,63.3.1,待业,-1").results()

    assert isinstance(reject, Reject)
    assert texts == tuple(fault.path for fault in reject.faults)


def test_faults_between_facts(tmp_path: Path) -> None:
    """Contradictions of the facts are faults of the row; a cell is faulted once only."""
    path = tmp_path / "register.csv"
    path.write_text(
        "开始,结束\n2003-02-01,2003-01-01\n2003-02-01,x\n2003-02-01,\n", encoding="utf-8"
    )

    said = [r.say() for r in read_register(path, Span).results() if isinstance(r, Reject)]

    assert [
        "结束: ends too early; span: is none",
        "结束: x is not a date; write it as 1963-03-01 or 1963年3月1日.",
        "结束: a value is needed",
    ] == said


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("李梅", "行/row: 1 cells for 2 headings"),
        ("李梅,女,女", "行/row: 3 cells for 2 headings"),
        ('"李"梅,女', "行/row: the quotes of the row are not closed or are inside a cell"),
    ],
)
def test_rows_of_another_shape(tmp_path: Path, line: str, problem: str) -> None:
    """Too few cells, too many and quotes that do not close spoil their row."""
    assert [problem] == faults(tmp_path, "姓名,性别", line, "王霞,女")


def test_blank_cells_beyond_the_headings(tmp_path: Path) -> None:
    """Separators at the end of a row are no cells."""
    assert [] == faults(tmp_path, "姓名,性别,,", "李梅,女,,,, ")


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """A damaged name spoils its row, and the next row goes on."""
    path = tmp_path / "register.csv"
    data = "姓名,性别\n李?,女\n王霞,女\n".encode("gb18030").replace(b"?", b"\xff")
    path.write_bytes(data)

    [reject, entry] = read_register(path, Worker).results()

    assert isinstance(reject, Reject)
    assert "姓名: the cell has bytes that are not text in the encoding of the file" == reject.say()
    assert isinstance(entry, Entry)


def test_counts(tmp_path: Path) -> None:
    """After each row the count in equals accepted plus rejected; blank rows do not count."""
    reader = opened(tmp_path, "姓名,性别", "a,女", ",", "b,x", "", "c,男", "d", "e,女")
    assert Counts() == reader.counts

    for number, _result in enumerate(reader.results(), start=1):
        counts = reader.counts
        assert number == counts.read == counts.accepted + counts.rejected
    assert Counts(read=5, accepted=3, rejected=2) == reader.counts


def test_blank_rows_far_below(tmp_path: Path) -> None:
    """Blank rows are passed over wherever they stand; the rows after them keep their numbers."""
    reader = opened(tmp_path, "姓名,性别", *["a,女"] * 12, ",", "", "b,女")

    assert [*range(2, 14), 16] == [entry.row for entry in reader]
    assert 13 == reader.counts.read


CELL = st.sampled_from(["", "女", "男", "x", "1963-03-01", "是", '"', "，", NOBODY, "'", "=1"])


@given(st.lists(st.lists(CELL, max_size=4), max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_row_is_lost(tmp_path: Path, table: list[list[str]]) -> None:
    """Whatever the cells are, each row that is not blank is accepted or in the rejects file."""
    path, rejects = tmp_path / "register.csv", tmp_path / "rejects.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["姓名", "性别", "身份证号"], *table])

    reader = read_register(path, Worker, rejects=rejects)
    accepted = [entry.row for entry in reader]
    counts = reader.counts

    expected = [number for number, row in enumerate(table, start=2) if any(row)]
    assert len(expected) == counts.read == counts.accepted + counts.rejected
    assert sorted(accepted + rejected_rows(rejects)) == expected


def rejected_rows(path: Path) -> list[int]:
    """Read the numbers of the rows in a rejects file, if there is one."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [int(row["行号"]) for row in csv.DictReader(file)]


def test_the_rejects_file(tmp_path: Path) -> None:
    """Bad rows are in the file with their number and cells, and the number is nowhere whole."""
    list(opened(tmp_path, "姓名,身份证号,性别", f"=a,{NOBODY},男", "b,,女", "c,,x"))

    text = (tmp_path / "rejects.csv").read_text(encoding="utf-8-sig")
    assert [2, 4] == rejected_rows(tmp_path / "rejects.csv")
    assert "'=a,6205************41,男" in text
    assert NOBODY not in text


def test_no_rejects_file_without_rejects(tmp_path: Path) -> None:
    """A good register leaves no rejects file, not even that of an earlier run."""
    list(opened(tmp_path, "姓名,性别", "a,x"))
    assert (tmp_path / "rejects.csv").exists()

    list(opened(tmp_path, "姓名,性别", "a,女"))

    assert not (tmp_path / "rejects.csv").exists()


def test_the_rejects_are_not_the_register(tmp_path: Path) -> None:
    """The register itself is never taken for the rejects file."""
    path = tmp_path / "register.csv"
    path.write_text("姓名\na\n", encoding="utf-8")

    with pytest.raises(RegisterError, match="need a separate file"):
        read_register(path, Worker, rejects=tmp_path / "." / "register.csv")
    assert path.exists()


def test_stopping_early(tmp_path: Path) -> None:
    """Leaving the ``with`` statement early closes both files and keeps what was rejected."""
    with opened(tmp_path, "姓名,性别", "a,x", "b,女", "c,x", "d,女") as reader:
        assert "b" == next(iter(reader)).person.name

    assert [2] == rejected_rows(tmp_path / "rejects.csv")
    assert [] == list(reader)
    assert Counts(read=2, accepted=1, rejected=1) == reader.counts


def test_closing_before_the_first_row(tmp_path: Path) -> None:
    """A reader that is closed at once has no rows."""
    reader = opened(tmp_path, "姓名", "a")
    reader.close()

    assert [] == list(reader)


def test_needed_columns(tmp_path: Path) -> None:
    """Columns that the caller needs are demanded at once."""
    path = tmp_path / "register.csv"
    path.write_text("姓名\na\n", encoding="utf-8")

    with pytest.raises(RegisterError, match="missing: 人员类别, 有劳动能力"):
        read_register(path, Worker, needed=["name", "group", "able"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    """The same register in any encoding gives the same entries."""
    [entry] = opened(tmp_path, "姓名\t性别", "李㛃\t女", encoding=encoding)

    assert ("李㛃", Sex.FEMALE) == (entry.person.name, entry.facts.sex)


def test_memory_stays_flat(tmp_path: Path) -> None:
    """Four times the rows, with rejects among them, take no more memory."""
    few, many = (peak_memory(tmp_path, rows) for rows in (5_000, 20_000))

    assert many < 3_000_000
    assert many < few * 1.2


def peak_memory(folder: Path, rows: int) -> int:
    """Measure the most bytes in use while a register of so many *rows* is read."""
    good, bad = f"李梅,{NOBODY},女,1963-03-01,是", f"李梅,{NOBODY},男,1963-03-01,是"
    lines = (bad if number % 50 == 0 else good for number in range(rows))
    reader = opened(folder, "姓名,身份证号,性别,出生日期,在业", *lines)
    tracemalloc.start()
    accepted = sum(1 for _entry in reader)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert accepted == rows - rows // 50
    return peak


@pytest.mark.parametrize(
    ("row", "faults"),
    [
        (",1963-03-01", []),
        (",2003-07-01", []),
        (",2003-07-02", ["出生日期: 2003-07-02 is after 2003-07-01"]),
        (f"{NOBODY},", []),
        (",", []),
    ],
)
def test_birthday_after_the_day_is_a_fault(tmp_path: Path, row: str, faults: list[str]) -> None:
    """Nobody is born after the day on which the law is applied; on it one may be."""
    path = tmp_path / "register.csv"
    path.write_text(f"身份证号,出生日期,备注\n{row},x\n", encoding="utf-8")
    with read_register(path, Worker, born_by=date(2003, 7, 1)) as reader:
        [result] = reader.results()
    told = [fault.say() for fault in getattr(result, "faults", ())]
    assert faults == told


def test_monthly_reports(tmp_path: Path) -> None:
    """Reports of places are read under the heading 地区; an unknown place is a fault of its row."""
    path = tmp_path / "reports.csv"
    lines = ["地区,起始日期,截止日期,完成数", "兰州,2003-06-01,2003-06-30,300"]
    lines += ["620500,2003-06-01,2003-06-30,200", "火星,2003-06-01,2003-06-30,1"]
    path.write_text("\n".join(lines), encoding="gb18030")
    first, second, third = read_register(path, Counted).results()
    assert isinstance(first, Entry)
    assert isinstance(second, Entry)
    assert ["兰州市", "天水市"] == [first.facts.place.name, second.facts.place.name]
    assert (300, 200) == (first.facts.number, second.facts.number)
    assert isinstance(third, Reject)
    assert "There is no region 火星" in third.say()
