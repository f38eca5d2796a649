"""Local rules of 兰州市 (兰州市地方规定): the rates of the medical insurance."""

from datetime import date
from fractions import Fraction

from gansu_reemployment import Amendment, Instrument, LocalRules, Standing, hookimpl

# The title is descriptive: the real one is unknown.
MEDICAL = Instrument("", "兰州市城镇职工基本医疗保险费率规定", ("兰州市",), None, None)

# When the rows below were last compared with their sources.
CHECKED_ON = date(2026, 11, 23)

# The first day of the rates is unknown; from this day the nation subsidises the insurance.
_SUBSIDISED = date(2006, 1, 1)
# The employer's rate is 8 % from 2014 on, outside the days that the rules cover.
_SIX = date(2013, 12, 31)
_EMPLOYER = MEDICAL.at(standing=Standing.REPORTED)
_PERSON = MEDICAL.at(standing=Standing.ASSUMED)


@hookimpl
def local_rules() -> LocalRules:
    """Return the local rules of 兰州市."""
    return LocalRules(
        region="兰州市",
        amendments=(
            Amendment(
                "insurance.medical_rate", _SUBSIDISED, Fraction(6, 100), _EMPLOYER, "620100", _SIX
            ),
            Amendment(
                "insurance.own_medical_rate", _SUBSIDISED, Fraction(2, 100), _PERSON, "620100"
            ),
        ),
        checked_on=CHECKED_ON,
    )
