"""Interest of a running loan, period by period (计息、结息)."""
