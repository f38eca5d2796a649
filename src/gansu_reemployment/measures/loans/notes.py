"""Notes on rows that several tables of loans share (注记): days and words that are uncertain."""

from datetime import date
from typing import Final

from gansu_reemployment.i18n import _

#: 银发[2004]51号 is of the first quarter of 2004; the last day of March is a reading.
NOTICE_OF_2004: Final = date(2004, 3, 31)
DAY_OF_2004: Final = _(
    "The day of the notice is not known. It is of about March 2004: the last day of that month "
    "is taken."
)
READ_ONCE_2004: Final = _(
    "Read once; the words were not found again on 2026-11-27. The day of the notice is not known: "
    "the last day of March 2004 is taken."
)
