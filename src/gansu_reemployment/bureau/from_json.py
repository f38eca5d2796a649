"""An outcome from its JSON form (由 JSON 还原结论): computed again from its facts, and compared.

Facts, day and place determine an outcome under a law, so its steps and rows regain their types.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.fact_model.readers import read_facts
from gansu_reemployment.i18n import _
from gansu_reemployment.identity import masked
from gansu_reemployment.objects.arguments import need
from gansu_reemployment.working.basis import Provenance
from gansu_reemployment.working.outcome import Outcome
from gansu_reemployment.working.outcome_json import JSON_FORMAT

if TYPE_CHECKING:
    from gansu_reemployment.bureau import Bureau

_FAULTS: Final = _("The JSON form of the outcome has {number} fault(s).")
#: The parts from which the outcome is computed; all others are compared.
_NEEDED: Final = ("measure", "on", "facts")


def outcome_from_json(bureau: "Bureau", data: Mapping[str, Any] | str) -> Outcome[Any]:
    """Return the outcome of the JSON form *data*: see :meth:`.Bureau.from_json`."""
    form = _parsed(data) if isinstance(data, str) else data
    need(form, Mapping, "from_json", _("the JSON form of an outcome"))
    if form.get("format") != JSON_FORMAT:
        raise _fault("format", _("must be {form}"), form=JSON_FORMAT)
    if faults := [
        Fault.at(name, _("a value is needed")) for name in _NEEDED if form.get(name) is None
    ]:
        raise InvalidFactsError(faults, _FAULTS)
    measure = bureau.find_measure(form["measure"])
    facts = read_facts(measure.facts, form["facts"], path="facts")
    outcome = bureau.work(measure.name, facts, on=_day(form["on"]))
    outcome = evolve(outcome, basis=evolve(outcome.basis, provenance=_provenance(form)))
    found = outcome.as_json()
    if faults := [_differs(name) for name in found if found[name] != form.get(name)]:
        raise InvalidFactsError(faults, _FAULTS)
    return outcome


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise _fault("format", _("not JSON: {problem}"), problem=str(error)) from None


def _day(text: Any) -> date:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        raise _fault("on", _("{value!r} is not a date"), value=masked(text)) from None


def _provenance(form: Mapping[str, Any]) -> Provenance | None:
    """Return the versions that computed the outcome, which need not be those of today."""
    told = form.get("provenance")
    return Provenance(told["library"], told["rulebook"], tuple(told["plugins"])) if told else None


def _differs(name: str) -> Fault:
    return Fault.at(name, _("differs from what the law of this bureau says of the facts"))


def _fault(path: str, text: str, **values: Any) -> InvalidFactsError:
    return InvalidFactsError([Fault.at(path, text, **values)], _FAULTS)
