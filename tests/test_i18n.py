"""Two languages: marked sentences, terms of the law, and values as each reader expects them."""

import subprocess
import sys
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.i18n import (
    LOCALES,
    Choice,
    Message,
    _,
    choose_locale,
    show,
    show_money,
    show_share,
    translate,
)
from gansu_reemployment.money import Yuan


class Level(Choice):
    """A made-up term."""

    HIGH_ONE = "高", "high"
    LOW = "低", "low"


class TestChoice:
    """Terms of the law."""

    def test_three_spellings(self) -> None:
        """A member has its Chinese value, its English term and its code."""
        assert ("高", "high", "high_one") == (
            Level.HIGH_ONE.value,
            Level.HIGH_ONE.en,
            Level.HIGH_ONE.code,
        )

    @pytest.mark.parametrize("text", ["high_one", "高", "HIGH_ONE"])
    def test_read(self, text: str) -> None:
        """Code, Chinese term and name are read."""
        assert Level.HIGH_ONE is Level.read(text)

    @pytest.mark.parametrize("text", ["", "High_One", "high", "高 "])
    def test_other_spellings_are_refused(self, text: str) -> None:
        """Nothing is guessed; the codes are named."""
        with pytest.raises(ValueError, match="is none of high_one, low"):
            Level.read(text)

    def test_members_are_single(self) -> None:
        """Equality is identity, so that members serve as keys."""
        assert {Level.HIGH_ONE: 1} == {Level.read("高"): 1}
        assert hash(Level.LOW) == hash(Level.read("低"))


class TestLocales:
    """Names of languages."""

    @pytest.mark.parametrize(
        ("name", "locale"),
        [
            ("zh_CN.UTF-8", "zh_CN"),
            ("zh-Hans", "zh_CN"),
            ("ZH", "zh_CN"),
            ("en_GB.UTF-8", "en"),
            ("C", "en"),
            ("POSIX", "en"),
            ("", "en"),
            (None, "en"),
        ],
    )
    def test_choice_of_the_locale(self, name: str | None, locale: str) -> None:
        """Any Chinese locale is Chinese; what is not known is English."""
        assert locale == choose_locale(name)
        assert locale in LOCALES

    def test_sentence_without_translation(self) -> None:
        """A sentence that the catalogue lacks comes back as it is; nothing stays nothing."""
        assert "No such sentence." == translate("No such sentence.", "zh_CN")
        assert "" == translate("", "zh_CN")

    def test_sentence_with_translation(self) -> None:
        """A sentence of the catalogue is Chinese for a Chinese reader only."""
        assert "yes" == translate(_("yes"), "en")
        assert "是" == translate(_("yes"), "zh_CN")


class TestValues:
    """How values are written."""

    @pytest.mark.parametrize(
        ("value", "english", "chinese"),
        [
            (True, "yes", "是"),
            (3, "3", "3"),
            ("甲", "甲", "甲"),
            (Level.LOW, "low", "低"),
            (date(2003, 7, 1), "2003-07-01", "2003年7月1日"),
            (Yuan("1234.5"), "1,234.50 yuan", "1,234.50元"),
            (Yuan("-0.01"), "-0.01 yuan", "-0.01元"),
            (Fraction(3, 10), "30%", "30%"),
            ((Level.LOW, 2), "low, 2", "低、2"),
            (frozenset({"b", "a"}), "a, b", "a、b"),
            (Message("{level}!", {"level": Level.LOW}), "low!", "低!"),
        ],
    )
    def test_in_both_languages(self, value: Any, english: str, chinese: str) -> None:
        """Dates, amounts, terms, lists and sentences follow the language."""
        assert (english, chinese) == (show(value, "en"), show(value, "zh_CN"))

    @pytest.mark.parametrize(
        ("share", "text"),
        [
            (Fraction(0), "0%"),
            (Fraction(1), "100%"),
            (Fraction(549, 10000), "5.49%"),
            (Fraction(1, 16), "6.25%"),
            (Fraction(1, 10**6), "0.0001%"),
            (Fraction(1, 10**7), "1/10000000"),
            (Fraction(1, 3), "1/3"),
            (Fraction(1000), "100000%"),
        ],
    )
    def test_share(self, share: Fraction, text: str) -> None:
        """A ratio is a percentage where that has at most four decimals, else a fraction."""
        assert text == show_share(share)

    @given(st.fractions())
    def test_share_loses_nothing(self, share: Fraction) -> None:
        """What is written is exactly the ratio."""
        text = show_share(share)
        read = Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)
        assert share == read

    def test_money_has_two_decimals(self) -> None:
        """Amounts show their fen, and thousands are set apart."""
        assert "1,000,000.00 yuan" == show_money(100_000_000, "en")

    def test_message_is_its_english(self) -> None:
        """A message turned into text is the English sentence."""
        assert "There is no rule x." == str(Message("There is no {kind} x.", {"kind": "rule"}))


def test_babel_is_loaded_on_the_first_number_only() -> None:
    """Terms and sentences need no formatting library."""
    code = (
        "import sys; from gansu_reemployment.i18n import Message, show; "
        "show(True, 'zh_CN'); Message('a').say('zh_CN'); print('babel' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "False" == done.stdout.strip()
