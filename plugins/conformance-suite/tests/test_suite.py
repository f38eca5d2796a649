"""The suite: valid, complete, with sources, up to date; and the command line of the library."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from gansu_reemployment_conformance import RULEBOOK, __version__, cases, check
from gansu_reemployment_conformance.suite import CASES, SCHEMA
from jsonschema import Draft202012Validator

from gansu_reemployment import Rulebook
from gansu_reemployment.catalogue import MEASURES

ROOT: Final = Path(__file__).parents[3]
LIBRARY: Final = [sys.executable, "-m", "gansu_reemployment", "batch"]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.json")), ids=lambda path: path.stem)
def test_files_follow_the_schema(path: Path) -> None:
    """Each file is valid, and holds the cases of the measure of its name."""
    data = json.loads(path.read_text(encoding="utf-8"))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data)
    assert {path.stem} == {data["measure"], *(c["question"]["measure"] for c in data["cases"])}


def test_every_measure_has_cases() -> None:
    """Of every measure there are cases, and in all of them refusals and unknown facts too."""
    every = list(cases())
    assert set(MEASURES) == {case.question["measure"] for case in every}
    assert len(every) >= 400
    assert len(every) == len({case.id for case in every})
    parts = [part for case in every for part in case.answer]
    assert min(parts.count(part) for part in ("value", "refusals", "missing")) > 50


def test_suite_is_up_to_date() -> None:
    """The files are those of the worked cases, and the version has the digest of the rules."""
    command = [sys.executable, str(ROOT / ".ci" / "conformance.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stdout), done.stdout
    assert Rulebook.national().digest == RULEBOOK
    assert __version__.endswith(f"+{RULEBOOK}")


def test_library_conforms() -> None:
    """The first client is the command line of the library, which answers every case."""
    report = check(LIBRARY, cases())
    assert [] == [(failure.case.id, failure.part) for failure in report.failures]
    assert (report.conforms, len(list(cases()))) == (True, report.passed)
