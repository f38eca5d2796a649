"""The list of ``python .ci/branches.py``: each line is one of today's code, with a reason."""

from pathlib import Path

import gansu_reemployment

PACKAGE = Path(gansu_reemployment.__file__).parent
LISTED = Path(__file__).parent / "uncovered.txt"


def test_each_line_is_in_its_file_and_has_a_reason() -> None:
    """A line that was changed or removed leaves the list."""
    lines = LISTED.read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            path, function, rest = line.split(" | ", 2)
            text, _bar, reason = rest.rpartition(" | ")
            source = (PACKAGE / path).read_text(encoding="utf-8")
            _before, found, body = source.partition(f"def {function.rpartition('.')[2]}(")
            assert found
            assert text in [one.strip() for one in body.splitlines()], line
            assert reason
