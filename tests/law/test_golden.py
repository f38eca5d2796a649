"""The rows of the rule tables, compared with what was written down from the texts alone.

``golden.csv`` has a line for each row, as the law files and their corrections have it.
``test_delegation.py`` compares who may set a rule.
"""

import csv
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest

from gansu_reemployment import Rulebook, Yuan
from gansu_reemployment.errors import RuleNotInForceError
from gansu_reemployment.law.deadlines import Deadline
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import HORIZON
from gansu_reemployment.plugins.builtin import AMENDMENTS
from gansu_reemployment.regions import GANSU_ID

_FILE: Final = Path(__file__).with_name("golden.csv")
_BOOK: Final = Rulebook.national()
_GANSU: Final = _BOOK.amended(AMENDMENTS)

#: The published rates to their next change, the taxes before 2006, those of the tax year of a
#: published example, and the reliefs that run for three years from their last approval.
_LAST_DAYS: Final = {
    "rates": date(2010, 12, 25),
    "turnover_taxes": date(2005, 12, 31),
    "trader_income_tax": date(2005, 12, 31),
    "income_tax": date(2007, 12, 31),
    "labour_service_relief": date(2007, 12, 31),
    "spinoff_relief": date(2011, 12, 31),
    "ordered_relief": date(2013, 12, 31),
}


def lines() -> list[dict[str, str]]:
    """Return the lines of the table."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows_at(path: str) -> Iterator[Provision[Any]]:
    """Yield the national rows of a rule, then those of the province."""
    yield from _BOOK.find(path).provisions
    yield from (row.provision() for row in AMENDMENTS if row.path == path)


def row_of(line: dict[str, str]) -> Provision[Any]:
    """Return the row of a line: that of its document, in force since its day."""
    since = date.fromisoformat(line["since"])
    [found] = [
        row
        for row in rows_at(line["path"])
        if (row.since, row.cite.instrument.name) == (since, line["document"])
    ]
    return found


def plain(value: Any) -> Any:
    """Return a value without the types of the rules: members and items become their names."""
    if isinstance(value, frozenset | tuple):
        return {item if isinstance(item, str) else inner(item) for item in value}
    return value.name.lower() if isinstance(value, Enum) else value


def inner(item: Any) -> str:
    """Return a member by its name, and the parts of a row of a table joined by colons."""
    if not isinstance(item, frozenset | tuple):
        return str(plain(item))
    parts = [inner(part) for part in item]
    return ":".join(sorted(parts) if isinstance(item, frozenset) else parts)


def read(text: str, like: Any) -> Any:
    """Parse the text of a value; *like* says whether an amount, a day or a name is meant."""
    if like is None:
        return text or None
    if isinstance(like, frozenset | tuple):
        return set(text.split())
    if isinstance(like, Deadline):
        return Deadline(int(text.removesuffix(" days")))
    if isinstance(like, Enum):
        return text
    if isinstance(like, date):
        return date.fromisoformat(text)
    return {"yes": True, "no": False}[text] if isinstance(like, bool) else number(text, like)


def number(text: str, like: Any) -> Any:
    """Parse a number of the type of *like*; a share may be a percentage."""
    if isinstance(like, Yuan):
        return Yuan(text)
    share = Fraction(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    return int(share) if share.denominator == 1 else share


def name(line: dict[str, str]) -> str:
    """Return the name of a line's test."""
    return f"{line['path']}@{line['since']}"


def test_every_row_is_compared() -> None:
    """The second table has every row of the first, and no other."""
    rows = {
        (rule.path, row.since.isoformat(), row.cite.instrument.name)
        for rule in _BOOK.rules()
        for row in rows_at(rule.path)
    }
    assert rows == {(line["path"], line["since"], line["document"]) for line in lines()}


def test_last_days_that_the_tables_cover() -> None:
    """Some rates, taxes and reliefs end on days of their own, all else with the rule tables."""
    found = {rule.path.partition(".")[0]: rule.covered_until for rule in _BOOK.rules()}

    assert _LAST_DAYS == {table: day for table, day in found.items() if day != HORIZON}


@pytest.mark.parametrize("line", lines(), ids=name)
def test_row_is_as_the_text_has_it(line: dict[str, str]) -> None:
    """Value, days, document, article and standing are those of the law files."""
    row = row_of(line)
    assert read(line["value"], row.value) == plain(row.value)
    assert line["until"] == (row.until.isoformat() if row.until else "")
    assert (line["article"], line["standing"]) == (row.cite.article, row.cite.standing.name.lower())


@pytest.mark.parametrize("line", lines(), ids=name)
def test_row_begins_on_its_day(line: dict[str, str]) -> None:
    """The row is the one in force on its first day, and not on the day before."""
    row = row_of(line)
    rule = (_GANSU if row.region == GANSU_ID else _BOOK).find(line["path"])
    assert row == rule.on(row.since)
    with suppress(RuleNotInForceError):
        assert row != rule.on(row.since - timedelta(days=1))
