"""The rules of the guarantee fund, with those that a region may set.

银发[2002]394号 articles 5 to 7 are known through local rules that follow them; the sharing of
losses came with 银发[2004]51号.
"""

from datetime import date
from fractions import Fraction
from typing import Final

from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law import Provision, Reading, Rule, reading, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import Bound
from gansu_reemployment.measures.loans.facts import FIRST_LOAN
from gansu_reemployment.measures.loans.notes import DAY_OF_2004, NOTICE_OF_2004, READ_ONCE_2004
from gansu_reemployment.regions import Level

YINFA_2002_394: Final = find_instrument("银发[2002]394号")
YINFA_2003_134: Final = find_instrument("银发[2003]134号")
YINFA_2004_51: Final = find_instrument("银发[2004]51号")

_NOTICE = date(2003, 7, 16)
_SHARING = NOTICE_OF_2004
_AS_BEFORE = date(2006, 1, 12)
_ARTICLE_5 = YINFA_2002_394.reported("第五条")
_ARTICLE_6 = YINFA_2002_394.reported("第六条")
_ARTICLE_7 = YINFA_2002_394.reported("第七条")
_SHARING_3 = YINFA_2004_51.reported("一（三）")
_FIRMS = YINFA_2004_51.reported("二")
_FIRMS_2006 = find_instrument("银发[2006]5号").reported("三")
_BRANCH = _(
    "Known from the rules of one province (article 25): the unit is a branch of the handling bank "
    "at the level of a prefecture."
)
_NONE = Fraction(0)
_ALL = Fraction(1)


class FeeBase(Choice):
    """The amount that the guarantee fee is charged on (担保费计费基数)."""

    PRINCIPAL = "实际担保的贷款本金", "the principal guaranteed"
    BALANCE = "贷款余额", "the balance of the loans"


@rule_table("guarantee", checked=date(2026, 11, 28))
class GuaranteeRules:
    """The rules of the guarantee fund, with those that a region may set."""

    multiple: Rule[int] = stated(
        "担保责任余额为担保基金存款余额的倍数（不超过）",
        "guaranteed balance as a multiple of the fund's deposit, at most",
        Provision(FIRST_LOAN, 5, _ARTICLE_6),
        delegated_to=Level.COUNTY,
        bounds=(Bound(FIRST_LOAN, _ARTICLE_6, least=0, most=5),),
    )
    fee: Rule[Fraction] = stated(
        "担保费年费率（不超过）",
        "guarantee fee a year, at most",
        Provision(FIRST_LOAN, Fraction(1, 100), _ARTICLE_5),
        delegated_to=Level.COUNTY,
        bounds=(Bound(FIRST_LOAN, _ARTICLE_5, least=_NONE, most=Fraction(1, 100)),),
    )
    fee_base: Rule[FeeBase] = stated(
        "担保费计费基数",
        "what the guarantee fee is charged on",
        Provision(FIRST_LOAN, FeeBase.PRINCIPAL, _ARTICLE_5),
        delegated_to=Level.COUNTY,
    )
    borrower_pays: Rule[Fraction] = stated(
        "担保费借款人承担比例",
        "share of the guarantee fee that the borrower pays",
        Provision(FIRST_LOAN, _NONE, _ARTICLE_5),
    )
    stop: Rule[Fraction] = stated(
        "经办银行地（市）级分支机构不良贷款率达到时停止发放新的贷款",
        "bad-loan ratio at which a bank's prefecture branch stops new loans",
        Provision(FIRST_LOAN, Fraction(20, 100), _ARTICLE_7, note=_BRANCH),
        delegated_to=Level.COUNTY,
    )
    resume: Reading = reading(
        "担保基金代偿、不良贷款率下降后，该分支机构恢复发放",
        "the branch resumes once the fund has paid and the ratio has fallen",
        Provision(FIRST_LOAN, None, _ARTICLE_7, note=_BRANCH),
    )
    payment_months: Rule[int] = stated(
        "代偿期限（月，不超过）",
        "months from default to payment by the guarantor, at most",
        Provision(FIRST_LOAN, 3, _ARTICLE_7),
        Provision(_NOTICE, 3, YINFA_2003_134.at("三")),
    )
    yearly_ceiling: Rule[Fraction] = stated(
        "年度代偿率（不超过贷款余额）",
        "compensation in a year, of the balance, at most",
        Provision(FIRST_LOAN, Fraction(20, 100), YINFA_2002_394.assumed("第七条")).noted(
            "Read in the rules of one province; that it is national, and its article, are assumed."
        ),
        delegated_to=Level.COUNTY,
    )
    bank_share: Rule[Fraction] = stated(
        "无担保机构时银行承担损失比例",
        "share of a loss the bank bears where there is no guarantee agency",
        Provision(_SHARING, Fraction(20, 100), _SHARING_3, note=DAY_OF_2004),
        delegated_to=Level.COUNTY,
    )
    bank_share_with_agency: Rule[Fraction] = stated(
        "有担保机构时银行承担损失比例",
        "share of a loss the bank bears where there is an agency",
        # The notice sets a share only where there is no agency; zero with an agency is a reading.
        Provision(_SHARING, _NONE, YINFA_2004_51.assumed("一（三）"), note=DAY_OF_2004),
        delegated_to=Level.COUNTY,
    )
    upper_share: Rule[Fraction] = stated(
        "省级担保基金承担市级基金代偿损失比例（不低于）",
        "share of a prefecture fund's loss that the provincial fund bears, at least",
        Provision(_SHARING, Fraction(10, 100), YINFA_2004_51.at("一（一）"), note=READ_ONCE_2004),
        # The share is that of the provincial fund (省级担保基金).
        delegated_to=Level.PROVINCE,
        bounds=(Bound(_SHARING, YINFA_2004_51.at("一（一）"), least=Fraction(10, 100), most=_ALL),),
    )
    firm_share: Rule[Fraction] = stated(
        "小企业贷款呆坏账财政补偿比例",
        "share of a loss on a loan to a small enterprise that finance makes good",
        Provision(_SHARING, Fraction(10, 100), _FIRMS, note=DAY_OF_2004),
        Provision(_AS_BEFORE, Fraction(10, 100), _FIRMS_2006),
    )
    firm_central_share: Rule[Fraction] = stated(
        "小企业贷款补偿中央财政承担比例",
        "of that, by central finance",
        Provision(_SHARING, Fraction(1, 2), _FIRMS, note=DAY_OF_2004),
        Provision(_AS_BEFORE, Fraction(1, 2), _FIRMS_2006),
    )
