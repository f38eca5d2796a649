"""Fee relief: the national list, terms, trades by regime, and the province's list."""

from datetime import date

import pytest
from attrs import evolve
from lacking import lacking

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.tables import amended
from gansu_reemployment.measures.taxes.facts import Trade
from gansu_reemployment.measures.taxes.fee_items import NATIONAL_ITEMS, FeeDepartment
from gansu_reemployment.measures.taxes.fee_relief import (
    Charge,
    FeeClaim,
    FeeRelief,
    FeeRules,
    fee_relief,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

LOCAL = Instrument("", "省定项目", (), date(2003, 1, 1), date(2003, 1, 1)).at(
    standing=Standing.ASSUMED
)
STALL = FeeClaim(
    trade=Trade.CATERING,
    licensed_on=date(2003, 7, 1),
    charges=(
        Charge(item="个体工商户注册登记费", amount=Yuan(20)),
        Charge(item="卫生许可证工本费", amount=Yuan(5)),
    ),
)


def work(stall: FeeClaim, on: date, rules: FeeRules | None = None) -> Outcome[FeeRelief]:
    """Decide one case."""
    return fee_relief(CaseWorking(on), stall, rules or FeeRules())


def codes(stall: FeeClaim, on: date) -> list[str]:
    """Return the codes of the refusals."""
    return [refusal.code for refusal in work(stall, on).refusals]


def test_listed_fees_fall_away() -> None:
    """All of the national list is relieved, for three years from the licence."""
    result = work(STALL, date(2003, 7, 1)).value
    assert result is not None
    assert (Yuan(25), Yuan(0)) == (result.relief, result.payable)
    assert date(2006, 6, 30) == result.last_day
    assert "个体工商户注册登记费 0.00" == result.lines[0].show("zh_CN")


def test_national_list_names_seventeen_items_of_seven_departments() -> None:
    """The list is that of the document, and no item is on it twice."""
    items = [item for department in FeeDepartment for item in NATIONAL_ITEMS[department]]
    assert 17 == len(items) == len(set(items))


@pytest.mark.parametrize(
    ("on", "refused"),
    [
        (date(2003, 6, 30), ["not-begun"]),
        (date(2003, 7, 1), []),
        (date(2006, 6, 30), []),
        (date(2006, 7, 1), ["term-over"]),
    ],
)
def test_term_from_the_licence(on: date, refused: list[str]) -> None:
    """A term runs on past 2005, to the day before its third anniversary."""
    assert refused == codes(STALL, on)


def test_before_the_licence_the_term_has_not_begun() -> None:
    """The day before the licence is refused by the rule of the term."""
    (refusal,) = work(STALL, date(2003, 6, 30)).refusals
    assert refusal.used is not None
    assert ("not-begun", "fee_relief.term_years") == (refusal.code, refusal.used.rule.path)


@pytest.mark.parametrize(
    ("licensed_on", "on", "refused"),
    [
        (date(2002, 9, 29), date(2003, 1, 1), ["licensed-before-policy"]),
        (date(2002, 9, 30), date(2003, 1, 1), []),
        (date(2008, 12, 31), date(2009, 1, 1), []),
        (date(2009, 1, 1), date(2009, 1, 1), ["licensed-too-late"]),
    ],
)
def test_licences_that_count(licensed_on: date, on: date, refused: list[str]) -> None:
    """Licences from the beginning of the policy to the end of 2008 count."""
    assert refused == codes(evolve(STALL, licensed_on=licensed_on), on)


@pytest.mark.parametrize(
    ("trade", "licensed_on", "on", "refused"),
    [
        (Trade.INTERNET_CAFE, date(2005, 12, 31), date(2005, 12, 31), ["excluded-trade"]),
        (Trade.HOUSING_AGENCY, date(2005, 7, 1), date(2005, 12, 31), []),
        (Trade.HOUSING_AGENCY, date(2005, 7, 1), date(2006, 1, 1), ["excluded-trade"]),
        (Trade.HOUSING_AGENCY, date(2006, 1, 1), date(2006, 1, 1), ["excluded-trade"]),
        (Trade.CATERING, date(2005, 7, 1), date(2006, 1, 1), []),
    ],
)
def test_exclusions_of_2006_hold_for_running_terms(
    trade: Trade, licensed_on: date, on: date, refused: list[str]
) -> None:
    """What is left of a running term goes on under the notice of 2006."""
    stall = evolve(STALL, trade=trade, licensed_on=licensed_on)
    assert refused == codes(stall, on)


@pytest.mark.parametrize(
    ("on", "refused"),
    [
        (date(2007, 2, 28), ["not-begun"]),
        (date(2007, 3, 1), []),
        (date(2009, 6, 1), []),
        (date(2010, 2, 28), []),
        (date(2010, 3, 1), ["term-over"]),
    ],
)
def test_licence_of_2007_has_three_years(on: date, refused: list[str]) -> None:
    """The relief of a licence of 2007 ends with its three years."""
    assert refused == codes(evolve(STALL, licensed_on=date(2007, 3, 1)), on)


@pytest.mark.parametrize(
    ("item", "on", "refused"),
    [
        ("个体工商户管理费", date(2008, 8, 31), []),
        ("个体工商户管理费", date(2008, 9, 1), ["fee-abolished"]),
        ("集贸市场管理费", date(2008, 9, 1), ["fee-abolished"]),
        ("卫生许可证工本费", date(2008, 9, 1), []),
    ],
)
def test_fee_must_still_exist(item: str, on: date, refused: list[str]) -> None:
    """A fee that is no longer levied may not be charged, so there is nothing to relieve."""
    charges = (Charge(item=item, amount=Yuan(60)),)
    assert refused == codes(evolve(STALL, licensed_on=date(2007, 3, 1), charges=charges), on)


def test_last_day_of_entry_is_a_reading() -> None:
    """The notice of 2006 gives the life of the policy, not a last day of entry."""
    row = FeeRules().entry_until.on(date(2008, 1, 1))
    assert (date(2008, 12, 31), Standing.ASSUMED) == (row.value, row.cite.standing)
    assert row.note


@pytest.mark.parametrize(
    ("licensed_on", "on", "known_on", "refused"),
    [
        (date(2005, 12, 31), date(2005, 12, 31), date(2005, 12, 31), []),
        (date(2006, 1, 1), date(2006, 2, 1), date(2006, 3, 1), ["licensed-too-late"]),
        (date(2006, 1, 1), date(2006, 2, 1), date(2006, 3, 2), ["excluded-trade"]),
    ],
)
def test_as_known_before_the_notice_of_2006(
    licensed_on: date, on: date, known_on: date, refused: list[str]
) -> None:
    """Until the notice of 2006 is seen in use, relief ends with the licences of 2005."""
    rules = Rulebook.national().as_known(known_on).of(FeeRules)
    stall = evolve(STALL, trade=Trade.HOUSING_AGENCY, licensed_on=licensed_on)
    assert refused == [refusal.code for refusal in work(stall, on, rules).refusals]


def test_list_of_the_province_is_asked_for() -> None:
    """A fee that the national list lacks may be on the province's, so that list is asked for."""
    stall = evolve(STALL, charges=(Charge(item="卫生服务费", amount=Yuan(8)),))
    outcome = work(stall, date(2003, 9, 1))
    assert {"fee_relief.provincial_items": date(2003, 9, 1)} == lacking(outcome)


def test_refusals_stand_beside_an_unknown_list() -> None:
    """A term that is over refuses a fee of which no list is known, too."""
    stall = evolve(STALL, charges=(Charge(item="卫生服务费", amount=Yuan(8)),))
    outcome = work(stall, date(2009, 9, 1))
    assert ["term-over"] == [refusal.code for refusal in outcome.refusals]
    assert ("rule-not-known:fee_relief.provincial_items",) == outcome.missing


@pytest.mark.parametrize(("item", "payable"), [("卫生服务费", Yuan(0)), ("停车费", Yuan(8))])
def test_list_of_the_province_is_followed(item: str, payable: Yuan) -> None:
    """Once the region has set its list, the fees on it are relieved, and no others."""
    national = FeeRules()
    row = Provision(date(2003, 1, 1), frozenset({"卫生服务费"}), LOCAL, region="620000")
    rules = amended(national, provincial_items=national.provincial_items.amended([row]))
    stall = evolve(STALL, charges=(Charge(item=item, amount=Yuan(8)),))
    result = work(stall, date(2003, 9, 1), rules).value
    assert result is not None
    assert payable == result.payable


def test_fees_of_2002_are_relieved_from_the_day_of_the_list() -> None:
    """A licence of the first days is relieved from the list on, before any relief of taxes."""
    stall = evolve(STALL, licensed_on=date(2002, 9, 30))
    before, found = (work(stall, date(2002, 10, day)) for day in (16, 17))
    assert "rule-not-known:fee_relief.items" in before.missing
    assert found.value is not None
    assert date(2005, 9, 29) == found.value.last_day


@pytest.mark.parametrize(
    ("licensed_on", "status"),
    [(date(2006, 12, 31), "decided"), (date(2007, 1, 1), "refused")],
)
def test_term_is_that_of_the_day_of_the_licence(licensed_on: date, status: str) -> None:
    """A term of one year from 2007 on would not shorten the term of an earlier licence."""
    shorter = Bureau.of("甘肃省").supposing({"fee_relief.term_years": 1}, since=date(2007, 1, 1))
    stall = evolve(STALL, licensed_on=licensed_on)
    assert status == shorter.fee_relief(stall, on=date(2008, 1, 1)).status


@pytest.mark.parametrize(
    ("licensed_on", "status"),
    [(date(2006, 12, 31), "decided"), (date(2007, 1, 1), "refused")],
)
def test_entry_is_that_of_the_day_of_the_licence(licensed_on: date, status: str) -> None:
    """A last day of entry that is brought forward later refuses no licence from before."""
    earlier = {"fee_relief.entry_until": date(2006, 6, 30)}
    bureau = Bureau.of("甘肃省").supposing(earlier, since=date(2007, 1, 1))
    stall = evolve(STALL, licensed_on=licensed_on)
    assert status == bureau.fee_relief(stall, on=date(2008, 1, 1)).status


def test_unknown_licence_leaves_it_open() -> None:
    """Without the day of the licence there is no term."""
    assert ("licensed_on",) == work(evolve(STALL, licensed_on=None), date(2003, 9, 1)).missing


def test_something_must_be_charged() -> None:
    """A claim without fees is a fault."""
    with pytest.raises(InvalidFactsError, match="charges: "):
        evolve(STALL, charges=())
