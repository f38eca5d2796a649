"""The rulebook: every rule by its path, amended for a place, and as it was known on a day."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any, Final

import pytest
from attrs import evolve, field, frozen

from gansu_reemployment.errors import (
    AmendmentError,
    DateError,
    HypothesisWarning,
    RulebookError,
    RuleNotInForceError,
    UnknownNameError,
)
from gansu_reemployment.law.documents import CONVENTION, HYPOTHESIS, Instrument, Standing
from gansu_reemployment.law.provisions import Amendment, Provision
from gansu_reemployment.law.rules import Rule, rule
from gansu_reemployment.measures.persons.facts import EntitledGroup
from gansu_reemployment.measures.persons.hardship.rules import AgeDay, HardshipRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Level, find_region, gansu
from gansu_reemployment.rulebook import Rulebook

DAY: Final = date(2003, 7, 1)
LOCAL: Final = Instrument("市政发〔2003〕1号", "", ("某市",), DAY, DAY).at("第二条")
REFORM: Final = Instrument("甘政发〔2006〕1号", "", ("某省",), DAY, DAY).at("第一条")
NATIONAL: Final = Rulebook.national()
AGE: Final = "hardship.age_men"


def amend(path: str, value: Any, since: date = DAY, **changes: Any) -> Amendment:
    """Write down a local row of 天水市."""
    return evolve(Amendment(path, since, value, LOCAL, "620500"), **changes)


@frozen
class SeriesRules:
    """A single rule of each kind, and a series by year."""

    rate: Rule[Fraction] = field(
        default=rule(
            "made.rate",
            "比例",
            "share",
            Provision(DAY, Fraction(1, 2), LOCAL),
            delegated_to=Level.COUNTY,
        )
    )
    wages: Mapping[int, Rule[Yuan]] = field(
        factory=lambda: {
            year: rule(f"made.{year}", "工资", "wage", Provision(DAY, Yuan(year), LOCAL))
            for year in (2003, 2004)
        }
    )


BOOK: Final = Rulebook(own={SeriesRules: ""})


class TestFinding:
    """Rules by their path."""

    def test_every_path_is_found(self) -> None:
        """Each rule of the book stands at its own path."""
        paths = [found.path for found in NATIONAL.rules()]
        assert paths == [NATIONAL.find(path).path for path in paths]
        assert len(set(paths)) == len(paths)

    def test_rules_by_their_class(self) -> None:
        """A measure gets its own table."""
        assert NATIONAL.of(HardshipRules).age_men is NATIONAL.find(AGE)

    @pytest.mark.parametrize("ask", ["find", "kind", "is_series"])
    def test_path_that_does_not_exist(self, ask: str) -> None:
        """The nearest paths are told."""
        with pytest.raises(UnknownNameError, match=r"Did you mean hardship\.age_women"):
            getattr(NATIONAL, ask)("hardship.age_woman")

    def test_series_by_key(self) -> None:
        """Each rule of a series has its path; the series itself has none."""
        assert Yuan(2004) == BOOK.find("made.2004").on(DAY).value
        assert (True, False) == (BOOK.is_series("made.2004"), BOOK.is_series("made.rate"))
        with pytest.raises(UnknownNameError):
            BOOK.find("made.wages")

    @pytest.mark.parametrize(
        ("path", "kind"),
        [
            (AGE, int),
            ("hardship.groups", frozenset[EntitledGroup]),
            ("hardship.age_fixed_day", date),
            ("made.rate", Fraction),
            ("made.2003", Rule[Yuan]),
        ],
    )
    def test_kind_as_declared(self, path: str, kind: Any) -> None:
        """The type of the values is that of the table."""
        assert kind == BOOK.kind(path)


class TestAmending:
    """Rows of a place laid over those of the nation."""

    def test_day_before_and_day_of(self) -> None:
        """The local value holds from its day on and says whose it is."""
        amended = NATIONAL.amended([amend(AGE, 45)]).find(AGE)
        before = amended.on(DAY - timedelta(days=1))
        assert (50, None) == (before.value, before.region)
        assert (45, "620500") == (amended.on(DAY).value, amended.on(DAY).region)

    def test_book_itself_stays(self) -> None:
        """Amending gives another book."""
        assert NATIONAL.amended([amend(AGE, 45)]) != NATIONAL
        assert 50 == NATIONAL.find(AGE).on(DAY).value

    def test_nothing_to_amend(self) -> None:
        """Without local rows the book says the same."""
        assert NATIONAL.digest == NATIONAL.amended([]).digest

    def test_several_rows_in_any_order(self) -> None:
        """Rows of one rule are sorted by their day."""
        later = date(2005, 1, 1)
        book = NATIONAL.amended([amend(AGE, 48, later), amend(AGE, 45)])
        assert (45, 48) == (book.find(AGE).on(DAY).value, book.find(AGE).on(later).value)

    def test_layers(self) -> None:
        """The most local row is in force; where it ends, the one above is again."""
        end = date(2003, 12, 31)
        rows = [amend(AGE, 43, until=end, region="620502"), amend(AGE, 45)]
        found = NATIONAL.amended(rows).find(AGE)
        assert (43, 45) == (found.on(end).value, found.on(end + timedelta(days=1)).value)

    def test_row_of_a_higher_level_stays_below(self) -> None:
        """A row of the province does not override that of the prefecture, whenever it is added."""
        later = date(2004, 1, 1)
        book = NATIONAL.amended([amend(AGE, 45)]).amended([amend(AGE, 47, later, region="620000")])
        assert [45, 45] == [book.find(AGE).on(day).value for day in (DAY, later)]

    @pytest.mark.parametrize("region", ["兰州市", "620100", "秦城区", "全国"])
    def test_row_of_another_place(self, region: str) -> None:
        """A place takes its own rows and those above it, by any of their names; no others."""
        book = NATIONAL.at(gansu().chain(find_region("天水市")))
        for own in ("天水市", "620500", "甘肃省", ""):
            assert 45 == book.amended([amend(AGE, 45, region=own)]).find(AGE).on(DAY).value
        with pytest.raises(AmendmentError, match=r"a row of|rules of the nation"):
            book.amended([amend(AGE, 45, region=region)])

    def test_rows_of_two_places(self) -> None:
        """The rulebook of the nation becomes that of one place."""
        rows = [amend(AGE, 45), amend(AGE, 46, region="620100")]
        with pytest.raises(AmendmentError, match="among the rules of"):
            NATIONAL.amended(rows)
        assert "天水市" == NATIONAL.amended(rows[:1]).places[-1].name

    @pytest.mark.parametrize(
        ("changes", "error", "message"),
        [
            ({"region": "火星"}, UnknownNameError, "no region 火星"),
            (
                {"region": None},
                AmendmentError,
                "region is 'None', not a text",
            ),
            ({"cite": LOCAL.instrument}, AmendmentError, "cite an article of the document"),
            ({"cite": "天政发1号"}, AmendmentError, "cite is '天政发1号', not a citation"),
            ({"since": "2003-07-01"}, AmendmentError, "since is '2003-07-01', not a date"),
            ({"since": date(2003, 6, 30)}, AmendmentError, "was issued on 2003-07-01"),
            ({"cite": HYPOTHESIS}, AmendmentError, "a hypothesis is not a local rule"),
        ],
    )
    def test_what_a_plugin_may_not_bring(
        self, changes: dict[str, Any], error: type[Exception], message: str
    ) -> None:
        """The checks are those of a plugin's rows: place, document, days."""
        with pytest.raises(error, match=message):
            NATIONAL.amended([amend(AGE, 45, **changes)])

    @pytest.mark.parametrize(
        ("value", "region", "message"),
        [
            (Yuan(4000), "620500", "is delegated to the level province"),
            (Yuan(4800), "620502", "is delegated to the level province"),
            (Yuan(5000), "620000", "is outside the limits set by law"),
            (Yuan("3199.99"), "620000", "is outside the limits set by law"),
        ],
    )
    def test_level_and_limits(self, value: Yuan, region: str, message: str) -> None:
        """The province may move the standard of 2006 by a fifth; nobody below it may."""
        row = amend("ordered_relief.standard", value, date(2006, 1, 1), region=region)
        reaching_back = evolve(row, cite=REFORM, retroactive=True)
        with pytest.raises(AmendmentError, match=message):
            NATIONAL.amended([reaching_back])

    @pytest.mark.parametrize(
        ("path", "value", "message"),
        [
            ("certificate.ability", False, "not delegated"),
            (AGE, "45", ": '45' is not a whole number"),
            (AGE, True, "is not a whole number"),
            (AGE, Yuan(45), "is not a whole number"),
            ("hardship.age_day", "year_end", "is not AgeDay"),
            ("hardship.age_day", 38, ": 38 is not AgeDay"),
            ("hardship.age_fixed_day", 2003, "is not a date"),
            ("hardship.age_fixed_day", datetime(2003, 1, 1), "is not a date"),  # noqa: DTZ001
            ("hardship.groups", {EntitledGroup.NONE}, r"is not frozenset\[EntitledGroup\]"),
            ("hardship.groups", frozenset({"none"}), r"is not frozenset\[EntitledGroup\]"),
            ("made.rate", 1, "is not an exact ratio"),
            ("made.2003", Yuan(1), "a series"),
        ],
    )
    def test_what_is_refused(self, path: str, value: Any, message: str) -> None:
        """A rule that is not delegated, a value of another type, and a series."""
        with pytest.raises(AmendmentError, match=message):
            BOOK.amended([amend(path, value)])

    def test_two_rows_of_one_day(self) -> None:
        """A place has one value on a day."""
        with pytest.raises(RulebookError, match="overlap or are out of order"):
            NATIONAL.amended([amend(AGE, 45), amend(AGE, 46)])

    def test_unknown_path(self) -> None:
        """A misspelt path is told with the nearest."""
        with pytest.raises(UnknownNameError, match=r"hardship\.age_men"):
            NATIONAL.amended([amend("hardship.age_man", 45)])


