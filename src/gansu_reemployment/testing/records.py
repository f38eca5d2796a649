"""The behaviour required of every ledger with records (登记事项契约测试)."""
# ruff: noqa: S101, SIM300 - these are tests, as a plugin runs them

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from gansu_reemployment.errors import LedgerConflictError, LedgerError
from gansu_reemployment.ledger import Appended, Ledger, Record
from gansu_reemployment.testing.samples import AWKWARD, RECORDS, make_case, make_record


class RecordContract:
    """The part of the contract of ledgers that is about records."""

    def test_records_round_trip(self, ledger: Ledger) -> None:
        """Records are read back equal, in the order of entry; the same batch is then known."""
        assert Appended(5, 0) == ledger.append_records(RECORDS)
        assert Appended(0, 5) == ledger.append_records(RECORDS)
        assert list(RECORDS) == list(ledger.find_records())
        assert [] == list(ledger.find())

    @pytest.mark.parametrize(
        ("asked", "keys"),
        [
            ({"kind": "report"}, "abde"),
            ({"kind": "reports"}, ""),
            ({"region": "620502"}, "b"),
            ({"on": date(2003, 7, 31)}, "d"),
            ({"current": True}, "bcde"),
            ({"kind": "report", "region": "620500", "current": True}, "de"),
        ],
    )
    def test_find_records(self, ledger: Ledger, asked: dict[str, Any], keys: str) -> None:
        """The records found match all arguments, in the order of entry."""
        ledger.append_records(RECORDS)

        assert list(keys) == [record.key for record in ledger.find_records(**asked)]

    @pytest.mark.parametrize(
        "changes",
        [
            {"kind": "complaint"},
            {"region": "620000"},
            {"on": date(2003, 7, 2)},
            {"data": {}},
            {"corrects": "d"},
        ],
        ids=lambda changes: next(iter(changes)),
    )
    def test_record_conflict(self, ledger: Ledger, changes: Mapping[str, Any]) -> None:
        """The same key with other contents is rejected, with the whole batch."""
        ledger.append_records(RECORDS)
        with pytest.raises(LedgerConflictError, match="case b "):
            ledger.append_records([make_record("new"), evolve(RECORDS[1], **changes)])

        assert list(RECORDS) == list(ledger.find_records())

    def test_record_of_another_day_of_entry(self, ledger: Ledger) -> None:
        """A record entered again on another day is known, and keeps its first day of entry."""
        ledger.append_records(RECORDS)
        later = [evolve(record, recorded_on=date(2004, 7, 1)) for record in RECORDS]

        assert Appended(0, len(RECORDS)) == ledger.append_records(later)
        assert list(RECORDS) == list(ledger.find_records())

    def test_record_batch_that_breaks_off(self, ledger: Ledger) -> None:
        """If iterating over the batch raises, nothing is entered."""

        def broken() -> Iterator[Record]:
            yield from (make_record(f"n{number}") for number in range(1_500))
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            ledger.append_records(broken())

        assert [] == list(ledger.find_records())

    def test_record_correction(self, ledger: Ledger) -> None:
        """A record can correct only an existing record that is not yet corrected."""
        ledger.append_records(RECORDS)
        with pytest.raises(LedgerError, match="corrects zz"):
            ledger.append_records([make_record("new", corrects="zz")])
        with pytest.raises(LedgerConflictError, match="corrected by e"):
            ledger.append_records([make_record("new", corrects="a")])

    def test_records_are_apart_from_cases(self, ledger: Ledger) -> None:
        """A record and a case may have the same key; each is found only among its own type."""
        ledger.append([make_case("a")])

        assert Appended(1, 0) == ledger.append_records([make_record("a")])
        assert 1 == len(list(ledger.find()))

    def test_cases_and_records_in_one_transaction(self, ledger: Ledger) -> None:
        """A record that is rejected takes the cases of its batch with it, however many they are."""
        many = [make_case(f"n{number}") for number in range(1_500)]
        assert (Appended(1, 0), Appended(1, 0)) == ledger.append_all(
            [make_case("a")], [make_record("b")]
        )
        with pytest.raises(LedgerConflictError, match="case b "):
            ledger.append_all(many, [make_record("b", data={})])
        with pytest.raises(LedgerError, match="corrects zz"):
            ledger.append_all(many, [make_record("c", corrects="zz")])
        with pytest.raises(LedgerConflictError, match="case a "):
            ledger.append_all([*many, make_case("a", "employed")], [make_record("c")])

        assert ["a"] == [case.key for case in ledger.find()]
        assert ["b"] == [record.key for record in ledger.find_records()]

    @pytest.mark.parametrize("text", AWKWARD)
    @pytest.mark.parametrize("name", ["key", "kind", "region", "data"])
    def test_awkward_text_in_a_record(self, ledger: Ledger, name: str, text: str) -> None:
        """Every text is stored literally in every field, and found only by itself."""
        changes: dict[str, Any] = {name: {text: text} if name == "data" else text}
        record = make_record("new", **changes)
        ledger.append_records([*RECORDS, record])

        assert record == list(ledger.find_records())[-1]
        if name in ("kind", "region"):
            assert [record] == list(ledger.find_records(**changes))

    def test_closed_to_records(self, ledger: Ledger) -> None:
        """A closed ledger neither accepts nor returns records."""
        ledger.close()
        with pytest.raises(LedgerError, match="closed"):
            ledger.append_records([])
        with pytest.raises(LedgerError, match="closed"):
            ledger.find_records()
