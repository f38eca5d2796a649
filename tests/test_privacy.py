"""Names and identity numbers in every output of a full run, one row of a table for each output.

People of unusual names are registered, assessed, entered, corrected, exported, printed and asked
about, also with every mistake that an office makes. A name may be where the office needs it; a
whole number only in the ledger and in what is made for the authority itself.
"""

import contextlib
import io
import logging
import re
import subprocess
import sys
import traceback
import unicodedata
import warnings
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

import polars as pl
import pytest
from attrs import evolve, frozen

from gansu_reemployment import Bureau, Outcome
from gansu_reemployment.assessing import assess_register, print_assessment
from gansu_reemployment.cli.main import run
from gansu_reemployment.dates import read_date
from gansu_reemployment.errors import GansuError
from gansu_reemployment.frames import frame_of
from gansu_reemployment.identity import IdentityNumber, check_digit
from gansu_reemployment.ledger import (
    Case,
    export_ledger,
    find_case,
    open_ledger,
    public_notice,
    read_facts,
    standing_ledger,
    verify_ledger,
)
from gansu_reemployment.measures.persons.facts import Worker
from gansu_reemployment.money import Yuan
from gansu_reemployment.registers import Reject, read_register, write_rows
from gansu_reemployment.sheets import Sheet, decision_sheet, write_sheet

DAY: Final = date(2003, 7, 1)
NAMES: Final = ("欧阳鵷鶵", "司徒龘靐", "上官犇骉", "皇甫燚垚", "尉迟淼焱")


def numbered(body: str) -> str:
    """Return the valid identity number of 17 digits, of a sequence that no county reaches."""
    return body + check_digit(body)


NUMBERS: Final = tuple(
    numbered(f"6205021963030{day}{sequence}")
    for day, sequence in ((1, 994), (2, 992), (3, 993), (4, 990), (5, 991))
)
HEADINGS: Final = "姓名,身份证号,性别,人员类别,有劳动能力,有就业愿望,在业,企业内部退养,已退休,备注"
FACTS: Final = "国有企业下岗职工,是,是,否,否,否"


def grouped(number: str) -> str:
    """Write a number in groups of four, as on a bank card."""
    return " ".join(re.findall("....", number + "  "))


#: Five persons: accepted, refused, undecided, and two rejected with the number in a wrong place.
REGISTER: Final = "\n".join(
    [
        HEADINGS,
        f"{NAMES[0]},{NUMBERS[0]},女,{FACTS},{NUMBERS[0]}",
        f"{NAMES[1]},{NUMBERS[1]},女,{FACTS.replace('是,否', '是,是')},{NAMES[1]}",
        f"{NAMES[2]},{NUMBERS[2]},男,国有企业下岗职工,,,,,,",
        f"{NAMES[3]},{NUMBERS[3]},女,{grouped(NUMBERS[3])},是,是,否,否,否,{grouped(NUMBERS[3])}",
        f"{NAMES[4]},{NUMBERS[4][:-1]}?,男,{FACTS},{NUMBERS[4]}",
    ]
)


@frozen
class Row:
    """A row of the table: where an output may have names, and whole numbers, and why."""

    names: str = ""
    numbers: str = ""


_CORRECT: Final = "the office corrects the rows by it"
_OWN_FILE: Final = "the office writes its own register"
_OWN: Final = "within the authority, which asks for it"
TABLE: Final[Mapping[str, Row]] = {
    "repr of entries": Row(names="an office prints the persons that it reads"),
    "repr of rejects": Row(),
    "repr of the assessment": Row(),
    "repr of cases": Row(),
    "repr of facts": Row(),
    "traceback with variables": Row(names="an office prints the persons that it reads"),
    "summary of the assessment": Row(),
    "rejects file": Row(names=_CORRECT),
    "written rows": Row(names=_OWN_FILE),
    "frame of entries": Row(names=_OWN_FILE, numbers="other columns stay as they are"),
    "log": Row(),
    "warnings": Row(),
    "errors": Row(),
    "command assess": Row(),
    "command assess without headings": Row(),
    "command assess of a faulty register": Row(),
    "command cases": Row(),
    "command explain": Row(),
    "command ledger verify": Row(),
    "command ledger checkpoint": Row(),
    "command ledger copy": Row(),
    "ledger": Row(numbers="a case is found by the number"),
    "export": Row(numbers="another ledger is filled from it"),
    **{f"notice.{ending}": Row() for ending in ("xlsx", "docx", "html", "md")},
    **{f"standing.{ending}": Row() for ending in ("xlsx", "docx", "html", "md")},
    "whole.xlsx": Row(names=_OWN, numbers=_OWN),
    **{
        f"decision.{ending}": Row(names="the sheet is filed under the applicant")
        for ending in ("xlsx", "docx", "html", "md")
    },
    "outcome as JSON": Row(),
    "outcome as a page": Row(),
    "explanation": Row(),
    "pytest of a failing test": Row(),
    "pytest of a failing contract": Row(),
}


