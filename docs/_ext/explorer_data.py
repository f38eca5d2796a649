"""What the rules explorer shows, in JSON's own types and in both languages."""

from collections.abc import Iterable
from typing import Any

from page_words import shown
from pages_of_rules import Held

from gansu_reemployment.i18n import show
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.plugins.host import Host

LOCALES = ("zh_CN", "en")


def explorer_data(rules: Iterable[Held], host: Host) -> dict[str, Any]:
    """Give the regions, and each rule with its rows."""
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
                "rows": [_row(row) for row in rows],
            }
            for rule, rows in rules
        ],
    }


def _row(row: Provision[Any]) -> dict[str, Any]:
    document = row.cite.instrument
    return {
        "since": row.since.isoformat(),
        "until": row.until.isoformat() if row.until else None,
        "region": row.region or "000000",
        "value": {locale: shown(row.value, locale) for locale in LOCALES},
        "document": document.name,
        "title": document.title,
        "article": row.cite.article,
        "standing": {locale: show(row.cite.standing, locale) for locale in LOCALES},
        "issued": document.issued.isoformat() if document.issued else None,
    }
