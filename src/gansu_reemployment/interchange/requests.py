"""A case asked for in JSON (以 JSON 提出的个案), and the bureau that answers it.

>>> from gansu_reemployment import load_host
>>> desk = Desk(load_host([]))
>>> desk.work(read_request({
...     "measure": "micro_profit", "on": "2003-07-01",
...     "facts": {"item": "repair", "in_community": True},
... })).value
True
"""

from collections import OrderedDict
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import attrs
from attrs import field, frozen

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.fact_model.readers import read_facts, read_value
from gansu_reemployment.fact_model.values import join
from gansu_reemployment.i18n import _
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.regions import GANSU_ID
from gansu_reemployment.working.outcome import Outcome

#: The number of bureaus kept ready; a further one replaces the least recently used.
_KEPT: Final = 64


@frozen(kw_only=True)
class Supposed:
    """A hypothetical value of a rule from a day on, in the form in which outcomes name it."""

    rule: str = field(metadata={"zh": "规定", "en": "rule"})
    since: date = field(metadata={"zh": "起始日", "en": "first day"})
    value: Any = field(metadata={"zh": "假设值", "en": "value"})


@frozen(kw_only=True)
class Request:
    """A request for one case: the measure, the day whose law applies, the place and the facts.

    *as_known* is the day whose knowledge of the law is used, *supposing* holds hypothetical values.
    *id* is any value by which the caller matches the answer to its request.
    """

    measure: str = field(metadata={"zh": "措施", "en": "measure"})
    on: date = field(metadata={"zh": "适用日期", "en": "day"})
    facts: Mapping[str, Any] = field(metadata={"zh": "事实", "en": "facts"})
    region: str = field(default=GANSU_ID, metadata={"zh": "地区", "en": "region"})
    as_known: date | None = field(default=None, metadata={"zh": "知悉日", "en": "known on"})
    supposing: tuple[Supposed, ...] = field(default=(), metadata={"zh": "假设", "en": "supposed"})
    id: Any = field(default=None, metadata={"zh": "编号", "en": "id"})


def read_request(data: Any, **given: Any) -> Request:
    """Read a request from JSON's own types; *given* are parts that the caller supplies.

    Raises:
        InvalidFactsError: with every fault and its path.
    """
    if not isinstance(data, Mapping):
        raise InvalidFactsError([Fault.at("request", _("an object of JSON is needed"))])
    return read_facts(Request, {**data, **given})


def read_at(path: str, kind: Any, value: Any) -> Any:
    """Read one plain value as *kind*; each fault has its path below *path*.

    Raises:
        InvalidFactsError: with every fault.
    """
    try:
        return read_value(kind, value)
    except InvalidFactsError as error:
        faults = [attrs.evolve(fault, path=join(path, fault.path)) for fault in error.faults]
        raise InvalidFactsError(faults) from None


@frozen(slots=False)
class Desk:
    """Answers requests with the rules of a host (受理台); it may be shared by threads."""

    host: Host
    _bureaus: OrderedDict[Any, Bureau] = field(factory=OrderedDict, init=False, repr=False)

    def work(self, request: Request) -> Outcome[Any]:
        """Evaluate the measure that *request* asks for.

        Raises:
            UnknownNameError: there is no such measure, region or rule.
            InvalidFactsError: facts have faults; each has its path below ``facts``.
            AmendmentError: a value cannot be supposed.
        """
        bureau = self.bureau(request)
        kind = bureau.find_measure(request.measure).facts
        facts = read_facts(kind, request.facts, path="facts")
        return bureau.work(request.measure, facts, on=request.on)

    def bureau(self, request: Request) -> Bureau:
        """Return the bureau of the request's place, under the law that it asks for."""
        if request.supposing:
            return self._supposing(self._kept(request.region, request.as_known), request)
        return self._kept(request.region, request.as_known)

    def _kept(self, region: str, day: date | None) -> Bureau:
        key = (self.host.regions.find(region).id, day)
        bureau = self._bureaus.get(key)
        if bureau is None:
            bureau = Bureau.of(region, host=self.host)
            bureau = bureau.as_known(day) if day else bureau
            self._bureaus[key] = bureau
            while len(self._bureaus) > _KEPT:
                self._bureaus.popitem(last=False)
        return bureau

    @staticmethod
    def _supposing(bureau: Bureau, request: Request) -> Bureau:
        book = bureau.rulebook
        for number, one in enumerate(request.supposing):
            value = read_at(f"supposing[{number}].value", book.kind(one.rule), one.value)
            book = book.supposing({one.rule: value}, since=one.since)
        return bureau.with_rules(book)
