"""A bank's quarter: from its register of loans to the claim for the interest subsidy (贴息申报).

The register is in ``data/bank_loans_2003q3.csv``, in gb18030 as a bank of 2003 would have
exported it; the borrowers are invented. The finance office checks it loan by loan: amounts that
the bank claims in excess of the law are in a separate column. With a folder the sheets, each of
which prints on one page, and the unreadable rows are also written there.

Usage: ``python examples/quarterly_interest_claim.py [FOLDER]``
"""

import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from gansu_reemployment import Bureau
from gansu_reemployment.measures.loans.interest.facts import BankClaim, RegisterLoan
from gansu_reemployment.measures.loans.interest.sheet import detail_sheet, summary_sheet
from gansu_reemployment.registers import read_register
from gansu_reemployment.sheets import Filing, Sheet, as_markdown, as_xlsx

REGISTER = Path(__file__).parent / "data" / "bank_loans_2003q3.csv"
SETTLED_ON = date(2003, 9, 20)
#: The bank is invented; who signs is left blank.
BANK = Filing(by="天水市某商业银行", on=date(2003, 9, 25))


def main(folder: Path | None = None) -> None:
    """Print the claim and its details."""
    with TemporaryDirectory() as spare:
        loans, names = read(folder or Path(spare))
    claim = BankClaim(settled_on=SETTLED_ON, loans=loans)
    outcome = Bureau.of("天水市").interest_claim(claim, on=SETTLED_ON)
    if outcome.value is None:
        print(outcome.explain())
        return
    sheets = {
        "claim": summary_sheet(SETTLED_ON, outcome.value, BANK),
        "claim_details": detail_sheet(SETTLED_ON, outcome.value, names, BANK),
    }
    for sheet in sheets.values():
        print(as_markdown(sheet, "zh_CN"))
    if folder:
        write(folder, sheets)


def read(folder: Path) -> tuple[tuple[RegisterLoan, ...], dict[str, str]]:
    """Read the register; write bad rows to a separate file, and print the counts."""
    with read_register(REGISTER, RegisterLoan, rejects=folder / "rejects.csv") as register:
        entries = list(register)
        print(f"台账：通过 {register.counts.accepted} 笔，退回 {register.counts.rejected} 笔\n")
    names = {entry.facts.number or "": entry.person.name or "" for entry in entries}
    return tuple(entry.facts for entry in entries), names


def write(folder: Path, sheets: dict[str, Sheet]) -> None:
    """Write the sheets as spreadsheets."""
    for name, sheet in sheets.items():
        (folder / f"interest_{name}.xlsx").write_bytes(as_xlsx(sheet))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
