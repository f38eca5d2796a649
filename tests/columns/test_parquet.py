"""Files are worked piece by piece into Parquet, the same rows in the same order."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from gansu_reemployment import Bureau
from gansu_reemployment.errors import ColumnsError, RegisterError, UnknownNameError

DAY = date(2003, 7, 1)
ROWS = 200_000

columns = Bureau.of("天水市").columns


def many(people: pl.DataFrame) -> pl.DataFrame:
    """Give two hundred thousand persons."""
    times = ROWS // people.height + 1
    return pl.concat([people] * times).head(ROWS).with_columns(n=pl.int_range(ROWS))


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_parquet(people: pl.DataFrame, tmp_path: Path, engine: Any) -> None:
    """Two hundred thousand rows come out as from memory, and their number is given."""
    frame = many(people)
    source, target = tmp_path / "in.parquet", tmp_path / "out.parquet"
    frame.write_parquet(source, row_group_size=30_000)
    rows = columns.stream_parquet(source, target, "hardship", on=DAY, engine=engine)

    assert ROWS == rows
    assert columns.hardship(frame, on=DAY).equals(pl.read_parquet(target).sort("n"))


def test_progress_at_a_terminal(
    people: pl.DataFrame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At a terminal each piece moves a bar on; the rows are the same."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    source, target = tmp_path / "in.parquet", tmp_path / "out.parquet"
    people.write_parquet(source)

    assert people.height == columns.stream_parquet(source, target, "hardship", on=DAY)
    assert people.height == pl.read_parquet(target).height


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_csv(tmp_path: Path, encoding: str, engine: Any) -> None:
    """A CSV file of an office, with Chinese headings and terms, is transcoded on the way in."""
    text = (
        "姓名,性别,出生日期,人员类别,有劳动能力,有就业愿望,在业,已退休,企业内部退养\n"
        "李㛃,女,1963-03-01,国有企业下岗职工,是,是,否,否,否\n"
        "王五,男,1963-03-01,laid_off_soe,true,是,是,否,false\n"
        "赵六,男,1963-02-30,国有企业下岗职工,是,?,否,否,否\n"
    )
    source, target = tmp_path / "登记.csv", tmp_path / "out.parquet"
    source.write_text(text, encoding=encoding)
    columns.stream_parquet(source, target, "hardship", on=DAY, engine=engine)
    result = pl.read_parquet(target)

    assert ["李㛃", "王五", "赵六"] == result["姓名"].to_list()
    assert ["older", None, None] == result["hardship"].to_list()
    assert [None, "employed", "fact-missing"] == result["hardship_reasons"].to_list()
    assert [None, None, "born_on;willing"] == result["hardship_missing"].to_list()


def test_amounts_in_a_csv(tmp_path: Path) -> None:
    """Amounts in a CSV file are yuan; one that is none, or finer than a fen, is unknown."""
    source, target = tmp_path / "income.csv", tmp_path / "out.parquet"
    text = "所得额（元）,losses\n100000.55,0\n1e5,0\n1.005,0\n100,0.00\n"
    source.write_text(text, encoding="utf-8")
    columns.stream_parquet(source, target, "income_tax", on=DAY)
    result = pl.read_parquet(target)

    assert [None, "income", "income", None] == result["income_tax_missing"].to_list()
    assert [False, True, True, False] == result["income_tax"].is_null().to_list()


def test_whole_numbers_of_money_in_a_csv(tmp_path: Path) -> None:
    """Whole numbers of money without a unit are refused before anything is written."""
    source, target = tmp_path / "income.csv", tmp_path / "out.parquet"
    source.write_text("income,losses\n100000.55,0\n100000,0\n", encoding="utf-8")
    with pytest.raises(ColumnsError, match=r"income: 100000 may be yuan or fen: write 100000\.00"):
        columns.stream_parquet(source, target, "income_tax", on=DAY)
    assert not target.exists()


def test_number_of_a_person_among_the_amounts_of_a_csv(tmp_path: Path) -> None:
    """An identity number in a column of money is not shown whole."""
    source = tmp_path / "income.csv"
    source.write_text("income,losses\n110105194912310021,0\n", encoding="utf-8")
    with pytest.raises(ColumnsError, match=r"income: 1101\*{12}21 may be yuan or fen"):
        columns.stream_parquet(source, tmp_path / "out.parquet", "income_tax", on=DAY)


def test_faults_before_anything_is_written(people: pl.DataFrame, tmp_path: Path) -> None:
    """Missing columns, or a missing file, leave no file behind."""
    source, target = tmp_path / "in.parquet", tmp_path / "out.parquet"
    people.drop("sex").write_parquet(source)
    with pytest.raises(ColumnsError, match="sex"):
        columns.stream_parquet(source, target, "hardship", on=DAY)
    with pytest.raises(RegisterError, match="no file"):
        columns.stream_parquet(tmp_path / "none.parquet", target, "hardship", on=DAY)

    assert [source] == list(tmp_path.iterdir())


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
@pytest.mark.parametrize("name", ["reg[1].parquet", "reg*.parquet", "reg?.parquet"])
def test_name_is_no_pattern(people: pl.DataFrame, tmp_path: Path, name: str, engine: Any) -> None:
    """A file whose name looks like a pattern is the file that is read, and no other."""
    if sys.platform == "win32" and "[" not in name:
        pytest.skip("Windows has no such names")
    people.write_parquet(tmp_path / name)
    people.head(1).write_parquet(tmp_path / "reg1.parquet")

    target = tmp_path / "out[1].parquet"
    rows = columns.stream_parquet(tmp_path / name, target, "hardship", on=DAY, engine=engine)
    assert people.height == rows
    assert target.is_file()


HEADINGS = "姓名,性别,出生日期,人员类别,有劳动能力,有就业愿望,在业"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADINGS}\n李梅花,女,1963-03-01,国有企业下岗职工,,是,是,否\n",
        f'{HEADINGS}\n"李梅花,女,1963-03-01,国有企业下岗职工,是,是,否\n王芳,女\n',
        "",
        f"{HEADINGS},在业\n李梅花,女,1963-03-01,国有企业下岗职工,是,是,否,否\n",
        f"{HEADINGS},employed\n李梅花,女,1963-03-01,国有企业下岗职工,是,是,否,否\n",
    ],
    ids=["long row", "open quote", "empty", "heading twice", "heading in two languages"],
)
def test_wrong_csv(tmp_path: Path, text: str) -> None:
    """A file that is not a table is refused by its name, and no row of it is shown."""
    source = tmp_path / "登记.csv"
    source.write_text(text, encoding="utf-8")
    with pytest.raises(RegisterError) as error:
        columns.stream_parquet(source, tmp_path / "out.parquet", "hardship", on=DAY)

    assert "李梅花" not in str(error.value)
    assert error.value.__cause__ is None


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
@pytest.mark.parametrize("data", [b"", b"PAR1", bytes(range(256)) * 20])
def test_damaged_parquet(tmp_path: Path, data: bytes, engine: Any) -> None:
    """A damaged file is refused by its name."""
    source = tmp_path / "in.parquet"
    source.write_bytes(data)
    with pytest.raises(RegisterError, match=r"in\.parquet cannot be read"):
        columns.stream_parquet(source, tmp_path / "out.parquet", "hardship", on=DAY, engine=engine)


def test_wrong_target_and_engine(people: pl.DataFrame, tmp_path: Path) -> None:
    """A folder that is missing and an unknown engine are named."""
    people.write_parquet(tmp_path / "in.parquet")
    with pytest.raises(RegisterError, match="There is no folder"):
        columns.stream_parquet(tmp_path / "in.parquet", tmp_path / "n" / "o", "hardship", on=DAY)
    with pytest.raises(UnknownNameError, match="engine polar"):
        columns.stream_parquet(
            tmp_path / "in.parquet",
            tmp_path / "out.parquet",
            "hardship",
            on=DAY,
            engine="polar",  # type: ignore[arg-type]
        )


def test_csv_is_read_like_a_register(tmp_path: Path) -> None:
    """Dates in Chinese, full-width digits and 有 or 无 are read as in a register."""
    source, target = tmp_path / "登记.csv", tmp_path / "out.parquet"
    source.write_text(
        f"{HEADINGS},已退休,企业内部退养\n"
        "李梅,女,1963年3月1日,国有企业下岗职工,有,是,否,否,否\n"
        "王芳,女,１９６３－０３－０１,国有企业下岗职工,是,有,无,否,否\n"
        "赵兰,女,1963.3.1,国有企业下岗职工,1,yes,0,no,FALSE\n",
        encoding="utf-8",
    )
    columns.stream_parquet(source, target, "hardship", on=DAY)

    assert ["older"] * 3 == pl.read_parquet(target)["hardship"].to_list()
