"""Requests one a line (逐行提交的 JSON): each line is answered, in order, a faulty one too."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.errors import Fault, GansuError, InvalidFactsError
from gansu_reemployment.i18n import _
from gansu_reemployment.interchange.problems import problem
from gansu_reemployment.interchange.requests import Desk, read_request

#: The longest line that is read, in bytes.
LONGEST: Final = 1_000_000


@frozen
class Lines:
    """Answers lines of JSON at a desk, in one language; no line is longer than *longest* bytes."""

    desk: Desk
    locale: str = "en"
    longest: int = LONGEST

    def answer(self, lines: Iterable[bytes]) -> Iterator[str]:
        """Yield the answer of each line that is not blank: an outcome, or the problem with it.

        An outcome has the form of :meth:`.Outcome.as_json`, with the ``id`` of its request.
        """
        return (self.answer_one(line) for line in lines if line.strip())

    def answer_one(self, line: bytes) -> str:
        """Return the answer of one line."""
        known: Any = None
        try:
            data = read_json(line, self.longest)
            known = data.get("id") if isinstance(data, dict) else None
            outcome = self.desk.work(read_request(data))
        except GansuError as error:
            return _text({"id": known, "problem": problem(error, self.locale)})
        return f'{{"id": {_text(known)}, {outcome.as_json_text()[1:]}'


def read_json(text: bytes, longest: int = LONGEST) -> Any:
    """Read one value of JSON: text of Unicode in UTF-8, no name twice, no number beside JSON's.

    Raises:
        InvalidFactsError: it is longer than *longest* bytes, or it is not JSON.
    """
    if len(text) > longest:
        raise _fault(_("longer than {longest} bytes"), longest=longest)
    try:
        data = json.loads(
            text.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant
        )
        # An escape may be half of a character, which no text in UTF-8 can hold.
        json.dumps(data, ensure_ascii=False).encode()
    except RecursionError:
        raise _fault(_("nested too deeply")) from None
    except ValueError as error:
        raise _fault(_("not JSON in UTF-8: {problem}"), problem=_reason(error)) from None
    return data


def _reason(error: ValueError) -> str:
    """Return the problem and its place, without the text itself, which may hold personal data."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg}, line {error.lineno} column {error.colno}"
    if isinstance(error, UnicodeError):
        return "a character outside Unicode"
    return str(error)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        message = "a name is given twice in one object"
        raise ValueError(message)
    return found


def _no_constant(name: str) -> Any:
    message = f"{name} is not a number of JSON"
    raise ValueError(message)


def _fault(text: str, **values: Any) -> InvalidFactsError:
    return InvalidFactsError([Fault.at("request", text, **values)])


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
