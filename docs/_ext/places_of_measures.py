"""Where the pages of the measures are, and the name of each measure as a link."""

from typing import Any

from gansu_reemployment.i18n import show
from gansu_reemployment.working.measure import Measure


def measure_link(measure: Measure[Any, Any], locale: str, up: str) -> str:
    """Link to the page of a measure; *up* leads from the page to ``reference/generated/``."""
    return f"[{show(measure, locale)}]({up}measures/{measure.name}.md)"


def title(measure: Measure[Any, Any], locale: str) -> str:
    """Name a measure at the top of its page or section."""
    return measure.zh if locale == "zh_CN" else f"{measure.zh} · {measure.en}"
