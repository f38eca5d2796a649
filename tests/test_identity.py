"""Resident identity numbers: reading, upgrading, masking."""

import copy
import pickle
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gansu_reemployment.errors import InvalidFactsError, InvalidIdentityError
from gansu_reemployment.identity import IdentityNumber, Sex, check_digit, mask, masked

# The two examples printed in GB 11643-1999; nobody has these numbers.
PRINTED = ["11010519491231002X", "440524188001010014"]

DIGITS = "0123456789"
DAYS = st.dates(date(1800, 1, 1), date(2100, 12, 31))
REGIONS = st.integers(100_000, 999_999)
FIRST17 = st.text(DIGITS, min_size=17, max_size=17)


def by_hand(first17: str) -> str:
    """Compute the check character by the doubling form of ISO 7064 instead of by weights."""
    carried = 0
    for digit in first17:
        carried = (carried + int(digit)) * 2 % 11
    return "0123456789X"[(12 - carried) % 11]


@st.composite
def numbers18(draw: st.DrawFn) -> str:
    """Draw well-formed numbers of 18 characters."""
    day = draw(DAYS)
    first17 = f"{draw(REGIONS)}{day:%Y%m%d}{draw(st.integers(0, 999)):03}"
    return first17 + by_hand(first17)


@st.composite
def numbers15(draw: st.DrawFn) -> str:
    """Draw well-formed numbers of 15 digits, those of centenarians among them."""
    old = draw(st.booleans())
    century = 1800 if old else 1900
    day = draw(st.dates(date(century, 1, 1), date(century + 99, 12, 31)))
    code = draw(st.integers(996, 999) if old else st.integers(0, 995))
    return f"{draw(REGIONS)}{day:%y%m%d}{code:03}"


NUMBERS = numbers18() | numbers15()


# Reading --------------------------------------------------------------------------------


@pytest.mark.parametrize("text", PRINTED)
def test_printed_examples(text: str) -> None:
    """The numbers printed in the standard are read."""
    assert text == IdentityNumber.read(text).whole


def test_parts_of_18() -> None:
    """An 18-character number tells place, birth date and sex."""
    number = IdentityNumber.read("11010519491231002X")

    assert (18, "110105", date(1949, 12, 31), Sex.FEMALE) == (
        number.generation,
        number.region_code,
        number.born_on,
        number.sex,
    )


def test_parts_of_15() -> None:
    """A 15-digit number tells the same, born in the twentieth century."""
    number = IdentityNumber.read("620502630701123")

    assert (15, "620502", date(1963, 7, 1), Sex.MALE) == (
        number.generation,
        number.region_code,
        number.born_on,
        number.sex,
    )


@pytest.mark.parametrize(
    "text",
    [
        " 11010519491231002X\n",
        "　11010519491231002X",
        "11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        "１１０１０５１９４９１２３１００２ｘ",
    ],
)
def test_spellings(text: str) -> None:
    """Spaces around, full-width characters and a small x make no difference."""
    assert "11010519491231002X" == IdentityNumber.read(text).whole


def test_sex_is_a_choice() -> None:
    """The sex is spelt in Chinese and English."""
    assert [("女", "female"), ("男", "male")] == [(sex.value, sex.en) for sex in Sex]


@pytest.mark.parametrize(
    ("code", "sex"), [("000", Sex.FEMALE), ("001", Sex.MALE), ("998", Sex.FEMALE)]
)
def test_sex_by_sequence_code(code: str, sex: Sex) -> None:
    """An odd sequence code is a man's, an even one a woman's, in both forms."""
    short = IdentityNumber.read(f"620502630701{code}")

    assert [sex, sex] == [short.sex, short.upgraded().sex]


# Check characters -----------------------------------------------------------------------


@pytest.mark.parametrize("text", PRINTED)
def test_check_digit_of_printed_examples(text: str) -> None:
    """The check characters printed in the standard are computed."""
    assert text[17] == check_digit(text[:17])


@given(FIRST17)
def test_check_digit_by_hand(first17: str) -> None:
    """The other form of the method gives the same character."""
    assert by_hand(first17) == check_digit(first17)


def test_every_check_character_occurs() -> None:
    """All eleven characters come out, X among them."""
    seen = {check_digit(f"62050219630701{code:03}") for code in range(100)}

    assert set("0123456789X") == seen


