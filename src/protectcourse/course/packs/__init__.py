"""Packs: a whole course as one file, made, read with suspicion, and installed."""
