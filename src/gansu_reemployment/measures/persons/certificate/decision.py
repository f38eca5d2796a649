"""The Re-employment Preferential Certificate (再就业优惠证): who is entitled to one.

The card that opens every help of the policy. Printed by the province to the national model,
issued by the labour authority (劳动保障部门) of the county, applied for at the street or
township labour station; everyone entitled gets one (应发尽发).

>>> from datetime import date
>>> from gansu_reemployment.measures.persons.facts import EntitledGroup, Worker
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

from datetime import date
from typing import Any

from attrs import field, frozen

from gansu_reemployment.dates import working_days_after
from gansu_reemployment.facts import CheckedFacts, fact
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.persons.certificate.rules import (
    Area,
    CardClass,
    CertificateRules,
    Classes,
    Generation,
    NearRetirement,
    Paper,
    YearlyCheck,
)
from gansu_reemployment.measures.persons.facts import EntitledGroup, Worker
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome
from gansu_reemployment.working.terms import Condition, Facts, Out_co, Reason, Working

__all__ = [
    "CERTIFICATE",
    "CERTIFICATE_PAPERS",
    "CERTIFICATE_USE",
    "CardClass",
    "Certificate",
    "CertificateRules",
    "HeldCertificate",
    "Paper",
    "certificate",
    "certificate_papers",
    "certificate_use",
    "decided_by",
]

NOT_ENTITLED = Reason("not-in-entitled-group", _("The person belongs to none of the groups."))
CLASS_NOT_MET = Reason(
    "class-not-met", _("The person does not meet the narrower conditions of the group.")
)
NOT_ABLE = Reason("not-able", _("The person is not able to work."))
NOT_WILLING = Reason("not-willing", _("The person does not wish to work."))
EMPLOYED = Reason("employed", _("The person is in work."))
INTERNALLY_RETIRED = Reason(
    "internally-retired", _("The person is retired early within the enterprise.")
)
LICENSED_BEFORE = Reason(
    "licensed-before", _("The person held a licence of self-employment before the policy began.")
)
EMPLOYED_BEFORE = Reason(
    "employed-before", _("The person was re-employed before the policy began.")
)
RETIRED = Reason("retired", _("The person has retired."))
UNCHECKED = Reason("unchecked", _("The card missed the annual check and is void."))
MISUSED = Reason("misused", _("The card was lent, transferred or forged, and is collected."))
EXPIRED = Reason("expired", _("The card has passed the day noted on it."))
GENERATION_ENDED = Reason("generation-ended", _("The cards of this generation have ended."))
OUTSIDE = Reason("outside-area", _("The card is not valid where it is used."))


@frozen
class Certificate:
    """The certificate that a person gets: what it opens, and whether its expiry is noted on it."""

    card: CardClass = field(metadata={"zh": "优惠证类别", "en": "class of the card"})
    expiry_noted: bool = field(metadata={"zh": "注明截止日期", "en": "expiry noted"})


@frozen(kw_only=True, slots=False)
class HeldCertificate(CheckedFacts):
    """A card in use (所持再就业优惠证); ``None`` means that nobody knows.

    Args:
        checked: passed the last annual check (年检), or is too new for one.
        retired: the holder has reached or gone through legal retirement.
        misused: lent, hired out, transferred or forged.
        expiry_noted: a day of expiry is noted on the card.
        expires_on: that day, the last on which the card is valid.
        local: used in the city that issued it.
        provincial: used in the province that issued it.
    """

    checked: bool | None = fact("年检合格", "annual check passed")
    retired: bool | None = fact("持证人已退休", "holder retired")
    misused: bool | None = fact("转借、转让或者伪造", "lent, transferred or forged")
    expiry_noted: bool | None = fact("注明截止日期", "expiry noted")
    expires_on: date | None = fact("截止日期", "day of expiry")
    local: bool | None = fact("在发证市使用", "used in the issuing city")
    provincial: bool | None = fact("在发证省使用", "used in the issuing province")


def certificate(w: Working[Out_co], worker: Facts[Worker], rules: CertificateRules) -> Out_co:
    """Say whether a person is entitled to the certificate, and to which (再就业优惠证认定)."""
    widened = w.among(worker.group, w.use(rules.widened))
    entitled = w.among(worker.group, w.use(rules.groups))
    w.require(rules.groups, entitled | widened, NOT_ENTITLED)
    w.match(
        rules.classes,
        {
            Classes.WIDE: _nothing,
            Classes.NARROW: lambda: w.require(
                rules.classes, worker.class_met | widened, CLASS_NOT_MET
            ),
        },
    )
    w.require(rules.ability, worker.able, NOT_ABLE)
    w.require(rules.ability, worker.willing, NOT_WILLING)
    w.refuse(rules.without_work, worker.employed, EMPLOYED)
    w.refuse(rules.exclusions, worker.internally_retired, INTERNALLY_RETIRED)
    w.refuse(rules.exclusions, worker.licensed_before, LICENSED_BEFORE)
    w.refuse(rules.exclusions, worker.employed_before, EMPLOYED_BEFORE)
    w.refuse(rules.retirement, worker.retired, RETIRED)
    _check(w, worker, rules)
    card = w.choose(entitled, CardClass.FULL, CardClass.WITHOUT_TAX)
    noted = _expiry_noted(w, worker, rules)
    return w.outcome(w.record(Certificate, card=card, expiry_noted=noted))


def certificate_use(
    w: Working[Out_co], card: Facts[HeldCertificate], rules: CertificateRules
) -> Out_co:
    """Say whether a card is valid on the day and in the place where it is used (优惠证有效性).

    Where it is used outside the issuing city, the area of validity has to be known.

    Raises:
        RuleNotInForceError: the card is used elsewhere, and the area of validity is not known.
    """
    _check(w, card, rules)
    w.refuse(rules.personal, card.misused, MISUSED)
    w.refuse(rules.retirement, card.retired, RETIRED)
    passed = w.branch(card.expiry_noted, lambda: card.expires_on < w.day(), lambda: False)
    w.refuse(rules.near_retirement, passed, EXPIRED)
    w.match(
        rules.generation,
        {
            Generation.OPEN: _nothing,
            Generation.ENDS: lambda: w.require(
                rules.valid_until, w.use(rules.valid_until) >= w.day(), GENERATION_ENDED
            ),
        },
    )
    w.branch(card.local, _nothing, lambda: _check_area(w, card, rules))
    return w.outcome(True)


def _nothing() -> None:
    """Ask for nothing more."""


def _check(w: Working[Out_co], card: Facts[Any], rules: CertificateRules) -> None:
    w.match(
        rules.annual_check,
        {
            YearlyCheck.NONE: _nothing,
            YearlyCheck.YEARLY: lambda: w.require(rules.annual_check, card.checked, UNCHECKED),
        },
    )


def _check_area(w: Working[Out_co], card: Facts[HeldCertificate], rules: CertificateRules) -> None:
    w.match(
        rules.area,
        {
            Area.PROVINCE: lambda: w.require(rules.area, card.provincial, OUTSIDE),
            Area.CITY: lambda: w.require(rules.area, card.local, OUTSIDE),
        },
    )


def _expiry_noted(w: Working[Out_co], worker: Facts[Worker], rules: CertificateRules) -> Condition:
    return w.match(
        rules.near_retirement,
        {
            NearRetirement.NOTHING: lambda: False,
            NearRetirement.EXPIRY: lambda: worker.years_to_retirement < w.use(rules.near_years),
        },
    )


def certificate_papers(w: CaseWorking, worker: Worker, rules: CertificateRules) -> Outcome[Any]:
    """List the papers that a person brings to the application (申领材料), one case at a time."""
    further = {
        EntitledGroup.UNEMPLOYED_SOE: rules.papers_unemployed,
        EntitledGroup.CLOSED_SOE: rules.papers_closed,
        EntitledGroup.LIVING_ALLOWANCE: rules.papers_allowance,
    }
    group = w.read(worker).group
    papers = w.use(rules.papers)
    for held, rule in further.items():
        papers = w.choose(group == held, papers | w.use(rule), papers)
    return w.outcome(papers)


def decided_by(applied_on: date, rules: CertificateRules) -> date:
    """Give the day by which an application is decided: checked, posted and approved (办结日).

    Raises:
        RuleNotInForceError: the time limits of the region are not known, or the working days
            of the year are not.
    """
    checked = working_days_after(applied_on, rules.check_days.on(applied_on).value)
    return working_days_after(checked, rules.approval_days.on(applied_on).value)


CERTIFICATE: Measure[Worker, Certificate] = Measure(
    "certificate",
    "再就业优惠证认定",
    "certificate",
    certificate,
    Worker,
    CertificateRules,
)
CERTIFICATE_USE: Measure[HeldCertificate, bool] = Measure(
    "certificate_use",
    "再就业优惠证有效性",
    "validity of a certificate",
    certificate_use,
    HeldCertificate,
    CertificateRules,
)
CERTIFICATE_PAPERS: Measure[Worker, frozenset[Paper]] = Measure(
    "certificate_papers",
    "再就业优惠证申领材料",
    "papers of the application",
    certificate_papers,
    Worker,
    CertificateRules,
    columns=False,
)