def text_of(path: Path) -> str:
    """Return all texts of a file, also within an archive."""
    if path.suffix not in {".xlsx", ".docx"}:
        return path.read_bytes().decode("utf-8", "replace")
    with ZipFile(path) as archive:
        return "\n".join(
            archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
        )


def attempt(call: Callable[[], Any]) -> str:
    """Return the error of a call in both languages, and its traceback."""
    try:
        call()
    except GansuError as error:
        shown = "".join(traceback.format_exception(error))
        return f"{error.say('en')}\n{error.say('zh_CN')}\n{error!r}\n{shown}"
    raise AssertionError(call)


def work(bureau: Bureau, frame: dict[str, list[Any]], on: Any = DAY) -> Any:
    """Work a measure over a frame."""
    return bureau.columns.hardship(pl.DataFrame(frame), on=on)


def mistakes(bureau: Any, wrong: str) -> tuple[Callable[[], Any], ...]:
    """Return calls with a number where something else is wanted."""
    return (
        partial(Bureau.of, wrong),
        partial(Bureau, wrong),  # type: ignore[arg-type]
        partial(bureau.find_measure, wrong),
        partial(bureau.hardship, Worker(), on=wrong),
        partial(read_facts, Worker, {"sex": wrong, wrong: 1}),
        partial(read_facts, Worker, {"born_on": wrong, "able": wrong}),
        partial(work, bureau, {"sex": [wrong]}),
        partial(work, bureau, {wrong: [1]}, on=wrong),
        partial(open_ledger, wrong),
        partial(Yuan, wrong),
        partial(read_date, wrong),
    )


def errors(folder: Path, cases: list[Case]) -> Iterator[str]:
    """Yield the errors of what an office does by mistake with a name or a number."""
    name, number = NAMES[0], NUMBERS[0]
    bureau = Bureau.of("天水市")
    for wrong in (number, grouped(number), f"{number}0"):
        yield from map(attempt, mistakes(bureau, wrong))
    yield attempt(lambda: IdentityNumber(number[:-1] + "?"))
    doubled = folder / "doubled.csv"
    doubled.write_text(f"姓名,{number},{number},性别\n{name},1,2,女\n", encoding="utf-8")
    yield attempt(lambda: list(read_register(doubled, Worker)))
    with open_ledger("memory:") as ledger:
        ledger.append(cases)
        yield attempt(lambda: ledger.append([evolve(cases[0], amount=None, region="620100")]))
        yield attempt(lambda: ledger.get(number))
        yield attempt(lambda: find_case(ledger, number))
        yield attempt(lambda: list(ledger.find(status=number)))
        yield attempt(lambda: list(ledger.find(on=number)))  # type: ignore[arg-type]


def command(*arguments: str) -> str:
    """Return what a command prints, on both streams."""
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown), contextlib.redirect_stderr(shown):
        run([*arguments])
    return shown.getvalue()


def sheets(cases: list[Case], outcome: Outcome[Any]) -> Iterator[tuple[str, Sheet]]:
    """Yield the sheets of a run by their names."""
    names = dict(zip(NUMBERS, NAMES, strict=True))
    yield "notice", public_notice(cases, names, since=DAY, until=DAY)
    yield "standing", standing_ledger(cases, names, on=date(2030, 1, 1))
    number = IdentityNumber(NUMBERS[0])
    yield "decision", decision_sheet(outcome, person=NAMES[0], identity=number)


