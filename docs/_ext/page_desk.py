"""Answers the form of the site (网页办理): a case as JSON in, the outcome as JSON and HTML out.

It runs in the browser, where the page calls it with text. ``.ci/form.py`` puts it beside the
interpreter.
"""

import json
from collections.abc import Callable
from typing import Any, Final

from gansu_reemployment import load_host
from gansu_reemployment.errors import GansuError
from gansu_reemployment.i18n import choose_locale
from gansu_reemployment.interchange import Desk, Interview, problem, read_json, read_request

DESK: Final = Desk(load_host())


def decide(text: str, locale: str) -> str:
    """Return the ``outcome`` and its ``html`` for a request, or the ``problem`` with it."""
    return _answer(_decided, text, locale)


def ask(text: str, locale: str) -> str:
    """Return the next ``question`` of a request, or the ``problem`` with it.

    The request also lists, as ``not_known``, the names of the facts that are not known.
    """
    return _answer(_asked, text, locale)


def _answer(work: Callable[[Any, str], dict[str, Any]], text: str, locale: str) -> str:
    locale = choose_locale(locale)
    try:
        answer = work(read_json(text.encode()), locale)
    except GansuError as error:
        answer = {"problem": problem(error, locale)}
    return json.dumps(answer, ensure_ascii=False)


def _decided(data: Any, locale: str) -> dict[str, Any]:
    outcome = DESK.work(read_request(data))
    return {"outcome": outcome.as_json(), "html": outcome.to_html(locale)}


def _asked(data: Any, _locale: str) -> dict[str, Any]:
    not_known = set(data.pop("not_known", ()))
    request = read_request(data)
    bureau = DESK.bureau(request)
    interview = Interview(bureau, request.measure, request.on, dict(request.facts), not_known)
    question = interview.question
    return {"question": question.as_json() if question else None}
