"""Explanation of an outcome line by line, in Chinese or English (说明理由)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, Final

import attrs

from gansu_reemployment.dates import full_years
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.fact_model import FactField, Unit, describe
from gansu_reemployment.i18n import LOCALES, Message, _, choose_locale, show, show_number, translate
from gansu_reemployment.law.provisions import origin
from gansu_reemployment.law.rules import Used
from gansu_reemployment.law.sources import TextRead
from gansu_reemployment.regions import NATION_ID
from gansu_reemployment.working.outcome import (
    AnyOutcome,
    Check,
    Refusal,
    Step,
)
from gansu_reemployment.working.terms import NotKnown, Reason

#: The accepted names of a language: en, zh-CN, zh_CN.UTF-8; C and POSIX are English.
_KNOWN: Final = re.compile(r"((en|zh)([-_.].*)?|C|POSIX)?", re.IGNORECASE)


def read_locale(text: str) -> str:
    """Return the language named by *text*, as ``zh_CN`` or ``en``.

    Raises:
        UnknownNameError: it is neither Chinese nor English.
    """
    if not _KNOWN.fullmatch(text):
        raise UnknownNameError(Message(_("language")), text, near=LOCALES)
    return choose_locale(text)


def explain(
    outcome: AnyOutcome[Any], locale: str, facts: Any = None, *, addresses: bool = False
) -> str:
    """Return the result with its law and steps, and the reasons of a refusal.

    Each line refers to its source by a number; the sources are listed at the end. *facts* are
    those of the case; with them the known facts and the age are listed too. With
    *addresses*, the addresses at which a source was read follow it, and the notes on the rows and
    on the document.

    Raises:
        UnknownNameError: *locale* is neither Chinese nor English.
    """
    locale = read_locale(locale)
    explanation = _Explanation(outcome, locale)
    lines = [explanation.head(), *explanation.supposed()]
    lines += [*explanation.result(), *explanation.facts(facts)]
    if outcome.log:
        lines += [translate(_("How:"), locale), *explanation.entries()]
    if explanation.sources:
        lines += [translate(_("Sources:"), locale), *explanation.source_lines(addresses=addresses)]
    return "\n".join(lines)


def pair(name: Any, value: Any, locale: str) -> str:
    """Format a name and its value; records field by field, several of them on separate lines."""
    values = {"name": name, "value": _shown(value, locale)}
    # Records begin on a new line, and lines have no trailing blanks.
    return Message(_("{name}: {value}"), values).say(locale).replace(" \n", "\n")


def _shown(value: Any, locale: str) -> Any:
    if _is_nothing(value):
        return Message(_("none"))
    if _are_records(value):
        return "".join(f"\n    - {_record(item, locale)}" for item in value)
    return _within(value, locale)


def _within(value: Any, locale: str) -> Any:
    """Format a value within a line: a record in brackets, a reason without its full stop."""
    zh = choose_locale(locale) == "zh_CN"
    if _are_records(value):
        return ("；" if zh else "; ").join(_within(item, locale) for item in value)
    if isinstance(value, (Reason, Refusal)):
        return _record(value, locale).rstrip(".。")
    if _is_record(value):
        text = _record(value, locale)
        return f"（{text}）" if zh else f"({text})"
    return value


def _record(value: Any, locale: str) -> str:
    """Format the fields that have a value, in one line."""
    if isinstance(value, (Reason, Refusal)):
        return translate(value.text, locale)
    fields = [(f, getattr(value, f.name)) for f in describe(type(value))]
    pairs = [
        {
            "name": _term(field, locale),
            "value": _within(value if field.unit is Unit.SHARE else _as_numbers(value), locale),
        }
        for field, value in fields
        if not _is_nothing(value)
    ]
    texts = (Message(_("{name}: {value}"), values).say(locale) for values in pairs)
    return ("；" if choose_locale(locale) == "zh_CN" else "; ").join(texts)


def _is_nothing(value: Any) -> bool:
    return value is None or (isinstance(value, (tuple, list, frozenset)) and not value)


def _is_record(value: Any) -> bool:
    formattable = isinstance(value, Message) or hasattr(value, "show")
    return attrs.has(type(value)) and not formattable


def _are_records(value: Any) -> bool:
    return isinstance(value, (tuple, list)) and bool(value) and _is_record(value[0])


def _in_unit(field: FactField, record: Any) -> Any:
    """Return the value of a field, with exact ratios that are numbers formatted as numbers."""
    value = getattr(record, field.name)
    return value if field.unit is Unit.SHARE else _as_numbers(value)


def _as_numbers(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _as_numbers(item) for name, item in value.items()}
    return show_number(value) if isinstance(value, Fraction) else value


def _term(field: FactField, locale: str) -> str:
    return field.zh if choose_locale(locale) == "zh_CN" else field.en


def _row_texts(used: Used, locale: str) -> tuple[str, str]:
    """Return the rule with its value, and its origin; a row is formatted once for all cases."""
    kept: tuple[str, str] | None = used.kept.get(locale)
    if kept is None:
        text, value = show(used.rule, locale), used.provision.value
        if value is not True and value is not None:
            text = pair(text, value, locale)
        kept = used.kept[locale] = text, origin(used.provision, locale)
    return kept


_NOTE: Final = _("Note: {note}")


class _Explanation:
    """Builds the lines and numbers the sources in the order of first reference."""

    def __init__(self, outcome: AnyOutcome[Any], locale: str) -> None:
        self._outcome = outcome
        self._locale = locale
        self.sources: dict[str, int] = {}
        self._used: dict[str, list[Used]] = {}

    def head(self) -> str:
        """Return the measure, the day and the region."""
        measure, basis = self._outcome.measure, self._outcome.basis
        return self._format(
            _("{title} under the law of {day}, {place}"),
            title=measure or "",
            day=self._outcome.on,
            place=basis.place(basis.region or NATION_ID),
        )

    def supposed(self) -> list[str]:
        """Return the hypothetical values; an outcome under any is not the law's answer."""
        text = _("Hypothetical, not the law in force: {supposed}")
        return [self._format(text, supposed=one) for one in self._outcome.supposed]

    def facts(self, facts: Any) -> list[str]:
        """Return the known facts of the case, and the age of a person on the day."""
        if facts is None:
            return []
        lines = [self._pair(Message(_("Facts")), _record(facts, self._locale))]
        born_on = getattr(facts, "born_on", None)
        if born_on:
            years = full_years(born_on, self._outcome.on)
            text = _("Age on {day}: {years}")
            lines.append(self._format(text, day=self._outcome.on, years=years))
        return lines

    def result(self) -> list[str]:
        """Return the value, the refusals or the missing facts."""
        outcome = self._outcome
        if outcome.status == "decided":
            return self._value(outcome.value)
        if outcome.status == "refused":
            refusals = (f"  - {self._refusal(refusal)}" for refusal in outcome.refusals)
            return [translate(_("Refused, for every reason below."), self._locale), *refusals]
        rules = [question for question in outcome.questions if isinstance(question, NotKnown)]
        facts = [question for question in outcome.questions if not isinstance(question, NotKnown)]
        return [
            *self._list(_("Undecided: these facts are missing."), map(self._fact, facts)),
            *self._list(_("Undecided: these rules are not known."), map(self._gap, rules)),
        ]

    def _list(self, head: str, items: Iterable[str]) -> list[str]:
        lines = [f"  - {item}" for item in items]
        return [translate(head, self._locale), *lines] if lines else []

    def entries(self) -> list[str]:
        """Return a line for each entry; a rule that was not met has only a line with the reason."""
        entries = self._outcome.entries
        checked = {entry.used.key for entry in entries if isinstance(entry, Check)}
        failed = {e.used.key for e in entries if isinstance(e, Check) and not e.met}
        shown = (
            entry
            for entry in entries
            if not (isinstance(entry, Used) and entry.key in checked)
            and not (isinstance(entry, Check) and entry.met and entry.used.key in failed)
        )
        return list(dict.fromkeys(f"  {self._line(entry)}" for entry in shown))

    def source_lines(self, *, addresses: bool) -> Iterator[str]:
        """Yield the numbered sources, with *addresses* where each was read, and the notes."""
        for text, number in self.sources.items():
            yield f"  [{number}] {text}"
            if addresses:
                yield from (f"      {show(read, self._locale)}" for read in self._read(text))
                yield from (f"      {self._format(_NOTE, note=note)}" for note in self._notes(text))

    def _format(self, text: str, **values: Any) -> str:
        return Message(text, values).say(self._locale)

    def _pair(self, name: Any, value: Any) -> str:
        return pair(name, value, self._locale)

    def _value(self, value: Any) -> list[str]:
        if not _is_record(value):
            return [self._pair(Message(_("Result")), value)]
        lines = [
            f"  {self._pair(_term(field, self._locale), _in_unit(field, value))}"
            for field in describe(type(value))
        ]
        return [translate(_("Result:"), self._locale), *lines]

    def _refusal(self, refusal: Refusal) -> str:
        text = translate(refusal.text, self._locale)
        return f"{text} {self._source(refusal.used)}"

    def _fact(self, fact: FactField | str) -> str:
        return show(fact, self._locale)

    def _gap(self, gap: NotKnown) -> str:
        return gap.show(self._locale)

    def _line(self, entry: Used | NotKnown | Step | Check) -> str:
        if isinstance(entry, NotKnown):
            return f"? {self._gap(entry)}"
        if isinstance(entry, Step):
            return f"= {self._pair(Message(entry.label), entry.value)}"
        if isinstance(entry, Check):
            rule = self._rule(entry.used)
            if entry.met:
                return f"✓ {rule}"
            return f"✗ {self._pair(rule, _within(entry.reason, self._locale))}"
        return f"· {self._rule(entry)}"

    def _rule(self, used: Used) -> str:
        text, _origin = _row_texts(used, self._locale)
        if used.provision.region:
            region = self._outcome.basis.place(used.provision.region)
            text = self._format(_("{rule} ({place})"), rule=text, place=region)
        return f"{text} {self._source(used)}"

    def _source(self, used: Used) -> str:
        _rule, text = _row_texts(used, self._locale)
        self._used.setdefault(text, []).append(used)
        return f"[{self.sources.setdefault(text, len(self.sources) + 1)}]"

    def _notes(self, source: str) -> Iterator[str]:
        """Yield the notes on the rows of a source, and on its document, each once."""
        rows = [used.provision for used in self._used[source]]
        notes = (row.note for row in rows), (row.cite.instrument.note for row in rows)
        kept = dict.fromkeys(note for several in notes for note in several if note)
        yield from (translate(note, self._locale) for note in kept)

    def _read(self, source: str) -> tuple[TextRead, ...]:
        """Return where the rows of a source were read, each text once."""
        found = (used.provision.cite.sources(used.rule.path) for used in self._used[source])
        return tuple(dict.fromkeys(reading for readings in found for reading in readings))
