"""The explanation of a case (个案说明) with the facts that were given."""

from typing import Any

from gansu_reemployment.interchange import Desk, Request
from gansu_reemployment.ledger import read_facts
from gansu_reemployment.results import Outcome


def explanation(desk: Desk, asked: Request, outcome: Outcome[Any], locale: str) -> str:
    """Return the explanation of the *outcome* of a request in *locale*.

    Raises:
        UnknownNameError: *locale* is another language.
    """
    kind = desk.bureau(asked).find_measure(asked.measure).facts
    return outcome.explain(locale, facts=read_facts(kind, asked.facts))