class TestSupposing:
    """Hypothetical values, national rules included."""

    def test_national_rule_from_its_day_on(self) -> None:
        """A rule that no region may set can be supposed; the day before the law holds."""
        path = "tax_relief.threshold"
        tried = NATIONAL.supposing({path: Fraction(25, 100)}, since=date(2004, 1, 1))
        found = [tried.find(path).on(day) for day in (date(2003, 12, 31), date(2004, 1, 1))]
        assert [Fraction(30, 100), Fraction(25, 100)] == [row.value for row in found]
        assert HYPOTHESIS == found[1].cite
        assert ((), [("tax_relief.threshold", Fraction(25, 100))]) == (
            NATIONAL.supposed,
            [(one.rule.path, one.value) for one in tried.supposed],
        )
        assert NATIONAL.digest != tried.digest

    def test_hypothesis_overrides_local_rows(self) -> None:
        """The value is tried everywhere, whatever a place has set before or sets later."""
        tried = NATIONAL.amended([amend(AGE, 45)]).supposing({AGE: 43}, since=DAY)
        assert 43 == tried.find(AGE).on(DAY).value
        assert 43 == tried.amended([amend(AGE, 46, region="620000")]).find(AGE).on(DAY).value
        again = tried.supposing({AGE: 42}, since=date(2005, 1, 1))
        assert [43, 42] == [again.find(AGE).on(date(y, 1, 1)).value for y in (2004, 2005)]

    def test_series(self) -> None:
        """A value of a series can be supposed, though no region may amend it."""
        path = "insurance.average_wage.620100"
        tried = NATIONAL.supposing({path: Yuan(9000)}, since=DAY)
        assert Yuan(9000) == tried.find(path).on(DAY).value

    def test_known_from_the_beginning(self) -> None:
        """A hypothesis is tried over the law of any day of knowledge."""
        tried = NATIONAL.supposing({AGE: 43}, since=DAY).as_known(date(2003, 1, 1))
        assert 43 == tried.find(AGE).on(DAY).value
        assert (
            43
            == NATIONAL.as_known(date(2003, 1, 1))
            .supposing({AGE: 43}, since=DAY)
            .find(AGE)
            .on(DAY)
            .value
        )

    def test_limits_are_reported(self) -> None:
        """A value outside the limits of the law is tried, and a warning names them."""
        path, since = "ordered_relief.standard", date(2006, 1, 1)
        with pytest.warns(HypothesisWarning, match="outside the limits set by law") as caught:
            tried = NATIONAL.supposing({path: Yuan(5000)}, since=since)
        assert "不高于4,800.00元" in caught[0].message.say("zh_CN")  # type: ignore[union-attr]
        assert Yuan(5000) == tried.find(path).on(since).value

    @pytest.mark.parametrize(
        ("path", "value", "since", "error", "message"),
        [
            ("hardship.age_man", 45, DAY, UnknownNameError, "hardship.age_men"),
            (AGE, "45", DAY, AmendmentError, "is not a whole number"),
            ("certificate.ability", False, DAY, AmendmentError, r"none \(a reading\)"),
            (AGE, 45, "2003-07-01", DateError, "2003-07-01"),
            (AGE, 45, date(2011, 1, 1), AmendmentError, "the table ends on 2010-12-31"),
        ],
    )
    def test_what_cannot_be_supposed(
        self, path: str, value: Any, since: Any, error: type[Exception], message: str
    ) -> None:
        """A path, a type or a day that cannot be is refused, as for a local row."""
        with pytest.raises(error, match=message):
            NATIONAL.supposing({path: value}, since=since)


