"""What comes out of a working: its status, its parts, its stable JSON form and its explanation."""

import copy
import json
import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final, Generic

import pytest
from attrs import field, frozen

from gansu_reemployment.errors import NotDecidedError, TruthValueError, UnknownNameError
from gansu_reemployment.fact_model import CheckedFacts, Known, U, fact
from gansu_reemployment.i18n import Choice, Message
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import rule
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Level, Region, find_region
from gansu_reemployment.testing import IDENTITY
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.entries import Step
from gansu_reemployment.working.measure import measure
from gansu_reemployment.working.outcome import (
    Basis,
    Decided,
    Outcome,
    Provenance,
    Refused,
    Undecided,
)
from gansu_reemployment.working.outcome_json import JSON_FORMAT, plain
from gansu_reemployment.working.protocol import Working
from gansu_reemployment.working.terms import Reason

DAY: Final = date(2004, 2, 29)
PAPER: Final = Instrument(
    "试字[2003]1号", "关于补助的通知", ("某部",), date(2003, 2, 1), date(2003, 1, 1)
)
READ = PAPER.at("第一条")
LOCAL = Provision(DAY, Yuan(7), PAPER.at("第二条", Standing.ASSUMED), region="620500")
NORM = rule(
    "grant.norm",
    "标准",
    "standard",
    Provision(date(2003, 1, 1), Yuan(5), READ),
    delegated_to=Level.COUNTY,
).amended([LOCAL])
OPENED = rule("grant.opened", "已开业", "opened", Provision(date(2003, 1, 1), True, READ))
CLOSED = Reason("closed", "The business is not open.")


@frozen(kw_only=True, slots=False)
class Claim(CheckedFacts, Generic[U]):
    """Two facts."""

    opened: bool | U = fact("已开业", "opened")
    wage: Yuan | U = fact("工资", "wage")


@frozen
class Grant:
    """A result of two fields."""

    amount: Yuan = field(metadata={"zh": "金额", "en": "amount"})
    until: date = field(metadata={"zh": "截止日期", "en": "until"})


@frozen(kw_only=True, slots=False)
class Born(CheckedFacts):
    """A day of birth."""

    born_on: date | None = fact("出生日期", "date of birth")


class Kind(Choice):
    """A term of the law."""

    GENERAL = "一般", "general"


@measure("补助", "Grant")
def grant(w: Working, claim: Claim[Known], _rules: object) -> Grant:
    """Return the smaller of wage and standard to who has opened."""
    w.require(OPENED, claim.opened, CLOSED)
    return Grant(w.step("the smaller", min(claim.wage, w.use(NORM))), w.year_end())


GRANT = grant
BASIS = Basis(
    GRANT,
    "620500",
    Provenance("26.1", "0123456789abcdef", ("a-plugin 1",)),
    (find_region("天水市"),),
)


#: The fact of most cases here.
YES: Final = True


def work(opened: Any = YES, wage: Any = 6) -> Outcome[Grant]:
    """Work one claim."""
    case = CaseWorking(DAY, BASIS)
    amount = None if wage is None else Yuan(wage)
    outcome: Outcome[Grant] = grant(case, case.read(Claim(opened=opened, wage=amount)), None)
    return outcome


def _pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


class TestStatus:
    """How a working ends."""

    @pytest.mark.parametrize(
        ("opened", "wage", "status"),
        [
            (True, 6, "decided"),
            (False, 6, "refused"),
            (False, None, "refused"),
            (None, 6, "undecided"),
            (True, None, "undecided"),
        ],
    )
    def test_status(self, opened: Any, wage: Any, status: str) -> None:
        """A reason against goes before an open question, and only a decided case has a value."""
        outcome = work(opened, wage)
        assert status == outcome.status
        assert (status == "decided") == (outcome.value is not None)

    def test_nothing_is_a_value(self) -> None:
        """Zero yuan is granted, not refused."""
        outcome = work(wage=0)
        assert ("decided", Yuan(0)) == (outcome.status, outcome.value and outcome.value.amount)


