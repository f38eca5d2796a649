"""The runner (检验程序): asks a program every case through standard input and output.

The program is started once. It reads one question a line and writes one answer a line, in any
order; an answer has the ``id`` of its question.
"""

import json
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from threading import Thread, Timer
from typing import IO, Any

from gansu_reemployment_conformance.compare import difference
from gansu_reemployment_conformance.suite import Case


@dataclass(frozen=True)
class Failure:
    """A case whose answer is not the expected one; *part* is the first part that differs."""

    case: Case
    part: str
    answer: dict[str, Any]


@dataclass
class Report:
    """The results of the cases: how many passed, the failures, and the cases without an answer."""

    passed: int = 0
    failures: list[Failure] = field(default_factory=list)
    unsupported: list[Case] = field(default_factory=list)
    unanswered: list[Case] = field(default_factory=list)
    #: Lines of the program that are not answers.
    strange: list[str] = field(default_factory=list)

    @property
    def conforms(self) -> bool:
        """Whether every case has its expected answer, except those that are not supported."""
        return not (self.failures or self.unanswered or self.strange)


def check(program: Sequence[str], cases: Iterable[Case], seconds: float = 600) -> Report:
    """Send *program* the cases and compare its answers; it is stopped after *seconds*.

    Raises:
        OSError: the program cannot be started.
    """
    asked = {case.id: case for case in cases}
    report = Report()
    with subprocess.Popen(  # noqa: S603 - the program is the caller's own
        list(program), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        timer = Timer(seconds, process.kill)
        timer.start()
        try:
            _judge(_talk(process, list(asked.values())), asked, report)
        finally:
            timer.cancel()
            process.kill()
    report.unanswered.extend(asked.values())
    return report


def _talk(process: subprocess.Popen[bytes], cases: list[Case]) -> Iterator[bytes]:
    """Write the questions beside, and yield the lines that come back."""
    assert process.stdin  # noqa: S101 - both are pipes
    assert process.stdout  # noqa: S101
    writer = Thread(target=_write, args=(process.stdin, cases), daemon=True)
    writer.start()
    yield from process.stdout
    writer.join()


def _write(stream: IO[bytes], cases: list[Case]) -> None:
    try:
        with stream:
            for case in cases:
                stream.write(case.line.encode() + b"\n")
    except OSError:
        # The program has ended; the cases that it has not answered are reported.
        return


def _judge(lines: Iterable[bytes], asked: dict[str, Case], report: Report) -> None:
    """Take each answer off the cases that are asked, and enter what comes of it."""
    for line in lines:
        if not line.strip():
            continue
        answer = _read(line)
        name = answer.get("id")
        case = asked.pop(name, None) if isinstance(name, str) else None
        if case is None:
            report.strange.append(line.decode(errors="replace").strip())
        else:
            _enter(case, answer, report)


def _enter(case: Case, answer: dict[str, Any], report: Report) -> None:
    if "unsupported" in answer:
        report.unsupported.append(case)
    elif part := difference(case.answer, answer):
        report.failures.append(Failure(case, part, answer))
    else:
        report.passed += 1


def _read(line: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(line)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}
