"""Who files a table, and when (填报单位、审核、日期): the lines that a bureau prints around it.

Unknown parts are left blank, to be filled in by hand.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.i18n import show, wording
from gansu_reemployment.sheets.cells import text_of
from gansu_reemployment.sheets.labels import Label

REPORTING: Final = Label("填报单位（盖章）", "Reporting unit (seal)")
_HEAD: Final = Label("单位负责人", "Head of the unit")
_CHECKED: Final = Label("审核人", "Checked by")
_MADE: Final = Label("制表人", "Prepared by")
_ON: Final = Label("填报日期", "Date")
#: The room for a name, and for a day, which a clerk writes by hand.
_NAME: Final = Label("\u3000" * 5, "\u00a0" * 18)
_DAY: Final = Label("\u3000\u3000年\u3000月\u3000日", "\u00a0" * 12)


@frozen(kw_only=True)
class Filing:
    """Who files a table (填报), for the lines above and below it.

    Args:
        by: the unit that reports (填报单位).
        head: the head of that unit (单位负责人).
        checked_by: who has checked the table (审核人).
        made_by: who has prepared it (制表人).
        on: the day of the table; ``None`` leaves it to be filled in.
        role: the heading of the unit.
    """

    by: Any = ""
    head: str = ""
    checked_by: str = ""
    made_by: str = ""
    on: date | None = None
    role: Label = REPORTING

    def above(self, locale: str) -> str:
        """Return the line above the table, on the left: the unit that reports."""
        return _pair(self.role, text_of(self.by, locale), locale)

    def below(self, locale: str) -> tuple[str, ...]:
        """Return the parts of the line below the table: the signatures and the day."""
        return tuple(self._below(locale))

    def _below(self, locale: str) -> Iterator[str]:
        for label, name in ((_HEAD, self.head), (_CHECKED, self.checked_by), (_MADE, self.made_by)):
            yield _pair(label, text_of(name, locale) or _NAME.show(locale), locale)
        yield _pair(_ON, show(self.on, locale) if self.on else _DAY.show(locale), locale)


def _pair(label: Label, text: str, locale: str) -> str:
    colon = wording("：", ": ", locale)
    return f"{label.show(locale)}{colon}{text}"