class TestUnwrap:
    """The value, or the reason why there is none."""

    def test_decided(self) -> None:
        """A decided outcome returns its value."""
        assert Grant(Yuan(6), date(2004, 12, 31)) == work().unwrap()

    @pytest.mark.parametrize(
        ("opened", "wage", "en", "zh"),
        [
            (
                False,
                6,
                "refused and has no value:\n  The business is not open. (closed)",
                "（closed）",
            ),
            (
                None,
                None,
                "undecided and has no value. Missing:\n  opened (opened)\n  wage (wage)",
                "缺少：\n  已开业（opened）\n  工资（wage）",
            ),
        ],
    )
    def test_without_a_value(self, opened: Any, wage: Any, en: str, zh: str) -> None:
        """The error names every refusal, or everything missing, in both languages."""
        with pytest.raises(NotDecidedError) as caught:
            work(opened, wage).unwrap()
        assert str(caught.value).endswith(en)
        assert caught.value.say("zh_CN").endswith(zh)

    def test_no_truth_value(self) -> None:
        """An outcome is no condition: neither a refusal nor an open question is false."""
        for outcome in (work(), work(opened=False), work(opened=None)):
            with pytest.raises(TruthValueError, match="neither true nor false"):
                assert outcome

    def test_classes_and_matching(self) -> None:
        """Each status has its class, whose value a match takes apart."""
        match work():
            case Decided(value=value):
                assert Yuan(6) == value.amount
            case other:
                pytest.fail(other.status)
        assert [Refused, Undecided] == [type(work(opened=False)), type(work(opened=None))]


class TestEquality:
    """Outcomes as values."""

    def test_equal_and_hashable(self) -> None:
        """The same facts under the same law make equal outcomes, which are one in a set."""
        assert 1 == len({work(), work()})
        assert 4 == len({work(), work(wage=5), work(opened=False), work(opened=None)})

    def test_facts_are_those_that_were_read(self) -> None:
        """An outcome knows its facts; they are part of it."""
        assert Claim(opened=True, wage=Yuan(6)) == work().facts
        assert work(wage=8) != work(wage=9)
        assert work(wage=8).value == work(wage=9).value


class TestParts:
    """What an outcome holds besides its value."""

    def test_steps_and_citations(self) -> None:
        """Each step is there in order, and each row once, with its layer."""
        outcome = work()
        assert (Step("the smaller", Yuan(6)),) == outcome.steps
        keys = ["grant.opened@2003-01-01", "grant.norm@2004-02-29@620500"]
        assert keys == [used.key for used in outcome.citations]
        assert GRANT is outcome.measure

    def test_region_of_a_plugin(self) -> None:
        """A place that a plugin declared is found before the built-in ones."""
        own = Region("370200", "青岛市", "Qingdao City", Level.PREFECTURE)
        basis = Basis(places=(own,))
        assert (own, find_region("620500")) == (basis.place("370200"), basis.place("620500"))

    def test_copies(self) -> None:
        """An outcome comes back whole from another process."""
        outcome = work()
        for copied in (copy.deepcopy(outcome), copy.copy(outcome), _pickled(outcome)):
            assert (outcome, hash(outcome)) == (copied, hash(copied))
            assert outcome.explain("en") == copied.explain("en")


JSON_OF_A_DECIDED_CASE: Final = {
    "format": "gansu_reemployment/outcome/2",
    "measure": "grant",
    "on": "2004-02-29",
    "region": "620500",
    "supposed": [],
    "status": "decided",
    "value": {"amount": "6.00", "until": "2004-12-31"},
    "steps": [{"label": "the smaller", "value": "6.00"}],
    "refusals": [],
    "missing": [],
    "facts": {"opened": True, "wage": "6.00"},
    "citations": [
        {
            "rule": "grant.opened",
            "since": "2003-01-01",
            "value": True,
            "region": None,
            "document": "试字[2003]1号",
            "article": "第一条",
            "standing": "read",
        },
        {
            "rule": "grant.norm",
            "since": "2004-02-29",
            "value": "7.00",
            "region": "620500",
            "document": "试字[2003]1号",
            "article": "第二条",
            "standing": "assumed",
        },
    ],
    "provenance": {"library": "26.1", "rulebook": "0123456789abcdef", "plugins": ["a-plugin 1"]},
}