class TestAsKnown:
    """What could be known on a day."""

    def test_later_documents_are_left_out(self) -> None:
        """The rows of 2005 are not there in 2004."""
        asked = date(2006, 1, 1)
        now, then = NATIONAL.find("hardship.groups"), NATIONAL.as_known(date(2004, 1, 1))
        groups = then.find("hardship.groups").on(asked).value
        assert EntitledGroup.LAID_OFF_COLLECTIVE in now.on(asked).value
        assert EntitledGroup.LAID_OFF_COLLECTIVE not in groups
        assert date(2004, 1, 1) == then.known_on

    def test_local_rows_too(self) -> None:
        """A local row is known from the day of its document."""
        book = NATIONAL.amended([amend(AGE, 45, date(2003, 1, 1), retroactive=True)])
        day = date(2003, 2, 1)
        assert 50 == book.as_known(DAY - timedelta(days=1)).find(AGE).on(day).value
        assert 45 == book.as_known(DAY).find(AGE).on(day).value

    def test_series_too(self) -> None:
        """The rules of a series are thinned out as the others are."""
        before = BOOK.as_known(DAY - timedelta(days=1))
        with pytest.raises(RuleNotInForceError):
            before.find("made.2003").on(DAY)
        assert Yuan(2003) == BOOK.as_known(DAY).find("made.2003").on(DAY).value

    def test_before_everything(self) -> None:
        """Before the first document only the conventions of the library are known."""
        rules = NATIONAL.as_known(date(1900, 1, 1)).rules()
        assert {CONVENTION} == {row.cite for found in rules for row in found.all_rows()}


