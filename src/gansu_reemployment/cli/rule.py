"""The command that shows a rule (查规定的命令): ``rule``."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import click

from gansu_reemployment.cli.options import FILE, Day
from gansu_reemployment.cli.output import echo
from gansu_reemployment.cli.setting import Setting
from gansu_reemployment.cli.values import kind_lines
from gansu_reemployment.errors import DateError
from gansu_reemployment.i18n import Message, _, show, translate
from gansu_reemployment.interchange.rules import rows_everywhere
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments import REGISTER
from gansu_reemployment.law.provisions import Provision, is_lost, origin
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.working.value_text import pair

#: The explanations of the grades of sources that were not read.
_STANDINGS: Final = {
    Standing.REPORTED: _("(reported): known from another document that follows or quotes it."),
    Standing.ASSUMED: _("(assumed): our reading; no known document settles it."),
    Standing.CONVENTION: _("(convention): a choice of this library; no document makes it."),
}


class _DayOrRegion(Day):
    """A day, or the name or code of a region."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Read the day; a text that begins with a letter, or is a code, is a region."""
        region = _REGION.match(value) if isinstance(value, str) else None
        return value if region else super().convert(value, param, ctx)


#: The beginning of a region in the position of a day.
_REGION: Final = re.compile(r"[^\W\d_]|[0-9]{6}$")


@click.command(short_help="Show a rule: its values, documents and notes.")
@click.argument("path")
@click.argument("day", type=_DayOrRegion(), required=False)
@click.argument("region", required=False)
@click.option("--chart", type=FILE, help="Also draw its line of time to this file: .svg or .png.")
@click.pass_obj
def rule(setting: Setting, path: str, day: Any, region: str | None, chart: Path | None) -> None:
    """Show the rule at PATH: every row, or the one in force on DAY in REGION.

    Without DAY, show the rows of every region, or those that apply in REGION.
    """
    if isinstance(day, str):
        if region:
            raise DateError(_("{day} is not a date."), day=day)
        day, region = None, day
    language = setting.language
    book = setting.bureau(region).rulebook if region else setting.host.everywhere
    found = book.find(path)
    echo(f"{found.path}  {show(found, language)}")
    for line in kind_lines(translate(_("Value"), language), book.kind(path), language):
        echo(f"  {line}")
    rows = _rows(setting, found, every=region is None) if day is None else (found.on(day),)
    for row in rows:
        echo(f"  {_row(row, setting)}")
    if not rows:
        setting.print(_("  No value is known."))
    _addresses(found, rows, setting)
    _notes(found, rows, setting)
    _bounds(found, language)
    _checks(found, rows, setting)
    _standings(rows, setting)
    if chart:
        _draw(setting, found, chart, every=region is None)


def _draw(setting: Setting, found: Rule[Any], path: Path, *, every: bool) -> None:
    """Draw the line of time of a rule, with *every* of all regions."""
    from gansu_reemployment.charts import rule_timeline  # noqa: PLC0415 - an extra

    rows = _rows(setting, found, every=every)
    drawn = rule_timeline(found, setting.language, rows=rows, regions=setting.host.regions)
    drawn.save(path)
    setting.print(_("Written: {path}"), path=path)


def _rows(setting: Setting, found: Rule[Any], *, every: bool) -> tuple[Provision[Any], ...]:
    """Return the rows of the rule; with *every* those of all regions."""
    if not every:
        return found.all_rows()
    return rows_everywhere(setting.host, found)


def _row(row: Any, setting: Setting) -> str:
    language = setting.language
    span = Message(_("{since} to {until}"), {"since": row.since, "until": row.until})
    days = show(span if row.until else row.since, language)
    if row.region:
        region = setting.host.regions.find(row.region)
        days = Message(_("{rule} ({place})"), {"rule": days, "place": region}).say(language)
    text = days if row.value is None else pair(days, row.value, language)
    return f"{text} [{origin(row, language)}]"


def _addresses(found: Rule[Any], rows: Sequence[Provision[Any]], setting: Setting) -> None:
    """Print where rows and limits were read, each address once, and which rows have none."""
    cites = [row.cite for row in rows] + [bound.cite for bound in found.bounds]
    for reading in dict.fromkeys(r for cite in cites for r in cite.sources(found.path)):
        setting.print(_("  Read at {address}"), address=reading)
    for cite in dict.fromkeys(row.cite for row in rows if is_lost(row, found.path)):
        searched = cite.instrument in REGISTER
        text = _("  Read once, not found again: {cite}") if searched else _("  No address: {cite}")
        setting.print(text, cite=cite)


def _notes(found: Rule[Any], rows: Sequence[Provision[Any]], setting: Setting) -> None:
    """Print the notes of the rows and of the documents of rows and limits, each once."""
    noted = [note for row in rows for note in _notes_of(row)]
    documents = [bound.cite.instrument for bound in found.bounds]
    noted += [(document.name, document.note) for document in documents if document.note]
    for name, note in dict.fromkeys(noted):
        text = translate(note, setting.language)
        setting.print(_("  Note on {name}: {note}"), name=name, note=text)


def _notes_of(row: Provision[Any]) -> Iterator[tuple[Any, str]]:
    if row.note:
        yield row.since, row.note
    if row.cite.instrument.note:
        yield row.cite.instrument.name, row.cite.instrument.note


def _bounds(found: Rule[Any], language: str) -> None:
    if found.delegated_to is not None:
        text = _("Delegated to the level {level} and those above it.")
        echo("  " + Message(text, {"level": found.delegated_to}).say(language))
    for bound in found.bounds:
        limits = pair(bound.since, bound.limits(), language)
        echo(f"  {limits} [{bound.cite.show(language)}]")


def _checks(found: Rule[Any], rows: Sequence[Provision[Any]], setting: Setting) -> None:
    """Print when the rows shown were last compared with their sources."""
    local = [row for row in rows if row not in found.provisions]
    if found.checked_on and (len(local) < len(rows) or not rows):
        setting.print(_("  Last compared with the sources: {day}"), day=found.checked_on)
    for code in dict.fromkeys(row.region or "" for row in local):
        rules = setting.host.locals[code]
        if rules.checked_on:
            text = _("  Rows of {place} last compared with their sources: {day}")
            setting.print(text, place=rules.region, day=rules.checked_on)


def _standings(rows: Sequence[Provision[Any]], setting: Setting) -> None:
    """Print explanations of the marks after the documents shown."""
    marks = {row.cite.standing for row in rows}
    lines = [
        translate(text, setting.language) for mark, text in _STANDINGS.items() if mark in marks
    ]
    if lines:
        echo("  " + " ".join(lines))
