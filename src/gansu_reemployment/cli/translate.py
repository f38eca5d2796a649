"""Translation of the command line (命令行用语): the help of each command, and click's own texts.

The help is written in English with the command. :func:`in_language` returns the commands with
their help in another language; within :func:`click_in_language`, click translates its headings
and its errors too.
"""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from inspect import cleandoc
from typing import Final, TypeVar

import click

from gansu_reemployment.cli.help_page import WIDEST, HelpContext
from gansu_reemployment.i18n import DOMAIN, LOCALE_DIR, _, translate

C = TypeVar("C", bound=click.Command)

_LANGUAGE: Final = "LANGUAGE"


def _n(one: str, many: str) -> tuple[str, str]:
    """Mark a sentence that has a plural for translation."""
    return one, many


#: The texts of click in help and errors, as they are in click.
CLICK: Final = (
    _("Usage:"),
    _("Options"),
    _("Commands"),
    _("Show this message and exit."),
    _("default: {default}"),
    _("required"),
    _("Missing command."),
    _("Missing argument"),
    _("Missing option"),
    _("No such command {name!r}."),
    _("No such option: {name}"),
    _("No such option {name!r}."),
    _("Invalid value: {message}"),
    _("Invalid value for {param_hint}: {message}"),
    _("Option {name!r} does not take a value."),
    _n("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    _n("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    _n("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
)


def texts(command: click.Command) -> Iterator[str]:
    """Yield the help of a command, of its options and of the commands below it."""
    options = [param.help for param in command.params if isinstance(param, click.Option)]
    yield from (text for text in (_help(command), command.short_help, *options) if text)
    if isinstance(command, click.Group):
        for one in command.commands.values():
            yield from texts(one)


def in_language(command: C, language: str) -> C:
    """Return the command with its help in *language*."""
    translated = copy(command)
    translated.help = translate(_help(command), language)
    translated.short_help = translate(command.short_help or "", language)
    translated.context_class = HelpContext
    translated.context_settings = {**command.context_settings, "max_content_width": WIDEST}
    translated.params = [_option(param, language) for param in command.params]
    if isinstance(translated, click.Group):
        translated.commands = {
            name: in_language(one, language) for name, one in translated.commands.items()
        }
    return translated


def _help(command: click.Command) -> str:
    """Return the help without the indentation that older versions of Python leave in it."""
    return cleandoc(command.help or "")


def _option(param: click.Parameter, language: str) -> click.Parameter:
    if not isinstance(param, click.Option):
        return param
    translated = copy(param)
    translated.help = translate(param.help or "", language)
    return translated


@contextmanager
def click_in_language(language: str) -> Iterator[None]:
    """Switch click to *language*, through gettext's domain of the whole process."""
    domain, before = gettext.textdomain(), os.environ.get(_LANGUAGE)
    gettext.bindtextdomain(DOMAIN, str(LOCALE_DIR))
    gettext.textdomain(DOMAIN)
    os.environ[_LANGUAGE] = language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        os.environ.pop(_LANGUAGE)
        if before is not None:
            os.environ[_LANGUAGE] = before
