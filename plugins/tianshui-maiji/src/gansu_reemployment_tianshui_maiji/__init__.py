"""Local rules of 天水市麦积区 (天水市麦积区地方规定), the 北道区 of before 2004-09-30."""

from datetime import date

from gansu_reemployment import Amendment, Instrument, LocalRules, Standing, Yuan, hookimpl

# The title describes; the document is not known by its own, of its day only the year.
LOANS_2010 = Instrument(
    "",
    "天水市麦积区2010年小额担保贷款发放情况",
    ("天水市麦积区",),
    None,
    None,
    known_by=date(2010, 12, 31),
)

# When somebody last compared the row below with what is known of it.
CHECKED_ON = date(2026, 11, 23)

_2010 = date(2010, 1, 1)
# Loans of 30,000 and 50,000 were read; that the larger is the limit is assumed, as is the day.
_LARGEST = LOANS_2010.at(standing=Standing.ASSUMED)


@hookimpl
def local_rules() -> LocalRules:
    """Give the local rules of 麦积区."""
    return LocalRules(
        region="麦积区",
        amendments=(Amendment("loan.norm", _2010, Yuan(50_000), _LARGEST, "620503"),),
        checked_on=CHECKED_ON,
    )
