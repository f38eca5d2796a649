"""A bureau: one place with its rules, and every measure by its name."""

import subprocess
import sys
from datetime import date, datetime
from fractions import Fraction
from typing import Any, Final

import pytest
from attrs import evolve
from known_facts import WORKER

from gansu_reemployment import (
    Amendment,
    Bureau,
    Case,
    Group,
    Instrument,
    Provision,
    Rule,
    Rulebook,
    Sex,
    __version__,
    load_host,
)
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.errors import DateError, InvalidFactsError, PluginWarning, UnknownNameError
from gansu_reemployment.law.tables import rule_table, stated
from gansu_reemployment.measures.persons.hardship.classification import hardship
from gansu_reemployment.plugins import LocalCondition, LocalRules, Reason, hookimpl
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.working.formula import formula
from gansu_reemployment.working.protocol import Working

DAY: Final = date(2003, 7, 1)
CITE: Final = Instrument("武政发〔2003〕1号", "", ("武威市",), DAY, DAY).at("第二条")
MAN: Final = evolve(WORKER, sex=Sex.MALE, born_on=date(1957, 1, 1))


class Wuwei:
    """A plugin: 45 years for men, and the certificate checked."""

    @hookimpl
    def local_rules(self) -> LocalRules:
        """Give one row."""
        row = Amendment("hardship.age_men", DAY, 45, CITE, "")
        conditions = tuple(
            LocalCondition(name, checked) for name in ("hardship", "certificate_papers")
        )
        return LocalRules(region="武威市", amendments=(row,), conditions=conditions)


@rule_table("test_bureau", checked=DAY)
class CheckRules:
    """The annual check of a place."""

    checked: Rule[bool] = stated("年检", "annual check", Provision(DAY, True, CITE))


@formula
def checked(w: Working, facts: Any, rules: CheckRules) -> None:
    """Ask for the annual check."""
    w.require(rules.checked, facts.checked, Reason("unchecked", "Not checked."))


@pytest.fixture(name="host", scope="module")
def _host() -> Host:
    plugin = Wuwei()
    return load_host([Source("wuwei", "dist-wuwei", "3", lambda: plugin)], strict=True)


class TestOpening:
    """A bureau by the name of its place."""

    @pytest.mark.parametrize("name", ["天水市", "天水", "620500", "Tianshui City"])
    def test_any_name(self, name: str) -> None:
        """Every name and code of a place opens its bureau."""
        assert "天水市" == Bureau.of(name).region.name

    def test_province_by_default(self) -> None:
        """Without a name it is the province."""
        assert "甘肃省" == Bureau.of().region.name

    def test_unknown_place(self, host: Host) -> None:
        """The nearest names are told."""
        with pytest.raises(UnknownNameError, match="天水市"):
            Bureau.of("天水县市", host=host)

    def test_installed_plugins_are_loaded_once(self) -> None:
        """Two bureaus share what is installed."""
        assert Bureau.of("天水市").host is Bureau.of("武威市").host


class TestWorking:
    """Measures by name."""

    def test_by_name_and_by_method(self, host: Host) -> None:
        """A measure gives the same outcome whether it is called or named."""
        bureau = Bureau.of(host=host)
        named, called = bureau.work("hardship", MAN, on=DAY), bureau.hardship(MAN, on=DAY)
        assert Group.GENERAL is named.value
        assert called.as_json() == named.as_json()

    def test_unknown_measure(self, host: Host) -> None:
        """A misspelt measure is told with the nearest."""
        with pytest.raises(UnknownNameError, match="Did you mean hardship"):
            Bureau.of(host=host).work("hardshp", MAN, on=DAY)

    @pytest.mark.parametrize("on", ["2003-07-01", 20030701, None, datetime(2003, 7, 1)])  # noqa: DTZ001
    @pytest.mark.parametrize("method", ["hardship", "reaches_on", "certificate_papers"])
    def test_day_that_is_none(self, method: str, on: Any, host: Host) -> None:
        """What is no plain date is told before anything is worked."""
        with pytest.raises(DateError, match="A plain date is needed"):
            getattr(Bureau.of(host=host), method)(MAN, on=on)

    def test_day_of_a_class_below_date(self, host: Host) -> None:
        """A date of a class of one's own is a date."""

        class Day(date):
            """A date."""

        assert Group.GENERAL is Bureau.of(host=host).hardship(MAN, on=Day(2003, 7, 1)).value

    def test_a_method_for_each_measure(self) -> None:
        """Every measure of the list is a method of a bureau."""
        bureau = Bureau.of("天水市")
        assert [] == [n for n in MEASURES if getattr(bureau, n).measure is not MEASURES[n]]

    def test_local_rows_and_conditions(self, host: Host) -> None:
        """The place's row decides, and its condition asks."""
        outcome = Bureau.of("武威市", host=host).hardship(MAN, on=DAY)
        assert (("checked",), "620600") == (outcome.missing, outcome.basis.region)
        assert Group.GENERAL is Bureau.of("天水市", host=host).hardship(MAN, on=DAY).value

    def test_condition_of_a_county_is_that_of_its_prefecture(self, host: Host) -> None:
        """What holds in a prefecture holds in its counties."""
        bureau = Bureau.of("凉州区", host=host)
        assert 45 == bureau.rulebook.find("hardship.age_men").on(DAY).value
        assert ("checked",) == bureau.hardship(MAN, on=DAY).missing

    def test_condition_on_a_measure_of_cases_only(self, host: Host) -> None:
        """A local condition sees the facts also where a measure takes them as they are."""
        outcome = Bureau.of("武威市", host=host).work("certificate_papers", MAN, on=DAY)
        assert ("checked",) == outcome.missing

    def test_provenance(self) -> None:
        """An outcome names library, rulebook and plugins, each once; faulty ones not."""
        bad = Source("bad", "dist-bad", "1", lambda: 1 / 0)
        plugin = Wuwei()
        with pytest.warns(PluginWarning, match="dist-bad 1 was skipped: ZeroDivisionError"):
            both = load_host([Source("wuwei", "dist-wuwei", "3", lambda: plugin), bad])
        bureau = Bureau.of("武威市", host=both)
        told = bureau.hardship(MAN, on=DAY).as_json()["provenance"]
        assert {
            "library": __version__,
            "rulebook": bureau.rulebook.digest,
            "plugins": [f"gansu-reemployment {__version__}", "dist-wuwei 3"],
        } == told

    def test_basis_is_made_once(self, host: Host) -> None:
        """A million cases share what they rest on."""
        bureau = Bureau.of("武威市", host=host)
        assert bureau.basis(hardship) is bureau.basis(hardship)
        assert ["全国", "甘肃省", "武威市"] == [p.name for p in bureau.basis(hardship).places]


