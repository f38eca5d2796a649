"""The command that answers lines of JSON (逐行应答的命令): ``batch``."""

import sys

import click

from gansu_reemployment.cli.setting import Setting


@click.command(short_help="Answer cases as lines of JSON.")
@click.pass_obj
def batch(setting: Setting) -> None:
    """Answer cases from standard input, one JSON object a line, on standard output.

    Each line has measure, on, facts, and if wanted region, as_known, supposing and id. Each is
    answered by one line, in order: an outcome, or a problem that names every fault.
    """
    from gansu_reemployment.interchange import Desk, Lines  # noqa: PLC0415 - loads measures

    lines = Lines(Desk(setting.host), setting.language)
    for answer in lines.answer(sys.stdin.buffer):
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()
