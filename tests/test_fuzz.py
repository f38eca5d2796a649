"""Damaged files of every format: only errors of the library, and nothing of a person in them.

A short run is part of the suite. A long run is one command, with as many rounds as wanted::

    GANSU_REEMPLOYMENT_FUZZ=20000 python -m pytest tests/test_fuzz.py
"""

import json
import os
import random
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest

from gansu_reemployment import Bureau
from gansu_reemployment.errors import GansuError
from gansu_reemployment.ledger import import_ledger, open_ledger, read_facts, verify_export
from gansu_reemployment.measures.persons.facts import Worker
from gansu_reemployment.plugins import load_host
from gansu_reemployment.plugins.rules_file.read import file_sources
from gansu_reemployment.registers import read_register

CORPUS: Final = Path(__file__).parent / "data" / "fuzz"
ROUNDS: Final = int(os.environ.get("GANSU_REEMPLOYMENT_FUZZ", "30"))
NAME: Final = "欧阳李梅花"
NUMBER: Final = "11010519491231002X"
#: What is put in at random: signs of the formats, digits, odd characters, ends of numbers.
PIECES: Final = (
    *(b"", b'"', b"'", b",", b"\n", b"\r", b"\t", b"{", b"}", b"[", b"]", b"=", b":", b"\\"),
    *(b"\0", b"\xff", b"\xef\xbb\xbf", b"NaN", b"1e400", b"-0", b"9" * 30, b"true", b"null"),
    *("１２".encode(), "是".encode("gb18030"), b"\xe2\x80\x8b", b"[" * 2_000),
)


def read_a_register(path: Path) -> None:
    """Read every row."""
    with read_register(path, Worker, rejects=path.with_name("rejects.csv")) as reader:
        for _entry in reader:
            pass


def stream(path: Path) -> None:
    """Evaluate a register as a stream."""
    Bureau.of("天水市").columns.stream_parquet(
        path, path.with_name("out.parquet"), "hardship", on=date(2003, 7, 1)
    )


def read_rules(path: Path) -> None:
    """Load a rules file."""
    load_host(file_sources((path,)), strict=True)


def read_json(path: Path) -> None:
    """Read the facts of a person, if the file is JSON at all."""
    try:
        data = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return
    read_facts(Worker, data)


def read_export(path: Path) -> None:
    """Verify an exported ledger, and import it: it is whole, or nothing is entered."""
    with open_ledger("memory:") as ledger:
        try:
            import_ledger(path, ledger)
        except GansuError:
            assert [] == [*ledger.find(), *ledger.find_records()]
            raise
    verify_export(path)


READERS: Final[dict[str, list[Callable[[Path], None]]]] = {
    "register.csv": [read_a_register, stream],
    "register-gb18030.csv": [read_a_register, stream],
    "facts.json": [read_json],
    "ledger.jsonl": [read_export],
    "rules.toml": [read_rules],
}


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Change, insert, remove, double or cut off bytes at a few places."""
    for _change in range(chance.randint(1, 4)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((0, 1, 1, 2, 8, 64)))
        new = chance.choice((*PIECES, data[start:end] * 2, bytes([chance.randrange(256)])))
        data = data[:start] + new + data[end:]
    return data if chance.random() < 0.9 else data[: chance.randrange(len(data) + 1)]


def check(read: Callable[[Path], None], path: Path) -> None:
    """Read a file; an error is one of the library and shows nobody."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            read(path)
    except GansuError as error:
        shown = str(error) + error.say("zh_CN") + repr(error.__cause__)
        assert NUMBER not in shown
        assert NUMBER[6:14] not in shown


@pytest.mark.parametrize("name", READERS)
def test_corpus_is_sound(name: str, tmp_path: Path) -> None:
    """Each file of the corpus is read without a fault, so that the damage is what is tested."""
    for read in READERS[name]:
        path = tmp_path / name
        path.write_bytes((CORPUS / name).read_bytes())
        read(path)


@pytest.mark.parametrize("name", READERS)
def test_damaged_file(name: str, tmp_path: Path) -> None:
    """However a file is damaged, it is read or refused by the library."""
    data = (CORPUS / name).read_bytes()
    for turn in range(ROUNDS):
        chance = random.Random(f"{name} {turn}")  # noqa: S311 - no secrets
        path = tmp_path / name
        path.write_bytes(damaged(data, chance))
        for read in READERS[name]:
            check(read, path)


def test_damaged_workbook(tmp_path: Path) -> None:
    """However a workbook is damaged, it is read or refused by the library."""
    book = openpyxl.Workbook()
    for row in (CORPUS / "register.csv").read_text("utf-8").splitlines():
        book.worksheets[0].append(row.split(","))
    book.save(tmp_path / "whole.xlsx")
    data = (tmp_path / "whole.xlsx").read_bytes()
    for turn in range(ROUNDS):
        path = tmp_path / "damaged.xlsx"
        path.write_bytes(damaged(data, random.Random(turn)))  # noqa: S311 - no secrets
        check(read_a_register, path)


@pytest.mark.parametrize(
    "value",
    [10**5_000, -(10**5_000), float("nan"), float("inf"), [[]], {}, b"x", "9" * 10_000, "\ud800"],
    ids=[str(number) for number in range(9)],
)
def test_odd_values(value: Any) -> None:
    """A value that no fact has is refused with its name, whatever the fact is."""
    for name in ("sex", "born_on", "employed", "group"):
        with pytest.raises(GansuError, match=name):
            read_facts(Worker, {name: value})


def test_deep_value() -> None:
    """Lists within lists are refused."""
    deep: list[Any] = []
    for _level in range(3_000):
        deep = [deep]
    with pytest.raises(GansuError, match="sex"):
        read_facts(Worker, {"sex": deep})