@pytest.mark.parametrize("wrong", ["", "1" * 16, "1" * 18, "1" * 16 + "X", "１" * 17, 11, None])
def test_check_digit_needs_17_digits(wrong: object) -> None:
    """Anything but 17 digits in text is refused."""
    with pytest.raises(InvalidIdentityError, match="computed from 17 digits in text"):
        check_digit(wrong)  # type: ignore[arg-type]


@given(numbers18(), st.integers(0, 17), st.sampled_from("0123456789X"))
def test_one_wrong_character_is_noticed(number: str, place: int, other: str) -> None:
    """No number with one character changed is read."""
    changed = number[:place] + other + number[place + 1 :]

    if changed == number:
        assert number == IdentityNumber.read(changed).whole
    else:
        with pytest.raises(InvalidIdentityError):
            IdentityNumber.read(changed)


@given(FIRST17, st.integers(0, 16), st.integers(1, 9))
def test_check_digit_notices_a_wrong_digit(first17: str, place: int, shift: int) -> None:
    """One digit changed always changes the check character."""
    other = str((int(first17[place]) + shift) % 10)

    assert check_digit(first17) != check_digit(first17[:place] + other + first17[place + 1 :])


@given(FIRST17, st.integers(0, 15))
def test_check_digit_notices_swapped_digits(first17: str, place: int) -> None:
    """Two neighbouring digits that change places change the check character if they differ."""
    left, right = first17[place], first17[place + 1]
    swapped = first17[:place] + right + left + first17[place + 2 :]

    assert (left == right) == (check_digit(first17) == check_digit(swapped))


@given(numbers18(), st.integers(0, 16))
def test_swapped_characters_are_noticed(number: str, place: int) -> None:
    """No number with two unlike neighbours swapped is read, the check character included."""
    left, right = number[place], number[place + 1]
    swapped = number[:place] + right + left + number[place + 2 :]

    if left == right:
        assert number == IdentityNumber.read(swapped).whole
    else:
        with pytest.raises(InvalidIdentityError):
            IdentityNumber.read(swapped)


# The two forms --------------------------------------------------------------------------


def test_upgrade() -> None:
    """A 15-digit number gets its century and its check character."""
    first17 = "62050219630701123"

    upgraded = IdentityNumber.read("620502630701123").upgraded()

    assert first17 + by_hand(first17) == upgraded.whole


@pytest.mark.parametrize(
    ("code", "year"), [("995", 1999), ("996", 1899), ("997", 1899), ("999", 1899), ("000", 1999)]
)
def test_upgrade_of_centenarians(code: str, year: int) -> None:
    """The sequence codes from 996 are those of people born in the century before."""
    number = IdentityNumber.read(f"620502990701{code}")

    assert [date(year, 7, 1)] * 2 == [number.born_on, number.upgraded().born_on]


@pytest.mark.parametrize("code", ["995", "996"])
def test_neither_1800_nor_1900_was_a_leap_year(code: str) -> None:
    """29 February of the year 00 is refused in both centuries."""
    with pytest.raises(InvalidIdentityError, match="the birth date must be a day"):
        IdentityNumber.read(f"620502000229{code}")


@given(NUMBERS)
def test_upgrading_twice_changes_nothing(text: str) -> None:
    """An upgraded number is its own upgrade, and tells the same as before."""
    number = IdentityNumber.read(text)
    once = number.upgraded()

    assert once.whole == once.upgraded().whole
    assert (number.region_code, number.born_on, number.sex, 18) == (
        once.region_code,
        once.born_on,
        once.sex,
        once.generation,
    )


@given(NUMBERS)
def test_a_number_equals_its_upgrade(text: str) -> None:
    """Both forms of a number are one key."""
    number = IdentityNumber.read(text)

    assert number == number.upgraded()
    assert 1 == len({number, number.upgraded()})


@given(NUMBERS, NUMBERS)
def test_unlike_numbers_differ(one: str, other: str) -> None:
    """Two numbers are equal only where their 18-character forms are."""
    left, right = IdentityNumber.read(one), IdentityNumber.read(other)

    assert (left.upgraded().whole == right.upgraded().whole) == (left == right)


