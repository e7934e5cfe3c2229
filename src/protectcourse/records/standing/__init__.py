"""How each learner stands in each course, worked out from a register and its roster."""
