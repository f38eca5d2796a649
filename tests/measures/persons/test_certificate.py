"""The certificate: entitlement, use, papers, time limits, and cases beside columns."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from lacking import lacking

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.errors import AmendmentError, RuleNotInForceError
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.tables import amended
from gansu_reemployment.measures.persons.certificate.application import (
    certificate_papers,
    decided_by,
)
from gansu_reemployment.measures.persons.certificate.entitlement import Certificate, certificate
from gansu_reemployment.measures.persons.certificate.facts import HeldCertificate
from gansu_reemployment.measures.persons.certificate.rules import (
    Area,
    CardClass,
    CardNearRetirement,
    CertificateRules,
    Generation,
    Paper,
    YearlyCheck,
)
from gansu_reemployment.measures.persons.certificate.validity import certificate_use
from gansu_reemployment.measures.persons.facts import EntitledGroup, Worker
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2003, 7, 1)
LOCAL = Instrument("", "本地规定", (), date(2000, 1, 1), date(2000, 1, 1)).at(
    standing=Standing.ASSUMED
)
WORKER = Worker(
    group=EntitledGroup.LAID_OFF_SOE,
    able=True,
    willing=True,
    employed=False,
    internally_retired=False,
    licensed_before=False,
    employed_before=False,
    retired=False,
)
CARD = HeldCertificate(
    checked=True, retired=False, misused=False, expiry_noted=False, local=True, provincial=True
)
#: A card with a day of expiry, of which every fact is known.
DATED_CARD = evolve(CARD, expiry_noted=True, expires_on=date(2008, 12, 31))
FULL = Certificate(card=CardClass.FULL, expiry_noted=False)


def local(**values: Any) -> CertificateRules:
    """Return the rules with local values."""
    rules = CertificateRules()
    rows = {
        name: [Provision(date(2002, 9, 30), value, LOCAL, region="620000")]
        for name, value in values.items()
    }
    return amended(rules, **{name: getattr(rules, name).amended(row) for name, row in rows.items()})


def apply(
    worker: Worker, on: date = DAY, rules: CertificateRules | None = None
) -> Outcome[Certificate]:
    """Evaluate the entitlement of one person."""
    case = CaseWorking(on)
    outcome: Outcome[Certificate] = certificate(
        case, case.read(worker), rules or CertificateRules()
    )
    return outcome


def use(
    card: HeldCertificate, on: date = DAY, rules: CertificateRules | None = None
) -> Outcome[bool]:
    """Evaluate the validity of one card."""
    case = CaseWorking(on)
    outcome: Outcome[bool] = certificate_use(case, case.read(card), rules or CertificateRules())
    return outcome


def codes(outcome: Outcome[Any]) -> list[str]:
    """Return the codes of the refusals."""
    return [refusal.code for refusal in outcome.refusals]


def test_vectors(run_vectors: Callable[[str], list[Result]]) -> None:
    """The worked cases have the expected results."""
    assert [] == [(r.vector.name, r.failures) for r in run_vectors("certificate") if r.failures]


@pytest.mark.parametrize(
    "group",
    [
        EntitledGroup.LAID_OFF_SOE,
        EntitledGroup.UNEMPLOYED_SOE,
        EntitledGroup.CLOSED_SOE,
        EntitledGroup.LIVING_ALLOWANCE,
    ],
)
def test_four_groups(group: EntitledGroup) -> None:
    """Each of the four groups gets the card that opens everything."""
    assert apply(evolve(WORKER, group=group)).value == FULL


def test_all_refusals_at_once() -> None:
    """A person who fails every condition gets every reason, in the order of the rules."""
    nobody = evolve(
        WORKER,
        group=EntitledGroup.NONE,
        able=False,
        willing=False,
        employed=True,
        internally_retired=True,
        licensed_before=True,
        employed_before=True,
        retired=True,
    )
    expected = [
        "not-in-entitled-group",
        "not-able",
        "not-willing",
        "employed",
        "internally-retired",
        "licensed-before",
        "employed-before",
        "retired",
    ]
    assert expected == codes(apply(nobody))


def test_unknown_facts_are_asked() -> None:
    """If no fact is known, exactly those that the law of the day needs are asked."""
    expected = (
        "group",
        "able",
        "willing",
        "employed",
        "internally_retired",
        "licensed_before",
        "employed_before",
        "retired",
    )
    assert expected == apply(Worker()).missing


def test_collectives_come_with_2006() -> None:
    """Workers of collectives run by state enterprises get a card from 2006-01-01."""
    worker = evolve(WORKER, group=EntitledGroup.LAID_OFF_COLLECTIVE)
    assert ["not-in-entitled-group"] == codes(apply(worker, date(2005, 12, 31)))
    assert apply(worker, date(2006, 1, 1)).value == FULL


def test_narrower_classes_come_on_2006_01_20() -> None:
    """From 2006-01-20 the narrower conditions of the group must be met."""
    worker = evolve(WORKER, class_met=False)
    assert apply(worker, date(2006, 1, 19)).value == FULL
    assert ["class-not-met"] == codes(apply(worker, date(2006, 1, 20)))
    assert ("class_met",) == apply(WORKER, date(2006, 1, 20)).missing


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (EntitledGroup.UNEMPLOYED_SOE, ["class-not-met"]),
        (EntitledGroup.LIVING_ALLOWANCE, ["class-not-met"]),
        (EntitledGroup.LAID_OFF_COLLECTIVE, []),
        (EntitledGroup.NONE, ["not-in-entitled-group"]),
    ],
)
def test_only_four_groups_are_narrowed(group: EntitledGroup, expected: list[str]) -> None:
    """劳社部发[2006]6号 has no narrower conditions for collectives, nor for other persons."""
    worker = evolve(WORKER, group=group, class_met=False)
    assert expected == codes(apply(worker, date(2006, 1, 20)))


def test_the_province_widens() -> None:
    """The province may add groups, a prefecture may not."""
    row = Provision(date(2006, 1, 20), frozenset({EntitledGroup.EX_SERVICEMAN}), LOCAL)
    widened = CertificateRules().widened
    assert widened.amended([evolve(row, region="620000")]).knows(DAY)
    with pytest.raises(AmendmentError, match="province"):
        widened.amended([evolve(row, region="620100")])


def test_widened_groups_get_the_card_without_tax() -> None:
    """A group that the place adds gets help other than tax, without the narrower conditions."""
    rules = local(widened=frozenset({EntitledGroup.EX_SERVICEMAN}))
    worker = evolve(WORKER, group=EntitledGroup.EX_SERVICEMAN)
    expected = Certificate(card=CardClass.WITHOUT_TAX, expiry_noted=False)
    assert apply(worker, date(2006, 2, 1), rules).value == expected
    assert ["not-in-entitled-group"] == codes(apply(worker, date(2006, 2, 1)))


def test_annual_check() -> None:
    """An unchecked card fails only where a yearly check is required."""
    unchecked = evolve(WORKER, checked=False)
    assert apply(unchecked).value == FULL
    assert ["unchecked"] == codes(apply(unchecked, rules=local(annual_check=YearlyCheck.YEARLY)))


@pytest.mark.parametrize(("years", "noted"), [(2, True), (3, False), (4, False)])
def test_near_retirement(years: int, noted: bool) -> None:  # noqa: FBT001 - a table of cases
    """Where it is the rule, the expiry is noted with fewer than three years to retirement."""
    rules = local(near_retirement=CardNearRetirement.EXPIRY, near_years=3)
    worker = evolve(WORKER, years_to_retirement=years)
    assert evolve(FULL, expiry_noted=noted) == apply(worker, rules=rules).value


class TestUse:
    """A card in use."""

    def test_valid(self) -> None:
        """A card used in its city is valid unless a condition fails."""
        assert use(CARD).value is True

    @pytest.mark.parametrize(
        ("facts", "code"), [({"misused": True}, "misused"), ({"retired": True}, "retired")]
    )
    def test_void(self, facts: dict[str, Any], code: str) -> None:
        """Misuse and retirement end the validity."""
        assert [code] == codes(use(evolve(CARD, **facts)))

    @pytest.mark.parametrize(("day", "expected"), [(-1, ["expired"]), (0, []), (1, [])])
    def test_expiry(self, day: int, expected: list[str]) -> None:
        """The day noted on the card is the last on which it is valid."""
        card = evolve(CARD, expiry_noted=True, expires_on=DAY + timedelta(days=day))
        assert expected == codes(use(card))

    def test_end_of_generation(self) -> None:
        """Where a generation of cards ends, its last day is still valid."""
        rules = local(generation=Generation.ENDS, valid_until=DAY)
        assert use(DATED_CARD, DAY, rules).value is True
        assert ["generation-ended"] == codes(use(DATED_CARD, DAY + timedelta(days=1), rules))

    def test_unchecked(self) -> None:
        """A missed annual check voids the card where the check is required."""
        rules = local(annual_check=YearlyCheck.YEARLY)
        assert ["unchecked"] == codes(use(evolve(DATED_CARD, checked=False), DAY, rules))

    def test_area_of_2003_is_not_known(self) -> None:
        """Before 2006 the area of validity outside the city is unknown without a local rule."""
        bureau, day = Bureau.of("天水市"), date(2005, 12, 31)
        outcome = bureau.certificate_use(evolve(CARD, local=False), on=day)
        assert {"certificate.area": day} == lacking(outcome)
        assert "a plugin of the region may set one" in outcome.explain("en")

    def test_whole_province_from_2006(self) -> None:
        """From 2006 a Gansu card is valid in the whole province, and not beyond."""
        bureau = Bureau.of("天水市")
        card = evolve(DATED_CARD, local=False)
        assert bureau.certificate_use(card, on=date(2006, 1, 1)).value is True
        abroad = evolve(card, provincial=False)
        assert ["outside-area"] == codes(bureau.certificate_use(abroad, on=date(2006, 1, 1)))

    def test_city_only(self) -> None:
        """Where cards are valid in their city only, another city refuses them."""
        card = evolve(DATED_CARD, local=False)
        assert ["outside-area"] == codes(use(card, rules=local(area=Area.CITY)))


@pytest.mark.parametrize(
    ("group", "further"),
    [
        (EntitledGroup.LAID_OFF_SOE, set()),
        (
            EntitledGroup.UNEMPLOYED_SOE,
            {Paper.UNEMPLOYMENT_CERTIFICATE, Paper.INSURANCE_BOOKLET},
        ),
        (EntitledGroup.CLOSED_SOE, {Paper.SETTLEMENT_PROOF}),
        (EntitledGroup.LIVING_ALLOWANCE, {Paper.ALLOWANCE_PROOF}),
    ],
)
def test_papers(group: EntitledGroup, further: set[Paper]) -> None:
    """Each person brings three papers, and some groups bring further ones."""
    common = {Paper.IDENTITY_CARD, Paper.HOUSEHOLD_BOOK, Paper.COMMITTEE_PROOF}
    worker = Worker(group=group)
    outcome = certificate_papers(CaseWorking(DAY), worker, CertificateRules())
    assert frozenset(common | further) == outcome.value


def test_papers_of_an_unknown_group() -> None:
    """Without the group the papers are undecided."""
    outcome = certificate_papers(CaseWorking(DAY), Worker(), CertificateRules())
    assert ("group",) == outcome.missing


def test_time_limits() -> None:
    """Seven working days to check and four to approve end on the eleventh working day."""
    assert date(2003, 7, 16) == decided_by(DAY, local(check_days=7, approval_days=4))


def test_time_limits_of_gansu_are_not_known() -> None:
    """Without a local row the time limits are absent."""
    with pytest.raises(RuleNotInForceError, match=r"certificate\.check_days"):
        decided_by(DAY, CertificateRules())


YES_NO = st.sampled_from([None, True, False])
WORKERS = st.builds(
    Worker,
    group=st.sampled_from([None, *EntitledGroup]),
    able=YES_NO,
    willing=YES_NO,
    employed=YES_NO,
    internally_retired=YES_NO,
    licensed_before=YES_NO,
    employed_before=YES_NO,
    retired=YES_NO,
    checked=YES_NO,
    class_met=YES_NO,
    years_to_retirement=st.sampled_from([None, 2, 3]),
)
CARDS = st.builds(
    HeldCertificate,
    checked=YES_NO,
    retired=YES_NO,
    misused=YES_NO,
    expiry_noted=YES_NO,
    expires_on=st.none() | st.dates(date(2005, 1, 1), date(2009, 1, 1)),
    local=YES_NO,
    provincial=YES_NO,
)
DAYS = st.sampled_from([DAY, date(2006, 1, 1), date(2006, 1, 20)])
RULES = {
    "national": local(area=Area.PROVINCE),
    "strict": local(
        area=Area.CITY,
        annual_check=YearlyCheck.YEARLY,
        near_retirement=CardNearRetirement.EXPIRY,
        near_years=3,
        widened=frozenset({EntitledGroup.EX_SERVICEMAN}),
        generation=Generation.ENDS,
        valid_until=date(2005, 12, 31),
    ),
}


@settings(deadline=None, max_examples=40)
@given(st.lists(WORKERS, min_size=1, max_size=20), DAYS, st.sampled_from(list(RULES)))
def test_columns_agree(both: Any, workers: list[Worker], on: date, rules: str) -> None:
    """A register has the same result for each person as the single case."""
    cases, rows = both(certificate, workers, on, RULES[rules])
    assert cases == rows


@settings(deadline=None, max_examples=40)
@given(st.lists(CARDS, min_size=1, max_size=20), DAYS, st.sampled_from(list(RULES)))
def test_columns_of_cards_agree(
    both: Any, cards: list[HeldCertificate], on: date, rules: str
) -> None:
    """A file of cards has the same result for each card as the single case."""
    cases, rows = both(certificate_use, cards, on, RULES[rules])
    assert cases == rows


@pytest.mark.parametrize("engine", ["polars", "duckdb", "pyarrow"])
@settings(deadline=None, max_examples=10)
@given(mixed=st.lists(st.tuples(WORKERS, DAYS), min_size=5, max_size=20))
def test_each_on_its_own_day(both: Any, engine: str, mixed: list[Any]) -> None:
    """A register with a column of days applies to each person the law of that day."""
    workers, days = zip(*mixed, strict=True)
    cases, rows = both(certificate, workers, days, RULES["strict"], engine)
    assert cases == rows
