"""The data of the rules explorer, in types of JSON and in both languages."""

from collections.abc import Iterable
from typing import Any

from page_words import shown
from pages_of_sources import Held, noted

from gansu_reemployment.i18n import show
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.plugins.host import Host

LOCALES = ("zh_CN", "en")


def explorer_data(rules: Iterable[Held], host: Host) -> dict[str, Any]:
    """Return the regions, and each rule with its rows."""
    return {
        "regions": [
            {"id": r.id, "zh": r.name, "en": r.en, "parent": r.parent} for r in host.regions
        ],
        "rules": [
            {
                "path": rule.path,
                "zh": rule.zh,
                "en": rule.en,
                "delegated": rule.delegated,
                "until": rule.covered_until.isoformat(),
                "rows": [_row(row, rule.path) for row in rows],
            }
            for rule, rows in rules
        ],
    }


def _row(row: Provision[Any], path: str) -> dict[str, Any]:
    document = row.cite.instrument
    links = [reading.link for reading in row.cite.sources(path) if reading.link]
    return {
        "since": row.since.isoformat(),
        "until": row.until.isoformat() if row.until else None,
        "region": row.region or "000000",
        "value": {locale: shown(row.value, locale) for locale in LOCALES},
        "document": row.cite.document or "",
        "title": document.title if row.cite.document else "",
        "article": row.cite.article,
        "standing": {locale: show(row.cite.standing, locale) for locale in LOCALES},
        "address": links[0] if links else None,
        "note": {locale: noted(row, locale) for locale in LOCALES},
        "issued": document.issued.isoformat() if document.issued else None,
    }
