"""Rules written in the form of a file read back as the same rules."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest

from gansu_reemployment import Amendment, Instrument, Region, Standing, Yuan, load_host
from gansu_reemployment.errors import PluginError
from gansu_reemployment.law.deadlines import Deadline
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.persons.facts import EntitledGroup
from gansu_reemployment.measures.persons.hardship.rules import AgeDay
from gansu_reemployment.plugins import LocalRules, hookimpl
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.plugins.rules_file.contents import RulesFile
from gansu_reemployment.plugins.rules_file.read import file_sources, read_rules
from gansu_reemployment.plugins.rules_file.write import write_rules
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.regions import GANSU_ID, NATION_ID, Level

YINFA_2002_394: Final = find_instrument("银发[2002]394号")

DAY = date(2003, 7, 1)
SHANDONG = Region("370000", "山东省", "Shandong Province", Level.PROVINCE)
QINGDAO = Region("370200", "青岛市", "Qingdao City", Level.PREFECTURE, "370000")
OWN = Instrument('某"发"〔2003〕1号', "办法\n（试行）", ("青岛市",), date(2003, 6, 28), DAY)
CITE = OWN.at("第三条", Standing.REPORTED)
#: A value of each kind that a delegated rule may have.
VALUES: dict[str, Any] = {
    "hardship.age_men": 45,
    "hardship.age_day": AgeDay.FIXED,
    "hardship.age_fixed_day": date(2002, 12, 31),
    "post.kinds": frozenset(),
    "certificate.public_notice": False,
    "insurance.groups": frozenset({EntitledGroup.LAID_OFF_SOE, EntitledGroup.LIVING_ALLOWANCE}),
    "insurance.medical_rate": Fraction(6, 100),
    "loan.answer": Deadline(4, working=True),
    "loan.norm": Yuan("30000.50"),
    "post.ladder": (Yuan(1_000), Yuan(1_500)),
}


def host(*rows: Amendment) -> Host:
    """Load the rows as the plugin of a place outside Gansu."""

    class Plugin:
        @hookimpl
        def local_rules(self) -> LocalRules:
            return LocalRules(region="青岛市", amendments=rows, declares=(SHANDONG, QINGDAO))

    return load_host([Source("qingdao", "qingdao-rules", "1", Plugin)], strict=True)


def written(loaded: Host, name: str, folder: Path, *, layers: bool = False) -> Path:
    """Write the rules of a place into a file."""
    region = loaded.regions.find(name)
    book, chain = loaded.rulebook(region), loaded.regions.chain(region)
    path = folder / "rules.toml"
    path.write_text(write_rules(book, chain, layers=layers), encoding="utf-8")
    return path


def by_path(rules: RulesFile) -> list[Amendment]:
    """Give the rows in the order of their paths."""
    return sorted(rules.amendments, key=lambda row: (row.path, row.since))


@pytest.mark.parametrize("layers", [False, True])
def test_every_kind_of_value_reads_back(tmp_path: Path, layers: bool) -> None:  # noqa: FBT001
    """Days, numbers, ratios, amounts, choices, sets, tuples and deadlines keep their value."""
    rows = [Amendment(path, DAY, value, CITE, "370200") for path, value in VALUES.items()]
    read = read_rules(written(host(*rows), "青岛市", tmp_path, layers=layers))

    assert sorted(rows, key=lambda row: row.path) == by_path(read)
    assert (SHANDONG, QINGDAO) == read.declares
    assert "370200" == read.region


def test_days_and_documents_read_back(tmp_path: Path) -> None:
    """A row that ends, and a document that the library knows by its symbol, stay what they are."""
    known = YINFA_2002_394.at("第三条")
    rows = (
        Amendment("loan.norm", DAY, Yuan(30_000), known, "370200", date(2005, 12, 31)),
        Amendment("loan.norm", date(2007, 1, 1), Yuan(40_000), CITE, "370200"),
    )

    assert list(rows) == by_path(read_rules(written(host(*rows), "青岛市", tmp_path)))


def test_row_that_reaches_back_reads_back(tmp_path: Path) -> None:
    """A row from before its document says so in the file, and no other does."""
    early = Amendment("loan.norm", date(2003, 1, 1), Yuan(30_000), CITE, "370200", retroactive=True)
    rows = (early, Amendment("hardship.age_men", DAY, 45, CITE, "370200"))
    path = written(host(*rows), "青岛市", tmp_path)

    assert sorted(rows, key=lambda row: row.path) == by_path(read_rules(path))
    assert 1 == path.read_text(encoding="utf-8").count("retroactive = true")


def test_written_file_is_the_plugin(tmp_path: Path) -> None:
    """Loaded in the place of the plugin, the file gives the same rulebook."""
    rows = [Amendment(path, DAY, value, CITE, "370200") for path, value in VALUES.items()]
    first = host(*rows)
    again = load_host(file_sources([written(first, "青岛市", tmp_path)]), strict=True)
    digests = {loaded.rulebook(loaded.regions.find("青岛市")).digest for loaded in (first, again)}

    assert 1 == len(digests)


def test_rules_of_the_province_read_back(tmp_path: Path) -> None:
    """The library's own local rows have the same form."""
    loaded = load_host([])
    read = read_rules(written(loaded, "甘肃省", tmp_path))
    own = sorted(loaded.locals[GANSU_ID].amendments, key=lambda row: (row.path, row.since))

    assert own == by_path(read)


