"""Dated rules, their local layers, and what could be known when."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.errors import AmendmentError, RulebookError, RuleNotInForceError
from gansu_reemployment.law.documents import Citation, Instrument, Standing
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import Amendment, Bound, Provision, origin
from gansu_reemployment.law.rules import Rule, Used, rule
from gansu_reemployment.regions import Level

DAY = timedelta(days=1)
FIRST = date(2003, 1, 1)
LAST = date(2003, 12, 31)


def cite(issued: date | None = None, symbol: str = "财税[2003]192号") -> Citation:
    """Cite a document issued on that day."""
    return Instrument(symbol, "", (), issued, None).at("第二条")


def row(
    since: date, value: Any = 1, until: date | None = None, issued: date | None = None
) -> Provision[Any]:
    """Write down one row."""
    return Provision(since, value, cite(issued), until)


def table(*rows: Provision[Any], **options: Any) -> Rule[Any]:
    """Write down one rule."""
    options.setdefault("delegated_to", Level.COUNTY)
    return rule("loan.ceiling", "贷款额度", "loan ceiling", *rows, **options)


class TestNationalRows:
    """Rows of the nation alone."""

    def test_row_holds_from_its_day(self) -> None:
        """A row is not in force the day before and is on the day."""
        ceiling = table(row(FIRST, 7))
        assert (False, True) == (ceiling.knows(FIRST - DAY), ceiling.knows(FIRST))
        assert 7 == ceiling.on(FIRST).value

    def test_new_row_takes_over_on_its_day(self) -> None:
        """The old value holds to the day before the new one."""
        ceiling = table(row(FIRST, 2), row(LAST, 5))
        assert (2, 5) == (ceiling.on(LAST - DAY).value, ceiling.on(LAST).value)

    def test_ended_row_holds_on_its_last_day_only(self) -> None:
        """The day of the end is included, the next is not."""
        ceiling = table(row(FIRST, 2, until=LAST))
        assert (True, False) == (ceiling.knows(LAST), ceiling.knows(LAST + DAY))

    def test_ended_row_does_not_uncover_the_one_before(self) -> None:
        """After the end of the last row nothing holds, not the older row again."""
        middle = date(2003, 6, 1)
        ceiling = table(row(FIRST, 2), row(middle, 5, until=LAST))
        assert 5 == ceiling.on(LAST).value
        with pytest.raises(RuleNotInForceError):
            ceiling.on(LAST + DAY)

    def test_last_day_covered_is_answered_and_the_next_refused(self) -> None:
        """A table speaks for no day after the one it was made for."""
        ceiling = table(row(FIRST), covered_until=LAST)
        assert 1 == ceiling.on(LAST).value
        with pytest.raises(RuleNotInForceError):
            ceiling.on(LAST + DAY)

    def test_rule_without_rows_knows_nothing(self) -> None:
        """A value that nobody has found is absent."""
        assert not table().knows(FIRST)
        assert [] == list(table().segments())

    def test_row_after_the_end_of_the_table_is_never_in_force(self) -> None:
        """A row of a later day changes nothing within the table."""
        ceiling = table(row(FIRST, 2), row(LAST + DAY, 5), covered_until=LAST)
        assert [(FIRST, LAST, 2)] == [(a, b, r.value) for a, b, r in ceiling.segments()]

    def test_reading_gives_the_row_with_its_rule(self) -> None:
        """What was read knows the rule, the row, and a key of both."""
        ceiling = table(row(FIRST))
        used = ceiling.read(FIRST)
        assert (ceiling, ceiling.on(FIRST)) == (used.rule, used.provision)
        assert "loan.ceiling@2003-01-01" == used.key

    def test_key_of_a_local_row_names_its_region(self) -> None:
        """Rows of one day in two layers have different keys."""
        local = Amendment("loan.ceiling", FIRST, 3, cite(), "620100").provision()
        assert "loan.ceiling@2003-01-01@620100" == Used(table(), local).key


class TestTablesThatAreRefused:
    """Rows that cannot stand side by side."""

    @pytest.mark.parametrize("days", [(LAST, FIRST), (FIRST, FIRST)])
    def test_rows_stand_in_order_and_apart(self, days: tuple[date, date]) -> None:
        """Rows out of order or of one day are refused."""
        with pytest.raises(RulebookError, match="overlap or are out of order"):
            table(*(row(day) for day in days))

    def test_row_that_ends_on_the_first_day_of_the_next_overlaps(self) -> None:
        """Both ends are included, so one common day is too many."""
        with pytest.raises(RulebookError, match="overlap"):
            table(row(FIRST, until=LAST), row(LAST))

    def test_row_that_ends_the_day_before_the_next_fits(self) -> None:
        """Rows may meet without a common day and without a gap."""
        assert 2 == len(table(row(FIRST, until=LAST - DAY), row(LAST)).provisions)

    def test_gap_of_one_day_is_refused_and_named(self) -> None:
        """A day that no row covers is an oversight."""
        with pytest.raises(RulebookError, match="from 2003-12-30 to 2003-12-30"):
            table(row(FIRST, until=LAST - 2 * DAY), row(LAST))

    def test_row_that_ends_before_it_begins_is_refused(self) -> None:
        """The last day is no earlier than the first."""
        with pytest.raises(RulebookError, match="the row of 2003-01-01 ends before it begins"):
            table(row(FIRST, until=FIRST - DAY), row(LAST))

    def test_row_of_a_single_day_is_allowed(self) -> None:
        """The last day may be the first."""
        assert table(row(FIRST, until=FIRST)).knows(FIRST)


class TestLocalLayers:
    """Rows of a province, a prefecture and a county over those of the nation."""

    def test_most_local_row_wins(self) -> None:
        """A later layer goes before an earlier one."""
        ceiling = table(row(FIRST, 1)).amended([row(FIRST, 2)]).amended([row(FIRST, 3)])
        assert 3 == ceiling.on(FIRST).value

    def test_local_row_holds_from_its_own_day(self) -> None:
        """Until the local row begins the national one holds."""
        ceiling = table(row(FIRST, 1)).amended([row(LAST, 2)])
        assert (1, 2) == (ceiling.on(LAST - DAY).value, ceiling.on(LAST).value)

    def test_ended_local_row_uncovers_the_national_row_of_that_day(self) -> None:
        """After a local row the nation's newest row holds, not the one it had covered."""
        middle = date(2003, 6, 1)
        ceiling = table(row(FIRST, 1), row(middle, 2)).amended([row(FIRST, 9, until=LAST)])
        assert (9, 9, 2) == tuple(ceiling.on(d).value for d in (FIRST, LAST, LAST + DAY))

    def test_ended_prefecture_row_uncovers_the_province(self) -> None:
        """Each layer lies on the one below it."""
        ceiling = table(row(FIRST, 1)).amended([row(FIRST, 2)])
        assert 2 == ceiling.amended([row(FIRST, 3, until=LAST)]).on(LAST + DAY).value

    def test_newer_national_row_does_not_displace_a_local_one(self) -> None:
        """A local row goes on until it ends, whatever the nation changes."""
        ceiling = table(row(FIRST, 1), row(LAST, 2)).amended([row(FIRST, 9)])
        assert 9 == ceiling.on(LAST).value

    def test_local_row_may_answer_where_the_nation_is_silent(self) -> None:
        """A rule without a national value can have a local one."""
        assert 4 == table().amended([row(FIRST, 4)]).on(FIRST).value

    def test_rows_of_a_layer_are_sorted(self) -> None:
        """A plugin may give its rows in any order."""
        ceiling = table().amended([row(LAST, 2), row(FIRST, 1)])
        assert [FIRST, LAST] == [r.since for r in ceiling.local[0]]

    def test_amending_leaves_the_rule_as_it_was(self) -> None:
        """A rule is a value; the amended one is another."""
        ceiling = table(row(FIRST, 1))
        ceiling.amended([row(FIRST, 2)])
        assert 1 == ceiling.on(FIRST).value

    def test_all_rows_are_given_layer_by_layer(self) -> None:
        """National rows first, then each layer."""
        ceiling = table(row(FIRST, 1)).amended([row(FIRST, 2)])
        assert [1, 2] == [r.value for r in ceiling.all_rows()]

    def test_rule_that_is_not_delegated_is_not_amended(self) -> None:
        """Only what the law leaves to the regions can be set by them."""
        with pytest.raises(AmendmentError, match=r"loan.ceiling \(loan ceiling\) is not delegated"):
            table(row(FIRST), delegated_to=None).amended([row(FIRST)])

    def test_local_rows_do_not_overlap(self) -> None:
        """A layer has one row for a day."""
        with pytest.raises(RulebookError, match="overlap"):
            table(row(FIRST)).amended([row(FIRST), row(FIRST)])

    def test_gap_between_local_rows_uncovers_the_nation(self) -> None:
        """A region may suspend its value; the national one holds meanwhile."""
        ceiling = table(row(FIRST, 1)).amended([row(FIRST, 2, until=FIRST), row(LAST, 3)])
        between = FIRST + timedelta(days=1)
        assert [2, 1, 3] == [ceiling.on(day).value for day in (FIRST, between, LAST)]

    @pytest.mark.parametrize("value", ["5", None, True])
    def test_value_of_another_type_lies_outside(self, value: object) -> None:
        """A limit on numbers refuses what is no number, as a clear error."""
        bounded = table(row(FIRST, 1), bounds=(Bound(FIRST, cite(), most=5),))
        with pytest.raises(AmendmentError, match="outside"):
            bounded.amended([row(FIRST, value)])


