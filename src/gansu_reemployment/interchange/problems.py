"""Errors as data (错误的数据格式): problem details of RFC 9457, in the language of the caller."""

import re
from collections.abc import Mapping
from typing import Any, Final

from gansu_reemployment.errors import (
    AmbiguousNameError,
    DateError,
    GansuError,
    InvalidFactsError,
    RuleNotInForceError,
    UnknownNameError,
)
from gansu_reemployment.i18n import _, translate
from gansu_reemployment.identity import mask

#: The headline of each kind of error; the most special kinds come first.
_TITLES: Final[Mapping[type[GansuError], str]] = {
    InvalidFactsError: _("What was sent has faults."),
    UnknownNameError: _("There is nothing of that name."),
    AmbiguousNameError: _("Several things have that name."),
    RuleNotInForceError: _("No value is known on that day."),
    DateError: _("The day cannot be read."),
    GansuError: _("What was asked for cannot be answered."),
}
#: The status of content that was read but cannot be processed.
UNPROCESSABLE: Final = 422


def problem(error: GansuError, locale: str, *, status: int = UNPROCESSABLE) -> dict[str, Any]:
    """Return an error as problem details: with every fault and its path, if it has faults."""
    kind = next(kind for kind in _TITLES if isinstance(error, kind))
    slug = re.sub(r"(?<!^)(?=[A-Z])", "-", type(error).__name__.removesuffix("Error")).lower()
    details: dict[str, Any] = {
        "type": f"urn:gansu-reemployment:problem:{slug}",
        "title": translate(_TITLES[kind], locale),
        "status": status,
        "detail": mask(error.say(locale)),
    }
    if isinstance(error, InvalidFactsError):
        details["faults"] = [
            {"path": mask(fault.path), "problem": mask(fault.problem.say(locale))}
            for fault in error.faults
        ]
    if isinstance(error, UnknownNameError):
        details["near"] = list(error.near)
    return details
