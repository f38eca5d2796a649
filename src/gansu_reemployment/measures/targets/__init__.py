"""Targets and their control (目标任务): breakdown, progress, assessment, circulars."""
