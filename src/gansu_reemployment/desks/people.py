"""People at the counter: certificate, “4050” group, candidates, security lines (人员认定)."""

from datetime import date

from gansu_reemployment.dates import need_plain
from gansu_reemployment.desks.desk import Desk
from gansu_reemployment.measures.persons.candidates import CANDIDATES, Offer, Pool
from gansu_reemployment.measures.persons.certificate.decision import (
    CERTIFICATE,
    CERTIFICATE_PAPERS,
    CERTIFICATE_USE,
    Certificate,
    HeldCertificate,
)
from gansu_reemployment.measures.persons.certificate.rules import Paper
from gansu_reemployment.measures.persons.facts import Group, Worker
from gansu_reemployment.measures.persons.hardship import HARDSHIP, HardshipRules, reaches_on
from gansu_reemployment.measures.persons.security import (
    SECURITY_LEVELS,
    SECURITY_LINE,
    Levels,
    Secured,
    SecurityLine,
)
from gansu_reemployment.working.outcome import Outcome


class PeopleDesk(Desk):
    """The desk for persons and the security lines (人员窗口)."""

    def certificate(self, worker: Worker, *, on: date) -> Outcome[Certificate]:
        """Say whether a person is entitled to the certificate, and to which (再就业优惠证认定)."""
        return self._decide(CERTIFICATE, worker, on)

    def certificate_use(self, card: HeldCertificate, *, on: date) -> Outcome[bool]:
        """Say whether a card is valid on the day and where it is used (优惠证有效性)."""
        return self._decide(CERTIFICATE_USE, card, on)

    def certificate_papers(self, worker: Worker, *, on: date) -> Outcome[frozenset[Paper]]:
        """List the papers that a person brings to the application (申领材料)."""
        return self._decide(CERTIFICATE_PAPERS, worker, on)

    def hardship(self, worker: Worker, *, on: date) -> Outcome[Group]:
        """Classify a person as older hard-to-employ or general (“4050”人员认定)."""
        return self._decide(HARDSHIP, worker, on)

    def reaches_on(self, worker: Worker, *, on: date) -> date | None:
        """Give the day on which a person reaches the “4050” age (达到年龄之日)."""
        need_plain(on)
        return reaches_on(worker, self.rulebook.of(HardshipRules), on)

    def candidates(self, pool: Pool, *, on: date) -> Outcome[tuple[Offer, ...]]:
        """Put persons into the order in which posts are offered to them (安置顺序)."""
        return self._decide(CANDIDATES, pool, on)

    def security_line(self, person: Secured, *, on: date) -> Outcome[SecurityLine]:
        """Say which of the three lines carries a person (三条保障线衔接)."""
        return self._decide(SECURITY_LINE, person, on)

    def security_levels(self, levels: Levels, *, on: date) -> Outcome[bool]:
        """Check the order of the levels of the three lines (三条保障线标准)."""
        return self._decide(SECURITY_LEVELS, levels, on)
