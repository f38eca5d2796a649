"""The command line (命令行): ``python -m gansu_reemployment``."""
