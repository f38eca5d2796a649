"""Output for a terminal or for a file (输出): wrapped and coloured, or plain.

On a terminal, lines are wrapped at its width between words or Chinese characters, never within a
document number, and tables and colours are those of rich. In a pipe or a file, every line is
whole and plain, for programs that read it. ``NO_COLOR`` switches colours off.
"""

import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Final

import click

from gansu_reemployment.i18n import show
from gansu_reemployment.sheets import Sheet, as_markdown
from gansu_reemployment.sheets.cells import cell_text
from gansu_reemployment.sheets.widths import display_width

#: Text that is not broken: a document number with its sign, a mark, a word, one other character.
_PIECES: Final = re.compile(
    r"\w{0,3}[\[〔(（]\d{4}[\]〕)）]\d+号|[（(][^\s（）()]{1,4}[）)]|[!-~–—]+|\s+|."
)
#: A line does not begin with these, nor end with those.
_CLOSING: Final = "，。；：、！？）〕】》”’%"
_OPENING: Final = "（〔【《“‘"
#: The marks of a line, and how they are shown on a terminal.
_STYLES: Final = (
    (r"^\s*✓", "green"),
    (r"^\s*✗", "bold red"),
    (r"^==.*", "bold"),
    (r"\((?:reported|assumed|convention|hypothetical)\)|（(?:转引|推定|约定|假设)）", "yellow"),
    (r"\[\d{1,3}\]", "cyan"),
    (r"^  [+−] ", "bold"),
)


def terminal_width(stream: IO[str] | None = None) -> int | None:
    """Return the columns of the terminal that *stream* is, by default standard output."""
    stream = sys.stdout if stream is None else stream
    return shutil.get_terminal_size().columns if stream.isatty() else None


def echo(text: object = "", *, err: bool = False) -> None:
    """Print a text: wrapped and coloured on a terminal, else as it is."""
    stream = sys.stderr if err else sys.stdout
    width = terminal_width(stream)
    if width is None:
        click.echo(text, err=err)
        return
    for line in str(text).split("\n"):
        for part in wrapped(line, width):
            _styled(part, stream)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows: as a table of rich on a terminal, else one a line, two spaces apart."""
    rows = list(rows)
    width = terminal_width()
    if width is None or not rows:
        for row in rows:
            click.echo("  ".join(row))
        return
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - slow, and only for a terminal
    from rich.console import Console  # noqa: PLC0415 - slow, and only for a terminal
    from rich.table import Table  # noqa: PLC0415 - slow, and only for a terminal

    drawn = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for heading in headings:
        # The first column has the name that is typed, so it stays whole.
        drawn.add_column(heading, overflow="fold", no_wrap=not drawn.columns)
    for row in rows:
        drawn.add_row(*(cell.replace("[", r"\[") for cell in row))
    Console(file=sys.stdout, width=width, highlight=False).print(drawn)


def print_sheet(sheet: Sheet, locale: str) -> None:
    """Print an official table: as a table of the terminal, else as Markdown."""
    if terminal_width() is None:
        click.echo(as_markdown(sheet, locale))
        return
    echo(show(sheet.title, locale))
    echo(sheet.unit_line(locale))
    headings = [show(leaf.heading, locale) for leaf in sheet.leaves]
    rows = ([cell_text(cell, locale) for cell in line.cells] for line in sheet.body())
    table(headings, rows)
    for note in sheet.note_lines(locale):
        echo(note)


def wrapped(text: str, width: int, hanging: int = 2) -> list[str]:
    """Return a line as lines of at most *width*; further ones are indented by *hanging* more."""
    if display_width(text) <= width:
        return [text]
    lead = text[: len(text) - len(text.lstrip())]
    indent = lead + " " * hanging
    lines = [lead]
    for piece in _glued(text[len(lead) :]):
        if display_width(lines[-1] + piece.rstrip()) <= width or lines[-1] in {lead, indent}:
            lines[-1] += piece
        else:
            lines.append(indent + piece.lstrip())
    return [line.rstrip() for line in lines]


def _glued(text: str) -> Iterator[str]:
    """Yield the pieces between which a line may be broken."""
    held = ""
    for piece in _PIECES.findall(text):
        if held and (piece.isspace() or piece in _CLOSING or held[-1] in _OPENING):
            held += piece
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _styled(line: str, stream: IO[str]) -> None:
    from rich.console import Console  # noqa: PLC0415 - slow, and only for a terminal
    from rich.text import Text  # noqa: PLC0415 - slow, and only for a terminal

    shown = Text(line)
    for pattern, style in _STYLES:
        shown.highlight_regex(pattern, style)
    Console(file=stream, highlight=False).print(shown, soft_wrap=True)
