"""Cells read as the type of their fact."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.errors import AmountError, DateError, GansuError, RegisterError
from gansu_reemployment.identity import IdentityNumber, Sex
from gansu_reemployment.measures.persons.facts import EntitledGroup
from gansu_reemployment.money import Yuan
from gansu_reemployment.registers.cells import plain, reader

NOBODY = "620502196303019941"


def read(kind: type[Any], cell: object) -> object:
    """Read *cell* as *kind*."""
    found = reader(kind)
    assert found is not None
    return found(cell)


@pytest.mark.parametrize("kind", [str, bool, int, date, Yuan, Fraction, IdentityNumber, Sex])
@pytest.mark.parametrize("cell", [None, "", " ", "\u3000\t", "'"])
def test_blank_is_unknown(kind: type[Any], cell: object) -> None:
    """A blank cell is unknown for every type."""
    assert read(kind, cell) is None


@pytest.mark.parametrize("kind", [frozenset, Mapping, Any, Literal[1]])
def test_types_that_no_cell_holds(kind: type[Any]) -> None:
    """A type of many values has no reader."""
    assert reader(kind) is None


@pytest.mark.parametrize(
    ("cell", "expected"),
    [(" 李梅 ", "李梅"), ("'=1", "=1"), ("''x", "'x"), ("' x", "x"), (3.0, 3.0), (None, None)],
)
def test_plain(cell: object, expected: object) -> None:
    """Spaces and one apostrophe are taken off a text, and nothing off a number."""
    assert expected == plain(cell)


def test_bytes_that_are_no_text() -> None:
    """A cell with U+FFFD was not decoded and is refused."""
    with pytest.raises(RegisterError, match="not text in the encoding"):
        plain("李\ufffd")


@pytest.mark.parametrize(
    "cell", ["是", "有", "yes", "YES", "1", "１", "true", "ＴＲＵＥ", 1, 1.0, True]
)
def test_yes(cell: object) -> None:
    """Every spelling of yes is yes."""
    assert read(bool, cell) is True


@pytest.mark.parametrize("cell", ["否", "无", "no", "No", "0", "０", "false", 0, 0.0, False])
def test_no(cell: object) -> None:
    """Every spelling of no is no."""
    assert read(bool, cell) is False


@pytest.mark.parametrize("cell", ["不", "y", "2", "是否", 2, 0.5, date(2003, 7, 1), b"x"])
def test_neither_yes_nor_no(cell: object) -> None:
    """Nothing else is taken for an answer."""
    with pytest.raises(RegisterError, match="is not yes or no"):
        read(bool, cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("12", 12),
        ("１２", 12),
        ("-3", -3),
        ("－３", -3),
        (12.0, 12),
        (12, 12),
        (Decimal("1E+1"), 10),
    ],
)
def test_whole_numbers(cell: object, expected: int) -> None:
    """Whole numbers are read from text of either width and from spreadsheets."""
    assert expected == read(int, cell)


@pytest.mark.parametrize(
    "cell", ["1.5", "1,200", "十二", "1_0", 1.5, 1e300, float("nan"), True, "1e3"]
)
def test_no_whole_numbers(cell: object) -> None:
    """Fractions, words and separators are no whole number."""
    with pytest.raises(RegisterError, match="is not a whole number"):
        read(int, cell)


@pytest.mark.parametrize(
    "cell",
    [
        "1963-03-01",
        "1963.3.1",
        "1963/3/1",
        "1963年3月1日",
        "19630301",
        "１９６３年３月１日",
        "１９６３．３．１",
        "23071",
        "２３０７１",
        23071,
        23071.0,
        19630301.0,
        date(1963, 3, 1),
        datetime(1963, 3, 1),  # noqa: DTZ001 - a spreadsheet has no zones
    ],
)
def test_dates(cell: object) -> None:
    """Every form of a date is the same day."""
    assert date(1963, 3, 1) == read(date, cell)


@pytest.mark.parametrize(
    ("serial", "expected"),
    [
        (9_999, None),
        (10_000, date(1927, 5, 18)),
        (10_001, date(1927, 5, 19)),
        (41_273, date(2012, 12, 30)),
        (41_274, date(2012, 12, 31)),
        (41_275, None),
        (63_301, None),
    ],
)
def test_the_ends_of_serial_numbers(serial: int, expected: date | None) -> None:
    """Serial numbers are days of 1927 to 2012, as text and as numbers; others are refused."""
    for cell in (str(serial), serial, float(serial)):
        if expected:
            assert expected == read(date, cell)
        else:
            with pytest.raises(DateError):
                read(date, cell)


@pytest.mark.parametrize("cell", ["63.3.1", "630301", "63年3月1日", 630301, 630301.0])
def test_years_of_two_digits(cell: object) -> None:
    """A two-digit year is never guessed."""
    with pytest.raises(DateError, match="two-digit year"):
        read(date, cell)


@pytest.mark.parametrize("cell", ["1963", 1963.0, "1963-02-30", 23071.5, "不详"])
def test_no_dates(cell: object) -> None:
    """A bare year, a day that is not, and part of a day are no dates."""
    with pytest.raises(DateError):
        read(date, cell)


@pytest.mark.parametrize("cell", [True, timedelta(1), b"19630230"])
def test_other_cells_are_no_dates(cell: object) -> None:
    """A cell of another type is not a date."""
    with pytest.raises(RegisterError, match="is not a date"):
        read(date, cell)


def test_a_time_of_day() -> None:
    """A date with a time of day is refused."""
    with pytest.raises(RegisterError, match="has a time of day"):
        read(date, datetime(1963, 3, 1, 8))  # noqa: DTZ001 - a spreadsheet has no zones


@given(st.dates(date(1927, 5, 18), date(2012, 12, 31)))
def test_serial_numbers_come_back(day: date) -> None:
    """Each day of the range comes back from its serial number."""
    assert day == read(date, str((day - date(1899, 12, 30)).days))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1234.5", "1234.50"),
        ("1,234.50", "1234.50"),
        ("１，２３４．５０", "1234.50"),
        ("12,345,678.00", "12345678.00"),
        ("420元", "420.00"),
        ("-5.00", "-5.00"),
        (420.5, "420.50"),
        (Decimal("420.00"), "420.00"),
        (0.1, "0.10"),
        (Decimal("420.5000"), "420.50"),
        ("0", "0.00"),
    ],
)
def test_amounts(cell: object, expected: str) -> None:
    """Amounts are read with separators or without, exact to the fen."""
    assert Yuan(expected) == read(Yuan, cell)


@pytest.mark.parametrize("cell", ["1,23", "12,34.5", "420 元 整", 0.1 + 0.2, 1.005, "1e3", NOBODY])
def test_no_amounts(cell: object) -> None:
    """Misplaced separators, units and parts of a fen are refused."""
    with pytest.raises(AmountError):
        read(Yuan, cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("0.8", Fraction(4, 5)),
        ("80%", Fraction(4, 5)),
        ("8.5％", Fraction(17, 200)),
        ("4/5", Fraction(4, 5)),
        (0.8, Fraction(4, 5)),
        ("1", Fraction(1)),
    ],
)
def test_ratios(cell: object, expected: Fraction) -> None:
    """Ratios are exact, also where a spreadsheet holds a float."""
    assert expected == read(Fraction, cell)


@pytest.mark.parametrize("cell", ["4/0", "八成", "-1", "1e-3", "1 000"])
def test_no_ratios(cell: object) -> None:
    """Nothing else is a ratio."""
    with pytest.raises(RegisterError, match="is not an exact ratio"):
        read(Fraction, cell)


@pytest.mark.parametrize("cell", ["国有企业下岗职工", "laid_off_soe", "LAID_OFF_SOE"])
def test_choices(cell: str) -> None:
    """A term is read by its Chinese, its code and its name."""
    assert EntitledGroup.LAID_OFF_SOE is read(EntitledGroup, cell)


@pytest.mark.parametrize("cell", ["男性", 1.0])
def test_no_choices(cell: object) -> None:
    """Another word is refused, naming those that are right."""
    with pytest.raises(RegisterError, match="is none of 女, 男"):
        read(Sex, cell)


@pytest.mark.parametrize(("cell", "expected"), [("a", "a"), (12.0, "12"), (0.5, "0.5")])
def test_texts(cell: object, expected: str) -> None:
    """A number where text is meant is its digits."""
    assert expected == read(str, cell)


@pytest.mark.parametrize("cell", [True, b"x", float(2**53)])
def test_no_texts(cell: object) -> None:
    """Answers, bytes and numbers that have lost digits are no text."""
    with pytest.raises(RegisterError, match="is not a text"):
        read(str, cell)


@pytest.mark.parametrize("cell", [NOBODY, f"'{NOBODY}", f" {NOBODY}\t"])
def test_identity_numbers(cell: str) -> None:
    """An identity number is read from text, protected or not."""
    assert IdentityNumber.read(NOBODY) == read(IdentityNumber, cell)


@pytest.mark.parametrize("cell", [6.20502e17, int(NOBODY), "6.20502E+17", "6.2e17", b"6205"])
def test_identity_numbers_that_are_no_text(cell: object) -> None:
    """A number, and the text that one leaves behind, is refused."""
    with pytest.raises(GansuError):
        read(IdentityNumber, cell)


@pytest.mark.parametrize("kind", [bool, int, Fraction, Sex, date, Yuan])
def test_no_fault_shows_an_identity_number(kind: type[Any]) -> None:
    """An identity number in the wrong column is not shown whole."""
    with pytest.raises(GansuError) as caught:
        read(kind, NOBODY)

    assert NOBODY not in caught.value.say()


def test_long_cells_are_cut() -> None:
    """A fault shows the beginning of a long cell only."""
    with pytest.raises(RegisterError, match=r"^长{20}… is not yes or no$"):
        read(bool, "长" * 100)
