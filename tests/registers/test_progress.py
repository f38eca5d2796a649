"""The progress bar: at a terminal only, and with rich only."""

import io
import sys

import pytest

from gansu_reemployment.registers.progress import progress


class Terminal(io.StringIO):
    """A standard error that says it is a terminal."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def test_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Elsewhere than at a terminal the items pass and nothing is shown."""
    assert [1, 2, 3] == list(progress([1, 2, 3], "reading", 3))
    assert "" == capsys.readouterr().err


@pytest.mark.parametrize("total", [3, None])
def test_at_a_terminal(monkeypatch: pytest.MonkeyPatch, total: int | None) -> None:
    """At a terminal a bar with its label is shown, with a total or without."""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())

    assert [1, 2, 3] == list(progress(iter([1, 2, 3]), "reading", total))
    assert "reading" in terminal.getvalue()


def test_without_rich(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without rich the items pass and nothing is shown, at a terminal too."""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setitem(sys.modules, "rich.console", None)

    assert [1, 2, 3] == list(progress([1, 2, 3], "reading"))
    assert "" == terminal.getvalue()
