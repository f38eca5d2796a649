"""Cases (案件): the decision of one measure for one person or firm, with its facts.

A case has two days: *on*, the day whose law applies, and *recorded_on*, the day on which it
was entered and up to which the law was known. Its facts and its outcome are plain JSON, so
that they can be read without the classes that wrote them.
"""

import json
from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256
from re import fullmatch
from typing import Any, Final, NoReturn, Self

from attrs import field, frozen, has

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.i18n import _
from gansu_reemployment.identity import mask
from gansu_reemployment.ledger.converter import write_facts
from gansu_reemployment.money import Yuan
from gansu_reemployment.objects.arguments import need
from gansu_reemployment.regions import NATION_ID
from gansu_reemployment.working.outcome import AnyOutcome, Outcome, Status, StatusCode
from gansu_reemployment.working.outcome_json import canonical, canonical_form

#: Every database ledger stores fen in 64 bits.
_MOST_FEN: Final = 2**63 - 1
#: A key computed from the contents of the case.
HASH: Final = r"[0-9a-f]{64}"
_SUPPOSED: Final = _("an outcome under a hypothesis decides nothing and cannot be entered")
_STATUSES: Final = tuple(status.code for status in Status)


def _reject_float(_text: str) -> NoReturn:
    message = "float"
    raise TypeError(message)


_DECODER: Final = json.JSONDecoder(parse_float=_reject_float)


class _Written(dict[str, Any]):
    """A table in JSON's own types whose canonical text is known."""

    def __init__(self, table: Mapping[str, Any], text: str) -> None:
        super().__init__(table)
        self.text = text


@frozen(kw_only=True, repr=False)
class Case:
    """An entry of a ledger (台账记录); ``repr`` omits the facts and masks the subject.

    Args:
        key: identifies the entry; see :func:`case_key`.
        measure: the measure's name, such as ``hardship``.
        region: the code of the region whose rules were applied.
        on: the day whose law applies.
        recorded_on: the day of entry; the law was known up to this day.
        facts: the facts as written by :func:`~.converter.write_facts`, without floats.
        outcome: the outcome as written by :meth:`.Outcome.as_json`, without its facts.
        subject: an identity number or a number in a register.
        amount: the main amount, if the measure has one.
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
    #: The facts and the outcome as canonical JSON, as a ledger keeps them.
    facts_text: str = field(init=False, eq=False)
    outcome_text: str = field(init=False, eq=False)

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
        """Build the case of an *outcome* and the *facts* (a class of facts) it was computed from.

        *key* defaults to the :func:`case_key`, *amount* to the outcome's value if that is an
        amount.

        Raises:
            ArgumentError: *outcome* is not an outcome.
            InvalidFactsError: the outcome has no measure, *facts* are not of its measure's class
                or contain facts that it lacked, or another value is wrong.
        """
        need(outcome, AnyOutcome, "Case.of", _("an outcome, then the facts"))
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
            outcome=_Written(*canonical_form(outcome)),
            subject=subject,
            amount=amount,
            corrects=corrects,
        )

    @property
    def status(self) -> StatusCode:
        """The status of the outcome: ``decided``, ``refused`` or ``undecided``."""
        status: StatusCode = self.outcome["status"]
        return status

    @property
    def reasons(self) -> tuple[str, ...]:
        """The codes of the refusals, in their order."""
        return tuple([refusal["code"] for refusal in self.outcome.get("refusals", ())])

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
    """Return the key of a case: a stable SHA-256 of its contents, in hexadecimal.

    The outcome and the day of entry are not part of it, so that the same application entered
    twice has one key. A correction has a different key from the entry that it *corrects*.
    """
    contents = [subject, measure, region, on.isoformat(), facts, *([corrects] if corrects else [])]
    return sha256(canonical(contents).encode("utf-8", "surrogatepass")).hexdigest()


def show_key(key: str) -> str:
    """Return a key for display: a hash in full, any other key masked."""
    return key if fullmatch(HASH, key) else mask(key)


def show_subject(subject: str) -> str:
    """Mask a subject: an identity number as usual, any other number except its end."""
    masked = mask(subject)
    if masked != subject:
        return masked
    shown = subject[-2:] if len(subject) >= 6 else ""
    return "*" * (len(subject) - len(shown)) + shown


def table_faults(entry: Any, *names: str) -> list[Fault]:
    """Convert the tables of an entry to JSON's own types, and keep their texts; return faults."""
    faults = []
    for name in names:
        try:
            plain, text = _plain(getattr(entry, name))
        except (TypeError, ValueError, RecursionError) as error:
            sentence = _("must be a table in JSON's own types, without floats: {problem}")
            faults.append(Fault.at(name, sentence, problem=str(error)))
        else:
            object.__setattr__(entry, name, plain)
            object.__setattr__(entry, f"{name}_text", text)
    return faults


def _plain(value: Any) -> tuple[dict[str, Any], str]:
    """Return a table in JSON's own types, and its text; reject what cannot be encoded in UTF-8."""
    if isinstance(value, _Written):
        value.text.encode()
        return dict(value), value.text
    if not isinstance(value, Mapping):
        raise TypeError(type(value).__name__)
    text = canonical(dict(value))
    text.encode()
    plain: dict[str, Any] = _DECODER.decode(text)
    # Names that are numbers are sorted as numbers here, but as text in what is read back.
    return plain, text if plain == value else canonical(plain)


def text_faults(entry: Any, *names: str) -> list[Fault]:
    """Return the faults in the texts of an entry; only the subject may be empty."""
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
    """Return the faults in the two days of an entry."""
    days = {"on": entry.on, "recorded_on": entry.recorded_on}
    return [
        Fault.at(name, _("must be a date without a time"))
        for name, day in days.items()
        if not isinstance(day, date) or isinstance(day, datetime)
    ]


def _facts_faults(outcome: AnyOutcome[Any], facts: Any) -> list[Fault]:
    """Return the faults that show that an outcome was not computed from these facts."""
    kind = outcome.measure.facts if outcome.measure else object
    # Facts may lack those that the place adds to their class.
    if not isinstance(facts, kind) and not (has(type(facts)) and issubclass(kind, type(facts))):
        text = _("must be facts of the class {kind}, from which the outcome was computed")
        return [Fault.at("facts", text, kind=kind.__name__)]
    if outcome.supposed:
        return [Fault.at("outcome.supposed", _SUPPOSED)]
    text = _("is known here, but the outcome lists it as missing")
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
    if outcome.get("supposed"):
        faults.append(Fault.at("outcome.supposed", _SUPPOSED))
    refusals = outcome.get("refusals", [])
    if not isinstance(refusals, list) or not all(map(_has_code, refusals)):
        faults.append(Fault.at("outcome.refusals", _("must be a list of refusals with codes")))
    return faults


def _has_code(refusal: Any) -> bool:
    code = refusal.get("code") if isinstance(refusal, dict) else None
    return isinstance(code, str) and _is_storable(code)
