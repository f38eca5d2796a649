"""Make the synthetic register ``data/register_2003.csv`` (合成登记册): 2,000 rows, 40 of them bad.

The persons are invented. Names are drawn from lists; every identity number has a sequence code of
990 to 995, which no county reaches on one day of births. The same seed produces the same file. The
file is in gb18030, as an office of 2003 would have exported it; the headings are those of
``gansu_reemployment.Worker``, and one name has a character that gbk lacks.

Usage: ``python examples/make_register.py [FILE]``
"""

import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

from gansu_reemployment.identity import Sex, check_digit
from gansu_reemployment.measures.persons.facts import EntitledGroup
from gansu_reemployment.registers import write_rows

REGISTER = Path(__file__).parent / "data" / "register_2003.csv"
ROWS = 2_000
#: How often each kind of fault is made.
TIMES = 4

HEADINGS = (
    "序号",
    "姓名",
    "身份证号",
    "性别",
    "出生日期",
    "人员类别",
    "有劳动能力",
    "有就业愿望",
    "在业",
    "企业内部退养",
    "政策前已领执照",
    "政策前已再就业",
    "已退休",
    "距退休年数",
    "年检合格",
    "符合所属类别的具体条件",
    "备注",
)
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = {
    Sex.FEMALE: ("秀英", "玉兰", "桂芳", "淑珍", "红梅", "丽", "霞", "㛃", "桂花", "晓燕", "春香"),
    Sex.MALE: ("建国", "志强", "永福", "军", "卫东", "德明", "国庆", "平", "学文", "正刚", "得胜"),
}
#: One county of each prefecture.
COUNTIES = (
    *("620102", "620201", "620302", "620402", "620502", "620602", "620702"),
    *("620802", "622102", "622421", "622621", "622801", "622901", "623021"),
)
SEQUENCES = {Sex.FEMALE: ("990", "992", "994"), Sex.MALE: ("991", "993", "995")}
#: The day on which the ages of the register are computed, and the threshold of each sex.
DAY = date(2003, 7, 1)
THRESHOLDS = {Sex.FEMALE: 40, Sex.MALE: 50}
REMARKS = (
    "社区推荐",
    "已参加培训，烹饪班",
    '人称"老师傅", 焊工',
    "=见附表",
    "+补交照片",
    "-",
    "@街道",
)

#: The groups, each with its share of a hundred rows.
GROUPS = {
    EntitledGroup.LAID_OFF_SOE: 35,
    EntitledGroup.UNEMPLOYED_SOE: 20,
    EntitledGroup.CLOSED_SOE: 10,
    EntitledGroup.LIVING_ALLOWANCE: 15,
    EntitledGroup.LAID_OFF_COLLECTIVE: 8,
    EntitledGroup.LAID_OFF_OTHER_COLLECTIVE: 4,
    EntitledGroup.EX_SERVICEMAN: 2,
    EntitledGroup.ALLOWANCE_UNDER_A_YEAR: 3,
    EntitledGroup.NONE: 3,
}

#: One row: the cell under each heading.
Cells = dict[str, str]


def main(path: Path = REGISTER) -> None:
    """Write the register to *path*."""
    rng = Random(2003)  # noqa: S311 - the rows must be reproducible, not secret
    used: set[str] = set()
    spoilt = dict(
        zip(rng.sample(range(ROWS), len(SPOILERS) * TIMES), SPOILERS * TIMES, strict=True)
    )
    rows = [make_row(rng, number, used, spoilt.get(number)) for number in range(ROWS)]
    write_rows(path, HEADINGS, rows, encoding="gb18030")


def make_row(
    rng: Random, number: int, used: set[str], spoil: Callable[[Cells], None] | None
) -> list[str]:
    """Build one row, good or spoilt; only good rows have blanks."""
    row = make_person(rng, used)
    row["序号"] = str(number + 1)
    if spoil is None:
        forget(rng, row)
        disguise(rng, row)
        return list(row.values())
    spoil(row)
    return [*row.values(), ""] if spoil is not too_many_cells else [*row.values(), "多余"]


def make_person(rng: Random, used: set[str]) -> Cells:
    """Build the cells of one person, all of them known and right."""
    sex = rng.choice((Sex.FEMALE, Sex.MALE))
    born_on = make_birthday(rng, sex)
    row = dict.fromkeys(HEADINGS, "")
    row["姓名"] = rng.choice(SURNAMES) + rng.choice(GIVEN[sex])
    row["身份证号"] = make_number(rng, sex, born_on, used)
    row["性别"] = sex.value
    row["出生日期"] = born_on.isoformat()
    row["人员类别"] = rng.choices(tuple(GROUPS), tuple(GROUPS.values()))[0].value
    for heading, likely in LIKELY.items():
        row[heading] = "是" if rng.random() < likely else "否"
    row["距退休年数"] = str(max(0, born_on.year + THRESHOLDS[sex] + 10 - DAY.year))
    row["备注"] = rng.choice(REMARKS) if rng.random() < 0.05 else ""
    return row


