"""The command that asks for the facts of a case (逐项询问的命令): ``ask``."""

import json
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import click

from gansu_reemployment.cli.options import in_region, on_day
from gansu_reemployment.cli.output import echo
from gansu_reemployment.cli.setting import Setting
from gansu_reemployment.errors import GansuError
from gansu_reemployment.fact_model.readers import read_facts
from gansu_reemployment.i18n import _

if TYPE_CHECKING:
    from gansu_reemployment.interchange import Interview, Question

_YES_NO: Final = {
    **dict.fromkeys(("y", "yes", "true", "是"), True),
    **dict.fromkeys(("n", "no", "false", "否"), False),
}


@click.command(short_help="Ask for the facts of one case, one by one.")
@click.argument("measure")
@on_day
@in_region
@click.pass_obj
def ask(setting: Setting, measure: str, on: date, region: str) -> None:
    """Ask for the facts of one case of MEASURE, one by one, and explain the outcome.

    Only facts that can still change the answer are asked. An empty answer means not known.
    """
    from gansu_reemployment.interchange import Interview  # noqa: PLC0415 - loads measures

    asked = Interview(setting.bureau(region), setting.host.measure(measure).name, on)
    while question := asked.question:
        _ask(asked, question, setting)
    outcome = asked.outcome
    if outcome is None:
        setting.print(_("Without this fact there is no answer."))
        return
    facts = read_facts(asked.bureau.find_measure(measure).facts, asked.known)
    echo(outcome.explain(setting.language, facts=facts))


def _ask(asked: "Interview", question: "Question", setting: Setting) -> None:
    """Ask one question until it is answered."""
    chinese = setting.language == "zh_CN"
    codes = _codes(question.schema)
    for number, one in enumerate(codes, 1):
        echo(f"  {number}  {one['description' if chinese else 'title']}  ({one['const']})")
    name = question.zh if chinese else question.en
    text = click.prompt(f"{name} ({question.name})", default="", show_default=False).strip()
    try:
        asked.answer(question.name, _read(text, question.schema, [one["const"] for one in codes]))
    except GansuError as error:
        echo(error.say(setting.language), err=True)


def _codes(schema: Any) -> list[dict[str, str]]:
    """Return the codes of a choice; empty if the value is another one."""
    name = _plain(schema).get("$ref", "").rpartition("/")[2]
    codes: list[dict[str, str]] = schema.get("$defs", {}).get(name, {}).get("oneOf", [])
    return codes


def _plain(schema: Any) -> dict[str, Any]:
    """Return the schema of a known value."""
    found: dict[str, Any] = schema["anyOf"][0] if "anyOf" in schema else schema
    return found


def _read(text: str, schema: Any, codes: list[str]) -> Any:
    """Read an answer as JSON has it: the number of a code, yes or no, a number, a list, or text."""
    if not text:
        return None
    if codes:
        return codes[int(text) - 1] if text.isdecimal() and 0 < int(text) <= len(codes) else text
    kind = _plain(schema).get("type")
    if kind == "boolean":
        return _YES_NO.get(text.lower(), text)
    if kind == "integer" and text.lstrip("-").isdecimal():
        return int(text)
    return _structured(text) if kind in {"array", "object", None} else text


def _structured(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
