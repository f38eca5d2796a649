"""Duties as a calendar file (日历文件): an all-day event for each, as iCalendar (RFC 5545).

The file is written by the library icalendar, which is in the extra ``calendar``.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from gansu_reemployment.errors import MissingExtraError
from gansu_reemployment.i18n import Choice, show
from gansu_reemployment.measures.targets.tasks.codes import Role
from gansu_reemployment.measures.targets.tasks.tasks import DueTask
from gansu_reemployment.sheets.labels import Label

if TYPE_CHECKING:
    from icalendar import Event

_NAME: Final = Label("再就业工作任务", "Re-employment tasks")
_MAKER: Final = "-//gansu-reemployment//tasks//ZH"
_BETWEEN: Final = Label("：", ": ")


def as_calendar(
    duties: Iterable[DueTask], locale: str = "zh_CN", made: datetime | None = None
) -> bytes:
    """Format duties as the bytes of a calendar file in *locale*.

    An event is on the day on which its duty is due and has the departments as categories. Its
    identity is the same in every file. *made* is the moment of writing, by default now.

    Raises:
        MissingExtraError: icalendar is not installed.
    """
    try:
        from icalendar import Calendar  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("icalendar", "calendar") from None
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", show(_NAME, locale))
    for duty in duties:
        calendar.add_component(_event(duty, locale, made or datetime.now(UTC)))
    content: bytes = calendar.to_ical()
    return content


def _event(duty: DueTask, locale: str, made: datetime) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - an extra

    task = duty.task
    event = Event()
    event.add("uid", f"{duty.key.replace('@', '-')}@gansu-reemployment")
    event.add("dtstamp", made)
    event.add("dtstart", duty.due)
    event.add("dtend", duty.due + timedelta(days=1))
    event.add("summary", f"{duty.key} {show(task, locale)}")
    event.add("description", _description(duty, locale))
    event.add("categories", list(dict.fromkeys((*task.lead, *task.cooperating))))
    event.add("transp", "TRANSPARENT")
    return event


def _description(duty: DueTask, locale: str) -> str:
    task = duty.task
    parts: list[tuple[Choice, tuple[str, ...]]] = [
        (Role.LEAD, task.lead),
        (Role.COOPERATING, task.cooperating),
    ]
    lines = [
        show(role, locale) + show(_BETWEEN, locale) + show(names, locale)
        for role, names in parts
        if names
    ]
    column = "deadline" if task.deadline else "rhythms"
    return "\n".join([*lines, show(task.cite(column), locale)])
