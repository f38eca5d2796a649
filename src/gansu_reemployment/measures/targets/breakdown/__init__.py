"""Breakdown of a target among places (目标分解)."""
