"""The tasks of the opinion (任务分解表): what falls due when, and for whom."""
