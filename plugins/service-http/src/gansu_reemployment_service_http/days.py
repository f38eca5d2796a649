"""Days in an address (地址中的日期)."""

from datetime import date

from attrs import frozen

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.ledger import read_facts


@frozen
class _Day:
    day: date


def day_of(text: str, name: str) -> date:
    """Read the day of the parameter *name*.

    Raises:
        InvalidFactsError: it is not a day.
    """
    try:
        return read_facts(_Day, {"day": text}).day
    except InvalidFactsError as error:
        (fault,) = error.faults
        raise InvalidFactsError([type(fault)(name, fault.problem)]) from None
