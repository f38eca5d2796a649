"""A ledger goes into a file and comes back; a file that is not whole is refused."""

import json
import stat
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from gansu_reemployment.errors import LedgerConflictError, LedgerError
from gansu_reemployment.ledger import (
    Appended,
    Case,
    Ledger,
    Moved,
    copy_ledger,
    export_ledger,
    import_ledger,
    open_ledger,
    verify_ledger,
)
from gansu_reemployment.ledger.memory import MemoryLedger
from gansu_reemployment.testing import AWKWARD, CASES, IDENTITY, RECORDS, make_case, make_record

LATER = date(2004, 1, 1)
WHOLE = Moved(Appended(5, 0), Appended(5, 0))
KNOWN = Moved(Appended(0, 5), Appended(0, 5))


@pytest.fixture(name="ledger")
def _ledger() -> Ledger:
    """Give a ledger with cases and records."""
    ledger = open_ledger("memory:")
    ledger.append(CASES)
    ledger.append_records(RECORDS)
    return ledger


@pytest.fixture(name="path")
def _path(ledger: Ledger, tmp_path: Path) -> Path:
    """Give the file it is exported to."""
    path = tmp_path / "台账.jsonl"
    export_ledger(ledger, path)
    return path


def test_round_trip(ledger: Ledger, tmp_path: Path) -> None:
    """What is exported and imported is equal, in the same order; a second time it is known."""
    path = tmp_path / "cases.jsonl"
    with open_ledger(f"sqlite:///{tmp_path}/cases.db") as other:
        assert WHOLE == export_ledger(ledger, path)
        assert WHOLE == import_ledger(path, other)
        assert KNOWN == import_ledger(path, other)
        assert list(CASES) == list(other.find())
        assert list(RECORDS) == list(other.find_records())
    assert ["cases.db", "cases.jsonl"] == sorted(found.name for found in tmp_path.iterdir())


def test_export_is_the_same_each_time(ledger: Ledger, path: Path) -> None:
    """The same entries make the same file, to the byte."""
    before = path.read_bytes()
    export_ledger(ledger, path)

    assert before == path.read_bytes()
    assert len(CASES) + len(RECORDS) + 2 == len(before.splitlines())
    assert all(json.loads(line) for line in before.splitlines())


def test_awkward_texts(tmp_path: Path) -> None:
    """Texts that look like something else come back as they are."""
    path = tmp_path / "cases.jsonl"
    cases = [make_case(text, text, subject=text, facts={text: text}) for text in AWKWARD]
    with open_ledger("memory:") as ledger, open_ledger("memory:") as other:
        ledger.append(cases)
        export_ledger(ledger, path)
        import_ledger(path, other)

        assert cases == list(other.find())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_file_is_private(path: Path) -> None:
    """A file with identity numbers is readable by its owner only."""
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)


def change(lines: list[bytes]) -> list[bytes]:
    """Change an amount."""
    return [lines[0], lines[1].replace(b"1234.56", b"9234.56"), *lines[2:]]


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (change, "line 2 has been altered"),
        (lambda lines: [*lines[:4], *lines[5:]], "line 5 has been altered"),
        (lambda lines: [*lines[:4], lines[3], *lines[4:]], "line 5 has been altered"),
        (lambda lines: [*lines[:4], lines[5], lines[4], *lines[6:]], "line 5 has been altered"),
        (lambda lines: [*lines[:4], lines[4][:30]], "line 5 has been altered"),
        (lambda lines: [*lines[:4], b"[1]\n", *lines[4:]], "line 5 has been altered"),
        (lambda lines: [*lines[:4], b"\xff\xfe\n", *lines[4:]], "line 5 has been altered"),
        (lambda lines: [*lines[:4], b"[" * 100_000, *lines[4:]], "line 5 has been altered"),
        (lambda lines: [*lines, lines[-1]], "line 13 has been altered"),
        (lambda lines: [*lines[:4], b'{"note": 1}\n', *lines[4:]], "line 5 has been altered"),
        (lambda lines: [*lines[:4], lines[4].replace(b"{", b'{"link":"",', 1)], "line 5 has been"),
        (lambda lines: [*lines[:-1], b'{"end":{"case":[5,""],"record":[5,""]}}'], "line 12 has"),
        (lambda lines: lines[:-1], "cut off after line 11"),
        (lambda lines: lines[:3], "cut off after line 3"),
        (lambda _lines: [], "cut off after line 0"),
        (lambda _lines: [b"key,measure\n"], "line 1 has been altered"),
    ],
)
def test_spoilt_file(
    path: Path, spoil: Callable[[list[bytes]], Iterable[bytes]], message: str
) -> None:
    """A file that has been altered is refused by the line, and nothing is entered."""
    path.write_bytes(b"".join(spoil(path.read_bytes().splitlines(keepends=True))))
    with open_ledger("memory:") as other:
        with pytest.raises(LedgerError, match=message) as error:
            import_ledger(path, other)

        assert [] == [*other.find(), *other.find_records()]
    assert IDENTITY not in str(error.value)


