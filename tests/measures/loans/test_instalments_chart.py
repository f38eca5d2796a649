"""The instalments of a loan as a chart."""

from datetime import date
from fractions import Fraction

from gansu_reemployment import Bureau, Yuan, load_host
from gansu_reemployment.charts import Chart, instalments_chart
from gansu_reemployment.facts import InstalmentLoan, Method, Prepayment

DAY = date(2003, 7, 15)


def chart(*prepaid: Prepayment) -> Chart:
    """Draw a loan of 1,200 yuan over three months."""
    loan = InstalmentLoan(
        principal=Yuan(1_200),
        annual_rate=Fraction(6, 100),
        drawn_on=DAY,
        months=3,
        method=Method.EQUAL_PRINCIPAL,
        prepayments=prepaid,
    )
    bureau = Bureau.of("天水市", host=load_host([]))
    return instalments_chart(bureau.instalments(loan, on=DAY).unwrap(), "en")


def test_parts_and_balance() -> None:
    """Each instalment has principal, interest and balance; nothing is prepaid."""
    assert (
        "1: principal 400.00, interest 6.00, left to pay 800.00; "
        "2: principal 400.00, interest 4.00, left to pay 400.00; "
        "3: principal 400.00, interest 2.00, left to pay 0.00"
    ) == chart().text


def test_prepayment_is_a_part_of_its_own() -> None:
    """A prepayment is stacked on the instalment."""
    drawn = chart(Prepayment(number=1, amount=Yuan(200)))
    assert "1: principal 400.00, interest 6.00, prepaid 200.00, left to pay 600.00" in drawn.text
