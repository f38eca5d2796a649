"""Duties as a calendar file, which is read again."""

import sys
from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from gansu_reemployment.errors import MissingExtraError
from gansu_reemployment.measures.targets.tasks.calendar import as_calendar
from gansu_reemployment.measures.targets.tasks.table import OPINION_DAY
from gansu_reemployment.measures.targets.tasks.tasks import duties

DUE = duties(OPINION_DAY, date(2003, 12, 31))
MADE = datetime(2003, 6, 10, 8, tzinfo=UTC)


def events(locale: str = "zh_CN") -> list[Any]:
    """Read the events of the file."""
    return list(Calendar.from_ical(as_calendar(DUE, locale, MADE)).walk("VEVENT"))


def test_one_event_for_each_duty() -> None:
    """Each duty has one event with its own identity on the day it is due."""
    found = events()

    assert [duty.due for duty in DUE] == [event.decoded("dtstart") for event in found]
    assert len(DUE) == len({str(event["uid"]) for event in found})


def test_events_last_one_day() -> None:
    """An event is one whole day."""
    first = events()[0]

    assert date(2003, 6, 30) == first.decoded("dtstart")
    assert date(2003, 7, 1) == first.decoded("dtend")
    assert b"DTSTART;VALUE=DATE:20030630" in as_calendar(DUE, made=MADE)


def test_event_names_departments_and_source() -> None:
    """The event of T31 has its departments as categories, and cites its article."""
    event = next(e for e in events() if str(e["uid"]).startswith("T31@"))

    assert ["省地税局", "省国税局", "省工商局", "省财政厅"] == [
        str(name) for name in event["categories"].cats
    ]
    assert "T31 制定减免抵减征收任务的办法" == str(event["summary"])
    assert "牵头：省地税局\n配合：省国税局、省工商局、省财政厅" in str(event["description"])
    assert "二(五)" in str(event["description"])


def test_in_english() -> None:
    """The file is written in either language."""
    event = next(e for e in events("en") if str(e["uid"]).startswith("T66-2003Q3@"))

    assert str(event["summary"]).startswith("T66@2003Q3 Collect completion of the main targets")
    assert str(event["description"]).startswith("lead: 省劳动保障厅\n")


def test_an_assumed_deadline_is_marked() -> None:
    """The event of T15 shows that its deadline is assumed."""
    event = next(e for e in events("en") if str(e["uid"]).startswith("T15@"))

    assert "(assumed)" in str(event["description"])


def test_the_same_duties_have_the_same_file() -> None:
    """Two files of one moment are equal."""
    assert as_calendar(DUE, made=MADE) == as_calendar(DUE, made=MADE)


def test_lines_are_folded() -> None:
    """No line is longer than the 75 bytes that RFC 5545 allows."""
    lines = as_calendar(DUE, made=MADE).split(b"\r\n")

    assert 75 >= max(len(line) for line in lines)


def test_the_moment_of_writing_is_now_by_default() -> None:
    """Without a moment the file has the present one."""
    before = datetime.now(UTC).replace(microsecond=0)
    event = next(iter(Calendar.from_ical(as_calendar(DUE[:1])).walk("VEVENT")))

    assert before <= event.decoded("dtstamp") <= datetime.now(UTC)


def test_without_the_package_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without icalendar the error names the extra to install."""
    monkeypatch.setitem(sys.modules, "icalendar", None)

    with pytest.raises(MissingExtraError, match=r"gansu-reemployment\[calendar\]"):
        as_calendar(DUE)
