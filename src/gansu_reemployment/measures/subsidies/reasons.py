"""Reasons for a refusal that several subsidies share (不予补贴的共同理由)."""

from gansu_reemployment.i18n import _
from gansu_reemployment.working import Reason

RETIRED = Reason("retired", _("The person has retired."))
TOO_SHORT = Reason("contract-too-short", _("The labour contract is too short."))
