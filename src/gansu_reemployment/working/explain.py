"""Explanation of an outcome line by line, in Chinese or English (说明理由)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from gansu_reemployment.dates import full_years
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.fact_model import describe
from gansu_reemployment.i18n import LOCALES, Message, _, choose_locale, show, translate
from gansu_reemployment.law.provisions import origin as origin_of
from gansu_reemployment.law.rules import Used
from gansu_reemployment.law.sources import TextRead
from gansu_reemployment.regions import NATION_ID
from gansu_reemployment.working.entries import Refusal
from gansu_reemployment.working.outcome import AnyOutcome
from gansu_reemployment.working.terms import NotKnown, Reason
from gansu_reemployment.working.value_text import (
    in_unit,
    is_record,
    pair,
    record_text,
    shown,
    term,
    within,
)

if TYPE_CHECKING:
    from gansu_reemployment.working.arithmetic import Arithmetic

#: The accepted names of a language: en, zh-CN, zh_CN.UTF-8; C and POSIX are English.
_KNOWN: Final = re.compile(r"((en|zh)([-_.].*)?|C|POSIX)?", re.IGNORECASE)


@lru_cache(maxsize=256)
def read_locale(text: str) -> str:
    """Return the language named by *text*, as ``zh_CN`` or ``en``.

    Raises:
        UnknownNameError: it is neither Chinese nor English.
    """
    if not _KNOWN.fullmatch(text):
        raise UnknownNameError(Message(_("language")), text, near=LOCALES)
    return choose_locale(text)


def explain(
    outcome: AnyOutcome[Any],
    locale: str,
    facts: Any = None,
    *,
    addresses: bool = False,
    arithmetic: bool = False,
) -> str:
    """Return the result with its law and steps, and the reasons of a refusal.

    Each line refers to its source by a number; the sources are listed at the end. *facts* are
    those of the case; with them the known facts and the age are listed too. With
    *addresses*, the addresses at which a source was read follow it, and the notes on the rows and
    on the document. With *arithmetic*, amounts and numbers are followed by what they were computed
    from.

    Raises:
        UnknownNameError: *locale* is neither Chinese nor English.
    """
    locale = read_locale(locale)
    explanation = Explanation(outcome, locale, arithmetic_of(outcome) if arithmetic else None)
    lines = [explanation.head(), *explanation.supposed()]
    lines += [*explanation.result(), *explanation.facts(facts)]
    if outcome.log:
        lines += [translate(_("How:"), locale), *explanation.entries()]
    if explanation.sources:
        lines += [translate(_("Sources:"), locale), *explanation.source_lines(addresses=addresses)]
    return "\n".join(lines)


def arithmetic_of(outcome: AnyOutcome[Any]) -> "Arithmetic":
    """Return the arithmetic of an outcome, for which its case is evaluated once more."""
    from gansu_reemployment.working.arithmetic import arithmetic  # noqa: PLC0415 - on need

    return arithmetic(outcome)


def _row_texts(used: Used, locale: str) -> tuple[str, str]:
    """Return the rule with its value, and its origin; a row is formatted once for all cases."""
    kept: tuple[str, str] | None = used.kept.get(locale)
    if kept is None:
        text, value = show(used.rule, locale), used.provision.value
        if value is not True and value is not None:
            text = pair(text, value, locale)
        kept = used.kept[locale] = text, origin_of(used.provision, locale)
    return kept


_NOTE: Final = _("Note: {note}")


class Explanation:
    """Builds the lines and numbers the sources in the order of first reference."""

    def __init__(
        self, outcome: AnyOutcome[Any], locale: str, arithmetic: "Arithmetic | None" = None
    ) -> None:
        self._outcome = outcome
        self._locale = locale
        self._arithmetic = arithmetic
        self.sources: dict[str, int] = {}
        #: The rows whose sources were numbered.
        self._numbered: list[Used] = []

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
        return [self._pair(Message(_("Facts")), record_text(facts, self._locale)), *self.age(facts)]

    def age(self, facts: Any) -> Iterator[str]:
        """Yield the age of a person on the day."""
        born_on = getattr(facts, "born_on", None)
        if born_on:
            years = full_years(born_on, self._outcome.on)
            yield self._format(_("Age on {day}: {years}"), day=self._outcome.on, years=years)

    def result(self) -> list[str]:
        """Return the value, the refusals or the missing facts."""
        value = self._outcome.value
        if value is not None and not is_record(value):
            return [self._pair(Message(_("Result")), value)]
        lines: list[str] = []
        for heading, items in self.results():
            lines += [heading, *(f"  {text}" for text in self.texts(items))]
        return lines

    def results(self) -> Iterator[tuple[str, list[tuple[str, Any]]]]:
        """Yield each list of the result with its heading; values with names, others without."""
        outcome = self._outcome
        if outcome.status == "decided":
            yield self._format(_("Result:")), self._values(outcome.value)
        elif outcome.status == "refused":
            refusals = [("", self._refusal(refusal)) for refusal in outcome.refusals]
            yield self._format(_("Refused, for every reason below.")), refusals
        else:
            gaps = [q for q in outcome.questions if isinstance(q, NotKnown)]
            facts = [q for q in outcome.questions if not isinstance(q, NotKnown)]
            yield from self._open(_("Undecided: these facts are missing."), facts)
            yield from self._open(_("Undecided: these rules are not known."), gaps)

    def texts(self, items: Iterable[tuple[str, Any]]) -> Iterator[str]:
        """Yield the lines of one list of the result."""
        return (self._pair(name, item) if name else f"- {item}" for name, item in items)

    def _values(self, value: Any) -> list[tuple[str, Any]]:
        if not is_record(value):
            return [(self._format(_("Result")), self._computed(value, ""))]
        return [
            (term(field, self._locale), self._computed(in_unit(field, value), field.name))
            for field in describe(type(value))
        ]

    def _computed(self, value: Any, field: str) -> Any:
        """Return a value of the result, followed by its arithmetic if that is wanted and known."""
        how = self._arithmetic and self._arithmetic.of_field(field, self._locale)
        return f"{show(shown(value, self._locale), self._locale)} {how}" if how else value

    def _open(
        self, heading: str, items: Sequence[Any]
    ) -> Iterator[tuple[str, list[tuple[str, Any]]]]:
        if items:
            yield self._format(heading), [("", show(item, self._locale)) for item in items]

    def entries(self) -> list[str]:
        """Return the way to the result line by line."""
        return [f"  {mark} {text}" for mark, text in self.marked()]

    def marked(self) -> Iterable[tuple[str, str]]:
        """Return each entry with its mark; a rule that was not met has only its reason."""
        log = self._outcome.log
        checks = [entry for entry in log if type(entry) is tuple and len(entry) == 3]
        checked = {used.key for used, _met, _reason in checks}
        failed = {used.key for used, met, _reason in checks if not met}
        lines: list[tuple[str, str]] = []
        for entry in log:
            if isinstance(entry, tuple):
                if len(entry) == 2:
                    lines.append(("=", self._step(*entry)))
                elif not entry[1] or entry[0].key not in failed:
                    lines.append(self._check(*entry))
            elif isinstance(entry, NotKnown):
                lines.append(("?", entry.show(self._locale)))
            elif entry.key not in checked:
                lines.append(("·", self._rule(entry)))
        return dict.fromkeys(lines)

    def source_lines(self, *, addresses: bool) -> Iterator[str]:
        """Yield the numbered sources, with *addresses* where each was read, and the notes."""
        for text, number in self.sources.items():
            yield f"  [{number}] {text}"
            if addresses:
                yield from (f"      {show(read, self._locale)}" for read in self.readings(text))
                yield from (f"      {self._format(_NOTE, note=note)}" for note in self.notes(text))

    def _format(self, text: str, **values: Any) -> str:
        shown = {name: show(value, self._locale) for name, value in values.items()}
        return translate(text, self._locale).format_map(shown)

    def _pair(self, name: Any, value: Any) -> str:
        return pair(name, value, self._locale)

    def _refusal(self, refusal: Refusal) -> str:
        text = translate(refusal.text, self._locale)
        _rule, origin = _row_texts(refusal.used, self._locale)
        return f"{text} {self._number(refusal.used, origin)}"

    def _check(self, used: Used, met: bool, reason: Reason) -> tuple[str, str]:  # noqa: FBT001 - an entry
        rule = self._rule(used)
        return ("✓", rule) if met else ("✗", self._pair(rule, within(reason, self._locale)))

    def _step(self, label: str, value: Any) -> str:
        text = self._pair(translate(label, self._locale), value)
        how = self._arithmetic and self._arithmetic.of_step(label, value, self._locale)
        return f"{text} {how}" if how else text

    def _rule(self, used: Used) -> str:
        text, origin = _row_texts(used, self._locale)
        if used.provision.region:
            region = self._outcome.basis.place(used.provision.region)
            text = self._format(_("{rule} ({place})"), rule=text, place=region)
        return f"{text} {self._number(used, origin)}"

    def _number(self, used: Used, origin: str) -> str:
        """Return the number of a source, and note the row that rests on it."""
        self._numbered.append(used)
        return f"[{self.sources.setdefault(origin, len(self.sources) + 1)}]"

    def _rows_of(self, source: str) -> list[Used]:
        return [used for used in self._numbered if _row_texts(used, self._locale)[1] == source]

    def notes(self, source: str) -> Iterator[str]:
        """Yield the notes on the rows of a source, and on its document, each once."""
        rows = [used.provision for used in self._rows_of(source)]
        notes = (row.note for row in rows), (row.cite.instrument.note for row in rows)
        kept = dict.fromkeys(note for several in notes for note in several if note)
        yield from (translate(note, self._locale) for note in kept)

    def readings(self, source: str) -> tuple[TextRead, ...]:
        """Return where the rows of a source were read, each text once."""
        found = (used.provision.cite.sources(used.rule.path) for used in self._rows_of(source))
        return tuple(dict.fromkeys(reading for readings in found for reading in readings))
