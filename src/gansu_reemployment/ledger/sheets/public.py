"""The public notice of approvals (公示)."""

from collections.abc import Iterable, Mapping
from datetime import date

from gansu_reemployment.catalogue import title_of
from gansu_reemployment.ledger import Case
from gansu_reemployment.ledger.sheets.cells import MEASURE, WHO, Sentence, approved, result, who
from gansu_reemployment.sheets import Column, Label, Sheet


def public_notice(
    cases: Iterable[Case], names: Mapping[str, str], *, since: date, until: date
) -> Sheet:
    """Build the public notice (公示) of the approved *cases*.

    Args:
        cases: such as ``ledger.find(measure="hardship", current=True)``.
        names: by the subject of the cases, such as the identity number.
        since: the first day of the notice.
        until: the last day for objections.
    """
    listed = filter(approved, cases)
    return Sheet(
        title=Label("审批结果公示", "Public notice of approvals"),
        columns=(
            *WHO,
            MEASURE,
            Column(Label("结果", "Result")),
            Column(Label("金额（元）", "Amount (yuan)")),
        ),
        rows=(
            (
                number,
                *who(case, names, whole=False),
                title_of(case.measure),
                result(case),
                case.amount,
            )
            for number, case in enumerate(listed, 1)
        ),
        notes=(
            Sentence(
                "公示期自{}至{}。如有异议，请在公示期内向公示单位反映。",
                "Notice is given from {} to {}; objections are heard within these days.",
                (since, until),
            ),
        ),
    )
