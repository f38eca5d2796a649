"""The description of the service in OpenAPI 3.1 (接口说明), from the library's own schemas.

A schema of OpenAPI 3.1 is a JSON Schema, so those of the measures are used as they are; only their
``$defs`` move to the components.
"""

import json
from typing import Any, Final

from starlette.applications import Starlette

from gansu_reemployment import __version__
from gansu_reemployment.interchange import all_measures, json_schema, rules_schema

Data = dict[str, Any]
DAY: Final[Data] = {"type": "string", "format": "date"}
TEXT: Final[Data] = {"type": "string"}
OBJECT: Final[Data] = {"type": "object"}
_PROBLEM: Final[Data] = {
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": TEXT,
        "near": {"type": "array", "items": TEXT},
        "faults": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["path", "problem"],
                "properties": {"path": TEXT, "problem": TEXT},
            },
        },
    },
}
_REFUSED: Final = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/problem"}}}
SUPPOSED: Final[Data] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["rule", "since", "value"],
        "properties": {"rule": TEXT, "since": DAY, "value": {}},
        "additionalProperties": False,
    },
}
#: The addresses that are read: what they answer, and the parameters of their query.
_READ: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "/health": ("Whether the service runs, and with which rules", ()),
    "/measures": ("The names of every measure", ()),
    "/rules": ("Every rule as data, or the names of those with all words", ("words",)),
    "/rules/{path}": ("One rule with its rows", ("on", "region", "as_known")),
    "/regions": ("Every region", ()),
    "/documents/{symbol}": ("A document, and where it was read", ()),
    "/plugins": ("The plugins", ()),
}


def document(app: Starlette, *names: str) -> Data:
    """Return the description with the schemas of every measure, or only of those that are named."""
    schemas: Data = {"problem": _PROBLEM, **_lifted("rules", rules_schema(), "rules.")}
    shared: Data = {}
    paths: Data = {path: _reading(path, *about) for path, about in _READ.items()}
    for one in all_measures(app.state.desk.host):
        if names and one.name not in names:
            continue
        for part in ("facts", "outcome"):
            schemas |= _shared(f"{one.name}.{part}", json_schema(one, part), shared)
        paths[f"/measures/{one.name}"] = {
            **_reading(f"/measures/{one.name}", f"{one.en} · {one.zh}", ("region",)),
            "post": _work(one.name, f"{one.en} · {one.zh}"),
        }
    paths["/next"] = {"post": _next()}
    paths["/batch"] = {"post": _batch()}
    parts: Data = {"schemas": schemas}
    if app.state.settings.ledger:
        paths |= {"/cases": {"post": _enter()}, "/cases/{key}": _recorded()}
        parts["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
    info = {"title": "gansu_reemployment", "version": __version__}
    return {"openapi": "3.1.0", "info": info, "paths": paths, "components": parts}


def _shared(name: str, schema: Data, shared: Data) -> Data:
    """Return a schema as components; its definitions keep their names unless others have them."""
    own = schema.get("$defs", {})
    if any(shared.get(key, part) != part for key, part in own.items()):
        return _lifted(name, schema, f"{name}.")
    shared.update(own)
    return _lifted(name, schema, "")


def _lifted(name: str, schema: Data, prefix: str) -> Data:
    """Return a schema as components: itself, and each of its definitions with a *prefix*."""
    text = json.dumps(schema).replace('"#/$defs/', f'"#/components/schemas/{prefix}')
    whole: Data = json.loads(text)
    parts = whole.pop("$defs", {})
    for key in ("$schema", "$id"):
        whole.pop(key, None)
    return {name: whole, **{f"{prefix}{key}": part for key, part in parts.items()}}


def _reading(path: str, summary: str, query: tuple[str, ...]) -> Data:
    names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    parameters = [{"name": name, "in": "path", "required": True, "schema": TEXT} for name in names]
    parameters += [
        {"name": name, "in": "query", "schema": DAY if name in {"on", "as_known"} else TEXT}
        for name in query
    ]
    schema: Data = {"$ref": "#/components/schemas/rules"} if path == "/rules" else {}
    if query == ("words",):
        schema = {"anyOf": [schema, {"type": "array", "items": OBJECT}]}
    refused = (403, 404, 406, 421, 422, 503) if parameters else (403, 406, 421, 503)
    return {
        "get": {
            "summary": summary,
            "parameters": parameters,
            "responses": _responses(summary, {"application/json": {"schema": schema}}, refused),
        }
    }


def _work(name: str, summary: str) -> Data:
    outcome = {"schema": {"$ref": f"#/components/schemas/{name}.outcome"}}
    content = {"application/json": outcome, **{k: {} for k in ("text/plain", "text/html")}}
    return {
        "summary": summary,
        "requestBody": _body(_case({"$ref": f"#/components/schemas/{name}.facts"})),
        "responses": _responses("The outcome", content, _CASE),
    }


_CASE: Final = (403, 404, 406, 408, 413, 415, 421, 422, 503)


def _next() -> Data:
    case = _case(OBJECT, measure=TEXT, not_known={"type": "array", "items": TEXT})
    content = {"application/json": {"schema": OBJECT}}
    return {
        "summary": "The next fact that can still change the outcome",
        "requestBody": _body(case),
        "responses": _responses("The question, and the outcome so far", content, _CASE),
    }


def _batch() -> Data:
    lines = {"application/x-ndjson": {"schema": TEXT}}
    return {
        "summary": "One case a line, answered in order",
        "requestBody": {"required": True, "content": lines},
        "responses": _responses("One answer a line", lines, (403, 415, 421)),
    }


def _enter() -> Data:
    content = {"application/json": {"schema": OBJECT}}
    found = _responses("The case was there already", content, (*_CASE, *_KEY, 409))
    return {
        "summary": "Evaluate a case and enter it into the ledger",
        "security": _SECURITY,
        "requestBody": _body(_case(OBJECT, measure=TEXT, subject=TEXT)),
        "responses": {**found, "201": {"description": "The case was entered", "content": content}},
    }


def _recorded() -> Data:
    read = _reading("/cases/{key}", "The outcome of a case of the ledger", ())
    read["get"] |= {"security": _SECURITY}
    read["get"]["responses"] |= _problems(_KEY)
    return read


_KEY: Final = (401, 403)
_SECURITY: Final[list[Data]] = [{"key": []}]


def _case(facts: Data, **further: Data) -> Data:
    """Return the schema of a case; with *further* properties it names its measure."""
    return {
        "type": "object",
        "required": [*({"measure"} & further.keys()), "on", "facts"],
        "properties": {
            "on": DAY,
            "facts": facts,
            "region": TEXT,
            "as_known": {"anyOf": [DAY, {"type": "null"}]},
            "supposing": SUPPOSED,
            "id": {},
            **further,
        },
        "additionalProperties": False,
    }


def _body(schema: Data) -> Data:
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def _responses(summary: str, content: Data, refused: tuple[int, ...]) -> Data:
    return {"200": {"description": summary, "content": content}, **_problems(refused)}


def _problems(refused: tuple[int, ...]) -> Data:
    return {str(code): {"description": "A problem", "content": _REFUSED} for code in refused}
