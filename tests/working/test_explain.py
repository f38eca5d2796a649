"""An outcome told line by line: a name and its value, a record, several records."""

from datetime import date
from typing import Any

import pytest

from gansu_reemployment.measures.persons.reasons import EMPLOYED, NOT_WILLING
from gansu_reemployment.measures.subsidies.insurance.amounts import InsuranceSubsidy
from gansu_reemployment.measures.subsidies.insurance.roster import InsuranceLine, NotGranted
from gansu_reemployment.measures.taxes.ordered_relief.year import MonthUse
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.value_text import pair

JANUARY = MonthUse(1, Yuan(300), Yuan(3_700))


@pytest.mark.parametrize("value", [None, (), [], frozenset()])
def test_nothing_is_said_to_be_none(value: Any) -> None:
    """A value that is absent or empty is said to be none, not left blank."""
    assert "items: none" == pair("items", value, "en")


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "use: (month: 1; relief of the month: 300.00 yuan; limit left: 3,700.00 yuan)"),
        ("zh_CN", "use：（月份：1；当月减免：300.00元；限额余额：3,700.00元）"),
    ],
)
def test_record_is_told_field_by_field(locale: str, text: str) -> None:
    """A record within a result is told by the terms of its fields, never by its names in code."""
    assert text == pair("use", JANUARY, locale)


def test_record_within_a_record_is_in_brackets() -> None:
    """The fields of a record within a record are kept together by brackets."""
    line = InsuranceLine("7", date(2003, 7, 1), InsuranceSubsidy(*(Yuan(1),) * 6, 1, 0))
    told = pair("甲", line, "zh_CN")
    assert told.startswith(
        "甲：（序号：7；月份：2003年7月1日；社会保险补贴：（月缴费基数：1.00元；"
    )


def test_each_of_several_records_has_a_line() -> None:
    """Several records follow their name, a line each, and no line ends in a blank."""
    line = "    - month: 1; relief of the month: 300.00 yuan; limit left: 3,700.00 yuan"
    assert f"months:\n{line}\n{line}" == pair("months", (JANUARY, JANUARY), "en")


def test_reasons_within_a_record_are_sentences() -> None:
    """A reason is told by its sentence, and a field without a value is left out."""
    refused = NotGranted("7", date(2003, 7, 1), (EMPLOYED, NOT_WILLING), ())
    reasons = "reasons against: The person is in work; The person does not wish to work"
    line = f"    - number: 7; month: 2003-07-01; {reasons}"
    assert f"not granted:\n{line}" == pair("not granted", (refused,), "en")
