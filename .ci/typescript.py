"""The types of the service for TypeScript, for ``.ci/measures.py``.

``plugins/service-http/clients/gansu_reemployment.ts`` is made from the JSON Schemas of the
measures, of the rules and of a case.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from gansu_reemployment_service_http import application
from gansu_reemployment_service_http.openapi import document

from gansu_reemployment.interchange import json_schema, rules_schema
from gansu_reemployment.working.measure import Measure

ROOT: Final = Path(__file__).parent.parent
MADE: Final = ROOT / "plugins" / "service-http" / "clients" / "gansu_reemployment.ts"
Schema = dict[str, Any]
HEAD: Final = """\
// The types of gansu-reemployment-service-http; made by .ci/measures.py from the JSON Schemas.

/** An ISO date, such as "2003-07-01". */
export type Day = string;
/** An exact amount in yuan as text, such as "20000.00". Never parse it into a binary number. */
export type Yuan = string;
/** An exact ratio as text, such as "58/100" or "0.05". */
export type Ratio = string;
"""
MEASURE: Final = """\
/** The facts, and the value of the outcome, of every measure. */
export interface Measures {
%s}

/** A case of one measure. */
export interface CaseOf<Facts> %s

/** The body of POST /measures/{name}. */
export type Case<Name extends keyof Measures> = CaseOf<Measures[Name]["facts"]>;

/** A line of POST /batch. */
export type BatchLine<Name extends keyof Measures> = { measure: Name } & Case<Name>;

/** The outcome of one measure. */
export interface OutcomeOf<Name, Facts, Value> %s

export type Outcome<Name extends keyof Measures> = OutcomeOf<
  Name,
  Measures[Name]["facts"],
  Measures[Name]["value"]
>;
"""
ANSWER: Final = """\
/** A line of the answer to POST /batch. */
export type Answer<Name extends keyof Measures> =
  | ({ id: unknown } & Outcome<Name>)
  | { id: unknown; problem: Problem };
