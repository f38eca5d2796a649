"""The quarterly claim of the insurance subsidy as official sheets (社会保险补贴申请核定表)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from attrs import evolve

from gansu_reemployment.dates import quarter
from gansu_reemployment.fact_model import describe
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.measures.subsidies.insurance.roster import (
    ClaimSheet,
    Hire,
    InsuranceLine,
    NotGranted,
    QuarterlyClaim,
)
from gansu_reemployment.sheets.filing import Filing
from gansu_reemployment.sheets.labels import Label, month_label, quarter_label
from gansu_reemployment.sheets.sheet import SUM, Column, Sheet

_YUAN: Final = Label("元", "yuan")
_COLUMNS: Final = (
    Column(Label("序号", "No.")),
    Column(Label("姓名", "Name"), names=True),
    Column(Label("月份", "Month")),
    Column(Label("缴费基数", "Base")),
    Column(
        Label("单位缴费补贴", "Subsidy"),
        columns=(
            Column(Label("养老保险", "Pension"), total=SUM),
            Column(Label("医疗保险", "Medical"), total=SUM),
            Column(Label("失业保险", "Unemployment"), total=SUM),
            Column(Label("小计", "Sum"), total=SUM),
        ),
    ),
    Column(Label("个人缴费（不补贴）", "Own share, not paid"), total=SUM),
)
_OTHERS: Final = (
    Column(Label("序号", "No.")),
    Column(Label("姓名", "Name"), names=True),
    Column(Label("月份", "Month")),
    Column(Label("不予补贴或者待定的原因", "Why not, or what is missing")),
)
#: The lines of an employer that are not filled in.
_BLANK: Final = Filing()
_EMPLOYER: Final = Label("申请单位（盖章）", "Employer (seal)")
_PAID_FIRST: Final = Label(
    "先缴后补：补贴为已缴纳的单位部分。", "Paid first: what is repaid was contributed before."
)


def granted_sheet(
    claim: QuarterlyClaim,
    sheet: ClaimSheet,
    names: Mapping[str, str],
    filing: Filing = _BLANK,
) -> Sheet:
    """Build the sheet of the months granted, by person and insurance (核定表).

    Args:
        claim: the claim of the employer.
        sheet: the part granted.
        names: the names of the persons by roster number.
        filing: the employer, its signatures and the day; by default they are left blank.
    """
    return Sheet(
        title=_title(claim, "社会保险补贴核定表", "Insurance subsidy granted"),
        unit=_YUAN,
        columns=_COLUMNS,
        rows=[_granted(line, names) for line in sheet.lines],
        notes=(_PAID_FIRST,),
        landscape=True,
        in_words=sheet.total,
        filing=evolve(filing, role=_EMPLOYER),
    )


def not_granted_sheet(
    claim: QuarterlyClaim,
    sheet: ClaimSheet,
    names: Mapping[str, str],
    filing: Filing = _BLANK,
) -> Sheet:
    """Build the sheet of the months not granted, with every reason and missing fact (未予核定)."""
    return Sheet(
        title=_title(claim, "未予核定人员名单", "Not granted"),
        columns=_OTHERS,
        rows=[_other(item, names) for item in sheet.not_granted],
        filing=evolve(filing, role=_EMPLOYER),
    )


def _title(claim: QuarterlyClaim, zh: str, en: str) -> Label:
    named = quarter_label(*quarter(claim.first_day))
    return Label(f"{named.zh}{zh}", f"{en}, {named.en}")


def _month(day: date) -> Label:
    return month_label(day.year, day.month)


def _granted(line: InsuranceLine, names: Mapping[str, str]) -> tuple[Any, ...]:
    paid = line.subsidy
    head = (line.number, names.get(line.number, ""), _month(line.month), paid.base)
    return (*head, paid.pension, paid.medical, paid.unemployment, paid.total, paid.own)


def _other(item: NotGranted, names: Mapping[str, str]) -> tuple[Any, ...]:
    why = Label(_why(item, "zh_CN"), _why(item, "en"))
    return (item.number, names.get(item.number, ""), _month(item.month), why)


def _why(item: NotGranted, locale: str) -> str:
    parts = [Message(reason.text).say(locale) for reason in item.reasons]
    if item.missing:
        facts = tuple(
            Label(fact.zh, fact.en) for fact in describe(Hire) if fact.name in item.missing
        )
        parts.append(Message(_("Not known: {facts}."), {"facts": facts}).say(locale))
    return ("" if locale == "zh_CN" else " ").join(parts)
