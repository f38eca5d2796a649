"""The rows of the task table: complete, and found by their columns."""

import re
from collections import Counter
from datetime import date

import pytest

from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.measures.targets.tasks.codes import Rhythm, Role, TaskKind, TaskLevel
from gansu_reemployment.measures.targets.tasks.table import _TABLE, Task, Tasks, all_tasks

TASKS = all_tasks()


def ids(tasks: Tasks) -> list[str]:
    """Return the ids of the rows."""
    return [task.id for task in tasks]


def test_all_rows_in_the_order_of_the_text() -> None:
    """There are three headline rows and 75 tasks, each once."""
    expected = ["G1", "G2", "G3", *(f"T{number:02}" for number in range(1, 76))]

    assert expected == ids(TASKS)
    assert 78 == len(TASKS)


def test_the_file_names_its_source() -> None:
    """The first line names the source of the rows."""
    assert _TABLE.read_text(encoding="utf-8").startswith("# source: the Gansu opinion")


def test_counts_of_deadlines_and_rhythms() -> None:
    """The numbers of dated and periodic rows are those counted by hand."""
    deadlines = Counter(task.deadline for task in TASKS if task.deadline)
    rhythms = Counter(rhythm for task in TASKS for rhythm in task.rhythms)

    assert {
        date(2003, 6, 30): 7,
        date(2003, 7, 31): 1,
        date(2003, 9, 30): 1,
        date(2003, 12, 31): 3,
    } == deadlines
    assert {
        Rhythm.ONCE: 29,
        Rhythm.MONTHLY: 4,
        Rhythm.QUARTERLY: 2,
        Rhythm.CONTINUOUS: 5,
    } == rhythms


def test_the_row_that_is_monthly_and_quarterly() -> None:
    """T04 is followed by month and by quarter."""
    assert (Rhythm.MONTHLY, Rhythm.QUARTERLY) == TASKS.find("T04").rhythms
    assert ["T04", "T66"] == ids(TASKS.of_rhythm(Rhythm.QUARTERLY))


def test_three_departments_may_lead_together() -> None:
    """T30 has three leading departments."""
    assert ("省国税局", "省地税局", "省工商局") == TASKS.find("T30").lead


def test_of_department() -> None:
    """A department is found in one role or in both."""
    assert ["T23", "T25", "T27", "T34"] == ids(TASKS.of_department("省财政厅", Role.LEAD))
    assert ["T06", "T24", "T31", "T32", "T56"] == ids(
        TASKS.of_department("省财政厅", Role.COOPERATING)
    )
    assert 9 == len(TASKS.of_department("省财政厅"))


@pytest.mark.parametrize("member", ["省教育厅", "省监察厅", "省建设厅", "省物价局", "省编办"])
def test_silent_members_are_in_one_row_only(member: str) -> None:
    """Members of the leading group without a task are only in T06."""
    assert ["T06"] == ids(TASKS.of_department(member))


def test_unknown_department_names_the_nearest() -> None:
    """An unknown name is rejected with the nearest ones."""
    with pytest.raises(UnknownNameError) as error:
        TASKS.of_department("省财政局")

    assert "省财政厅" in error.value.near


def test_of_article() -> None:
    """The rows of an article are found; an unknown article is rejected."""
    assert ["T23", "T24", "T25", "T26"] == ids(TASKS.of_article("二(四)"))
    with pytest.raises(UnknownNameError):
        TASKS.of_article("七(一)")


def test_of_kind_finds_rows_with_several_kinds() -> None:
    """T28 is of three kinds."""
    for kind in (TaskKind.INSTITUTION, TaskKind.FUND, TaskKind.RULE):
        assert "T28" in ids(TASKS.of_kind(kind))


def test_of_level_counts_rows_for_every_level() -> None:
    """A row for every level counts for counties, but not for enterprises."""
    assert {"T01", "T03", "T05", "T60"} <= set(ids(TASKS.of_level(TaskLevel.COUNTY)))
    assert "T14" not in ids(TASKS.of_level(TaskLevel.COUNTY))
    assert ["T59", "T60"] == ids(TASKS.of_level(TaskLevel.ENTERPRISE))


def test_due_by_the_day_before_and_the_day() -> None:
    """A row is due by the day of its deadline."""
    assert [] == ids(TASKS.due_by(date(2003, 6, 29)))
    assert ["T14", "T15", "T18", "T28", "T31", "T34", "T64"] == ids(TASKS.due_by(date(2003, 6, 30)))
    assert "T16" not in ids(TASKS.due_by(date(2003, 7, 30)))
    assert "T16" in ids(TASKS.due_by(date(2003, 7, 31)))


def test_find_rejects_an_unknown_id() -> None:
    """An unknown id is rejected with the nearest ones."""
    with pytest.raises(UnknownNameError, match="T7"):
        TASKS.find("T76")


def test_ways_of_finding_combine() -> None:
    """The rows found are a table again."""
    found = TASKS.of_department("省劳动保障厅").of_kind(TaskKind.REPORT)

    assert ["T65", "T66"] == ids(found)


def test_standing_of_columns() -> None:
    """Inferred columns and the kind are assumed; other columns are read."""
    platform = TASKS.find("T15")

    assert Standing.ASSUMED is platform.standing("deadline")
    assert Standing.READ is platform.standing("lead")
    assert Standing.ASSUMED is platform.standing("kinds")


@pytest.mark.parametrize(("task", "article"), [("G1", "序言"), ("T15", "二(三)"), ("T75", "结尾")])
def test_rows_cite_their_article(task: str, article: str) -> None:
    """Each row cites its article of the opinion."""
    assert article == TASKS.find(task).cite("lead").article


@pytest.mark.parametrize("task", TASKS.rows, ids=lambda task: task.id)
def test_each_row_is_complete(task: Task) -> None:
    """A row has both languages, a level and a kind, and known inferred columns."""
    assert task.zh
    assert task.en
    assert task.levels
    assert task.kinds
    assert re.fullmatch(r"preamble|closing|[一二三四五六]\([一二三四五六七八九十]+\)", task.article)
    assert task.inferred <= {"levels", "lead", "cooperating", "deadline", "rhythms", "indicator"}
    assert task.zh == task.show("zh_CN")
    assert task.en == task.show("en")
