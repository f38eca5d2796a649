"""The application for the certificate: its papers and its time limits (优惠证申领).

It is made at the labour station of the street or township (街道、乡镇劳动保障工作站).
"""

from datetime import date

from gansu_reemployment.law.working_days import working_days_after
from gansu_reemployment.measures.persons.certificate.rules import CertificateRules, Paper
from gansu_reemployment.measures.persons.facts import EntitledGroup, Worker
from gansu_reemployment.working import Incomplete, Working, measure


@measure("再就业优惠证申领材料", "papers of the application", columns=False)
def certificate_papers(w: Working, worker: Worker, rules: CertificateRules) -> frozenset[Paper]:
    """List the papers that an application needs (申领材料).

    The day of the law is the day of the application.

    This is a case function, because a set of papers is not a value of a column.
    """
    papers = w.use(rules.papers)
    match worker.group:
        case None:
            raise Incomplete("group")
        case EntitledGroup.UNEMPLOYED_SOE:
            return papers | w.use(rules.papers_unemployed)
        case EntitledGroup.CLOSED_SOE:
            return papers | w.use(rules.papers_closed)
        case EntitledGroup.LIVING_ALLOWANCE:
            return papers | w.use(rules.papers_allowance)
        case _:
            return papers


def decided_by(applied_on: date, rules: CertificateRules) -> date:
    """Compute the day by which an application is checked, posted and approved (办结日).

    Raises:
        RuleNotInForceError: the time limits of the region are not known, or the working days
            of the year are not.
    """
    checked = working_days_after(applied_on, rules.check_days.on(applied_on).value)
    return working_days_after(checked, rules.approval_days.on(applied_on).value)
