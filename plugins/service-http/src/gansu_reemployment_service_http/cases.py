"""Cases asked for over HTTP (个案): one, the next question, or a case entered into a ledger."""

from collections.abc import Callable
from datetime import date
from hmac import compare_digest
from typing import Any, TypeVar

from attrs import frozen
from starlette.requests import Request
from starlette.responses import Response

from gansu_reemployment.errors import LedgerConflictError
from gansu_reemployment.interchange import Interview, read_json, read_request
from gansu_reemployment.ledger import Case, open_ledger, read_facts
from gansu_reemployment_service_http.explaining import explanation, page
from gansu_reemployment_service_http.faults import HttpFault
from gansu_reemployment_service_http.guards import body, state, within
from gansu_reemployment_service_http.negotiation import HTML, JSON, TEXT, form, language, media_type
from gansu_reemployment_service_http.replies import as_outcome, as_private

T = TypeVar("T")


@frozen(kw_only=True)
class _Beside:
    """What a body has beside the case: facts that are not known, or the subject of the case."""

    not_known: tuple[str, ...] = ()
    subject: str = ""


async def work(request: Request) -> Response:
    """Answer one case of the measure in the path."""
    wanted = form(request, JSON, TEXT, HTML)
    data = await read(request)
    desk, locale = state(request).desk, language(request)
    name = request.path_params["name"]

    def answer() -> tuple[str, str]:
        asked = read_request(data, measure=name)
        outcome = desk.work(asked)
        digest = outcome.basis.provenance.rulebook if outcome.basis.provenance else ""
        if wanted == JSON:
            return outcome.as_json_text(), digest
        write = page if wanted == HTML else explanation
        return write(desk, asked, outcome, locale), digest

    text, digest = await timed(request, answer)
    return as_outcome(text, wanted, digest)


async def ask_next(request: Request) -> Response:
    """Answer with the next fact that can still change the outcome, and the outcome so far."""
    data = await read(request)
    desk = state(request).desk
    beside = _taken(data, "not_known")

    def answer() -> dict[str, Any]:
        asked = read_request(data)
        bureau = desk.bureau(asked)
        names = set(read_facts(_Beside, beside).not_known)
        course = Interview(bureau, asked.measure, asked.on, dict(asked.facts), names)
        question, outcome = course.question, course.outcome
        return {
            "question": question.as_json() if question is not None else None,
            "outcome": outcome.as_json() if outcome is not None else None,
        }

    return as_private(await timed(request, answer))


async def enter(request: Request) -> Response:
    """Evaluate a case and enter it into the ledger; the same case again is known."""
    permit(request, state(request).settings.append_key)
    data = await read(request)
    beside = _taken(data, "subject")
    kept = state(request)

    def answer() -> dict[str, Any]:
        asked = read_request(data)
        outcome = kept.desk.work(asked)
        facts = read_facts(kept.desk.bureau(asked).find_measure(asked.measure).facts, asked.facts)
        subject = read_facts(_Beside, beside).subject
        case = Case.of(outcome, facts, recorded_on=date.today(), subject=subject)  # noqa: DTZ011
        with open_ledger(kept.settings.ledger, kept.desk.host.ledgers) as ledger:
            added = ledger.append([case]).added
        return {"key": case.key, "added": bool(added), "outcome": outcome.as_json()}

    try:
        found = await timed(request, answer)
    except LedgerConflictError:
        raise HttpFault(409) from None
    return as_private(found, 201 if found["added"] else 200)


async def look_up(request: Request) -> Response:
    """Answer with the outcome of a case of the ledger; facts and subject are not shown."""
    settings = state(request).settings
    permit(request, settings.read_key, settings.append_key)

    def answer() -> dict[str, Any]:
        with open_ledger(settings.ledger, state(request).desk.host.ledgers) as ledger:
            case = ledger.get(request.path_params["key"])
        recorded = case.recorded_on.isoformat()
        return {"key": case.key, "recorded_on": recorded, "outcome": dict(case.outcome)}

    return as_private(await timed(request, answer))


def _taken(data: Any, name: str) -> dict[str, Any]:
    """Take out of a body what it has beside the case."""
    return {name: data.pop(name)} if isinstance(data, dict) and name in data else {}


async def read(request: Request) -> Any:
    """Read the JSON of a body.

    Raises:
        HttpFault: it is not JSON by its header, too long, or does not arrive.
        InvalidFactsError: it is not JSON.
    """
    if media_type(request) != JSON:
        raise HttpFault(415)
    settings = state(request).settings
    return read_json(
        await body(request, settings.most_bytes, settings.seconds), settings.most_bytes
    )


async def timed(request: Request, answer: Callable[[], T]) -> T:
    """Return an answer that a thread computes.

    Raises:
        HttpFault: it takes too long.
    """
    return await within(state(request).settings.seconds, answer)


def permit(request: Request, *keys: str) -> None:
    """Check the key of a request, in a time that does not show how much of it is right.

    Raises:
        HttpFault: there is no key, or it is not one of *keys*.
    """
    scheme, _blank, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not given:
        raise HttpFault(401, **{"WWW-Authenticate": "Bearer"})
    found = [compare_digest(given.encode(), key.encode()) for key in keys if key]
    if not any(found):
        raise HttpFault(403)


__all__ = ["ask_next", "enter", "look_up", "work"]
