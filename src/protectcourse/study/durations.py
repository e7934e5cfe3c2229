"""Lengths of time in words."""


def about_minutes(minutes: int) -> str:
    """Return a length of time in words, such as "about 4 h 10"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"about {rest} min"
    return f"about {hours} h {rest:02d}" if rest else f"about {hours} h"
