"""Check of a table that was filled in by hand (填好的表的核对)."""
