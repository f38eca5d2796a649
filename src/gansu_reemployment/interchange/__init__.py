"""Forms for programs in other languages (与其他语言程序交换的格式): rules, questions, answers.

All of it is JSON: money and ratios are text, days are ISO dates, terms of the policy are their
codes. Each name is loaded on first use.
"""

from typing import TYPE_CHECKING

from gansu_reemployment._lazy import lazy_names

if TYPE_CHECKING:
    from gansu_reemployment.interchange.rules import rules_as_json, rules_schema
    from gansu_reemployment.interchange.schemas import json_schema

# The lists below are made from the imports above by ``.ci/measures.py``.
_HOMES = {
    "json_schema": "interchange.schemas",
    "rules_as_json": "interchange.rules",
    "rules_schema": "interchange.rules",
}

__all__ = [
    "json_schema",
    "rules_as_json",
    "rules_schema",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, __all__)