class TestBounds:
    """The limits that the law sets to local values."""

    @pytest.mark.parametrize(("value", "allowed"), [(2, False), (3, True), (5, True), (6, False)])
    def test_ends_are_allowed(self, value: int, *, allowed: bool) -> None:
        """A value at a limit is lawful, one beyond it is not."""
        assert allowed == Bound(FIRST, cite(), least=3, most=5).allows(value)

    @pytest.mark.parametrize("value", [0, 100])
    def test_side_that_is_left_open_allows_anything(self, value: int) -> None:
        """A limit that the law does not set does not bind."""
        assert Bound(FIRST, cite()).allows(value)

    @pytest.mark.parametrize("value", [3, 5])
    def test_local_value_at_a_bound_is_taken(self, value: int) -> None:
        """A region may go to the limit."""
        ceiling = table(bounds=(Bound(FIRST, cite(), least=3, most=5),))
        assert value == ceiling.amended([row(FIRST, value)]).on(FIRST).value

    @pytest.mark.parametrize("value", [2, 6])
    def test_local_value_beyond_a_bound_is_refused_with_the_limits(self, value: int) -> None:
        """The refusal names the value, both limits and the document that sets them."""
        ceiling = table(bounds=(Bound(FIRST, cite(), least=3, most=5),))
        with pytest.raises(AmendmentError) as caught:
            ceiling.amended([row(FIRST, value)])
        expected = (
            f"loan.ceiling (loan ceiling): {value} is outside the limits set by law, "
            "at least 3, at most 5: 财税[2003]192号第二条."
        )
        assert expected == str(caught.value)

    def test_bound_does_not_bind_before_its_day(self) -> None:
        """A row that ends the day before the bound begins is free."""
        ceiling = table(bounds=(Bound(LAST, cite(), most=5),))
        assert 9 == ceiling.amended([row(FIRST, 9, until=LAST - DAY)]).on(FIRST).value

    @pytest.mark.parametrize("until", [LAST, None])
    def test_bound_binds_a_row_that_reaches_its_day(self, until: date | None) -> None:
        """One common day is enough."""
        ceiling = table(bounds=(Bound(LAST, cite(), most=5),))
        with pytest.raises(AmendmentError):
            ceiling.amended([row(FIRST, 9, until=until)])

    def test_older_bound_binds_to_the_day_before_the_next(self) -> None:
        """A row is held to the bound of its own days."""
        ceiling = table(bounds=(Bound(FIRST, cite(), most=5), Bound(LAST, cite(), most=9)))
        assert 9 == ceiling.amended([row(LAST, 9)]).on(LAST).value
        with pytest.raises(AmendmentError):
            ceiling.amended([row(LAST - DAY, 9)])

    def test_row_is_judged_only_to_the_day_before_the_next_of_its_layer(self) -> None:
        """A region that follows a tightened bound in time is lawful throughout."""
        ceiling = table(bounds=(Bound(FIRST, cite(), most=9), Bound(LAST, cite(), most=5)))
        amended = ceiling.amended([row(FIRST, 9), row(LAST, 5)])
        assert (9, 5) == (amended.on(LAST - DAY).value, amended.on(LAST).value)

    def test_row_that_is_replaced_too_late_is_refused(self) -> None:
        """One day beyond the bound is too many."""
        ceiling = table(bounds=(Bound(FIRST, cite(), most=9), Bound(LAST, cite(), most=5)))
        with pytest.raises(AmendmentError):
            ceiling.amended([row(FIRST, 9), row(LAST + DAY, 5)])


