"""A quarter of an employer: from the roster to the claim sheet of the insurance subsidy (社保补贴).

The roster is in ``data/roster_2003q3.csv``, in gb18030 as an office of 2003 would have exported
it; the firm and the persons are invented. The local average wage of 2002 is unknown, so an
invented one is used. With a folder the sheets and the rejects are also written there.

Usage: ``python examples/insurance_quarter.py [FOLDER]``
"""

import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from gansu_reemployment import Bureau, Yuan
from gansu_reemployment.measures.subsidies.insurance.facts import Employer
from gansu_reemployment.measures.subsidies.insurance.roster import Hire, QuarterlyClaim
from gansu_reemployment.measures.subsidies.insurance.sheet import granted_sheet, not_granted_sheet
from gansu_reemployment.registers import read_register
from gansu_reemployment.sheets import Sheet, as_markdown, as_xlsx

ROSTER = Path(__file__).parent / "data" / "roster_2003q3.csv"
FIRST_DAY = date(2003, 7, 1)
CLAIMED_ON = date(2003, 10, 9)
#: Of a year; invented, because no figure is published.
AVERAGE_WAGE = Yuan("11147.04")


def main(folder: Path | None = None) -> None:
    """Print the sheets of what is granted and what is not."""
    with TemporaryDirectory() as spare:
        hires, names = read(folder or Path(spare))
    claim = QuarterlyClaim(
        employer=Employer.SERVICE,
        first_day=FIRST_DAY,
        claimed_on=CLAIMED_ON,
        in_arrears=False,
        papers_complete=True,
        average_wage=AVERAGE_WAGE,
        hires=hires,
    )
    outcome = Bureau.of("天水市").insurance_claim(claim, on=CLAIMED_ON)
    if outcome.value is None:
        print(outcome.explain())
        return
    sheets = {
        "granted": granted_sheet(claim, outcome.value, names),
        "not_granted": not_granted_sheet(claim, outcome.value, names),
    }
    for sheet in sheets.values():
        print(as_markdown(sheet, "zh_CN"))
    if folder:
        write(folder, sheets)


def read(folder: Path) -> tuple[tuple[Hire, ...], dict[str, str]]:
    """Read the roster; write bad rows to a separate file, and print the counts."""
    with read_register(ROSTER, Hire, rejects=folder / "rejects.csv") as roster:
        entries = list(roster)
        print(f"花名册：通过 {roster.counts.accepted} 人，退回 {roster.counts.rejected} 人\n")
    names = {entry.facts.number: entry.person.name or "" for entry in entries}
    return tuple(entry.facts for entry in entries), names


def write(folder: Path, sheets: dict[str, Sheet]) -> None:
    """Write the sheets as spreadsheets."""
    for name, sheet in sheets.items():
        (folder / f"insurance_{name}.xlsx").write_bytes(as_xlsx(sheet))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
