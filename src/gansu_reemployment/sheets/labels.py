"""Headings, titles and notes of official tables, in both languages (表头文字)."""

from typing import Any, Final

from attrs import frozen

from gansu_reemployment.errors import GansuError
from gansu_reemployment.i18n import Named
from gansu_reemployment.regions import find_region


@frozen
class Label(Named):
    """A heading, title or note in both languages; the Chinese text is authoritative."""

    zh: str
    en: str


#: A text of a table: a plain string is the same in both languages.
Text = Any

_NUMERALS: Final = "一二三四"


def quarter_label(year: int, number: int) -> Label:
    """Return a quarter as offices write it, 2003年第三季度; a *number* of 0 is the whole year."""
    if not number:
        return Label(f"{year}年", str(year))
    return Label(f"{year}年第{_NUMERALS[number - 1]}季度", f"quarter {number} of {year}")


def month_label(year: int, month: int) -> Label:
    """Return a month as offices write it: 2003年7月."""
    return Label(f"{year}年{month}月", f"{year}-{month:02}")


def place_name(name: str) -> Text:
    """Return the name of a region in both languages; any other name as it is."""
    try:
        return Label(name, find_region(name).en)
    except GansuError:
        return name