class TestDigest:
    """The name of a rulebook in an outcome."""

    def test_same_rows_same_digest(self) -> None:
        """It is of the rows, not of the object, and short enough to be read out."""
        again = Rulebook()
        assert NATIONAL.digest == again.digest
        assert 16 == len(NATIONAL.digest)
        assert int(NATIONAL.digest, 16)

    @pytest.mark.parametrize(
        "row",
        [
            amend(AGE, 45),
            amend(AGE, 46),
            amend(AGE, 45, date(2003, 7, 2)),
            amend(AGE, 45, until=date(2004, 1, 1)),
            amend(AGE, 45, region="620600"),
            amend(AGE, 45, cite=LOCAL.instrument.at("第三条")),
            amend(AGE, 45, cite=LOCAL.instrument.at("第二条", Standing.ASSUMED)),
            amend("hardship.age_women", 45),
            amend("hardship.age_day", AgeDay.YEAR_END),
        ],
    )
    def test_every_change_shows(self, row: Amendment) -> None:
        """Value, days, place, source and how well it is known all count."""
        others = {NATIONAL.digest, NATIONAL.amended([amend(AGE, 44)]).digest}
        assert NATIONAL.amended([row]).digest not in others


def test_rules_are_searched_by_words() -> None:
    """By all words in the names of a rule or of its measure, or by some in its own names."""
    book = Rulebook.national()
    assert "loan.norm" in [rule.path for rule in book.search("个人 贷款额度")]
    assert "hardship.age_day" in [rule.path for rule in book.search("4050")]
    assert "hardship.age_day" not in [rule.path for rule in book.search_some("4050")]
    assert "loan.norm" in [rule.path for rule in book.search_some("loan ceiling")]
