"""The validity of a certificate on the day and in the place of its use (优惠证有效性)."""

from gansu_reemployment.fact_model import Known
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.persons.certificate.annual_check import check_annually
from gansu_reemployment.measures.persons.certificate.facts import HeldCertificate
from gansu_reemployment.measures.persons.certificate.rules import (
    Area,
    CertificateRules,
    Generation,
)
from gansu_reemployment.measures.persons.reasons import RETIRED
from gansu_reemployment.working import Reason, Working, formula, measure

MISUSED = Reason("misused", _("The card was lent, transferred or forged, and is collected."))
EXPIRED = Reason("expired", _("The card has passed the day noted on it."))
GENERATION_ENDED = Reason("generation-ended", _("This generation of cards has ended."))
OUTSIDE = Reason("outside-area", _("The card is not valid where it is used."))


@measure("再就业优惠证有效性", "validity of a certificate")
def certificate_use(w: Working, card: HeldCertificate[Known], rules: CertificateRules) -> bool:
    """Check that a card is valid on the day and in the place where it is used (优惠证有效性).

    The day of the law is the day of use.
    """
    check_annually(w, card, rules)
    w.refuse(rules.personal, card.misused, MISUSED)
    w.refuse(rules.retirement, card.retired, RETIRED)
    w.refuse(rules.near_retirement, card.expiry_noted and card.expires_on < w.day(), EXPIRED)
    if w.use(rules.generation) == Generation.ENDS:
        last_day = w.use(rules.valid_until)
        w.refuse(rules.valid_until, last_day < w.day(), GENERATION_ENDED)
    if not card.local:
        check_area(w, card, rules)
    return True


@formula
def check_area(w: Working, card: HeldCertificate[Known], rules: CertificateRules) -> None:
    """Check that a card used outside the issuing city is valid there (有效地域)."""
    match w.use(rules.area):
        case Area.PROVINCE:
            w.require(rules.area, card.provincial, OUTSIDE)
        case Area.CITY:
            w.require(rules.area, card.local, OUTSIDE)
