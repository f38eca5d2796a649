"""Reasons for a refusal that several measures about a person share (不予认定的共同理由)."""

from gansu_reemployment.i18n import _
from gansu_reemployment.working import Reason

NOT_ENTITLED = Reason("not-in-entitled-group", _("The person belongs to none of the groups."))
NOT_ABLE = Reason("not-able", _("The person is not able to work."))
NOT_WILLING = Reason("not-willing", _("The person does not wish to work."))
EMPLOYED = Reason("employed", _("The person is in work."))
INTERNALLY_RETIRED = Reason(
    "internally-retired", _("The person is retired early within the enterprise.")
)
RETIRED = Reason("retired", _("The person has retired."))