#: The frequency of the answer yes.
LIKELY = {
    "有劳动能力": 0.95,
    "有就业愿望": 0.9,
    "在业": 0.1,
    "企业内部退养": 0.05,
    "政策前已领执照": 0.04,
    "政策前已再就业": 0.06,
    "已退休": 0.03,
    "年检合格": 0.92,
    "符合所属类别的具体条件": 0.9,
}


def make_birthday(rng: Random, sex: Sex) -> date:
    """Draw a birthday near the threshold of the sex, occasionally on it."""
    threshold = DAY.replace(year=DAY.year - THRESHOLDS[sex])
    if rng.random() < 0.03:
        return threshold + timedelta(days=rng.choice((-1, 0, 1)))
    return threshold + timedelta(days=int((rng.random() + rng.random() - 0.8) * 3_650))


def make_number(rng: Random, sex: Sex, born_on: date, used: set[str]) -> str:
    """Build a unique number of 15 or 18 digits."""
    while True:
        county, sequence = rng.choice(COUNTIES), rng.choice(SEQUENCES[sex])
        first17 = f"{county}{born_on:%Y%m%d}{sequence}"
        if first17 not in used:
            used.add(first17)
            return (
                first17[:6] + first17[8:] if rng.random() < 0.6 else first17 + check_digit(first17)
            )


def forget(rng: Random, row: Cells) -> None:
    """Blank some cells, which are then unknown."""
    for heading in HEADINGS[2:-1]:
        if rng.random() < 0.03:
            row[heading] = ""


def disguise(rng: Random, row: Cells) -> None:
    """Write the birthday, the number and an answer as different clerks would."""
    if row["出生日期"]:
        day = date.fromisoformat(row["出生日期"])
        row["出生日期"] = rng.choice(WRITINGS)(day)
    if rng.random() < 0.05:
        row["身份证号"] = row["身份证号"].translate(FULL_WIDTH)
    if row["有劳动能力"] == "是" and rng.random() < 0.1:
        row["有劳动能力"] = "有"


FULL_WIDTH = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789X"}
WRITINGS: tuple[Callable[[date], str], ...] = (
    date.isoformat,
    lambda day: f"{day.year}.{day.month}.{day.day}",
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day:%Y%m%d}",
    lambda day: f"{day.year}．{day.month}．{day.day}".translate(FULL_WIDTH),
    lambda day: str((day - date(1899, 12, 30)).days),
)


def wrong_check(row: Cells) -> None:
    """Replace the number by one with a wrong check character."""
    number = row["身份证号"]
    first17 = number if len(number) == 18 else f"{number[:6]}19{number[6:]}"
    right = check_digit(first17[:17])
    row["身份证号"] = first17[:17] + ("1" if right != "1" else "2")


def no_such_day(row: Cells) -> None:
    """Write a day that the calendar lacks."""
    row["出生日期"] = row["出生日期"][:4] + "-02-30"


def short_year(row: Cells) -> None:
    """Write the year with two digits."""
    row["出生日期"] = row["出生日期"][2:].replace("-", ".")


def lost_digits(row: Cells) -> None:
    """Replace the number by what a spreadsheet shows of it."""
    row["身份证号"] = "6.20502E+17"


def other_sex(row: Cells) -> None:
    """Enter a sex that contradicts the number."""
    row["性别"] = "女" if row["性别"] == "男" else "男"


def other_birthday(row: Cells) -> None:
    """Enter a birthday that contradicts the number."""
    row["出生日期"] = f"{int(row['出生日期'][:4]) - 1}-01-15"


def unknown_group(row: Cells) -> None:
    """Enter a group that the policy does not have."""
    row["人员类别"] = "下岗人员（其他）"


def no_answer(row: Cells) -> None:
    """Answer neither yes nor no."""
    row["有劳动能力"] = "基本有"


def two_faults(row: Cells) -> None:
    """Enter two faults at once."""
    row["在业"] = "待业"
    row["距退休年数"] = "-1"


def too_many_cells(row: Cells) -> None:
    """Note in the remarks that the row has a cell too many, which is added when it is written."""
    row["备注"] = "本行多一格"


SPOILERS = (
    wrong_check,
    no_such_day,
    short_year,
    lost_digits,
    other_sex,
    other_birthday,
    unknown_group,
    no_answer,
    two_faults,
    too_many_cells,
)

if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
