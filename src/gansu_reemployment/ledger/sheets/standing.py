"""The standing ledger of “4050” persons (“4050”人员台账)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from attrs import field, frozen

from gansu_reemployment.catalogue import title_of
from gansu_reemployment.i18n import choose_locale, show
from gansu_reemployment.ledger import Case
from gansu_reemployment.ledger.sheets.cells import WHO, Sentence, approved, by_person, result, who
from gansu_reemployment.measures.persons.facts import Group
from gansu_reemployment.measures.persons.hardship.classification import hardship
from gansu_reemployment.sheets import Column, Label, Sheet


@frozen
class _Person:
    """The cases of one person: classifications in order, and other approvals."""

    classified: list[Case] = field(factory=list)
    granted: dict[str, date] = field(factory=dict)


def standing_ledger(
    cases: Iterable[Case], names: Mapping[str, str], *, on: date, whole: bool = False
) -> Sheet:
    """Build the standing ledger of “4050” persons (“4050”人员台账), one line each, with history.

    It includes everyone who was ever classified so. Entries made after the day *on* are ignored.
    With *whole*, names and numbers are not masked.

    Args:
        cases: every entry of the ledger, including corrected ones, which form the history.
        names: by identity number.
        on: the day whose state is shown.
        whole: whether names and numbers are written in full, for use within the authority.
    """
    people = _people(case for case in cases if case.recorded_on <= on)
    listed = [person for person in people if any(map(_is_older, person.classified))]
    return Sheet(
        title=Label("“4050”人员台账", "Standing ledger of the “4050” group"),
        columns=(
            *WHO,
            Column(Label("首次认定", "First classified")),
            Column(Label("现类别", "Class now")),
            Column(Label("历次认定", "History"), width=40),
            Column(Label("享受政策", "Measures granted"), width=40),
        ),
        rows=(
            (number, *_line(person, names, whole=whole)) for number, person in enumerate(listed, 1)
        ),
        notes=(Sentence("截至{}。", "As of {}.", (on,)),),
        landscape=True,
    )


def _people(cases: Iterable[Case]) -> Iterable[_Person]:
    people: dict[str, _Person] = {}
    for person_key, case in by_person(cases):
        person = people.setdefault(person_key, _Person())
        if case.measure == hardship.name:
            person.classified.append(case)
        elif approved(case):
            person.granted[case.measure] = case.on
        elif case.corrects:
            # A correction that refuses revokes the grant; a new refusal does not.
            person.granted.pop(case.measure, None)
    return people.values()


def _line(person: _Person, names: Mapping[str, str], *, whole: bool) -> tuple[Any, ...]:
    last = person.classified[-1]
    first = next(case for case in person.classified if _is_older(case))
    history = tuple(_Dated(case.recorded_on, result(case)) for case in person.classified)
    granted = tuple(
        _Dated(day, title_of(measure)) for measure, day in sorted(person.granted.items())
    )
    return (
        *who(last, names, whole=whole),
        first.on,
        result(last),
        _List(history),
        _List(granted),
    )


@frozen
class _Dated:
    """A day and its event."""

    day: date
    what: Any

    def show(self, locale: str) -> str:
        return f"{self.day} {show(self.what, locale)}"


@frozen
class _List:
    """Several things in one cell."""

    items: tuple[Any, ...]

    def show(self, locale: str) -> str:
        between = "；" if choose_locale(locale) == "zh_CN" else "; "
        return between.join(show(item, locale) for item in self.items)


def _is_older(case: Case) -> bool:
    return case.outcome.get("value") == Group.OLDER.code
