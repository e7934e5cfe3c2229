"""Questions, how answers are marked, and how an attempt is drawn from a bank."""
