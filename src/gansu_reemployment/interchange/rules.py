"""The rules as data (规则数据): every row of every rule, for engines in other languages.

>>> from gansu_reemployment import load_host
>>> data = rules_as_json(load_host([]))
>>> (rule,) = [rule for rule in data["rules"] if rule["path"] == "loan.norm"]
>>> rule["type"], rule["rows"][0]["since"], rule["rows"][0]["value"]
({'is': 'yuan'}, '2002-12-24', '20000.00')
"""

import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from gansu_reemployment import __version__
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.i18n import translate
from gansu_reemployment.interchange.types import codes_as_json, type_as_json
from gansu_reemployment.law.documents import Citation, Instrument, Standing
from gansu_reemployment.law.provisions import Bound, Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.regions import Level, Region
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.working.outcome_json import plain

#: The version of the form, incremented for changes that concern its readers.
RULES_FORMAT: Final = "gansu_reemployment/rules/1"
_SCHEMA: Final = Path(__file__).with_name("rules.schema.json")


def rules_as_json(host: Host) -> dict[str, Any]:
    """Return every rule of the nation, the province and the plugins of *host* in JSON's own types.

    The documents that the rows cite, and the regions that set rows, are listed beside the rules.
    :func:`rules_schema` describes the form.
    """
    book = host.everywhere
    rows = {rule: rows_everywhere(host, rule) for rule in book.rules()}
    every = [row for some in rows.values() for row in some]
    bounds = [bound for rule in rows for bound in rule.bounds]
    return {
        "format": RULES_FORMAT,
        "library": __version__,
        "rulebook": Rulebook.national().digest,
        "plugins": [*dict.fromkeys(str(one.source) for one in host.plugins if one.fault is None)],
        "standings": codes_as_json(Standing),
        "levels": codes_as_json(Level),
        "regions": _regions(host, every),
        "documents": _documents([*every, *bounds]),
        "rules": [_rule(book, rule, some) for rule, some in rows.items()],
    }


def rule_as_json(
    host: Host, path: str, *, on: date | None = None, region: str = "", as_known: date | None = None
) -> dict[str, Any]:
    """Return one rule in the form in which :func:`rules_as_json` lists it.

    Its rows are those of every region, or those that apply in *region*; with *on* the one in force
    on that day, with *as_known* as it could be known on a day.

    Raises:
        UnknownNameError: there is no such rule or region; the nearest names are suggested.
        RuleNotInForceError: no value is known for the day *on*.
    """
    book = host.rulebook(host.regions.find(region)) if region else host.everywhere
    book = book.as_known(as_known) if as_known else book
    rule = book.find(path)
    if on is not None:
        rows: Iterable[Provision[Any]] = (rule.on(on),)
    else:
        rows = rule.all_rows() if region or as_known else rows_everywhere(host, rule)
    return _rule(book, rule, rows)


@cache
def rules_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of :func:`rules_as_json`."""
    schema: dict[str, Any] = json.loads(_SCHEMA.read_text(encoding="utf-8"))
    return schema


def rows_everywhere(host: Host, rule: Rule[Any]) -> tuple[Provision[Any], ...]:
    """Return the rows of a rule of :attr:`.Host.everywhere`, with those of every region."""
    amendments = (row for local in host.locals.values() for row in local.amendments)
    further = [row.provision() for row in amendments if row.path == rule.path]
    known = rule.all_rows()
    return (*known, *(row for row in further if row not in known))


def _rule(book: Rulebook, rule: Rule[Any], rows: Iterable[Provision[Any]]) -> dict[str, Any]:
    return {
        "path": rule.path,
        "zh": rule.zh,
        "en": rule.en,
        "type": type_as_json(book.kind(rule.path)),
        "measures": _readers().get(rule.path, []),
        "delegated_to": plain(rule.delegated_to),
        "bounds": [_bound(bound) for bound in rule.bounds],
        "covered_until": rule.covered_until.isoformat(),
        "checked_on": plain(rule.checked_on),
        "rows": [_row(row) for row in rows],
    }


@cache
def _readers() -> dict[str, list[str]]:
    """Return the names of the measures that read each rule, by its path."""
    found: dict[str, list[str]] = {}
    for measure in MEASURES.values():
        for rule in Rulebook.national().rules_in(measure.rules):
            found.setdefault(rule.path, []).append(measure.name)
    return found


def _row(row: Provision[Any]) -> dict[str, Any]:
    return {
        "since": row.since.isoformat(),
        "until": plain(row.until),
        "value": plain(row.value),
        "region": row.region,
        "known_on": row.known_on.isoformat(),
        **_citation(row.cite),
        "note": _note(row.note),
    }


def _bound(bound: Bound) -> dict[str, Any]:
    return {
        "since": bound.since.isoformat(),
        "least": plain(bound.least),
        "most": plain(bound.most),
        **_citation(bound.cite),
    }


def _citation(cite: Citation) -> dict[str, Any]:
    return {"document": cite.document, "article": cite.article, "standing": cite.standing.code}


def _note(note: str) -> dict[str, str] | None:
    return {"zh": translate(note, "zh_CN"), "en": translate(note, "en")} if note else None


def _documents(rows: Iterable[Provision[Any] | Bound]) -> list[dict[str, Any]]:
    cited = {row.cite.document: row.cite.instrument for row in rows}
    return [document_as_json(one) for name, one in cited.items() if name is not None]


def document_as_json(one: Instrument) -> dict[str, Any]:
    """Return a document in the form in which :func:`rules_as_json` lists it."""
    return {
        "name": one.name,
        "symbol": one.symbol,
        "title": one.title,
        "en": one.en,
        "issuers": list(one.issuers),
        "issued": plain(one.issued),
        "effective": plain(one.effective),
        "known_by": plain(one.known_by),
        "replaced_by": list(one.replaced_by),
        "standing": one.standing.code,
        "place": {"zh": one.place[0], "en": one.place[1]} if one.place else None,
        "note": _note(one.note),
        "read_at": list(dict.fromkeys(read.link for read in one.read_at if read.link)),
    }


def _regions(host: Host, rows: Iterable[Provision[Any]]) -> list[dict[str, Any]]:
    codes = dict.fromkeys(row.region for row in rows if row.region)
    return [_region(host.regions.find(code)) for code in codes]


def _region(one: Region) -> dict[str, Any]:
    return {
        "code": one.id,
        "zh": one.name,
        "en": one.en,
        "level": one.level.code,
        "parent": one.parent,
    }
