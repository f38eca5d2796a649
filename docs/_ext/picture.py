"""Draw ``_static/breakdown.svg``, the table of README.md: ``python docs/_ext/picture.py``."""

import sys
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "examples"))

from breakdown_2003 import DAY, EMPLOYED, LOT, SHARES, TOTAL, UNEMPLOYED, allocated  # noqa: E402

from gansu_reemployment import Bureau  # noqa: E402
from gansu_reemployment.measures.targets.facts import Factor, Target  # noqa: E402

PICTURE = ROOT / "docs" / "_static" / "breakdown.svg"
TITLE = "新增就业目标分解试算表 · Trial breakdown of a target of new jobs"
HEADINGS = ("地区 Place", "单因素 One factor", "双因素 Two factors")
NOTE = "试算，非历史分解 · a calculation, not history; 临夏、甘南无数据 · no figures"
WIDTH, LINE, TOP = 640, 26, 78
#: Where each column begins or, for numbers, ends.
PLACES = (40, 400, 600)


def main() -> None:
    """Write the picture."""
    PICTURE.write_text(drawing(rows()), encoding="utf-8", newline="\n")


def rows() -> list[tuple[str, int, int]]:
    """Divide by one factor and by two, as the example does, and add up."""
    bureau = Bureau.of("甘肃省")
    one = Target(total=TOTAL, factors=(Factor(weights=EMPLOYED),))
    two = Target(
        total=TOTAL,
        factors=(
            Factor(name="单位从业人员", share=SHARES[0], weights=EMPLOYED),
            Factor(name="登记失业人员", share=SHARES[1], weights=UNEMPLOYED),
        ),
        lot=LOT,
    )
    first, second = (allocated(bureau.breakdown(target, on=DAY)) for target in (one, two))
    table = [(place, first[place], second[place]) for place in first]
    return [*table, ("合计 Total", sum(first.values()), sum(second.values()))]


def drawing(table: list[tuple[str, int, int]]) -> str:
    """Draw the table, with its text first for readers who cannot see it."""
    height = TOP + LINE * (len(table) + 1) + 14
    described = "; ".join(f"{place} {one:,} / {two:,}" for place, one, two in table)
    lines = [line(number, row) for number, row in enumerate(table)]
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
            '<g font-family="sans-serif" font-size="15" fill="#222">',
            f"<title>{escape(TITLE)}</title>",
            f"<desc>{escape(described)}</desc>",
            f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
            f'<text x="{WIDTH // 2}" y="30" text-anchor="middle" font-size="17">{TITLE}</text>',
            f'<g font-weight="bold">{cells(HEADINGS, TOP - 12)}</g>',
            rule(TOP - 4),
            *lines[:-1],
            rule(TOP + LINE * (len(lines) - 1) - 2),
            f'<g font-weight="bold">{lines[-1]}</g>',
            f'<text x="40" y="{height - 10}" font-size="12" fill="#555">{escape(NOTE)}</text>',
            "</g>\n</svg>\n",
        )
    )


def line(number: int, row: tuple[str, int, int]) -> str:
    """Draw one row."""
    place, one, two = row
    return cells((place, f"{one:,}", f"{two:,}"), TOP + LINE * number + 18)


def cells(texts: tuple[str, ...], y: int) -> str:
    """Draw the cells of a row: the place to the left, numbers to the right."""
    anchors = ("start", "end", "end")
    return "".join(
        f'<text x="{x}" y="{y}" text-anchor="{anchor}">{escape(text)}</text>'
        for x, anchor, text in zip(PLACES, anchors, texts, strict=True)
    )


def rule(y: int) -> str:
    """Draw a line across the table."""
    return f'<path d="M40 {y}H600" stroke="#222"/>'


if __name__ == "__main__":
    main()
