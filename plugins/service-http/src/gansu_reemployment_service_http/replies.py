"""Answers in their form (应答格式): JSON, problems, explanations; with the digest of the rules."""

import json
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from gansu_reemployment_service_http.negotiation import HTML, JSON, TEXT, language

PROBLEM: Final = "application/problem+json"
_HEADERS: Final = {"Vary": "Accept, Accept-Language", "X-Content-Type-Options": "nosniff"}


def as_json(request: Request, data: Any, status: int = 200) -> Response:
    """Answer with *data* that rest on the rules alone: with their digest, to be kept by a cache."""
    tag = f'W/"{request.app.state.digest}.{language(request)}"'
    headers = {**_HEADERS, "ETag": tag, "Cache-Control": "no-cache"}
    if tag in request.headers.get("if-none-match", "").split(", "):
        return Response(status_code=304, headers=headers)
    return Response(_text(data), status, headers, JSON)


def as_outcome(text: str, form: str, digest: str) -> Response:
    """Answer with an outcome in the *form* that is accepted; no cache keeps it."""
    headers = {**_HEADERS, "ETag": f'W/"{digest}"', "Cache-Control": "no-store"}
    if form == HTML:
        headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    kind = form if form == JSON else f"{form}; charset=utf-8"
    return Response(text, 200, headers, kind)


def as_private(data: Any, status: int = 200) -> Response:
    """Answer with *data* of a case, which no cache keeps."""
    return Response(_text(data), status, {**_HEADERS, "Cache-Control": "no-store"}, JSON)


def as_problem(problem: dict[str, Any], **headers: str) -> Response:
    """Answer with a problem."""
    own = {**_HEADERS, "Cache-Control": "no-store", **headers}
    return Response(_text(problem), problem["status"], own, PROBLEM)


def _text(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


__all__ = ["HTML", "JSON", "TEXT", "as_json", "as_outcome", "as_private", "as_problem"]
