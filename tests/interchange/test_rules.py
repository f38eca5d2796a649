"""The rules as data: every row of every rule is written, valid, and reads back equal."""

import json
from pathlib import Path
from typing import Any, Final, get_args, get_origin

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from gansu_reemployment import Rule, Rulebook, load_host
from gansu_reemployment.cli.main import run
from gansu_reemployment.fact_model.readers import read_value
from gansu_reemployment.interchange import rules_as_json, rules_schema

DATA: Final = rules_as_json(load_host([]))
RULES: Final = {rule["path"]: rule for rule in DATA["rules"]}


def test_data_follow_the_schema() -> None:
    """The schema is a schema, and all the data are valid under it."""
    Draft202012Validator.check_schema(rules_schema())
    Draft202012Validator(rules_schema()).validate(DATA)


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        ("loan.norm", "since", "2003-2-1"),
        ("loan.norm", "standing", "sure"),
        ("loan.norm", "value", 20000.5),
        ("loan.norm", "region", "Gansu"),
        ("loan.norm", "more", 1),
    ],
)
def test_schema_refuses_another_form(path: str, name: str, value: Any) -> None:
    """A day, a standing, a value or a place of another form, or a further name, is invalid."""
    rule = json.loads(json.dumps(RULES[path]))
    rule["rows"][0][name] = value
    with pytest.raises(ValidationError):
        Draft202012Validator(rules_schema()).validate({**DATA, "rules": [rule]})


def read(kind: Any, value: Any) -> Any:
    """Read a value of a rule; a reading has none."""
    return None if value is None else read_value(kind, value)


def test_every_row_reads_back() -> None:
    """Each row of each rule has its days, and its value reads back equal."""
    book = load_host([]).everywhere
    for rule in book.rules():
        kind = book.kind(rule.path)
        kind = get_args(kind)[0] if get_origin(kind) is Rule else kind
        kind = tuple[tuple[int, ...], ...] if kind == tuple[tuple[int, int], ...] else kind
        written = [(row["since"], read(kind, row["value"])) for row in RULES[rule.path]["rows"]]
        assert [(row.since.isoformat(), row.value) for row in rule.all_rows()] == written
    assert len(RULES) == len(list(book.rules()))


def test_every_document_is_listed() -> None:
    """A row cites a document of the list, or is a convention of the library."""
    names = {one["name"] for one in DATA["documents"]}
    cited = [row for rule in DATA["rules"] for row in (*rule["rows"], *rule["bounds"])]
    assert [] == [row for row in cited if row["document"] not in names | {None}]
    assert {"convention"} == {row["standing"] for row in cited if row["document"] is None}


def test_rows_of_a_region(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints the rows of local rules too, with the region that set them."""
    file = tmp_path / "wuwei.toml"
    file.write_text(WUWEI, encoding="utf-8")
    assert 0 == run(["--rules", str(file), "export", "rules", "--format", "json"])
    data = json.loads(capsys.readouterr().out)
    Draft202012Validator(rules_schema()).validate(data)
    (rule,) = [rule for rule in data["rules"] if rule["path"] == "hardship.age_day"]
    assert ("year_end", "620600") == (rule["rows"][-1]["value"], rule["rows"][-1]["region"])
    assert ["620600"] == [one["code"] for one in data["regions"] if one["zh"] == "武威市"]
    assert DATA["rulebook"] == data["rulebook"] == Rulebook.national().digest


def test_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """With --schema the command prints the schema alone."""
    assert 0 == run(["export", "rules", "--schema"])
    assert rules_schema() == json.loads(capsys.readouterr().out)


WUWEI: Final = """\
region = "武威市"

[[document]]
symbol = "武政发[2003]1号"
title = "武威市再就业工作办法"
issued = 2003-07-01

[[amendment]]
path = "hardship.age_day"
since = 2003-07-01
value = "year_end"
document = "武政发[2003]1号"
article = "第一条"
standing = "read"
"""
