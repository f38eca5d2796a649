"""One person's life through the three security lines (三条保障线), drawn as a timeline.

A laid-off worker of a Tianshui state enterprise leaves the re-employment centre in June 2003,
draws unemployment benefit, then the minimum living allowance, and in September 2005 takes a
public-service post. The person is invented. The library determines the line on the first day of
each stretch. With a file the chart is also written there, as SVG or as PNG.

Usage: ``python examples/three_lines.py [FILE.svg]``
"""

import sys
from datetime import date, timedelta
from pathlib import Path

from attrs import evolve, frozen

from gansu_reemployment import Bureau
from gansu_reemployment.charts import Chart, Period, timeline
from gansu_reemployment.measures.persons.security.facts import Secured
from gansu_reemployment.measures.persons.security.line import Line
from gansu_reemployment.measures.persons.security.rules import Duty
from gansu_reemployment.sheets import Label

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
#: The colours and the dashes of the duties, in their order.
LOOKS = (("#56b4e9", (1, 0)), ("#f0e442", (6, 3)), ("#d0d0d0", (2, 2)))


@frozen
class Stretch:
    """A line from its first to its last day, with its duty."""

    line: Line
    first: date
    last: date
    duty: Duty

    @property
    def name(self) -> str:
        """The name of the line: without one the worker is in work."""
        return "公益性岗位就业" if self.line is Line.NONE else self.line.value


def main(file: Path | None = None) -> None:
    """Print the stretches, and draw them."""
    life = list(stretches())
    for stretch in life:
        duty = "" if stretch.duty is Duty.NONE else f"（{stretch.duty.value}）"
        print(f"{stretch.first} 至 {stretch.last}  {stretch.name}{duty}")
    if file:
        chart(life).save(file)


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


def chart(life: list[Stretch]) -> Chart:
    """Return the timeline: a period for each stretch, in the colour of its duty."""
    periods = [
        Period(
            line=stretch.name,
            first=stretch.first,
            last=stretch.last,
            text=f"至 {stretch.last}",
            kind=stretch.duty,
        )
        for stretch in life
    ]
    duties = dict.fromkeys(stretch.duty for stretch in life)
    kinds = [(duty, *look) for duty, look in zip(duties, LOOKS, strict=False)]
    return timeline(Label("三条保障线衔接（天水市）", "The three lines (Tianshui)"), periods, kinds)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
