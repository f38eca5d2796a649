"""Reasons for a refusal that several reliefs share (不予减免的共同理由)."""

from gansu_reemployment.i18n import _
from gansu_reemployment.working import Reason

EXCLUDED_TRADE = Reason("excluded-trade", _("The scheme excludes the trade."))
CONTRACT_TOO_SHORT = Reason("contract-too-short", _("The labour contracts are too short."))
APPROVED_TOO_LATE = Reason(
    "approved-too-late", _("The relief begins after the last day of approvals.")
)
NOT_BEGUN = Reason("not-begun", _("The relief has not begun."))
TERM_OVER = Reason("term-over", _("The term of the relief is over."))
