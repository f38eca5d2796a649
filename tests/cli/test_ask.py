"""The command that asks for facts one by one and ends with the explanation."""

import subprocess
import sys


def ask(answers: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command with answers on standard input."""
    command = [sys.executable, "-m", "gansu_reemployment", "ask", *arguments]
    return subprocess.run(command, input=answers, capture_output=True, text=True, check=False)


def test_ends_with_the_explanation() -> None:
    """A code is chosen by its number or name; a faulty answer is asked again."""
    done = ask("99\nrepair\nperhaps\ny\n", "micro_profit", "--on", "2003-07-01", "--lang", "en")
    assert 0 == done.returncode, done.stderr
    assert 2 == done.stdout.count("(in_community)")
    assert "facts.item: '99' is none of" in done.stderr
    assert "facts.in_community: 'perhaps' is not yes or no" in done.stderr
    assert "Result: yes" in done.stdout


def test_in_chinese_with_unknown_facts() -> None:
    """An empty answer leaves the fact unknown, and the case undecided."""
    done = ask("\n是\n", "micro_profit", "--on", "2003-07-01", "--lang", "zh_CN")
    assert 0 == done.returncode, done.stderr
    assert "经营项目 (item)" in done.stdout
    assert "待定" in done.stdout


def test_end_of_the_answers() -> None:
    """Where the answers end, the command ends too."""
    assert 2 == ask("", "micro_profit", "--on", "2003-07-01").returncode
