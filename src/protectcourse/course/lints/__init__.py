"""Checks of how questions and lessons are written: one module for each, `registry` in order."""
