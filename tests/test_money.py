"""Amounts of money: exact, ordered, refusing, and written in capitals."""

import copy
import pickle
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Any

import cn2an
import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.errors import AmountError, FloatRefusedError
from gansu_reemployment.money import Yuan

FEN = st.integers(-(10**16) + 1, 10**16 - 1)
AMOUNTS = st.builds(Yuan.from_fen, FEN)
RATIOS = st.fractions(-5, 5, max_denominator=10**6)


class Unknown:
    """A foreign value that answers every reflected operator itself."""

    def _answer(self, _other: object) -> Any:
        return "unknown"

    __radd__ = __rsub__ = __rmul__ = __add__ = __sub__ = __mul__ = _answer
    __lt__ = __le__ = __gt__ = __ge__ = __eq__ = _answer
    __hash__ = object.__hash__


@pytest.mark.parametrize(
    ("amount", "fen"),
    [
        ("123.45", 12345),
        ("123.4", 12340),
        ("123", 12300),
        ("0", 0),
        ("-0.00", 0),
        ("-0.05", -5),
        ("-1234.5", -123450),
        ("007.00", 700),
        ("99999999999999.99", 10**16 - 1),
        (100, 10000),
        (-3, -300),
        (0, 0),
        (10**14 - 1, 10**16 - 100),
        (Decimal("1.20"), 120),
        (Decimal("1.2000"), 120),
        (Decimal("-0.01"), -1),
        (Decimal("1E+3"), 100000),
        (Decimal("99999999999999.99"), 10**16 - 1),
    ],
)
def test_read(amount: Any, fen: int) -> None:
    """Text, whole yuan and decimals are kept as whole fen."""
    assert fen == Yuan(amount).fen


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        ".5",
        "5.",
        "+5",
        "--5",
        " 5",
        "5 ",
        "5\n",
        "1.234",
        "1.000",
        "1,234.50",
        "1，234",
        "1_000",
        "１２３",
        "٣",
        "1e3",
        "NaN",
        "Infinity",
        "5元",
        "¥5",
        "壹元",
        "100000000000000",
    ],
)
def test_text_spelt_otherwise_is_refused(text: str) -> None:
    """Text that is not plain digits with at most two decimals is refused, with what is right."""
    with pytest.raises(AmountError, match=r"14 plain digits and at most two decimals"):
        Yuan(text)


@pytest.mark.parametrize("number", ["620102195307150", "620102195307150012", "62010219530715001X"])
def test_identity_number_is_refused_and_hidden(number: str) -> None:
    """An identity number of either length in a money column is refused and not shown whole."""
    with pytest.raises(AmountError) as caught:
        Yuan(number)

    assert "'620102…'" in str(caught.value)
    assert "19530715" not in repr(caught.value)


@pytest.mark.parametrize("amount", [0.0, 1.5, -2.0, float("nan"), float("inf")])
def test_float_is_refused(amount: Any) -> None:
    """A float is refused as an amount, as fen and as a ratio, for it is a type error too."""
    for reading in (Yuan, Yuan.from_fen, Yuan(1).share):
        with pytest.raises(FloatRefusedError, match="A float is not exact") as caught:
            reading(amount)
        assert isinstance(caught.value, TypeError)


@pytest.mark.parametrize("amount", [True, False, None, b"5", Fraction(1, 2), Yuan(1), [5]])
def test_other_kinds_are_refused(amount: Any) -> None:
    """A bool or a value of any other kind is no amount; the message names the kind."""
    with pytest.raises(AmountError, match=f"{type(amount).__name__} is not accepted") as caught:
        Yuan(amount)

    assert not isinstance(caught.value, FloatRefusedError)


@pytest.mark.parametrize("fen", [True, None, "5", Decimal(5), Fraction(5)])
def test_from_fen_takes_whole_numbers_only(fen: Any) -> None:
    """Fen are whole numbers and nothing else."""
    with pytest.raises(AmountError, match="use whole fen"):
        Yuan.from_fen(fen)


@pytest.mark.parametrize("ratio", [True, "1/2", Decimal("0.5"), None, Yuan(1)])
def test_share_takes_exact_ratios_only(ratio: Any) -> None:
    """A ratio is a Fraction or a whole number and nothing else."""
    with pytest.raises(AmountError, match="use a Fraction or a whole number"):
        Yuan(1).share(ratio)


