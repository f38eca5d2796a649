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
_HOMES = {
    "Desk": "interchange.requests",
    "Interview": "interchange.questions",
    "Lines": "interchange.lines",
    "Question": "interchange.questions",
    "Request": "interchange.requests",
    "Supposed": "interchange.requests",
    "all_measures": "interchange.measures",
    "document_as_json": "interchange.rules",
    "json_schema": "interchange.schemas",
    "measure_as_json": "interchange.measures",
    "problem": "interchange.problems",
    "read_json": "interchange.lines",
    "read_request": "interchange.requests",
    "reasons_of": "working.refusals",
    "rule_as_json": "interchange.rules",
    "rules_as_json": "interchange.rules",
    "rules_schema": "interchange.rules",
}

__all__ = [
    "Desk",
    "Interview",
    "Lines",
    "Question",
    "Request",
    "Supposed",
    "all_measures",
    "document_as_json",
    "json_schema",
    "measure_as_json",
    "problem",
    "read_json",
    "read_request",
    "reasons_of",
    "rule_as_json",
    "rules_as_json",
    "rules_schema",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, __all__)