class TestTwoClocks:
    """What applied on a day, and what could be known on a day."""

    ISSUED = date(2003, 8, 23)

    def test_row_is_known_from_the_day_of_issue(self) -> None:
        """The day before its document was issued nobody could know a row."""
        ceiling = table(row(FIRST, 2, issued=FIRST), row(LAST, 5, issued=self.ISSUED))
        assert 2 == ceiling.as_known(self.ISSUED - DAY).on(LAST).value
        assert 5 == ceiling.as_known(self.ISSUED).on(LAST).value

    def test_retroactive_row_is_unknown_until_issued(self) -> None:
        """A row that reaches back did not apply for those who asked before its issue."""
        ceiling = table(row(FIRST, 3, issued=FIRST), row(FIRST + DAY, 1, issued=self.ISSUED))
        asked = self.ISSUED - DAY
        assert 1 == ceiling.on(asked).value
        assert 3 == ceiling.as_known(asked).on(asked).value

    def test_document_of_unknown_day_is_known_from_the_day_in_force(self) -> None:
        """Without a day of issue the row counts as known when it begins."""
        assert FIRST == row(FIRST).known_on
        assert not table(row(FIRST)).as_known(FIRST - DAY).knows(FIRST)

    def test_unknown_local_row_uncovers_the_national_one(self) -> None:
        """Layers are known each on its own day."""
        ceiling = table(row(FIRST, 1, issued=FIRST)).amended([row(FIRST, 2, issued=self.ISSUED)])
        assert 1 == ceiling.as_known(self.ISSUED - DAY).on(LAST).value

    def test_unknown_row_between_two_known_ones_leaves_those_days_open(self) -> None:
        """A row that ended stays ended, although what followed it was not issued yet."""
        middle = date(2003, 6, 1)
        ceiling = table(
            row(FIRST, 1, until=middle - DAY, issued=FIRST),
            row(middle, 2, until=LAST - DAY, issued=LAST + DAY),
            row(LAST, 3, issued=self.ISSUED),
        ).as_known(LAST)
        known = [ceiling.knows(day) for day in (middle - DAY, middle, LAST - DAY, LAST)]
        assert [True, False, False, True] == known

    @pytest.mark.parametrize(
        ("locale", "tail"),
        [
            ("en", " (reported), issued 2003-08-23, in force from 2003-01-01"),
            ("zh_CN", "（转引），"),
        ],
    )
    def test_origin_of_a_retroactive_row_gives_both_days(self, locale: str, tail: str) -> None:
        """Where a row reaches back, the reader sees when it was issued and from when it holds."""
        source = Instrument("财税[2003]192号", "", (), self.ISSUED, None)
        late = Provision(FIRST, 1, source.at("第一条", Standing.REPORTED))
        assert origin(late, locale).startswith(f"财税[2003]192号第一条{tail}")

    @pytest.mark.parametrize(
        ("locale", "tail"), [("en", " (a document of Guangdong)"), ("zh_CN", "（广东省的文件）")]
    )
    def test_origin_names_the_place_whose_document_a_national_row_rests_on(
        self, locale: str, tail: str
    ) -> None:
        """A row of the nation after a text of a province says so; a row of a place does not."""
        cite = find_instrument("广东省再就业优惠证办法").at("第五条")
        assert origin(Provision(FIRST, 1, cite), locale).endswith(tail)
        assert not origin(Provision(FIRST, 1, cite, region="620100"), locale).endswith(tail)

    @pytest.mark.parametrize("issued", [None, FIRST, FIRST - DAY])
    def test_origin_of_any_other_row_is_its_citation(self, issued: date | None) -> None:
        """A row issued in time needs no days."""
        assert "财税[2003]192号第二条" == origin(row(FIRST, issued=issued), "zh_CN")


