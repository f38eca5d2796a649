"""The names that plugins import for their tests."""

import pytest

from gansu_reemployment import testing


def test_names_are_there() -> None:
    """Every name of the list is found."""
    assert {"LedgerContract", "LocalRulesContract"} <= set(testing.__all__)
    assert all(getattr(testing, name) is not None for name in testing.__all__)


def test_no_other_name_is_there() -> None:
    """A name that there is not is an ordinary error."""
    with pytest.raises(AttributeError, match="LocalContract"):
        _ = testing.LocalContract  # type: ignore[attr-defined]
