"""The kinds of records (登记事项种类): reports, vacancies, complaints and findings.

Each is a class of facts with its own *day*. A later event, such as the answer to a complaint, is a
further record that corrects the previous one, so that nothing is lost and ``current=True`` finds
the present state.

>>> from datetime import date
>>> from gansu_reemployment.ledger import open_ledger
>>> report = Report(
...     indicator=Indicator.NEW_JOBS, since=date(2003, 6, 1), until=date(2003, 6, 30), number=300
... )
>>> with open_ledger("memory:") as ledger:
...     _ = ledger.append_records([record_of(report, "天水市", recorded_on=date(2003, 7, 5))])
...     counted = reports(ledger.find_records(kind="report", current=True), Indicator.NEW_JOBS)
>>> [(each.place.name, each.number) for each in counted]
[('天水市', 300)]
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, TypeVar

from attrs import field, frozen

from gansu_reemployment.errors import Fault, UnknownNameError
from gansu_reemployment.fact_model import CheckedFacts, fact, meaning, not_negative, positive
from gansu_reemployment.fact_model.readers import read_facts
from gansu_reemployment.i18n import Choice, Message, _
from gansu_reemployment.ledger.cases import Case
from gansu_reemployment.ledger.converter import write_facts
from gansu_reemployment.ledger.records import Record
from gansu_reemployment.measures.persons.candidates import Candidate, Pool
from gansu_reemployment.measures.persons.facts import Group, Worker
from gansu_reemployment.measures.targets.circular.reports import Counted, month_faults
from gansu_reemployment.objects.arguments import need
from gansu_reemployment.regions import find_region

K = TypeVar("K", bound=CheckedFacts)


class Indicator(Choice):
    """The indicators that a region reports (指标): counts that add up over the year, not negative.

    Net new jobs (净增就业) are not among them, because they may be negative.
    """

    NEW_JOBS = "新增就业", "new jobs"
    REEMPLOYED = "下岗失业人员再就业", "laid-off and unemployed persons re-employed"
    OLDER_REEMPLOYED = "大龄就业困难对象再就业", "older hard-to-employ persons re-employed"


@frozen(kw_only=True, slots=False)
class Report(CheckedFacts):
    """A region's report of a month or quarter (月报、季报)."""

    indicator: Indicator = field(metadata=meaning("指标", "indicator"))
    since: date = field(metadata=meaning("起始日期", "first day of the months"))
    until: date = field(metadata=meaning("截止日期", "last day of the months"))
    number: int = field(metadata=meaning("完成数", "count", not_negative))

    @property
    def day(self) -> date:
        """The last day of the report."""
        return self.until

    def contradictions(self) -> list[Fault]:
        """Return a fault for days that do not bound whole months of one year."""
        return month_faults(self.since, self.until)


@frozen(kw_only=True, slots=False)
class Vacancy(CheckedFacts):
    """Vacant public-interest posts of one kind at one employer (公益性岗位空缺).

    *open_until* is the last day of the offer; ``None`` means until the posts are filled.
    """

    post: str = field(metadata=meaning("岗位名称", "post"))
    employer: str = field(metadata=meaning("用人单位", "employer"))
    places: int = field(metadata=meaning("岗位数", "places", positive))
    filled: int = fact("已安置人数", "places filled", not_negative, default=0)
    open_from: date = field(metadata=meaning("发布日期", "offered from"))
    open_until: date | None = fact("截止日期", "offered until")

    @property
    def day(self) -> date:
        """The day from which the posts are offered."""
        return self.open_from

    def open_places(self, on: date) -> int:
        """Return the number of posts offered on the day *on*."""
        offered = self.open_from <= on <= (self.open_until or date.max)
        return self.places - self.filled if offered else 0

    def contradictions(self) -> list[Fault]:
        """Return a fault for more persons than posts, and for an end before the beginning."""
        faults = []
        if _are(int, self.places, self.filled) and self.filled > self.places:
            text = _("must not be above {most}")
            faults.append(Fault.at("filled", text, most=self.places))
        return faults + _order_faults(self, "open_from", "open_until")


class Source(Choice):
    """The source of a matter (来源)."""

    COMPLAINT = "投诉举报", "complaint"
    INSPECTION = "检查发现", "inspection finding"