class TestOtherLaw:
    """The same place under another rulebook."""

    def test_as_known(self, host: Host) -> None:
        """What was issued later is left out, and the bureau is made once for a day."""
        bureau = Bureau.of("武威市", host=host)
        before = bureau.as_known(date(2003, 6, 30))
        assert 50 == before.rulebook.find("hardship.age_men").on(DAY).value
        assert before is bureau.as_known(date(2003, 6, 30))
        assert bureau.rulebook.digest != before.rulebook.digest

    def test_another_rulebook(self, host: Host) -> None:
        """A reform is tried without changing the bureau, and its digest is told."""
        bureau = Bureau.of("天水市", host=host)
        row = Amendment("hardship.age_men", DAY, 46, CITE, bureau.region.id)
        tried = bureau.with_rules(bureau.rulebook.amended([row]))
        assert Group.OLDER is tried.hardship(MAN, on=DAY).value
        assert Group.GENERAL is bureau.hardship(MAN, on=DAY).value
        told = tried.hardship(MAN, on=DAY).basis.provenance
        assert told is not None
        assert tried.rulebook.digest == told.rulebook

    def test_rulebook_of_a_place_is_resolved_once(self, host: Host) -> None:
        """Two bureaus of a place share its rulebook; the nation's is that of all."""
        assert Bureau.of("武威", host=host).rulebook is Bureau.of("武威市", host=host).rulebook
        assert Rulebook.national() is Bureau.of("全国", host=host).rulebook


def test_without_the_extra() -> None:
    """Without dataframes cases are worked all the same, and columns say what to install."""
    code = """
import sys
sys.modules["narwhals"] = None
from gansu_reemployment import Bureau
from gansu_reemployment.errors import MissingExtraError
try:
    Bureau.of("天水市").columns
except MissingExtraError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    told = "narwhals is not installed: pip install 'gansu-reemployment[columns]'"
    assert told == done.stdout.strip()


class TestHypothesis:
    """A bureau under hypothetical values of rules."""

    def test_marked_everywhere(self) -> None:
        """Explanation and JSON say so in both languages; without a hypothesis nothing is said."""
        bureau = Bureau.of("天水市")
        outcome = bureau.supposing({"hardship.age_men": 46}, since=DAY).hardship(MAN, on=DAY)
        assert Group.OLDER is outcome.unwrap()
        assert "Hypothetical, not the law in force: age of men" in outcome.explain("en")
        assert "假设，非现行规定：男性年龄（周岁以上）：自2003年7月1日起为46" in outcome.explain()
        supposed = {"rule": "hardship.age_men", "since": "2003-07-01", "value": 46}
        assert [supposed] == outcome.as_json()["supposed"]
        told = bureau.hardship(MAN, on=DAY)
        assert ([], False) == (told.as_json()["supposed"], "假设" in told.explain())
        assert told.unwrap() is not outcome.unwrap()

    def test_marked_though_the_rule_is_not_used(self) -> None:
        """Every outcome of such a bureau is hypothetical."""
        tried = Bureau.of("天水市").supposing({"tax_relief.threshold": Fraction(1, 4)}, since=DAY)
        assert 1 == len(tried.hardship(MAN, on=DAY).supposed)

    def test_no_ledger_takes_it(self) -> None:
        """A hypothetical outcome is no case, and its JSON is none either."""
        tried = Bureau.of("天水市").supposing({"hardship.age_men": 46}, since=DAY)
        outcome, bureau = tried.hardship(MAN, on=DAY), Bureau.of("天水市")
        with pytest.raises(InvalidFactsError, match=r"outcome\.supposed: an outcome under"):
            Case.of(outcome, MAN, recorded_on=DAY)
        entered = Case.of(bureau.hardship(MAN, on=DAY), MAN, recorded_on=DAY)
        with pytest.raises(InvalidFactsError, match=r"outcome\.supposed: an outcome under"):
            evolve(entered, outcome=outcome.as_json())
