"""Cases (案件): one measure for one person or firm, as it was decided and on what.

A case keeps two days apart: *on*, the day whose law applies, and *recorded_on*, the day on
which it was entered and up to which the law was known. Its facts and its outcome are plain
JSON, so that they can be read without the classes that wrote them.
"""

import json
from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256
from re import fullmatch
from typing import Any, Final, NoReturn, Self

from attrs import field, frozen

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.i18n import _
from gansu_reemployment.identity import mask
from gansu_reemployment.ledger.converter import write_facts
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import NATION_ID
from gansu_reemployment.working.outcome import Outcome, Status

#: Fen are kept in 64 bits by every ledger that is a database.
_MOST_FEN: Final = 2**63 - 1
#: A key that was made from the contents of the case.
HASH: Final = r"[0-9a-f]{64}"
_STATUSES: Final = tuple(status.code for status in Status)


def _refuse_float(_text: str) -> NoReturn:
    message = "float"
    raise TypeError(message)


# Made once: json.dumps would make an encoder for every case.
_ENCODER: Final = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
)
_DECODER: Final = json.JSONDecoder(parse_float=_refuse_float)


@frozen(kw_only=True, repr=False)
class Case:
    """An entry of a ledger (台账记录); ``repr`` shows neither the facts nor the subject whole.

    Args:
        key: what makes the entry known again; see :func:`case_key`.
        measure: the measure's name, such as ``hardship``.
        region: the code of the place whose rules were applied.
        on: the day whose law applies.
        recorded_on: the day of entry; the law was known up to this day.
        facts: the facts as :func:`~.converter.write_facts` gives them, without floats.
        outcome: the outcome as :meth:`.Outcome.as_json` gives it.
        subject: an identity number or a number in a register.
        amount: the main amount, where the measure yields one.
        corrects: the key of the entry that this one corrects (更正).

    Raises:
        InvalidFactsError: with every fault.
    """

    key: str
    measure: str
    region: str
    on: date
    recorded_on: date
    facts: Mapping[str, Any] = field(hash=False)
    outcome: Mapping[str, Any] = field(hash=False)
    subject: str = ""
    amount: Yuan | None = None
    corrects: str | None = None

    def __attrs_post_init__(self) -> None:
        faults = text_faults(self, "key", "measure", "region", "subject", "corrects")
        faults += [*day_faults(self), *_amount_faults(self.amount)]
        faults += table_faults(self, "facts", "outcome")
        if faults := faults or _outcome_faults(self.outcome):
            raise InvalidFactsError(faults)

    @classmethod
    def of(
        cls,
        outcome: Outcome[Any],
        facts: Any,
        *,
        recorded_on: date,
        subject: str = "",
        key: str = "",
        amount: Yuan | None = None,
        corrects: str | None = None,
    ) -> Self:
        """Build the case of an *outcome* and the *facts* (a class of facts) it was worked from.

        Without a *key* it is the :func:`case_key`; without an *amount* it is the outcome's
        value where that is an amount.

        Raises:
            InvalidFactsError: the outcome has no measure, *facts* are not those of its measure
                or have what it missed, or another value is not right.
        """
        if faults := _facts_faults(outcome, facts):
            raise InvalidFactsError(faults)
        measure = outcome.measure.name if outcome.measure else ""
        region = outcome.basis.region or NATION_ID
        written = write_facts(facts)
        if amount is None and isinstance(outcome.value, Yuan):
            amount = outcome.value
        return cls(
            key=key
            or case_key(subject, measure, region, outcome.on, written, corrects=corrects or ""),
            measure=measure,
            region=region,
            on=outcome.on,
            recorded_on=recorded_on,
            facts=written,
            outcome=outcome.as_json(),
            subject=subject,
            amount=amount,
            corrects=corrects,
        )

    @property
    def status(self) -> Status:
        """How the working ended."""
        return Status.read(self.outcome["status"])

    @property
    def reasons(self) -> tuple[str, ...]:
        """The codes of the refusals, in their order."""
        return tuple(refusal["code"] for refusal in self.outcome.get("refusals", ()))

    def __repr__(self) -> str:
        key, subject = show_key(self.key), show_subject(self.subject)
        place = mask(f"measure={self.measure!r}, region={self.region!r}")
        days = f"on={self.on}, recorded_on={self.recorded_on}"
        status = self.outcome["status"]
        return f"Case(key={key!r}, {place}, {days}, subject={subject!r}, status={status!r})"


