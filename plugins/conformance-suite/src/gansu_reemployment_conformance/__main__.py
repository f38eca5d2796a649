"""``python -m gansu_reemployment_conformance PROGRAM ARGUMENT...`` checks a program (检验一个程序).

The exit code is 0 if the program conforms, 1 if it does not, 2 if it cannot be started.
"""

import argparse
import json
import os
import sys
from typing import Final

from gansu_reemployment_conformance import RULEBOOK, __version__
from gansu_reemployment_conformance.runner import Failure, Report, check
from gansu_reemployment_conformance.suite import Case, cases

_WORDS: Final = {
    "suite": ("suite {version}, rulebook {rulebook}", "算例 {version}，规则手册 {rulebook}"),
    "failed": ("✗ {id}: {name}", "✗ {id}：{name}"),
    "part": (
        "    {part}: expected {wanted}, got {found}",
        "    {part}：应为 {wanted}，实为 {found}",
    ),
    "source": ("    source: {source}", "    依据：{source}"),
    "unanswered": ("? {id}: no answer", "？{id}：没有应答"),
    "strange": ("! not an answer: {line}", "！不是应答：{line}"),
    "sum": (
        "{passed} passed, {failed} failed, {unsupported} not supported, {unanswered} unanswered",
        "{passed} 例相符，{failed} 例不符，{unsupported} 例不支持，{unanswered} 例无应答",
    ),
}


def main() -> None:
    """Run the command line."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Check the program that the *arguments* name; return the exit code."""
    given = _parser().parse_args(arguments)
    language = given.lang or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    place = 1 if language.startswith("zh") else 0
    asked = list(cases(given.measure))
    if given.list:
        print("\n".join(case.line for case in asked))
        return 0
    if not given.program or not asked:
        _parser().print_usage(sys.stderr)
        return 2
    try:
        report = check(given.program, asked, given.seconds)
    except OSError as problem:
        print(f"{given.program[0]}: {problem.strerror}", file=sys.stderr)
        return 2
    _print(report, place)
    return 0 if report.conforms else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="gansu-reemployment-conformance", description=__doc__)
    parser.add_argument("--measure", default="", help="only the cases of this measure")
    parser.add_argument("--seconds", type=float, default=600, help="end the program after these")
    parser.add_argument("--lang", default="", help="zh_CN or en")
    parser.add_argument("--list", action="store_true", help="print the questions and ask nobody")
    parser.add_argument("program", nargs=argparse.REMAINDER, help="the program and its arguments")
    return parser


def _print(report: Report, place: int) -> None:
    _say("suite", place, version=__version__, rulebook=RULEBOOK)
    for failure in report.failures:
        _print_failure(failure, place)
    for case in report.unanswered:
        _say("unanswered", place, id=case.id)
    for line in report.strange:
        _say("strange", place, line=line[:200])
    counts = {name: len(getattr(report, name)) for name in ("unsupported", "unanswered")}
    _say("sum", place, passed=report.passed, failed=len(report.failures), **counts)


def _print_failure(failure: Failure, place: int) -> None:
    case: Case = failure.case
    _say("failed", place, id=case.id, name=case.name)
    wanted = json.dumps(case.answer.get(failure.part), ensure_ascii=False)
    found = json.dumps(failure.answer.get(failure.part), ensure_ascii=False)
    _say("part", place, part=failure.part, wanted=wanted, found=found)
    _say("source", place, source=case.source)


def _say(word: str, place: int, **values: object) -> None:
    print(_WORDS[word][place].format(**values))


if __name__ == "__main__":
    main()