def test_file_of_another_form(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of a form to come is refused, though every line is right."""
    monkeypatch.setattr("gansu_reemployment.ledger.exchange.FORMAT", "gansu_reemployment/ledger/9")
    with open_ledger("memory:") as other, pytest.raises(LedgerError, match="ledger/9"):
        import_ledger(path, other)


def test_entry_that_cannot_be(ledger: Ledger, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line with a right check but an impossible case is refused, its number masked."""
    wrong = {"key": IDENTITY, "on": IDENTITY}
    monkeypatch.setattr("gansu_reemployment.ledger.exchange.write_facts", lambda _entry: wrong)
    export_ledger(ledger, path)
    with open_ledger("memory:") as other:
        with pytest.raises(LedgerError, match="line 2 cannot be read") as error:
            import_ledger(path, other)

        assert [] == list(other.find())
    assert IDENTITY not in str(error.value)


def test_no_file(ledger: Ledger, tmp_path: Path) -> None:
    """A file that is not there, or cannot be made, is an error of the library."""
    with pytest.raises(LedgerError, match=r"none\.jsonl failed"):
        import_ledger(tmp_path / "none.jsonl", ledger)
    with pytest.raises(LedgerError, match=r"none/cases\.jsonl failed"):
        export_ledger(ledger, tmp_path / "none" / "cases.jsonl")


def test_export_that_breaks_off(ledger: Ledger, path: Path, tmp_path: Path) -> None:
    """An export that fails leaves the file of before, and nothing half written."""
    before = path.read_bytes()
    ledger.close()
    with pytest.raises(LedgerError, match="closed"):
        export_ledger(ledger, path)

    assert before == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


def test_import_into_other_contents(path: Path) -> None:
    """A key with other contents refuses the file, and nothing of it is entered."""
    with open_ledger("memory:") as other:
        other.append([evolve(CASES[2], facts={})])
        with pytest.raises(LedgerConflictError, match="case c "):
            import_ledger(path, other)

        assert 1 == len(list(other.find()))


@pytest.mark.parametrize("url", ["memory:", "sqlite:///new.db"])
def test_import_that_fails_at_a_record(
    ledger: Ledger, path: Path, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A record that conflicts, or is altered, refuses all cases before it, however many."""
    monkeypatch.chdir(tmp_path)
    ledger.append(make_case(f"n{number}") for number in range(6_000))
    export_ledger(ledger, path)
    with open_ledger(url) as other:
        other.append_records([evolve(RECORDS[3], data={})])
        with pytest.raises(LedgerConflictError, match="case d "):
            import_ledger(path, other)
        *lines, record, end = path.read_bytes().splitlines(keepends=True)
        path.write_bytes(b"".join([*lines, record.replace(b"310", b"311"), end]))
        with pytest.raises(LedgerError, match="has been altered; nothing was entered"):
            import_ledger(path, other)

        assert [] == list(other.find())
        assert 1 == len(list(other.find_records()))


class BreaksOff(MemoryLedger):
    """A ledger that takes one batch and no more."""

    taken = 0

    def append(self, cases: Iterable[Case]) -> Appended:
        """Enter the first batch."""
        self.taken += 1
        if self.taken == 2:
            text = "no more"
            raise LedgerError(text)
        return super().append(cases)


def test_copy_is_taken_up(ledger: Ledger) -> None:
    """A copy that was broken off goes on where it stopped, and is whole at the end."""
    ledger.append(make_case(f"n{number}") for number in range(6_000))
    target = BreaksOff()
    with pytest.raises(LedgerError, match="no more"):
        copy_ledger(ledger, target)

    assert 5_000 == len(list(target.find()))
    assert Moved(Appended(1_005, 5_000), Appended(5, 0)) == copy_ledger(ledger, target)
    assert list(ledger.find()) == list(target.find())
    assert list(RECORDS) == list(target.find_records())


def test_copies_that_went_apart_are_merged(ledger: Ledger) -> None:
    """Of two copies, all that is not in conflict is merged; what is in conflict is named."""
    with open_ledger("memory:") as other:
        copy_ledger(ledger, other)
        ledger.append([make_case("mine", corrects="a"), make_case("n1"), make_case("same")])
        other.append([make_case("n1", "employed"), make_case("theirs", corrects="a")])
        other.append([make_case("then", corrects="theirs"), make_case("same")])
        other.append([make_case("next", corrects="n1"), make_case("z", recorded_on=LATER)])
        other.append_records([make_record("r1"), make_record("r2", corrects="b")])
        ledger.append_records([make_record("r1", data={}), make_record("r3")])
        moved = copy_ledger(other, ledger)

        assert ("n1", "theirs", "then", "next", "r1") == moved.conflicts
        assert Moved(Appended(1, 6), Appended(1, 5), moved.conflicts) == moved
        assert [*"abcde", "mine", "n1", "same", "z"] == [case.key for case in ledger.find()]
        assert (0, 0) == (copy_ledger(other, ledger).cases.added, moved.records.added - 1)
        assert 9 == verify_ledger(ledger).cases.count


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such links and permissions")
def test_export_follows_no_link(ledger: Ledger, tmp_path: Path) -> None:
    """Neither a link nor a file beside the export, nor one in its place, is written through."""
    precious, path = tmp_path / "precious", tmp_path / "cases.jsonl"
    precious.write_text("mine", encoding="utf-8")
    precious.chmod(0o666)
    path.with_name("cases.jsonl.part").symlink_to(precious)
    path.symlink_to(precious)
    export_ledger(ledger, path)

    assert "mine" == precious.read_text(encoding="utf-8")
    assert not path.is_symlink()
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)


def test_export_to_a_folder_that_is_a_file(ledger: Ledger, tmp_path: Path) -> None:
    """Whatever is wrong with the target, the error is one of the library."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(LedgerError, match="failed"):
        export_ledger(ledger, tmp_path / "file" / "cases.jsonl")
