"""How law is written down: documents, citations, dated rows. Knows no measure.

A table of rules is written with these names; the other modules of the room read and check it.
"""

from gansu_reemployment.law.provisions import Provision, cited
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.law.tables import reading, rule_table, stated

__all__ = ["Provision", "Reading", "Rule", "cited", "reading", "rule_table", "stated"]
