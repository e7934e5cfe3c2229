"""Tries a unit while it is being written: previews, scripts, what a case keeps in mind."""
