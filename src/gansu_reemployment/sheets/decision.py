"""The decision sheet (审核表、告知书): an outcome on a page of A4, for an office to sign and file.

A decided case has a record of its review, a refused one a notice with every reason, an undecided
one a notice of what is missing. The parts that the office fills in by hand are left blank.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from gansu_reemployment.i18n import show
from gansu_reemployment.identity import IdentityNumber
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import NATION_ID
from gansu_reemployment.sheets.labels import Label
from gansu_reemployment.sheets.sheet import Column, Sheet
from gansu_reemployment.working.arithmetic import Arithmetic, arithmetic
from gansu_reemployment.working.explain import Explanation
from gansu_reemployment.working.outcome import AnyOutcome
from gansu_reemployment.working.value_text import fields, is_record, pair

_TITLES: Final = {
    "decided": Label("{measure}审核表", "Review: {measure}"),
    "refused": Label("{measure}不予核准告知书", "Notice of refusal: {measure}"),
    "undecided": Label("{measure}补正告知书", "Notice of what is missing: {measure}"),
}
_COLUMNS: Final = (
    Column(Label("项目", "Item"), names=True, width=20),
    Column(Label("内容", "Content"), width=66),
)
_NUMBER: Final = Label("编号", "Number")
_PERSON: Final = Label("申请人", "Applicant")
_IDENTITY: Final = Label("公民身份号码", "Identity number")
_OFFICE: Final = Label("办理机构", "Office")
_PLACE: Final = Label("办理地区", "Place")
_DAY: Final = Label("适用规定日期", "Law of the day")
_FACTS: Final = Label("申报情况", "Facts stated")
_RESULT: Final = Label("审核结果", "Result")
_CAPITALS: Final = Label("金额（大写）", "Amounts in words")
_WAY: Final = Label("办理过程", "Working")
_BASIS: Final = Label("依据", "Sources")
_SUPPOSED: Final = Label("假设", "Hypothetical")
_SIGNED: Final = (
    Label("经办人（签字）", "Handled by (signature)"),
    Label("复核人（签字）", "Checked by (signature)"),
    Label("单位（盖章）", "Office (seal)"),
)
_FILED: Final = Label("日期", "Date")
#: Room for a signature or a seal.
_ROOM: Final = "\n\n"


def decision_sheet(
    outcome: AnyOutcome[Any],
    *,
    office: str = "",
    number: str = "",
    person: str = "",
    identity: IdentityNumber | None = None,
    filed_on: date | None = None,
) -> Sheet:
    """Build the sheet of an outcome, to be written by ``as_html``, ``as_xlsx`` or ``as_docx``.

    Args:
        outcome: the outcome of any measure.
        office: the office that decides (办理机构).
        number: its number of the case (编号).
        person: the name of the applicant (申请人).
        identity: the identity number, which is printed masked.
        filed_on: the day of the sheet; ``None`` leaves it to be filled in.
    """
    measure, basis = outcome.measure, outcome.basis
    title = _TITLES[outcome.status]
    named = {locale: show(measure or "", locale) for locale in ("zh_CN", "en")}
    computed = arithmetic(outcome)
    languages = (_parts(outcome, locale, computed) for locale in ("zh_CN", "en"))
    parts = zip(*languages, strict=True)
    supposed, stated, result, capitals, way, sources = (Label(zh, en) for zh, en in parts)
    rows = [
        (_NUMBER, number),
        (_PERSON, person),
        (_IDENTITY, identity.masked if identity else ""),
        (_OFFICE, office),
        (_PLACE, basis.place(basis.region or NATION_ID)),
        (_DAY, _day(outcome.on)),
        *([(_SUPPOSED, supposed)] if outcome.supposed else []),
        (_FACTS, stated),
        (_RESULT, result),
        *([(_CAPITALS, capitals)] if capitals.zh else []),
        (_WAY, way),
        (_BASIS, sources),
        *((label, _ROOM) for label in _SIGNED),
        (_FILED, _day(filed_on) if filed_on else ""),
    ]
    return Sheet(
        title=Label(title.zh.format(measure=named["zh_CN"]), title.en.format(measure=named["en"])),
        columns=_COLUMNS,
        rows=rows,
    )


def _day(day: date) -> Label:
    return Label(show(day, "zh_CN"), show(day, "en"))


def _parts(outcome: AnyOutcome[Any], locale: str, computed: Arithmetic) -> Iterator[str]:
    """Yield what was supposed, the facts, the result, its amounts, the way to it, its sources.

    The order is that of an explanation, by which the sources are numbered.
    """
    explanation = Explanation(outcome, locale, computed)
    sources = (line.strip() for line in explanation.source_lines(addresses=False))
    for lines in (
        explanation.supposed(),
        _stated(explanation, outcome.facts, locale),
        _result(explanation),
        _capitals(outcome.value, locale),
        (f"{mark} {text}" for mark, text in explanation.marked()),
        sources,
    ):
        yield "\n".join(lines)


def _stated(explanation: Explanation, facts: Any, locale: str) -> Iterator[str]:
    if facts is not None:
        yield from (pair(name, value, locale) for _field, name, value in fields(facts, locale))
        yield from explanation.age(facts)


def _result(explanation: Explanation) -> Iterator[str]:
    for heading, items in explanation.results():
        if not all(name for name, _item in items):
            yield heading
        yield from explanation.texts(items)


def _capitals(value: Any, locale: str) -> Iterator[str]:
    """Yield the amounts of a result in capitals, as a bank or a finance office signs for them."""
    if isinstance(value, Yuan):
        yield value.capitals()
    elif is_record(value):
        for _field, name, amount in fields(value, locale):
            if isinstance(amount, Yuan):
                yield pair(name, amount.capitals(), locale)
