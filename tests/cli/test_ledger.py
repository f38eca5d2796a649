"""The commands that move a ledger."""

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


@pytest.mark.parametrize("scheme", ["mysql", "mariadb", "mysql+pymysql"])
def test_database_that_cannot_hold_a_ledger(scheme: str) -> None:
    """MySQL is refused with the reason."""
    with pytest.raises(LedgerError, match="differ in case, accents or trailing spaces"):
        open_ledger(f"{scheme}://clerk@host/cases")


def test_installed_backends_are_known() -> None:
    """A ledger of an installed plugin is opened without naming the plugin."""
    with pytest.raises(LedgerError, match="postgresql") as caught:
        open_ledger("postgresql://nobody@127.0.0.1:1/cases?connect_timeout=1")
    assert "Install" not in str(caught.value)
