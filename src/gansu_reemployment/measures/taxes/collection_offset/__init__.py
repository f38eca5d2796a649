"""Offset of relief against collection tasks (抵减税费收缴任务)."""
