"""Small guaranteed loans, interest subsidy and guarantee fund (小额担保贷款、贴息、担保基金)."""

from collections.abc import Mapping
from datetime import date

from gansu_reemployment.desks.desk import Desk
from gansu_reemployment.measures.loans.accrual.periods import INTEREST_PERIODS, InterestSchedule
from gansu_reemployment.measures.loans.enterprise_loan import (
    ENTERPRISE_LOAN,
    EnterpriseApplication,
    EnterpriseLoan,
)
from gansu_reemployment.measures.loans.extension import (
    LOAN_EXTENSION,
    ExtensionRequest,
    ExtensionTerms,
)
from gansu_reemployment.measures.loans.facts import RunningLoan
from gansu_reemployment.measures.loans.guarantee.capacity import (
    BANK_LENDING,
    GUARANTEE_CAPACITY,
    GUARANTEE_FEE,
    BankBook,
    Capacity,
    GuaranteedLoans,
    GuaranteeFee,
    GuaranteeFund,
    Lending,
    payment_by,
)
from gansu_reemployment.measures.loans.guarantee.losses import (
    COMPENSATION_GAP,
    LOSS_SHARES,
    CompensationGap,
    LoanLoss,
    LossShares,
    YearOfCompensation,
)
from gansu_reemployment.measures.loans.guarantee.rules import GuaranteeRules
from gansu_reemployment.measures.loans.instalments import (
    INSTALMENTS,
    InstalmentLoan,
    InstalmentSchedule,
)
from gansu_reemployment.measures.loans.interest.claim import (
    INTEREST_CLAIM,
    SubsidyClaim,
    claim_deadlines,
)
from gansu_reemployment.measures.loans.interest.facts import BankClaim, SettledPeriod
from gansu_reemployment.measures.loans.interest.rules import InterestRules
from gansu_reemployment.measures.loans.interest.subsidy import INTEREST_SUBSIDY, InterestSubsidy
from gansu_reemployment.measures.loans.loan.rules import LoanRules
from gansu_reemployment.measures.loans.loan.terms import (
    LOAN_TERMS,
    LoanApplication,
    LoanTerms,
    answer_by,
)
from gansu_reemployment.measures.loans.micro_profit import MICRO_PROFIT, Project
from gansu_reemployment.working.outcome import Outcome


class LoanDesk(Desk):
    """The desk for loans, interest subsidy and the guarantee fund (贷款窗口)."""

    def loan_terms(self, application: LoanApplication, *, on: date) -> Outcome[LoanTerms]:
        """Give the terms of a small guaranteed loan signed on the day (小额担保贷款)."""
        return self._decide(LOAN_TERMS, application, on)

    def loan_answer_by(self, received_on: date) -> date:
        """Give the last day for the bank's answer to a complete application (银行答复期限)."""
        return answer_by(received_on, self.rulebook.of(LoanRules))

    def loan_extension(self, request: ExtensionRequest, *, on: date) -> Outcome[ExtensionTerms]:
        """Give the terms of an extension from the day (小额担保贷款展期)."""
        return self._decide(LOAN_EXTENSION, request, on)

    def enterprise_loan(
        self, application: EnterpriseApplication, *, on: date
    ) -> Outcome[EnterpriseLoan]:
        """Give the terms of a loan to a small enterprise (劳动密集型小企业贷款)."""
        return self._decide(ENTERPRISE_LOAN, application, on)

    def micro_profit(self, project: Project, *, on: date) -> Outcome[bool]:
        """Tell whether a business is a micro-profit project (微利项目)."""
        return self._decide(MICRO_PROFIT, project, on)

    def interest_periods(self, loan: RunningLoan, *, on: date) -> Outcome[InterestSchedule]:
        """Charge the interest of a loan period by period (分期计息)."""
        return self._decide(INTEREST_PERIODS, loan, on)

    def instalments(self, loan: InstalmentLoan, *, on: date) -> Outcome[InstalmentSchedule]:
        """Give the instalments of a loan (分期还款)."""
        return self._decide(INSTALMENTS, loan, on)

    def interest_subsidy(self, period: SettledPeriod, *, on: date) -> Outcome[InterestSubsidy]:
        """Give the subsidy of one settled period of a loan (贴息)."""
        return self._decide(INTEREST_SUBSIDY, period, on)

    def interest_claim(self, claim: BankClaim, *, on: date) -> Outcome[SubsidyClaim]:
        """Work out a bank's claim for a quarter, loan by loan (贴息申报)."""
        return self._decide(INTEREST_CLAIM, claim, on)

    def claim_deadlines(self, settled_on: date) -> Mapping[str, date]:
        """Give the last days of the steps of a bank's claim, as far as set (申报期限)."""
        return claim_deadlines(settled_on, self.rulebook.of(InterestRules))

    def guarantee_capacity(self, fund: GuaranteeFund, *, on: date) -> Outcome[Capacity]:
        """Give what a guarantee fund can carry (担保能力)."""
        return self._decide(GUARANTEE_CAPACITY, fund, on)

    def guarantee_fee(self, loans: GuaranteedLoans, *, on: date) -> Outcome[GuaranteeFee]:
        """Give the guarantee fee of a year, and who pays it (担保费)."""
        return self._decide(GUARANTEE_FEE, loans, on)

    def bank_lending(self, book: BankBook, *, on: date) -> Outcome[Lending]:
        """Tell whether a bank goes on lending, stops, or resumes (停止和恢复发放)."""
        return self._decide(BANK_LENDING, book, on)

    def guarantor_pays_by(self, defaulted_on: date) -> date:
        """Give the last day for the guarantor's payment after a default (代偿期限)."""
        return payment_by(defaulted_on, self.rulebook.of(GuaranteeRules))

    def loss_shares(self, loss: LoanLoss, *, on: date) -> Outcome[LossShares]:
        """Share a loss between bank, funds and finance (损失分担)."""
        return self._decide(LOSS_SHARES, loss, on)

    def compensation_gap(self, year: YearOfCompensation, *, on: date) -> Outcome[CompensationGap]:
        """Tell what fund and finance bear of the payments of a year (年度代偿分担)."""
        return self._decide(COMPENSATION_GAP, year, on)