@pytest.mark.parametrize("number", ["0.001", "1.005", "-0.009", "1E-999999"])
def test_decimal_finer_than_a_fen_is_refused(number: str) -> None:
    """A decimal finer than a fen is refused, never rounded."""
    with pytest.raises(AmountError, match="finer than a fen"):
        Yuan(Decimal(number))


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_decimal_that_is_no_number_is_refused(number: str) -> None:
    """A decimal that is not finite is no amount."""
    with pytest.raises(AmountError, match="not an amount of money"):
        Yuan(Decimal(number))


@pytest.mark.parametrize("amount", [10**14, -(10**14), Decimal(10**14), Decimal("1E+999999")])
def test_fifteen_digits_are_refused(amount: Any) -> None:
    """An amount with more than 14 digits before the point is refused."""
    with pytest.raises(AmountError, match="at most 14 digits"):
        Yuan(amount)


def test_reading_ignores_the_decimal_context() -> None:
    """A narrow decimal context of the caller changes no digit."""
    with localcontext() as context:
        context.prec = 3
        assert Yuan(Decimal("1234567.89")).fen == 123456789
        assert Decimal("1234567.89") == Yuan("1234567.89").decimal


@given(FEN)
def test_every_form_reads_back(fen: int) -> None:
    """The text, the decimal and the repr of an amount give the same amount again."""
    amount = Yuan.from_fen(fen)

    assert fen == amount.fen
    assert amount == Yuan(str(amount))
    assert amount == Yuan(amount.decimal)
    assert repr(amount) == f"Yuan('{amount}')"


@given(FEN)
def test_decimal(fen: int) -> None:
    """The decimal form has two decimals and the exact value."""
    decimal = Yuan.from_fen(fen).decimal

    assert decimal.as_tuple().exponent == -2
    assert Fraction(fen, 100) == Fraction(decimal)


