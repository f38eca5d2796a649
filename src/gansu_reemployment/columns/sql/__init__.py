"""Measures as the text of one query (规定的 SQL): the register is assessed where it is kept.

A plan over columns is written for the engine of a database by Ibis and sqlglot, the extra ``sql``.
What an engine cannot compute exactly is refused.
"""
