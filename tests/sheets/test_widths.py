"""Widths of columns and numbers of lines."""

import pytest

from gansu_reemployment.sheets.sheet import Column, Sheet
from gansu_reemployment.sheets.widths import column_width, display_width, line_count


@pytest.mark.parametrize(("text", "width"), [("", 0), ("ab", 2), ("兰州", 4), ("“4050”人员", 12)])
def test_han_characters_are_twice_as_wide(text: str, width: int) -> None:
    """A Han character and a Chinese quotation mark take two half-width places."""
    assert width == display_width(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("a" * 10, 1),
        ("a" * 11, 2),
        ("兰" * 5, 1),
        ("兰" * 6, 2),
        ("a\nb", 2),
        ("aaaa bbbbb", 1),
        ("aaaa bbbbbb", 2),
        ("points ahead of time", 3),
        ("a" * 25 + " bbb", 3),
        ("a" * 25 + " bbbbb", 4),
    ],
)
def test_lines_at_the_width(text: str, lines: int) -> None:
    """A text takes another line from the first character that does not fit."""
    assert lines == line_count(text, 10)


@pytest.mark.parametrize(
    ("heading", "cell", "width"),
    [
        ("a", "b", 7),
        ("a", "兰" * 10, 24),
        ("a", "兰" * 30, 40),
        ("registered rate", "b", 14),
        ("其中：“4050”人员", "b", 18),
    ],
)
def test_columns_fit_their_contents(heading: str, cell: str, width: int) -> None:
    """A column is as wide as its longest cell or unbroken word, within limits."""
    assert width == column_width(
        Sheet(title="t", columns=[Column(heading)], rows=[(cell,)]), 0, "en"
    )


def test_a_given_width_is_kept() -> None:
    """A width that the caller gives is taken as it is."""
    columns = [Column("a", width=3)]

    assert 3 == column_width(Sheet(title="t", columns=columns, rows=[("long text",)]), 0, "en")