class TestWords:
    """How a rule speaks of itself."""

    def test_rule_is_shown_by_its_name_in_both_languages(self) -> None:
        """The Chinese name is data, with the English one beside it."""
        assert ("loan ceiling", "贷款额度") == (table().show("en"), table().show("zh_CN"))

    @pytest.mark.parametrize(
        ("locale", "name", "day"),
        [("en", "loan ceiling", "2003-01-01"), ("zh_CN", "贷款额度", "2003年1月1日")],
    )
    def test_missing_value_names_rule_and_day(self, locale: str, name: str, day: str) -> None:
        """Who asks for an unknown value is told which, and for when, in their language."""
        with pytest.raises(RuleNotInForceError) as caught:
            table(delegated_to=None).on(FIRST)
        said = caught.value.say(locale)
        assert all(part in said for part in ("loan.ceiling", name, day))

    def test_missing_value_that_a_region_may_set_says_so(self) -> None:
        """A delegated rule points to the plugins, another does not."""
        for level in (Level.COUNTY, None):
            with pytest.raises(RuleNotInForceError) as caught:
                table(delegated_to=level).on(FIRST)
            assert (level is not None) == (
                "a plugin of the region may set one" in str(caught.value)
            )


@pytest.mark.parametrize(
    ("lowest", "region", "may"),
    [
        (Level.PROVINCE, "620000", True),
        (Level.PROVINCE, "620500", False),
        (Level.PREFECTURE, "620000", True),
        (Level.PREFECTURE, "620500", True),
        (Level.PREFECTURE, "620502", False),
        (Level.COUNTY, "620502", True),
    ],
)
def test_delegation_has_a_level(lowest: Level, region: str, *, may: bool) -> None:
    """A level and those above it may set a value; a lower one is refused with level and article."""
    asked, local = table(row(FIRST), delegated_to=lowest), evolve(row(FIRST), region=region)
    if may:
        assert local is asked.amended([local]).on(FIRST)
        return
    with pytest.raises(AmendmentError, match=f"{region}.*may not set it. .*第") as caught:
        asked.amended([local])
    assert lowest.en in caught.value.say("en")
    assert lowest.value in caught.value.say("zh_CN")


