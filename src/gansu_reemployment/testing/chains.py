"""The behaviour required of every ledger with the chain of its entries (台账链契约测试)."""
# ruff: noqa: S101, SIM300 - these are tests, as a plugin runs them

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from gansu_reemployment.errors import LedgerChainError, LedgerError
from gansu_reemployment.ledger import (
    Checkpoint,
    Head,
    Kept,
    Ledger,
    copy_ledger,
    export_ledger,
    open_ledger,
    verify_export,
    verify_ledger,
)
from gansu_reemployment.ledger.checkpoints import verify
from gansu_reemployment.ledger.links import hashes_of
from gansu_reemployment.testing.samples import CASES, RECORDS, make_case, make_record

Entries = list[Kept]


def changed(kept: Entries) -> Entries:
    """Change the text of the third entry."""
    return [*kept[:2], evolve(kept[2], text=kept[2].text.replace("loan", "loans")), *kept[3:]]


def changed_with_its_hash(kept: Entries) -> Entries:
    """Change the third entry together with its hash and link."""
    text = kept[2].text.replace("loan", "loans")
    return [*kept[:2], Kept("c", text, *hashes_of(text, str(kept[1].link))), *kept[3:]]


def inserted(kept: Entries) -> Entries:
    """Insert an entry without hashes."""
    return [*kept[:2], Kept("new", "[]", None, None), *kept[2:]]


def inserted_with_hashes(kept: Entries) -> Entries:
    """Insert an entry whose hashes are those of its place."""
    return [*kept[:2], Kept("new", "[]", *hashes_of("[]", str(kept[1].link))), *kept[2:]]


#: How the five cases are tampered with, and the error: the number, the key and the change.
TAMPERED: list[tuple[Callable[[Entries], Entries], str]] = [
    (changed, "number 3: c was changed"),
    (changed_with_its_hash, "number 4: d follows an entry that was removed, or was changed"),
    (inserted, "number 3: new was inserted"),
    (inserted_with_hashes, "number 4: new was inserted"),
    (lambda kept: [Kept("new", "[]", "", ""), *kept], "number 1: new was inserted"),
    (lambda kept: [*kept, Kept("new", "[]", None, None)], "number 6: new was inserted"),
    (lambda kept: [*kept[:2], *kept[3:]], "number 3: d follows an entry that was removed"),
    (lambda kept: kept[1:], "number 1: b follows an entry that was removed"),
    (lambda kept: [*kept[:2], kept[3], kept[2], kept[4]], "number 3: d is not in the place"),
    (lambda kept: [*kept[:3], kept[4], kept[3]], "number 4: e is not in the place"),
    (lambda kept: [kept[1], kept[0], *kept[2:]], "number 1: b is not in the place"),
]


class ChainContract:
    """The part of the contract of ledgers that is about the chain of the entries."""

    def test_chain_is_that_of_memory(self, ledger: Ledger) -> None:
        """The same entries make the same chain in every ledger, whatever the batches are."""
        many = [make_case(f"n{number}", "employed") for number in range(1_200)]
        ledger.append([*CASES, *many])
        ledger.append_records(RECORDS)
        with open_ledger("memory:") as memory:
            for case in (*CASES, *many):
                memory.append([case])
            memory.append_records(RECORDS)

            assert verify_ledger(memory) == verify_ledger(ledger)
            assert list(memory.kept("case")) == list(ledger.kept("case"))
            assert list(memory.kept("record")) == list(ledger.kept("record"))
        assert 1_205 == verify_ledger(ledger).cases.count

    def test_empty_chain(self, ledger: Ledger) -> None:
        """A new ledger has whole chains without entries."""
        checkpoint = verify_ledger(ledger)

        assert (Head(), Head()) == (checkpoint.cases, checkpoint.records)
        assert {} == ledger.chained_later()

    def test_known_entries_are_not_chained_again(self, filled: Ledger) -> None:
        """Known entries leave the chain as it is, also between new ones."""
        before = verify_ledger(filled)
        filled.append(CASES)
        assert before == verify_ledger(filled)

        filled.append([make_case("f"), *CASES, make_case("g"), make_case("f")])
        assert [*"abcdefg"] == [kept.key for kept in filled.kept("case")]
        assert 7 == verify_ledger(filled, before).cases.count

    def test_failed_batch_leaves_the_chain(self, filled: Ledger) -> None:
        """A batch that is rolled back is not in the chain, and the next one goes on from before."""
        with pytest.raises(LedgerError):
            filled.append([make_case("f"), make_case("a", "employed")])
        filled.append([make_case("g")])

        assert 6 == verify_ledger(filled).cases.count

    def test_chain_goes_on(self, ledger_url: str) -> None:
        """The chain of a durable ledger goes on after it is reopened."""
        with self.make_ledger(ledger_url) as ledger:  # type: ignore[attr-defined]
            ledger.append(CASES[:3])
        with self.make_ledger(ledger_url) as ledger:  # type: ignore[attr-defined]
            ledger.append(CASES)

            assert len(CASES) == verify_ledger(ledger).cases.count

    @pytest.mark.parametrize(("tamper", "named"), TAMPERED)
    def test_first_wrong_entry_is_named(
        self, filled: Ledger, tamper: Callable[[Entries], Entries], named: str
    ) -> None:
        """Whatever the change, the error names the first entry that does not fit."""
        spoilt = tamper(list(filled.kept("case")))

        def read(kind: Any) -> Iterable[Kept]:
            return spoilt if kind == "case" else filled.kept(kind)

        with pytest.raises(LedgerChainError, match=f"chain of cases is broken at {named}"):
            verify(read)

    def test_checkpoint(self, filled: Ledger) -> None:
        """A checkpoint, read from its line, is one of the ledger as it grows."""
        filled.append_records(RECORDS[:2])
        checkpoint = Checkpoint.read(f"{verify_ledger(filled)}\n")
        filled.append([make_case("f")])
        filled.append_records(RECORDS)

        assert 6 == verify_ledger(filled, checkpoint).cases.count

    def test_checkpoint_of_other_entries(self, filled: Ledger) -> None:
        """Entries removed from the end, or a chain made again, are seen beside a checkpoint."""
        filled.append_records([make_record("r")])
        right = verify_ledger(filled)
        longer = evolve(right, day=date(2003, 7, 1), cases=Head(6, "0" * 64))
        other = evolve(right, day=date(2003, 7, 1), records=Head(1, "0" * 64))

        with pytest.raises(LedgerChainError, match="6 cases of the checkpoint of 2003-07-01, 5 "):
            verify_ledger(filled, longer)
        with pytest.raises(LedgerChainError, match="first 1 records are not those of the check"):
            verify_ledger(filled, other)

    def test_chain_is_moved(self, filled: Ledger, tmp_path: Path) -> None:
        """A checkpoint of the ledger is one of its exported file and of its copy."""
        filled.append_records(RECORDS)
        checkpoint = verify_ledger(filled)
        export_ledger(filled, tmp_path / "cases.jsonl")
        with open_ledger("memory:") as copy:
            copy_ledger(filled, copy)

            assert checkpoint == verify_ledger(copy, checkpoint)
        assert checkpoint == verify_export(tmp_path / "cases.jsonl", checkpoint)

    def test_closed_to_verification(self, filled: Ledger) -> None:
        """A closed ledger cannot be verified."""
        filled.close()
        with pytest.raises(LedgerError, match="closed"):
            filled.kept("case")
        with pytest.raises(LedgerError, match="closed"):
            verify_ledger(filled)
