"""The settings of Hypothesis and of the garbage collector for all tests."""

import gc
import os
import sys

from hypothesis import HealthCheck, settings

# None depends on the time that it takes.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
# Plans over columns are large trees. Python's search for cycles goes through them so often that it
# takes a seventh of the time of their tests.
gc.set_threshold(20_000, 20, 50)
# The workers and the processes that tests start read what the first of them compiled.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