HORIZON = FIRST + 60 * DAY


@st.composite
def layers(draw: st.DrawFn) -> list[list[Provision[Any]]]:
    """Draw one to four layers of rows that meet, or run on, and may end at the last."""
    return [
        _layer(draw(st.sets(st.integers(0, 70), max_size=5)), draw, number)
        for number in range(draw(st.integers(1, 4)))
    ]


def _layer(starts: set[int], draw: st.DrawFn, number: int) -> list[Provision[Any]]:
    days = [FIRST + start * DAY for start in sorted(starts)]
    ends = [after - DAY if draw(st.booleans()) else None for after in days[1:]]
    if days:
        ends.append(draw(st.none() | st.integers(0, 20).map(lambda n: days[-1] + n * DAY)))
    issue = st.none() | st.integers(0, 70).map(lambda n: FIRST + n * DAY)
    return [
        row(day, (number, place), end, draw(issue))
        for place, (day, end) in enumerate(zip(days, ends, strict=True))
    ]


def build(drawn: list[list[Provision[Any]]]) -> Rule[Any]:
    """Lay the drawn layers over each other."""
    national, *local = drawn
    built = table(*national, covered_until=HORIZON)
    for rows in local:
        built = built.amended(rows)
    return built


def oracle(drawn: list[list[Provision[Any]]], day: date, known: date = date.max) -> Any:
    """Find the value of *day* by looking at every row; ``None`` where there is none."""
    value = None
    for rows in drawn:
        started = [r for r in rows if r.since <= day and r.known_on <= known]
        if started and (started[-1].until or date.max) >= day:
            value = started[-1].value
    return value if day <= HORIZON else None


