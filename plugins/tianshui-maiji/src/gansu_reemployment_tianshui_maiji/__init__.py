"""Local rules of 天水市麦积区 (天水市麦积区地方规定), before 2004-09-30 named 北道区."""

from datetime import date

from gansu_reemployment import Amendment, Instrument, LocalRules, Standing, Yuan, hookimpl

# The title is descriptive: the real one is unknown. Only the year of issue is known.
LOANS_2010 = Instrument(
    "",
    "天水市麦积区2010年小额担保贷款发放情况",
    ("天水市麦积区",),
    None,
    None,
    known_by=date(2010, 12, 31),
)

# When the row below was last compared with its source.
CHECKED_ON = date(2026, 11, 23)

_2010 = date(2010, 1, 1)
# Loans of 30,000 and 50,000 are documented; the larger as the limit, and the day, are assumed.
_LARGEST = LOANS_2010.at(standing=Standing.ASSUMED)


@hookimpl
def local_rules() -> LocalRules:
    """Return the local rules of 麦积区."""
    return LocalRules(
        region="麦积区",
        amendments=(Amendment("loan.norm", _2010, Yuan(50_000), _LARGEST, "620503"),),
        checked_on=CHECKED_ON,
    )
