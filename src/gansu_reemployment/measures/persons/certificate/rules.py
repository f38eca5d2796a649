"""The rules of the certificate (再就业优惠证).

A rule known only from another place is cited from that place. Time limits, the last day of a
generation of cards and the years before retirement are local and have no national value.
"""

from datetime import date
from typing import Final

from gansu_reemployment.i18n import Choice
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import NO_TEXT
from gansu_reemployment.law.vocabulary import OpenChoice
from gansu_reemployment.measures.persons.facts import GROUPS_2002, GROUPS_2006, EntitledGroup
from gansu_reemployment.regions import Level

JIANGXI_CERTIFICATE_2006: Final = find_instrument("江西省2006年再就业优惠证规定")
GANZHENGFA_2005_96: Final = find_instrument("甘政发〔2005〕96号")
GUOFA_2005_36: Final = find_instrument("国发[2005]36号")
LAOSHEBUFA_2006_6: Final = find_instrument("劳社部发[2006]6号")
ZHONGFA_2002_12: Final = find_instrument("中发[2002]12号")

_FIRST = date(2002, 9, 30)
_SECOND = date(2006, 1, 1)
_CLASSES = date(2006, 1, 20)
_REPORTED_2002 = ZHONGFA_2002_12.reported()
_ASSUMED_2002 = ZHONGFA_2002_12.assumed()
_REPORTED_2005 = GUOFA_2005_36.reported()
_CLASSES_2006 = LAOSHEBUFA_2006_6.at("一(一)")
_JIANGXI = JIANGXI_CERTIFICATE_2006.reported()
_EXCLUSIONS = find_instrument("广东省再就业优惠证办法").reported("第五条")


class CardClass(Choice):
    """The help that a card opens (优惠证类别)."""

    FULL = "全部扶持政策", "the whole of the policy"
    WITHOUT_TAX = "税收以外的扶持政策", "help other than tax relief"


class Classes(Choice):
    """How narrowly the groups are defined (人员类别口径)."""

    WIDE = "按人员范围", "as the groups are named"
    NARROW = "按细分条件", "with the narrower conditions of each group"


class YearlyCheck(Choice):
    """Whether a card is checked every year (年检)."""

    NONE = "不要求年检", "not asked"
    YEARLY = "每年检验，未检验的无效", "every year; an unchecked card is void"


class CardNearRetirement(Choice):
    """The note on the card of a person near retirement (临近退休人员)."""

    NOTHING = "不注明截止日期", "no expiry is noted"
    EXPIRY = "注明截止日期", "the expiry is noted"


class Generation(Choice):
    """Whether a generation of cards ends on a day (本批优惠证是否有截止日)."""

    OPEN = "未定截止日", "no end is set"
    ENDS = "有截止日", "ends on a day"


class Area(Choice):
    """Where a card is valid (有效地域)."""

    PROVINCE = "全省有效", "in the whole province"
    CITY = "本市有效", "in the city that issued it"


class Paper(OpenChoice):
    """A paper of the application (申领材料); a place may add others by ``Paper.local``."""

    IDENTITY_CARD = "居民身份证", "identity card"
    HOUSEHOLD_BOOK = "户口簿", "household book"
    COMMITTEE_PROOF = "居民委员会证明", "proof of status from the residents' committee"
    UNEMPLOYMENT_CERTIFICATE = "经审核的失业证", "checked unemployment certificate"
    INSURANCE_BOOKLET = "社会保险手册", "insurance booklet"
    SETTLEMENT_PROOF = "一次性安置证明", "proof of the lump-sum settlement"
    ALLOWANCE_PROOF = "享受低保证明", "proof of the minimum living allowance"


_COMMON = frozenset({Paper.IDENTITY_CARD, Paper.HOUSEHOLD_BOOK, Paper.COMMITTEE_PROOF})
_UNEMPLOYED = frozenset({Paper.UNEMPLOYMENT_CERTIFICATE, Paper.INSURANCE_BOOKLET})


