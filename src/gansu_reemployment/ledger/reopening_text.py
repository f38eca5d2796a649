"""The description of a reopened case (复核说明): its differences, and plugins that are missing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from gansu_reemployment.errors import GansuError, UnknownNameError
from gansu_reemployment.fact_model import describe
from gansu_reemployment.fact_model.readers import read_value
from gansu_reemployment.i18n import Choice, Message, _, choose_locale, show, translate
from gansu_reemployment.ledger.reopening import Reopened, row_name
from gansu_reemployment.regions import find_region
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.working.outcome import Outcome, Status
from gansu_reemployment.working.terms import RULE_NOT_KNOWN
from gansu_reemployment.working.value_text import pair


def describe_reopened(again: Reopened, locale: str) -> list[str]:
    """Return a line per difference, and one for plugins of that day that are not loaded now."""
    messages = [*_absent(again), *_answer(again, locale), *_rows(again, locale)]
    return [message.say(locale) for message in messages]


def _absent(again: Reopened) -> Iterator[Message]:
    """Report the plugins and files of the day of entry that are not loaded; versions may differ."""
    now = again.outcome.basis.provenance
    loaded = {_distribution(text) for text in (now.plugins if now else ())}
    recorded = (again.case.outcome.get("provenance") or {}).get("plugins", ())
    absent = tuple(text for text in recorded if _distribution(text) not in loaded)
    if absent:
        text = _("It was decided with {plugins}, which is not loaded now.")
        yield Message(text, {"plugins": absent})


def _distribution(plugin: str) -> str:
    return plugin.rpartition(" ")[0] or plugin


def _answer(again: Reopened, locale: str) -> Iterator[Message]:
    answers: dict[str, tuple[str, Callable[[Any], Any]]] = {
        "status": (_("Status"), Status.read),
        "value": (_("Result"), lambda value: _value(value, again.outcome)),
        "refusals": (_("Reasons"), lambda codes: _reasons(codes, again, locale)),
        "missing": (_("Missing facts"), lambda names: _terms(names, again.outcome, locale)),
    }
    text = _("{part}: was {recorded}, is now {recomputed}")
    for difference in again.differences:
        if difference.part in answers:
            name, read = answers[difference.part]
            before, now = read(difference.recorded), read(difference.recomputed)
            values = {"recorded": _or_none(before), "recomputed": _or_none(now)}
            yield Message(text, {"part": Message(name), **values})


def _or_none(value: Any) -> Any:
    return Message(_("none")) if value is None or value == () else value


def _value(value: Any, outcome: Outcome[Any]) -> Any:
    kind = type(outcome.value)
    return kind.read(value) if issubclass(kind, Choice) and isinstance(value, str) else value


def _reasons(codes: Sequence[str], again: Reopened, locale: str) -> tuple[str, ...]:
    known = {refusal["code"]: refusal["text"] for refusal in again.case.outcome["refusals"]}
    known |= {refusal.code: refusal.text for refusal in again.outcome.refusals}
    return tuple(translate(known[code], locale).rstrip(".。") for code in codes)


def _terms(names: Sequence[str], outcome: Outcome[Any], locale: str) -> tuple[str, ...]:
    fields = describe(outcome.measure.facts) if outcome.measure else ()
    terms = {f.name: f.zh if choose_locale(locale) == "zh_CN" else f.en for f in fields}
    return tuple(terms.get(name) or _rule_or_name(name, locale) for name in names)


def _rule_or_name(name: str, locale: str) -> str:
    """Return the name of a rule without a known value with its path; any other name as it is."""
    path = name.removeprefix(RULE_NOT_KNOWN)
    if path == name:
        return name
    try:
        values = {"term": Rulebook.national().find(path), "code": path}
    except UnknownNameError:
        return path
    return Message(_("{term} ({code})"), values).say(locale)


def _rows(again: Reopened, locale: str) -> Iterator[Message]:
    """Report the rows of the law that only one of the two computations used."""
    recorded = {row_name(row): row for row in again.case.outcome.get("citations", ())}
    recomputed = {row_name(row): row for row in again.outcome.as_json()["citations"]}
    for name in sorted(recorded.keys() - recomputed.keys()):
        yield Message(_("No longer used: {row}"), {"row": _row(recorded[name], locale)})
    for name in sorted(recomputed.keys() - recorded.keys()):
        yield Message(_("Used now: {row}"), {"row": _row(recomputed[name], locale)})


def _row(cited: Mapping[str, Any], locale: str) -> str:
    try:
        book = Rulebook.national()
        rule: Any = book.find(cited["rule"])
        value = cited["value"]
        if value is not None:
            value = read_value(book.kind(cited["rule"]), value)
    except (GansuError, TypeError):
        rule, value = cited["rule"], cited["value"]
    if cited.get("region"):
        rule = Message(_("{rule} ({place})"), {"rule": rule, "place": _region(cited["region"])})
    source = f"{cited.get('document')} {cited.get('article') or ''}".strip()
    text = show(rule, locale) if value is None else pair(show(rule, locale), value, locale)
    return f"{text} [{source}]"


def _region(code: str) -> Any:
    try:
        return find_region(code)
    except UnknownNameError:
        return code
