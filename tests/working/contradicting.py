"""Facts at the bound of a declared contradiction and beyond it, by measure."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from gansu_reemployment.identity import Sex
from gansu_reemployment.measures.loans.facts import FIRST_LOAN, Borrower
from gansu_reemployment.measures.loans.loan.rules import Purpose
from gansu_reemployment.measures.persons.facts import EntitledGroup, Group
from gansu_reemployment.measures.subsidies.insurance.facts import Employer
from gansu_reemployment.measures.subsidies.services.rules import Course
from gansu_reemployment.measures.targets.indicators.facts import RateBase
from gansu_reemployment.measures.taxes.facts import EnterpriseKind, Formation, Trade
from gansu_reemployment.measures.taxes.ordered_relief.relief import Claimant
from gansu_reemployment.money import Yuan

Facts = Mapping[str, Any]

TAXES: Final[Facts] = {
    name: Yuan(100)
    for name in (
        "business_tax",
        "construction_tax",
        "education_surcharge",
        "enterprise_income_tax",
        "individual_income_tax",
    )
}
#: A day and facts without a contradiction, by measure.
GOOD: Final[Mapping[str, tuple[date, Facts]]] = {
    "enterprise_loan": (
        date(2009, 3, 1),
        {
            "hired": 30,
            "staff": 100,
            "contract_months": 12,
            "requested": Yuan(500_000),
            "months": 12,
            "government_guarantee": False,
            "uplift": 0,
        },
    ),
    "bank_lending": (
        date(2009, 3, 1),
        {"balance": Yuan(1_000_000), "bad": Yuan(1), "stopped": False, "fund_paid": False},
    ),
    "loan_extension": (
        date(2005, 7, 15),
        {
            "drawn_on": date(2003, 7, 15),
            "months": 24,
            "due_on": date(2005, 7, 15),
            "extension": 12,
            "extended_before": False,
            "guarantor_agrees": True,
            "asked": True,
            "uplift": 0,
        },
    ),
    "interest_subsidy": (
        date(2004, 6, 20),
        {
            "principal": Yuan(20_000),
            "drawn_on": date(2003, 10, 5),
            "due_on": date(2004, 10, 5),
            "months": 12,
            "borrower": Borrower.CERTIFIED,
            "micro_profit": True,
            "uplift": 0,
            "repaid": True,
            "repaid_on": date(2004, 10, 5),
            "since": date(2004, 3, 21),
            "until": date(2004, 6, 20),
        },
    ),
    "tax_relief": (
        date(2003, 7, 1),
        {
            "enterprise": EnterpriseKind.NEW_SERVICE,
            "trade": Trade.OTHER,
            "hired": 3,
            "surplus_staff": 0,
            "staff": 10,
            "staff_last_year": 9,
            "all_new_hires": 10,
            "employees": 0,
            "contract_years": 3,
            "formation": Formation.SET_UP,
            "mixed": False,
            "separate_accounts": True,
            "approved_on": date(2003, 7, 1),
            **TAXES,
        },
    ),
    "income_tax": (date(2003, 7, 1), {"income": Yuan(1000), "losses": Yuan(0)}),
    "trader_income_tax": (date(2003, 7, 1), {"income": Yuan(1000), "losses": Yuan(0)}),
    "ordered_relief": (
        date(2006, 7, 1),
        {
            "kind": Claimant.SOLE_TRADER,
            "months": 6,
            "trade": Trade.OTHER,
            "approved_on": date(2006, 1, 1),
            **TAXES,
        },
    ),
    "progress": (
        date(2006, 7, 1),
        {"target": 100, "done": 50, "passed": 6, "parts": 12, "tolerance": 1},
    ),
    "training_subsidy": (
        date(2006, 7, 1),
        {
            "course": Course.SKILLS,
            "qualified": True,
            "enrolled": 100,
            "passed": 95,
            "placed": 90,
        },
    ),
    "insurance_subsidy": (
        date(2006, 7, 31),
        {
            "employer": Employer.SERVICE,
            "contract_years": 2,
            "months_in_contract": 12,
            "group": EntitledGroup.LAID_OFF_SOE,
            "hardship": Group.OLDER,
            "new_post": True,
            "wage": Yuan(1000),
            "average_wage": Yuan(15_000),
            "months": 1,
            "months_used": 24,
            "retired": False,
            "extended": False,
            "years_left_at_approval": 10,
            "approved_on": date(2006, 1, 1),
            "paid_pension": Yuan(0),
            "paid_medical": Yuan(0),
            "paid_unemployment": Yuan(0),
        },
    ),
    "loan_terms": (
        date(2006, 7, 1),
        {
            "born_on": date(1963, 3, 1),
            "certified": True,
            "borrower": Borrower.CERTIFIED,
            "partners": 1,
            "requested": Yuan(20_000),
            "months": 12,
            "micro_profit": True,
            "uplift": 0,
            "own_funds_short": True,
            "purpose": Purpose.STARTING,
            "healthy": True,
            "creditworthy": True,
            "skilled": True,
            "recommended": True,
            "examined": True,
            "guaranteed": True,
        },
    ),
    "hardship": (
        date(2006, 7, 1),
        {
            "sex": Sex.MALE,
            "born_on": date(1966, 3, 1),
            "group": EntitledGroup.LAID_OFF_SOE,
            "able": True,
            "willing": True,
            "employed": False,
            "internally_retired": False,
            "licensed_before": False,
            "employed_before": False,
            "retired": False,
            "years_to_retirement": 10,
            "checked": True,
            "class_met": True,
            "zero_employment": False,
            "disabled": False,
            "landless": False,
            "living_allowance": True,
            "months_unemployed": 24,
            "helped_before": False,
        },
    ),
    "unemployment_rate": (
        date(2006, 7, 1),
        {
            "registered": 10,
            "unit_employed": 0,
            "off_post": 0,
            "private_owners": 0,
            "sole_traders": 0,
            "private_employed": 0,
        },
    ),
    "short_unemployment_rate": (
        date(2006, 7, 1),
        {"registered": 10, "unit_employed": 0, "private_employed": 0},
    ),
    "reemployment_rate": (
        date(2006, 7, 1),
        {"base": RateBase.STOCK, "reemployed": 10, "stock": 100, "newly_laid_off": 20},
    ),
    "collection_offset": (
        date(2003, 7, 1),
        {"task": Yuan(1000), "reliefs": (Yuan(1),), "collected": Yuan(850), "granted": True},
    ),
}
_EXISTING: Final = {"enterprise": EnterpriseKind.EXISTING_SERVICE, "staff": 0}
_TRADER: Final = {"enterprise": EnterpriseKind.SOLE_TRADER}
#: A term of four months since a day that the last month does not have.
_LEAP_DAY: Final = {"drawn_on": date(2003, 10, 31), "months": 4}
_HOLDER: Final = {"borrower": Borrower.CERTIFIED, "certified": True}
#: Per measure the fact that is named, and what is changed: to the bound, and beyond it.
PAIRS: Final[list[tuple[str, str, Facts, Facts]]] = [
    ("enterprise_loan", "hired", {"hired": 100}, {"hired": 101}),
    ("bank_lending", "bad", {"bad": Yuan(1_000_000)}, {"bad": Yuan("1000000.01")}),
    (
        "loan_extension",
        "due_on",
        {"due_on": date(2003, 7, 15), "months": None},
        {"due_on": date(2003, 7, 14)},
    ),
    (
        "loan_extension",
        "drawn_on",
        {"drawn_on": FIRST_LOAN, "months": None},
        {"drawn_on": FIRST_LOAN - timedelta(days=1), "months": 31},
    ),
    (
        "interest_subsidy",
        "drawn_on",
        {"drawn_on": FIRST_LOAN, "months": None},
        {"drawn_on": FIRST_LOAN - timedelta(days=1), "due_on": date(2003, 12, 23)},
    ),
    (
        "loan_extension",
        "due_on",
        {"due_on": date(2005, 7, 25)},
        {"due_on": date(2005, 7, 26)},
    ),
    (
        "loan_extension",
        "due_on",
        {"due_on": date(2005, 7, 5)},
        {"due_on": date(2005, 7, 4)},
    ),
    (
        "loan_extension",
        "due_on",
        {**_LEAP_DAY, "due_on": date(2004, 3, 10)},
        {**_LEAP_DAY, "due_on": date(2004, 3, 11)},
    ),
    (
        "interest_subsidy",
        "due_on",
        {"due_on": date(2004, 10, 15)},
        {"due_on": date(2004, 10, 16)},
    ),
    ("interest_subsidy", "repaid_on", {"repaid": None}, {"repaid": False}),
    ("loan_terms", "borrower", _HOLDER, {**_HOLDER, "certified": False}),
    (
        "hardship",
        "living_allowance",
        {"group": EntitledGroup.LIVING_ALLOWANCE, "living_allowance": True},
        {"group": EntitledGroup.LIVING_ALLOWANCE, "living_allowance": False},
    ),
    ("tax_relief", "staff", {"hired": 0, "staff": 1}, {"hired": 0, "staff": 0}),
    (
        "tax_relief",
        "staff_last_year",
        {**_EXISTING, "hired": 0, "all_new_hires": 0, "staff_last_year": 1},
        {**_EXISTING, "hired": 0, "all_new_hires": 0, "staff_last_year": 0},
    ),
    ("unemployment_rate", "registered", {"registered": 1}, {"registered": 0}),
    ("short_unemployment_rate", "registered", {"registered": 1}, {"registered": 0}),
    ("reemployment_rate", "stock", {"reemployed": 0, "stock": 1}, {"reemployed": 0, "stock": 0}),
    (
        "reemployment_rate",
        "stock",
        {"base": RateBase.FLOW, "reemployed": 0, "stock": 0, "newly_laid_off": 1},
        {"base": RateBase.FLOW, "reemployed": 0, "stock": 0, "newly_laid_off": 0},
    ),
    (
        "interest_subsidy",
        "due_on",
        {"due_on": date(2003, 10, 5), "months": None},
        {"due_on": date(2003, 10, 4)},
    ),
    (
        "interest_subsidy",
        "repaid_on",
        {"repaid_on": date(2003, 10, 5)},
        {"repaid_on": date(2003, 10, 4)},
    ),
    (
        "interest_subsidy",
        "until",
        {"until": date(2004, 3, 21)},
        {"until": date(2004, 3, 20)},
    ),
    ("tax_relief", "hired", {"hired": 10}, {"hired": 11}),
    ("tax_relief", "hired", {**_EXISTING, "hired": 10}, {**_EXISTING, "hired": 11}),
    (
        "tax_relief",
        "surplus_staff",
        {"enterprise": EnterpriseKind.SPUN_OFF, "surplus_staff": 10},
        {"enterprise": EnterpriseKind.SPUN_OFF, "surplus_staff": 11},
    ),
    ("income_tax", "losses", {"losses": Yuan(1000)}, {"losses": Yuan("1000.01")}),
    ("trader_income_tax", "losses", {"losses": Yuan(1000)}, {"losses": Yuan("1000.01")}),
    ("ordered_relief", "months", {"months": 12}, {"months": 13}),
    ("progress", "passed", {"passed": 12}, {"passed": 13}),
    ("training_subsidy", "passed", {"passed": 100}, {"passed": 101}),
    ("training_subsidy", "placed", {"placed": 95}, {"placed": 96}),
    (
        "insurance_subsidy",
        "months_in_contract",
        {"months_in_contract": 24},
        {"months_in_contract": 25},
    ),
    ("reemployment_rate", "reemployed", {"reemployed": 100}, {"reemployed": 101}),
    (
        "reemployment_rate",
        "reemployed",
        {"base": RateBase.FLOW, "reemployed": 120},
        {"base": RateBase.FLOW, "reemployed": 121},
    ),
    (
        "collection_offset",
        "reliefs",
        {"reliefs": (Yuan(0),)},
        {"reliefs": (Yuan("-0.01"),)},
    ),
]
#: What looks like a contradiction and is none.
SOUND: Final[list[tuple[str, Facts]]] = [
    ("enterprise_loan", {"staff": None, "hired": 101}),
    ("tax_relief", {**_TRADER, "hired": 5, "staff": 0}),
    ("tax_relief", {"hired": 5, "all_new_hires": 0}),
    ("ordered_relief", {"kind": Claimant.ENTERPRISE, "months": 13}),
    ("ordered_relief", {"kind": None, "months": 13}),
    ("reemployment_rate", {"base": None, "reemployed": 101}),
    ("reemployment_rate", {"base": RateBase.FLOW, "newly_laid_off": None, "reemployed": 101}),
]
