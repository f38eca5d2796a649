"""Cells shared by the tables from a ledger (台账报表单元格)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.i18n import Choice, Message, _, choose_locale, show
from gansu_reemployment.identity import mask
from gansu_reemployment.ledger import Case
from gansu_reemployment.measures.persons.facts import Group
from gansu_reemployment.measures.persons.hardship.classification import hardship
from gansu_reemployment.regions import find_region
from gansu_reemployment.sheets import Column, Label
from gansu_reemployment.working.outcome import Status
from gansu_reemployment.working.terms import PRESUMED

NUMBER: Final = Column(Label("序号", "No."), width=6)
#: The columns that identify the person of a line.
WHO: Final = (
    NUMBER,
    Column(Label("姓名", "Name"), names=True),
    Column(Label("身份证号", "Identity number")),
    Column(Label("地区", "Place")),
)
MEASURE: Final = Column(Label("事项", "Measure"))


@frozen
class Sentence:
    """A line that mentions days, in both languages."""

    zh: str
    en: str
    days: tuple[date, ...]

    def show(self, locale: str) -> str:
        """Return the line in *locale*, with its days formatted."""
        text = self.zh if choose_locale(locale) == "zh_CN" else self.en
        return text.format(*(show(day, locale) for day in self.days))


def mask_name(name: str) -> str:
    """Mask a name except for its first character, and its last if it has three or more."""
    shown = name.strip()
    last = shown[-1] if len(shown) >= 3 else ""
    hidden = "*" * (len(shown) - 1 - len(last)) if len(shown) > 1 else ""
    return (shown[0] if len(shown) > 1 else "*" * len(shown)) + hidden + last


def by_person(cases: Iterable[Case]) -> Iterator[tuple[str, Case]]:
    """Yield each case with the key of its person, which corrections share."""
    roots: dict[str, str] = {}
    for case in cases:
        roots[case.key] = roots.get(case.corrects or "", case.key)
        yield case.subject or roots[case.key], case


def approved(case: Case) -> bool:
    """Return whether a case was approved."""
    return case.status == "decided"


def who(case: Case, names: Mapping[str, str], *, whole: bool) -> tuple[Any, ...]:
    """Return name, identity number and region, masked unless *whole*."""
    name = names.get(case.subject)
    region = _region(case.region)
    if whole:
        return name, case.subject, region
    return name and mask_name(name), mask(case.subject), region


@frozen
class Presumed:
    """A result that rests on facts which were presumed in order (推定符合)."""

    result: Choice

    def show(self, locale: str) -> str:
        """Return the result with the mark."""
        values = {"result": self.result, "mark": Message(PRESUMED)}
        return Message(_("{result} ({mark})"), values).say(locale)


def result(case: Case) -> Choice | Presumed:
    """Return the group of a person, for other measures the status; marked if it was presumed."""
    value = case.outcome.get("value")
    group = Group.read(value) if case.measure == hardship.name and value else None
    found = group or Status.read(case.status)
    return Presumed(found) if case.facts.get("presumed") else found


def _region(code: str) -> Any:
    """Return a region, or its code if only a plugin knows it."""
    try:
        return find_region(code)
    except UnknownNameError:
        return code
