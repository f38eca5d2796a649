"""What a frame in memory tells before it is worked (列检查): which columns leave nothing open.

A column of a register mostly holds a value in every row. Where it does, and every value is one
that the fact may have, no row of it can be undecided, and nothing need be asked of it row by row.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from gansu_reemployment.columns.facts import Sure
from gansu_reemployment.columns.job import Certain
from gansu_reemployment.columns.schema import FrameColumn
from gansu_reemployment.columns.terms import Span
from gansu_reemployment.errors import Fault
from gansu_reemployment.i18n import _
from gansu_reemployment.identity import mask


def certain_columns(frame: Any, columns: Iterable[FrameColumn]) -> Certain:
    """Give the *columns* that hold, in every row of a Polars frame, a value they may have.

    A column that the frame lacks has its default in every row, if it has one.
    """
    columns = list(columns)
    held = [c for c in columns if c.name in frame.columns and not frame[c.name].null_count()]
    lacking = [c for c in columns if c.optional and c.name not in frame.columns]
    certain = {c: Sure(all=c.default if isinstance(c.default, bool) else None) for c in lacking}
    certain |= _with_codes(frame, [column for column in held if column.codes])
    for column in held:
        values = frame[column.name]
        span, exact = _span(values), _is_exact(values.dtype)
        if column.kind is bool:
            certain[column] = Sure(all=_same(values), exact=exact)
        elif column.limits and span:
            if column.limits[0] <= span[0] and span[1] <= column.limits[1]:
                certain[column] = Sure(span, exact=exact)
        elif not column.codes:
            certain[column] = Sure(span, exact=exact)
    return certain


def code_faults(frame: Any, columns: Iterable[FrameColumn], certain: Certain) -> Iterator[Fault]:
    """Tell of the columns of codes in which no row holds any: they are of another spelling.

    Several measures may each have codes of their own in a column; those of one of them do.
    """
    import polars as pl  # noqa: PLC0415 - an extra

    codes: dict[str, dict[str, None]] = {}
    for column in columns:
        if column.codes and column.name in frame.columns:
            codes.setdefault(column.name, {}).update(dict.fromkeys(column.codes))
    sure = {column.name for column in certain}
    for name in (name for name in codes if name not in sure):
        texts, known = frame[name].drop_nulls().cast(pl.String), tuple(codes[name])
        if len(texts) and not texts.is_in(known).any():
            text = _("{value!r} is none of {known}")
            yield Fault.at(name, text, value=mask(texts[0]), known=known)


def _with_codes(frame: Any, columns: list[FrameColumn]) -> dict[FrameColumn, Sure]:
    """Give the columns of which every text is a code; an Enum of the codes can hold no other."""
    import polars as pl  # noqa: PLC0415 - an extra

    enums = {c: frame.schema[c.name] for c in columns if frame.schema[c.name] == pl.Enum}
    coded = [c for c, enum in enums.items() if {*enum.categories} == {*c.codes}]
    columns = [column for column in columns if column not in coded]
    marks = [
        pl.col(column.name).cast(pl.String).is_in(column.codes).all().alias(str(n))
        for n, column in enumerate(columns)
    ]
    answers = frame.lazy().select(marks).collect().row(0) if marks else ()
    good = [column for column, yes in zip(columns, answers, strict=True) if yes]
    texts = {c: Sure(exact=_is_exact(frame.schema[c.name])) for c in good}
    return texts | {column: Sure(coded=True) for column in coded}


def _is_exact(held: Any) -> bool:
    """Tell whether a type is that of a fact, once amounts and times of day are brought in."""
    import polars as pl  # noqa: PLC0415 - an extra

    return held in (pl.Int64, pl.Boolean, pl.Date, pl.String, pl.Decimal, pl.Datetime)


def _same(answers: Any) -> bool | None:
    """Give the yes or no that every row holds."""
    if not len(answers):
        return None
    return True if answers.all() else None if answers.any() else False


def _span(values: Any) -> Span | None:
    """Give the least and the most of a column of numbers or days, yuan as fen."""
    kind = values.dtype
    if not len(values) or not (kind.is_numeric() or kind.is_temporal()):
        return None
    least, most = values.min(), values.max()
    if isinstance(least, datetime):
        return least.date(), most.date()
    return (int(least * 100), int(most * 100)) if kind.is_decimal() else (least, most)
