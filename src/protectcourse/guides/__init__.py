"""Guides for those who write a course, shown by the command `guide` and in the app."""
