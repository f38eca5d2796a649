"""The tasks of each department due by 30 June 2003, and those overdue on 1 July (任务到期与逾期).

The printed Gansu opinion lacks the task table; it is reconstructed here from the text. The
reports are invented. With a folder the official sheet and a calendar file are also written
there.

Usage: ``python examples/tasks_due.py [FOLDER]``
"""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

from gansu_reemployment import Bureau
from gansu_reemployment.measures.targets.tasks.calendar import as_calendar
from gansu_reemployment.measures.targets.tasks.sheet import task_sheet
from gansu_reemployment.measures.targets.tasks.state import TaskReport, overdue, task_state
from gansu_reemployment.measures.targets.tasks.table import all_tasks
from gansu_reemployment.measures.targets.tasks.tasks import DueTask, Span
from gansu_reemployment.sheets import as_xlsx

DAY = date(2003, 6, 30)
AFTER = date(2003, 7, 1)

#: The tasks reported as done.
REPORTS = (
    TaskReport(duty="T31", on=date(2003, 6, 25)),
    TaskReport(duty="T34", on=date(2003, 6, 30)),
    TaskReport(duty="T65@2003-06", on=date(2003, 6, 30)),
)


def main(folder: Path | None = None) -> None:
    """Print the duties of each department, then those overdue."""
    outcome = Bureau.of("甘肃省").due_tasks(Span(until=DAY), on=DAY)
    due = outcome.value or ()
    print(f"{DAY} 前应办 {len(due)} 项\n")
    for department in departments(due):
        print(department)
        for duty in due:
            role = duty.task.role_of(department)
            if role is not None:
                print(f"  {role.value}  {duty.key:<12} {duty.task.zh}")
    print(f"\n{AFTER} 逾期：")
    for duty in overdue(REPORTS, AFTER):
        print(f"  {duty.key:<12} {duty.task.zh}（{'、'.join(duty.task.lead)}）")
    if folder:
        write(folder, due)


def departments(due: tuple[DueTask, ...]) -> list[str]:
    """Return every department involved in the duties, leading ones first."""
    leads = [name for duty in due for name in duty.task.lead]
    others = [name for duty in due for name in duty.task.cooperating]
    return list(dict.fromkeys(leads + others))


def write(folder: Path, due: tuple[DueTask, ...]) -> None:
    """Write the official sheet with the state of every task, and the calendar."""
    states = {task.id: task_state(task, REPORTS, AFTER) for task in all_tasks()}
    (folder / "tasks.xlsx").write_bytes(as_xlsx(task_sheet(all_tasks(), states=states)))
    made = datetime(2003, 6, 10, tzinfo=UTC)
    (folder / "tasks.ics").write_bytes(as_calendar(due, made=made))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
