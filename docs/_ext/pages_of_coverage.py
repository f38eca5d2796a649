"""The page of coverage: how much is known, and when the rules were compared with their sources."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from page_words import say, table
from pages_of_rules import place_and_day, rules_read
from pages_of_sources import Held, lost_lines
from places_of_measures import measure_link

from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.plugins.host import Host, Local
from gansu_reemployment.working.measure import Measure

_MEASURE_HEADS = (
    "measure",
    "in columns",
    "nation, last checked",
    "regions with rules of their own, last checked",
)
_REGION_HEADS = ("region", "level", "rules of its own", "last checked", "from the distribution")
_YEARS = range(2002, 2011)
_STANDINGS = (Standing.READ, Standing.REPORTED, Standing.ASSUMED, Standing.CONVENTION)


def coverage_page(rules: Iterable[Held], host: Host, locale: str) -> str:
    """Write when the rules were last compared, and which rows were not found again."""
    lines = [f"# {say('Coverage', locale)}", "", say("coverage-note", locale), ""]
    lines += _standings(rules, locale)
    lines += [f"## {say('Measures', locale)}", ""]
    rows = (_covered(measure, host, locale) for measure in MEASURES.values())
    lines += table(_MEASURE_HEADS, rows, locale)
    lines += [f"## {say('Regions', locale)}", ""]
    regions = (_region(one) for one in host.locals.values() if one.amendments)
    lines += table(_REGION_HEADS, regions, locale)
    lines += lost_lines(rules, locale)
    return "\n".join(lines) + "\n"


def _standings(rules: Iterable[Held], locale: str) -> Iterator[str]:
    """Yield how many national rules have a value on 1 July of each year, by its standing."""
    yield from (f"## {say('How sure', locale)}", "", say("how-sure-note", locale), "")
    held = [rule for rule, _rows in rules]
    rows = [row for rule in held for row in rule.provisions]
    counted = Counter(row.cite.standing for row in rows)
    heads = ("day", "was read", "reported", "assumed", "convention", "no value")
    lines = [(date(year, 7, 1), *_counted(held, date(year, 7, 1))) for year in _YEARS]
    total = (say("all rows", locale), *(counted[standing] for standing in _STANDINGS), "")
    yield from table(heads, (*lines, total), locale)


def _counted(rules: Iterable[Rule[Any]], day: date) -> Iterator[int]:
    """Yield the number of rules of each standing on a day, then of those without a value."""
    found = [_in_force(rule, day) for rule in rules]
    standings = Counter(row.cite.standing if row else None for row in found)
    yield from (standings[standing] for standing in (*_STANDINGS, None))


def _in_force(rule: Rule[Any], day: date) -> Provision[Any] | None:
    reading = rule.reading(day)
    return reading.provision if reading else None


def _covered(measure: Measure[Any, Any], host: Host, locale: str) -> tuple[Any, ...]:
    rules = rules_read(measure)
    paths = {rule.path for rule in rules}
    days = [rule.checked_on for rule in rules]
    known = [checked for checked in days if checked]
    places = [
        place_and_day(one, locale)
        for one in host.locals.values()
        if any(row.path in paths for row in one.amendments)
    ]
    nation = min(known) if known and len(known) == len(days) else say("not known", locale)
    columns = say("yes" if measure.columns else "no", locale)
    return (measure_link(measure, locale, ""), columns, nation, "<br>".join(places))


def _region(local: Local) -> tuple[Any, ...]:
    paths = dict.fromkeys(row.path for row in local.amendments)
    own = ", ".join(f"`{path}`" for path in paths)
    source = f"`{local.source.distribution}`"
    return (local.region, local.region.level, own, local.checked_on, source)