def test_a_number_is_no_text() -> None:
    """A number does not equal the text it was read from."""
    assert IdentityNumber.read(PRINTED[0]) != PRINTED[0]


@given(NUMBERS)
def test_copies_are_equal(text: str) -> None:
    """A number survives copying and pickling."""
    number = IdentityNumber.read(text)

    assert [number] * 2 == [copy.deepcopy(number), pickle.loads(pickle.dumps(number))]  # noqa: S301


# Faults ---------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [620502196307011234, 6.20502196307011e17, 620502630701123])
def test_numbers_are_refused(value: object) -> None:
    """An integer and a float are refused, and not shown."""
    with pytest.raises(InvalidIdentityError) as caught:
        IdentityNumber.read(value)  # type: ignore[arg-type]

    (fault,) = caught.value.faults
    assert fault.say() == "identity: an identity number must be text; a number has lost digits"


@pytest.mark.parametrize("value", [None, b"620502630701123", ["620502630701123"]])
def test_other_kinds_are_refused(value: object) -> None:
    """What is neither text nor a number is refused by its kind."""
    with pytest.raises(InvalidIdentityError, match=f"must be text, not {type(value).__name__}$"):
        IdentityNumber.read(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "62050263070112",
        "6205026307011234",
        "62050219630701123",
        "6205021963070112345",
        "020502630701123",
        "62050263070112X",
        "X10105194912310021",
        "620502 19630701 1234",
        "6.20502196307011E+17",
        "620502630701123.0",
        "六二〇五〇二六三〇七〇一一二三",
    ],
)
def test_wrong_shapes(text: str) -> None:
    """Any other length or character is refused, with the length that it has."""
    with pytest.raises(InvalidIdentityError, match=f"needed, not {len(text)} characters$"):
        IdentityNumber.read(text)


@pytest.mark.parametrize(
    ("birth", "well"),
    [
        ("17991231", False),
        ("18000101", True),
        ("21001231", True),
        ("21010101", False),
        ("19630229", False),
        ("19640229", True),
        ("19631301", False),
        ("00000101", False),
    ],
)
def test_birth_dates(birth: str, *, well: bool) -> None:
    """The birth date must be a day of the years 1800 to 2100."""
    first17 = f"620502{birth}123"
    text = first17 + by_hand(first17)

    if well:
        assert birth == f"{IdentityNumber.read(text).born_on:%Y%m%d}"
    else:
        with pytest.raises(InvalidIdentityError, match=r"a day of the years 1800 to 2100$"):
            IdentityNumber.read(text)


def test_all_faults_at_once() -> None:
    """A wrong birth date and a wrong check character are told together."""
    right = by_hand("62050219630231123")
    wrong = "0" if right != "0" else "1"

    with pytest.raises(InvalidIdentityError) as caught:
        IdentityNumber.read("62050219630231123" + wrong)

    shown = f"6205************3{wrong}"
    assert [
        f"identity: {shown}: the birth date must be a day of the years 1800 to 2100",
        (
            f"identity: {shown}: the check character does not match; "
            f"the other 17 characters require {right}"
        ),
    ] == [fault.say() for fault in caught.value.faults]


def test_identity_faults_are_faults_of_facts() -> None:
    """A wrong number is caught as wrong facts."""
    with pytest.raises(InvalidFactsError):
        IdentityNumber.read("1")


# Masking --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "masked"),
    [("11010519491231002X", "1101************2X"), ("620502630701123", "6205*********23")],
)
def test_masked(text: str, masked: str) -> None:
    """Four characters and two are shown, the birth date never."""
    number = IdentityNumber.read(text)

    assert [masked, masked, masked, f"IdentityNumber('{masked}')"] == [
        number.masked,
        str(number),
        f"{number}",
        repr(number),
    ]


def hidden(text: str, shown: str) -> bool:
    """Tell whether neither the number nor any seven characters of it in a row are shown."""
    return not any(text[at : at + 7] in shown for at in range(len(text) - 6))


@given(NUMBERS)
def test_a_number_is_shown_masked_only(text: str) -> None:
    """Neither repr, str, format nor a container's repr shows a number."""
    number = IdentityNumber.read(text)

    assert hidden(text, f"{number!r} {number!s} {number} {[number]} {number.upgraded()!r}")


