"""The behaviour required of every ledger when cases are entered (个案登记契约测试)."""
# ruff: noqa: S101, SIM300 - these are tests, as a plugin runs them

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from gansu_reemployment.errors import ArgumentError, LedgerConflictError
from gansu_reemployment.ledger import Appended, Case, Ledger
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.samples import AWKWARD, CASES, make_case


class EntryContract:
    """The part of the contract of ledgers that is about entering cases."""

    def test_round_trip(self, filled: Ledger) -> None:
        """Each case is read back equal and with the same types."""
        found = [filled.get(case.key) for case in CASES]

        assert list(CASES) == found
        assert list(CASES) == list(filled.find())
        assert [case.status for case in CASES] == [case.status for case in found]
        assert isinstance(found[0].amount, Yuan)

    def test_empty_batch(self, ledger: Ledger) -> None:
        """An empty batch is entered."""
        assert Appended(0, 0) == ledger.append([])
        assert [] == list(ledger.find())

    @pytest.mark.parametrize(
        "wrong", [CASES[0], {"key": "a"}, "a", None, [CASES[0], {"key": "a"}], [CASES[0].outcome]]
    )
    def test_what_is_not_a_case(self, ledger: Ledger, wrong: Any) -> None:
        """Anything but a list of cases is refused with what is right, and nothing is entered."""
        with pytest.raises(ArgumentError, match=r"Case\.of"):
            ledger.append(wrong)
        assert [] == list(ledger.find())

    def test_idempotent(self, filled: Ledger) -> None:
        """The same batch is known when entered again; a new case in it is added."""
        assert Appended(0, len(CASES)) == filled.append(CASES)
        assert Appended(1, len(CASES)) == filled.append([*CASES, make_case("f")])
        assert len(CASES) + 1 == len(list(filled.find()))

    def test_same_case_twice_in_a_batch(self, ledger: Ledger) -> None:
        """A case that is twice in a batch is entered once."""
        assert Appended(1, 1) == ledger.append([CASES[1], CASES[1]])
        assert {"employed": 1} == ledger.count("reason")

    def test_order_of_names_is_no_difference(self, filled: Ledger) -> None:
        """Facts in another order are the same facts."""
        turned = evolve(CASES[0], facts=dict(reversed(list(CASES[0].facts.items()))))

        assert Appended(0, 1) == filled.append([turned])

    @pytest.mark.parametrize(
        "changes",
        [
            {"measure": "loan"},
            {"region": "620000"},
            {"on": date(2003, 7, 2)},
            {"facts": {}},
            {"outcome": {"status": "undecided"}},
            {"subject": ""},
            {"amount": Yuan("1234.57")},
            {"corrects": "d"},
        ],
        ids=lambda changes: next(iter(changes)),
    )
    def test_conflict(self, filled: Ledger, changes: Mapping[str, Any]) -> None:
        """The same key with other contents is rejected by name, whichever field differs."""
        with pytest.raises(LedgerConflictError, match="case a "):
            filled.append([make_case("new"), evolve(CASES[0], **changes)])

        assert list(CASES) == list(filled.find())

    def test_day_of_entry_may_differ(self, filled: Ledger) -> None:
        """A case entered again on another day is known, and keeps its first day of entry."""
        later = [evolve(case, recorded_on=date(2004, 7, 1)) for case in CASES]

        assert Appended(0, len(CASES)) == filled.append(later)
        assert Appended(1, 1) == filled.append([make_case("f"), later[0]])
        assert [*CASES, make_case("f")] == list(filled.find())

    def test_conflict_leaves_nothing_of_a_long_batch(self, filled: Ledger) -> None:
        """A conflict at the end of a long batch rolls back all of it."""
        many = (make_case(f"n{number}", "employed") for number in range(2_000))
        before = filled.count("reason")

        with pytest.raises(LedgerConflictError):
            filled.append(case for part in (many, [make_case("a")]) for case in part)

        assert list(CASES) == list(filled.find())
        assert before == filled.count("reason")

    def test_conflict_within_a_batch(self, ledger: Ledger) -> None:
        """A batch with two cases of one key is rejected completely."""
        with pytest.raises(LedgerConflictError, match="case x "):
            ledger.append([make_case("x"), make_case("y"), make_case("x", "employed")])

        assert [] == list(ledger.find())

    def test_batch_that_breaks_off(self, ledger: Ledger) -> None:
        """An error while the batch is iterated reaches the caller, and nothing is entered."""

        def broken() -> Iterator[Case]:
            yield from (make_case(f"n{number}") for number in range(1_500))
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            ledger.append(broken())

        assert [] == list(ledger.find())
        assert Appended(1, 0) == ledger.append([make_case("after")])

    @pytest.mark.parametrize("text", AWKWARD)
    @pytest.mark.parametrize("name", ["key", "measure", "region", "subject", "facts", "code"])
    def test_awkward_text(self, filled: Ledger, name: str, text: str) -> None:
        """Every text is stored literally in every field, and found only by itself."""
        codes = [text] if name == "code" else []
        changes: dict[str, Any] = {"facts": {text: text}} if name == "facts" else {name: text}
        case = make_case("new", *codes, **{} if codes else changes)
        filled.append([case])

        assert case == filled.get(case.key)
        assert (*CASES, case) == tuple(filled.find())
        if name in ("measure", "region", "subject", "code"):
            assert [case] == list(filled.find(**{name: text}))  # type: ignore[arg-type]

    @pytest.mark.parametrize("fen", [2**63 - 1, 1 - 2**63, 2**53 + 1, -1, 0, 1])
    def test_amounts_are_exact(self, ledger: Ledger, fen: int) -> None:
        """An amount is read back exact to the fen, whatever its size."""
        ledger.append([make_case("a", amount=Yuan.from_fen(fen))])

        assert Yuan.from_fen(fen) == ledger.get("a").amount
