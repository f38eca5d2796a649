"""The JSON form of an outcome (结果的 JSON 格式), versioned for the programs that read it.

Money and ratios are text, days are ISO dates, and terms of the policy are their codes. A row of
the law is converted and encoded once, however many outcomes cite it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from json import JSONEncoder
from typing import TYPE_CHECKING, Any, Final

import attrs

from gansu_reemployment.i18n import Choice
from gansu_reemployment.law.rules import Used
from gansu_reemployment.law.suppositions import Supposition
from gansu_reemployment.money import Yuan

if TYPE_CHECKING:
    from gansu_reemployment.working.entries import Refusal
    from gansu_reemployment.working.outcome import AnyOutcome, Provenance

#: The version of the JSON form, incremented for changes that concern its readers.
JSON_FORMAT: Final = "gansu_reemployment/outcome/2"
# Built once: json.dumps would build an encoder for every text.
_ENCODE: Final = JSONEncoder(ensure_ascii=False).encode
_CANONICAL: Final = JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
)


def json_form(outcome: "AnyOutcome[Any]") -> dict[str, Any]:
    """Return an outcome as plain dicts, lists, strings and numbers."""
    return {
        **_head(outcome),
        "facts": known(outcome.facts),
        **_grounds(outcome, outcome.citations),
    }


def _grounds(outcome: "AnyOutcome[Any]", citations: Iterable[Used]) -> dict[str, Any]:
    return {
        "citations": [dict(_plain_used(used)) for used in citations],
        "provenance": _plain_provenance(outcome.basis.provenance),
    }


def json_text(outcome: "AnyOutcome[Any]") -> str:
    """Return the JSON form as text; each row of the law is encoded once for all cases."""
    head = _ENCODE({**_head(outcome), "facts": known(outcome.facts)})
    rows = ", ".join([_text_of_used(used, _ENCODE) for used in outcome.citations])
    end = _text_of_provenance(outcome.basis.provenance, _ENCODE)
    return f'{head[:-1]}, "citations": [{rows}], "provenance": {end}}}'


def canonical(value: Any) -> str:
    """Format a plain value as canonical JSON: sorted names, no spaces.

    Raises:
        TypeError: *value* contains a type that JSON does not have.
        ValueError: *value* contains itself, or a number that JSON cannot represent.
    """
    return _CANONICAL.encode(value)


def canonical_form(outcome: "AnyOutcome[Any]") -> tuple[dict[str, Any], str]:
    """Return the JSON form without the facts, and its canonical text.

    Each row of the law is encoded once for all cases.
    """
    citations = outcome.citations
    form = {**_head(outcome), **_grounds(outcome, citations)}
    texts = {
        "citations": f"[{','.join([_text_of_used(used, canonical) for used in citations])}]",
        "provenance": _text_of_provenance(outcome.basis.provenance, canonical),
    }
    members = [f'"{name}":{texts.get(name) or canonical(form[name])}' for name in sorted(form)]
    return form, f"{{{','.join(members)}}}"


def plain(value: Any) -> Any:  # noqa: PLR0911 - one line per type is the clearest table
    """Return *value* in JSON's own types: money and ratios as text, terms by their code."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, Choice):
        return value.code
    if isinstance(value, (Yuan, Decimal, Fraction)):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if attrs.has(type(value)):
        return {name: plain(item) for name, item in _items(value)}
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(plain(item) for item in value)
    return [plain(item) for item in value]


def _items(record: Any) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a record with their values, without a mark that is empty."""
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if value or "mark" not in field.metadata:
            yield field.name, value


def known(value: Any) -> Any:
    """Return facts in JSON's own types, without those that are unknown at any depth."""
    if attrs.has(type(value)):
        return {name: known(item) for name, item in _items(value) if item is not None}
    if isinstance(value, tuple):
        return [known(item) for item in value]
    return plain(value)


def _head(outcome: "AnyOutcome[Any]") -> dict[str, Any]:
    return {
        "format": JSON_FORMAT,
        "measure": outcome.measure.name if outcome.measure else None,
        "on": outcome.on.isoformat(),
        "region": outcome.basis.region,
        "supposed": [_plain_supposed(one) for one in outcome.supposed],
        "status": outcome.status,
        "value": plain(outcome.value),
        "steps": [{"label": step.label, "value": plain(step.value)} for step in outcome.steps],
        "refusals": [_plain_refusal(refusal) for refusal in outcome.refusals],
        "missing": list(outcome.missing),
    }


def _plain_refusal(refusal: "Refusal") -> dict[str, Any]:
    return {"code": refusal.code, "text": refusal.text, "rests_on": refusal.used.key}


def _plain_supposed(one: Supposition) -> dict[str, Any]:
    return {
        "rule": one.rule.path,
        "since": one.since.isoformat(),
        "value": plain(one.value),
    }


def _plain_used(used: Used) -> dict[str, Any]:
    if "plain" not in used.kept:
        cite = used.provision.cite
        used.kept["plain"] = {
            "rule": used.rule.path,
            "since": used.provision.since.isoformat(),
            "value": plain(used.provision.value),
            "region": used.provision.region,
            "document": cite.document,
            "article": cite.article,
            "standing": cite.standing.code,
        }
    kept: dict[str, Any] = used.kept["plain"]
    return kept


def _plain_provenance(provenance: "Provenance | None") -> dict[str, Any] | None:
    return provenance.as_json() if provenance else None


@lru_cache(maxsize=64)
def _text_of_provenance(provenance: "Provenance | None", encode: Callable[[Any], str]) -> str:
    return encode(_plain_provenance(provenance))


def _text_of_used(used: Used, encode: Callable[[Any], str]) -> str:
    if encode not in used.kept:
        used.kept[encode] = encode(_plain_used(used))
    text: str = used.kept[encode]
    return text
