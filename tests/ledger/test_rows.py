"""The text of a row, which the hashes of a ledger cover."""

import json
from datetime import date
from typing import Any

import pytest

from gansu_reemployment.ledger import Ledger, verify_ledger
from gansu_reemployment.ledger.rows import case_row, read_case, row_text
from gansu_reemployment.testing import CASES, RECORDS, make_case

#: Texts that JSON escapes, and others that it could.
TEXTS = ('"\\/', "\x01\x1f\t\n\r\x7f", "\u2028", "甲😀", "a\u0301", "</")


def test_row_text() -> None:
    """The text of a row is what JSON's own encoder writes, with a day as text."""
    row = [*TEXTS, "", 0, -1, 2**63, None]
    expected = json.dumps([*row, "2003-07-01"], ensure_ascii=False, separators=(",", ":"))

    assert expected == row_text([*row, date(2003, 7, 1)])


@pytest.mark.parametrize("value", [1.5, b"text", ["text"]])
def test_value_of_another_program(value: Any) -> None:
    """A row with a value that no entry has is without a text."""
    assert "" == row_text(["a", value])


@pytest.fixture(name="filled")
def _filled(memory_ledger: Ledger) -> Ledger:
    """Return a ledger with every kind of text."""
    tables = [{text: [text], "n": {10: True, 9: None}} for text in TEXTS]
    memory_ledger.append(CASES)
    memory_ledger.append(
        make_case(f"k{text}", f"e{text}", subject=text, facts=facts)
        for text, facts in zip(TEXTS, tables, strict=True)
    )
    memory_ledger.append_records(RECORDS)
    return memory_ledger


def test_hashes_do_not_change(filled: Ledger) -> None:
    """Entries have the hashes that they had in version 26.11, so that older ledgers fit."""
    found = verify_ledger(filled)

    assert "e3f239864bc6c7f56de27f8af33a18ef42c588c4f38670a6b12e532d167d6766" == found.cases.link
    assert "afd68720f5a6237e12e1071ec30bc268b820cea3f8cad5e2c378f137be2a646e" == found.records.link


def test_row_is_read_back(filled: Ledger) -> None:
    """An entry that is read from its row has the same row."""
    for case in filled.find():
        row = case_row(case)
        assert row == case_row(read_case(row))