#: A test of an office that fails and shows all of its variables.
FAILING: Final = """
from gansu_reemployment.ledger import open_ledger
from gansu_reemployment.measures.persons.facts import Worker
from gansu_reemployment.money import Yuan
from gansu_reemployment.registers import read_register

def test_cases():
    with open_ledger("sqlite:///cases.db") as ledger:
        cases = list(ledger.find())
    with read_register("register.csv", Worker) as reader:
        facts = [entry.facts for entry in reader]
    assert [] == cases
    assert [] == facts
"""
#: The contract of ledgers with one that has the cases of the office from the beginning.
CONTRACT: Final = """
import shutil

import pytest
from gansu_reemployment.testing import LedgerContract

class TestOurs(LedgerContract):
    @pytest.fixture
    def ledger_url(self, tmp_path):
        shutil.copy("cases.db", tmp_path / "cases.db")
        return f"sqlite:///{tmp_path / 'cases.db'}"
"""


def shown_by_pytest(folder: Path, text: str) -> str:
    """Return what pytest prints of a file with the variables of each failure."""
    path = folder / "test_office.py"
    path.write_text(text, encoding="utf-8")
    options = ["-q", "-l", "-vv", "-p", "no:cacheprovider", "-c", "none.ini", "--rootdir", "."]
    (folder / "none.ini").write_text("[pytest]\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, path.name],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    shown = done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")
    assert "failed" in shown or "error" in shown, shown
    return shown


