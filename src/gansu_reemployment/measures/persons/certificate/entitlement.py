"""The entitlement to the Re-employment Preferential Certificate (再就业优惠证认定).

The card opens every help of the policy. The province prints it to the national model, and the
labour authority (劳动保障部门) of the county issues it. Each person who is entitled gets one
(应发尽发).

>>> from datetime import date
>>> from gansu_reemployment.measures.persons.facts import EntitledGroup
>>> from gansu_reemployment.working.case import CaseWorking
>>> case = CaseWorking(on=date(2003, 7, 1))
>>> worker = Worker(
...     group=EntitledGroup.LAID_OFF_SOE, able=True, willing=True, employed=False,
...     internally_retired=False, licensed_before=False, employed_before=True, retired=False,
... )
>>> outcome = certificate(case, case.read(worker), CertificateRules())
>>> [refusal.code for refusal in outcome.refusals]
['employed-before']
"""

from attrs import frozen

from gansu_reemployment.fact_model import Known, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.persons.certificate.annual_check import check_annually
from gansu_reemployment.measures.persons.certificate.rules import (
    CardClass,
    CardNearRetirement,
    CertificateRules,
    Classes,
)
from gansu_reemployment.measures.persons.facts import Worker
from gansu_reemployment.measures.persons.reasons import (
    EMPLOYED,
    INTERNALLY_RETIRED,
    NOT_ABLE,
    NOT_ENTITLED,
    NOT_WILLING,
    RETIRED,
)
from gansu_reemployment.working import Reason, Working, formula, measure

CLASS_NOT_MET = Reason(
    "class-not-met", _("The person does not meet the narrower conditions of the group.")
)
LICENSED_BEFORE = Reason(
    "licensed-before", _("The person held a licence of self-employment before the policy began.")
)
EMPLOYED_BEFORE = Reason(
    "employed-before", _("The person was re-employed before the policy began.")
)


@frozen
class Certificate:
    """The certificate of a person: what it opens, and whether its expiry is noted on it."""

    card: CardClass = result_field("优惠证类别", "class of the card")
    expiry_noted: bool = result_field("注明截止日期", "expiry noted")


@measure("再就业优惠证认定", "certificate")
def certificate(w: Working, worker: Worker[Known], rules: CertificateRules) -> Certificate:
    """Return the certificate to which a person is entitled (再就业优惠证认定).

    The day of the law is the day of the application.
    """
    entitled = worker.group in w.use(rules.groups)
    widened = worker.group in w.use(rules.widened)
    w.require(rules.groups, entitled or widened, NOT_ENTITLED)
    if w.use(rules.classes) == Classes.NARROW:
        narrowed = not widened and worker.group in w.use(rules.narrowed)
        w.require(rules.classes, not narrowed or worker.class_met, CLASS_NOT_MET)
    w.require(rules.ability, worker.able, NOT_ABLE)
    w.require(rules.ability, worker.willing, NOT_WILLING)
    w.refuse(rules.without_work, worker.employed, EMPLOYED)
    w.refuse(rules.exclusions, worker.internally_retired, INTERNALLY_RETIRED)
    w.refuse(rules.exclusions, worker.licensed_before, LICENSED_BEFORE)
    w.refuse(rules.exclusions, worker.employed_before, EMPLOYED_BEFORE)
    w.refuse(rules.retirement, worker.retired, RETIRED)
    check_annually(w, worker, rules)
    return Certificate(
        card=CardClass.FULL if entitled else CardClass.WITHOUT_TAX,
        expiry_noted=notes_expiry(w, worker, rules),
    )


@formula
def notes_expiry(w: Working, worker: Worker[Known], rules: CertificateRules) -> bool:
    """Return whether the day of expiry is noted on the card (注明截止日期)."""
    match w.use(rules.near_retirement):
        case CardNearRetirement.NOTHING:
            return False
        case CardNearRetirement.EXPIRY:
            return worker.years_to_retirement < w.use(rules.near_years)
