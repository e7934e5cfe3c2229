"""Tries every way through a case and says what it found."""
