"""The annual check of the certificate (优惠证年检), a condition of its issue and of its use."""

from gansu_reemployment.fact_model import Known
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.persons.certificate.facts import HeldCertificate
from gansu_reemployment.measures.persons.certificate.rules import CertificateRules, YearlyCheck
from gansu_reemployment.measures.persons.facts import Worker
from gansu_reemployment.working import Reason, Working, formula

UNCHECKED = Reason("unchecked", _("The card missed the annual check and is void."))


@formula
def check_annually(
    w: Working, holder: Worker[Known] | HeldCertificate[Known], rules: CertificateRules
) -> None:
    """Refuse a card that missed the annual check, where the place has one (年检)."""
    if w.use(rules.annual_check) == YearlyCheck.YEARLY:
        w.require(rules.annual_check, holder.checked, UNCHECKED)
