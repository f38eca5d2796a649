"""Gansu's re-employment policy of 2002-2010 (甘肃省再就业政策) as exact, cited, explained rules.

These are the names of every day, each loaded on first use. All classes of facts are in
:mod:`.facts`, all classes of results in :mod:`.results`.

>>> from datetime import date
>>> from gansu_reemployment import Bureau, EntitledGroup, Sex, Worker
>>> worker = Worker(
...     sex=Sex.FEMALE, born_on=date(1963, 3, 1), group=EntitledGroup.LAID_OFF_SOE,
...     able=True, willing=True, employed=False, retired=False, internally_retired=False,
... )
>>> outcome = Bureau.of("天水市").hardship(worker, on=date(2003, 7, 1))
>>> outcome.unwrap().code
'older'
"""

from typing import TYPE_CHECKING

from gansu_reemployment._lazy import lazy_names

__version__ = "26.11.0"

if TYPE_CHECKING:
    from gansu_reemployment.bureau import Bureau
    from gansu_reemployment.errors import GansuError, InvalidFactsError
    from gansu_reemployment.identity import IdentityNumber, Sex
    from gansu_reemployment.law.documents import Citation, Instrument, Standing
    from gansu_reemployment.law.instruments import find_instrument
    from gansu_reemployment.law.provisions import Amendment, Provision
    from gansu_reemployment.law.rules import Rule
    from gansu_reemployment.ledger import Case, open_ledger, read_facts, write_facts
    from gansu_reemployment.measures.loans.loan.rules import Purpose
    from gansu_reemployment.measures.loans.loan.terms import LoanApplication
    from gansu_reemployment.measures.persons.facts import EntitledGroup, Group, Worker
    from gansu_reemployment.measures.subsidies.insurance.facts import Employer, InsuranceClaim
    from gansu_reemployment.measures.subsidies.post.subsidy import PostClaim
    from gansu_reemployment.measures.targets.facts import Target
    from gansu_reemployment.measures.taxes.facts import Enterprise, EnterpriseKind, Trade
    from gansu_reemployment.money import Yuan
    from gansu_reemployment.plugins.loading import load_host
    from gansu_reemployment.regions import Level, Region, find_region, gansu
    from gansu_reemployment.registers import read_register
    from gansu_reemployment.rulebook import Rulebook
    from gansu_reemployment.working.entries import Refusal
    from gansu_reemployment.working.outcome import Outcome, Status

# The lists below are made from the imports above by ``.ci/measures.py``.
# fmt: off
_HOMES = {
    "bureau": ("Bureau",),
    "errors": ("GansuError", "InvalidFactsError"),
    "identity": ("IdentityNumber", "Sex"),
    "law.documents": ("Citation", "Instrument", "Standing"),
    "law.instruments": ("find_instrument",),
    "law.provisions": ("Amendment", "Provision"),
    "law.rules": ("Rule",),
    "ledger": ("Case", "open_ledger", "read_facts", "write_facts"),
    "measures.loans.loan.rules": ("Purpose",),
    "measures.loans.loan.terms": ("LoanApplication",),
    "measures.persons.facts": ("EntitledGroup", "Group", "Worker"),
    "measures.subsidies.insurance.facts": ("Employer", "InsuranceClaim"),
    "measures.subsidies.post.subsidy": ("PostClaim",),
    "measures.targets.facts": ("Target",),
    "measures.taxes.facts": ("Enterprise", "EnterpriseKind", "Trade"),
    "money": ("Yuan",),
    "plugins.loading": ("load_host",),
    "regions": ("Level", "Region", "find_region", "gansu"),
    "registers": ("read_register",),
    "rulebook": ("Rulebook",),
    "working.entries": ("Refusal",),
    "working.outcome": ("Outcome", "Status"),
}
__all__ = [
    "Amendment",
    "Bureau",
    "Case",
    "Citation",
    "Employer",
    "Enterprise",
    "EnterpriseKind",
    "EntitledGroup",
    "GansuError",
    "Group",
    "IdentityNumber",
    "Instrument",
    "InsuranceClaim",
    "InvalidFactsError",
    "Level",
    "LoanApplication",
    "Outcome",
    "PostClaim",
    "Provision",
    "Purpose",
    "Refusal",
    "Region",
    "Rule",
    "Rulebook",
    "Sex",
    "Standing",
    "Status",
    "Target",
    "Trade",
    "Worker",
    "Yuan",
    "__version__",
    "find_instrument",
    "find_region",
    "gansu",
    "load_host",
    "open_ledger",
    "read_facts",
    "read_register",
    "write_facts",
]
# fmt: on

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, __all__)
