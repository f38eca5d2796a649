"""The task table as the official sheet."""

from gansu_reemployment.measures.targets.tasks.sheet import task_sheet
from gansu_reemployment.measures.targets.tasks.state import TaskState
from gansu_reemployment.measures.targets.tasks.table import all_tasks
from gansu_reemployment.sheets import Label, as_html, as_markdown

TASKS = all_tasks()


def line(task: str, locale: str = "zh_CN") -> str:
    """Return the line of a task in the sheet."""
    lines = as_markdown(task_sheet(TASKS), locale).splitlines()
    return next(text for text in lines if text.startswith(f"| {task} "))


def test_every_task_has_a_row() -> None:
    """The sheet has 78 rows on two landscape pages."""
    sheet = task_sheet(TASKS)

    assert [task.id for task in TASKS] == [row[0] for row in sheet.rows]
    assert (True, 2) == (sheet.landscape, sheet.pages)


def test_inferred_cells_have_a_star() -> None:
    """Only cells that are not in the text have a star."""
    assert (
        "| T31 | 二(五) | 制定减免抵减征收任务的办法 | 省级 | 省地税局\\* "
        "| 省国税局、省工商局、省财政厅 | 2003年6月30日 |  |"
    ) == line("T31")
    assert "2003年6月30日\\* |" in line("T15")


def test_a_blank_has_no_star() -> None:
    """T72 has no lead, so its cell is blank."""
    assert "| 做好劳动防护与安全卫生 | 各级\\* |  |  |  |" in line("T72")


def test_a_task_without_a_date_shows_its_rhythm() -> None:
    """Without a deadline the cell has the rhythm."""
    assert line("T04").endswith("按月、按季 |  |")
    assert line("T65", "en").endswith("monthly |  |")
    assert line("T23").endswith("一次\\* |  |")


def test_words_of_time_have_a_column_of_their_own() -> None:
    """A task that is due as soon as possible does not look undated."""
    assert line("T24").endswith("一次\\* | 尽快 |")
    assert line("T75", "en").endswith("| as soon as possible |")


def test_parts_that_are_not_articles_are_named() -> None:
    """The preamble and the closing are named in both languages."""
    assert line("G1").startswith("| G1 | 序言 |")
    assert line("T75", "en").startswith("| T75 | closing |")


def test_states_add_a_column() -> None:
    """The states of tasks are a column of their own."""
    sheet = task_sheet(TASKS.of_article("二(五)"), states={"T31": TaskState.DONE})

    assert "状态" == sheet.leaves[-1].heading.zh
    assert [None, None, None, None, TaskState.DONE, None, None, None] == [
        row[-1] for row in sheet.rows
    ]


def test_a_title_may_be_given() -> None:
    """A sheet for one department has a title of its own."""
    sheet = task_sheet(TASKS.of_department("省财政厅"), Label("省财政厅任务", "Tasks of finance"))

    assert '<caption><div class="title">省财政厅任务</div></caption>' in as_html(sheet)
