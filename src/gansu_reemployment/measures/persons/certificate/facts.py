"""A certificate in use (所持再就业优惠证)."""

from datetime import date
from typing import Generic

from attrs import frozen

from gansu_reemployment.fact_model import CheckedFacts, U, fact


@frozen(kw_only=True, slots=False)
class HeldCertificate(CheckedFacts, Generic[U]):
    """A card in use (所持再就业优惠证); ``None`` means unknown.

    Args:
        checked: the card passed the last annual check (年检), or is too new for one.
        retired: the holder has reached or gone through legal retirement.
        misused: the card was lent, hired out, transferred or forged.
        expiry_noted: a day of expiry is noted on the card.
        expires_on: that day, the last on which the card is valid.
        local: the card is used in the city that issued it.
        provincial: the card is used in the province that issued it.
    """

    checked: bool | U = fact("年检合格", "annual check passed")
    retired: bool | U = fact("持证人已退休", "holder retired")
    misused: bool | U = fact("转借、转让或者伪造", "lent, transferred or forged")
    expiry_noted: bool | U = fact("注明截止日期", "expiry noted")
    expires_on: date | U = fact("截止日期", "day of expiry")
    local: bool | U = fact("在发证市使用", "used in the issuing city")
    provincial: bool | U = fact("在发证省使用", "used in the issuing province")
