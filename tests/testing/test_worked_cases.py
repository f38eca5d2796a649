"""Worked cases from files: read with care, compared exactly, and told where they differ."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import frozen

from gansu_reemployment.errors import (
    AmendmentError,
    InvalidFactsError,
    UnknownNameError,
    VectorError,
)
from gansu_reemployment.measures.persons.facts import Group
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Vector, read_files, read_vectors, same

FILES: Final = sorted((Path(__file__).parents[1] / "vectors").rglob("*.toml"))
WOMAN: Final = (
    'facts = { sex = "female", born_on = 1963-03-01, group = "laid_off_soe", '
    "able = true, willing = true, employed = false, "
    "retired = false, internally_retired = false }"
)
CASE: Final = f"""\
measure = "hardship"

[[case]]
name = "a woman on her fortieth birthday"
on = 2003-03-01
{WOMAN}
expect = {{ value = "older" }}
"""


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    return tmp_path / "cases.toml"


def read(file: Path, text: str) -> list[Vector]:
    """Write a file of cases and read it."""
    file.write_text(text, encoding="utf-8")
    return read_vectors(file)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_given_cases(path: Path) -> None:
    """Every case that is given comes out exactly as it must."""
    results = [vector.run() for vector in read_files([path])]
    failures = {r.vector.name: r.failures for r in results if r.failures}
    assert {} == failures


class TestReading:
    """A file of cases."""

    def test_case_is_read(self, file: Path) -> None:
        """A case has its measure, name, day, facts and what must come out."""
        (vector,) = read(file, CASE)
        assert ("hardship", date(2003, 3, 1), "000000", {"value": "older"}) == (
            vector.measure.name,
            vector.on,
            vector.region,
            vector.expect,
        )

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("measure = ", "cases.toml: "),
            ('measure = "hardship"', "contains no cases"),
            ('measure = "hardship"\ncase = []', "contains no cases"),
            (CASE.replace("on = 2003-03-01\n", ""), "fortieth birthday lacks on"),
            (CASE.replace("name =", "nam ="), r"the case \? lacks name and has unknown keys nam"),
            (CASE.replace('{ value = "older" }', "{}"), "lacks expect"),
            (CASE.replace("on = 2003-03-01", 'on = "2003-03-01"'), "fortieth birthday .* on"),
            (CASE.replace("on = 2003-03-01", "on = 2003-03-01T00:00:00"), "birthday .* on"),
            (CASE.replace(WOMAN, "facts = 3"), "fortieth birthday .* facts"),
            (CASE.replace('{ value = "older" }', "3"), "fortieth birthday .* expect"),
            ('measure = "hardship"\ncase = ["a"]', "contains no cases"),
            ('measure = "hardship"\ncase = 3', "contains no cases"),
        ],
    )
    def test_file_with_a_fault(self, file: Path, text: str, message: str) -> None:
        """What is wrong is told with the file and the case."""
        with pytest.raises(VectorError, match=message):
            read(file, text)

    def test_file_that_is_not_there(self, file: Path) -> None:
        """A path that cannot be read is told."""
        with pytest.raises(VectorError, match=r"cases\.toml"):
            read_vectors(file)

    def test_file_that_is_too_deep(self, file: Path) -> None:
        """A file that the reader of TOML cannot follow is named."""
        with pytest.raises(VectorError, match=r"cases\.toml"):
            read(file, "a = " + "[" * 100_000)

    def test_file_of_another_encoding(self, file: Path) -> None:
        """A file is UTF-8."""
        file.write_bytes("measure = '下岗'".encode("gb18030"))
        with pytest.raises(VectorError, match="not in UTF-8: byte 12"):
            read_vectors(file)

    @pytest.mark.parametrize("name", ["hardshp", ""])
    def test_unknown_measure(self, file: Path, name: str) -> None:
        """A measure that there is not is told as a name, with the nearest."""
        with pytest.raises(UnknownNameError, match="There is no measure"):
            read(file, CASE.replace("hardship", name))


def run(file: Path, old: str = "", new: str = "") -> dict[str, tuple[Any, Any]]:
    """Run the case, changed in one place, and give what differs."""
    (result,) = [vector.run() for vector in read(file, CASE.replace(old, new))]
    return result.failures


class TestRunning:
    """A case that is worked."""

    def test_right_case(self, file: Path) -> None:
        """What comes out as expected is no failure."""
        assert {} == run(file)

    @pytest.mark.parametrize(
        ("expect", "failures"),
        [
            ('{ value = "general" }', {"value": ("general", "older")}),
            ('{ valu = "older" }', {"valu": ("older", None)}),
            ('{ refused = ["employed"] }', {"refused": (["employed"], [])}),
            ('{ missing = ["sex"] }', {"missing": (["sex"], [])}),
            ("{ reaches_on = 2003-03-02 }", {"reaches_on": (date(2003, 3, 2), "2003-03-01")}),
            ('{ reaches_on = "2003-03-01" }', {"reaches_on": ("2003-03-01", "2003-03-01")}),
            ('{ region = "000000" }', {"region": ("000000", None)}),
            ('{ work = "older" }', {"work": ("older", None)}),
        ],
    )
    def test_wrong_case(self, file: Path, expect: str, failures: dict[str, Any]) -> None:
        """What differs is told with what was expected and what came out."""
        assert failures == run(file, '{ value = "older" }', expect)

    def test_other_answer_of_the_bureau(self, file: Path) -> None:
        """A key may be another answer that the bureau gives on the same facts."""
        assert {} == run(file, '{ value = "older" }', "{ reaches_on = 2003-03-01 }")

    def test_settings_are_rows_of_the_place(self, file: Path) -> None:
        """A value that a region would have set holds for that case only."""
        settings = 'settings = { "hardship.age_women" = 41 }\nexpect = { value = "general" }'
        assert {} == run(file, 'expect = { value = "older" }', settings)
        assert {} == run(file)

    @pytest.mark.parametrize(
        ("settings", "error"),
        [
            ('{ "hardship.age_woman" = 41 }', UnknownNameError),
            ('{ "certificate.ability" = false }', AmendmentError),
        ],
    )
    def test_settings_that_cannot_be(
        self, file: Path, settings: str, error: type[Exception]
    ) -> None:
        """A setting is checked as a plugin's row is."""
        with pytest.raises(error):
            run(file, "expect", f"settings = {settings}\nexpect")

    def test_facts_with_faults(self, file: Path) -> None:
        """A fact that does not exist, or of a wrong kind, is told; nothing is left out."""
        with pytest.raises(InvalidFactsError, match="wiling"):
            run(file, "willing", "wiling")

    def test_table_of_facts_is_flattened(self, file: Path) -> None:
        """Facts may stand in a table of their own."""
        assert {} == run(
            file, "able = true, willing = true", "health = { able = true, willing = true }"
        )


