"""The ready sheets of results: breakdown, transfer, instalments, candidates."""

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve
from known_facts import WORKER

from gansu_reemployment import Bureau, Target, Worker, Yuan, load_host
from gansu_reemployment.facts import (
    Direction,
    Factor,
    Form,
    FundFactor,
    FundShare,
    Group,
    InstalmentLoan,
    Method,
    Transfer,
)
from gansu_reemployment.registers import pool_of
from gansu_reemployment.sheets import (
    Graph,
    Sheet,
    as_markdown,
    breakdown_sheet,
    candidates_sheet,
    instalments_sheet,
    transfer_sheet,
)
from gansu_reemployment.sheets.cells import cell_text

DAY = date(2003, 7, 1)


@pytest.fixture(name="bureau", scope="module")
def _bureau() -> Bureau:
    return Bureau.of("天水市", host=load_host([]))


def worker(born: int, *, able: bool | None = True) -> Worker:
    """Return a laid-off woman."""
    return evolve(WORKER, born_on=date(born, 3, 1), able=able)


def names_of(sheet: Sheet, locale: str) -> list[str]:
    """Return the names in the first column."""
    return [cell_text(name, locale) for name in sheet.cells(0)]


def test_breakdown(bureau: Bureau) -> None:
    """Units below another one are indented, and the total counts nothing twice."""
    weights = {"天水市": 3, "秦城区": 2, "北道区": 1, "开发区一处": 1}
    target = Target(
        total=400,
        factors=(Factor(weights=weights),),
        parents={"秦城区": "天水市", "北道区": "天水市"},
    )
    result = bureau.breakdown(target, on=DAY).unwrap()
    sheet = breakdown_sheet(target, result)
    rows = [line.cells for line in sheet.body()]
    assert (300, 200, 100, 100, 400) == tuple(number for _name, number in rows)
    assert ["天水市", "　秦城区", "　北道区", "开发区一处"] == names_of(sheet, "zh_CN")
    english = ["Tianshui City", "　Qincheng District", "　Beidao District", "开发区一处"]
    assert english == names_of(sheet, "en")
    assert Graph(names=0, bars=(1,)) == sheet.graph


def test_transfer(bureau: Bureau) -> None:
    """The amounts add up to the pot, and what each factor moved to zero."""
    shares = [
        FundShare(factor=factor, weight=Fraction(1, 2), direction=Direction.MORE, values=values)
        for factor, values in (
            (FundFactor.NET_NEW_JOBS, {"兰州市": 2, "天水市": 1}),
            (FundFactor.PUBLIC_POSTS, {"兰州市": 1, "天水市": 1}),
        )
    ]
    transfer = Transfer(pot=Yuan("300.01"), form=Form.SHARE, factors=tuple(shares))
    sheet = transfer_sheet(bureau.allocate(transfer, on=DAY).unwrap())
    assert ["兰州市", "天水市"] == names_of(sheet, "zh_CN")
    assert ["Lanzhou City", "Tianshui City"] == names_of(sheet, "en")
    total = sheet.total_row()
    assert total is not None
    assert (Yuan("300.01"), Yuan(0), Yuan(0)) == total[1:]
    assert "净增就业岗位数" in as_markdown(sheet, "zh_CN")


def test_instalments(bureau: Bureau) -> None:
    """Every instalment has its row, and the principal adds up."""
    loan = InstalmentLoan(
        principal=Yuan(12_000),
        annual_rate=Fraction(6, 100),
        drawn_on=DAY,
        months=12,
        method=Method.EQUAL_PRINCIPAL,
    )
    sheet = instalments_sheet(bureau.instalments(loan, on=DAY).unwrap())
    assert 12 == len(sheet.rows)
    assert sheet.graph
    drawn = [sheet.leaves[index].heading.zh for index in (*sheet.graph.bars, sheet.graph.line or 0)]
    assert ["本金", "利息", "提前还本", "贷款余额"] == drawn
    total = sheet.total_row()
    assert total is not None
    assert (Yuan(12_390), Yuan(12_000), Yuan(390), Yuan(0), None) == total[2:]


def test_candidates_from_workers(bureau: Bureau) -> None:
    """Workers are classified and ordered; a refused one is not in the order."""
    workers = {"7": worker(1980), "8": worker(1960), "9": worker(1960, able=False)}
    days = {"7": date(2002, 1, 5), "8": date(2003, 1, 5), "9": date(2002, 1, 5)}
    offers = bureau.candidates(pool_of(workers, bureau, on=DAY, registered_on=days), on=DAY)
    sheet = candidates_sheet(offers.unwrap(), {"8": "李梅"})
    assert [(1, "8", "李梅", Group.OLDER, 1), (2, "7", "", Group.GENERAL, 2)] == list(sheet.rows)


def test_undecided_worker_leaves_the_order_undecided(bureau: Bureau) -> None:
    """Workers of a list are numbered, and nobody drops out for an unknown fact."""
    pool = pool_of([worker(1960), worker(1960, able=None)], bureau, on=DAY)
    assert ("1.registered_on", "2.hardship", "2.registered_on") == bureau.candidates(
        pool, on=DAY
    ).missing
