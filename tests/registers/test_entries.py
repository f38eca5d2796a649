"""Entries, persons and rejects."""

from gansu_reemployment.errors import Fault
from gansu_reemployment.i18n import _
from gansu_reemployment.identity import IdentityNumber
from gansu_reemployment.registers.entries import Counts, Entry, Person, Reject
from gansu_reemployment.registers.rows import Row

NOBODY = "620502196303019941"


def test_a_person_is_shown_masked() -> None:
    """The number is masked, also where it stands in the place of the name."""
    person = Person(name=NOBODY, identity=IdentityNumber.read(NOBODY))

    assert (
        "Person(name='6205************41', identity=IdentityNumber('6205************41'))"
        == repr(person)
    )
    assert "Person(name=None, identity=None)" == repr(Person())


def test_other_cells_are_not_shown() -> None:
    """Neither an entry nor a reject shows cells, which may hold anything."""
    entry = Entry(2, Person(), None, {"备注": NOBODY})
    reject = Reject(Row(3, [NOBODY]), (Fault.at("姓名", "x"),))

    assert NOBODY not in repr(entry)
    assert NOBODY not in repr(reject)
    assert "row=3" in repr(reject)


def test_every_fault_is_said() -> None:
    """A reject says all faults in one line."""
    reject = Reject(Row(3, []), (Fault.at("在业", _("a value is needed")), Fault.at("性别", "x")))

    assert "在业: a value is needed; 性别: x" == reject.say()
    assert 1 == reject.say("zh_CN").count("；")


def test_counts_begin_at_zero() -> None:
    """Nothing is counted before the first row."""
    assert Counts(read=0, accepted=0, rejected=0) == Counts()
