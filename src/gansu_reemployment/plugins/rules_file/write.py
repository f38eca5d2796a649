"""Rules in the form of a rules file (地方规定文件的写出): see :mod:`.rules_file.read`.

A long series of the library, such as the lending rates, has a file of its own and is not written.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from re import fullmatch
from typing import Any

import attrs

from gansu_reemployment.fact_model import describe
from gansu_reemployment.law.documents import LIBRARY
from gansu_reemployment.law.instruments import REGISTER
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.vocabulary import OpenChoice
from gansu_reemployment.plugins.host import Local
from gansu_reemployment.plugins.rules_file.conditions import stated_facts, stated_threshold
from gansu_reemployment.plugins.rules_file.tables import Document, Text, Wage
from gansu_reemployment.regions import NATION_ID, Region, gansu
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.working.outcome_json import plain

#: A rule and one of its rows.
_Held = tuple[Rule[Any], Provision[Any]]


def write_rules(
    book: Rulebook,
    chain: Sequence[Region],
    *,
    layers: bool = False,
    checked_on: date | None = None,
    local: Local | None = None,
) -> str:
    """Write the rows that a region has in the rulebook, in the form of a file.

    *chain* is the region with those above it, the nation first. With *layers* the rows of
    those above are written too, each with its region; read back, they are not the file's own.
    *checked_on* is the day on which the region's rows were last compared with their documents.
    *local* are the region's rules, for its facts and conditions. What only a formula in
    Python can state is written as a comment.
    """
    region = chain[-1].id
    places = [place.id for place in chain] if layers else [region]
    held_rows = [held for held in _rows(book) if (held[1].region or NATION_ID) in places]
    homes = {rule.path: home for table, home in book.own.items() for rule in book.rules_in(table)}
    thresholds = [one for one in (local.conditions if local else ()) if stated_threshold(one.local)]
    stated_paths = {rule.path for held in thresholds for rule in held.rules_in(book)}
    facts = [one for added in (local.facts if local else ()) for one in stated_facts(added)]
    # The rows of a table of rules belong to its formula; those of a place below amend them.
    own = [held for held in held_rows if homes.get(held[0].path, "") == held[1].region]
    rows = [held for held in held_rows if held not in own]
    programmed = [held for held in own if held[0].path not in stated_paths]
    series = local.series.values() if local else ()
    wages = [row for rule in series for row in rule.all_rows() if row.region == region]
    cited = [row.cite.instrument for row in (*(row for _rule, row in held_rows), *wages)]
    documents = {document.name: document for document in cited}
    unlisted = [found for found in documents.values() if found not in (*REGISTER, LIBRARY)]
    tables = [_pairs({"region": chain[-1].name, "checked_on": checked_on})]
    tables += [_table("declare", _region(place)) for place in chain if place not in gansu()]
    tables += [_table("document", _record(Document.of(one))) for one in unlisted]
    tables += [_table("text", _record(Text.of(d.name, t))) for d in unlisted for t in d.texts]
    tables += [_table("term", term) for term in _terms(rows)]
    tables += [_table("amendment", _row(rule, row, region)) for rule, row in rows]
    tables += [_table("fact", _record(one)) for one in facts]
    tables += [_table("condition", _record(stated_threshold(h.local))) for h in thresholds]
    tables += [_table("wage", _record(Wage.of(row))) for row in wages]
    tables += [_commented(_table("amendment", _row(*held, region))) for held in programmed]
    return "\n\n".join("\n".join(lines) for lines in tables) + "\n"


def _terms(rows: Iterable[_Held]) -> Iterator[dict[str, Any]]:
    """Yield the terms of places that the rows name, each once, with the path of a rule."""
    found = {
        term: rule.path
        for rule, row in rows
        if isinstance(row.value, frozenset)
        for term in sorted(row.value, key=str)
        if isinstance(term, OpenChoice) and term.is_local
    }
    for term, path in found.items():
        yield {"path": path, "code": term.code, "zh": term.value, "en": term.en}


def _rows(book: Rulebook) -> Iterator[_Held]:
    for rule in book.rules():
        if not book.is_series(rule.path):
            yield from ((rule, row) for row in rule.all_rows())


def _region(place: Region) -> dict[str, Any]:
    return {
        "code": place.id,
        "name": place.name,
        "en": place.en,
        "level": place.level.code,
        "parent": place.parent,
    }


def _row(rule: Rule[Any], row: Provision[Any], region: str) -> dict[str, Any]:
    place = row.region or NATION_ID
    return {
        "path": rule.path,
        "region": "" if place == region else place,
        "since": row.since,
        "until": row.until,
        "retroactive": row.is_retroactive or None,
        "value": _value(row.value),
        "document": row.cite.instrument.name,
        "article": row.cite.article,
        "standing": row.cite.standing.code,
        "note": row.note,
    }


def _record(one: Any) -> dict[str, Any]:
    """Return the entries of a table by name, without those that have their default."""
    defaults = {field.name: field.default for field in attrs.fields(type(one))}
    values = {field.name: getattr(one, field.name) for field in describe(type(one))}
    return {n: _value(v) for n, v in values.items() if v != defaults[n]}


def _value(value: Any) -> Any:
    return value if isinstance(value, date) else plain(value)


def _commented(lines: list[str]) -> list[str]:
    """Return a row of a formula's table as a comment, for no file can hold the formula."""
    return [
        "# Of a formula in Python, which this file cannot state:",
        *(f"# {line}" for line in lines),
    ]


def _table(name: str, values: Mapping[str, Any]) -> list[str]:
    return [f"[[{name}]]", *_pairs(values)]


def _pairs(values: Mapping[str, Any]) -> list[str]:
    named = {name: value for name, value in values.items() if value not in (None, "")}
    return [f"{_key(name)} = {_toml(value)}" for name, value in named.items()]


def _key(name: str) -> str:
    return name if fullmatch(r"[A-Za-z0-9_-]+", name) else _toml(name)


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(_pairs(value))} }}"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"'
    return str(value)