class State(Choice):
    """The progress of a matter (办理情况)."""

    OPEN = "办理中", "open"
    OVERDUE = "逾期未办结", "overdue"
    ANSWERED = "已办结", "answered"


@frozen(kw_only=True, slots=False)
class Matter(CheckedFacts):
    """A complaint or the finding of an inspection (投诉举报、检查发现).

    *due_on* is the last day for the answer. The receiving office must supply it: no document of
    the policy states a term. ``None`` means no term, or no answer yet.
    """

    source: Source = field(metadata=meaning("来源", "source"))
    about: str = field(metadata=meaning("事由", "about"))
    received_on: date = field(metadata=meaning("受理日期", "received on"))
    due_on: date | None = fact("办结期限", "due on")
    answered_on: date | None = fact("办结日期", "answered on")
    answer: str = fact("办理结果", "answer", default="")

    @property
    def day(self) -> date:
        """The day on which the matter was received."""
        return self.received_on

    def state(self, on: date) -> State:
        """Return the state at the end of the day *on*; an answer on the due day is in time."""
        if self.answered_on is not None and self.answered_on <= on:
            return State.ANSWERED
        late = self.due_on is not None and self.due_on < on
        return State.OVERDUE if late else State.OPEN

    def contradictions(self) -> list[Fault]:
        """Return a fault for a term or an answer before the matter was received."""
        return [
            fault
            for name in ("due_on", "answered_on")
            for fault in _order_faults(self, "received_on", name)
        ]


#: The kinds of records by name.
KINDS: Final[Mapping[str, type[Any]]] = {"report": Report, "vacancy": Vacancy, "matter": Matter}


def record_of(
    entry: Report | Vacancy | Matter,
    region: str,
    *,
    recorded_on: date,
    corrects: Record | None = None,
) -> Record:
    """Build the record of an *entry* about *region*, given by any of its names.

    Raises:
        ArgumentError: *entry* is of another class.
        UnknownNameError: there is no such region.
    """
    need(entry, tuple(KINDS.values()), "record_of", _("a report, a vacancy or a matter"))
    (kind,) = (name for name, each in KINDS.items() if each is type(entry))
    return Record(
        kind=kind,
        region=find_region(region).id,
        on=entry.day,
        recorded_on=recorded_on,
        data=write_facts(entry),
        corrects=corrects.key if corrects else None,
    )


def read_record(record: Record) -> Any:
    """Read the data of a record: a :class:`Report`, :class:`Vacancy` or :class:`Matter`.

    Raises:
        UnknownNameError: the record is of another kind.
        InvalidFactsError: the data are not of its kind, with every fault.
    """
    if record.kind not in KINDS:
        raise UnknownNameError(Message(_("kind of record")), record.kind, tuple(KINDS))
    return read_facts(KINDS[record.kind], record.data)


def reports(records: Iterable[Record], indicator: Indicator) -> Iterator[Counted]:
    """Yield the reports on *indicator* in the form of :func:`~.circular.circular.circular`."""
    for record in records:
        report: Report = read_record(record)
        if report.indicator is indicator:
            yield Counted(
                place=find_region(record.region),
                since=report.since,
                until=report.until,
                number=report.number,
            )


def waiting(cases: Iterable[Case]) -> Pool:
    """Build the pool for the measure ``candidates`` from current “4050” cases (待安置人员).

    A person's number is the key of the case, and the day of registration the day of entry.
    Persons who were refused, or are undecided, are not candidates.
    """
    return Pool(people=tuple(_candidate(case) for case in cases if case.outcome.get("value")))


def _candidate(case: Case) -> Candidate:
    worker = read_facts(Worker, case.facts)
    return Candidate.of(case.key, worker, Group.read(case.outcome["value"]), case.recorded_on)


def _order_faults(entry: Any, first: str, second: str) -> list[Fault]:
    days = getattr(entry, first), getattr(entry, second)
    if _are(date, *days) and days[1] < days[0]:
        return [Fault.at(second, _("must not be before {day}"), day=days[0])]
    return []


def _are(kind: type[Any], *values: Any) -> bool:
    return all(type(value) is kind for value in values)