def test_rules_of_the_nation_are_written_with_their_sources(tmp_path: Path) -> None:
    """Every national row that is no series stands in the file, to be read and not to be loaded."""
    loaded = load_host([])
    book = loaded.rulebook(loaded.regions.find("全国"))
    paths = [rule.path for rule in book.rules() if not book.is_series(rule.path)]
    held = [(path, row) for path in paths for row in book.find(path).all_rows()]
    read = read_rules(written(loaded, "全国", tmp_path))

    assert NATION_ID == read.region
    assert [
        (path, row.since, row.until, row.cite.short, row.cite.standing) for path, row in held
    ] == [
        (row.path, row.since, row.until, row.cite.short, row.cite.standing)
        for row in read.amendments
    ]
    with pytest.raises(PluginError, match="rules of the nation are the library's"):
        load_host(file_sources([tmp_path]))


def test_layers_name_the_region_of_each_row(tmp_path: Path) -> None:
    """With the layers above, a row that is not the place's own says whose it is."""
    loaded = load_host([])
    text = written(loaded, "天水市", tmp_path, layers=True).read_text(encoding="utf-8")

    assert 'path = "post.ceiling"\nregion = "000000"\nsince = 2002-09-30' in text
    assert 'path = "post.ceiling"\nregion = "620000"\nsince = 2006-01-01' in text
    assert () == read_rules(tmp_path / "rules.toml").amendments


def test_place_without_rules_is_a_file_without_rows(tmp_path: Path) -> None:
    """The file of a place that has set nothing holds its name only."""
    path = written(load_host([]), "武威市", tmp_path)

    assert 'region = "武威市"\n' == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('level = "province"', 'level = "state"', "rules.toml:7 level: 'state' is none of"),
        ('code = "370000"', 'code = "620000"', "belongs to Gansu Province"),
        ('parent = "370000"', 'parent = "380000"', "is not a region of a higher level"),
        ('name = "山东省"\n', "", "rules.toml:3 name: a value is needed"),
    ],
)
def test_fault_of_a_declared_region_is_told(tmp_path: Path, old: str, new: str, fault: str) -> None:
    """A place outside Gansu is checked like one that a plugin declares."""
    path = written(host(), "青岛市", tmp_path)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(Exception, match="fault") as caught:
        read_rules(path)
    assert fault in str(caught.value)