def answer(asked: Rule[Any], day: date) -> Any:
    """Give the rule's value, ``None`` where it raises."""
    return asked.on(day).value if asked.knows(day) else None


DAYS = [FIRST + n * DAY for n in range(-2, 75)]


@given(layers())
def test_every_day_is_answered_as_by_a_search_through_all_rows(
    drawn: list[list[Provision[Any]]],
) -> None:
    """For any table the rule in force is the newest started row of the most local layer."""
    built = build(drawn)
    assert [oracle(drawn, day) for day in DAYS] == [answer(built, day) for day in DAYS]


@given(layers(), st.sampled_from(DAYS))
def test_what_could_be_known_is_the_table_without_later_documents(
    drawn: list[list[Provision[Any]]], known: date
) -> None:
    """Any table can be asked as of any day, whichever rows were issued late."""
    built = build(drawn).as_known(known)
    assert [oracle(drawn, day, known) for day in DAYS] == [answer(built, day) for day in DAYS]


@given(layers())
def test_asking_raises_exactly_where_nothing_is_known(
    drawn: list[list[Provision[Any]]],
) -> None:
    """``on`` and ``knows`` agree on every day."""
    built = build(drawn)
    for day in DAYS:
        if not built.knows(day):
            with pytest.raises(RuleNotInForceError):
                built.on(day)


@given(layers())
def test_segments_tile_the_known_days(drawn: list[list[Provision[Any]]]) -> None:
    """Each known day lies in one segment with its row, and no segment is cut in two."""
    built = build(drawn)
    segments = list(built.segments())
    for (_first, last, before), (first, _last, after) in pairwise(segments):
        assert last < first
        assert last + DAY < first or before is not after
    found = {
        first + n * DAY: held.value
        for first, last, held in segments
        for n in range((last - first).days + 1)
    }
    known = {day: answer(built, day) for day in DAYS if built.knows(day)}
    assert known == found


def test_day_after_the_table_is_told_as_such() -> None:
    """Where the table has ended, no plugin is asked for a value."""
    asked: Rule[int] = rule("a.b", "甲", "a", delegated_to=Level.COUNTY)
    with pytest.raises(RuleNotInForceError, match="its table ends on 2010-12-31"):
        asked.on(date(2012, 1, 1))
    with pytest.raises(RuleNotInForceError, match="a plugin of the region may set one"):
        asked.on(date(2003, 7, 1))
