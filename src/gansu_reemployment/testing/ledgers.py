"""The contract of a ledger (台账契约测试).

A plugin with a ledger supplies the URL of a new one, and inherits its tests::

    class TestMyLedger(LedgerContract):
        @pytest.fixture
        def ledger_url(self, tmp_path):
            return f"mine:///{tmp_path}/cases.db"

        def make_ledger(self, url):
            return open_ledger(url, {"mine": MyLedger})
"""
# ruff: noqa: S101, SIM300 - these are tests, as a plugin runs them

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, ClassVar

import pytest
from attrs import evolve

from gansu_reemployment.errors import LedgerConflictError, LedgerError, UnknownNameError
from gansu_reemployment.ledger import Appended, Case, CountBy, Ledger, open_ledger
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.records import RecordContract
from gansu_reemployment.testing.samples import AWKWARD, CASES, IDENTITY, make_case
from gansu_reemployment.working.outcome import Status


class LedgerContract(RecordContract):
    """The behaviour required of every ledger; a subclass defines :meth:`ledger_url`.

    *durable* states that the cases are still there after the ledger is reopened, *shared* that
    several handles or processes may use it at once.
    """

    durable: ClassVar[bool] = True
    shared: ClassVar[bool] = True

    @pytest.fixture
    def ledger_url(self, tmp_path: Path) -> str:
        """Return the URL of a new ledger for each test."""
        raise NotImplementedError  # pragma: no cover - a subclass defines it

    def make_ledger(self, url: str) -> Ledger:
        """Open the ledger at *url*."""
        return open_ledger(url)

    @pytest.fixture
    def ledger(self, ledger_url: str) -> Iterator[Ledger]:
        """Yield a new ledger."""
        with self.make_ledger(ledger_url) as ledger:
            yield ledger

    @pytest.fixture
    def filled(self, ledger: Ledger) -> Ledger:
        """Return a ledger that holds :data:`CASES`."""
        ledger.append(CASES)
        return ledger

    # Entering -----------------------------------------------------------------------

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
            {"recorded_on": date(2003, 7, 3)},
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

    # Finding ------------------------------------------------------------------------

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

    def test_find_unknown_status(self, filled: Ledger) -> None:
        """An unknown status is rejected at once, with the nearest known one."""
        with pytest.raises(UnknownNameError, match="Did you mean refused"):
            filled.find(status="refuse")

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

    # Correcting ---------------------------------------------------------------------

    def test_history(self, filled: Ledger) -> None:
        """The chain of corrections is the same from each of its entries."""
        filled.append([make_case("f", corrects="e"), make_case("g", corrects="f")])

        for key in "befg":
            assert ["b", "e", "f", "g"] == [case.key for case in filled.history(key)]
        assert ["a"] == [case.key for case in filled.history("a")]
        with pytest.raises(UnknownNameError):
            filled.history("zz")

    @pytest.mark.parametrize("corrected", ["zz", "new", "later"])
    def test_correction_of_nothing(self, filled: Ledger, corrected: str) -> None:
        """A case can correct only an earlier entry: not itself, nor a later one."""
        with pytest.raises(LedgerError, match=f"corrects {corrected}"):
            filled.append([make_case("new", corrects=corrected), make_case("later")])

        assert list(CASES) == list(filled.find())

    def test_entry_is_corrected_once(self, filled: Ledger) -> None:
        """A second correction of one entry is rejected, naming the first."""
        with pytest.raises(LedgerConflictError, match="corrected by e"):
            filled.append([make_case("new", corrects="b")])
        with pytest.raises(LedgerConflictError, match="corrected by x"):
            filled.append([make_case("x", corrects="a"), make_case("y", corrects="a")])

        assert list(CASES) == list(filled.find())

    # Comparing ----------------------------------------------------------------------

    @pytest.mark.parametrize("other", ["A", "ａ", "á", "a ", " a", "a\u0301"])
    def test_keys_differ_by_every_character(self, filled: Ledger, other: str) -> None:
        """Case, width, accents and spaces distinguish keys and subjects."""
        filled.append([make_case(other, subject="Wang"), make_case("w", subject="wang")])

        assert other == filled.get(other).key
        assert CASES[0] == filled.get("a")
        assert [other] == [case.key for case in filled.find(subject="Wang")]
        for subject in ("WANG", "wäng", "Wang "):
            assert [] == list(filled.find(subject=subject))

    def test_two_handles(self, ledger: Ledger, ledger_url: str) -> None:
        """What one handle enters the other sees, and an entry is corrected once by either."""
        if not self.shared:
            pytest.skip("one process at a time opens this ledger")
        with self.make_ledger(ledger_url) as other:
            assert Appended(5, 0) == ledger.append(CASES)
            assert list(CASES) == list(other.find())
            assert Appended(0, 5) == other.append(CASES)
            other.append([make_case("x", corrects="a")])
            with pytest.raises(LedgerConflictError, match="corrected by x"):
                ledger.append([make_case("y", corrects="a")])
            with pytest.raises(LedgerConflictError, match="case x "):
                ledger.append([make_case("x")])

    # Keeping ------------------------------------------------------------------------

    def test_identity_numbers_are_masked(self, ledger: Ledger) -> None:
        """Errors and reprs mask an identity number, even if it is a key."""
        number = make_case(IDENTITY, subject=IDENTITY, corrects=None)
        with pytest.raises(UnknownNameError) as unknown:
            ledger.get(IDENTITY)
        with pytest.raises(LedgerError) as lacking:
            ledger.append([make_case("a", corrects=IDENTITY)])
        ledger.append([number])
        with pytest.raises(LedgerConflictError) as conflict:
            ledger.append([evolve(number, subject="")])

        for text in (*(str(e.value) for e in (unknown, lacking, conflict)), repr(number)):
            assert IDENTITY[6:14] not in text
            assert "1101**" in text

    def test_closed(self, filled: Ledger) -> None:
        """A closed ledger can be closed again; all other methods raise an error."""
        filled.close()
        filled.close()

        for use in (
            lambda: filled.get("a"),
            lambda: filled.append([]),
            filled.find,
            lambda: filled.count("status"),
            lambda: filled.history("a"),
        ):
            with pytest.raises(LedgerError, match="closed"):
                use()

    def test_opened_again(self, ledger_url: str) -> None:
        """A durable ledger still has its cases after it is reopened."""
        with self.make_ledger(ledger_url) as ledger:
            ledger.append(CASES)
        with self.make_ledger(ledger_url) as ledger:
            found = list(ledger.find())
            appended = ledger.append(CASES)

        assert (list(CASES) if self.durable else []) == found
        assert (Appended(0, 5) if self.durable else Appended(5, 0)) == appended