def case_key(
    subject: str,
    measure: str,
    region: str,
    on: date,
    facts: Mapping[str, Any],
    *,
    corrects: str = "",
) -> str:
    """Give the key of a case by its contents: a SHA-256 in hexadecimal, ever the same.

    What came out and when it was entered are not part of it, so that the same application
    entered twice has one key. A correction has another key than the entry it *corrects*.
    """
    contents = [subject, measure, region, on.isoformat(), facts, *([corrects] if corrects else [])]
    return sha256(canonical(contents).encode("utf-8", "surrogatepass")).hexdigest()


def canonical(value: Any) -> str:
    """Write a plain value as JSON in one way only: sorted names, no spaces.

    Raises:
        TypeError: *value* holds what JSON has no type for.
        ValueError: *value* holds itself, or a number that JSON cannot write.
    """
    return _ENCODER.encode(value)


def show_key(key: str) -> str:
    """Give a key as an error may show it: a hash whole, anything else masked."""
    return key if fullmatch(HASH, key) else mask(key)


def show_subject(subject: str) -> str:
    """Mask an identity number; of any other number only the end is shown."""
    masked = mask(subject)
    if masked != subject:
        return masked
    shown = subject[-2:] if len(subject) >= 6 else ""
    return "*" * (len(subject) - len(shown)) + shown


def table_faults(entry: Any, *names: str) -> list[Fault]:
    """Copy the tables of an entry into JSON's own types; give what is wrong with them."""
    faults = []
    for name in names:
        try:
            object.__setattr__(entry, name, _plain(getattr(entry, name)))
        except (TypeError, ValueError, RecursionError) as error:
            text = _("must be a table in JSON's own types, without floats: {problem}")
            faults.append(Fault.at(name, text, problem=mask(str(error))))
    return faults


def _plain(value: Any) -> dict[str, Any]:
    """Copy a table into JSON's own types; what cannot be written as UTF-8 is refused."""
    if not isinstance(value, Mapping):
        raise TypeError(type(value).__name__)
    text = canonical(dict(value))
    text.encode()
    plain: dict[str, Any] = _DECODER.decode(text)
    return plain


def text_faults(entry: Any, *names: str) -> list[Fault]:
    """Give what is wrong with the texts of an entry; without a subject it may be."""
    texts = {name: getattr(entry, name) for name in names}
    faults = []
    for name, text in texts.items():
        if name == "corrects" and text is None:
            continue
        if not isinstance(text, str) or not _is_storable(text):
            faults.append(Fault.at(name, _("must be text in Unicode, without NUL")))
        elif not text and name != "subject":
            faults.append(Fault.at(name, _("a value is needed")))
    return faults


def _is_storable(text: str) -> bool:
    try:
        return b"\0" not in text.encode()
    except UnicodeEncodeError:
        return False


def day_faults(entry: Any) -> list[Fault]:
    """Give what is wrong with the two days of an entry."""
    days = {"on": entry.on, "recorded_on": entry.recorded_on}
    return [
        Fault.at(name, _("must be a date without a time"))
        for name, day in days.items()
        if not isinstance(day, date) or isinstance(day, datetime)
    ]


def _facts_faults(outcome: Outcome[Any], facts: Any) -> list[Fault]:
    """Give what shows that an outcome was not worked from these facts."""
    kind = outcome.measure.facts if outcome.measure else object
    if not isinstance(facts, kind):
        text = _("must be facts of the class {kind}, from which the outcome was worked")
        return [Fault.at("facts", text, kind=kind.__name__)]
    text = _("is known here, but the outcome misses it")
    known = (name for name in outcome.missing if getattr(facts, name, None) is not None)
    return [Fault.at(f"facts.{name}", text) for name in known]


def _amount_faults(amount: Any) -> list[Fault]:
    if amount is None or (isinstance(amount, Yuan) and abs(amount.fen) <= _MOST_FEN):
        return []
    text = _("must be an amount in yuan of at most {most} fen")
    return [Fault.at("amount", text, most=_MOST_FEN)]


def _outcome_faults(outcome: Mapping[str, Any]) -> list[Fault]:
    faults = []
    if outcome.get("status") not in _STATUSES:
        faults.append(Fault.at("outcome.status", _("must be one of {known}"), known=_STATUSES))
    refusals = outcome.get("refusals", [])
    if not isinstance(refusals, list) or not all(map(_has_code, refusals)):
        faults.append(Fault.at("outcome.refusals", _("must be a list of refusals with codes")))
    return faults


def _has_code(refusal: Any) -> bool:
    return isinstance(refusal, dict) and isinstance(refusal.get("code"), str)
