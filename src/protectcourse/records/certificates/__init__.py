"""Certificates: what an organisation says, under its own key, of a course that was completed."""
