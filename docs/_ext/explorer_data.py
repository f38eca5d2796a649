"""The data of the rules explorer, in types of JSON and in both languages."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

from page_words import shown
from pages_of_rules import readers
from pages_of_sources import Held, noted, place_of

from gansu_reemployment import Rulebook
from gansu_reemployment.i18n import show
from gansu_reemployment.law.documents import LIBRARY
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import HORIZON
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.regions import NATION_ID

LOCALES = ("zh_CN", "en")
#: The first day that the library covers: that of the first document of the policy.
COVERED_FROM: Final = date(2002, 9, 30)
_DAY: Final = timedelta(days=1)


def explorer_data(rules: Iterable[Held], host: Host) -> dict[str, Any]:
    """Return the covered days, the regions, and each rule with its rows."""
    return {
        "covered": [COVERED_FROM.isoformat(), HORIZON.isoformat()],
        "regions": [
            {"id": r.id, "zh": r.name, "en": r.en, "parent": r.parent} for r in host.regions
        ],
        "rules": [
            {
                "path": rule.path,
                "zh": rule.zh,
                "en": rule.en,
                "measures": " ".join(f"{m.zh} {m.en}" for m in readers()[rule.path]),
                "until": rule.covered_until.isoformat(),
                "series": Rulebook.national().is_series(rule.path),
                "rows": [_row(row, _end(row, rows), rule.path) for row in rows],
            }
            for rule, rows in rules
        ],
    }


def _end(row: Provision[Any], rows: Iterable[Provision[Any]]) -> date | None:
    """Return the last day of a row in its own layer: its own, or the day before the next row."""
    later = [one.since for one in rows if one.region == row.region and one.since > row.since]
    return row.until or (min(later) - _DAY if later else None)


def _row(row: Provision[Any], end: date | None, path: str) -> dict[str, Any]:
    document = row.cite.instrument
    links = [reading.link for reading in row.cite.sources(path) if reading.link]
    return {
        "since": row.since.isoformat(),
        "until": row.until.isoformat() if row.until else None,
        "end": end.isoformat() if end else None,
        "region": row.region or NATION_ID,
        "value": {locale: _value(row, locale) for locale in LOCALES},
        "items": {locale: _items(row.value, locale) for locale in LOCALES},
        "document": {locale: document.at().show(locale) for locale in LOCALES}
        if document == LIBRARY
        else dict.fromkeys(LOCALES, document.name),
        "place": "" if document == LIBRARY else place_of(document),
        "title": "" if document == LIBRARY else document.title,
        "article": row.cite.article,
        "standing": row.cite.standing.code,
        "address": links[0] if links else None,
        "note": {locale: noted(row, locale) for locale in LOCALES},
    }


def _value(row: Provision[Any], locale: str) -> str:
    """Return the value in words; a reading of the law has none."""
    return "" if row.value is None else shown(row.value, locale)


def _items(value: Any, locale: str) -> list[str] | None:
    """Return the items of a list one by one, so that two lists can be compared."""
    if not isinstance(value, (tuple, frozenset)):
        return None
    items = sorted(value, key=str) if isinstance(value, frozenset) else value
    return [show(item, locale) for item in items]
