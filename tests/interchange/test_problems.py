"""Errors as data, which leave the program and so show no number of a person."""

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.i18n import _
from gansu_reemployment.interchange.problems import problem
from gansu_reemployment.testing import IDENTITY


def test_numbers_of_persons_are_masked() -> None:
    """The detail, the paths and the problems of faults show an identity number masked."""
    text = _("{value!r} is not {kind}")
    fault = Fault.at(f"base.{IDENTITY}", text, value=IDENTITY, kind="an amount")
    details = problem(InvalidFactsError([fault]), "en")

    shown = "1101************2X"
    path, sentence = f"base.{shown}", f"'{shown}' is not an amount"
    assert [{"path": path, "problem": sentence}] == details["faults"]
    assert f"The facts have 1 fault(s).\n  {path}: {sentence}" == details["detail"]
