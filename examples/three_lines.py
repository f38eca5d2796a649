"""One person's life through the three security lines (三条保障线), drawn as a timeline.

A laid-off worker of a Tianshui state enterprise leaves the re-employment centre in June 2003,
draws unemployment benefit, then the minimum living allowance, and in September 2005 takes a
public-service post. The person is invented. The library determines the line on the first day of
each stretch. With a file the drawing is also written there.

Usage: ``python examples/three_lines.py [FILE.svg]``
"""

import sys
from datetime import date, timedelta
from html import escape
from pathlib import Path

from attrs import evolve, frozen

from gansu_reemployment import Bureau
from gansu_reemployment.measures.persons.security.facts import Secured
from gansu_reemployment.measures.persons.security.line import Line
from gansu_reemployment.measures.persons.security.rules import Duty

BUREAU = Bureau.of("天水市")
FIRST, LAST = date(2003, 1, 1), date(2005, 12, 31)
HIRED = date(2005, 9, 1)
WORKER = Secured(
    in_centre=True,
    agreement_ends=date(2003, 6, 30),
    labour_relation_ended=True,
    years_paid=8,
    benefit_from=date(2003, 7, 1),
    qualifies=True,
    able=True,
    willing=True,
    employed=False,
)
COLOURS = {
    Line.BASIC: "#c8553d",
    Line.INSURANCE: "#588b8b",
    Line.ALLOWANCE: "#f28f3b",
    Line.NONE: "#93a8ac",
}
WIDTH, LEFT, BAR = 960, 40, 46


@frozen
class Stretch:
    """A line from its first to its last day, with its duty."""

    line: Line
    first: date
    last: date
    duty: Duty

    @property
    def name(self) -> str:
        """The text on the drawing: without a line the worker is in work."""
        return "公益性岗位就业" if self.line is Line.NONE else self.line.value


def main(file: Path | None = None) -> None:
    """Print the stretches, and draw them."""
    life = list(stretches())
    for stretch in life:
        duty = "" if stretch.duty is Duty.NONE else f"（{stretch.duty.value}）"
        print(f"{stretch.first} 至 {stretch.last}  {stretch.name}{duty}")
    svg = drawing(life)
    print(f"时间轴：{len(life)} 段，{len(svg)} 个字符的 SVG")
    if file:
        file.write_text(svg, encoding="utf-8")


def stretches() -> list[Stretch]:
    """Return the worker's stretches, each determined on its first day."""
    life, day = [], FIRST
    while day <= LAST:
        worker = evolve(WORKER, employed=day >= HIRED)
        found = BUREAU.security_line(worker, on=day).value
        if found is None:
            break
        hired = HIRED - timedelta(days=1) if day < HIRED else LAST
        last = min(found.ends_on or hired, hired, LAST)
        life.append(Stretch(found.line, day, last, found.duty))
        day = last + timedelta(days=1)
    return life


def drawing(life: list[Stretch]) -> str:
    """Return the timeline as SVG: a bar for each stretch, the years below."""
    bars = "\n".join(bar(stretch, number) for number, stretch in enumerate(life))
    years = "\n".join(year_mark(year) for year in range(FIRST.year, LAST.year + 1))
    height = 2 * LEFT + len(life) * BAR
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'font-family="sans-serif" font-size="14">\n'
        f'<text x="{LEFT}" y="24" font-size="18">三条保障线衔接（天水市）</text>\n'
        f'{bars}\n<g transform="translate(0,{height - 14})">\n{years}\n</g>\n</svg>\n'
    )


def bar(stretch: Stretch, number: int) -> str:
    """Return the SVG of one stretch with its name and days."""
    start, end = position(stretch.first), position(stretch.last + timedelta(days=1))
    top = LEFT + number * BAR
    days = f"{stretch.first:%Y.%m.%d} – {stretch.last:%Y.%m.%d}"
    duty = "" if stretch.duty is Duty.NONE else f"，{stretch.duty.value}"
    text = escape(f"{stretch.name}{duty}  {days}")
    left, anchor = (start, "start") if start < WIDTH / 2 else (end, "end")
    return (
        f'<rect x="{start}" y="{top}" width="{end - start}" height="18" rx="4" '
        f'fill="{COLOURS[stretch.line]}"><title>{text}</title></rect>\n'
        f'<text x="{left}" y="{top + 33}" text-anchor="{anchor}">{text}</text>'
    )


def year_mark(year: int) -> str:
    """Return the SVG of the mark of a year's first day."""
    return f'<text x="{position(date(year, 1, 1))}" fill="#555">{year}</text>'


def position(day: date) -> int:
    """Return the position of a day from the left, in whole points."""
    span = (LAST - FIRST).days + 1
    return LEFT + (day - FIRST).days * (WIDTH - 2 * LEFT) // span


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
