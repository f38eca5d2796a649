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

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from attrs import evolve

from gansu_reemployment.errors import LedgerConflictError, LedgerError, UnknownNameError
from gansu_reemployment.ledger import Appended, Ledger, open_ledger
from gansu_reemployment.testing.chains import ChainContract
from gansu_reemployment.testing.entries import EntryContract
from gansu_reemployment.testing.records import RecordContract
from gansu_reemployment.testing.samples import CASES, IDENTITY, make_case
from gansu_reemployment.testing.searches import SearchContract
from gansu_reemployment.testing.sharing import SharingContract


class LedgerContract(EntryContract, SearchContract, RecordContract, ChainContract, SharingContract):
    """The behaviour required of every ledger; a subclass defines :meth:`ledger_url`.

    *durable* states that the cases are still there after the ledger is reopened, *shared* that
    several handles or processes may use it at once.
    """

    durable: ClassVar[bool] = True

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

    @pytest.mark.parametrize("other", ["A", "ａ", "á", "a ", " a", "a\u0301"])
    def test_keys_differ_by_every_character(self, filled: Ledger, other: str) -> None:
        """Case, width, accents and spaces distinguish keys and subjects."""
        filled.append([make_case(other, subject="Wang"), make_case("w", subject="wang")])

        assert other == filled.get(other).key
        assert CASES[0] == filled.get("a")
        assert [other] == [case.key for case in filled.find(subject="Wang")]
        for subject in ("WANG", "wäng", "Wang "):
            assert [] == list(filled.find(subject=subject))

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
