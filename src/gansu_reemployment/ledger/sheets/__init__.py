"""Official tables from a ledger (台账报表): public notices, the standing ledger, monthly notices.

The approving authority gives public notice of an approval before it takes effect (公示); the
street offices keep the standing ledger of “4050” persons (台账); tax, industry-and-commerce and
civil-affairs departments are notified each month of changes. A ledger of cases has no names:
*names* supplies them by identity number. Names and numbers are masked; the tables that stay within
the authorities may have them in full.

>>> mask_name("张三"), mask_name("王小明"), mask_name("买买提·吐尔逊")
('张*', '王*明', '买*****逊')
"""

from gansu_reemployment.ledger.sheets.cells import mask_name
from gansu_reemployment.ledger.sheets.monthly import Change, Department, monthly_notice
from gansu_reemployment.ledger.sheets.public import public_notice
from gansu_reemployment.ledger.sheets.standing import standing_ledger

__all__ = [
    "Change",
    "Department",
    "mask_name",
    "monthly_notice",
    "public_notice",
    "standing_ledger",
]
