"""Subsidies from the re-employment fund (再就业资金补贴)."""
