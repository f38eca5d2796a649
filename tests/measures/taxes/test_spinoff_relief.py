"""Spin-offs: the four conditions, ownership, excluded trades, proofs."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.measures.taxes.facts import Trade
from gansu_reemployment.measures.taxes.spinoff_relief.facts import Assets, Size, Spinoff
from gansu_reemployment.measures.taxes.spinoff_relief.proofs import PROOFS, Condition, Department
from gansu_reemployment.measures.taxes.spinoff_relief.relief import SpinoffRelief, spinoff_relief
from gansu_reemployment.measures.taxes.spinoff_relief.rules import SpinoffRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2004, 7, 1)
ENTITY = Spinoff(
    parent_state_share=Fraction(1),
    parent_size=Size.MEDIUM,
    assets=Assets.CLOSED,
    independent_accounts=True,
    clear_property_rights=True,
    several_owners=True,
    state_legal_share=Fraction(3, 4),
    surplus_staff=30,
    staff=100,
    contract_years=3,
    trade=Trade.CATERING,
    approved_on=DAY,
    income_tax=Yuan(1_000),
    central=False,
    exception=False,
)


def work(entity: Spinoff, on: date = DAY) -> Outcome[SpinoffRelief]:
    """Decide one case."""
    return spinoff_relief(CaseWorking(on), entity, SpinoffRules())


def codes(entity: Spinoff, on: date) -> list[str]:
    """Return the codes of the refusals."""
    return [refusal.code for refusal in work(entity, on).refusals]


@pytest.mark.parametrize(
    ("approved_on", "refused"),
    [
        (date(2005, 12, 31), []),
        (date(2008, 12, 31), []),
        (date(2009, 1, 1), ["approved-too-late"]),
        (date(2009, 3, 1), ["approved-too-late"]),
    ],
)
def test_approvals_end_with_2008(approved_on: date, refused: list[str]) -> None:
    """财税[2009]23号 prolongs sole traders and hiring enterprises only."""
    assert refused == codes(evolve(ENTITY, approved_on=approved_on), approved_on)


@pytest.mark.parametrize(
    ("on", "refused"),
    [
        (date(2008, 12, 30), ["not-begun"]),
        (date(2008, 12, 31), []),
        (date(2011, 12, 30), []),
        (date(2011, 12, 31), ["term-over"]),
    ],
)
def test_term_runs_from_the_approval(on: date, refused: list[str]) -> None:
    """What was approved on the last day runs for three years, beyond 2010."""
    assert refused == codes(evolve(ENTITY, approved_on=date(2008, 12, 31)), on)


def test_conditions_are_those_of_the_day_of_approval() -> None:
    """An entity of a trade excluded in 2005 stays refused in 2006."""
    cafe = evolve(ENTITY, trade=Trade.INTERNET_CAFE, approved_on=date(2005, 12, 31))
    assert ["excluded-trade"] == codes(cafe, date(2006, 6, 1))


def test_entity_that_fulfils_all_is_free_for_three_years() -> None:
    """Every threshold is met exactly, and the whole income tax is exempted."""
    result = work(ENTITY).value
    assert result is not None
    assert (Yuan(1_000), Yuan(0), 3) == (result.relief, result.payable, result.years)
    assert (DAY, date(2007, 6, 30)) == (result.first_day, result.last_day)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"parent_state_share": Fraction(1, 2)}, "parent-not-state-controlled"),
        ({"parent_size": Size.SMALL}, "parent-too-small"),
        ({"assets": Assets.OTHER}, "wrong-assets"),
        ({"independent_accounts": False}, "no-independent-accounts"),
        ({"clear_property_rights": False}, "unclear-property-rights"),
        ({"several_owners": False}, "one-owner"),
        ({"state_legal_share": Fraction(7501, 10_000)}, "state-share-too-high"),
        ({"surplus_staff": 29}, "too-few-surplus-staff"),
        ({"contract_years": 2}, "contract-too-short"),
        ({"trade": Trade.FINANCE}, "excluded-trade"),
    ],
)
def test_each_condition_has_its_reason(changes: dict[str, Any], code: str) -> None:
    """A condition that is not fulfilled is refused for a reason of its own."""
    assert [code] == [refusal.code for refusal in work(evolve(ENTITY, **changes)).refusals]


def test_share_of_the_state_has_exceptions() -> None:
    """The limit holds as a rule; an exception lets more pass."""
    entity = evolve(ENTITY, state_legal_share=Fraction(8, 10), exception=True)
    assert () == work(entity).refusals


@pytest.mark.parametrize(
    ("trade", "on", "refused"),
    [
        (Trade.INTERNET_CAFE, date(2005, 12, 31), ["excluded-trade"]),
        (Trade.INTERNET_CAFE, date(2006, 1, 1), []),
        (Trade.GENERAL_CONTRACTING, date(2006, 1, 1), ["excluded-trade"]),
        (Trade.CONSTRUCTION, date(2005, 12, 31), ["excluded-trade"]),
        (Trade.CONSTRUCTION, date(2006, 1, 1), ["too-few-surplus-staff"]),
    ],
)
def test_trades_by_regime(trade: Trade, on: date, refused: list[str]) -> None:
    """From 2006 other trades are excluded, and construction needs 70 per cent."""
    entity = evolve(ENTITY, trade=trade, approved_on=on)
    assert refused == codes(entity, on)


def test_construction_with_seventy_per_cent() -> None:
    """At exactly 70 per cent other construction is free from 2006 on."""
    day = date(2006, 1, 1)
    builder = evolve(ENTITY, trade=Trade.CONSTRUCTION, surplus_staff=70, approved_on=day)
    assert () == work(builder, day).refusals


def test_every_condition_has_a_proof_and_its_department() -> None:
    """Finance proves assets, the economic department ownership, labour persons and contracts."""
    proved = {c: p.department for p in PROOFS if not p.central_only for c in p.conditions}
    assert {
        Condition.ASSETS: Department.FINANCE,
        Condition.OWNERSHIP: Department.ECONOMY,
        Condition.SURPLUS_STAFF: Department.LABOUR,
        Condition.CONTRACTS: Department.LABOUR,
    } == proved


@pytest.mark.parametrize(("central", "papers"), [(False, 3), (True, 4)])
def test_central_enterprises_need_a_joint_reply(central: bool, papers: int) -> None:  # noqa: FBT001
    """A central parent's entity brings the joint reply and the group's certificate too."""
    result = work(evolve(ENTITY, central=central)).value
    assert result is not None
    assert papers == len(result.proofs)
    assert "三类资产证明（财政部门）" == result.proofs[0].show("zh_CN")
    english = "proof of the three kinds of assets (finance department)"
    assert english == result.proofs[0].show("en")


def test_unknown_facts_are_asked_for() -> None:
    """Nothing is taken for a no."""
    assert ("assets", "staff") == work(evolve(ENTITY, assets=None, staff=None)).missing


def test_unknown_level_of_the_parent_leaves_the_proofs_open() -> None:
    """A central parent needs one paper more, so its level is asked for."""
    assert ("central",) == work(evolve(ENTITY, central=None)).missing


@pytest.mark.parametrize(
    "changes", [{"surplus_staff": 101}, {"state_legal_share": Fraction(11, 10)}]
)
def test_contradictions_are_faults(changes: dict[str, Any]) -> None:
    """More surplus staff than staff, or a share above one, cannot be."""
    with pytest.raises(InvalidFactsError, match=rf"{next(iter(changes))}: "):
        evolve(ENTITY, **changes)


@pytest.mark.parametrize(
    ("on", "standing"),
    [(date(2003, 7, 14), Standing.ASSUMED), (date(2003, 7, 15), Standing.READ)],
)
def test_scope_is_assumed_before_its_notice(on: date, standing: Standing) -> None:
    """The notice on the scope is of July 2003; before it the same scope is a reading."""
    rules = SpinoffRules()
    found = {rule.on(on).cite.standing for rule in (rules.state_share, rules.sizes)}
    assert {standing} == found
