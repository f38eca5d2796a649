"""One text of a rule, two workings: a case step by step, or a column of a million rows."""
