"""Help pages (帮助): wrapped at the width of the terminal, in both languages.

Click breaks lines between words only, and counts a Chinese character as one column.
"""

from collections.abc import Iterable
from difflib import get_close_matches

import click

from gansu_reemployment.cli.output import wrapped
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.sheets.widths import display_width

#: The widest page: longer lines are hard to read.
WIDEST = 100


class HelpFormatter(click.HelpFormatter):
    """Writes help pages whose Chinese lines are broken between characters."""

    def write_text(self, text: str) -> None:
        """Write paragraphs, each wrapped at the width of the page."""
        paragraphs = (" ".join(one.split()) for one in text.split("\n\n"))
        self.write("\n".join(f"{self._lines(one, self.current_indent)}\n" for one in paragraphs))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write names on the left and their meanings on the right."""
        rows = list(rows)
        first = min(max(display_width(name) for name, _text in rows), col_max) + col_spacing
        left = self.current_indent + first
        for name, text in rows:
            lines = self._lines(text, left)
            head = f"{'':{self.current_indent}}{name}"
            fits = display_width(name) <= first - col_spacing
            gap = "" if fits else f"\n{'':{left}}"
            room = first - display_width(name) if fits else 0
            self.write(f"{head}{'':{room}}{gap}{lines.lstrip()}\n" if text else f"{head}\n")

    def _lines(self, text: str, left: int) -> str:
        """Return a text as lines that begin at the column *left*."""
        lines = wrapped(text, max(self.width - left, 20), hanging=0)
        return "\n".join(f"{'':{left}}{line}" for line in lines)


class HelpContext(click.Context):
    """The context of a command whose help is written by :class:`HelpFormatter`."""

    formatter_class: type[click.HelpFormatter] = HelpFormatter


class Commands(click.Group):
    """A group of commands that names the nearest ones to a misspelt one."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first argument names."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as problem:
            near = tuple(get_close_matches(args[0], self.commands))
            text = problem.format_message()
            # Newer versions of click name them already.
            if not near or any(repr(name) in text for name in near):
                raise
            # Before the options are read, the object of the context is the language itself.
            language = getattr(ctx.obj, "language", ctx.obj)
            hint = Message(_("Did you mean {near}?"), {"near": near}).say(language)
            raise click.UsageError(f"{text} {hint}", ctx) from None
