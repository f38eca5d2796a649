"""The explanation of a case (个案说明) with the facts that were given, as text and as a page."""

from typing import Any

from gansu_reemployment.interchange import Desk, Request
from gansu_reemployment.ledger import read_facts
from gansu_reemployment.results import Outcome
from gansu_reemployment.sheets import html_page


def explanation(desk: Desk, asked: Request, outcome: Outcome[Any], locale: str) -> str:
    """Return the explanation of the *outcome* of a request in *locale*.

    Raises:
        UnknownNameError: *locale* is another language.
    """
    kind = desk.bureau(asked).find_measure(asked.measure).facts
    return outcome.explain(locale, facts=read_facts(kind, asked.facts))


def page(desk: Desk, asked: Request, outcome: Outcome[Any], locale: str) -> str:
    """Return the explanation as a page of HTML without scripts."""
    found = desk.bureau(asked).find_measure(asked.measure)
    title = found.zh if locale == "zh_CN" else found.en
    return html_page(title, outcome.to_html(locale), locale=locale, headed=False)