@pytest.mark.parametrize(
    ("fen", "text"),
    [(12345, "123.45"), (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (-12300, "-123.00")],
)
def test_str_repr_and_format(fen: int, text: str) -> None:
    """An amount is written with two decimals; a format other than the empty one is refused."""
    amount = Yuan.from_fen(fen)

    assert text == str(amount) == f"{amount}"
    assert f"Yuan('{text}')" == repr(amount)
    with pytest.raises(AmountError, match=r"no format '\.2f'"):
        f"{amount:.2f}"


@pytest.mark.parametrize(
    ("amount", "zh", "en"),
    [
        ("1234.5", "1,234.50元", "1,234.50 yuan"),
        ("0", "0.00元", "0.00 yuan"),
        ("-1234567.89", "-1,234,567.89元", "-1,234,567.89 yuan"),
        ("99999999999999.99", "99,999,999,999,999.99元", "99,999,999,999,999.99 yuan"),
    ],
)
def test_show(amount: str, zh: str, en: str) -> None:
    """A reader of either language sees thousands separators and the unit."""
    assert zh == Yuan(amount).show("zh_CN")
    assert en == Yuan(amount).show("en")


@given(AMOUNTS, AMOUNTS)
def test_add_and_subtract(a: Yuan, b: Yuan) -> None:
    """Adding and subtracting undo each other, in any order, as the fen do."""
    assert a == a + b - b
    assert a + b == b + a
    assert a - b == a + -b == -(b - a)
    assert a.fen + b.fen == (a + b).fen


@given(AMOUNTS, st.integers(-(10**6), 10**6))
def test_multiply(amount: Yuan, times: int) -> None:
    """A whole number multiplies from either side, as the fen do."""
    assert amount.fen * times == (amount * times).fen
    assert amount * times == times * amount == amount.share(times)


@given(AMOUNTS, AMOUNTS)
def test_order_equals_that_of_decimals(a: Yuan, b: Yuan) -> None:
    """Amounts compare, hash and test for zero as their decimals do."""
    assert (a.decimal < b.decimal) == (a < b)
    assert (a.decimal <= b.decimal) == (a <= b)
    assert (a.decimal > b.decimal) == (a > b)
    assert (a.decimal >= b.decimal) == (a >= b)
    assert (a.decimal == b.decimal) == (a == b)
    assert bool(a.decimal) == bool(a)
    assert abs(a.decimal) == abs(a).decimal


def test_equal_amounts_are_one_key() -> None:
    """Amounts that are equal hash alike, however they were written."""
    assert len({Yuan("1.20"), Yuan("1.2"), Yuan(Decimal("1.20")), Yuan.from_fen(120)}) == 1


@given(st.lists(AMOUNTS))
def test_sum(amounts: list[Yuan]) -> None:
    """The builtin sum adds amounts, with or without a start."""
    total = sum(a.fen for a in amounts)

    assert Yuan.from_fen(total) == sum(amounts, Yuan(0))
    if amounts:
        assert Yuan.from_fen(total) == sum(amounts)


@pytest.mark.parametrize(
    "work",
    [
        lambda a: a + 1,
        lambda a: a + 0,
        lambda a: 1 + a,
        lambda a: False + a,
        lambda a: 0.0 + a,
        lambda a: a - 1,
        lambda a: 1 - a,
        lambda a: 0 - a,
        lambda a: a * a,
        lambda a: a * 1.5,
        lambda a: a * True,
        lambda a: a * Fraction(1, 2),
        lambda a: a * Decimal(2),
        lambda a: 1.5 * a,
        lambda a: a / 2,
        lambda a: a / a,
        lambda a: a // 2,
        lambda a: a % 2,
        lambda a: a < 1,
        lambda a: a <= Decimal(1),
        lambda a: a > "1",
        lambda a: a >= None,
        float,
        int,
    ],
)
def test_foreign_types_are_type_errors(work: Callable[[Any], object]) -> None:
    """Amounts do not mix with numbers, and do not divide by operator."""
    with pytest.raises(TypeError):
        work(Yuan(1))


@pytest.mark.parametrize("other", [1, 100, 1.0, "1.00", Decimal(1), Fraction(1), True, None])
def test_never_equal_to_another_type(other: Any) -> None:
    """An amount equals no value of another type."""
    assert (Yuan(1) == other) is False
    assert (other == Yuan(1)) is False
    assert (Yuan(1) != other) is True


def test_foreign_operators_are_left_to_the_other() -> None:
    """A value that defines the reflected operators answers for itself."""
    a, unknown = Yuan(1), Unknown()
    answers: list[object] = [a + unknown, a - unknown, a * unknown, unknown + a, unknown * a]
    answers += [a < unknown, a <= unknown, a > unknown, a >= unknown, a == unknown]

    assert answers == ["unknown"] * 10


@given(AMOUNTS, RATIOS)
def test_share_equals_decimal_half_up(amount: Yuan, ratio: Fraction) -> None:
    """A share is the exact product rounded half up, as decimals round it."""
    with localcontext() as context:
        context.prec = 60
        exact = amount.decimal * ratio.numerator
        step = Decimal("0.01") * ratio.denominator
        expected = (exact / step).quantize(Decimal(1), ROUND_HALF_UP)

    assert int(expected) == amount.share(ratio).fen


@pytest.mark.parametrize(
    ("fen", "ratio", "share"),
    [
        (1, Fraction(1, 2), 1),
        (1, Fraction(49, 100), 0),
        (3, Fraction(1, 2), 2),
        (5, Fraction(1, 10), 1),
        (4, Fraction(1, 10), 0),
        (-1, Fraction(1, 2), -1),
        (-3, Fraction(1, 2), -2),
        (-4, Fraction(1, 10), 0),
        (1, Fraction(-1, 2), -1),
        (-1, Fraction(-1, 2), 1),
        (100, Fraction(1, 3), 33),
        (200, Fraction(2, 3), 133),
        (10**30 + 1, Fraction(1, 2), 5 * 10**29 + 1),
        (7, 3, 21),
        (7, 0, 0),
    ],
)
def test_share_at_the_half(fen: int, ratio: Fraction | int, share: int) -> None:
    """A half goes away from zero, a little less goes towards it, on both sides of zero."""
    assert share == Yuan.from_fen(fen).share(ratio).fen


@given(AMOUNTS, st.fractions(0, 1, max_denominator=10**6))
def test_share_and_rest_make_the_whole(amount: Yuan, ratio: Fraction) -> None:
    """A share and the rest add up; shares that should add up differ by a fen at most."""
    part = amount.share(ratio)

    assert amount == part + (amount - part)
    assert abs(part + amount.share(1 - ratio) - amount).fen <= 1
    assert -amount.share(ratio) == (-amount).share(ratio)


@given(AMOUNTS, st.integers(1, 60))
def test_equal_parts_nearly_make_the_whole(amount: Yuan, parts: int) -> None:
    """The sum of *parts* equal shares misses the whole by half a fen each at most."""
    missing = amount - amount.share(Fraction(1, parts)) * parts

    assert 2 * abs(missing.fen) <= parts


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [
        ("1.49", "1"),
        ("1.50", "2"),
        ("1.51", "2"),
        ("0.49", "0"),
        ("2.50", "3"),
        ("-1.49", "-1"),
        ("-1.50", "-2"),
        ("7", "7"),
    ],
)
def test_round_to_yuan(amount: str, rounded: str) -> None:
    """Fifty fen and more make the next yuan, away from zero."""
    assert Yuan(rounded) == Yuan(amount).round_to_yuan()


