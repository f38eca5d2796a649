"""The behaviour required of every ledger when cases are found and counted (个案查询契约测试)."""
# ruff: noqa: S101, SIM300 - these are tests, as a plugin runs them

from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

import pytest
from attrs import evolve

from gansu_reemployment.errors import DateError, UnknownNameError
from gansu_reemployment.ledger import Appended, CountBy, Ledger
from gansu_reemployment.testing.samples import IDENTITY, make_case
from gansu_reemployment.working.outcome import Status


class SearchContract:
    """The part of the contract of ledgers that is about finding and counting cases."""

    def test_get_unknown(self, filled: Ledger) -> None:
        """A key that is not there is an unknown name."""
        with pytest.raises(UnknownNameError, match="zz"):
            filled.get("zz")

    @pytest.mark.parametrize(
        ("asked", "keys"),
        [
            ({"region": "620500"}, "acde"),
            ({"region": "6205"}, ""),
            ({"measure": "loan"}, "c"),
            ({"on": date(2003, 7, 2)}, "d"),
            ({"status": Status.REFUSED}, "bc"),
            ({"status": "refused"}, "bc"),
            ({"status": "不予"}, "bc"),
            ({"code": "employed"}, "bc"),
            ({"code": "not-able"}, "c"),
            ({"code": "employ"}, ""),
            ({"subject": IDENTITY}, "a"),
            ({"subject": ""}, "bcde"),
            ({"current": True}, "acde"),
            ({"code": "employed", "current": True}, "c"),
            ({"region": "620500", "measure": "hardship", "status": "decided"}, "ae"),
            ({"region": "620502", "measure": "loan"}, ""),
        ],
    )
    def test_find(self, filled: Ledger, asked: dict[str, Any], keys: str) -> None:
        """The cases found match all arguments, in the order of entry."""
        assert list(keys) == [case.key for case in filled.find(**asked)]

    def test_code_of_another_part(self, filled: Ledger) -> None:
        """A code is found among the refusals alone, wherever else the outcome has it."""
        other = {"status": "decided", "steps": [{"code": "employed"}], "text": '"code":"employed"'}
        filled.append([make_case("f", outcome=other), make_case("g", 'quoted"\\\n甲')])

        assert ["b", "c"] == [case.key for case in filled.find(code="employed")]
        assert ["g"] == [case.key for case in filled.find(code='quoted"\\\n甲')]
        assert {"employed": 2, "not-able": 1, 'quoted"\\\n甲': 1} == filled.count("reason")

    def test_find_unknown_status(self, filled: Ledger) -> None:
        """An unknown status is rejected at once, with the nearest known one."""
        with pytest.raises(UnknownNameError, match="Did you mean refused"):
            filled.find(status="refuse")

    def test_day_as_text(self, filled: Ledger) -> None:
        """A day may be a text; what is not a date is rejected, never silently without a case."""
        text: Any = "2003-07-02"
        assert ["d"] == [case.key for case in filled.find(on=text)]
        for wrong in ("yesterday", 20030702, datetime(2003, 7, 2, tzinfo=UTC)):
            with pytest.raises(DateError):
                list(filled.find(on=wrong))  # type: ignore[arg-type]
            with pytest.raises(DateError):
                list(filled.find_records(on=wrong))  # type: ignore[arg-type]

    def test_find_streams(self, ledger: Ledger) -> None:
        """Cases are yielded one by one in the order of entry; later entries are skipped."""
        ledger.append(make_case(f"n{number}") for number in range(1_700))
        found = ledger.find()
        first = list(islice(found, 3))
        ledger.append([make_case("later")])
        rest = list(found)

        assert ["n0", "n1", "n2"] == [case.key for case in first]
        assert [f"n{number}" for number in range(3, 1_700)] == [case.key for case in rest]

    def test_corrections_of_what_is_found(self, ledger: Ledger) -> None:
        """Entries can be appended while the cases found are read."""
        ledger.append(make_case(f"n{number}") for number in range(1_200))
        corrections = (
            evolve(case, key=f"{case.key}-2", corrects=case.key) for case in ledger.find()
        )

        assert Appended(1_200, 0) == ledger.append(corrections)
        assert {"decided": 1_200} == ledger.count("status", current=True)

    def test_current_cases_are_those_of_the_call(self, ledger: Ledger) -> None:
        """A case that is corrected while the cases found are read is still one of them."""
        ledger.append([make_case("a")])
        searches = [ledger.find(current=True), ledger.find(region="620500", current=True)]
        ledger.append([make_case("b", corrects="a")])

        assert [["a"], ["a"]] == [[case.key for case in found] for found in searches]
        assert ["b"] == [case.key for case in ledger.find(current=True)]

    @pytest.mark.parametrize(
        ("by", "all_entries", "current"),
        [
            ("status", {"decided": 2, "refused": 2, "undecided": 1}, ("refused", 1)),
            ("measure", {"hardship": 4, "loan": 1}, ("hardship", 3)),
            ("region", {"620500": 4, "620502": 1}, ("620502", 0)),
            ("reason", {"employed": 2, "not-able": 1}, ("employed", 1)),
        ],
    )
    def test_count(
        self, filled: Ledger, by: CountBy, all_entries: dict[str, int], current: tuple[str, int]
    ) -> None:
        """Cases are counted with or without corrected ones."""
        name, number = current

        assert all_entries == filled.count(by)
        assert number == filled.count(by, current=True).get(name, 0)

    def test_count_by_something_else(self, filled: Ledger) -> None:
        """Cases can be counted only by four fields."""
        with pytest.raises(UnknownNameError, match="reason"):
            filled.count("reasons")  # type: ignore[arg-type]