@frozen
class Pair:
    """A record to look into."""

    amount: Yuan
    kind: Group


PAIR: Final = Pair(Yuan("1.50"), Group.OLDER)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("1.50", Yuan("1.50")),
        (1, Yuan(1)),
        ("0.0549", Fraction(549, 10000)),
        ("58/100", Fraction(29, 50)),
        (0, Fraction(0)),
        ("older", Group.OLDER),
        (3, 3),
        (True, True),
        (date(2003, 7, 1), date(2003, 7, 1)),
        ([1, "2.00"], (1, Yuan(2))),
        ([], ()),
        ({"amount": "1.50"}, PAIR),
        ({"amount": "1.50", "kind": "older"}, PAIR),
        ({"older": 1}, {Group.OLDER: 1, Group.GENERAL: 2}),
        ([{"kind": "older"}], [PAIR]),
        (["general", "older"], frozenset(Group) & {Group.OLDER, Group.GENERAL}),
    ],
)
def test_same(wanted: Any, found: Any) -> None:
    """A file's spelling of the value is the value; of a table only the keys given count."""
    assert same(wanted, found)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("1.5 yuan", Yuan("1.50")),
        ("1.505", Yuan("1.50")),
        (1.5, Yuan("1.50")),
        (True, Yuan(1)),
        ("1/0", Fraction(1)),
        ("half", Fraction(1, 2)),
        (0.5, Fraction(1, 2)),
        ("OLDER", Group.OLDER),
        (1, True),
        (True, 1),
        ("1", 1),
        ([1], 1),
        ([1], (1, 2)),
        ([1, 2], (2, 1)),
        (["general"], frozenset({Group.OLDER, Group.GENERAL})),
        ({"amount": "1.51"}, PAIR),
        ({"sum": "1.50"}, PAIR),
        ({"older": 1}, {Group.GENERAL: 1}),
        ("older", None),
    ],
)
def test_not_the_same(wanted: Any, found: Any) -> None:
    """There is no tolerance, no guess and no change of kind."""
    assert not same(wanted, found)
