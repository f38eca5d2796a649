"""The requests that only read (查询): measures, rules, regions, documents, plugins, health."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from gansu_reemployment import __version__, find_instrument
from gansu_reemployment.interchange import (
    all_measures,
    document_as_json,
    measure_as_json,
    rule_as_json,
)
from gansu_reemployment_service_http.cases import timed
from gansu_reemployment_service_http.days import day_of
from gansu_reemployment_service_http.guards import state
from gansu_reemployment_service_http.openapi import document
from gansu_reemployment_service_http.replies import as_json


async def health(request: Request) -> Response:
    """Answer that the service runs, and with which rules."""
    digest = state(request).data["rulebook"]
    return as_json(request, {"status": "ok", "library": __version__, "rulebook": digest})


async def measures(request: Request) -> Response:
    """Answer with the names of every measure."""
    found = all_measures(state(request).desk.host)
    keys = ("name", "zh", "en", "columns")
    return as_json(request, [{key: getattr(one, key) for key in keys} for one in found])


async def measure(request: Request) -> Response:
    """Answer with the facts, the result, the refusals and the rules of a measure."""
    host = state(request).desk.host
    place = request.query_params.get("region")
    region = host.regions.find(place) if place else None
    name = request.path_params["name"]
    return as_json(request, await timed(request, lambda: measure_as_json(host, name, region)))


async def rules(request: Request) -> Response:
    """Answer with every rule as data, or with the names of those that have all *words*."""
    words = request.query_params.get("words")
    if words is None:
        return as_json(request, state(request).data)
    found = state(request).desk.host.everywhere.search(words)
    return as_json(request, [{"path": one.path, "zh": one.zh, "en": one.en} for one in found])


async def rule(request: Request) -> Response:
    """Answer with one rule: every row, or the one in force on a day in a place."""
    query = request.query_params
    host, path = state(request).desk.host, request.path_params["path"]
    days = {name: day_of(query[name], name) for name in ("on", "as_known") if name in query}
    region = query.get("region", "")
    return as_json(request, await timed(request, lambda: _rule(host, path, region, **days)))


def _rule(host: Any, path: str, region: str, **days: Any) -> dict[str, Any]:
    return rule_as_json(host, path, region=region, **days)


async def regions(request: Request) -> Response:
    """Answer with every region that is known."""
    return as_json(
        request,
        [
            {
                "code": one.id,
                "zh": one.name,
                "en": one.en,
                "level": one.level.code,
                "parent": one.parent,
            }
            for one in state(request).desk.host.regions
        ],
    )


async def instrument(request: Request) -> Response:
    """Answer with a document and where it was read, by its symbol or title."""
    name = request.path_params["symbol"]
    local = state(request).documents
    return as_json(request, local.get(name) or document_as_json(find_instrument(name)))


async def plugins(request: Request) -> Response:
    """Answer with the plugins that were loaded, and those that were skipped."""
    return as_json(
        request,
        [
            {
                "name": one.name,
                "source": one.source.name,
                "regions": list(one.regions),
                "loaded": one.fault is None,
            }
            for one in state(request).desk.host.plugins
        ],
    )


async def openapi(request: Request) -> Response:
    """Answer with the description of the service in OpenAPI 3.1."""
    return as_json(request, await timed(request, lambda: document(request.app)))
