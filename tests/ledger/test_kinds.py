"""Reports, vacancies, complaints and findings go through a ledger and feed what needs them."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from gansu_reemployment import Bureau, EntitledGroup, Sex, Worker, open_ledger
from gansu_reemployment.errors import InvalidFactsError, UnknownNameError
from gansu_reemployment.ledger import Case, Record
from gansu_reemployment.ledger.kinds import (
    Indicator,
    Matter,
    Report,
    Source,
    State,
    Vacancy,
    read_record,
    record_of,
    reports,
    waiting,
)
from gansu_reemployment.measures.persons.candidates import CandidateRules, candidates
from gansu_reemployment.measures.targets.circular.circular import circular
from gansu_reemployment.regions import find_region
from gansu_reemployment.testing import IDENTITY, make_record
from gansu_reemployment.working.case import CaseWorking

ENTERED = date(2003, 7, 5)
REPORT = Report(
    indicator=Indicator.NEW_JOBS, since=date(2003, 6, 1), until=date(2003, 6, 30), number=300
)
VACANCY = Vacancy(
    post="交通协管员",
    employer="秦州区街道办事处",
    places=5,
    open_from=date(2003, 7, 1),
    open_until=date(2003, 7, 31),
)
MATTER = Matter(
    source=Source.COMPLAINT,
    about="未按规定减免收费",
    received_on=date(2003, 7, 1),
    due_on=date(2003, 7, 15),
)


@pytest.mark.parametrize("entry", [REPORT, VACANCY, MATTER])
def test_round_trip(entry: Any) -> None:
    """An entry of each kind comes back equal, under its own day and place."""
    record = record_of(entry, "天水市", recorded_on=ENTERED)
    with open_ledger("memory:") as ledger:
        ledger.append_records([record])
        (found,) = ledger.find_records(kind=record.kind, region="620500", on=entry.day)

    assert entry == read_record(found)


def test_key_is_made_of_the_contents() -> None:
    """The same entry has one key, whenever it is entered; another, or a correction, another."""
    first = record_of(REPORT, "天水市", recorded_on=ENTERED)
    keys = {
        first.key,
        record_of(REPORT, "天水市", recorded_on=date(2003, 7, 6)).key,
        record_of(REPORT, "兰州市", recorded_on=ENTERED).key,
        record_of(REPORT, "天水市", recorded_on=ENTERED, corrects=first).key,
        record_of(evolve(REPORT, number=301), "天水市", recorded_on=ENTERED).key,
    }

    assert 4 == len(keys)


def test_record_faults() -> None:
    """Every fault of a record is told at once, and its repr shows no identity number."""
    with pytest.raises(InvalidFactsError) as error:
        Record(kind="", region="", on="1", recorded_on=1, data={"a": 0.5})  # type: ignore[arg-type]
    shown = repr(make_record(IDENTITY, kind=IDENTITY))

    assert {"kind", "region", "on", "recorded_on", "data"} == {f.path for f in error.value.faults}
    assert IDENTITY not in shown


def test_unknown_kind() -> None:
    """A record of another kind is not read, and the nearest right kind is told."""
    with pytest.raises(UnknownNameError, match="Did you mean report"):
        read_record(make_record("a", kind="reports"))


@pytest.mark.parametrize(
    ("data", "paths"),
    [
        ({"number": -1, "places": 3}, ["number", "places", "indicator", "since", "until"]),
        ({}, ["indicator", "since", "until", "number"]),
    ],
)
def test_data_of_another_kind(data: dict[str, Any], paths: list[str]) -> None:
    """Data that are not of the kind are refused with every fault."""
    with pytest.raises(InvalidFactsError) as error:
        read_record(make_record("a", data=data))

    assert sorted(paths) == sorted(fault.path for fault in error.value.faults)


@pytest.mark.parametrize(
    ("entry", "changes", "paths"),
    [
        (REPORT, {"since": date(2003, 6, 2)}, ["since"]),
        (REPORT, {"until": date(2003, 6, 29)}, ["until"]),
        (REPORT, {"until": date(2004, 6, 30)}, ["until"]),
        (REPORT, {"number": -1, "indicator": None}, ["indicator", "number"]),
        (VACANCY, {"filled": 6}, ["filled"]),
        (VACANCY, {"open_until": date(2003, 6, 30)}, ["open_until"]),
        (MATTER, {"due_on": date(2003, 6, 30)}, ["due_on"]),
        (MATTER, {"answered_on": date(2003, 6, 30)}, ["answered_on"]),
    ],
)
def test_faults(entry: Any, changes: dict[str, Any], paths: list[str]) -> None:
    """An entry that cannot be is refused by the field."""
    with pytest.raises(InvalidFactsError) as error:
        evolve(entry, **changes)

    assert paths == [fault.path for fault in error.value.faults]


@pytest.mark.parametrize(
    ("on", "places"),
    [
        (date(2003, 6, 30), 0),
        (date(2003, 7, 1), 3),
        (date(2003, 7, 31), 3),
        (date(2003, 8, 1), 0),
    ],
)
def test_open_places(on: date, places: int) -> None:
    """Posts are open from the first to the last day, but for those that are filled."""
    assert places == evolve(VACANCY, filled=2).open_places(on)


def test_open_end() -> None:
    """Without a last day posts are open until they are filled."""
    vacancy = evolve(VACANCY, open_until=None)

    assert 5 == vacancy.open_places(date(2010, 1, 1))
    assert 0 == evolve(vacancy, filled=5).open_places(date(2010, 1, 1))


@pytest.mark.parametrize(
    ("changes", "on", "state"),
    [
        ({}, date(2003, 7, 15), State.OPEN),
        ({}, date(2003, 7, 16), State.OVERDUE),
        ({"due_on": None}, date(2010, 7, 16), State.OPEN),
        ({"answered_on": date(2003, 7, 20)}, date(2003, 7, 19), State.OVERDUE),
        ({"answered_on": date(2003, 7, 20)}, date(2003, 7, 20), State.ANSWERED),
    ],
)
def test_state_of_a_matter(changes: dict[str, Any], on: date, state: State) -> None:
    """A matter is open until it is answered, and overdue from the day after it was due."""
    assert state is evolve(MATTER, **changes).state(on)


def test_answer_is_a_further_record() -> None:
    """The answer to a complaint stands beside it; only the answered matter is current."""
    asked = record_of(MATTER, "天水市", recorded_on=ENTERED)
    answered = evolve(MATTER, answered_on=date(2003, 7, 10), answer="已退还")
    with open_ledger("memory:") as ledger:
        ledger.append_records([asked])
        ledger.append_records(
            [record_of(answered, "天水市", recorded_on=date(2003, 7, 10), corrects=asked)]
        )

        assert [MATTER, answered] == [read_record(record) for record in ledger.find_records()]
        assert [answered] == [read_record(r) for r in ledger.find_records(current=True)]


def test_reports_feed_the_circular() -> None:
    """Of the reports in a ledger, those on one indicator and as corrected make the circular."""
    wrong = record_of(REPORT, "天水市", recorded_on=ENTERED)
    right = evolve(REPORT, since=date(2003, 1, 1), number=6_000)
    other = evolve(right, indicator=Indicator.REEMPLOYED, number=1)
    with open_ledger("memory:") as ledger:
        ledger.append_records(
            [
                wrong,
                record_of(right, "天水市", recorded_on=date(2003, 7, 6), corrects=wrong),
                record_of(other, "天水市", recorded_on=ENTERED),
            ]
        )
        counted = list(
            reports(ledger.find_records(kind="report", current=True), Indicator.NEW_JOBS)
        )
    made = circular({find_region("天水市"): 10_000}, counted, until=date(2003, 6, 30), tolerance=5)

    assert [6_000] == [each.number for each in counted]
    assert [6_000] == [row.done for row in made.rows]


def test_vacancies_are_offered_to_those_who_wait() -> None:
    """The persons of the ledger are put in order, and the open posts say how many come first."""
    bureau = Bureau.of("天水市")
    with open_ledger("memory:") as ledger:
        for number, born_on in enumerate((date(1970, 1, 1), date(1960, 1, 1), date(1955, 1, 1))):
            worker = Worker(
                sex=Sex.FEMALE,
                born_on=born_on,
                group=EntitledGroup.LAID_OFF_SOE if number < 2 else EntitledGroup.NONE,
                able=True,
                willing=True,
                employed=False,
                retired=False,
                internally_retired=False,
            )
            outcome = bureau.hardship(worker, on=date(2003, 7, 1))
            ledger.append([Case.of(outcome, worker, recorded_on=ENTERED, subject=str(number))])
        ledger.append_records([record_of(evolve(VACANCY, places=1), "天水市", recorded_on=ENTERED)])
        pool = waiting(ledger.find(measure="hardship", current=True))
        offers = candidates(CaseWorking(date(2003, 7, 10)), pool, CandidateRules()).value or ()
        places = sum(
            read_record(record).open_places(date(2003, 7, 10))
            for record in ledger.find_records(kind="vacancy", current=True)
        )

        assert ["1", "0"] == [ledger.get(offer.number).subject for offer in offers]
        assert ["1"] == [ledger.get(offer.number).subject for offer in offers[:places]]
