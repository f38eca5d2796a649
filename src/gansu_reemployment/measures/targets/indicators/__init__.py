"""Indicators of employment (就业指标): counts and rates, with their definitions."""