class TestJson:
    """The JSON form, which others read."""

    def test_form_is_stable(self) -> None:
        """The form of this version is exactly this, down to the order of the keys."""
        found = work().as_json()
        assert JSON_OF_A_DECIDED_CASE == found
        assert list(JSON_OF_A_DECIDED_CASE) == list(found)
        assert JSON_FORMAT == found["format"]

    @pytest.mark.parametrize(("opened", "wage"), [(True, 6), (False, None), (None, None)])
    def test_every_outcome_is_json(self, opened: Any, wage: Any) -> None:
        """Whatever came out is written and read back as it was, the same each time."""
        found = work(opened, wage).as_json()
        assert found == json.loads(json.dumps(found)) == work(opened, wage).as_json()
        assert found == json.loads(work(opened, wage).as_json_text())

    def test_refused_and_undecided(self) -> None:
        """A refusal names the row it rests on; open questions stand beside it."""
        found = work(opened=False, wage=None).as_json()
        expected = {
            "code": "closed",
            "text": "The business is not open.",
            "rests_on": "grant.opened@2003-01-01",
        }
        assert ("refused", None, [expected], ["wage"]) == (
            found["status"],
            found["value"],
            found["refusals"],
            found["missing"],
        )

    def test_without_a_measure(self) -> None:
        """A formula that is tried out alone has neither measure nor place."""
        found = CaseWorking(DAY).outcome(Yuan(1)).as_json()
        assert (None, None, None) == (found["measure"], found["region"], found["provenance"])

    @pytest.mark.parametrize(
        ("value", "written"),
        [
            (None, None),
            (True, True),
            (3, 3),
            ("甲", "甲"),
            (Kind.GENERAL, "general"),
            (Yuan("1.50"), "1.50"),
            (Decimal("0.0549"), "0.0549"),
            (Fraction(1, 3), "1/3"),
            (DAY, "2004-02-29"),
            ((1, Yuan(2)), [1, "2.00"]),
            (frozenset({3, 1, 2}), [1, 2, 3]),
            ({Kind.GENERAL: Yuan(1)}, {"general": "1.00"}),
            (MappingProxyType({1: DAY}), {"1": "2004-02-29"}),
            (Grant(Yuan(1), DAY), {"amount": "1.00", "until": "2004-02-29"}),
        ],
    )
    def test_plain_values(self, value: Any, written: Any) -> None:
        """Money and ratios are text, terms their codes, sets sorted, records tables."""
        assert written == plain(value)
        assert type(written) is type(plain(value))


#: A source that is younger than the rule that it makes.
FIRST: Final = (
    "《关于补助的通知》（试字[2003]1号）第一条, issued 2003-02-01, in force from 2003-01-01"
)


