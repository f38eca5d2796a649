"""Engines (计算引擎): how a measure reaches the rows of a frame, whichever library holds it."""
