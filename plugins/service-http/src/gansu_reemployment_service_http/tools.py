"""The tools of an assistant (助手工具): find a rule, list facts, work a case, explain it.

Each answer is an object of JSON and names its sources: the citations, and under ``documents`` every
document that is cited, with the addresses at which it was read if there are any.

>>> from gansu_reemployment import load_host
>>> from gansu_reemployment_service_http.tools import TOOLS, Toolbox
>>> asked = {"words": "loan.norm", "on": "2003-07-01"}
>>> answer = TOOLS["find_rules"].answer(Toolbox.of(load_host([])), asked)
>>> [(row["value"], row["document"]) for row in answer["rules"][0]["rows"]]
[('20000.00', '银发[2002]394号')]
>>> [document["name"] for document in answer["documents"]]
['银发[2002]394号']
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Self

from attrs import frozen

from gansu_reemployment.errors import RuleNotInForceError
from gansu_reemployment.interchange import (
    Desk,
    all_measures,
    measure_as_json,
    read_request,
    rule_as_json,
    rules_as_json,
)
from gansu_reemployment.ledger import read_facts
from gansu_reemployment_service_http.explaining import explanation
from gansu_reemployment_service_http.openapi import DAY, OBJECT, SUPPOSED, TEXT

if TYPE_CHECKING:
    from gansu_reemployment.plugins import Host

Data = dict[str, Any]
#: How many rules one answer lists.
MOST_RULES: Final = 20


@frozen
class Toolbox:
    """The tools' sources: the desk, the documents by name, and the language of texts."""

    desk: Desk
    documents: Mapping[str, Data]
    locale: str = "en"

    @classmethod
    def of(cls, host: "Host", locale: str = "en") -> Self:
        """Return the toolbox of the plugins of *host*."""
        return cls(Desk(host), documents_of(rules_as_json(host)), locale)

    def cited(self, citations: Iterable[Mapping[str, Any]]) -> list[Data]:
        """Return the documents that *citations* name, each once."""
        names = dict.fromkeys(one["document"] for one in citations)
        return [self.documents[name] for name in names if name in self.documents]


def documents_of(data: Data) -> dict[str, Data]:
    """Return the documents of :func:`rules_as_json` by their names."""
    return {one["name"]: one for one in data["documents"]}


@frozen
class Tool:
    """A tool: its title and description, the properties of its arguments, and its answer."""

    title: str
    description: str
    properties: Data
    required: tuple[str, ...]
    answer: Callable[[Toolbox, Data], Data]

    def schema(self, box: Toolbox) -> Data:
        """Return the JSON Schema of the arguments."""
        properties = dict(self.properties)
        if "measure" in properties:
            names = [one.name for one in all_measures(box.desk.host)]
            properties["measure"] = {**TEXT, "enum": names}
        return {
            "type": "object",
            "properties": properties,
            "required": list(self.required),
            "additionalProperties": False,
        }


@frozen(kw_only=True)
class _RulesAsked:
    words: str
    region: str = ""
    on: date | None = None
    as_known: date | None = None


@frozen(kw_only=True)
class _FactsAsked:
    measure: str
    region: str = ""


def find_rules(box: Toolbox, data: Data) -> Data:
    """Return the rules that have all words in their path or names, with their rows.

    Raises:
        GansuError: the arguments have faults, or there is no such region.
    """
    asked = read_facts(_RulesAsked, data)
    found = box.desk.host.everywhere.search(asked.words)
    rules = [_rule(box.desk.host, one.path, asked) for one in found[:MOST_RULES]]
    documents = box.cited(row for one in rules for row in one["rows"])
    return {"rules": rules, "more": len(found) - len(rules), "documents": documents}


def _rule(host: "Host", path: str, asked: _RulesAsked) -> Data:
    """Return a rule; without rows if none is in force on the day."""
    place: Data = {"region": asked.region, "as_known": asked.as_known}
    try:
        return rule_as_json(host, path, on=asked.on, **place)
    except RuleNotInForceError:
        return {**rule_as_json(host, path, **place), "rows": []}


def list_facts(box: Toolbox, data: Data) -> Data:
    """Return a measure with its facts, refusals and rules, and the sources of these rules.

    Raises:
        GansuError: the arguments have faults, or there is no such measure or region.
    """
    asked, host = read_facts(_FactsAsked, data), box.desk.host
    region = host.regions.find(asked.region) if asked.region else None
    found = measure_as_json(host, asked.measure, region)
    keys = ("document", "article", "standing")
    sources = [
        {"rule": path, **{key: row[key] for key in keys}}
        for path in found["rules"]
        for row in rule_as_json(host, path, region=asked.region)["rows"]
    ]
    return {**found, "sources": sources, "documents": box.cited(sources)}


def work_case(box: Toolbox, data: Data) -> Data:
    """Return the outcome of a case, with its citations.

    Raises:
        GansuError: the case has faults.
    """
    outcome = box.desk.work(read_request(data)).as_json()
    return {"outcome": outcome, "documents": box.cited(outcome["citations"])}


def explain_case(box: Toolbox, data: Data) -> Data:
    """Return the explanation of a case in words, with its citations.

    Raises:
        GansuError: the case has faults, or there is no such language.
    """
    locale = str(data.get("language", box.locale))
    asked = read_request({name: value for name, value in data.items() if name != "language"})
    outcome = box.desk.work(asked)
    citations = outcome.as_json()["citations"]
    return {
        "explanation": explanation(box.desk, asked, outcome, locale),
        "citations": citations,
        "documents": box.cited(citations),
    }


_PLACE: Final = {"region": {**TEXT, "description": "name or code of a region, such as 620500"}}
_KNOWN: Final = {"as_known": {**DAY, "description": "day whose knowledge of the law is used"}}
_DAY: Final = {"on": {**DAY, "description": "day whose law applies"}}
_MEASURE: Final = {"measure": TEXT}
_CASE: Final = {
    **_MEASURE,
    **_DAY,
    "facts": {**OBJECT, "description": "facts by name, as list_facts describes them"},
    **_PLACE,
    **_KNOWN,
    "supposing": SUPPOSED,
}
_LANGUAGE: Final = {"language": {**TEXT, "enum": ["zh_CN", "en"]}}
_NEEDED: Final = ("measure", "on", "facts")
TOOLS: Final[Mapping[str, Tool]] = {
    "find_rules": Tool(
        "Find a rule · 查规定",
        "Find rules of the re-employment policy by words in Chinese or English, or by path. "
        "Each has its rows with days, values, documents and articles.",
        {"words": TEXT, **_DAY, **_PLACE, **_KNOWN},
        ("words",),
        find_rules,
    ),
    "list_facts": Tool(
        "List the facts of a measure · 查事实",
        "List the facts that a measure takes as JSON Schema, its outcome, its reasons of refusal, "
        "its rules and their sources. A fact that is not known is omitted, never guessed.",
        {**_MEASURE, **_PLACE},
        ("measure",),
        list_facts,
    ),
    "work_case": Tool(
        "Work a case · 办理个案",
        "Decide a case under the law of a day: the value in exact numbers, the reasons of refusal, "
        "or the facts and rules that are missing; with the citations of each rule used.",
        _CASE,
        _NEEDED,
        work_case,
    ),
    "explain_case": Tool(
        "Explain a case · 说明个案",
        "Decide a case as work_case does, and explain the outcome step by step with its sources.",
        {**_CASE, **_LANGUAGE},
        _NEEDED,
        explain_case,
    ),
}
