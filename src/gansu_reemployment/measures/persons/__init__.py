"""Measures about a person (人员认定): who is entitled, and who is hard to employ."""
