"""The coordinator's view of a register, on the full screen."""
