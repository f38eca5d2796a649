"""An outcome told line by line, in Chinese or English (说明理由)."""

from typing import Any

import attrs

from gansu_reemployment.facts import describe
from gansu_reemployment.i18n import _, choose_locale, show, translate
from gansu_reemployment.law.rules import Used, origin
from gansu_reemployment.regions import NATION_ID
from gansu_reemployment.working.outcome import (
    STATUS_SENTENCES,
    Basis,
    Check,
    Outcome,
    Refusal,
    Status,
    Step,
)


def explain(outcome: Outcome[Any], locale: str) -> str:
    """Tell what came out, under which law, by which steps, and why not where refused."""
    lines = [_head(outcome, locale), *_result(outcome, locale)]
    if outcome.entries:
        lines.append(translate(_("How:"), locale))
        lines += [f"  {_line(entry, outcome.basis, locale)}" for entry in _once(outcome)]
    return "\n".join(lines)


def _head(outcome: Outcome[Any], locale: str) -> str:
    title = outcome.measure.show(locale) if outcome.measure else ""
    place = outcome.basis.place(outcome.basis.region or NATION_ID).show(locale)
    text = translate(_("{title}: law of {day}, {place}"), locale)
    return text.format(title=title, day=show(outcome.on, locale), place=place)


def _result(outcome: Outcome[Any], locale: str) -> list[str]:
    if outcome.status is Status.DECIDED:
        return _value(outcome.value, locale)
    head = translate(STATUS_SENTENCES[outcome.status], locale)
    if outcome.status is Status.REFUSED:
        return [head, *(f"  - {_refusal(refusal, locale)}" for refusal in outcome.refusals)]
    return [head, *(f"  - {_fact_name(outcome, name, locale)}" for name in outcome.missing)]


def _value(value: Any, locale: str) -> list[str]:
    if not attrs.has(type(value)):
        return [translate(_("Result: {value}"), locale).format(value=show(value, locale))]
    lines = [
        f"  {field.zh if choose_locale(locale) == 'zh_CN' else field.en}: "
        f"{show(getattr(value, field.name), locale)}"
        for field in describe(type(value))
    ]
    return [translate(_("Result:"), locale), *lines]


def _refusal(refusal: Refusal, locale: str) -> str:
    text = translate(refusal.text, locale)
    if refusal.used:
        return f"{text} [{origin(refusal.used.provision, locale)}]"
    return f"{text} [{refusal.source}]"


def _fact_name(outcome: Outcome[Any], name: str, locale: str) -> str:
    if outcome.measure is None:
        return name
    for field in describe(outcome.measure.facts):
        if field.name == name:
            return field.zh if choose_locale(locale) == "zh_CN" else f"{field.en} ({name})"
    return name


def _once(outcome: Outcome[Any]) -> list[Used | Step | Check]:
    """Give the entries in order, without the reading of a rule that a check repeats."""
    checked = {entry.used.key for entry in outcome.entries if isinstance(entry, Check)}
    return [
        entry for entry in outcome.entries if not (isinstance(entry, Used) and entry.key in checked)
    ]


def _line(entry: Used | Step | Check, basis: Basis, locale: str) -> str:
    if isinstance(entry, Step):
        return f"= {translate(entry.label, locale)}: {show(entry.value, locale)}"
    if isinstance(entry, Check):
        return f"{'✓' if entry.met else '✗'} {_rule(entry.used, basis, locale)}"
    return f"· {_rule(entry, basis, locale)}"


def _rule(used: Used, basis: Basis, locale: str) -> str:
    row = used.provision
    text = used.rule.show(locale)
    if row.value is not True:
        text += f": {show(row.value, locale)}"
    if row.region:
        text += f" ({basis.place(row.region).show(locale)})"
    return f"{text} [{origin(row, locale)}]"
