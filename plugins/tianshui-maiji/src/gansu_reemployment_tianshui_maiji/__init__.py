"""Local rules of 天水市麦积区 (天水市麦积区地方规定), the 北道区 of before 2004-09-30."""

from datetime import date
from typing import Final

from gansu_reemployment import plugins as p

# The title is descriptive; the document's own is unknown, of its day only the year is known.
LOANS_2010: Final = p.Instrument(
    "",
    "天水市麦积区2010年小额担保贷款发放情况",
    ("天水市麦积区",),
    None,
    None,
    known_by=date(2010, 12, 31),
)

# When the row below was last compared with what is known of it.
CHECKED_ON: Final = date(2026, 11, 23)

_2010: Final = date(2010, 1, 1)
# Loans of 30,000 and 50,000 were read; that the larger is the limit is assumed, as is the day.
_LARGEST: Final = LOANS_2010.assumed()


@p.hookimpl
def local_rules() -> p.LocalRules:
    """Return the local rules of 麦积区."""
    return p.LocalRules(
        region="麦积区",
        amendments=(p.Amendment("loan.norm", _2010, p.Yuan(50_000), _LARGEST, ""),),
        checked_on=CHECKED_ON,
    )
