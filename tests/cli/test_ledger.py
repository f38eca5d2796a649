"""The commands that move a ledger, and verify it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from gansu_reemployment.cli.main import run
from gansu_reemployment.errors import LedgerConflictError, LedgerError
from gansu_reemployment.ledger import export_ledger, import_ledger, open_ledger
from gansu_reemployment.testing import CASES, RECORDS, make_case, make_record


@pytest.fixture(name="url")
def _url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("LC_ALL", "C")
    url = f"sqlite:///{tmp_path}/cases.db"
    with open_ledger(url) as ledger:
        ledger.append(CASES)
        ledger.append_records(RECORDS)
    return url


def test_copy_export_and_import(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A ledger goes into another one, directly or by way of a file; what is there is known."""
    file, new = f"{tmp_path}/cases.jsonl", "5 cases and 5 records are new, 0 were known.\n"
    assert 0 == run(["ledger", "copy", url, f"sqlite:///{tmp_path}/copy.db"])
    assert new == capsys.readouterr().out
    assert 0 == run(["ledger", "export", url, file])
    assert new == capsys.readouterr().out
    assert 0 == run(["ledger", "import", file, f"sqlite:///{tmp_path}/new.db"])
    assert new == capsys.readouterr().out
    assert 0 == run(["ledger", "import", file, url])
    assert "0 cases and 0 records are new, 10 were known.\n" == capsys.readouterr().out
    for name in ("copy", "new"):
        with open_ledger(f"sqlite:///{tmp_path}/{name}.db") as ledger:
            assert list(CASES) == list(ledger.find())
            assert list(RECORDS) == list(ledger.find_records())


def test_source_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A ledger to read from is not made."""
    assert 2 == run(["ledger", "copy", f"sqlite:///{tmp_path}/none.db", "memory:"])
    assert "There is no ledger" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()


def test_conflict_of_a_record_leaves_no_case(tmp_path: Path) -> None:
    """Nothing is entered if a record of the file is in conflict, as the error says."""
    with open_ledger("memory:") as source:
        source.append([make_case("new")])
        source.append_records([make_record("b", data={"number": 1})])
        export_ledger(source, tmp_path / "file.jsonl")
    with open_ledger("memory:") as target:
        target.append_records([make_record("b")])
        with pytest.raises(LedgerConflictError, match="nothing was entered"):
            import_ledger(tmp_path / "file.jsonl", target)
        assert [] == list(target.find())


@pytest.mark.parametrize("scheme", ["mysql", "mysql+pymysql"])
def test_database_that_is_not_tested(scheme: str) -> None:
    """MySQL is refused with the reason, in both languages, and without the password."""
    with pytest.raises(LedgerError, match="none has been tested on MySQL") as caught:
        open_ledger(f"{scheme}://clerk:secret@host/cases")
    assert "未在MySQL上测试" in caught.value.say("zh_CN")
    assert "secret" not in str(caught.value)


def test_installed_backends_are_known() -> None:
    """A ledger of an installed plugin is opened without naming the plugin."""
    with pytest.raises(LedgerError, match="postgresql") as caught:
        open_ledger("postgresql://nobody@127.0.0.1:1/cases?connect_timeout=1")
    assert "Install" not in str(caught.value)


def test_verify(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A ledger is verified by its file, its URL or its export."""
    whole = "The chain is whole: 5 cases and 5 records.\n"
    assert 0 == run(["ledger", "export", url, f"{tmp_path}/cases.jsonl"])
    capsys.readouterr()
    for file in (url, f"{tmp_path}/cases.db", f"{tmp_path}/cases.jsonl"):
        assert 0 == run(["ledger", "verify", file])
        assert whole == capsys.readouterr().out
    assert 2 == run(["ledger", "verify", f"{tmp_path}/none.db"])
    assert "There is no ledger" in capsys.readouterr().err


def test_verify_names_what_was_changed(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An entry that was changed in the file or in its export is named, in both languages."""
    export = tmp_path / "cases.jsonl"
    assert 0 == run(["ledger", "export", url, str(export)])
    export.write_bytes(export.read_bytes().replace(b"1234.56", b"9234.56"))
    assert 2 == run(["ledger", "verify", str(export)])
    assert "cases is broken at number 1: a was changed" in capsys.readouterr().err
    with closing(sqlite3.connect(tmp_path / "cases.db")) as database, database:
        database.execute("DROP TRIGGER cases_UPDATE")
        database.execute("UPDATE cases SET amount_fen = 923456 WHERE key = 'a'")
    assert 2 == run(["--lang", "zh", "ledger", "verify", url])
    assert "个案链在第1条断开：a登记后被改动。" in capsys.readouterr().err


def test_verify_says_from_where_on(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Entries that joined the chain later are named with the day."""
    with closing(sqlite3.connect(tmp_path / "cases.db")) as database, database:
        database.execute("INSERT INTO chained_later VALUES ('case', 3, '2026-11-28')")
    assert 0 == run(["ledger", "verify", url])
    text = "The first 3 cases are older than the chain and joined it on 2026-11-28.\n"
    assert capsys.readouterr().out.endswith(text)


def test_checkpoint(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line kept elsewhere is checked against the ledger as it has grown, or was made again."""
    line = tmp_path / "line.txt"
    assert 0 == run(["ledger", "checkpoint", url])
    line.write_text(capsys.readouterr().out, encoding="utf-8")
    with open_ledger(url) as ledger:
        ledger.append([make_case("f")])
    assert 0 == run(["ledger", "checkpoint", url, "--check", str(line)])
    assert "The ledger contains the 5 cases and 5 records of " in capsys.readouterr().out
    with open_ledger(f"sqlite:///{tmp_path}/other.db") as ledger:
        ledger.append([make_case("f"), *CASES])
        ledger.append_records(RECORDS)
    assert 2 == run(["ledger", "checkpoint", f"{tmp_path}/other.db", "--check", str(line)])
    assert "The first 5 cases are not those of the checkpoint of" in capsys.readouterr().err
    line.write_text("5 cases", encoding="utf-8")
    assert 2 == run(["ledger", "checkpoint", url, "--check", str(line)])
    assert "not a checkpoint" in capsys.readouterr().err