@given(AMOUNTS, AMOUNTS.filter(bool))
def test_over(a: Yuan, b: Yuan) -> None:
    """The ratio of two amounts is exact: the share by it gives the first again."""
    assert Fraction(a.fen, b.fen) == a.over(b)
    assert a == b.share(a.over(b))


@pytest.mark.parametrize("other", [Yuan(0), 5, 1.5, None])
def test_over_takes_an_amount_other_than_zero(other: Any) -> None:
    """There is no ratio to zero yuan, nor to what is no amount."""
    with pytest.raises(AmountError, match="other than zero yuan"):
        Yuan(1).over(other)


def test_immutable() -> None:
    """Nothing can be set on an amount or deleted from it."""
    amount = Yuan(1)
    with pytest.raises(FrozenInstanceError):
        amount.fen = 5
    with pytest.raises(FrozenInstanceError):
        amount.note = "x"
    with pytest.raises(FrozenInstanceError):
        del amount.fen

    assert Yuan(1) == amount


@given(st.integers())
def test_copies_and_pickles(fen: int) -> None:
    """Copies and pickles of an amount of any size are equal to it."""
    amount = Yuan.from_fen(fen)

    assert amount == copy.copy(amount) == copy.deepcopy(amount)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert amount == pickle.loads(pickle.dumps(amount, protocol))  # noqa: S301 - our own


@pytest.mark.parametrize(
    ("amount", "capitals"),
    [
        # The examples of the annex; where it allows two spellings, the one chosen here.
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
        ("107000.53", "壹拾万柒仟元零伍角叁分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        # Below one yuan.
        ("0", "零元整"),
        ("0.01", "壹分"),
        ("0.10", "壹角整"),
        ("0.53", "伍角叁分"),
        # Whole yuan, jiao and fen.
        ("1", "壹元整"),
        ("10", "壹拾元整"),
        ("10.50", "壹拾元零伍角整"),
        ("10.05", "壹拾元零伍分"),
        ("15.20", "壹拾伍元贰角整"),
        # Zeros inside and between the groups.
        ("10000", "壹万元整"),
        ("10001", "壹万零壹元整"),
        ("100700", "壹拾万零柒佰元整"),
        ("107000", "壹拾万柒仟元整"),
        ("1000000.05", "壹佰万元零伍分"),
        ("10100010", "壹仟零壹拾万零壹拾元整"),
        ("100000000", "壹亿元整"),
        ("100007000", "壹亿零柒仟元整"),
        ("100010001", "壹亿零壹万零壹元整"),
        ("1070000000", "壹拾亿柒仟万元整"),
        ("10000000007", "壹佰亿零柒元整"),
        ("999999999999.99", "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_capitals(amount: str, capitals: str) -> None:
    """Amounts are written in capitals as the rules for vouchers say."""
    assert f"人民币{capitals}" == Yuan(amount).capitals()


@pytest.mark.parametrize("amount", ["-0.01", "-5", "1000000000000", "1000000000000.01"])
def test_capitals_refused(amount: str) -> None:
    """A negative amount, or one of 10^12 yuan and more, has no capitals."""
    with pytest.raises(AmountError, match=f"not {Yuan(amount).show('en')}"):
        Yuan(amount).capitals()


def _by_cn2an(amount: Yuan) -> str:
    """Write *amount* by cn2an, changed where its conventions and ours differ.

    It writes no 人民币, no 整 after 角, no 零 between 元 and 角, and no 零 between 亿 and the
    thousands where the group of 万 is empty. The rules leave each of the last three open.
    """
    text = cn2an.an2cn(str(amount), "rmb")
    yuan, below = divmod(amount.fen, 100)
    if below >= 10 and yuan and yuan % 10 == 0:
        text = text.replace("元", "元零")
    if yuan >= 10**8 and yuan % 10**8 // 10**4 == 0 and yuan % 10**4 >= 1000:
        text = text.replace("亿", "亿零")
    return f"人民币{text}整" if text.endswith("角") else f"人民币{text}"


_SPARSE = st.lists(st.sampled_from("0001234567890"), min_size=1, max_size=14).map(
    lambda digits: int("".join(digits))
)


@given(st.one_of(_SPARSE, st.integers(0, 10**14 - 1)).map(Yuan.from_fen))
def test_capitals_as_cn2an_writes_them(amount: Yuan) -> None:
    """Another library writes the same capitals, but for its conventions."""
    assert _by_cn2an(amount) == amount.capitals()
