"""The tour (导览): the main tasks, on real rules and a synthetic register."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from attrs import evolve

from gansu_reemployment.assessing import assess_register, print_assessment
from gansu_reemployment.bureau import Bureau
from gansu_reemployment.cli.output import print_sheet
from gansu_reemployment.data.panels import gansu_panel
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.ledger import open_ledger
from gansu_reemployment.measures.persons.facts import EntitledGroup, Sex, Worker
from gansu_reemployment.measures.targets.facts import Factor, Target
from gansu_reemployment.sheets import Label, breakdown_sheet

Print = Callable[[str], None]

DAY: Final = date(2003, 7, 1)
#: The paths of the register: in the wheel, or in the repository.
REGISTERS: Final = (
    Path(__file__).parents[1] / "data" / "register_2003.csv",
    Path(__file__).parents[3] / "examples" / "data" / "register_2003.csv",
)


def tour(locale: str, write: Print, folder: Path) -> None:
    """Print the tour in *locale*; its files are written to *folder*."""
    begun = time.perf_counter()
    bureau = Bureau.of("天水市")
    _heading(_("1. One person: who is she under the policy, and why?"), locale, write)
    _one_person(bureau, locale, write)
    _heading(_("2. A register of 2,000: every row decided or rejected"), locale, write)
    _a_register(bureau, locale, write, folder)
    _heading(
        _("3. 100,000 jobs over the prefectures, by urban unit employment of 2004"), locale, write
    )
    _a_breakdown(locale)
    _heading(_("4. Where to go next"), locale, write)
    write(Message(NEXT).say(locale))
    taken = Message(_("({seconds} seconds)"), {"seconds": f"{time.perf_counter() - begun:.1f}"})
    write(taken.say(locale))


NEXT: Final = _(
    "  python -m gansu_reemployment rule hardship.age_women 2003-07-01   a rule and its document\n"
    "  python -m gansu_reemployment plugins                              what the regions add\n"
    "  python -m gansu_reemployment check                                the worked cases\n"
    "  python -m gansu_reemployment facts loan_terms                     what a measure asks\n"
    "  examples/ and docs/ of the source: programs to run, tutorials and reference"
)


def _one_person(bureau: Bureau, locale: str, write: Print) -> None:
    worker = Worker(
        sex=Sex.FEMALE,
        born_on=date(1963, 3, 1),
        group=EntitledGroup.LAID_OFF_SOE,
        able=True,
        willing=True,
        employed=False,
        retired=False,
        internally_retired=False,
    )
    write(bureau.hardship(worker, on=DAY).explain(locale))


def _a_register(bureau: Bureau, locale: str, write: Print, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    register = next(path for path in REGISTERS if path.exists())
    rejects, file = folder / "rejects.csv", folder / "cases.db"
    with open_ledger(f"sqlite:///{file.as_posix()}") as ledger:
        result = assess_register(
            register, bureau, "hardship", on=DAY, ledger=ledger, rejects=rejects
        )
    print_assessment(result, locale, write)
    for text, path in ((_("Ledger: {path}"), file), (_("Rejects: {path}"), rejects)):
        write(Message(text, {"path": path}).say(locale))


def _a_breakdown(locale: str) -> None:
    weights = gansu_panel().column("unit_wan", 2004)
    target = Target(total=100_000, factors=(Factor(weights=weights),))
    outcome = Bureau.of("甘肃省").breakdown(target, on=date(2003, 6, 10))
    assert outcome.value is not None  # noqa: S101 - the facts are complete
    title = Label("新增就业目标分解表", "Breakdown of the target of new jobs")
    sheet = breakdown_sheet(target, outcome.value, title)
    note = Label(
        "按2004年城镇单位从业人员测算的算例，不是当年的实际分解；临夏、甘南无数据。",
        "A calculation by urban unit employment of 2004, not the split of that year; "
        "there are no figures for Linxia and Gannan.",
    )
    print_sheet(evolve(sheet, notes=(note,)), locale)


def _heading(text: str, locale: str, write: Print) -> None:
    write(f"\n== {Message(text).say(locale)}\n")