@rule_table("certificate", checked=date(2026, 11, 28))
class CertificateRules:
    """The rules of the certificate; a region may set those that are delegated."""

    # The place adds groups by ``widened`` and at its own cost; it does not change these. For the
    # insurance subsidy it may, so ``insurance.groups`` is a rule of its own.
    groups: Rule[frozenset[EntitledGroup]] = stated(
        "人员范围",
        "entitled groups",
        Provision(_FIRST, GROUPS_2002, _REPORTED_2002),
        Provision(_SECOND, GROUPS_2006, _REPORTED_2005),
    )
    widened: Rule[frozenset[EntitledGroup]] = stated(
        "地方扩大的人员范围",
        "groups that the place adds at its own cost",
        Provision(_FIRST, frozenset(), _ASSUMED_2002, note=NO_TEXT),
        Provision(_CLASSES, frozenset(), LAOSHEBUFA_2006_6.at("一(一)3")).noted(
            "The province may add persons of factory-run collectives closed in special "
            "difficulty. No such group is known for Gansu: the row is empty by default only."
        ),
        delegated_to=Level.PROVINCE,
    )
    classes: Rule[Classes] = stated(
        "人员类别口径",
        "how wide the groups are drawn",
        Provision(_FIRST, Classes.WIDE, _REPORTED_2002),
        Provision(_CLASSES, Classes.NARROW, _CLASSES_2006),
    )
    narrowed: Rule[frozenset[EntitledGroup]] = stated(
        "有细分条件的人员类别",
        "groups that have narrower conditions",
        Provision(_CLASSES, GROUPS_2002, _CLASSES_2006),
    )
    ability: Reading = reading(
        "有劳动能力和就业愿望", "able and willing to work", cited(_FIRST, _REPORTED_2002)
    )
    without_work: Reading = reading(
        "下岗或者失业", "laid off or unemployed", cited(_FIRST, _REPORTED_2002)
    )
    exclusions: Reading = reading(
        "不属于不予发证的人员",
        "not one of those left without a certificate",
        cited(_FIRST, _EXCLUSIONS).noted(
            "The words are those of Guangdong and other places; that they hold for the "
            "whole country is a reading."
        ),
    )
    retirement: Reading = reading(
        "未退休（退休即收回）",
        "not retired (the card is withdrawn then)",
        cited(_FIRST, _ASSUMED_2002).noted(
            "A retired person is neither laid off nor unemployed; texts since 2006 say so."
        ),
        cited(_SECOND, GANZHENGFA_2005_96.reported("二(八)")).noted(
            "The words are those of Gansu and other places."
        ),
    )
    annual_check: Rule[YearlyCheck] = stated(
        "年检",
        "annual check",
        Provision(_FIRST, YearlyCheck.NONE, _ASSUMED_2002, note=NO_TEXT),
        delegated_to=Level.COUNTY,
    )
    near_retirement: Rule[CardNearRetirement] = stated(
        "临近退休人员",
        "persons near retirement",
        Provision(_FIRST, CardNearRetirement.NOTHING, _ASSUMED_2002, note=NO_TEXT),
        delegated_to=Level.COUNTY,
    )
    near_years: Rule[int] = stated(
        "距退休年数（不足）", "fewer years than this to retirement", delegated_to=Level.COUNTY
    )
    personal: Reading = reading(
        "实名制，不得转借、转让",
        "for the bearer only",
        cited(_FIRST, _ASSUMED_2002).noted(
            "Read of the cards of 2006 only; that the first cards were personal too is a reading."
        ),
        cited(_SECOND, _JIANGXI).noted(
            "The words are those of Jiangxi; 甘政发〔2005〕96号 二(八) says the same of "
            "the cards of Gansu. For other places it is a reading."
        ),
    )
    area: Rule[Area] = stated("有效地域", "area of validity", delegated_to=Level.COUNTY)
    generation: Rule[Generation] = stated(
        "本批优惠证是否有截止日",
        "whether this generation of cards ends",
        Provision(_FIRST, Generation.OPEN, _ASSUMED_2002, note=NO_TEXT),
        delegated_to=Level.COUNTY,
    )
    valid_until: Rule[date] = stated(
        "本批优惠证截止日", "last day of this generation of cards", delegated_to=Level.COUNTY
    )
    papers: Rule[frozenset[Paper]] = stated(
        "申领材料",
        "papers of everyone",
        Provision(_FIRST, _COMMON, _REPORTED_2002),
        delegated_to=Level.COUNTY,
    )
    papers_unemployed: Rule[frozenset[Paper]] = stated(
        "国有企业失业人员另交材料",
        "further papers of the unemployed of state enterprises",
        Provision(_FIRST, _UNEMPLOYED, _REPORTED_2002),
        delegated_to=Level.COUNTY,
    )
    papers_closed: Rule[frozenset[Paper]] = stated(
        "关闭破产企业人员另交材料",
        "further papers of persons of closed enterprises",
        Provision(_FIRST, frozenset({Paper.SETTLEMENT_PROOF}), _REPORTED_2002),
        delegated_to=Level.COUNTY,
    )
    papers_allowance: Rule[frozenset[Paper]] = stated(
        "低保人员另交材料",
        "further papers of persons on the living allowance",
        Provision(_FIRST, frozenset({Paper.ALLOWANCE_PROOF}), _REPORTED_2002),
        delegated_to=Level.COUNTY,
    )
    public_notice: Rule[bool] = stated("公示", "public notice", delegated_to=Level.COUNTY)
    notice_days: Rule[int] = stated("公示日数", "days of public notice", delegated_to=Level.COUNTY)
    check_days: Rule[int] = stated(
        "审核工作日（含公示）",
        "working days to check, with the public notice",
        delegated_to=Level.COUNTY,
    )
    approval_days: Rule[int] = stated(
        "审批工作日", "working days to approve", delegated_to=Level.COUNTY
    )
