"""Branching cases: what a case file may say, how it is played, scored and checked."""
