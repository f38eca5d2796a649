"""Gansu's re-employment policy of 2002-2010 (甘肃省再就业政策) as exact, cited, explained rules.

These are the public names; each is loaded on first use.

>>> from datetime import date
>>> from gansu_reemployment import Bureau, EntitledGroup, Sex, Worker
>>> worker = Worker(
...     sex=Sex.FEMALE, born_on=date(1963, 3, 1), group=EntitledGroup.LAID_OFF_SOE,
...     able=True, willing=True, employed=False, retired=False, internally_retired=False,
... )
>>> outcome = Bureau.of("天水市").hardship(worker, on=date(2003, 7, 1))
>>> outcome.value.code
'older'
"""

from typing import TYPE_CHECKING

from gansu_reemployment._lazy import lazy_names

__version__ = "26.11.0"

if TYPE_CHECKING:
    from gansu_reemployment.bureau import Bureau as Bureau
    from gansu_reemployment.columns.working import ColumnWorking as ColumnWorking
    from gansu_reemployment.errors import GansuError as GansuError
    from gansu_reemployment.i18n import Bilingual as Bilingual
    from gansu_reemployment.identity import IdentityNumber as IdentityNumber
    from gansu_reemployment.law.deadlines import Deadline as Deadline
    from gansu_reemployment.law.documents import Citation as Citation
    from gansu_reemployment.law.documents import Instrument as Instrument
    from gansu_reemployment.law.documents import Standing as Standing
    from gansu_reemployment.law.instruments import find_instrument as find_instrument
    from gansu_reemployment.law.provisions import Amendment as Amendment
    from gansu_reemployment.law.provisions import Provision as Provision
    from gansu_reemployment.law.rules import Rule as Rule
    from gansu_reemployment.law.rules import rule as rule
    from gansu_reemployment.ledger import open_ledger as open_ledger
    from gansu_reemployment.measures.loans.enterprise_loan import FirmLimit as FirmLimit
    from gansu_reemployment.measures.persons.facts import EntitledGroup as EntitledGroup
    from gansu_reemployment.measures.persons.facts import Group as Group
    from gansu_reemployment.measures.persons.facts import Sex as Sex
    from gansu_reemployment.measures.persons.facts import Worker as Worker
    from gansu_reemployment.measures.persons.hardship.rules import AgeDay as AgeDay
    from gansu_reemployment.measures.subsidies.post.rules import PostForm as PostForm
    from gansu_reemployment.money import Yuan as Yuan
    from gansu_reemployment.plugins.hooks import LocalCondition as LocalCondition
    from gansu_reemployment.plugins.hooks import LocalFacts as LocalFacts
    from gansu_reemployment.plugins.hooks import LocalRules as LocalRules
    from gansu_reemployment.plugins.hooks import LocalSeries as LocalSeries
    from gansu_reemployment.plugins.hooks import LocalWeights as LocalWeights
    from gansu_reemployment.plugins.hooks import hookimpl as hookimpl
    from gansu_reemployment.plugins.loading import load_host as load_host
    from gansu_reemployment.regions import Level as Level
    from gansu_reemployment.regions import Region as Region
    from gansu_reemployment.regions import find_region as find_region
    from gansu_reemployment.rulebook import Rulebook as Rulebook
    from gansu_reemployment.working.case import CaseWorking as CaseWorking
    from gansu_reemployment.working.outcome import Outcome as Outcome
    from gansu_reemployment.working.terms import Reason as Reason

#: Where each public name is defined.
_HOMES = {
    "AgeDay": "measures.persons.hardship.rules",
    "Amendment": "law.provisions",
    "Bilingual": "i18n",
    "Bureau": "bureau",
    "CaseWorking": "working.case",
    "Citation": "law.documents",
    "ColumnWorking": "columns.working",
    "Deadline": "law.deadlines",
    "EntitledGroup": "measures.persons.facts",
    "FirmLimit": "measures.loans.enterprise_loan",
    "GansuError": "errors",
    "Group": "measures.persons.facts",
    "IdentityNumber": "identity",
    "Instrument": "law.documents",
    "Level": "regions",
    "LocalCondition": "plugins.hooks",
    "LocalFacts": "plugins.hooks",
    "LocalRules": "plugins.hooks",
    "LocalSeries": "plugins.hooks",
    "LocalWeights": "plugins.hooks",
    "Outcome": "working.outcome",
    "PostForm": "measures.subsidies.post.rules",
    "Provision": "law.provisions",
    "Reason": "working.terms",
    "Region": "regions",
    "Rule": "law.rules",
    "Rulebook": "rulebook",
    "Sex": "measures.persons.facts",
    "Standing": "law.documents",
    "Worker": "measures.persons.facts",
    "Yuan": "money",
    "find_instrument": "law.instruments",
    "find_region": "regions",
    "hookimpl": "plugins.hooks",
    "load_host": "plugins.loading",
    "open_ledger": "ledger",
    "rule": "law.rules",
}

__all__ = ["__version__", *sorted(_HOMES)]  # noqa: PLE0604 - the names of a constant table


__getattr__ = lazy_names(__name__, _HOMES)


def __dir__() -> list[str]:
    return list(__all__)
