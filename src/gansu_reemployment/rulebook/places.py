"""The region of each local row (地方规定的地区): a rulebook takes the rows of its own places."""

from collections.abc import Iterable

from attrs import evolve

from gansu_reemployment.errors import AmendmentError
from gansu_reemployment.i18n import _
from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.regions import NATION_ID, Region, find_region, gansu


def with_codes(
    rows: Iterable[Amendment], places: tuple[Region, ...]
) -> tuple[list[Amendment], tuple[Region, ...]]:
    """Return the *rows* with the codes of their regions, the highest first, and the places.

    Without *places* they are those of the most local row.

    Raises:
        AmendmentError: a row is not well formed, is of the nation, or is not of these places.
        UnknownNameError: there is no such region.
    """
    found = [(_checked(row), _region(row, places)) for row in rows]
    found.sort(key=lambda pair: pair[1].level.depth)
    if found and not places:
        places = gansu().chain(found[-1][1])
    for row, region in found:
        if region not in places:
            raise of_another(row.path, region, places[-1])
    return [evolve(row, region=region.id) for row, region in found], places


def _checked(row: Amendment) -> Amendment:
    row.check()
    return row


def _region(row: Amendment, places: tuple[Region, ...]) -> Region:
    """Return the region that a row names; without a name it is that of the rulebook."""
    if not row.region and places:
        return check_not_national(places[-1])
    own = next((region for region in places if row.region in region.spellings), None)
    return check_not_national(own or find_region(row.region))


def check_not_national(region: Region) -> Region:
    """Return *region* unless it is the nation.

    Raises:
        AmendmentError: it is the nation.
    """
    if region.id == NATION_ID:
        raise AmendmentError(_("The rules of the nation are the library's: no other may set them."))
    return region


def of_another(path: str, named: Region, region: Region) -> AmendmentError:
    """Build the error of a row of one region among the rules of another."""
    text = _("{path}: a row of {named} among the rules of {region}; each has rules of its own.")
    return AmendmentError(text, path=path, named=named, region=region)
