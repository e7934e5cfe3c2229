"""What holds for every test."""

from hypothesis import settings

# no example is timed: on a machine that is shared, any limit is a matter of luck
settings.register_profile("here", deadline=None)
settings.load_profile("here")