@given(numbers18(), st.sampled_from("0123456789X"), st.sampled_from(["", "1", " 1", "年"]))
def test_errors_show_no_number(number: str, last: str, more: str) -> None:
    """Whatever is wrong with a number, the error says it without showing the number."""
    text = number[:17] + last + more
    assume(text != number)

    with pytest.raises(InvalidIdentityError) as caught:
        IdentityNumber.read(text)

    error = caught.value
    assert hidden(number[:17], f"{error} {error!r} {error.faults!r} {error.say('zh_CN')}")


@given(NUMBERS, st.text(max_size=20), st.text(max_size=20))
def test_mask_hides_numbers_in_texts(number: str, before: str, after: str) -> None:
    """A number anywhere in a text is hidden, whatever stands beside it."""
    masked = mask(before + number + after)

    assert number not in masked
    assert masked == mask(masked)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("row 7: 11010519491231002X refused", "row 7: 1101************2X refused"),
        ("row 7: 11010519491231002x refused", "row 7: 1101************2x refused"),
        ("号码620502630701123。", "号码6205*********23。"),
        ("620502 19630701 1234", "6205**************34"),
        ("620502-19630701-123X", "6205**************3X"),
        ("6205021963070112345", "6205*************45"),
        ("６２０５０２６３０７０１１２３", "６２０５*********２３"),
        ("620502630701123,11010519491231002X", "6205*********23,1101************2X"),
    ],
)
def test_mask(text: str, masked: str) -> None:
    """Numbers are hidden in both forms, grouped, full-width and with a digit too many."""
    assert masked == mask(text)


@pytest.mark.parametrize(
    "text", ["", "2003-07-01 10:15:00", "甘政发[2003]50号", "62050263070112", "13909380000"]
)
def test_mask_leaves_the_rest(text: str) -> None:
    """Days, symbols of documents and shorter numbers stay as they are."""
    assert text == mask(text)


@given(DAYS, st.integers(0, 500))
def test_the_birth_date_comes_back(born_on: date, code: int) -> None:
    """The birth date is the day that stands in the number."""
    first17 = f"620502{born_on:%Y%m%d}{code:03}"

    number = IdentityNumber.read(first17 + by_hand(first17))

    assert born_on == number.born_on


@pytest.mark.parametrize(
    "text",
    [
        "1101 0519 4912 3100 2X",
        "1101-0519-4912-3100-2x",
        "110105\t19491231\t002X",
        "110105\u00a019491231\u3000002X",
        "110105.19491231.002X",
        "110105/1949/12/31/002X",
        "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
        "110105 491231 002",
        "110105, 491231, 002",
        "１１０１ ０５１９ ４９１２ ３１００ ２Ｘ",
        "11010O19491231002X",
        "11010519491231002",
        "1101051949123100211",
    ],
)
def test_grouped_number_is_masked(text: str) -> None:
    """A number is masked however its digits are separated, and with a letter typed in it."""
    masked = mask(f"refused: {text}; too young")

    assert "refused: " == masked[:9]
    assert "; too young" == masked[-11:]
    assert 6 >= sum(character.isdigit() for character in masked)


@pytest.mark.parametrize(
    "text",
    [
        "from 2003-07-01 to 2003-12-31, or 2004-01-01 to 2005-12-31",
        "2003-07-01 2003-08-15",
        "0938-8213456, 13909381234",
        "1,234,567,890.12 yuan",
        "2001 2002 2003 2004 2005",
        "a" * 64,
        "0123456789abcdef" * 4,
        "row 12 of 8f3a90c1b2d4",
        "甘政发〔2005〕96号, 国发〔2002〕12号",
    ],
)
def test_other_digits_are_not_masked(text: str) -> None:
    """Dates, telephones, amounts, hashes and symbols are shown."""
    assert text == mask(text)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (620502196303019941, "6205************41"),
        ("6205 0219 6303 0199 41", "6205" + "*" * 16 + "41"),
        (3, 3),
        ("女", "女"),
        pytest.param(10**5000, "int", id="a number without a text"),
    ],
)
def test_values_in_messages(value: object, shown: object) -> None:
    """A value is shown as it is unless it looks like a number; one without a text by its type."""
    assert shown == masked(value)
