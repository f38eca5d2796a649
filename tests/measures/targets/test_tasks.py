"""Tasks in time: deadlines, months, quarters, days of rest, local values."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment import Amendment, Bureau
from gansu_reemployment.errors import (
    AmendmentError,
    InvalidFactsError,
    RulebookError,
    RuleNotInForceError,
)
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.tables import amended
from gansu_reemployment.law.working_days import is_working_day
from gansu_reemployment.measures.targets.tasks.codes import Rhythm
from gansu_reemployment.measures.targets.tasks.state import TaskReport
from gansu_reemployment.measures.targets.tasks.table import OPINION_DAY, Task, Tasks, all_tasks
from gansu_reemployment.measures.targets.tasks.tasks import (
    Span,
    TaskRules,
    duties,
    duties_of,
)

TASKS = all_tasks()
LOCAL = Instrument("", "本地规定", (), date(2003, 6, 10), date(2003, 6, 10)).at(
    standing=Standing.ASSUMED
)


def local_days(days: int) -> TaskRules:
    """Return the rules of a region that adds days after the month."""
    rules = TaskRules()
    row = Provision(OPINION_DAY, days, LOCAL, region="620000")
    return amended(rules, monthly_report_days=rules.monthly_report_days.amended([row]))


def local_platform(day: date) -> TaskRules:
    """Return the rules of a region with its own deadline of the platforms."""
    rules = TaskRules()
    row = Provision(OPINION_DAY, day, LOCAL, region="620000")
    return amended(rules, platform_deadline=rules.platform_deadline.amended([row]))


def test_duties_by_the_end_of_june() -> None:
    """Seven dated tasks and four monthly duties fall due on 30 June 2003."""
    found = duties(OPINION_DAY, date(2003, 6, 30))

    assert 11 == len(found)
    assert {date(2003, 6, 30)} == {duty.due for duty in found}


@pytest.mark.parametrize(
    ("last", "due"),
    [
        (date(2003, 6, 30), date(2003, 7, 7)),
        (date(2003, 9, 30), date(2003, 10, 8)),
        (date(2003, 12, 31), date(2004, 1, 5)),
        (date(2004, 3, 31), date(2004, 4, 5)),
    ],
)
def test_a_quarter_is_due_within_five_days(last: date, due: date) -> None:
    """劳社厅发[2003]4号: 5 July 2003 is a Saturday and 5 October a holiday; both postpone."""
    found = duties_of(TASKS.find("T66"), date(2004, 12, 31))

    assert due == next(duty.due for duty in found if duty.last == last)


def test_the_quarter_is_due_on_no_earlier_day() -> None:
    """The second quarter of 2003 falls due on 7 July, not on the day before."""
    task = [TASKS.find("T66")]

    assert () == duties(OPINION_DAY, date(2003, 7, 6), task)
    assert ["T66@2003Q2"] == [duty.key for duty in duties(date(2003, 7, 7), date(2003, 7, 7), task)]


def test_the_day_before_nothing_is_due() -> None:
    """Up to 29 June nothing falls due."""
    assert () == duties(OPINION_DAY, date(2003, 6, 29))


def test_each_period_has_its_key_and_days() -> None:
    """A monthly duty covers its month, a quarterly one its quarter."""
    monthly, quarterly = duties(OPINION_DAY, date(2003, 7, 7), [TASKS.find("T04")])

    assert ("T04@2003-06", date(2003, 6, 1), date(2003, 6, 30)) == (
        monthly.key,
        monthly.first,
        monthly.last,
    )
    assert ("T04@2003Q2", date(2003, 4, 1), date(2003, 6, 30)) == (
        quarterly.key,
        quarterly.first,
        quarterly.last,
    )


@pytest.mark.parametrize(
    ("last", "due"),
    [
        (date(2003, 7, 31), date(2003, 7, 31)),
        (date(2003, 8, 31), date(2003, 9, 1)),
        (date(2003, 11, 30), date(2003, 12, 1)),
        (date(2004, 1, 31), date(2004, 2, 2)),
        (date(2004, 5, 31), date(2004, 5, 31)),
    ],
)
def test_the_end_of_a_period_moves_to_a_working_day(last: date, due: date) -> None:
    """A month that ends on a day of rest is reported on the next working day."""
    found = duties_of(TASKS.find("T65"), date(2004, 12, 31))

    assert due == next(duty.due for duty in found if duty.last == last)


def test_years_without_a_table_of_working_days_are_not_moved() -> None:
    """In 2006 a duty is due on the last day of the month, even a day of rest."""
    found = duties(date(2006, 4, 30), date(2006, 4, 30), [TASKS.find("T65")])

    assert ["T65@2006-04"] == [duty.key for duty in found]


def test_a_period_that_is_due_after_the_span_is_not_listed() -> None:
    """August 2003 is due on 1 September, not by 31 August."""
    task = [TASKS.find("T65")]

    assert () == duties(date(2003, 8, 1), date(2003, 8, 31), task)
    assert ["T65@2003-08"] == [
        duty.key for duty in duties(date(2003, 9, 1), date(2003, 9, 1), task)
    ]


def test_a_deadline_is_not_moved() -> None:
    """A deadline on a day of rest stays on its day."""
    task = [TASKS.find("T16")]

    assert ["T16"] == [duty.key for duty in duties(date(2003, 7, 31), date(2003, 7, 31), task)]
    assert () == duties(date(2003, 8, 1), date(2003, 8, 31), task)


def test_tasks_without_a_date_never_fall_due() -> None:
    """A continuous task and a task without any date are not duties."""
    undated = [task for task in TASKS if task.deadline is None and not task.rhythms]

    assert () == duties(OPINION_DAY, date(2004, 12, 31), undated)
    assert () == duties(OPINION_DAY, date(2004, 12, 31), TASKS.of_rhythm(Rhythm.CONTINUOUS))


def test_an_empty_table_has_no_duties() -> None:
    """An empty table is not replaced by the whole one."""
    assert () == duties(OPINION_DAY, date(2003, 12, 31), Tasks(()))


def test_a_region_may_set_more_days() -> None:
    """With five more days June is due on Saturday 5 July, so on Monday 7 July."""
    found = duties(OPINION_DAY, date(2003, 7, 31), [TASKS.find("T65")], local_days(5))

    assert [("T65@2003-06", date(2003, 7, 7))] == [(duty.key, duty.due) for duty in found]


def test_the_two_readings_of_the_platforms() -> None:
    """T15 is due on 30 June; a region may set a day up to 31 July."""
    task = TASKS.find("T15")

    assert date(2003, 6, 30) == next(duties_of(task, date(2003, 6, 30))).due
    loose = local_platform(date(2003, 7, 31))
    assert date(2003, 7, 31) == next(duties_of(task, date(2003, 7, 31), loose)).due


@pytest.mark.parametrize("day", [date(2003, 6, 29), date(2003, 8, 1)])
def test_no_third_reading_of_the_platforms(day: date) -> None:
    """A day outside the two dates of the text is rejected."""
    with pytest.raises(AmendmentError):
        local_platform(day)


def test_the_table_and_the_rule_agree() -> None:
    """The deadline in the table is the strict reading of the rule."""
    task = TASKS.find("T15")
    assert task.deadline is not None

    assert task.deadline == TaskRules().platform_deadline.on(task.deadline).value


def test_periods_beyond_the_rules_are_refused() -> None:
    """A period after the last year of the rules raises an error."""
    with pytest.raises(RuleNotInForceError):
        duties(OPINION_DAY, date(2011, 1, 31))


def test_the_measure_explains_its_readings() -> None:
    """The outcome cites the three assumed rules, and that the place adds no task."""
    outcome = Bureau.of("甘肃省").due_tasks(Span(until=date(2003, 6, 30)), on=date(2003, 6, 30))

    assert outcome.value is not None
    assert 11 == len(outcome.value)
    assert {
        "tasks.report_days",
        "tasks.monthly_report_days",
        "tasks.platform_deadline",
        "tasks.further",
    } == {used.rule.path for used in outcome.citations}


def test_a_span_that_ends_before_it_begins() -> None:
    """The last day may be the first, but not before it."""
    assert date(2003, 7, 1) == Span(since=date(2003, 7, 1), until=date(2003, 7, 1)).until
    with pytest.raises(InvalidFactsError, match="until"):
        Span(since=date(2003, 7, 1), until=date(2003, 6, 30))


@given(st.dates(OPINION_DAY, date(2005, 11, 30)), st.integers(0, 400))
def test_two_adjacent_spans_have_the_duties_of_the_whole(since: date, length: int) -> None:
    """Cutting a span in two neither loses nor repeats a duty."""
    until = min(date.fromordinal(since.toordinal() + length), date(2005, 11, 30))
    middle = date.fromordinal((since.toordinal() + until.toordinal()) // 2)
    after = date.fromordinal(middle.toordinal() + 1)

    assert duties(since, until) == duties(since, middle) + duties(after, until)


@given(st.integers(0, 20))
def test_periods_fall_due_on_working_days(days: int) -> None:
    """A period is never due on a day of rest, with any added days."""
    found = duties(OPINION_DAY, date(2005, 11, 30), [TASKS.find("T66")], local_days(days))

    assert found
    assert all(is_working_day(duty.due) for duty in found)


LOCAL_TASK = Task(
    id="W01",
    zh="报送小额贷款月报",
    en="report the loans of the month",
    rhythms=(Rhythm.MONTHLY,),
    since=date(2004, 1, 1),
    report_days=5,
)
QUARTERLY = evolve(LOCAL_TASK, id="W02", rhythms=(Rhythm.QUARTERLY,))


def bureau_with(*tasks: Task) -> Bureau:
    """Return the bureau of a place that adds tasks."""
    measure = Instrument("武政发〔2004〕1号", "实施办法", ("武威市",), date(2004, 1, 1), None)
    row = Amendment("tasks.further", date(2004, 1, 1), tasks, measure.at("第九条"), "620600")
    bureau = Bureau.of("武威市")
    return bureau.with_rules(bureau.rulebook.amended([row]))


def test_task_of_a_place() -> None:
    """It falls due beside those of the opinion, from its own first day and on its own days."""
    span = Span(since=date(2004, 1, 1), until=date(2004, 3, 31))
    outcome = bureau_with(LOCAL_TASK, QUARTERLY).due_tasks(span, on=date(2004, 1, 1))
    assert outcome.value is not None
    own = {duty.key: duty.due for duty in outcome.value if duty.task.id.startswith("W")}
    core = [duty.key for duty in outcome.value if not duty.task.id.startswith("W")]

    # 31 January is in the holidays of the Spring Festival; 5 February and 5 March are working days.
    assert {"W01@2004-01": date(2004, 2, 5), "W01@2004-02": date(2004, 3, 5)} == own
    assert [d.key for d in duties(span.since, span.until)] == core
    assert "（武政发〔2004〕1号）第九条" in outcome.explain("zh_CN")
    before = bureau_with(LOCAL_TASK).due_tasks(
        Span(since=date(2003, 6, 10), until=date(2003, 12, 31)), on=date(2003, 12, 31)
    )
    assert not [duty for duty in before.value or () if duty.task.id == "W01"]
    assert TaskReport(duty="W01@2004-01", on=date(2004, 2, 4)).duty == "W01@2004-01"


def test_tasks_of_places_have_ids_of_their_own() -> None:
    """An id is capital letters and a number, and that of no other task."""
    with pytest.raises(InvalidFactsError, match=r"id: .* such as W01, not 'w1'"):
        evolve(LOCAL_TASK, id="w1")
    with pytest.raises(RulebookError, match="two tasks T14"):
        bureau_with(evolve(LOCAL_TASK, id="T14")).due_tasks(
            Span(until=date(2004, 3, 31)), on=date(2004, 1, 1)
        )
    with pytest.raises(InvalidFactsError, match="duty: T99 is not a duty"):
        TaskReport(duty="T99", on=date(2004, 2, 4))
