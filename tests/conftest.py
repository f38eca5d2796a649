"""The settings of Hypothesis and of the garbage collector for all tests."""

import gc

from hypothesis import HealthCheck, settings

# None depends on the time that it takes.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
# Plans over columns are large trees. Python's search for cycles goes through them so often that it
# takes a seventh of the time of their tests.
gc.set_threshold(20_000, 20, 50)