"""
PLAIN: Final[Mapping[str, str]] = {
    "array": "unknown[]",
    "boolean": "boolean",
    "integer": "number",
    "null": "null",
    "object": "Record<string, unknown>",
}


def text(measures: Iterable[Measure[Any, Any]]) -> str:
    """Return the types of the *measures*.

    Raises:
        ValueError: two schemas of one name differ.
    """
    api = document(application(), "hardship")
    body = api["paths"]["/measures/hardship"]["post"]["requestBody"]
    case = body["content"]["application/json"]["schema"]
    outcome, named, rows = _measures(measures)
    rules = rules_schema()
    parts = [
        HEAD,
        *(_declared(name, schema) for name, schema in sorted(named.items())),
        MEASURE % (rows, _record(_with(case, facts="Facts")), _record(outcome)),
        _declared("Problem", api["components"]["schemas"]["problem"]),
        ANSWER,
        *(_declared(_ref(name), one, rules=True) for name, one in rules["$defs"].items()),
        _declared("Rules", rules, rules=True),
    ]
    return "\n".join(parts)


def _measures(measures: Iterable[Measure[Any, Any]]) -> tuple[Schema, dict[str, Schema], str]:
    """Return the outcome common to all measures, the named schemas, and a line for each measure."""
    named: dict[str, Schema] = {}
    outcomes, rows = [], []
    for measure in measures:
        facts, outcome = json_schema(measure), json_schema(measure, "outcome")
        own = f"{_pascal(measure.name)}Facts"
        for key, schema in [*_defs(facts), *_defs(outcome), (own, facts)]:
            if _bare(named.setdefault(key, schema)) != _bare(schema):
                message = f"two schemas are named {key}"
                raise ValueError(message)
        value = _kind(outcome["properties"]["value"])
        rows.append(f"  {measure.name}: {{ facts: {own}; value: {value} }};\n")
        outcomes.append(_with(outcome, measure="Name", facts="Facts | null", value="Value"))
    common, *others = (_bare(one) for one in outcomes)
    if any(other != common for other in others):
        message = "the outcomes of measures differ in more than their values"
        raise ValueError(message)
    return common, named, "".join(rows)


def _defs(schema: Schema) -> Iterator[tuple[str, Schema]]:
    yield from schema.get("$defs", {}).items()


def _bare(schema: Schema) -> Schema:
    """Return a schema without its head and without what concerns values only."""
    return {key: schema[key] for key in schema if key[0] != "$" and key not in _BESIDE}


_BESIDE: Final = ("title", "description", "allOf")


def _with(schema: Schema, **types: str) -> Schema:
    """Return a schema some of whose properties have a type of TypeScript."""
    changed = {name: {"typescript": kind} for name, kind in types.items()}
    return {**schema, "properties": {**schema["properties"], **changed}}


def _declared(name: str, schema: Schema, *, rules: bool = False) -> str:
    """Return the declaration of a named schema."""
    if "properties" in schema:
        return f"{_comment(schema)}export interface {name} {_record(schema, rules=rules)}\n"
    if "oneOf" in schema and all("title" in one for one in schema["oneOf"]):
        codes = (f"\n{_comment(one, '  ')}  | {_kind(one)}" for one in schema["oneOf"])
        return f"export type {name} ={''.join(codes)};\n"
    return f"{_comment(schema)}export type {name} = {_kind(schema, rules=rules)};\n"


def _record(schema: Schema, *, rules: bool = False, indent: str = "") -> str:
    required, inner = schema.get("required", ()), f"{indent}  "
    rows = "".join(
        f"{_comment(one, inner)}{inner}{name}{'' if name in required else '?'}: "
        f"{_kind(one, rules=rules, indent=inner)};\n"
        for name, one in schema["properties"].items()
    )
    return f"{{\n{rows}{indent}}}"


def _kind(schema: Schema, *, rules: bool = False, indent: str = "") -> str:  # noqa: PLR0911 - one line per form
    """Return the type of a schema."""
    if "typescript" in schema:
        return str(schema["typescript"])
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return _ref(name) if rules else name
    if "const" in schema:
        return json.dumps(schema["const"])
    if "enum" in schema:
        return " | ".join(map(json.dumps, schema["enum"]))
    members = schema.get("anyOf") or schema.get("oneOf")
    if members:
        return " | ".join(_kind(one, rules=rules, indent=indent) for one in members)
    if "properties" in schema:
        return _record(schema, rules=rules, indent=indent)
    if "items" in schema:
        return f"Array<{_kind(schema['items'], rules=rules, indent=indent)}>"
    if isinstance(schema.get("additionalProperties"), dict):
        return _table(schema, rules=rules, indent=indent)
    return _plain(schema)


def _table(schema: Schema, *, rules: bool, indent: str) -> str:
    key = _kind(schema.get("propertyNames", {"type": "string"}), rules=rules)
    value = _kind(schema["additionalProperties"], rules=rules, indent=indent)
    return f"Record<string, {value}>" if key == "string" else f"Partial<Record<{key}, {value}>>"


def _plain(schema: Schema) -> str:
    kinds = schema.get("type", ())
    if kinds == "string":
        return _text(schema)
    listed = [kinds] if isinstance(kinds, str) else kinds
    return " | ".join(PLAIN.get(one, one) for one in listed) or "unknown"


def _text(schema: Schema) -> str:
    if schema.get("format") == "date":
        return "Day"
    if schema.get("unit") == "yuan":
        return "Yuan"
    return "Ratio" if "unit" in schema else "string"


def _comment(schema: Schema, indent: str = "") -> str:
    said = _names(schema)
    return f"{indent}/** {said} */\n" if said else ""


def _names(schema: Schema) -> str:
    """Return what a schema says of itself, and what its number counts."""
    said = [schema[key] for key in ("description", "title") if key in schema]
    units = [one["unit"] for one in (schema, *schema.get("anyOf", ())) if "unit" in one]
    return " · ".join(said) + (f" ({units[0]})" if units else "")


def _pascal(name: str) -> str:
    return "".join(part.title() for part in name.split("_"))


def _ref(name: str) -> str:
    return f"Rules{_pascal(name)}"
