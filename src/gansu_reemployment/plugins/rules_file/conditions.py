"""Conditions by threshold in a rules file (地方规定文件的条件): a fact against a rule's value.

A condition compares a fact with ``equals``, ``at_least`` or ``at_most``; a fact that the measure
lacks is added. Both have names in two languages::

    [[fact]]
    measure = "hardship"
    name = "resident"
    zh = "本市户口"
    en = "resident of the city"

    [[condition]]
    measure = "hardship"
    fact = "resident"
    equals = true
    code = "not-resident"
    zh = "本市户口"
    en = "resident of the city"
    reason_zh = "不是本市户口。"
    reason_en = "Not a resident of the city."
    since = 2003-07-01
    document = "武政发〔2003〕1号"
    article = "第五条"
    standing = "read"
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from attrs import field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import CheckedFacts, meaning
from gansu_reemployment.fact_model import fact as make_fact
from gansu_reemployment.i18n import Bilingual, Choice, _
from gansu_reemployment.law.documents import Citation, Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.tables import rule_table, stated
from gansu_reemployment.money import Yuan
from gansu_reemployment.objects.copies import MadeClass
from gansu_reemployment.plugins.hooks import MADE_BY, LocalCondition, LocalFacts, LocalFormula
from gansu_reemployment.plugins.local_facts import kind_of
from gansu_reemployment.working.terms import Reason


class FactKind(Choice):
    """The type of a fact that a file adds (事实类型)."""

    YES_NO = ("是否", "yes or no")
    NUMBER = ("整数", "a whole number")
    AMOUNT = ("金额", "an amount in yuan")
    DAY = ("日期", "a day")


#: Where a condition keeps the table of the file that states it.
_STATED: Final = "threshold"
_KINDS: Final[Mapping[FactKind, type[Any]]] = {
    FactKind.YES_NO: bool,
    FactKind.NUMBER: int,
    FactKind.AMOUNT: Yuan,
    FactKind.DAY: date,
}


@frozen(kw_only=True, slots=False)
class AddedFact(CheckedFacts):
    """A fact that the place adds to a measure (增加的事实)."""

    measure: str = field(metadata=meaning("措施", "measure"))
    name: str = field(metadata=meaning("名称", "name"))
    zh: str = field(metadata=meaning("中文名称", "Chinese name"))
    en: str = field(metadata=meaning("英文名称", "English name"))
    kind: FactKind = make_fact("类型", "type", default=FactKind.YES_NO)

    def local(self) -> LocalFacts:
        """Return the fact as a plugin in Python would add it."""
        added: Any = make_fact(self.zh, self.en, kind=_KINDS[self.kind])
        return LocalFacts(self.measure, **{self.name: added})


@frozen(kw_only=True, slots=False)
class Threshold(CheckedFacts):
    """A condition of the file (条件): the fact is yes, or not below or not above a number.

    *zh* and *en* name the rule; the two reasons are what an applicant reads.
    """

    measure: str = field(metadata=meaning("措施", "measure"))
    fact: str = field(metadata=meaning("事实", "fact"))
    equals: bool | None = make_fact("应为", "equals")
    at_least: int | None = make_fact("不低于", "at least")
    at_most: int | None = make_fact("不高于", "at most")
    code: str = field(metadata=meaning("理由代码", "code of the reason"))
    zh: str = field(metadata=meaning("中文名称", "Chinese name"))
    en: str = field(metadata=meaning("英文名称", "English name"))
    reason_zh: str = field(metadata=meaning("中文理由", "reason in Chinese"))
    reason_en: str = field(metadata=meaning("英文理由", "reason in English"))
    since: date = field(metadata=meaning("起始日期", "since"))
    until: date | None = make_fact("截止日期", "until")
    document: str = field(metadata=meaning("文件", "document"))
    article: str = make_fact("条款", "article", default="")
    standing: Standing = field(metadata=meaning("来源等级", "standing"))

    def contradictions(self) -> list[Fault]:
        """Return the fault of a condition without a threshold, or with several."""
        given = [one for one in (self.equals, self.at_least, self.at_most) if one is not None]
        if len(given) == 1:
            return []
        return [Fault.at("fact", _("one of equals, at_least and at_most is needed"))]

    def local(self, cite: Citation, prefix: str) -> LocalCondition:
        """Return the condition as a plugin in Python would state it, with its rule at *prefix*."""
        bound = next(b for b in (self.equals, self.at_least, self.at_most) if b is not None)
        table = _table(prefix, self.zh, self.en, Provision(self.since, bound, cite, self.until))
        name, reason = self.fact, Reason(self.code, Bilingual(self.reason_zh, self.reason_en))
        below, above = self.at_least is not None, self.at_most is not None

        def threshold(w: Any, facts: Any, rules: Any) -> None:
            value, limit = getattr(facts, name), w.use(rules.limit)
            met = value >= limit if below else value <= limit if above else value == limit
            w.require(rules.limit, met, reason)

        threshold.__annotations__ = {"rules": table}
        vars(threshold)[_STATED] = self
        vars(threshold)[MADE_BY] = (Threshold.local, (self, cite, prefix))
        return LocalCondition(self.measure, threshold)


def stated_threshold(local: LocalFormula) -> Threshold | None:
    """Return the table of a file that states the condition, if one does."""
    found: Threshold | None = vars(local.formula).get(_STATED)
    return found


def stated_facts(added: LocalFacts) -> Iterator[AddedFact]:
    """Yield added facts as a file states them."""
    kinds = {kind: member for member, kind in _KINDS.items()}
    for name, one in added.facts.items():
        zh, en = one.metadata["zh"], one.metadata["en"]
        if kind_of(one) in kinds:
            member = kinds[kind_of(one)]
            yield AddedFact(measure=added.measure, name=name, zh=zh, en=en, kind=member)


@cache
def _table(prefix: str, zh: str, en: str, row: Provision[Any]) -> type[Any]:
    """Build the table of one rule."""
    body = {
        "__annotations__": {"limit": Rule[Any]},
        "__module__": __name__,
        "__qualname__": f"Threshold_{prefix}",
        "limit": stated(zh, en, row),
        "made_by": (_table, (prefix, zh, en, row)),
    }
    made = MadeClass("ThresholdRules", (), body)
    table: type[Any] = rule_table(prefix, checked=row.since)(made)
    return table