class TestExplanation:
    """The outcome told line by line."""

    def test_decided_in_english(self) -> None:
        """Head, result, the way to it with the layer of each row, and the sources."""
        assert [
            "Grant under the law of 2004-02-29, Tianshui City",
            "Result:",
            "  amount: 6.00 yuan",
            "  until: 2004-12-31",
            "How:",
            "  ✓ opened [1]",
            "  · standard: 7.00 yuan (Tianshui City) [2]",
            "  = the smaller: 6.00 yuan",
            "Sources:",
            f"  [1] {FIRST}",
            "  [2] 《关于补助的通知》（试字[2003]1号）第二条 (assumed)",
        ] == work().explain("en").splitlines()

    def test_decided_in_chinese(self) -> None:
        """Terms, dates and amounts are Chinese; Chinese is the language unless one is named."""
        lines = work().explain().splitlines()
        assert "补助（适用2004年2月29日的规定，天水市）" == lines[0]
        assert "  金额：6.00元" == lines[2]
        assert "  · 标准：7.00元（天水市） [2]" in lines
        assert lines == work().explain("zh_CN").splitlines()

    @pytest.mark.parametrize(
        ("locale", "lines"),
        [
            (
                "en",
                ["Undecided: these facts are missing.", "  - opened (opened)", "  - wage (wage)"],
            ),
            ("zh_CN", ["  - 已开业（opened）", "  - 工资（wage）"]),
        ],
    )
    def test_undecided(self, locale: str, lines: list[str]) -> None:
        """Every open question is named by the term of its fact."""
        told = work(opened=None, wage=None).explain(locale).splitlines()
        assert set(lines) <= set(told)

    def test_refused(self) -> None:
        """Every reason against stands with its source, and the condition is marked."""
        told = work(opened=False).explain("en").splitlines()
        assert "  - The business is not open. [1]" in told
        assert "  ✗ opened [1]: The business is not open" in told

    def test_missing_name_that_is_no_fact(self) -> None:
        """What a case without a measure lacks is named as it is."""
        outcome: Outcome[Any] = Undecided(DAY, (), Basis(), None, ("years[0].tax",))
        assert "  - years[0].tax" in outcome.explain("en").splitlines()

    def test_values_are_marked_sentences_too(self) -> None:
        """A message among the values is said in the language of the whole."""
        outcome: Outcome[Any] = Decided(DAY, (), Basis(), None, Message("{n} of them", {"n": 2}))
        assert "Result: 2 of them" in outcome.explain("en").splitlines()

    def test_unmet_condition_stands_once(self) -> None:
        """Of two conditions of one rule the met one is not told beside the other."""
        case = CaseWorking(DAY, BASIS)
        for met in (True, False):
            case.require(OPENED, met, CLOSED)
        told = case.outcome(None).explain("en").splitlines()
        assert ["  ✗ opened [1]: The business is not open"] == [
            line for line in told if "opened" in line
        ]

    def test_facts_are_told_on_request(self) -> None:
        """With the facts, what is known is told, and the age of a person."""
        facts = Claim(opened=True)
        assert "Facts: opened: yes" in work().explain("en", facts=facts).splitlines()
        born = Born(born_on=date(1964, 2, 29))
        assert "2004年2月29日的周岁：40" in work().explain(facts=born).splitlines()

    @pytest.mark.parametrize("locale", ["en", "EN_GB", "C", "", "zh", "zh-Hans", "zh_CN.UTF-8"])
    def test_spellings_of_the_language(self, locale: str) -> None:
        """Chinese and English are known however they are written."""
        wanted = work().explain("zh_CN" if locale.startswith("zh") else "en")
        assert wanted == work().explain(locale)

    @pytest.mark.parametrize("locale", ["fr", "zhong", "english"])
    def test_other_language_is_refused(self, locale: str) -> None:
        """Nothing is told in English to one who asked for another language."""
        with pytest.raises(UnknownNameError, match=r"no language .* Did you mean en, zh_CN"):
            work().explain(locale)


class TestRepr:
    """An outcome in one line."""

    def test_what_a_reader_looks_for(self) -> None:
        """Measure, day, place, status and value."""
        assert "Outcome(grant, 2004-02-29, 620500, refused, None)" == repr(work(opened=False))
        assert "Outcome(None, 2004-02-29, 000000, decided, 1.00)" == str(
            CaseWorking(DAY).outcome(Yuan(1))
        )

    def test_long_values_are_cut_and_numbers_masked(self) -> None:
        """Neither a whole table nor an identity number gets into a log."""
        told = repr(CaseWorking(DAY).outcome((IDENTITY, "x" * 200)))
        assert IDENTITY not in told
        assert len(told) < 150


def test_provenance_says_what_computed() -> None:
    """The version and the plugins are shown, and decide whether two are equal."""
    one = Provenance("26.1", "0123456789abcdef", ("a-plugin 1",))

    assert "Provenance('26.1', plugins=('a-plugin 1',))" == repr(one)
    assert hash(one) == hash(Provenance("26.1", "0123456789abcdef", ("a-plugin 1",)))
