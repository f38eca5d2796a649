"""The rulebook: every rule by its path, amended for a place, and as it was known on a day."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any, Final

import pytest
from attrs import evolve, field, frozen

from gansu_reemployment.errors import (
    AmendmentError,
    RulebookError,
    RuleNotInForceError,
    UnknownNameError,
)
from gansu_reemployment.law.documents import CONVENTION, Instrument, Standing
from gansu_reemployment.law.provisions import Amendment, Provision
from gansu_reemployment.law.rules import Rule, rule
from gansu_reemployment.measures.persons.facts import EntitledGroup
from gansu_reemployment.measures.persons.hardship.rules import AgeDay, HardshipRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Level
from gansu_reemployment.rulebook import Rulebook

DAY: Final = date(2003, 7, 1)
LOCAL: Final = Instrument("市政发〔2003〕1号", "", ("某市",), DAY, DAY).at("第二条")
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
        """The last layer is the most local; where its row ends, the one above holds again."""
        end = date(2003, 12, 31)
        prefecture = NATIONAL.amended([amend(AGE, 45)])
        county = prefecture.amended([amend(AGE, 43, until=end, region="620502")])
        found = county.find(AGE)
        assert (43, 45) == (found.on(end).value, found.on(end + timedelta(days=1)).value)

    @pytest.mark.parametrize(
        ("path", "value", "message"),
        [
            ("certificate.ability", False, "not delegated"),
            (AGE, "45", "is not a whole number"),
            (AGE, True, "is not a whole number"),
            (AGE, Yuan(45), "is not a whole number"),
            ("hardship.age_day", "year_end", "is not AgeDay"),
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
        book = NATIONAL.amended([amend(AGE, 45, date(2003, 1, 1))])
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
