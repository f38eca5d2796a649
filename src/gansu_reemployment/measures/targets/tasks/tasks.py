"""The duties of the task table and their days (任务分解表).

The opinion of 2003-06-10 sets the tasks of the provincial government and their dates, and the
office of the leading group (领导小组办公室) follows them. A duty is a task on the day on which it
falls due: once for a task with a deadline, every month or quarter for a task with a rhythm.

The text has no day on which a monthly or quarterly duty falls due. The month is assumed to be
reported on its last day, the quarter within the five days of the ministry's statistical reports;
a day of rest postpones to the next working day. A region may set other days. The first periods
are June 2003 and its quarter.

>>> from datetime import date
>>> due = duties(date(2003, 6, 10), date(2003, 6, 30), all_tasks().of_article("二(五)"))
>>> [(duty.key, duty.due.isoformat()) for duty in due]
[('T28', '2003-06-30'), ('T31', '2003-06-30'), ('T34', '2003-06-30')]
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import partial
from operator import attrgetter
from typing import Any, Final, TypeVar

from attrs import field, frozen
from dateutil.relativedelta import relativedelta
from dateutil.rrule import MONTHLY, rrule

from gansu_reemployment.dates import quarter
from gansu_reemployment.errors import Fault, RuleNotInForceError
from gansu_reemployment.fact_model import CheckedFacts, fact, meaning, result_field
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law import Provision, Rule, rule_table, stated
from gansu_reemployment.law.documents import CONVENTION
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import Bound
from gansu_reemployment.law.working_days import next_working_day
from gansu_reemployment.measures.targets.tasks.codes import PERIODIC, Rhythm
from gansu_reemployment.measures.targets.tasks.table import OPINION_DAY, Task, all_tasks
from gansu_reemployment.regions import Level
from gansu_reemployment.working import CaseWorking, measure

REEMPLOYMENT_MEETING_2003: Final = find_instrument("2003年5月23日全国再就业工作电视电话会议")
GANSU_OPINION_2003 = find_instrument("甘肃省人民政府2003年6月10日关于加快推进再就业工作的意见")

T = TypeVar("T")

_REPORTING: Final = GANSU_OPINION_2003.assumed("六(十二)")
_FORMS: Final = find_instrument("劳社厅发[2003]4号").assumed()
#: What the meeting of 2003-05-23 asked to be reported by month.
_MEETING: Final = REEMPLOYMENT_MEETING_2003.reported()
_PLATFORM: Final = GANSU_OPINION_2003.assumed("二(三)")
#: The two dates in the sentence on the platforms: of the rules and of the policy stage.
_STRICT: Final = date(2003, 6, 30)
_LOOSE: Final = date(2003, 7, 31)
_PLATFORM_TASK: Final = "T15"

_MONTHS: Final = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3}


class SpecialProgress(Choice):
    """The special work whose progress each place reports by month (再就业专项工作进展)."""

    RULES = "出台配套办法", "implementing rules issued"
    CERTIFICATES = "发放再就业优惠证", "certificates issued"
    PLATFORMS = "建立街道社区工作平台", "street and community platforms built"


@rule_table("tasks", checked=date(2026, 11, 28))
class TaskRules:
    """The days that the text leaves open; a region may set them."""

    report_days: Rule[int] = stated(
        "季后报送天数",
        "days after the quarter on which a report is due",
        Provision(OPINION_DAY, 5, _FORMS).noted(
            "Read of the quarterly statistical reports: within five days after the quarter, "
            "later on a holiday. That the quarterly duties of the opinion fall due alike is a "
            "reading."
        ),
        delegated_to=Level.COUNTY,
    )
    monthly_report_days: Rule[int] = stated(
        "月后报送天数",
        "days after the month on which a report is due",
        Provision(OPINION_DAY, 0, _REPORTING).noted("No text gives a day for the months."),
        delegated_to=Level.COUNTY,
    )
    special_progress: Rule[tuple[SpecialProgress, ...]] = stated(
        "按月汇总的专项工作进展",
        "special progress that is summed by month",
        Provision(OPINION_DAY, tuple(SpecialProgress), _MEETING),
    )
    platform_deadline: Rule[date] = stated(
        "街道社区平台建设期限",
        "deadline of the street and community platforms",
        Provision(OPINION_DAY, _STRICT, _PLATFORM).noted(
            "The sentence names two days: the end of June for the implementing rules, the end "
            "of July for the stage of the policy. That the platforms follow the first is a "
            "reading."
        ),
        delegated_to=Level.COUNTY,
        bounds=(Bound(OPINION_DAY, _PLATFORM, least=_STRICT, most=_LOOSE),),
    )
    further: Rule[tuple[Task, ...]] = stated(
        "本地增加的任务",
        "tasks that the place adds",
        Provision(OPINION_DAY, (), CONVENTION),
        delegated_to=Level.COUNTY,
    )


NATIONAL: Final = TaskRules()


@frozen(kw_only=True, slots=False)
class Span(CheckedFacts):
    """The first and the last day of a list of duties, both included."""

    since: date = fact("起始日期", "first day", default=OPINION_DAY)
    until: date = field(metadata=meaning("截止日期", "last day"))

    def contradictions(self) -> list[Fault]:
        """Reject a span that ends before it begins."""
        days = (self.since, self.until)
        if all(type(day) is date for day in days) and self.until < self.since:
            return [Fault.at("until", _("must not be before {since}"), since=self.since)]
        return []


@frozen(kw_only=True)
class DueTask:
    """A task on the day on which it falls due (应办事项).

    *key* is the id of the task, and of a periodic task also the month or quarter: ``T14``,
    ``T65@2003-06``, ``T66@2003Q2``. *first* and *last* are the first and last day of the period.
    """

    key: str = result_field("编号", "key")
    task: Task = result_field("任务", "task")
    first: date = result_field("起始日期", "first day")
    last: date = result_field("截止日期", "last day")
    due: date = result_field("完成期限", "due on")


@measure("应办任务", "tasks falling due", columns=False)
def due_tasks(w: CaseWorking, span: Span, rules: TaskRules) -> tuple[DueTask, ...]:
    """List the duties that fall due in a span of days (应办任务).

    The day of the law is the day on which the list is made.

    It is by nature a loop, so it evaluates single cases only.
    """
    w.use(rules.report_days)
    w.use(rules.monthly_report_days)
    w.use(rules.platform_deadline)
    tasks = all_tasks().with_further(w.use(rules.further))
    return duties(span.since, span.until, tasks, rules=rules, read=w.use_at)


def value_on(rule: Rule[T], day: date) -> T:
    """Return the value of a rule on a day.

    Raises:
        RuleNotInForceError: no value is known on that day.
    """
    return rule.on(day).value


def duties(
    since: date,
    until: date,
    tasks: Iterable[Task] | None = None,
    rules: TaskRules = NATIONAL,
    read: Callable[[Rule[Any], date], Any] = value_on,
) -> tuple[DueTask, ...]:
    """List the duties that fall due between two days, both included, the earliest first.

    Only tasks with a deadline, or with a rhythm of months or quarters, fall due. A deadline on a
    day of rest stays; the end of a period moves to a working day, in the years whose working
    days are known.

    Raises:
        RuleNotInForceError: a period is outside the days that the rules cover.
    """
    found = (
        duty
        for task in (all_tasks() if tasks is None else tasks)
        for duty in duties_of(task, until, rules, read)
        if since <= duty.due <= until
    )
    return tuple(sorted(found, key=attrgetter("due")))


def duties_of(
    task: Task,
    until: date,
    rules: TaskRules = NATIONAL,
    read: Callable[[Rule[Any], date], Any] = value_on,
) -> Iterator[DueTask]:
    """Yield the duties of one task: its deadline, and each period that ends by *until*."""
    if task.deadline:
        local = task.id == _PLATFORM_TASK
        due = read(rules.platform_deadline, task.deadline) if local else task.deadline
        yield DueTask(key=task.id, task=task, first=task.since, last=due, due=due)
    for rhythm in task.rhythms:
        if rhythm in PERIODIC:
            monthly = rhythm is Rhythm.MONTHLY
            days = partial(read, rules.monthly_report_days if monthly else rules.report_days)
            yield from _periods(task, rhythm, until, days)


def _periods(
    task: Task, rhythm: Rhythm, until: date, days_to_report: Callable[[date], int]
) -> Iterator[DueTask]:
    """Yield the duties of each period that has ended, from that in which the task begins.

    The opinion says “from June on” (从6月份开始). That its quarters begin with the second one is
    assumed.
    """
    months = _MONTHS[rhythm]
    last_months = range(months, 13, months)
    ends = rrule(MONTHLY, dtstart=task.since, until=until, bymonth=last_months, bymonthday=-1)
    for last in (moment.date() for moment in ends):
        first = last + relativedelta(months=1 - months, day=1)
        own = task.report_days
        days = days_to_report(last) if own is None else own
        due = _working_day(last + timedelta(days=days))
        key = f"{task.id}@{_period(rhythm, last)}"
        yield DueTask(key=key, task=task, first=first, last=last, due=due)


def _period(rhythm: Rhythm, day: date) -> str:
    if rhythm is Rhythm.MONTHLY:
        return f"{day:%Y-%m}"
    year, number = quarter(day)
    return f"{year}Q{number}"


def _working_day(day: date) -> date:
    """Return the next working day, or the day itself in years without a table of them."""
    try:
        return next_working_day(day)
    except RuleNotInForceError:
        return day
