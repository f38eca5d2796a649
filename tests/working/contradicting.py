"""Facts at the bound of a declared contradiction and beyond it, by measure."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from gansu_reemployment.measures.loans.facts import FIRST_LOAN, Borrower
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
        {"drawn_on": FIRST_LOAN - timedelta(days=1), "months": 24},
    ),
    (
        "interest_subsidy",
        "drawn_on",
        {"drawn_on": FIRST_LOAN, "months": None},
        {"drawn_on": FIRST_LOAN - timedelta(days=1)},
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
