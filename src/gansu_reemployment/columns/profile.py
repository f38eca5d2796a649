"""The profile of a frame in memory (列概况), made before the measure is planned.

A column of a register mostly has a value in every row. Where it does, and each is a value that
the fact may have, no row of it is undecided, and the plan needs no check of it row by row.

>>> import polars as pl
>>> from gansu_reemployment.catalogue import MEASURES
>>> from gansu_reemployment.columns.schema import schema
>>> frame = pl.DataFrame({"contract_years": [1, 2], "months_kept": [6, None]})
>>> found = profile_of(frame, schema(MEASURES["placement_subsidy"]))
>>> {column.name: profile.span for column, profile in found.items()}
{'contract_years': (1, 2)}
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from gansu_reemployment.columns.spellings import has_others, other_spellings
from gansu_reemployment.columns.terms import Span
from gansu_reemployment.errors import Fault
from gansu_reemployment.i18n import _
from gansu_reemployment.identity import mask

if TYPE_CHECKING:
    from gansu_reemployment.columns.schema import FrameColumn

#: Most columns show one of their codes in the first rows; only the others are read whole.
SAMPLE: Final = 1_000


@frozen
class ColumnProfile:
    """A column that has, in every row, a value which the fact may have.

    Args:
        span: its least and its largest number or day, amounts in fen.
        coded: whether it is an Enum of all codes, which is compared as small numbers.
        constant: the yes or no of every row.
        exact: whether the column has the very type of the fact.
    """

    span: Span | None = None
    coded: bool = False
    constant: bool | None = None
    exact: bool = False


#: The columns of a frame that leave nothing open. Those that are not in it may.
Profile = Mapping["FrameColumn", ColumnProfile]


def profile_of(frame: Any, columns: "Iterable[FrameColumn]") -> Profile:
    """Profile those *columns* of a Polars frame that leave nothing open in any row.

    A column that the frame lacks has its default in every row, if it has one.
    """
    columns = list(columns)
    full = [c for c in columns if c.name in frame.columns and not frame[c.name].null_count()]
    lacking = [c for c in columns if c.optional and c.name not in frame.columns]
    found = {c: _constant(c.default) for c in lacking}
    found |= _with_codes(frame, [column for column in full if column.codes])
    for column in full:
        profile = None if column.codes else _profile(column, frame[column.name])
        if profile is not None:
            found[column] = profile
    return found


def _constant(default: Any) -> ColumnProfile:
    return ColumnProfile(constant=default if isinstance(default, bool) else None)


def _profile(column: "FrameColumn", values: Any) -> ColumnProfile | None:
    """Profile a column without nulls; none if a value is outside the limits of the fact."""
    span, exact = _span(values), _is_exact(values.dtype)
    if column.kind is bool:
        return ColumnProfile(constant=_same(values), exact=exact)
    if column.limits and span and not column.limits[0] <= span[0] <= span[1] <= column.limits[1]:
        return None
    return ColumnProfile(span, exact=exact)


def code_faults(frame: Any, columns: "Iterable[FrameColumn]", profile: Profile) -> Iterator[Fault]:
    """Yield a fault for each coded column that has none of the known codes.

    Several measures may each have codes of their own in one column; one known code is enough.
    """
    import polars as pl  # noqa: PLC0415 - an extra

    codes: dict[str, dict[str, None]] = {}
    for column in columns:
        if column.codes and column.name in frame.columns:
            known = (*column.codes, *other_spellings(column.kind))
            codes.setdefault(column.name, {}).update(dict.fromkeys(known))
    certain = {column.name for column in profile}
    for name in (name for name in codes if name not in certain):
        known = tuple(codes[name])
        if _any_code(frame[name].head(SAMPLE), known) or _any_code(frame[name], known):
            continue
        texts = frame[name].drop_nulls().cast(pl.String)
        if len(texts):
            text = _("{value!r} is none of {known}")
            yield Fault.at(name, text, value=mask(texts[0]), known=known)


def spelt_otherwise(
    frame: Any, columns: "Iterable[FrameColumn]", profile: Profile
) -> Iterator[str]:
    """Yield the columns of a choice that have Chinese terms or names in some rows."""
    import polars as pl  # noqa: PLC0415 - an extra

    for column in columns:
        if not column.codes or column.name not in frame.columns or column in profile:
            continue
        if has_others(column.kind, frame[column.name].cast(pl.String)):
            yield column.name


def _any_code(values: Any, codes: tuple[str, ...]) -> bool:
    """Return whether a column has one of the codes."""
    import polars as pl  # noqa: PLC0415 - an extra

    return bool(values.cast(pl.String).is_in(codes).any())


def _with_codes(frame: Any, columns: "list[FrameColumn]") -> "dict[FrameColumn, ColumnProfile]":
    """Profile the columns of codes only; an Enum of the codes can have no other text."""
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
    texts = {c: ColumnProfile(exact=_is_exact(frame.schema[c.name])) for c in good}
    return texts | {column: ColumnProfile(coded=True) for column in coded}


def _is_exact(held: Any) -> bool:
    """Return whether a type is that of a fact, after amounts and times of day are converted."""
    import polars as pl  # noqa: PLC0415 - an extra

    return held in (pl.Int64, pl.Boolean, pl.Date, pl.String, pl.Decimal, pl.Datetime)


def _same(answers: Any) -> bool | None:
    """Return the yes or no of every row, if they are equal."""
    if not len(answers):
        return None
    return True if answers.all() else None if answers.any() else False


def _span(values: Any) -> Span | None:
    """Return the least and the largest value of a column of numbers or days, yuan as fen."""
    kind = values.dtype
    if not len(values) or not (kind.is_numeric() or kind.is_temporal()):
        return None
    least, most = values.min(), values.max()
    if isinstance(least, datetime):
        return least.date(), most.date()
    return (int(least * 100), int(most * 100)) if kind.is_decimal() else (least, most)
