"""Forms for programs in other languages (与其他语言程序交换的格式): rules, questions, answers.

All of it is JSON: money and ratios are text, days are ISO dates, terms of the policy are their
codes. Each name is loaded on first use.
"""

from typing import TYPE_CHECKING

from gansu_reemployment._lazy import lazy_names

if TYPE_CHECKING:
    from gansu_reemployment.interchange.lines import Lines, read_json
    from gansu_reemployment.interchange.measures import all_measures, measure_as_json
    from gansu_reemployment.interchange.problems import problem
    from gansu_reemployment.interchange.questions import Interview, Question
    from gansu_reemployment.interchange.requests import Desk, Request, Supposed, read_request
    from gansu_reemployment.interchange.rules import (
        document_as_json,
        rule_as_json,
        rules_as_json,
        rules_schema,
    )
    from gansu_reemployment.interchange.schemas import json_schema
    from gansu_reemployment.working.refusals import reasons_of

# The lists below are made from the imports above by ``.ci/measures.py``.
# fmt: off
_HOMES = {
    "interchange.lines": ("Lines", "read_json"),
    "interchange.measures": ("all_measures", "measure_as_json"),
    "interchange.problems": ("problem",),
    "interchange.questions": ("Interview", "Question"),
    "interchange.requests": ("Desk", "Request", "Supposed", "read_request"),
    "interchange.rules": ("document_as_json", "rule_as_json", "rules_as_json", "rules_schema"),
    "interchange.schemas": ("json_schema",),
    "working.refusals": ("reasons_of",),
}
__all__ = [
    "Desk", "Interview", "Lines", "Question", "Request", "Supposed", "all_measures",
    "document_as_json", "json_schema", "measure_as_json", "problem", "read_json",
    "read_request", "reasons_of", "rule_as_json", "rules_as_json", "rules_schema",
]
# fmt: on

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, __all__)
