"""JSON Schema of the facts and the outcome of a measure (JSON 模式), of the draft 2020-12.

An amount is text in yuan, a ratio is text, a day is an ISO date, a choice is its code. Facts are
described as :func:`~.ledger.write_facts` writes them; an omitted fact is unknown. The keyword
``unit`` names the unit of a number.

>>> schema = json_schema("placement_subsidy")
>>> schema["properties"]["months_kept"]["anyOf"][0]
{'type': 'integer', 'minimum': 0, 'unit': 'months'}
"""

import json
import typing
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, Literal

import attrs

from gansu_reemployment.catalogue import find_measure
from gansu_reemployment.fact_model import FactField, describe, not_negative, positive, types_of
from gansu_reemployment.fact_model.checks import each_not_negative
from gansu_reemployment.i18n import Choice, translate
from gansu_reemployment.identity import IdentityNumber
from gansu_reemployment.interchange.units import unit_of
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Region
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome_json import plain
from gansu_reemployment.working.terms import PRESUMED

Schema = dict[str, Any]
#: The parts of a measure that have a schema.
Part = Literal["facts", "outcome"]

PARTS: Final[tuple[Part, ...]] = ("facts", "outcome")
_OUTCOME: Final = Path(__file__).with_name("outcome.schema.json")
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_RATIO: Final = r"^-?[0-9]+(\.[0-9]+|/0*[1-9][0-9]*)?$"
_PLAIN: Final[Mapping[Any, Schema]] = {
    bool: {"type": "boolean"},
    str: {"type": "string"},
    date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    Decimal: {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    Region: {"type": "string", "pattern": "^[0-9]{6}$", "description": "code of a region"},
    IdentityNumber: {"type": "string", "pattern": "^[0-9]{17}[0-9X]$|^[0-9]{15}$"},
}


def json_schema(measure: str | Measure[Any, Any], part: Part = "facts") -> Schema:
    """Return the JSON Schema (2020-12) of the facts of a measure, or of its outcome.

    *measure* is a name, or a measure with the facts of a place, as
    :meth:`~.bureau.Bureau.find_measure` returns it.

    Raises:
        UnknownNameError: there is no such measure; the nearest names are suggested.
    """
    found = measure if isinstance(measure, Measure) else find_measure(measure)
    defs: dict[str, Schema] = {}
    body = _record(found.facts, defs) if part == "facts" else _outcome(found, defs)
    head = {
        "$schema": DIALECT,
        "$id": f"urn:gansu-reemployment:{found.name}:{part}",
        "title": f"{found.en}: {part}",
        "description": found.zh,
    }
    return {**head, **body, **({"$defs": defs} if defs else {})}


def _record(kind: type[Any], defs: dict[str, Schema]) -> Schema:
    hints, fields = types_of(kind), describe(kind)
    defaults = {f.name: f.default for f in attrs.fields(kind)}
    return {
        "type": "object",
        "properties": {
            **{f.name: _field(f, hints[f.name], defaults[f.name], defs) for f in fields},
            **_presumed(kind),
        },
        "required": [
            f.name for f in fields if not f.optional and defaults[f.name] in (None, attrs.NOTHING)
        ],
        "additionalProperties": False,
    }


def _presumed(kind: type[Any]) -> dict[str, Schema]:
    """Return the property that names the facts which were presumed in order, if any may be."""
    usual = tuple(getattr(kind, "usual", ()))
    items = {"type": "array", "items": {"enum": list(usual)}, "uniqueItems": True}
    terms = {"title": PRESUMED, "description": translate(PRESUMED, "zh_CN")}
    return {"presumed": {**terms, **items}} if usual else {}


def _field(field: FactField, hint: Any, default: Any, defs: dict[str, Schema]) -> Schema:
    schema = _typed(hint, field, defs)
    factory = getattr(default, "factory", None)
    default = factory() if factory else default
    stated = {} if default in (None, attrs.NOTHING) else {"default": plain(default)}
    return {"title": field.en, "description": field.zh, **schema, **stated}


def _typed(kind: Any, field: FactField, defs: dict[str, Schema]) -> Schema:
    """Return the schema of values of a type; *field* has their checks and their unit."""
    origin, members = typing.get_origin(kind), typing.get_args(kind)
    if type(None) in members:
        (inner,) = [member for member in members if member is not type(None)]
        return {"anyOf": [_typed(inner, field, defs), {"type": "null"}]}
    if attrs.has(origin or kind) and kind not in _PLAIN:
        return _referred(kind, defs)
    if origin in (dict, Mapping):
        names = _typed(members[0], field, defs)
        return {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": _typed(members[1], field, defs),
        }
    if members:
        unique = {"uniqueItems": True} if origin is frozenset else {}
        return {"type": "array", "items": _typed(members[0], field, defs), **unique}
    if isinstance(kind, type) and issubclass(kind, Choice):
        return _choice(kind, defs)
    return dict(_PLAIN[kind]) if kind in _PLAIN else _number(kind, field)


def _number(kind: Any, field: FactField) -> Schema:
    above = positive in field.checks
    least = above or bool({not_negative, each_not_negative} & {*field.checks})
    if kind is Yuan:
        sign = "" if least else "-?"
        ahead = "(?=.*[1-9])" if above else ""
        pattern = rf"^{ahead}{sign}[0-9]{{1,14}}(\.[0-9]{{1,2}})?$"
        return {"type": "string", "pattern": pattern, "unit": "yuan"}
    if kind is int:
        minimum = {"minimum": int(above)} if least else {}
        return {"type": "integer", **minimum, "unit": unit_of(field, kind)}
    return {"type": "string", "pattern": _RATIO, "unit": unit_of(field, Fraction)}


def _referred(kind: Any, defs: dict[str, Schema]) -> Schema:
    """Describe a record once, below ``$defs``."""
    plain_kind = typing.get_origin(kind) or kind
    items = "_".join(getattr(one, "__name__", str(one)) for one in typing.get_args(kind))
    name = f"{plain_kind.__name__}_{items}" if items else plain_kind.__name__
    if name not in defs:
        defs[name] = {}
        defs[name] = _record(plain_kind, defs) if not items else _filled(kind, defs)
    return {"$ref": f"#/$defs/{name}"}


def _filled(kind: Any, defs: dict[str, Schema]) -> Schema:
    """Describe a record whose fields are all of one type, such as an amount by tax."""
    plain_kind, (item,) = typing.get_origin(kind), typing.get_args(kind)
    fields = describe(plain_kind)
    return {
        "type": "object",
        "properties": {f.name: _field(f, item, attrs.NOTHING, defs) for f in fields},
        "required": [f.name for f in fields],
        "additionalProperties": False,
    }


def _choice(kind: type[Choice], defs: dict[str, Schema]) -> Schema:
    name = kind.__name__
    defs[name] = {
        "oneOf": [
            {"const": one.code, "title": one.en, "description": str(one.value)} for one in kind
        ]
    }
    return {"$ref": f"#/$defs/{name}"}


def _outcome(measure: Measure[Any, Any], defs: dict[str, Schema]) -> Schema:
    """Describe an outcome, of which only the measure, its value and its facts differ."""
    field = FactField(measure.name, measure.zh, measure.en, measure.result, optional=False)
    schema: Schema = json.loads(_OUTCOME.read_text(encoding="utf-8"))
    parts = schema["properties"]
    parts["measure"] = {"const": measure.name}
    parts["value"] = _or_null(_value(measure, field, defs))
    parts["facts"] = {**_or_null(_record(measure.facts, defs)), **parts["facts"]}
    return schema


def _value(measure: Measure[Any, Any], field: FactField, defs: dict[str, Schema]) -> Schema:
    if measure.result is int:
        return {"type": "integer", "unit": "persons"}
    return _typed(measure.result, field, defs)


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}
