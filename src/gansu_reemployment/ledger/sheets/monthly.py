"""The monthly notice to other departments (变动通报)."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from gansu_reemployment.catalogue import title_of
from gansu_reemployment.i18n import Choice
from gansu_reemployment.ledger import Case
from gansu_reemployment.ledger.sheets.cells import (
    MEASURE,
    WHO,
    Sentence,
    approved,
    by_person,
    result,
    who,
)
from gansu_reemployment.sheets import Column, Label, Sheet


class Department(Choice):
    """A department that is notified of changes each month (抄送部门)."""

    TAX = "税务部门", "tax department"
    INDUSTRY_AND_COMMERCE = "工商部门", "industry-and-commerce department"
    CIVIL_AFFAIRS = "民政部门", "civil-affairs department"


class Change(Choice):
    """The change of an approval (变动)."""

    ADDED = "新增", "new"
    CHANGED = "变更", "changed"
    CANCELLED = "取消", "cancelled"


def monthly_notice(
    cases: Iterable[Case],
    names: Mapping[str, str],
    department: Department,
    *,
    since: date,
    until: date,
    measures: Collection[str] = (),
    whole: bool = False,
) -> Sheet:
    """Build the notice to a *department* of the changes since the previous one (变动通报).

    A person's last decision on a measure by the day *until* is compared with the last decision
    by the day *since*, whether a correction or a new case changed it.

    Args:
        cases: every entry of the ledger, in the order of entry.
        names: by identity number.
        department: the recipient.
        since: the last day of the previous notice.
        until: the last day of this one.
        measures: the measures of interest to the department; all if empty.
        whole: whether names and numbers are written in full.
    """
    changes = _changes(
        (case for case in cases if not measures or case.measure in measures), since, until
    )
    return Sheet(
        title=Label(
            f"再就业扶持政策享受人员变动情况（送{department.value}）",
            f"Changes of approvals, for the {department.en}",
        ),
        columns=(
            *WHO,
            MEASURE,
            Column(Label("变动", "Change")),
            Column(Label("原结果", "Before")),
            Column(Label("现结果", "Now")),
            Column(Label("适用日期", "Law of")),
        ),
        rows=(
            (
                number,
                *who(now, names, whole=whole),
                title_of(now.measure),
                change,
                result(before) if before else None,
                result(now),
                now.on,
            )
            for number, (change, before, now) in enumerate(changes, 1)
        ),
        notes=(Sentence("{}以后至{}的变动。", "Changes after {} up to {}.", (since, until)),),
        landscape=True,
    )


def _changes(
    cases: Iterable[Case], since: date, until: date
) -> Iterator[tuple[Change, Case | None, Case]]:
    before: dict[tuple[str, str], Case] = {}
    now: dict[tuple[str, str], Case] = {}
    for person, case in by_person(cases):
        about = person, case.measure
        if case.recorded_on <= since:
            before[about] = case
        if case.recorded_on <= until:
            now[about] = case
    for about, case in now.items():
        if change := _change(before.get(about), case):
            yield change, before.get(about), case


def _change(before: Case | None, now: Case) -> Change | None:
    was_approved, is_approved = before is not None and approved(before), approved(now)
    if was_approved and is_approved:
        same = before is not None and before.outcome.get("value") == now.outcome.get("value")
        return None if same else Change.CHANGED
    if was_approved:
        return Change.CANCELLED
    return Change.ADDED if is_approved else None
