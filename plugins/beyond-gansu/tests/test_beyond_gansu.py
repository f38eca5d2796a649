"""The rules of named places outside Gansu, through the installed entry point."""

from datetime import date

import pytest

from gansu_reemployment import Bureau, EntitledGroup, Group, Sex, Worker


def man(born_on: date) -> Worker:
    """Return an entitled man."""
    return Worker(
        sex=Sex.MALE,
        born_on=born_on,
        group=EntitledGroup.LAID_OFF_SOE,
        able=True,
        willing=True,
        employed=False,
        retired=False,
        internally_retired=False,
    )


@pytest.mark.parametrize(
    ("born_on", "group"),
    [(date(1957, 12, 31), Group.OLDER), (date(1958, 1, 1), Group.GENERAL)],
)
def test_qingdao_counts_the_age_at_the_end_of_2002(born_on: date, group: Group) -> None:
    """A man of 45 at the end of 2002 is in the group in Qingdao, one a day younger is not."""
    outcome = Bureau.of("青岛市").hardship(man(born_on), on=date(2003, 7, 1))
    assert group is outcome.value


def test_nanjing_takes_men_of_45_from_its_own_day() -> None:
    """The local age applies from its day, the national one before."""
    worker = man(date(1956, 1, 1))
    bureau = Bureau.of("南京市")
    days = (date(2003, 1, 30), date(2003, 1, 31))
    assert [Group.GENERAL, Group.OLDER] == [bureau.hardship(worker, on=day).value for day in days]


def test_explanation_names_the_layer() -> None:
    """An explanation names the place that set a value."""
    outcome = Bureau.of("南京市").hardship(man(date(1956, 1, 1)), on=date(2003, 2, 1))
    assert "age of men (full years or more): 45 (Nanjing City) [" in outcome.explain("en")