def full_run(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield every output of a run in *folder* by its name."""
    register, headerless = folder / "register.csv", folder / "headerless.csv"
    register.write_text(REGISTER, encoding="utf-8")
    headerless.write_text("\n".join(REGISTER.splitlines()[1:]), encoding="utf-8")
    bureau = Bureau.of("天水市")
    with read_register(register, Worker, rejects=folder / "rejects.csv") as reader:
        entries = list(reader)
    assert (3, 2) == (len(entries), reader.counts.rejected)
    with read_register(register, Worker) as reader:
        rejected = [one for one in reader.results() if isinstance(one, Reject)]
    yield "repr of entries", f"{entries!r}{entries}"
    yield "repr of rejects", f"{rejected!r}{[one.row for one in rejected]}{[*map(say, rejected)]}"
    yield "repr of facts", f"{[entry.facts for entry in entries]!r}"
    yield "traceback with variables", with_variables(entries)
    write_rows(folder / "rows.csv", ["姓名", "身份证号"], [persons(entry) for entry in entries])
    yield "written rows", text_of(folder / "rows.csv")
    yield "frame of entries", frame_of(entries).write_csv()
    yield "rejects file", text_of(folder / "rejects.csv")
    with open_ledger("sqlite:///cases.db") as ledger:
        result = assess_register(
            register, bureau, "hardship", on=DAY, ledger=ledger, rejects=folder / "again.csv"
        )
        cases = list(ledger.find())
        verify_ledger(ledger)
        export_ledger(ledger, folder / "export.jsonl")
        yield "repr of cases", f"{cases!r}{cases[0].key}{ledger!r}"
    said: list[str] = []
    for locale in ("en", "zh_CN"):
        print_assessment(result, locale, said.append)
    yield "repr of the assessment", repr(result)
    yield "summary of the assessment", "\n".join(said)
    yield "export", text_of(folder / "export.jsonl")
    yield "ledger", (folder / "cases.db").read_bytes().decode("utf-8", "replace")
    yield "errors", "\n".join(errors(folder, cases))

    outcome: Any = bureau.hardship(entries[0].facts, on=DAY)
    for name, sheet in sheets(cases, outcome):
        for ending in ("xlsx", "docx", "html", "md"):
            write_sheet(sheet, folder / f"{name}.{ending}")
            yield f"{name}.{ending}", text_of(folder / f"{name}.{ending}")
    names = dict(zip(NUMBERS, NAMES, strict=True))
    whole = standing_ledger(cases, names, on=date(2030, 1, 1), whole=True)
    write_sheet(whole, folder / "whole.xlsx")
    yield "whole.xlsx", text_of(folder / "whole.xlsx")
    yield "outcome as JSON", outcome.as_json_text()
    yield "outcome as a page", outcome._repr_html_()
    said = [outcome.explain(each, facts=entries[0].facts) for each in ("en", "zh_CN")]
    yield "explanation", "\n".join(said)
    yield from commands(folder, cases[0].key)
    yield "pytest of a failing test", shown_by_pytest(folder, FAILING)
    yield "pytest of a failing contract", shown_by_pytest(folder, CONTRACT)


def commands(folder: Path, key: str) -> Iterator[tuple[str, str]]:
    """Yield what the commands print in both languages."""
    asked = ("--on", str(DAY), "--region", "天水市")
    doubled = folder / "doubled.csv"
    lines = {
        "assess": ["assess", "register.csv", *asked, "--ledger", "sqlite:///other.db"],
        "assess without headings": ["assess", "headerless.csv", *asked],
        "assess of a faulty register": ["assess", doubled.name, *asked],
        "cases": ["cases", "--ledger", "sqlite:///cases.db"],
        "explain": ["explain", "--ledger", "sqlite:///cases.db", "--key", key],
        "ledger verify": ["ledger", "verify", "sqlite:///cases.db"],
        "ledger checkpoint": ["ledger", "checkpoint", "sqlite:///cases.db"],
        "ledger copy": ["ledger", "copy", "sqlite:///cases.db", "sqlite:///copy.db"],
    }
    for name, arguments in lines.items():
        shown = [command("--lang", locale, *arguments) for locale in ("en", "zh_CN")]
        assert all(shown), name
        yield f"command {name}", "\n".join(shown)


def say(reject: Any) -> str:
    """Return the faults of a rejected row in both languages."""
    return f"{reject.say('en')}{reject.say('zh_CN')}"


def persons(entry: Any) -> tuple[Any, ...]:
    """Return the cells of a register of names."""
    return entry.person.name, entry.person.identity


def with_variables(entries: list[Any]) -> str:
    """Return a traceback that shows the variables of each call, as logs of servers do."""
    try:
        [entry.facts.no_such_fact for entry in entries]
    except AttributeError as error:
        shown = traceback.TracebackException.from_exception(error, capture_locals=True)
        return "".join(shown.format())
    raise AssertionError


@pytest.fixture(name="outputs", scope="module")
def _outputs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Run everything once, and keep every output by its name."""
    folder, log = tmp_path_factory.mktemp("office"), io.StringIO()
    handler = logging.StreamHandler(log)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        with contextlib.chdir(folder), warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            found = dict(full_run(folder))
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    return found | {"log": log.getvalue(), "warnings": "\n".join(str(one) for one in warned)}


def names_in(text: str) -> set[str]:
    """Return the names that a text shows, also where it escapes them."""
    plain = unicodedata.normalize("NFKC", text)
    escaped = {name: name.encode("ascii", "backslashreplace").decode() for name in NAMES}
    return {name for name in NAMES if name in plain or escaped[name] in plain}


def numbers_in(text: str) -> set[str]:
    """Return the numbers of which a text shows what is masked, whatever is between the digits."""
    digits = re.sub(
        r"(?<=[0-9])[^0-9A-Za-z一-鿿]{1,3}(?=[0-9Xx])", "", unicodedata.normalize("NFKC", text)
    )
    return {number for number in NUMBERS if number[6:14] in digits and number[4:16] in digits}


@pytest.mark.parametrize("name", TABLE)
def test_output(outputs: Mapping[str, str], name: str) -> None:
    """An output has names and whole numbers where the table allows it, and nowhere else."""
    text, row = outputs[name], TABLE[name]

    assert bool(row.names) == bool(names_in(text)), names_in(text)
    assert bool(row.numbers) == bool(numbers_in(text)), numbers_in(text)


def test_every_output_has_a_row(outputs: Mapping[str, str]) -> None:
    """The run makes the outputs of the table, and no others."""
    assert sorted(TABLE) == sorted(outputs)


def test_the_search_finds_what_it_looks_for() -> None:
    """Names and numbers are found in the spellings that programs use."""
    number = NUMBERS[0]
    for text in (number, grouped(number), f"{number[:6]}-{number[6:14]}-{number[14:]}"):
        assert {number} == numbers_in(f"x {text} y")
    assert not numbers_in(f"{number[:4]}************{number[16:]} {number[6:14]}")
    assert {NAMES[0]} == names_in(ascii(NAMES[0]))
