"""The tasks of the opinion, their days and their departments (任务分解表)."""
